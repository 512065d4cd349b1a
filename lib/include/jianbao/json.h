// Records as JSON Lines, in the form of the contract, and back again.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "jianbao/articles.h"
#include "jianbao/export.h"
#include "jianbao/page.h"
#include "jianbao/records.h"

namespace jianbao {

/// Append one record as one line, LF included. Ranges are in code points of the record's text, spans in bytes of the source.
JIANBAO_EXPORT void write_json(std::string& out, const Page& page);
JIANBAO_EXPORT void write_json(std::string& out, const Article& article);
JIANBAO_EXPORT void write_json(std::string& out, const Heading& heading);
JIANBAO_EXPORT void write_json(std::string& out, const Clause& clause);
JIANBAO_EXPORT void write_json(std::string& out, const Notice& notice);

/// Append fields as one JSON object, without LF, as they stand in the record of a notice or in an item.
JIANBAO_EXPORT void write_json(std::string& out, const Fields& fields);

/// A record of a kind that no stage reads.
struct OtherRecord {
  std::string kind;
};

/// A line that is no record. what() says why.
class JIANBAO_EXPORT JsonError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One line of a record stream. An object without `record` but with a string `text` is a page that has not been cleaned
/// (Page::edits empty); its other fields go to Page::meta. Throws JsonError.
struct ReadRecord {
  std::variant<Page, Article, OtherRecord> record;
  bool cleaned = true;  ///< false for a bare `{"text": …}` object
};
JIANBAO_EXPORT ReadRecord read_json(std::string_view line);

}  // namespace jianbao
