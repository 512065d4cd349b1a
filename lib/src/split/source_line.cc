#include "split/source_line.h"

#include <algorithm>

#include "split/shape_tables.h"
#include "text/chars.h"
#include "text/text_signs.h"

namespace jianbao {
namespace {

SourceLine from_match(std::string_view text, const Pattern::Match& match) {
  SourceLine source;
  source.length = match.end;
  for (const Pattern::Capture& capture : match.captures) {
    const std::string_view value = text.substr(capture.begin, capture.end - capture.begin);
    if (capture.name == "agency") source.agency = trim(value);
    if (capture.name == "place") source.place += (source.place.empty() ? "" : "/") + std::string(trim(value));
    if (capture.name == "date")
      if (const auto date = parse_date(text, capture.begin)) source.date = date->date;
  }
  return source;
}

/// The rows that are not tried lack a word, or the first character, for certain: the first that matches is the same.
std::optional<SourceLine> match_dateline(std::string_view text, const Rules& rules) {
  Pattern::Match match;
  const auto begins = [&](const ShapeTable::Row& row) { return row.shape == Shape::dateline && row.pattern.matches(text, 0, &match); };
  const auto& shapes = rules.tables().compiled<ShapeTable>();
  if (!shapes.start.find(shapes.needs.met_by(TextSigns(text)), text, begins)) return {};
  return from_match(text, match);
}

}  // namespace

std::optional<SourceLine> read_dateline(std::string_view paragraph, const Rules& rules) { return match_dateline(paragraph, rules); }

std::optional<SourceLine> read_source(std::string_view paragraph, const Rules& rules) {
  constexpr std::size_t kLongest = 120;  // bytes in the bracket
  std::size_t open = last_bracket(paragraph);
  if (open == std::string_view::npos) return {};
  next_char(paragraph, open);
  if (open >= paragraph.size() || paragraph.size() - open > kLongest) return {};
  std::string_view inside = paragraph.substr(open);
  while (!inside.empty() && (last_char(inside) == U'）' || last_char(inside) == ')')) inside.remove_suffix(last_char(inside) == ')' ? 1 : 3);
  if (auto source = match_dateline(inside, rules); source && source->length == inside.size()) return source;
  Pattern::Match match;
  for (const ShapeTable::Row& row : rules.tables().compiled<ShapeTable>().inside)
    if (row.pattern.matches(inside, 0, &match)) return from_match(inside, match);
  return {};
}

}  // namespace jianbao
