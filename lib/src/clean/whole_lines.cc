#include "clean/whole_lines.h"

#include <algorithm>
#include <vector>

#include "clean/continuation.h"
#include "clean/join_marks.h"
#include "clean/torn_line.h"
#include "text/chars.h"

namespace jianbao {
namespace {

// What a line end says for a column, as a natural logarithm beside continuation_odds(). Of 500 pages of printed lines none has less than 50 in
// all, of right pages with lines of equal width by chance none more than 0.
constexpr double kTorn = 6;         // a number is torn, or a word: more is no surer
constexpr double kSentence = 4;     // one has ended inside of the line, which breaks off, as in no list and no verse
constexpr double kGoesOn = 1.5;     // the next line ends one, or this one with 、; or the last line of all ends one
constexpr double kNoWord = -0.6;    // is torn, as most line ends of a column do not either
constexpr double kClause = 3;       // a clause has begun with two or three characters, as no item's last one does: …部署，推动⏎经济社会发展
constexpr double kVerse = -1;       // a short line ends with a comma
constexpr double kBegins = -1;      // the next line begins as items, questions or bylines do
constexpr double kShort = -1.5;     // the line breaks off before the column is full
constexpr double kParallel = -3;    // both lines begin or end alike
constexpr double kProved = 10;      // in all

std::size_t same_at_begin(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  for (std::size_t at = 0, other = 0; at < a.size() && other < b.size() && next_char(a, at) == next_char(b, other);) ++count;
  return count;
}

std::size_t same_at_end(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  while (!a.empty() && !b.empty() && last_char(a) == last_char(b)) {
    a.remove_suffix(a.size() - before(a, a.size()));
    b.remove_suffix(b.size() - before(b, b.size()));
    ++count;
  }
  return count;
}

/// 感谢县医院骨科…⏎感谢竹溪乡党委…, …，声明作废⏎…，声明作废。
bool are_parallel(std::string_view line, std::string_view following) {
  constexpr std::size_t kFew = 2;  // characters
  while (is_stop(last_char(following))) following = following.substr(0, before(following, following.size()));
  return same_at_begin(line, following) >= kFew || same_at_end(line, following) >= kFew;
}

/// …决策部署，推动: a line with a comma and no more than a few characters behind it.
bool breaks_clause(std::string_view text) {
  constexpr std::string_view kComma = "，";
  constexpr std::size_t kMost = 3;  // characters
  const std::size_t comma = text.rfind(kComma);
  if (comma == std::string_view::npos) return false;
  const std::string_view behind = text.substr(comma + kComma.size());
  return all_han(behind) && !behind.empty() && count_chars(behind) <= kMost;
}

/// Of a line that has no room for what the next one begins with.
double evidence_of_full(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  const std::string_view text = page.view(line), rest = page.view(following);
  if (line.last == U'、') return kGoesOn;
  if (fold(line.last) == U'，') return text.find("。") != std::string_view::npos ? kSentence : is_short(line) ? kVerse : 0;
  if (const Start start = page.start(following); start != Start::none && !(start == Start::ended && line.stop)) return kBegins;
  const double sentence = line.stop ? kSentence : following.stop || fold(following.last) == U'：' ? kGoesOn : 0;
  return sentence + (breaks_clause(text) ? kClause : kNoWord) + (are_parallel(text, rest) ? kParallel : 0) + std::min(kTorn, continuation_odds(seam_head(text, page.rules), rest, page.rules));
}

/// What the end of line `i` says for a column; a heading's and a sentence's say nothing.
double evidence(const JoinPage& page, std::size_t i) {
  const PrintedLine& line = page.lines[i];
  if (i + 1 == page.lines.size() || page.next(i).blanks > 0) return page.ends_clause(line) && i > 0 && line.blanks == 0 && is_han(page.lines[i - 1].last) ? kGoesOn : 0;
  const bool head = i == 0 || line.blanks > 0;
  if (figures_torn(page.view(line), page.view(page.next(i)))) return kTorn;
  if (page.ends_clause(line) || fold(line.last) == U'：' || (head && !line.comma && !line.stop)) return 0;
  if (page.measures.is_full(i, false)) return evidence_of_full(page, i);
  const bool may_end = head || !(is_han(line.last) || is_digit(line.last)) || page.measures.is_full(i, true);
  return may_end || page.start(line) != Start::none ? 0 : kShort;
}

}  // namespace

void drop_chance_measures(JoinPage& page) {
  if (!page.measures.any() || page.measures.indented()) return;
  double all = 0;
  std::vector<double> blocks;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (i == 0 || page.lines[i].blanks > 0) blocks.push_back(0);
    if (!page.measures.has_own(i)) continue;
    const double found = evidence(page, i);
    blocks.back() += found;
    if ((all += found) > kProved) return;
  }
  auto block = blocks.begin();
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (i > 0 && page.lines[i].blanks > 0) ++block;
    if (*block <= 0) page.measures.drop(i);
  }
  page.measures.settle();
}

}  // namespace jianbao
