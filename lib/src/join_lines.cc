#include "join_lines.h"

#include <algorithm>
#include <map>

#include "chars.h"
#include "numeral.h"
#include "pattern.h"
#include "tables.h"

namespace jianbao {
namespace {

/// The patterns of starts.tsv by the character they begin with.
class Starts {
 public:
  explicit Starts(const Rules::Tables& tables) {
    const Table& table = tables.table("starts");
    for (const Table::Row& row : table.rows()) {
      const Entry entry{Pattern(table.cell(row, "pattern"), row.place), start_of(table.cell(row, "joins"), row.place)};
      if (entry.pattern.first().empty()) any_.push_back(entry);
      for (const char32_t c : entry.pattern.first()) by_first_[c].push_back(entry);
    }
  }

  Start find(std::string_view line) const {
    const char32_t first = fold(first_char(line));
    if (is_bullet(first)) return Start::never;
    if (const auto found = by_first_.find(first); found != by_first_.end())
      if (const Start start = find(found->second, line); start != Start::none) return start;
    // What begins with no literal begins with a number.
    return is_digit(first) || is_cn_numeral(first) ? find(any_, line) : Start::none;
  }

 private:
  struct Entry {
    Pattern pattern;
    Start start;
  };

  static Start start_of(std::string_view name, const std::string& place) {
    if (name == "never") return Start::never;
    if (name == "open") return Start::open;
    if (name == "gap") return Start::gap;
    throw RulesError(place + ": joins is never, open or gap");
  }

  static Start find(const std::vector<Entry>& entries, std::string_view line) {
    for (const Entry& entry : entries)
      if (entry.pattern.matches(line)) return entry.start;
    return Start::none;
  }

  static bool is_bullet(char32_t c) {
    return (c >= 0x25A0 && c <= 0x27BF) || c == U'※' || c == U'•' || (c >= 0x2460 && c <= 0x24FF) || c == U'【' || c == '#' || c == '|';
  }

  std::map<char32_t, std::vector<Entry>> by_first_;
  std::vector<Entry> any_;
};

/// Lines over this many bytes are paragraphs, whose width does not matter.
constexpr std::size_t kLongest = 3 * (kWidestColumn + 20);

class LineReader {
 public:
  LineReader(std::string_view text, const Rules& rules) : text_(text), starts_(rules.tables().compiled<Starts>()) {}

  std::vector<PrintedLine> run() {
    int blanks = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      if (const std::string_view content = trim(text_.substr(at, end - at)); content.empty()) {
        ++blanks;
      } else {
        lines_.push_back(read(at, end, content));
        lines_.back().blanks = blanks;
        blanks = 0;
      }
      at = end + 1;
    }
    return std::move(lines_);
  }

 private:
  PrintedLine read(std::size_t at, std::size_t end, std::string_view content) {
    PrintedLine line;
    line.begin = static_cast<std::size_t>(content.data() - text_.data());
    line.end = line.begin + content.size();
    line.break_at = end;
    line.hard_break = end >= at + 2 && text_.substr(end - 2, 2) == "  ";
    for (std::size_t i = at; i < line.begin;) line.indent += next_char(text_, i) == 0x3000;
    line.first = first_char(content);
    line.last = last_char(content);
    line.start = starts_.find(content);
    if (content.size() <= kLongest)
      measure(line);
    else
      line.comma = line.stop = true;
    return line;
  }

  void measure(PrintedLine& line) {
    for (std::size_t at = line.begin; at < line.end;) {
      const char32_t c = next_char(text_, at);
      line.stop |= c == U'。' || c == U'！' || c == U'？' || c == '!' || c == '?';
      line.comma |= c == U'，' || c == ',' || c == U'、' || c == U'；' || c == ';';
      line.even_width += 2;
      if (c != ' ') line.width += c < 0x80 ? 1 : 2;  // OCR sets spaces as it likes
    }
    line.width += 2 * line.indent;
    line.even_width += 2 * line.indent;
  }

  std::string_view text_;
  const Starts& starts_;
  std::vector<PrintedLine> lines_;
};

/// May not stand at the beginning of a line.
bool is_hanging(char32_t c) {
  return is_closing(c) || is_stop(c) || std::u32string_view(U"，、；：。,;:．·—％%℃").find(c) != std::u32string_view::npos;
}

bool is_word(char32_t c) { return is_digit(c) || is_letter(c); }

}  // namespace

std::vector<PrintedLine> read_lines(std::string_view text, const Rules& rules) { return LineReader(text, rules).run(); }

bool ends_sentence(std::string_view text, const PrintedLine& line) {
  std::size_t at = line.end;
  while (at > line.begin) {
    at = before(text, at);
    const char32_t c = char_at(text, at);
    if (is_stop(c)) return true;
    if (!is_closing(c)) return false;
  }
  return false;
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
