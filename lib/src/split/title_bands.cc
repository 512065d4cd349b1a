#include "split/title_bands.h"

#include <algorithm>
#include <iterator>

#include "split/title_marks.h"

namespace jianbao {

std::size_t count_marked(const Band& band) {
  return static_cast<std::size_t>(std::count_if(band.titles.begin(), band.titles.end(), [](const Title& title) { return title.kind != Title::Kind::unmarked; }));
}

namespace {

/// 观后, 书与评 between two titles, which is nobody's name: a column stands over the next one, though a byline could stand under the one before.
bool is_column_name(const DraftLine& line) {
  constexpr std::uint32_t kLongest = 6;  // characters
  return line.role == Role::byline && line.line->depth == 0 && line.line->chars <= kLongest && line.line->shape != Shape::byline && line.line->shape != Shape::name;
}

}  // namespace


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
    const bool leads = role == Role::column || role == Role::kicker || (!is_over_text(role) && role != Role::note) || is_column_name(band.heads[h].line);
    band.heads[h].title = titles[h] != kNoPlace ? titles[h] : (leads && next != titles.end()) || before == titles.rend() ? *next : *before;
  }
}

bool is_shown_title(const Band& band, std::size_t head) { return band.titles[band.heads[head].title].head == head; }

void give_kickers_of_row(Band& band) {
  std::vector<std::size_t> kickers, titles;
  for (std::size_t t = 0; t < band.titles.size(); ++t)
    if (band.titles[t].kind == Title::Kind::marked) titles.push_back(t);
  if (titles.empty()) return;
  for (std::size_t h = 0; h < band.heads.size(); ++h) {
    const DraftLine& line = band.heads[h].line;
    const bool over = line.role == Role::column || line.role == Role::kicker || (is_column_name(line) && h < band.titles[titles.back()].head);
    if (over && !band.heads[h].carried && !is_shown_title(band, h)) kickers.push_back(h);
  }
  if (kickers.empty() || kickers.size() > titles.size()) return;
  const std::size_t first = titles.size() - kickers.size();
  for (std::size_t i = 0; i < kickers.size(); ++i) band.heads[kickers[i]].title = titles[first + i];
}

std::vector<DraftLine> lines_of(const Band& band, std::size_t title) {
  std::vector<DraftLine> lines;
  for (std::size_t h = 0; h < band.heads.size(); ++h) {
    if (band.heads[h].title != title) continue;
    lines.push_back(band.heads[h].line);
    if (h == band.titles[title].head) lines.back().role = Role::title;
    else if (!is_over_text(lines.back().role) && lines.back().role != Role::note) lines.back().role = Role::kicker;
  }
  return lines;
}

}  // namespace jianbao
