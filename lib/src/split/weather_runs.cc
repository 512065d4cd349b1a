#include "split/weather_runs.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "tables/suffix_index.h"
#include "tables/word_list.h"
#include "tables/word_table.h"

namespace jianbao {
namespace {

struct ForecastWords {
  explicit ForecastWords(const Rules::Tables& tables) : headings(tables.compiled<WordTable>().endings("weather-heading")) {
    for (const std::string& word : tables.compiled<WordTable>().list("forecast")) words.add(word);
  }
  SuffixIndex headings;
  WordList words;
};

/// 一周天气, 竹溪天气: short, and with no word of a headline behind.
bool heads_weather(const Line& line, std::string_view text, const ForecastWords& words) {
  constexpr std::uint32_t kLongest = 8;  // characters
  const bool head = line.shape == Shape::fixture || is_brief(line.shape) || line.shape == Shape::tiny || line.shape == Shape::rubric;
  return head && line.open && line.chars <= kLongest && words.headings.find(text) > 0;
}

}  // namespace

void find_forecasts(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 4;  // lines between
  if (std::none_of(lines.begin(), lines.end(), [](const Line& line) { return line.shape == Shape::weather; })) return;
  const auto& words = rules.tables().compiled<ForecastWords>();
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!heads_weather(lines[i], page.view(lines[i].span), words)) continue;
    std::size_t rows = i + 1;
    const auto may_forecast = [&](const Line& line) {
      const bool plain = line.shape == Shape::prose || line.shape == Shape::headed || is_brief(line.shape) || line.shape == Shape::deck;
      return plain && !line.label && words.words.any_in(page.view(line.span));
    };
    while (rows < lines.size() && rows <= i + kReach && may_forecast(lines[rows])) ++rows;
    if (rows == lines.size() || lines[rows].shape != Shape::weather) continue;
    lines[i].shape = Shape::fixture;
    for (std::size_t line = i + 1; line < rows; ++line) lines[line].shape = Shape::weather;
  }
}

}  // namespace jianbao
