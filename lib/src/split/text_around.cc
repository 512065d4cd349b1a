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

Mentions LineMentions::around(std::size_t i) {
  const PairView line = pairs_of(lines_[i]);
  std::size_t above = i, below = i + 1;
  while (above > 0 && i - above < kHead && !is_running(lines_[above - 1])) --above;
  while (below < lines_.size() && below - i <= kHead && !is_running(lines_[below])) ++below;
  if (line.empty() || above == 0 || !is_running(lines_[above - 1]) || below == lines_.size() || !is_running(lines_[below])) return {};
  return {count_before(line, i, above), count_below(line, below)};
}

std::size_t LineMentions::count_before(PairView line, std::size_t i, std::size_t above) {
  mark(line, true);
  std::size_t met = 0;
  std::uint32_t chars = 0;
  for (std::size_t n = above; n-- > 0 && i - n <= kReach && chars < kBefore && met < Mentions::kMost;)
    if (is_running(lines_[n])) met += take_met(lines_[n]), chars += lines_[n].chars;
  mark(line, false);
  return std::min(met, Mentions::kMost);
}

std::size_t LineMentions::count_below(PairView line, std::size_t below) {
  mark(line, true);
  std::size_t met = 0;
  std::uint32_t chars = 0;
  for (std::size_t n = below; n < lines_.size() && is_running(lines_[n]) && chars < kBelow && met < Mentions::kMost; ++n) met += take_met(lines_[n]), chars += lines_[n].chars;
  mark(line, false);
  return std::min(met, Mentions::kMost);
}

PairView LineMentions::pairs_of(const Line& line) {
  const PairView pairs = pairs_.of(line);
  left_.resize(pairs_.numbers().size());
  return pairs;
}

void LineMentions::mark(PairView line, bool is_left) {
  for (const PairNumber pair : line) left_[pair] = is_left;
}

std::size_t LineMentions::take_met(const Line& text) {
  const PairView pairs = pairs_of(text);
  std::size_t met = 0;
  for (const PairNumber pair : pairs)
    if (left_[pair]) ++met, left_[pair] = false;
  return met;
}

}  // namespace jianbao
