#include "split/weather_runs.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "split/line_text.h"
#include "tables/suffix_index.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

struct ForecastWords {
  explicit ForecastWords(const Rules::Tables& tables) : headings(tables.compiled<WordTable>().endings("weather-heading")) {
    for (const std::string& word : tables.compiled<WordTable>().list("forecast")) words.add(word);
  }
  SuffixIndex headings;
  WordList words;
};

constexpr std::uint32_t kLongestHeading = 8;  // characters

/// What stands with the weather at the head or the foot of a page.
bool is_furniture(Shape shape) {
  switch (shape) {
    case Shape::folio: case Shape::paper: case Shape::staff: case Shape::index: case Shape::weather: case Shape::ornament: return true;
    default: return false;
  }
}

/// Not only whose forecast it is: 竹溪县气象台今晨6时预报.
bool tells(std::string_view text) { return text.find("：") != std::string_view::npos && has_digits(text); }

/// 一周天气, 竹溪天气: short, and with no word of a headline behind.
bool heads_weather(const Line& line, std::string_view text, const ForecastWords& words) {
  const bool head = line.shape == Shape::fixture || is_brief(line.shape) || line.shape == Shape::tiny || line.shape == Shape::rubric;
  return head && line.open && line.chars <= kLongestHeading && words.headings.find(text) > 0;
}

/// 天气预报：今天多云，气温12℃～19℃。: among the furniture it is a part of that; between two paragraphs it is one of them.
void find_whole_forecasts(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto is_text = [&](const Line& line) { return line.shape == Shape::prose && !rules.tables().compiled<ForecastWords>().words.any_in(page.view(line.span)); };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].shape != Shape::fixture || !tells(page.view(lines[i].span))) continue;
    if (is_furniture(lines[i - 1].shape)) lines[i].shape = Shape::weather;
    else if (i + 1 < lines.size() && (lines[i - 1].shape == Shape::prose || lines[i - 1].shape == Shape::dateline) && is_text(lines[i + 1])) lines[i].shape = Shape::prose;
  }
}

/// Behind the weather, 从“砍竹子卖”到“全竹利用”，一根翠竹串起农民增收、企业增效: a long line without a stop, over a headline, leads to that.
void find_long_kickers(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& words = rules.tables().compiled<ForecastWords>().words;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    Line& line = lines[i];
    const bool is_long = line.shape == Shape::prose && line.open && line.depth == 0 && line.chars <= kLongestBrief;
    if (is_long && lines[i - 1].shape == Shape::weather && is_brief(lines[i + 1].shape) && lines[i + 1].open && !words.any_in(page.view(line.span))) line.shape = Shape::brief;
  }
}

}  // namespace

void find_forecasts(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  find_whole_forecasts(page, rules, lines);
  find_long_kickers(page, rules, lines);
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
