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
  std::string id;                 ///< that of its article, then its number in it: `p1/2/h3`
  std::string article;            ///< id of its article
  int level = 1;                  ///< 1 is the highest below the title
  std::string label;              ///< in its standard form; empty for a crosshead
  int number = 0;                 ///< of the label; 0 for a crosshead
  std::string style;              ///< id of the label's row in numbering.tsv; empty for a crosshead
  std::vector<std::string> path;  ///< labels from the outermost heading to this one; a crosshead stands by its text
  std::string text;               ///< without the label
  std::vector<Span> spans;        ///< bytes of the source, label included
};

/// A numbered unit of a document, or (level 0, no label) the text before its first or after its last unit.
struct Clause {
  std::string id;                  ///< that of its article, then its place, counted from the outermost unit: `p1/2/6.14`
  std::string article;             ///< id of its article
  std::string title;               ///< of the document
  int level = 0;                   ///< 1 is the highest
  std::string label;               ///< in its standard form: `（一）`, `第三条`
  int number = 0;                  ///< its value, as the text says it
  std::string style;               ///< id of the label's row in numbering.tsv
  std::vector<std::string> path;   ///< labels from the outermost unit to this one
  std::string cite;                ///< how one cites it: `第三条第二款第一项`
  std::string heading;             ///< a whole heading line, or a first sentence that reads as one; empty where there is none
  std::string text;                ///< its own words, heading included, without its label and its child units; paragraphs joined by LF
  std::string printed;             ///< what stood for a misread label
  bool leaf = true;                ///< no unit is below it; text outside of units is none
  std::vector<Span> spans;         ///< bytes of the source of label and text
  std::vector<std::string> flags;  ///< `gap`, `duplicate`, `misread`
};

/// A further field under its domain name: one text, one number, several texts or several numbers.
using FieldValue = std::variant<std::string, double, std::vector<std::string>, std::vector<double>>;
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
  std::string id;       ///< that of its article, then its number in it
  std::string article;  ///< id of its article
  std::string kind;     ///< a key of notices.tsv
  std::string title;    ///< its printed heading; notices may share one
  std::string text;     ///< without heading and bullet, paragraphs joined by LF
  std::vector<Party> parties;
  std::vector<Item> items;
  std::string signatory;
  std::string date;                      ///< that it is signed with, ISO 8601
  std::vector<std::string> phones;       ///< in ASCII
  std::optional<double> deadline_days;   ///< the period that it sets, in days
  Fields fields;                         ///< `court`, `case_number`, `capital_before` …, in order
  std::vector<Span> spans;               ///< bytes of the source of the paragraphs that it stands in
  std::vector<std::string> flags;        ///< `check_digit`, `guessed`
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

/// The standard form of a label in any way it is printed: （一） of (一), 1． of 1., 第3条 of 第 3 條 (Clause::path has such forms). Other text as it is.
JIANBAO_EXPORT std::string standard_label(std::string_view printed, const Rules& rules = Rules::standard());

/// The notices of a notice article; none for any other article.
JIANBAO_EXPORT std::vector<Notice> notices(const Article& article, const Rules& rules = Rules::standard());

/// Replace the middle of personal identity and mobile numbers by asterisks, in all fields and texts of a notice; its spans stay.
JIANBAO_EXPORT void mask(Notice& notice);

/// The same for any text.
JIANBAO_EXPORT std::string masked(std::string_view text);

/// All kinds of notices, as the column `id` of notices.tsv names them.
JIANBAO_EXPORT std::vector<std::string> notice_kinds(const Rules& rules = Rules::standard());

}  // namespace jianbao
