#include "clean/join_cuts.h"

#include <algorithm>

#include "clean/join_ends.h"
#include "clean/join_heads.h"
#include "clean/join_marks.h"
#include "clean/join_torn.h"
#include "fields/dates.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// Bytes of a line from which on it is running text, though no sentence ends in it: no headline has 40 characters.
constexpr std::size_t kRunning = 3 * 40;
/// The same on a page that marks its headlines by #.
constexpr std::size_t kRunningMarkdown = 3 * 20;

/// Some lines begin with #.
bool marks_headlines(const JoinPage& page) {
  constexpr int kSome = 3;
  return std::count_if(page.lines.begin(), page.lines.end(), [](const PrintedLine& line) { return line.first == '#'; }) >= kSome;
}

/// Two marks between clauses or in a list.
bool has_clauses(std::string_view line) {
  int marks = 0;
  for (std::size_t at = 0; (at = skip_han(line, at, line.size())) < line.size();) {
    const char32_t c = fold(next_char(line, at));
    marks += c == U'，' || c == U'、' || c == U'；';
  }
  return marks > 1;
}

/// A mark between clauses; that of the number which the line begins with is none: 二、怎样补⏎⏎补内容，….
bool has_clause_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (is_cn_numeral(char_at(line, at)) || is_digit(char_at(line, at)))) next_char(line, at);
  for (at = skip_han(line, at > 0 && at < line.size() && fold(char_at(line, at)) == U'、' ? at + 3 : 0, line.size()); at < line.size(); at = skip_han(line, at, line.size()))
    if (const char32_t c = fold(next_char(line, at)); c == U'，' || c == U'、' || c == U'；') return true;
  return false;
}

/// 记者看到，小区门口⏎⏎的盲道, 国民经⏎⏎济, 《关于…若干⏎⏎问题的规定》: the end of a word, a name or a quotation goes on, be the line as short as a
/// headline. What only begins as nothing can needs a line of several clauses: the rest of another article may stand below a headline.
bool is_torn_over_gap(const JoinPage& page, std::size_t i) {
  constexpr double kNoBegin = -3;
  if (page.next(i).blanks == 0) return false;
  if (is_pair_torn(page, i)) return true;
  if (page.tears_word(i) || begins_with_quantity(page.text, page.next(i), page.rules)) return has_clause_mark(page.view(page.lines[i]));
  const std::string_view line = page.view(page.lines[i]), following = page.view(page.next(i));
  if (!has_clauses(line)) return false;
  return begin_odds(following, page.rules) < kNoBegin || (seam_head(line, page.rules).unfinished && page.ends().headline.find(line) == 0);
}

/// 10月19日，市民在书房里看书。⏎方小禾　摄, 10月19日，市民在书房里看书。（方小禾　摄）: what begins with a day, and says at its end or below who took the picture, is the
/// picture's text.
bool is_credited(const JoinPage& page, std::size_t i) {
  constexpr int kLongest = 2 * 16;
  const std::string_view text = page.view(page.lines[i]);
  const bool boxed = fold(page.lines[i].last) == U'）' && page.ends().credit.find(text.substr(0, before(text, text.size()))) > 0;
  if (boxed && parse_date(text)) return true;
  return parse_date(page.view(page.lines[i])) && i + 1 < page.lines.size() && page.next(i).even_width > 0 && page.next(i).even_width <= kLongest && !page.next(i).stop && ends_story(page, page.next(i));
}

/// 春回大地风光好，⏎福满人间喜事多。: two short lines of a page that shows no column are verse, or what is set like it; 上联：…，⏎下联：…。: each is
/// labelled.
bool are_couplet(const JoinPage& page, std::size_t i) {
  if (label_length(page.view(page.lines[i])) > 0 && label_length(page.view(page.next(i))) > 0) return true;
  return fold(page.lines[i].last) == U'，' && (!page.measures.any() || page.measures.is_narrow(i)) && is_short(page.lines[i]) && is_short(page.next(i));
}

}  // namespace

bool may_be_cut(const JoinPage& page, std::size_t i) {
  const bool may_be = page.lines[i].comma || (page.next(i).blanks > 0 && page.lines[i].unpaired);
  return may_be && is_open_end(page.lines[i].last) && page.ends_clause(page.next(i)) && (page.lines[i].comma || is_pair_torn(page, i));
}

ColumnCuts::ColumnCuts(const JoinPage& page) : page_(page), running_(marks_headlines(page) ? kRunningMarkdown : kRunning) {}

bool ColumnCuts::is_cut(std::size_t i) const {
  const PrintedLine &line = page_.lines[i], &following = page_.next(i);
  if (!may_be_cut(page_, i) || line.verse || is_among_short(page_, i) || are_couplet(page_, i)) return false;
  if (!is_han(following.first) && !is_opening(following.first) && !is_digit(following.first)) return false;
  if (looks_like_question(following) || is_credited(page_, i + 1)) return false;
  const std::string_view text = page_.view(line);
  if (!line.stop && begins_with_field(text)) return false;  // 登报热线：0766-2233119　每行三十元，三行起刊
  // A headline may have commas, too; but no headline goes on in an item of a list.
  const bool item = fold(following.last) == U'；';
  if (is_han(line.last) && !item && text.size() < running_ && text.find("。") == std::string_view::npos && !is_torn_over_gap(page_, i)) return false;
  return !has_tail(text) && !ends_like_signature(page_, text) && fits_together(i);
}

/// What follows text that breaks off is mostly its rest, unless it begins as paragraphs begin and completes no word, or the
/// text fits another line of the page much better: then the pieces of several articles were put out in a wrong order.
bool ColumnCuts::fits_together(std::size_t i) const {
  constexpr double kMostly = 1.7, kMuchBetter = 6;
  const SeamHead head = seam_head(page_.view(page_.lines[i]), page_.rules);
  const double odds = continuation_odds(head, page_.view(page_.next(i)), page_.rules);
  return kMostly + odds > 0 && best_elsewhere(i, head) < odds + kMuchBetter;
}

/// How well the text fits the best of the other lines nearby that do not stand behind a text that breaks off.
double ColumnCuts::best_elsewhere(std::size_t i, const SeamHead& head) const {
  constexpr std::size_t kReach = 100;  // lines
  double best = 0;
  const std::vector<std::size_t>& tails = tails_of_page();
  for (auto other = std::lower_bound(tails.begin(), tails.end(), i - std::min(i, kReach)); other != tails.end() && *other <= i + kReach; ++other)
    if (*other != i && *other != i + 1) best = std::max(best, continuation_odds(head, page_.view(page_.lines[*other]), page_.rules));
  return best;
}

/// Lines that may be the rest of some text, and stand behind none that breaks off.
const std::vector<std::size_t>& ColumnCuts::tails_of_page() const {
  if (!tails_) {
    tails_.emplace();
    for (std::size_t n = 1; n < page_.lines.size(); ++n)
      if (is_han(page_.lines[n].first) && !is_open_end(page_.lines[n - 1].last) && page_.ends_clause(page_.lines[n])) tails_->push_back(n);
  }
  return *tails_;
}

}  // namespace jianbao
