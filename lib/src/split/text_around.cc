#include "split/text_around.h"

#include <algorithm>

#include "text/chars.h"
#include "text/names.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kText = 30;       // a line with so many characters is running text
constexpr std::size_t kHead = 3;          // lines of a head between a line and the text
constexpr std::size_t kReach = 12;        // lines that are looked at
constexpr std::uint32_t kBefore = 500, kBelow = 250;  // characters of text that are enough

bool is_running(const Line& line) { return line.chars >= kText; }

/// Counts the pairs of a line that stand in others, each once.
class Counter {
 public:
  explicit Counter(const Pairs& line) : left_(line) {}

  void look_in(const Pairs& text) {
    auto at = text.begin();
    met_ += std::erase_if(left_, [&](PairNumber pair) {
      while (at != text.end() && *at < pair) ++at;
      return at != text.end() && *at == pair;
    });
  }
  std::size_t met() const { return std::min(met_, Mentions::kMost); }
  bool enough() const { return met_ >= Mentions::kMost; }

 private:
  Pairs left_;
  std::size_t met_ = 0;
};

}  // namespace

TextBegins::TextBegins(const Rules::Tables& tables) {
  const Table& table = tables.table("layout_begins");
  for (const Table::Row& row : table.rows()) {
    const auto begin = value_of<Begin>(kNames, table.cell(row, "begin"));
    if (!begin) throw RulesError(row.place + ": unknown begin");
    PrefixIndex& index = table.cell(row, "figure") == "yes" ? behind_figure_ : at_begin_;
    for (std::string& word : split_cell(table.cell(row, "words"))) index.add(std::move(word), *begin);
  }
}

TextBegins::Begin TextBegins::of(std::string_view text) const {
  if (const auto hit = at_begin_.find(text)) return static_cast<Begin>(hit.value);
  std::size_t at = 0;
  while (at < text.size() && is_digit(char_at(text, at))) next_char(text, at);
  if (at == 0) return other;
  const auto hit = behind_figure_.find(text, at);
  return hit ? static_cast<Begin>(hit.value) : other;
}

Mentions mentions_around(const std::vector<Line>& lines, std::size_t i, LinePairs& pairs) {
  const Pairs& line = pairs.of(lines[i]);
  std::size_t above = i, below = i + 1;
  while (above > 0 && i - above < kHead && !is_running(lines[above - 1])) --above;
  while (below < lines.size() && below - i <= kHead && !is_running(lines[below])) ++below;
  if (line.empty() || above == 0 || !is_running(lines[above - 1]) || below == lines.size() || !is_running(lines[below])) return {};
  Counter before(line), behind(line);
  std::uint32_t chars = 0;
  for (std::size_t n = above; n-- > 0 && i - n <= kReach && chars < kBefore && !before.enough();)
    if (is_running(lines[n])) before.look_in(pairs.of(lines[n])), chars += lines[n].chars;
  chars = 0;
  for (std::size_t n = below; n < lines.size() && is_running(lines[n]) && chars < kBelow && !behind.enough(); ++n) behind.look_in(pairs.of(lines[n])), chars += lines[n].chars;
  return {before.met(), behind.met()};
}

}  // namespace jianbao
