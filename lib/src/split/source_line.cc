#include "split/source_line.h"

#include <algorithm>

#include "split/byline.h"
#include "split/shape_tables.h"
#include "tables/lexicon.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/text_signs.h"

namespace jianbao {
namespace {

/// What the name of a medium ends with: 青年报客户端 | 武汉.
struct MediaWords {
  explicit MediaWords(const Rules::Tables& tables) {
    for (const std::string& word : tables.compiled<WordTable>().list("media-end")) ends.add(word);
  }
  WordList ends;
};

/// Bytes of the name of a medium that the text begins with; 0 where it begins with none. 社旗 is a place.
std::size_t medium_length(std::string_view text, const Rules& rules) {
  std::size_t end = 0;
  const WordList& ends = rules.tables().compiled<MediaWords>().ends;
  ends.each_in(text, [&](std::size_t at, std::size_t word) {
    if (at > 0) end = std::max(end, at + ends[word].size());
    return false;
  });
  if (end == 0)
    while (end < text.size() && is_letter(char_at(text, end))) next_char(text, end);  // AP武汉
  return end;
}

/// What stands before a day without being the name of a known agency: a medium, a place, or the one and behind it the other. What comes by wire
/// comes from somewhere.
void take_medium_or_place(std::string_view all, bool wired, SourceLine& source, const Rules& rules) {
  constexpr std::size_t kLongestPlace = 6 * 3;  // bytes
  const std::size_t medium = medium_length(all, rules);
  if (medium > 0) source.agency = trim(all.substr(0, medium));
  const std::string_view rest = trim(all.substr(medium));
  const bool is_place = wired || medium > 0 || word_frequency(rest) >= kGoodWord;
  if (is_place && all_han(rest) && rest.size() <= kLongestPlace) source.place = rest;
  else if (medium == 0) source.agency = all;
}

/// 北京晚报讯, 贵阳讯; 晚报讯 is the paper's own.
void take_house(std::string_view house, SourceLine& source, const Rules& rules) {
  const auto& own = rules.tables().compiled<WordTable>().list("paper");
  if (std::find(own.begin(), own.end(), house) != own.end()) return;
  take_medium_or_place(house, false, source, rules);
  if (medium_length(house, rules) < house.size() || source.place.size() > 0) source.agency.clear();
}

/// 电, 专电, 急电, and no 讯.
bool is_telegraph(std::string_view wire, const Rules& rules) {
  const auto& words = rules.tables().compiled<WordTable>().list("telegraph");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return wire.ends_with(word); });
}

/// 武汉 of 武汉专: a place takes all Han up to 电.
std::string_view without_wire_kind(std::string_view place, const Rules& rules) {
  for (const std::string& kind : rules.tables().compiled<WordTable>().list("wire-kind"))
    if (place.size() > kind.size() && place.ends_with(kind)) return place.substr(0, place.size() - kind.size());
  return place;
}

SourceLine from_match(std::string_view text, const Pattern::Match& match, const Rules& rules) {
  SourceLine source;
  std::string_view medium;
  bool wired = false;
  source.length = match.end;
  for (const Pattern::Capture& capture : match.captures) {
    const std::string_view value = text.substr(capture.begin, capture.end - capture.begin);
    if (capture.name == "agency" || capture.name == "medium") source.agency = trim(value);
    if (capture.name == "source") medium = trim(value);
    if (capture.name == "wire") wired = is_telegraph(value, rules);
    if (capture.name == "house") take_house(value, source, rules);
    if (capture.name == "place" || capture.name == "from") source.place += (source.place.empty() ? "" : "/") + std::string(without_wire_kind(trim(value), rules));
    if (capture.name == "reporters" || capture.name == "people") source.reporters = text.substr(0, capture.end);
    if (capture.name != "date") continue;
    if (const auto date = parse_date(text, capture.begin)) source.date = date->date;
    else source.day = trim(value);
  }
  if (!medium.empty()) take_medium_or_place(medium, wired, source, rules);
  return source;
}

/// The rows that are not tried lack a word, or the first character, for certain: the first that matches is the same.
std::optional<SourceLine> match_dateline(std::string_view text, const Rules& rules) {
  Pattern::Match match;
  const auto begins = [&](const ShapeTable::Row& row) { return row.shape == Shape::dateline && row.pattern.matches(text, 0, &match) && is_source(text, match, rules); };
  const auto& shapes = rules.tables().compiled<ShapeTable>();
  if (!shapes.start.find(LazySigns(text), text, begins)) return {};
  return from_match(text, match, rules);
}

/// 停 of 5月8日停电.
bool tears_word(std::string_view text, std::size_t at) {
  std::size_t begin = before(text, at), end = at;
  next_char(text, end);
  return is_word(text.substr(begin, end - begin));
}

}  // namespace

const std::string& report_word(const Rules& rules) { return rules.tables().compiled<WordTable>().list("report").front(); }

bool is_source(std::string_view text, const Pattern::Match& match, const Rules& rules) {
  for (const Pattern::Capture& capture : match.captures) {
    const std::string_view value = text.substr(capture.begin, capture.end - capture.begin);
    if (capture.name == "medium" && medium_length(value, rules) < value.size()) return false;
    if (capture.name == "reporters" && !read_byline(std::string(text.substr(0, capture.end)) + report_word(rules), rules)) return false;
    if (capture.name == "from" && (count_chars(value) < 2 || tears_word(text, capture.end))) return false;
  }
  return true;
}

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
    if (row.pattern.matches(inside, 0, &match)) return from_match(inside, match, rules);
  return {};
}

}  // namespace jianbao
