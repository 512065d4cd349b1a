// What must hold of any bytes: shared by the fuzz target (journey_fuzz.cc) and by the mutants of given files (mutants.cc).
#pragma once

#include <string>
#include <string_view>

#include "jianbao/jianbao.h"

namespace tests {

/// Cleaning can be undone, and cleaning again changes nothing. Returns what does not hold, as words; nothing where all does.
inline std::string fault_of_cleaning(std::string_view bytes) {
  const jianbao::Decoded decoded = jianbao::decode(bytes);
  const jianbao::Page page = jianbao::clean(decoded.text, "p");
  if (jianbao::undo(page) != decoded.text) return "undo gives another text";
  if (decoded.encoding.empty() && jianbao::undo(jianbao::clean(decoded, bytes, "p")) != bytes) return "undo gives other bytes";
  if (jianbao::clean(page.text, "p").text != page.text) return "cleaning again changes the text";
  return {};
}

/// Write a record and read it again: the reader takes whatever the writer makes.
template <class Record>
void through_json(const Record& record) {
  std::string line;
  jianbao::write_json(line, record);
  jianbao::read_json(line);
}

/// The reader may refuse a line, but only in its own words.
inline void read_any(std::string_view line) {
  try {
    jianbao::read_json(line);
  } catch (const jianbao::JsonError&) {
  }
}

/// The whole journey on any bytes: nothing throws, and every record can be read again.
inline void travel(std::string_view bytes) {
  read_any(bytes);
  const jianbao::Page page = jianbao::clean(jianbao::decode(bytes).text, "p");
  through_json(page);
  for (const jianbao::Article& article : jianbao::split(page)) {
    through_json(article);
    for (const jianbao::Heading& heading : jianbao::outline(article)) through_json(heading);
    for (const jianbao::Clause& clause : jianbao::clauses(article)) through_json(clause);
    for (const jianbao::Notice& notice : jianbao::notices(article)) through_json(notice);
  }
}

}  // namespace tests
