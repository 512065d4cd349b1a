#include "split/tables_apart.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

constexpr std::size_t kFewRows = 2;
constexpr std::size_t kShared = 3;  // pairs that a text and the table it is of share at least; set by hand

bool heads(Role role) { return role == Role::column || role == Role::kicker || role == Role::title || role == Role::subtitle; }

/// 注：…, （单位：斤）, 以上价格…: what is said of a table below it.
bool is_note(std::string_view text, const Rules& rules) {
  const auto& notes = rules.tables().compiled<WordTable>().list("table-note");
  return fold(first_char(text)) == U'（' || begins_with_any(text, notes);
}

/// Where sentences begin, perhaps under a heading, in a draft that has nothing but the rows of a table before; 0 where none do.
std::size_t text_below(const Draft& draft, const Page& page, const Rules& rules) {
  std::size_t rows = 0;
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const DraftLine& line = draft.lines[i];
    const std::string_view text = page.view(line.line->span);
    if (heads(line.role)) continue;
    if (line.role == Role::crosshead && rows >= kFewRows && i + 1 < draft.lines.size() && !draft.lines[i + 1].line->open) return i;
    if (line.role != Role::body) return 0;
    if (!line.line->open && !is_note(text, rules)) return rows >= kFewRows ? i : 0;
    rows += line.line->shape == Shape::row && has_cells(text);
  }
  return 0;
}

bool speaks_of_table(const Draft& draft, std::size_t text, LinePairs& pairs) {
  const std::vector<PairView> lines = pairs_of_lines(draft, pairs);
  const auto part = [&](std::size_t from, std::size_t to) {
    return united({lines.begin() + static_cast<std::ptrdiff_t>(from), lines.begin() + static_cast<std::ptrdiff_t>(to)});
  };
  const Pairs table = part(0, text), below = part(text, lines.size());
  Pairs shared;
  std::set_intersection(table.begin(), table.end(), below.begin(), below.end(), std::back_inserter(shared));
  return shared.size() >= kShared;
}

}  // namespace

void set_tables_apart(std::vector<Draft>& drafts, const Page& page, LinePairs& pairs, const Rules& rules) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const std::size_t at = is_article(drafts[d]) ? text_below(drafts[d], page, rules) : 0;
    if (at == 0 || speaks_of_table(drafts[d], at, pairs)) continue;
    auto& lines = drafts[d].lines;
    Draft rest;
    rest.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end());
    rest.lines.front().role = rest.lines.front().role == Role::crosshead ? Role::title : Role::orphan;
    lines.resize(at);
    drafts.insert(drafts.begin() + static_cast<std::ptrdiff_t>(++d), std::move(rest));
  }
}

}  // namespace jianbao
