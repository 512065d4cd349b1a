#include "clean/join_rows.h"

#include <string>

#include "clean/torn_line.h"
#include "names/persons.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

/// Columns are as wide at least, in half characters; a name or a label that stands alone is narrower.
constexpr int kNarrowest = 2 * 10;

/// Han at an end of a text.
struct Han {
  std::string_view text;
  std::size_t count = 0;
};

/// The Han that a text ends with; of more than a name or a label has, the last ones.
Han last_han(std::string_view text) {
  constexpr std::size_t kMost = 8;
  std::size_t begin = text.size(), count = 0;
  for (; count < kMost && begin > 0 && is_han(char_at(text, before(text, begin))); ++count) begin = before(text, begin);
  return {text.substr(begin), count};
}

Han first_han(std::string_view text) {
  constexpr std::size_t kMost = 8;
  std::size_t end = 0, count = 0;
  for (; count < kMost && end < text.size() && is_han(char_at(text, end)); ++count) next_char(text, end);
  return {text.substr(0, end), count};
}

/// What stands in front of the last Han of a text; 0: nothing.
char32_t mark_before(std::string_view text, const Han& last) {
  const std::size_t begin = text.size() - last.text.size();
  return begin > 0 ? char_at(text, before(text, begin)) : 0;
}

/// What follows the first Han of a text; 0: nothing.
char32_t mark_behind(std::string_view text, const Han& first) { return first.text.size() < text.size() ? char_at(text, first.text.size()) : 0; }

/// 编辑：温琪　校对：⏎方小禾, …提供担保。联系人：⏎方小禾: a label at a line's end that is not the line's first word. A label of its own begins another field.
bool label_waits(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kLongest = 6;  // characters
  const PrintedLine& line = page.lines[i];
  if (!is_label_mark(line.last)) return false;  // most lines
  const std::string_view text = page.view(line), following = page.view(page.next(i)), labelled = text.substr(0, before(text, text.size()));
  const Han label = last_han(labelled);
  if (label.count < 2 || label.count > kLongest) return false;
  const char32_t mark = mark_before(labelled, label);
  const bool contact = is_stop(mark) || is_pause(fold(mark));
  if (contact ? start_of(text.substr(labelled.size() - label.text.size()), page.rules) != Start::gap : !is_space(mark)) return false;
  return page.start(page.next(i)) == Start::none && !is_label_mark(mark_behind(following, first_han(following)));
}

/// 美⏎编：温琪, 责任⏎校对　温琪, 校对⏎／温琪: a label of those who made the page.
bool label_torn(const JoinPage& page, std::size_t i) {
  const std::string_view text = page.view(page.lines[i]), following = page.view(page.next(i));
  const Han last = last_han(text), first = first_han(following);
  if (!is_space(mark_before(text, last)) || last.count == 0) return false;
  if (first.count == 0) return is_label_mark(page.next(i).first) && page.ends().staff.find(last.text).bytes == last.text.size();
  const std::string whole = std::string(last.text).append(first.text);
  const char32_t mark = mark_behind(following, first);
  return (is_space(mark) || is_label_mark(mark)) && page.ends().staff.find(whole).bytes == whole.size();
}

/// 责编, 本版责编
bool ends_with_staff(const JoinPage& page, std::string_view label) {
  for (std::size_t at = 0; at < label.size(); next_char(label, at))
    if (page.ends().staff.find(label, at).bytes == label.size() - at) return true;
  return false;
}

/// 版式　林⏎一鸣, 校对：林一⏎鸣　电话：…: a surname alone behind a label, or a name whose last character stands alone on the next line, before a label.
bool name_torn(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kGiven = 2;  // characters of a given name at most
  const std::string_view text = page.view(page.lines[i]), following = page.view(page.next(i));
  const Han last = last_han(text), first = first_han(following);
  if (last.count == 0 || last.count > kGiven || first.count == 0 || first.count + last.count > kGiven + 1) return false;
  const char32_t mark = mark_before(text, last), behind = mark_behind(following, first);
  if (!(is_space(mark) || is_label_mark(mark)) || !(behind == 0 || is_space(behind))) return false;
  const std::string_view labelled = text.substr(0, before(text, text.size() - last.text.size()));
  const Han label = last_han(labelled);
  if (label.count < 2 || surname_length(last.text, page.rules) == 0) return false;  // 徐　丰: a name set wide
  const bool is_label = ends_with_staff(page, label.text) || page.ends().author.find(labelled) > 0 || (is_label_mark(mark) && page.ends().staff.find(text));
  if (!is_label || last.count < kGiven) return is_label;
  return page.measures.is_wrapped() && (behind == 0 || first_han(trim(following.substr(first.text.size()))).count > 1);  // 白　洁: another
}

/// 邮编：43⏎0100, 传真电话：822⏎3071
bool number_torn(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kPostcode = 6, kShortPhone = 7, kLongPhone = 8;  // figures
  if (!is_ascii_digit(page.lines[i].last) || !is_ascii_digit(page.next(i).first)) return false;  // most lines
  const std::string_view line = page.view(page.lines[i]), following = page.view(page.next(i));
  return labelled_torn(line, following, page.ends().postcode, kPostcode, kPostcode) || labelled_torn(line, following, page.ends().phone, kShortPhone, kLongPhone);
}

/// 6：00～1⏎8：00: one figure of the second hour.
bool is_end_of_span(std::string_view line) {
  const std::size_t figure = before(line, line.size());
  const char32_t mark = figure > 0 ? char_at(line, before(line, figure)) : 0;
  return mark == U'～' || mark == '~' || mark == U'—' || mark == '-' || mark == U'－' || mark == U'至';
}

/// 面积186⏎42.6　商住, 期限70⏎年　起始价: on a page whose text was wrapped by counting a figure goes on with more figures, or what it counts. What counts the rows
/// of a table has a few figures, and a gap behind them.
bool figure_torn(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kCount = 3, kCents = 2;  // figures of a number that counts rows; behind a point
  if (!is_ascii_digit(page.lines[i].last) || !page.measures.is_wrapped() || !page.measures.may_be_full(i)) return false;
  const std::string_view following = page.view(page.next(i));
  const std::size_t figures = leading_figures(following);
  if (figures == 0) return is_han(page.next(i).first) && seam_tail(following, page.rules).unit;
  if (figures == following.size()) return figures > kCount && page.measures.is_full(i, false);
  if (is_end_of_span(page.view(page.lines[i])) && fold(char_at(following, figures)) == U'：') return true;
  if (figures <= kCents && !is_ascii_digit(page.lines[i].first) && seam_tail(following.substr(figures), page.rules).unit) return true;  // 售价9.5⏎0元
  if (!page.measures.is_full(i, false)) return false;
  return figures > kCount || (!is_space(char_at(following, figures)) && page.start(page.next(i)) == Start::none && !is_hour_row(following));
}

/// 值⏎班编辑, 星期⏎四: on a page whose text was wrapped by counting the line end may tear any word of a row.
bool word_torn(const JoinPage& page, std::size_t i) {
  if (!page.measures.is_wrapped() || !page.is_between_han(i) || !page.measures.may_be_full(i)) return false;
  return page.tears_word(i);
}

}  // namespace

bool row_goes_on(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  if (following.indent > 0 || line.even_width < kNarrowest || line.first == '#' || line.verse) return false;
  if (label_waits(page, i)) return true;
  if (!line.row || line.apart || following.apart || line.hard_break) return false;
  return label_torn(page, i) || name_torn(page, i) || number_torn(page, i) || mail_torn(page.view(line), page.view(following)) || figure_torn(page, i) || word_torn(page, i);
}

}  // namespace jianbao
