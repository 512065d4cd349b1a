#include "split/title_bands.h"

#include <algorithm>
#include <iterator>

#include "split/title_marks.h"

namespace jianbao {

std::size_t count_marked(const Band& band) {
  return static_cast<std::size_t>(std::count_if(band.titles.begin(), band.titles.end(), [](const Title& title) { return title.kind != Title::Kind::unmarked; }));
}

void give_heads(Band& band, const Places& places) {
  const auto is_shown = [&](std::size_t t) { return band.titles[t].kind != Title::Kind::unmarked || places[t] != kNoPlace; };
  const auto title_at = [&](std::size_t head) {
    for (std::size_t t = 0; t < band.titles.size(); ++t)
      if (band.titles[t].head == head && is_shown(t)) return t;
    return kNoPlace;
  };
  std::vector<std::size_t> titles;  // those before a line, then the next one
  for (std::size_t h = 0; h < band.heads.size(); ++h) titles.push_back(title_at(h));
  for (std::size_t h = 0; h < band.heads.size(); ++h) {
    const Role role = band.heads[h].line.role;
    const auto here = titles.begin() + static_cast<std::ptrdiff_t>(h);
    const auto next = std::find_if(here, titles.end(), [](std::size_t t) { return t != kNoPlace; });
    const auto before = std::find_if(std::make_reverse_iterator(here), titles.rend(), [](std::size_t t) { return t != kNoPlace; });
    const bool leads = role == Role::column || role == Role::kicker || !is_over_text(role);
    band.heads[h].title = titles[h] != kNoPlace ? titles[h] : (leads && next != titles.end()) || before == titles.rend() ? *next : *before;
  }
}

bool is_shown_title(const Band& band, std::size_t head) { return band.titles[band.heads[head].title].head == head; }

void give_columns(Band& band) {
  constexpr std::uint32_t kLongest = 6;  // characters of a column's name that stands below another's, as a kicker might
  std::vector<HeadLine*> columns;
  for (std::size_t h = 0; h < band.heads.size(); ++h) {
    const DraftLine& line = band.heads[h].line;
    const bool below = !columns.empty() && columns.back() + 1 == &band.heads[h] && line.role == Role::kicker && line.line->chars <= kLongest;
    if ((line.role == Role::column || below) && !is_shown_title(band, h)) columns.push_back(&band.heads[h]);
  }
  std::vector<std::size_t> titles;
  for (std::size_t t = 0; t < band.titles.size(); ++t)
    if (band.titles[t].kind == Title::Kind::marked) titles.push_back(t);
  if (columns.size() < 2 || columns.size() != titles.size()) return;
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i]->title = titles[i], columns[i]->line.role = Role::column;
}

std::vector<DraftLine> lines_of(const Band& band, std::size_t title) {
  std::vector<DraftLine> lines;
  for (std::size_t h = 0; h < band.heads.size(); ++h) {
    if (band.heads[h].title != title) continue;
    lines.push_back(band.heads[h].line);
    if (h == band.titles[title].head) lines.back().role = Role::title;
    else if (!is_over_text(lines.back().role)) lines.back().role = Role::kicker;
  }
  return lines;
}

}  // namespace jianbao
