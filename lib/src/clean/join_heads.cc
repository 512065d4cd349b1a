#include "clean/join_heads.h"

#include <algorithm>
#include <iterator>

#include "clean/continuation.h"
#include "clean/torn_line.h"
#include "names/organisations.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// How likely it is at least that a line end tears a word of a headline (word_torn).
constexpr double kTornHead = 3;

/// Marks that part clauses, and not the members of a list.
constexpr std::string_view kClauseMarks[] = {"，", "；", ",", ";"};

/// A dateline, a byline, an item of a list.
bool begins_text(const JoinPage& page, std::size_t i) { return page.start(page.lines[i]) != Start::none; }

bool is_open_end_of_head(char32_t c) { return is_han(c) || c == U'”' || c == U'》'; }

/// A dateline or a byline.
bool begins_article(const JoinPage& page, std::size_t i) {
  const PrintedLine& line = page.lines[i];
  const Start start = page.start(line);
  return start == Start::author || (fold(line.first) != U'（' && (line.indent > 0 || !page.measures.indented()) && start == Start::never);
}

/// A dateline or a byline, and no item of a list.
bool begins_report(const JoinPage& page, std::size_t i) {
  const PrintedLine& line = page.lines[i];
  return begins_article(page, i) && (is_han(line.first) || page.start(line) == Start::author);
}

/// 附件：1．任务清单, 附件2：填写说明: items follow, whose list may begin inside of the line.
bool heads_items(const JoinPage& page, const PrintedLine& line) {
  const std::string_view text = page.view(line);
  std::size_t at = 0;
  while (at < text.size() && is_han(char_at(text, at))) next_char(text, at);
  return at > 0 && fold(char_at(text, at)) == U'：' && page.start(line) >= Start::never;
}

/// 第十二条第二款规定…, 一、二季度: a sentence may go on with it. Where a space stands behind its label it begins something.
bool may_be_cited(std::string_view label) {
  constexpr std::size_t kLongest = 9;  // characters
  std::size_t at = 0;
  if (is_cn_numeral(next_char(label, at))) return at < label.size() && next_char(label, at) == U'、' && at < label.size() && is_cn_numeral(char_at(label, at));
  if (!is_han(first_char(label))) return false;
  for (std::size_t n = 0; n < kLongest && at < label.size(); ++n)
    if (is_space(next_char(label, at))) return false;
  return at < label.size();
}

/// 规定（试行）: without the note in brackets that the title of a document may end in.
std::string_view without_note(std::string_view title) {
  return fold(last_char(title)) == U'）' ? trim(title.substr(0, last_bracket(title))) : title;
}

bool is_titled_so(const JoinPage& page, std::string_view line) {
  const std::string_view title = without_note(line);
  return page.ends().document.find(title) > 0 || page.ends().standard.find(title) > 0 || page.ends().notice.find(title) > 0;
}

bool has_mark(const JoinPage& page, const PrintedLine& line, bool but_lists) {
  if (line.stop || !line.comma || !but_lists) return line.stop || line.comma;
  const std::string_view text = page.view(line);
  return std::any_of(std::begin(kClauseMarks), std::end(kClauseMarks), [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// Whether a paragraph has had no mark of a sentence up to the end of a line; `but_lists`: none but those of a list.
bool is_unmarked(const JoinPage& page, std::size_t i, bool but_lists) {
  while (!has_mark(page, page.lines[i], but_lists) && i > 0 && page.lines[i - 1].goes_on) --i;
  return !has_mark(page, page.lines[i], but_lists);
}

}  // namespace

bool is_case_number(const JoinPage& page, std::size_t i) {
  const std::string_view line = page.view(page.lines[i]);
  return page.start(page.lines[i]) == Start::titled && fold(page.lines[i].first) == U'（' && is_digit(char_at(line, page.lines[i].first == '(' ? 1 : 3)) && page.lines[i].last == U'号';
}

bool heads_case(const JoinPage& page, std::size_t i) {
  const std::string_view line = page.view(page.lines[i]);
  return page.ends().act.find(line) > 0 || is_organisation(line, page.rules);
}

bool head_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kMost = 3;  // printed lines of a title
  constexpr int kWidest = 2 * 24, kShorter = 2 * 2;
  if (page.next(i).blanks > 0 || page.lines[i].even_width + kShorter < page.next(i).even_width) return false;  // the first one fills the column
  std::size_t begin = i, end = i + 1;
  while (begin > 0 && page.lines[begin].blanks == 0 && i - begin < kMost) --begin;
  if (begin > 0 && page.lines[begin].blanks == 0) return false;
  while (end < page.lines.size() && end - begin <= kMost && page.lines[end].blanks == 0 && !begins_text(page, end)) ++end;
  if (end - begin > kMost || end <= i + 1) return false;
  for (std::size_t n = begin; n < end; ++n) {
    const PrintedLine& line = page.lines[n];
    if (line.indent > 0 || line.stop || line.row || line.first == '#' || line.width == 0 || line.even_width > kWidest || page.ends_clause(line)) return false;
    if (page.start(line) != Start::none) return false;
  }
  return quotation_torn(page.view(page.lines[i]), page.view(page.next(i))) || decimal_torn(page.view(page.lines[i]), page.view(page.next(i))) || (page.is_between_han(i) && page.word_torn(i) >= kTornHead);
}

bool lone_character_goes_on(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kHan = 3;  // bytes
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (following.end - following.begin != kHan || following.blanks > 0 || line.end - line.begin <= kHan || !page.is_between_han(i)) return false;  // most lines
  return page.word_torn(i) >= kTornHead;
}

bool ends_series_name(const JoinPage& page, std::size_t i) {
  const PrintedLine& line = page.lines[i];
  return is_circled_digit(line.last) && !line.stop && !line.comma && (i == 0 || !page.lines[i - 1].goes_on) && is_han(page.next(i).first) && !page.ends_sentence(page.next(i));
}

bool is_below_head(const JoinPage& page, std::size_t i) {
  constexpr std::string_view kDash = "——";
  const PrintedLine& following = page.next(i);
  if (is_han(following.first)) return false;  // most lines
  const bool note = fold(following.first) == U'（' && fold(following.last) == U'）' && following.even_width > 0;
  if (!note && following.first != U'—') return false;
  const std::string_view text = page.view(following);
  if (note ? last_bracket(text) != 0 : !text.starts_with(kDash)) return false;
  return !page.lines[i].row && is_open_end_of_head(page.lines[i].last) && is_unmarked(page, i, false);
}

bool heads_follow(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kMost = 3;  // lines
  const PrintedLine& line = page.lines[i];
  if (is_han(line.last) || (!page.ends_sentence(line) && fold(line.last) != U'）')) return false;  // most lines
  for (std::size_t n = i + 1; n <= i + kMost && n + 1 < page.lines.size(); ++n) {
    const PrintedLine& head = page.lines[n];
    const bool asks = looks_like_question(head);
    if (head.blanks > 0 || head.row || (head.stop && !asks) || (page.ends_clause(head) && !asks) || page.start(head) != Start::none) return false;
    if (page.lines[n + 1].blanks == 0 && begins_report(page, n + 1)) return true;
  }
  return false;
}

bool is_title_of_next(const JoinPage& page, std::size_t i) {
  if (page.lines[i].blanks == 0 || i + 1 == page.lines.size() || page.ends_clause(page.lines[i])) return false;
  const PrintedLine& following = page.next(i);
  return following.blanks == 0 && fold(following.first) != U'（' && page.start(following) >= Start::never;
}

bool is_in_head(const JoinPage& page, std::size_t i) {
  constexpr int kMost = 3;  // lines
  constexpr std::size_t kReach = 6;
  const auto is_rest = [&](std::size_t n) { return page.lines[n].even_width <= 2 * 5; };
  std::size_t begin = i, end = i + 1;
  while (begin > 0 && page.lines[begin].blanks == 0 && i - begin < kReach) --begin;
  if (begin > 0 && page.lines[begin].blanks == 0) return false;
  while (end < page.lines.size() && end - begin <= kReach && !begins_article(page, end)) ++end;
  if (end == page.lines.size() || end - begin > kReach || page.lines[end].blanks > 0 || end <= i + 1 || is_rest(i + 1)) return false;
  int count = 0;
  for (std::size_t n = begin; n < end; ++n) {
    if (page.lines[n].indent > 0 || page.lines[n].stop || !(page.lines[n].last == U'”' || (is_han(page.lines[n].last) && is_open_end(page.lines[n].last)))) return false;
    count += !is_rest(n);
  }
  return count <= kMost;
}

bool is_item(const JoinPage& page, std::size_t i) {
  const char32_t last = fold(page.lines[i].last);
  if (last == U'、' || last == U'，') return false;
  const auto is_labelled = [&](std::size_t n) { return n < page.lines.size() && (page.start(page.lines[n]) == Start::open || heads_items(page, page.lines[n])); };
  return is_labelled(i) || (is_labelled(i + 2) && !page.ends_clause(page.lines[i + 1]));
}

bool heads_paragraph(const JoinPage& page, std::size_t i, Start start) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (start != Start::none || page.start(line) != Start::open || line.comma || line.stop || !is_han(line.last)) return false;
  if (page.measures.breaks_sentences() || !page.ends_sentence(following) || following.blanks > 0) return false;
  return !page.tears_word(i) && (i + 2 >= page.lines.size() || page.next(i + 1).blanks > 0 || begins_text(page, i + 2));
}

bool is_title_over(const JoinPage& page, std::size_t i, Start start) {
  const bool titled = is_titled_so(page, page.view(page.lines[i]));  // 关于深化改革、促进发展的决定
  if (!is_unmarked(page, i, titled) || fold(page.lines[i].last) == U'：') return false;
  const std::string_view following = page.view(page.next(i));
  if (start == Start::titled) return true;
  if (start == Start::open && !may_be_cited(following)) return true;
  if (start > Start::open || !titled) return false;
  if (start == Start::open) return bool(page.ends().first_article.find(following));
  const bool number = following.find("〔") != std::string_view::npos && page.ends().number.find(following) > 0;  // 江政发〔2024〕5号
  return number || fold(page.next(i).last) == U'：' || page.ends().preamble.find(following) || stands_below_title(page.text, page.next(i), page.rules);
}

bool may_be_headline(const JoinPage& page, std::size_t i) {
  constexpr double kHardly = 2, kRather = 0;
  const PrintedLine& line = page.lines[i];
  if (line.blanks == 0 || line.stop) return false;
  const SeamHead head = seam_head(page.view(line), page.rules);
  const bool phrase = (!head.unfinished || page.ends().headline.find(page.view(line)) > 0) && (is_han(line.last) || is_closing(line.last)) && page.start(line) == Start::none;
  return continuation_odds(head, page.view(page.next(i)), page.rules) <= (phrase ? kHardly : kRather);
}

bool looks_like_question(const PrintedLine& line) {
  constexpr std::size_t kLongestHeadline = 3 * 34;
  return line.end - line.begin < kLongestHeadline && (fold(line.last) == U'？' || fold(line.last) == U'！');
}

}  // namespace jianbao
