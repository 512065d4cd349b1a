// Third stage: what an article says, as records. Each function reads one article and nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "jianbao/articles.h"
#include "jianbao/export.h"
#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// A heading below the title, of any article.
struct Heading {
  std::string id, article;
  int level = 1;
  std::string label;              ///< empty for a crosshead
  int number = 0;
  std::string style;
  std::vector<std::string> path;  ///< labels from the outermost heading to this one; a crosshead stands by its text
  std::string text;               ///< without the label
  std::vector<Span> spans;
};

/// A numbered unit of a document, or (level 0, no label) the text before its first or after its last unit.
struct Clause {
  std::string id, article, title;
  int level = 0;
  std::string label;
  int number = 0;
  std::string style;
  std::vector<std::string> path;
  std::string cite, heading, text, printed;
  bool leaf = true;
  std::vector<Span> spans;
  std::vector<std::string> flags;
};

/// A further field under its domain name: one text, one number or several texts.
using FieldValue = std::variant<std::string, double, std::vector<std::string>>;
using Fields = std::vector<std::pair<std::string, FieldValue>>;

struct Party {
  std::string name;
  bool organization = false;
};

struct Item {
  std::string name;
  std::optional<double> count;
  std::string unit;
  std::vector<std::string> numbers;  ///< as printed
  std::string issuer;
  std::string issued;                ///< ISO 8601
  std::optional<double> amount;      ///< in `currency`
  std::string currency;              ///< ISO 4217
  Fields fields;                     ///< `debtor`, `interest`, `deposit`, `area` …, in order
};

struct Notice {
  std::string id, article;
  std::string kind;   ///< a key of notices.tsv
  std::string title;  ///< its printed heading
  std::string text;
  std::vector<Party> parties;
  std::vector<Item> items;
  std::string signatory;
  std::string date;  ///< ISO 8601
  std::vector<std::string> phones;
  std::optional<double> deadline_days;
  Fields fields;  ///< `court`, `case_number`, `capital_before` …, in order
  std::vector<Span> spans;
  std::vector<std::string> flags;
};

/// The outline of an article.
JIANBAO_EXPORT std::vector<Heading> outline(const Article& article, const Rules& rules = Rules::standard());

struct ClauseOptions {
  /// Enumerations inside a paragraph (一是…；二是…) as clauses too, below the clause whose text they stand in and repeat.
  bool inline_items = false;
};

/// The clauses of a document; none for any other article.
JIANBAO_EXPORT std::vector<Clause> clauses(const Article& article, const Rules& rules = Rules::standard(),
                                           const ClauseOptions& options = {});

/// The notices of a notice article; none for any other article.
JIANBAO_EXPORT std::vector<Notice> notices(const Article& article, const Rules& rules = Rules::standard());

/// Replace the middle of personal identity and mobile numbers by asterisks, in all fields and texts of a notice.
JIANBAO_EXPORT void mask(Notice& notice);

/// The same for any text.
JIANBAO_EXPORT std::string masked(std::string_view text);

/// All kinds of notices, as the column `id` of notices.tsv names them.
JIANBAO_EXPORT std::vector<std::string> notice_kinds(const Rules& rules = Rules::standard());

}  // namespace jianbao
