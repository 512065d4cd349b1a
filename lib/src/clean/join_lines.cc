#include "clean/join_lines.h"

#include <algorithm>
#include <array>

#include "tables/pattern.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/char_map.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// The patterns of starts.tsv by the character they begin with.
class Starts {
 public:
  explicit Starts(const Rules::Tables& tables) : acts_(tables.compiled<WordTable>().endings("notice-act")) {
    const Table& table = tables.table("starts");
    for (const Table::Row& row : table.rows()) {
      const std::string& joins = table.cell(row, "joins");
      if (joins == "below") {
        below_.emplace_back(table.cell(row, "pattern"), row.place);
        continue;
      }
      if (joins == "text") rest_.emplace_back(table.cell(row, "pattern"), row.place);
      entries_.push_back({Pattern(table.cell(row, "pattern"), row.place), start_of(joins, row.place)});
      const std::size_t number = entries_.size() - 1;
      const Pattern& pattern = entries_.back().pattern;
      if (!pattern.begins_with_literal()) any_.push_back({number, CharSignature::all()});
      for (const PatternStart& start : pattern.starts()) by_first_[start.first].push_back({number, pattern.second_of(start)});
    }
    for (const Table::Row& row : tables.table("notices").rows())
      for (std::string& topic : split_cell(tables.table("notices").cell(row, "topics"))) topics_.add(std::move(topic));
  }

  Start find(std::string_view line) const {
    const char32_t first = fold(first_char(line));
    if (is_bullet(first)) return Start::never;
    if (const Candidates* const candidates = by_first_.find(first))
      if (const Start start = find(*candidates, line); start != Start::none) return start;
    // What begins with no literal begins with a number.
    if (is_digit(first) || is_cn_numeral(first)) return find(any_, line);
    return heads_notice(line) ? Start::alone : Start::none;
  }

  bool is_below_title(std::string_view line) const { return any(below_, line); }
  bool is_rest(std::string_view line) const { return any(rest_, line); }

 private:
  struct Entry {
    Pattern pattern;
    Start start;
  };

  static bool any(const std::vector<Pattern>& patterns, std::string_view line) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) { return pattern.matches(line); });
  }

  static Start start_of(std::string_view name, const std::string& place) {
    if (name == "never") return Start::never;
    if (name == "open") return Start::open;
    if (name == "author") return Start::author;
    if (name == "titled") return Start::titled;
    if (name == "ended") return Start::ended;
    if (name == "gap") return Start::gap;
    if (name == "alone") return Start::alone;
    if (name == "text") return Start::none;
    throw RulesError(place + ": joins is never, alone, open, author, gap, ended, titled, text or below");
  }

  /// 强制注销公告: nothing but what a kind of notices is about, and the act.
  bool heads_notice(std::string_view line) const {
    constexpr std::size_t kLongest = 3 * 20;  // bytes
    if (line.size() > kLongest || !acts_.may_end(last_char(line))) return false;
    line.remove_suffix(acts_.find(line));
    if (line.empty()) return false;
    while (const std::size_t topic = topics_.find(line)) line.remove_suffix(topic);
    return line.empty();
  }

  /// An entry, and what can stand behind the first character.
  struct Candidate {
    std::size_t number;
    CharSignature second;
  };
  using Candidates = std::vector<Candidate>;

  /// The second and the last character of a line tell of most patterns that they do not match.
  Start find(const Candidates& candidates, std::string_view line) const {
    std::size_t at = 0;
    next_char(line, at);
    const bool is_longer = at < line.size();
    const CharSignature::Bit second = is_longer ? CharSignature::bit_of(char_at(line, at)) : CharSignature::Bit(), last = CharSignature::bit_of(last_char(line));
    for (const auto& [number, may_follow] : candidates)
      if ((!is_longer || may_follow.may_have(second)) && entries_[number].pattern.may_end(last) && entries_[number].pattern.matches(line)) return entries_[number].start;
    return Start::none;
  }

  static bool is_bullet(char32_t c) {
    return (c >= 0x25A0 && c <= 0x27BF) || c == U'※' || c == U'•' || (c >= 0x2460 && c <= 0x24FF) || c == U'【' ||
           c == '#' || c == '|';
  }

  std::vector<Entry> entries_;
  std::vector<Pattern> below_, rest_;
  SuffixIndex topics_;  ///< of kinds of notices
  const SuffixIndex acts_;
  CharMap<Candidates> by_first_;
  Candidates any_;
};

/// Lines over this many bytes are paragraphs, whose width does not matter.
constexpr std::size_t kLongest = 3 * (kWidestColumn + 20);

/// The widths of a line's text, which is the scanned line but for the spaces at both ends.
void measure(std::string_view text, const ScannedLine& scanned, PrintedLine& line) {
  std::uint32_t spaces = 0, narrow = 0;
  const auto leave_out = [&](std::size_t at, std::size_t end) {
    for (; at < end; ++spaces)
      if (const char32_t c = next_char(text, at); c < 0x80) narrow += ScannedLine::narrowness(static_cast<char>(c));
  };
  leave_out(scanned.begin, line.begin);
  leave_out(line.end, scanned.end);
  line.even_width = 2 * (line.indent + static_cast<int>(scanned.characters - spaces));
  line.width = line.even_width - static_cast<int>(scanned.narrow - narrow);
}

/// 白菜 公斤 1.20 1.80: figures stand in fields of their own; stray spaces of OCR do not set two of them apart. `spaces`: as many as there
/// are, or more.
bool has_figures(std::string_view content, std::size_t spaces) {
  constexpr std::size_t kFew = 2;
  std::size_t figures = 0, left = spaces + 1;  // fields
  for (std::size_t at = 0; at < content.size() && figures + left >= kFew; --left) {
    const std::size_t end = std::min(content.find(' ', at), content.size());
    const std::string_view field = content.substr(at, end - at);
    figures += !field.empty() && field.find_first_not_of("0123456789.,%") == std::string_view::npos;
    at = end + 1;
  }
  return figures >= kFew;
}

/// A line without marks of a sentence whose cells are set apart, or that is a label with its value.
bool is_row(std::string_view content, const ScannedLine& scanned) {
  const unsigned has = scanned.has;
  if (scanned.spaces > 1 && content.find("  ") != std::string_view::npos) return true;
  if (scanned.spaces > 0 && has_figures(content, scanned.spaces)) return true;
  if (has & ScannedLine::wide_space && content.find("\u3000") != std::string_view::npos) return true;
  if (!(has & ScannedLine::colon)) return false;
  constexpr std::size_t kLongestLabel = 8;
  std::size_t at = 0;
  for (std::size_t n = 0; n < kLongestLabel && at < content.size() && is_han(char_at(content, at)); ++n) next_char(content, at);
  if (at < 6 || fold(char_at(content, at)) != U'：') return false;
  next_char(content, at);
  return !is_opening(char_at(content, at));
}

/// 让妻子顶包？监控不答应      快两小时拿到户口页: a wide gap parts what has a few Han on either side.
bool stands_apart(std::string_view content) {
  constexpr std::string_view kGap = "     ";
  constexpr std::size_t kFew = 3;
  bool any = false;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find(kGap, at), content.size());
    std::size_t han = 0;
    for (std::size_t i = at; i < end;) han += is_han(next_char(content, i));
    if (han < kFew) return false;
    any = any || end < content.size();
    at = std::min(content.find_first_not_of(' ', end), content.size());
  }
  return any;
}

/// The text of a line, without spaces at both ends.
std::string_view content_of(std::string_view line, unsigned has) {
  const bool spaced = has & (ScannedLine::space | ScannedLine::wide_space | ScannedLine::odd);
  return spaced ? trim(line) : line;
}

/// The last character; an opening quote behind a stop closes what was said, whichever way OCR turned it.
char32_t last_printed(std::string_view content) {
  const char32_t last = last_char(content);
  const bool turned = last == U'“' || last == U'‘';
  return turned && is_stop(last_char(content.substr(0, before(content, content.size())))) ? last + 1 : last;  // ” and ’ come next in Unicode
}

/// 奖池　1,203,456元: its commas part no clauses.
bool has_only_commas_of_figures(std::string_view content) {
  std::size_t at = content.find(',');
  if (at == std::string_view::npos) return false;  // most lines
  const auto is_figure = [&](std::size_t place) { return place < content.size() && is_ascii_digit(static_cast<unsigned char>(content[place])); };
  for (; at != std::string_view::npos; at = content.find(',', at + 1))
    if (at == 0 || !is_figure(at - 1) || !is_figure(at + 1)) return false;
  for (at = 0; (at = skip_han(content, at, content.size())) < content.size();)
    if (const char32_t c = next_char(content, at); c != ',' && is_pause(fold(c))) return false;
  return true;
}

void read_line(std::string_view text, const ScannedLine& scanned, std::string_view content, PrintedLine& line) {
  line.begin = static_cast<std::size_t>(content.data() - text.data());
  line.end = line.begin + content.size();
  line.scanned = &scanned;
  line.print_begin = scanned.begin;
  line.break_at = scanned.end;
  line.hard_break = scanned.spaces > 1 && text.substr(scanned.end - 2, 2) == "  ";
  for (std::size_t at = scanned.begin; at < line.begin;) line.indent += next_char(text, at) == 0x3000;
  line.first = first_char(content);
  line.last = last_printed(content);
  const bool is_paragraph = content.size() > kLongest;
  if (!is_paragraph) measure(text, scanned, line);
  const bool may_be_of_figures = scanned.has & ScannedLine::mark;  // ASCII commas are such
  line.comma = is_paragraph || ((scanned.has & ScannedLine::comma) && !(may_be_of_figures && has_only_commas_of_figures(content)));
  line.stop = is_paragraph || (scanned.has & ScannedLine::stop);
  line.unpaired = scanned.has & ScannedLine::mark;
  line.row = !line.comma && !line.stop && is_row(content, scanned);
  line.apart = line.row && stands_apart(content);
}

bool is_word(char32_t c) { return is_digit(c) || is_letter(c); }

/// Of what a line is made.
enum class Part : unsigned char { none, word, figure, mark };

/// 0.80 is one figure, and so is -2; 万科A is one word.
Part part_of(char32_t c, char32_t next, Part last) {
  if (is_digit(c) || (last == Part::figure && (c == '.' || c == ',') && is_digit(next)) || (c == '-' && is_digit(next))) return Part::figure;
  return is_han(c) || is_letter(c) ? Part::word : Part::mark;
}

/// 跌0.74%，报2983点；深: a row of a list may end with it, and holds none.
bool parts_clauses(std::string_view text, const PrintedLine& line) {
  const std::string_view inside = text.substr(line.begin, before(text, line.end) - line.begin);
  return line.comma && (inside.find("；") != std::string_view::npos || inside.find(';') != std::string_view::npos);
}

/// A row is whole: 5路：火车站—人民广场、 is not.
bool ends_open(char32_t c) {
  c = fold(c);
  return c == U'，' || c == U'、' || c == U'—' || is_opening(c);
}

/// 税务文 书送达公告: a short line without the one space in it, which OCR put between two Han; empty where it has none or more.
std::string without_stray_space(std::string_view line) {
  constexpr std::size_t kShort = 60;  // bytes
  const std::size_t space = line.size() <= kShort ? line.find(' ') : std::string_view::npos;
  if (space == std::string_view::npos || line.find(' ', space + 1) != std::string_view::npos) return {};
  if (space == 0 || !is_han(char_at(line, before(line, space))) || !is_han(char_at(line, space + 1))) return {};
  return std::string(line.substr(0, space)).append(line.substr(space + 1));
}

}  // namespace

bool is_hanging(char32_t c) {
  switch (c) {
    case U'，': case U'、': case U'；': case U'：': case ',': case ';': case ':': case U'．': case U'·': case U'—': case U'％': case '%': case U'℃': return true;
    default: return is_closing(c) || is_stop(c);
  }
}

std::vector<PrintedLine> read_lines(std::string_view text, const CleanScan& scan) {
  std::vector<PrintedLine> lines;
  lines.reserve(scan.lines().size());
  int blanks = 0;
  for (const ScannedLine& scanned : scan.lines()) {
    if (scanned.begin == scanned.end) {
      ++blanks;
      continue;
    }
    const std::string_view content = content_of(text.substr(scanned.begin, scanned.end - scanned.begin), scanned.has);
    if (content.empty()) {
      ++blanks;
      continue;
    }
    PrintedLine& line = lines.emplace_back();  // filled where it stays: a copy would wait for what was just written
    read_line(text, scanned, content, line);
    line.blanks = blanks;
    blanks = 0;
  }
  return lines;
}

void close_up(std::span<PrintedLine> lines) {
  constexpr std::size_t kLeast = 6, kOf = 10;  // lines; of so many one may be none of a spaced column
  constexpr int kNarrowest = 2 * 12, kSlack = 2;
  if (lines.size() < kLeast) return;
  std::size_t others = 0;  // lines right below another, paragraphs
  for (std::size_t i = 1; i < lines.size(); ++i) {
    others += lines[i].blanks == 0 || lines[i].width == 0;
    if (kOf * others > lines.size()) return;  // most pages
  }
  std::array<std::size_t, 2 * kWidestColumn + 1> widths{};
  for (const PrintedLine& line : lines)
    if (line.width >= kNarrowest && line.width <= 2 * kWidestColumn) ++widths[static_cast<std::size_t>(line.width)];
  const auto common = static_cast<int>(std::max_element(widths.begin(), widths.end()) - widths.begin());
  std::size_t full = 0, open = 0;
  for (const PrintedLine& line : lines) {
    const bool fills = line.width >= common - kSlack && line.width <= common + kSlack;
    full += fills;
    open += fills && is_han(line.last);
  }
  if (2 * full < lines.size() || 2 * open < full) return;  // paragraphs are of all widths, and end their sentences
  for (PrintedLine& line : lines) line.blanks -= line.blanks > 0;
}

Make make_of(std::string_view text, const PrintedLine& line) {
  constexpr int kWidest = 2 * 40, kParts = 4, kLooked = 6;
  Make make;
  if (line.stop || line.even_width == 0 || line.even_width > kWidest || ends_open(line.last)) return make;
  int parts = 0;
  Part last = Part::none;
  bool tells = false;  // a figure, or a label
  for (std::size_t at = line.begin; at < line.end && parts < kLooked;) {
    const char32_t c = fold(next_char(text, at));
    const Part part = part_of(c, at < line.end ? char_at(text, at) : 0, last);
    if (part == last && part != Part::mark) continue;
    last = part;
    make.as_text &= part != Part::mark || c == U'，' || c == U'、' || (c == '%' && parts_clauses(text, line));
    if (++parts > kParts) continue;
    make.parts = 31 * make.parts + (part == Part::mark ? static_cast<unsigned>(c) : static_cast<unsigned>(part));
    tells |= part == Part::figure || (c == U'：' && parts == 2);
  }
  return tells && parts >= kParts ? make : Make{};
}

Start start_of(std::string_view line, const Rules& rules) {
  const Starts& starts = rules.tables().compiled<Starts>();
  const Start start = starts.find(line);
  if (start != Start::none) return start;
  const std::string tight = without_stray_space(line);
  return !tight.empty() && starts.find(tight) == Start::alone ? Start::alone : Start::none;
}

Start start_of(std::string_view text, const PrintedLine& line, const Rules& rules) {
  std::uint8_t& known = line.scanned->start;
  if (known == 0) known = static_cast<std::uint8_t>(1 + static_cast<int>(start_of(text.substr(line.begin, line.end - line.begin), rules)));
  return static_cast<Start>(known - 1);
}

bool stands_below_title(std::string_view text, const PrintedLine& line, const Rules& rules) {
  return rules.tables().compiled<Starts>().is_below_title(text.substr(line.begin, line.end - line.begin));
}

bool begins_with_quantity(std::string_view text, const PrintedLine& line, const Rules& rules) {
  return is_digit(line.first) && begins_with_quantity(text.substr(line.begin, line.end - line.begin), rules);
}

bool begins_with_quantity(std::string_view line, const Rules& rules) { return rules.tables().compiled<Starts>().is_rest(line); }

bool ends_sentence(std::string_view text, const PrintedLine& line) {
  if (is_han(line.last)) return false;  // most lines of a column
  std::size_t at = line.end;
  while (at > line.begin) {
    at = before(text, at);
    const char32_t c = char_at(text, at);
    if (is_stop(c)) return true;
    if (c == '.' && at > line.begin && is_han(char_at(text, before(text, at)))) return true;  // not yet a wide one
    if (!is_closing(c)) return false;
  }
  return false;
}

bool is_apart(std::string_view text, PrintedLines lines, std::size_t i, const Rules& rules) {
  constexpr int kLongestVerse = 2 * 16;
  const auto is_short = [](const PrintedLine& line) { return line.indent > 0 && line.even_width > 0 && line.even_width <= kLongestVerse && !line.row; };
  const auto parts = [&](std::size_t n) {
    if (n + 1 >= lines.size()) return false;
    const PrintedLine &line = lines[n], &next = lines[n + 1];
    const char32_t last = fold(line.last);
    if (!is_short(line) || !is_short(next) || next.blanks > 0 || ends_sentence(text, line) || last == U'；' || last == U'：') return false;
    return start_of(text, line, rules) == Start::none && start_of(text, next, rules) == Start::none;
  };
  return (i > 0 && parts(i - 1)) || parts(i);
}

int first_unit(std::string_view text, const PrintedLine& line, bool even) {
  const auto width = [&](char32_t c) { return c < 0x80 && !even ? 1 : 2; };
  int total = 0;
  std::size_t at = line.begin;
  char32_t c = next_char(text, at);
  for (; at < line.end && is_opening(c); c = next_char(text, at)) total += width(c);
  total += width(c);
  bool hangs = false;
  while (at < line.end && total < 2 * kWidestColumn) {
    const char32_t following = char_at(text, at);
    const bool word = is_word(c) && (is_word(following) || following == '.' || following == '-' || following == '%');
    const bool number = c < 0x80 && is_hanging(c) && is_word(following);  // `号:4306…` is not torn behind the ASCII mark
    if (!word && !number && (hangs || !is_hanging(following))) break;
    hangs |= is_hanging(following);
    c = next_char(text, at);
    total += width(c);
  }
  return total;
}

}  // namespace jianbao
