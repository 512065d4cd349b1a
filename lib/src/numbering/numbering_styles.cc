#include "numbering/numbering_styles.h"

#include <algorithm>
#include <charconv>

#include "tables/tables.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kNext = "{+}", kExcept = "!";
constexpr std::string_view kDash = "-";
constexpr std::size_t kLongestNumeral = 10;  // characters: 一千二百六十 with a space between each

std::vector<std::string> alternatives(const std::string& cell) {
  std::vector<std::string> list = split_cell(cell, '|');
  if (list.empty()) list.emplace_back();
  return list;
}

CharSignature signature_of(char32_t c) {
  CharSignature signature;
  signature.add(c);
  return signature;
}

int to_int(const std::string& cell, const std::string& place) {
  int value = 0;
  if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc()) throw RulesError(place + ": no number '" + cell + "'");
  return value;
}

StyleRole to_role(const std::string& cell, const std::string& place) {
  if (cell == "unit") return StyleRole::unit;
  if (cell == "root") return StyleRole::root;
  if (cell == "box") return StyleRole::box;
  if (cell == "float") return StyleRole::floating;
  if (cell == "inline") return StyleRole::in_line;
  throw RulesError(place + ": unknown role '" + cell + "'");
}

void set_numerals(Style& style, const std::string& cell, const std::string& place) {
  static constexpr std::pair<std::string_view, Numerals> kNames[] = {
      {"{cn}", Numerals::cn},       {"{ar}", Numerals::digits},   {"{n}", Numerals::either},   {"{n?}", Numerals::either},
      {"{big}", Numerals::formal}, {"{roman}", Numerals::roman}, {"{dec}", Numerals::decimal},
  };
  for (const auto& [name, numerals] : kNames) {
    if (cell != name) continue;
    style.numerals = numerals;
    style.number_optional = cell.find('?') != std::string::npos;
    return;
  }
  if (cell.empty() || cell.front() == '{') throw RulesError(place + ": unknown number '" + cell + "'");
  style.numerals = Numerals::listed;
  style.listed = split_cell(cell);
  if (style.listed.size() > 1) return;
  style.listed.clear();
  for (std::size_t at = 0; at < cell.size();) append_char(style.listed.emplace_back(), next_char(cell, at));
}

bool belongs(const Style& style, char32_t c) {
  switch (style.numerals) {
    case Numerals::cn: return is_ordinal_numeral(c);
    case Numerals::digits:
    case Numerals::decimal: return is_digit(c);
    case Numerals::either: return is_ordinal_numeral(c) || is_digit(c);
    case Numerals::formal: return is_formal_numeral(c);
    case Numerals::roman: return c == 'I' || c == 'V' || c == 'X';
    case Numerals::listed:
      return std::any_of(style.listed.begin(), style.listed.end(), [&](const std::string& sign) { return first_char(sign) == c; });
  }
  return false;
}

/// Where a number of the style ends. Han numerals may be spaced out (二 十 一); digits may not.
std::size_t skip_number(const Style& style, std::string_view text, std::size_t at) {
  if (style.numerals == Numerals::listed) {
    std::size_t longest = 0;  // ii, not i
    for (const std::string& sign : style.listed)
      if (text.substr(at).starts_with(sign)) longest = std::max(longest, sign.size());
    return longest > 0 ? at + longest : kNone;
  }
  std::size_t end = kNone, count = 0;
  bool point = false, dotted = false;
  while (at < text.size() && count < kLongestNumeral) {
    std::size_t next = at;
    const char32_t c = next_char(text, next);
    if (style.numerals == Numerals::decimal && end != kNone && !point && (c == '.' || c == U'．')) {
      point = true, at = next;
      continue;
    }
    if (!belongs(style, c)) {
      if (count == 0 || !is_space(c) || is_digit(char_at(text, before(text, at)))) break;
      at = next;
      continue;
    }
    dotted = dotted || point;
    at = end = next, point = false;
    ++count;
  }
  // `1 总则` stands above `1.1`; without a point the gap alone shows that the number is a label.
  if (style.numerals == Numerals::decimal && !dotted && end != kNone && (count > 2 || skip_spaces(text, end) == end)) return kNone;
  return end;
}

std::optional<int> value_of(const Style& style, std::string_view text) {
  switch (style.numerals) {
    case Numerals::listed: return static_cast<int>(std::find(style.listed.begin(), style.listed.end(), text) - style.listed.begin()) + 1;
    case Numerals::roman: return parse_roman(text);
    case Numerals::decimal: return parse_ordinal(text.substr(text.find_last_of(".\x8E") + 1));  // \x8E ends U+FF0E
    default: break;
  }
  return text.find(' ') == kNone && text.find("　") == kNone ? parse_ordinal(text) : parse_ordinal(drop_spaces(text));
}

int depth_of(std::string_view decimal) {
  int depth = 0;
  for (std::size_t at = 0; at < decimal.size();)
    if (const char32_t c = next_char(decimal, at); c == '.' || c == U'．') ++depth;
  return depth;
}

/// A number behind `之` or a dash, with spaces between, as of an inserted article; moves `at` behind it. Where the whole label is spaced
/// out, 第 五 条 之 一　, a gap must show that it ends there.
int read_sub(std::string_view line, std::size_t& at, std::string_view mark) {
  const std::size_t spaced = skip_spaces(line, at);
  if (line.substr(spaced, mark.size()) != mark) return 0;
  const std::size_t begin = skip_spaces(line, spaced + mark.size());
  std::size_t end = begin;
  while (end < line.size() && (is_ordinal_numeral(char_at(line, end)) || is_digit(char_at(line, end)))) next_char(line, end);
  const auto value = parse_ordinal(line.substr(begin, end - begin));
  if (!value || (spaced > at && end < line.size() && !is_space(char_at(line, end)))) return 0;
  at = end;
  return *value;
}

/// OCR often reads the wide gap behind 第三条 as a quote. It is one where its partner is missing.
std::size_t skip_stray_quote(std::string_view line, std::size_t at) {
  constexpr std::string_view kOpening = "“‘", kClosing = "”’\"'";
  if (at >= line.size()) return at;
  std::size_t next = at;
  next_char(line, next);
  const std::string_view quote = line.substr(at, next - at);
  const bool closing = kClosing.find(quote) != kNone;
  const bool opening = kOpening.find(quote) != kNone && line.find(kClosing.substr(0, quote.size()), next) == kNone;
  next = skip_spaces(line, next);
  return (closing || opening) && is_han(char_at(line, next)) ? next : at;
}

bool is_rejected(std::string_view line, const Reading& reading, std::size_t behind) {
  for (const Style::Reject& reject : reading.style->rejects) {
    std::size_t at = behind;
    if (reject.behind_next) {
      while (at < line.size() && (is_ordinal_numeral(char_at(line, at)) || is_digit(char_at(line, at)))) next_char(line, at);
      const auto next = parse_ordinal(line.substr(behind, at - behind));
      // 一、三季度 leaves one out, 五、六年级 does not; 一、五年来 is a heading.
      if (!next || *next <= reading.number || *next > reading.number + 2) continue;
    }
    if (reject.pattern.matches(line, at)) return !reject.excepts;
  }
  return false;
}

/// The value of that number, 1 where none is printed; false where it is too high for a label.
bool set_value(const Style& style, Reading& reading) {
  reading.number = 1;
  if (reading.number_text.empty()) return true;
  const auto value = value_of(style, reading.number_text);
  if (!value || *value > style.most) return false;
  reading.number = *value;
  return true;
}

/// The number of a label as it is printed, and what is inserted with it (3-1); false where there is none.
bool read_number(const Style& style, std::string_view line, std::size_t& at, Reading& reading) {
  const std::size_t begin = style.open.front().empty() ? at : skip_spaces(line, at);
  const std::size_t end = skip_number(style, line, begin);
  if (end == kNone) return style.number_optional;
  reading.number_text = line.substr(begin, end - begin);
  if (style.number_optional && begin > at && !set_value(style, reading)) {  // 附件　2025年度重点项目清单: the year begins what follows
    reading.number_text = {};
    return true;
  }
  at = end;
  if (!style.sub.empty()) reading.sub = read_sub(line, at, kDash);
  reading.dashed = reading.sub > 0;
  if (const char32_t letter = style.lettered ? char_at(line, at) : 0; letter >= 'A' && letter <= 'Z') reading.sub = static_cast<int>(letter - 'A') + 1, ++at;
  return true;
}

/// What stands at `at` out of alternatives; moves `at` behind it. One that stands there as it is comes before one in the
/// other width or script.
bool read_literal(const std::vector<std::string>& alternatives, std::string_view line, std::size_t& at, std::string_view& found) {
  const std::size_t spaced = skip_spaces(line, at);
  const std::string* best = nullptr;
  std::size_t behind = at;
  for (const std::string& literal : alternatives) {
    if (literal.empty()) {
      if (!best) best = &literal;
      continue;
    }
    if (line.substr(spaced).starts_with(literal)) {
      best = &literal, behind = spaced + literal.size();
      break;
    }
    if (best) continue;
    if (const std::size_t end = word_end(line, spaced, literal); end != kNone) best = &literal, behind = end;
  }
  if (!best) return false;
  found = *best;
  at = behind;
  return true;
}

std::optional<Reading> read_as(const Style& style, std::string_view line) {
  Reading reading;
  reading.style = &style;
  reading.rank = style.rank;
  std::size_t at = 0;
  if (!read_literal(style.open, line, at, reading.open) || !read_number(style, line, at, reading)) return {};
  const bool closed = style.close_begins.may_have(char_at(line, skip_spaces(line, at))) && read_literal(style.close, line, at, reading.close);
  if (!closed && (style.role == StyleRole::unit || style.role == StyleRole::in_line)) return {};
  if (!set_value(style, reading)) return {};
  reading.length = at;
  if (style.numerals == Numerals::decimal) reading.rank += depth_of(reading.number_text);
  if (!style.sub.empty() && !reading.dashed) reading.sub = read_sub(line, reading.length, style.sub);
  std::size_t behind = skip_spaces(line, reading.length);
  const bool spaced = behind > reading.length;
  if (!style.sub.empty()) behind = skip_stray_quote(line, behind);
  if (!spaced && is_rejected(line, reading, behind)) return {};
  if (spaced && reading.close.empty() && style.numerals == Numerals::decimal && is_table_row(line.substr(behind))) return {};
  reading.gap = behind - reading.length;
  return reading;
}

/// Where the number of an ordinal is closed, the same for all that begin with one character.
std::size_t ordinal_close(const Style& style, std::string_view line) {
  std::size_t at = 0;
  next_char(line, at);
  const std::size_t end = skip_number(style, line, skip_spaces(line, at));
  return end == kNone ? line.size() : skip_spaces(line, end);
}

/// The number in the hand it is printed in: 參 and 叁 stay what they are where their value is the label's.
std::string standard_number(const Reading& reading, int value) {
  const Numerals hand = reading.style->numerals;
  if (hand == Numerals::formal) {
    const std::string printed = drop_spaces(reading.number_text);
    return parse_ordinal(printed) == value ? printed : formal_numeral(value);
  }
  return hand == Numerals::digits || is_digit(first_char(reading.number_text)) ? std::to_string(value) : cn_numeral(value);
}

}  // namespace

std::u32string Style::first() const {
  std::u32string out;
  const auto add_widths = [&](char32_t meant) {
    constexpr char32_t kFullOfHalf = 0xFF01 - 0x21;
    out.push_back(meant);
    if (meant >= 0x21 && meant <= 0x7E && fold(meant + kFullOfHalf) == fold(meant)) out.push_back(meant + kFullOfHalf);
    if (meant >= 0xFF01 && meant <= 0xFF5E && fold(meant - kFullOfHalf) == fold(meant)) out.push_back(meant - kFullOfHalf);
  };
  for (const std::string& text : open) {
    if (!text.empty()) {
      add_widths(first_char(text));
      continue;
    }
    for (const std::string& sign : listed) out.push_back(first_char(sign));
    if (!listed.empty()) continue;
    for (const char32_t c : numeral_signs() + U"0123456789IVX")
      if (belongs(*this, c)) add_widths(c);
  }
  return out;
}

NumberingStyles::NumberingStyles(const Rules::Tables& tables) {
  const Table& table = tables.table("numbering");
  for (const Table::Row& row : table.rows()) {
    Style style;
    const auto cell = [&](std::string_view column) { return table.cell(row, column); };
    style.id = cell("id");
    style.open = alternatives(cell("open"));
    style.close = alternatives(cell("close"));
    for (const std::string& close : style.close) style.close_begins |= close.empty() ? CharSignature::all() : signature_of(first_char(close));
    set_numerals(style, cell("number"), row.place);
    style.rank = to_int(cell("rank"), row.place);
    style.most = to_int(cell("most"), row.place);
    style.role = to_role(cell("role"), row.place);
    style.strong = cell("trust") == "strong";
    style.words = cell("trust") == "words";
    style.sub = cell("sub");
    if (style.sub == "A") style.lettered = true, style.sub.clear();
    style.form = cell("label");
    style.ordinal = style.role == StyleRole::unit && style.numerals == Numerals::either && !style.number_optional && !style.lettered && style.open.size() == 1 && count_chars(style.open.front()) == 1;
    for (const std::string& pattern : split_cell(cell("reject"))) {
      const bool behind = pattern.starts_with(kNext), excepts = pattern.starts_with(kExcept);
      const std::size_t sign = behind ? kNext.size() : excepts ? kExcept.size() : 0;
      style.rejects.push_back({behind, excepts, Pattern(std::string_view(pattern).substr(sign), row.place)});
    }
    style.example = cell("example");
    style.counter = cell("counter");
    styles_.push_back(std::move(style));
  }
  for (std::size_t i = 0; i < styles_.size(); ++i) {
    by_id_.emplace(styles_[i].id, static_cast<std::uint16_t>(i));
    for (const char32_t c : styles_[i].first()) {
      std::vector<std::uint16_t>& styles = by_first_[c];
      if (!styles.empty() && styles.back() == i) continue;
      styles.push_back(static_cast<std::uint16_t>(i));
      if (c < 0x10000) begins_[c / 64] |= std::uint64_t{1} << (c % 64);
    }
  }
}

const NumberingStyles& NumberingStyles::of(const Rules& rules) { return rules.tables().compiled<NumberingStyles>(); }

std::optional<Reading> NumberingStyles::read(std::string_view line, bool in_line) const {
  const char32_t first = first_char(line);
  if (first >= 0x10000 || !(begins_[first / 64] >> (first % 64) & 1)) return {};
  std::size_t close = kNone;
  for (const std::uint16_t i : *by_first_.find(first)) {
    const Style& style = styles_[i];
    if (style.role == StyleRole::in_line && !in_line) continue;
    if (style.ordinal) {
      if (close == kNone) close = ordinal_close(style, line);
      if (!style.close_begins.may_have(char_at(line, close)) && !line.substr(close).starts_with(kDash)) continue;
    }
    if (auto reading = read_as(style, line)) return reading;
  }
  return {};
}

std::optional<Reading> NumberingStyles::read_by(const Style& style, std::string_view line) const { return read_as(style, line); }

const Style* NumberingStyles::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &styles_[found->second];
}

bool is_table_row(std::string_view text) {
  constexpr std::size_t kCell = 2;  // characters of a cell that is no figure, at least
  constexpr std::size_t kWide = 2;  // spaces that are a gap for certain; of single ones it takes two
  std::size_t cell = 0, spaces = 0, gaps = 0;
  bool figure = true;  // the cell has nothing but digits
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (is_space(c)) {
      spaces += c == 0x3000 || c == '\t' ? kWide : 1;
      continue;
    }
    const bool words = spaces == 1 && !is_han(c) && !is_han(last) && !is_digit(c) && !is_digit(last);
    if (spaces > 0 && !words) {
      if (cell < kCell && !figure) return false;
      gaps += std::min(spaces, kWide);
      cell = 0;
      figure = true;
    }
    figure &= is_digit(c);
    ++cell;
    spaces = 0;
    last = c;
  }
  return gaps >= kWide && (cell >= kCell || figure);
}

std::string standard_label(const Reading& reading, int number) {
  const Style& style = *reading.style;
  const int value = number > 0 ? number : reading.number;
  std::string out;
  for (const char c : style.form) {
    switch (c) {
      case '#':
        if (number > 0 || !reading.number_text.empty()) out += standard_number(reading, value);
        if (reading.dashed) out += '-' + std::to_string(reading.sub);
        if (style.lettered && reading.sub > 0) out += static_cast<char>('A' + reading.sub - 1);
        break;
      case '%': out += std::to_string(value); break;
      case '=':
        if (number > 0 && style.numerals == Numerals::listed && value <= style.most)
          out += style.listed[static_cast<std::size_t>(value) - 1];
        else
          out += reading.number_text;
        break;
      case '~': out += reading.close; break;
      case '@': out += reading.open; break;
      default: out += c;
    }
  }
  if (reading.sub > 0 && !reading.dashed && !style.lettered)
    out += style.sub + (is_digit(first_char(reading.number_text)) ? std::to_string(reading.sub) : cn_numeral(reading.sub));
  return out;
}

}  // namespace jianbao
