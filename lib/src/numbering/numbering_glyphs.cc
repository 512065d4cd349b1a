#include "numbering/numbering_glyphs.h"

#include <algorithm>

#include "numbering/numbering_headings.h"
#include "tables/lexicon.h"
#include "tables/tables.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kMostReadings = 24;  // of one damaged number
constexpr std::size_t kLongestNumber = 4;  // characters of a damaged number
constexpr std::size_t kLongestMarked = 3;  // the same, before a mark
constexpr char32_t kOpen = U'（', kClose = U'）';

/// 第十条 and 第10条; a number in both hands has no value.
bool is_either_numeral(char32_t c) { return is_ordinal_numeral(c) || is_digit(c); }

/// Behind the bracket a mark may have been seen besides: （四].提升品质.
void skip_stray_mark(std::string_view line, std::size_t& end) {
  const char32_t mark = fold(char_at(line, end));
  std::size_t behind = end;
  if (mark == '.' || mark == U'．' || mark == U'、' || mark == U'，') next_char(line, behind);
  if (behind > end && is_han(char_at(line, behind))) end = behind;
}

}  // namespace

bool Suspect::may_be(int number) const { return std::find(values.begin(), values.end(), number) != values.end(); }

NumberingGlyphs::NumberingGlyphs(const Rules::Tables& tables) : styles_(&tables.compiled<NumberingStyles>()) {
  const Table& table = tables.table("numbering_glyphs");
  for (const Table::Row& row : table.rows())
    for (const std::string& seen : split_cell(table.cell(row, "seen"))) {
      std::u32string& meant = meant_[fold(first_char(seen))];
      if (const char32_t c = first_char(row.cells[0]); meant.find(c) == std::u32string::npos) meant.push_back(c);
    }
  bracketed_ = styles_->find("cn-paren");
  comma_ = styles_->find("cn-comma");
  bracketed_digits_ = styles_->find("ar-paren");
  pointed_ = styles_->find("ar-point");
  formal_ = styles_->find("big-comma");
  half_ = styles_->find("ar-half");
  const Style* article = styles_->find("article");
  if (!bracketed_ || !bracketed_digits_ || !comma_ || !pointed_ || !formal_ || !half_ || !article)
    throw RulesError(table.name() + ": needs the styles cn-paren, ar-paren, cn-comma, ar-point, big-comma, ar-half and article");
  ordinal_ = first_char(article->open.front());
  for (const Style& style : styles_->all())
    if (style.role == StyleRole::unit && first_char(style.open.front()) == ordinal_)
      for (const std::string& close : style.close)
        if (count_chars(close) == 1) ordinals_.emplace_back(first_char(close), &style);
}

const NumberingGlyphs& NumberingGlyphs::of(const Rules& rules) { return rules.tables().compiled<NumberingGlyphs>(); }

bool NumberingGlyphs::stands_for(char32_t seen, char32_t meant) const {
  const std::u32string* const found = meant_.find(fold(seen));
  return found && found->find(meant) != std::u32string::npos;
}

bool NumberingGlyphs::may_be(char32_t c, Sign sign) const {
  if (sign(c)) return true;
  const std::u32string* const found = meant_.find(fold(c));
  return found && std::any_of(found->begin(), found->end(), sign);
}

bool NumberingGlyphs::closes_ordinal(char32_t c) const {
  return std::any_of(ordinals_.begin(), ordinals_.end(), [&](const auto& entry) { return entry.first == c || stands_for(c, entry.first); });
}

/// A number whose characters are numerals or look like one; with `foreign`, one Han character that looks like none may
/// stand among them, and then the number is not readable.
NumberingGlyphs::Number NumberingGlyphs::read_number(std::string_view line, std::size_t at, std::size_t most, Sign sign, bool foreign) const {
  Number number;
  number.end = at;
  std::vector<std::string> readings = {""};
  while (at < line.size() && number.characters < most) {
    const char32_t c = next_char(line, at);
    std::u32string meant;
    if (sign(c)) meant.push_back(fold(c));
    if (const std::u32string* const found = meant_.find(fold(c)))
      for (const char32_t m : *found)
        if (sign(m)) meant.push_back(m);
    if (meant.empty()) {
      if (!foreign || number.foreign > 0 || !is_han(c) || (number.characters > 0 && closes_ordinal(c))) break;
      ++number.foreign;
    } else if (!sign(c)) {
      ++number.damaged;
    }
    ++number.characters;
    number.end = at;
    if (meant.size() == 1) {
      for (std::string& reading : readings) append_char(reading, meant.front());
      continue;
    }
    std::vector<std::string> longer;
    for (const std::string& reading : readings)
      for (const char32_t m : meant)
        if (longer.size() < kMostReadings) append_char(longer.emplace_back(reading), m);
    readings = std::move(longer);
  }
  if (number.foreign == 0 && number.characters > 0)
    for (const std::string& reading : readings)
      if (const auto value = parse_ordinal(reading)) number.values.push_back(*value);
  return number;
}

/// Letters in place of a number that cannot be read: （AN）.
NumberingGlyphs::Number NumberingGlyphs::skip_letters(std::string_view line, std::size_t at) {
  constexpr std::size_t kMost = 3;
  Number number;
  while (number.characters < kMost && is_ascii_letter(char_at(line, at))) next_char(line, at), ++number.characters;
  number.end = at;
  number.foreign = number.characters > 0;
  return number;
}

/// `（三乱贴广告`: nothing closes the bracket, and 乱 is the text, not a numeral that cannot be read.
void NumberingGlyphs::read_bracketed(std::string_view line, const Style& style, Sign sign, std::vector<Suspect>& out) const {
  const std::size_t before = out.size();
  const bool opens = fold(first_char(line)) == kOpen;
  read_bracketed(line, style, sign, opens, out);
  if (opens && out.size() == before) read_bracketed(line, style, sign, false, out);
}

/// `〔一）`, `二）`, `（三`, `（ニ）`, `（ニ〉`, `）`: one true bracket, or two that stand for brackets around a sound numeral. With `foreign`
/// a character that looks like no numeral may stand in the bracket.
void NumberingGlyphs::read_bracketed(std::string_view line, const Style& style, Sign sign, bool foreign, std::vector<Suspect>& out) const {
  std::size_t at = 0;
  const char32_t first = fold(first_char(line));
  const bool true_open = first == kOpen, open = true_open || stands_for(first, kOpen);
  if (open || first == '|') next_char(line, at);
  if (open && (stands_for(fold(char_at(line, at)), kOpen) || (!true_open && fold(char_at(line, at)) == kOpen))) next_char(line, at);  // (《八), 〈（八）: read twice
  const std::size_t begin = skip_spaces(line, at);
  Number number = read_number(line, begin, kLongestNumber, sign, foreign);
  if (true_open && number.characters == 0) number = skip_letters(line, begin);
  std::size_t end = skip_spaces(line, number.end);
  const char32_t last = fold(char_at(line, end));
  const bool true_close = last == kClose, close = true_close || stands_for(last, kClose);
  if (close) next_char(line, end);
  const bool sound = number.damaged == 0 && number.foreign == 0 && !number.values.empty();
  const bool read = number.foreign == 0 && !number.values.empty();
  if (!(true_open && true_close) && !(true_close && (open || at == 0 || first == '|')) && !(true_open && (sound || (close && read))) && !(open && close && sound)) return;
  if (number.characters == 0 && !true_close) return;
  if (number.foreign > 0 && is_ascii_letter(char_at(line, begin)) && !(true_open && true_close)) return;
  if (close) skip_stray_mark(line, end);
  out.push_back({&style, number.values, close ? end : number.end, sound || (true_open && true_close)});
}

/// `-、`, `一，`, `2。`, `l．`: of number and mark one is sound. `3按规定`, `三 提升质量`: the mark is gone; believed only between
/// neighbours, or where a space shows that something stood there.
void NumberingGlyphs::read_marked(std::string_view line, const Style& style, Sign sign, std::vector<Suspect>& out) const {
  Number number = read_number(line, 0, kLongestMarked, sign, false);
  for (std::size_t most = number.characters; number.values.empty() && most-- > 1;) number = read_number(line, 0, most, sign, false);  // 三丶: 丶 may be 一, too
  if (number.values.empty()) return;
  const std::size_t mark_at = skip_spaces(line, number.end);
  const char32_t mark = fold(char_at(line, mark_at)), true_mark = fold(first_char(style.close.front()));
  const bool sound_number = number.damaged == 0, spaced = mark_at > number.end;
  const bool sound_mark = std::any_of(style.close.begin(), style.close.end(), [&](const std::string& close) { return fold(first_char(close)) == mark; });
  std::size_t end = mark_at;
  if (sound_mark || (sound_number && stands_for(mark, true_mark))) {
    next_char(line, end);
    if (is_digit(char_at(line, end)) && is_digit(first_char(line))) return;  // 1,200
    if (sound_mark && end < line.size() && stands_for(fold(char_at(line, end)), true_mark)) next_char(line, end);  // 1.，用水
    out.push_back({&style, number.values, end, sound_number || !is_han(first_char(line))});
  } else if (sound_number && is_han(mark) && (spaced || !is_ordinal_numeral(first_char(line))) && !is_table_row(line.substr(mark_at))) {
    out.push_back({&style, number.values, number.end, spaced && is_digit(first_char(line))});
  }
}

/// 之一, 之ニ behind an article; its end is `at` where there is none.
NumberingGlyphs::Number NumberingGlyphs::read_sub(std::string_view line, const Style& style, std::size_t at) const {
  Number none;
  none.end = at;
  if (style.sub.empty() || !line.substr(at).starts_with(style.sub)) return none;
  Number number = read_number(line, at + style.sub.size(), 2, is_ordinal_numeral, false);
  return number.values.empty() ? none : number;
}

/// `四条　`: 第 is gone, and the gap behind the label shows that it is one.
void NumberingGlyphs::read_bare_ordinal(std::string_view line, std::vector<Suspect>& out) const {
  const Number number = read_number(line, 0, 6, is_ordinal_numeral, false);
  if (number.values.empty() || number.damaged > 0) return;
  std::size_t end = skip_spaces(line, number.end);
  const char32_t last = end < line.size() ? next_char(line, end) : 0;
  const auto found = std::find_if(ordinals_.begin(), ordinals_.end(), [&](const auto& entry) { return entry.first == last; });
  if (found == ordinals_.end() || end >= line.size() || !is_space(char_at(line, end))) return;
  out.push_back({found->second, number.values, end, false});
}

/// `第几条`, `弟三条`, `第三茶`: of the three parts two must be sound.
void NumberingGlyphs::read_ordinal(std::string_view line, std::vector<Suspect>& out) const {
  std::size_t at = 0;
  const char32_t first = first_char(line);
  const bool sound_open = first == ordinal_, open = sound_open || stands_for(first, ordinal_);
  if (open) next_char(line, at);
  const Number number = read_number(line, skip_spaces(line, at), 6, is_either_numeral, sound_open);
  const std::size_t close = skip_spaces(line, number.end);
  std::size_t end = close;
  const char32_t last = char_at(line, close);
  const bool sound_number = number.damaged == 0 && number.foreign == 0 && !number.values.empty();
  for (const auto& [sign, style] : ordinals_) {
    const bool sound_close = last == sign;
    if (!sound_close && !stands_for(last, sign)) continue;
    const int sound = int{sound_open} + int{sound_number} + int{sound_close};
    if (sound < 2) continue;
    next_char(line, end);
    const Number sub = read_sub(line, *style, end);
    end = sub.end;
    // Nothing is damaged, and yet it is no label: 第八条、第九条规定的 cites. Only the gap behind may be read as a comma.
    if (sound == 3 && sub.damaged == 0 && fold(char_at(line, end)) != U'，') return;
    if (fold(char_at(line, end)) == U'，') next_char(line, end);
    out.push_back({style, number.values, end, sound_number || (sound_open && sound_close), sub.values.empty() ? 0 : sub.values.front()});
    return;
  }
}

std::vector<Suspect> NumberingGlyphs::suspects(std::string_view line) const {
  std::vector<Suspect> out;
  const char32_t first = fold(first_char(line));
  const bool numeral = may_be(first, is_ordinal_numeral), digit = may_be(first, is_digit);
  const bool formal = is_formal_numeral(first);
  const bool bracket = first == kOpen || first == kClose || first == '|' || stands_for(first, kOpen);
  if (bracket || numeral) read_bracketed(line, *bracketed_, is_ordinal_numeral, out);
  if (bracket || digit) read_bracketed(line, *bracketed_digits_, is_digit, out);
  if (numeral) read_marked(line, *comma_, is_ordinal_numeral, out);
  if (digit) read_marked(line, *pointed_, is_digit, out);
  if (digit) read_marked(line, *half_, is_digit, out);
  if (formal) read_marked(line, *formal_, is_formal_numeral, out);
  if (begins_ordinal(first)) read_ordinal(line, out);
  if (is_ordinal_numeral(first)) read_bare_ordinal(line, out);
  return out;
}

std::vector<Suspect> NumberingGlyphs::divisions(std::string_view line) const {
  std::vector<Suspect> out;
  if (begins_ordinal(fold(first_char(line)))) read_ordinal(line, out);
  return out;
}

namespace {

/// 保障措施: words of the list from the first character to the last.
bool is_all_words(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Word word = longest_word_at(text, at);
    if (!word) return false;
    at = word.at.end;
  }
  return true;
}

}  // namespace

std::optional<Suspect> NumberingGlyphs::bare_number(std::string_view line) const {
  constexpr std::size_t kLongestHeading = 20;  // characters
  if (!is_ordinal_numeral(first_char(line)) || !is_heading_line(line) || count_chars(line) > kLongestHeading) return {};
  std::size_t end = 0;
  while (is_ordinal_numeral(char_at(line, end))) next_char(line, end);
  const auto value = parse_ordinal(line.substr(0, end));
  if (!value || !is_han(char_at(line, end)) || !is_all_words(line, end) || longest_word_at(line, before(line, end)).frequency >= std::max(1, longest_word_at(line, end).frequency)) return {};  // 三农工作
  return Suspect{comma_, {*value}, end, false};
}

std::optional<Suspect> NumberingGlyphs::glued_number(std::string_view line) const {
  constexpr std::size_t kLongest = 2, kFigure = 3;  // digits of the number, and of the figure at least: 1.2米, 3.15晚会
  const auto skip_digits = [&](std::size_t at) {
    while (at < line.size() && is_digit(char_at(line, at))) next_char(line, at);
    return at;
  };
  const std::size_t point = skip_digits(0);
  if (point == 0 || count_chars(line.substr(0, point)) > kLongest) return {};
  std::size_t end = point;
  if (const char32_t c = end < line.size() ? next_char(line, end) : 0; c != '.' && c != U'．') return {};
  const std::size_t figure = skip_digits(end);
  const auto value = parse_ordinal(line.substr(0, point));
  if (!value || count_chars(line.substr(end, figure - end)) < kFigure || !is_han(char_at(line, figure))) return {};
  return Suspect{pointed_, {*value}, end, true};
}

}  // namespace jianbao
