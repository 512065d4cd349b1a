#include "split/talks.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "names/persons.h"
#include "split/speaker.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// What somebody says, and nothing else: from “ to the ” at its end, with a stop before that.
bool is_speech(std::string_view text) {
  if (!is_quotation(text)) return false;
  const char32_t last = last_char(text.substr(0, before(text, text.size())));
  return last == U'。' || is_stop(last);
}

/// Two lines of speech in a row are a talk: neither is a heading.
void find_talks(const Page& page, std::vector<Line>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].depth > 0 || lines[i - 1].depth > 0 || !is_speech(page.view(lines[i].span)) || !is_speech(page.view(lines[i - 1].span))) continue;
    for (const std::size_t j : {i - 1, i})
      if (lines[j].shape == Shape::brief) lines[j].shape = Shape::prose;
  }
}

/// （沉默十二秒） between what two say: of their talk, and not who wrote it.
void find_stage_directions(const Page& page, std::vector<Line>& lines) {
  const auto speaks = [&](std::size_t i) { return lines[i].depth == 0 && !turn_of(page.view(lines[i].span)).empty(); };
  for (std::size_t i = 1; i + 1 < lines.size(); ++i)
    if (lines[i].shape == Shape::aside && speaks(i - 1) && speaks(i + 1))
      for (const std::size_t j : {i - 1, i, i + 1}) lines[j].shape = Shape::turn;
}

/// What one asks in a talk: the lines of his that stand right above a line of another, and how many of them end with a question mark.
struct Asked {
  std::vector<std::size_t> places;
  std::size_t questions = 0;
};

/// By who asks: 读者 of 读者小林 and 读者小莫, or 问 of 江南读者小胡问.
std::map<std::string_view, Asked> find_askers(const Page& page, const Rules& rules, const std::vector<Line>& lines) {
  constexpr std::size_t kKind = 6;  // bytes
  const auto& words = rules.tables().compiled<WordTable>().list("asks");
  const auto kind_of = [&](std::string_view asker) -> std::string_view {
    const auto word = std::find_if(words.begin(), words.end(), [&](const std::string& asks) { return asker.ends_with(asks); });
    return word != words.end() ? std::string_view(*word) : asker.substr(0, kKind);
  };
  std::map<std::string_view, Asked> asks;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span), asker = turn_of(text);
    if (lines[i].depth > 0 || asker.empty()) continue;
    const std::string_view other = turn_of(page.view(lines[i + 1].span));
    if (other.empty() || other == asker) continue;
    Asked& asked = asks[kind_of(asker)];
    asked.places.push_back(i);
    asked.questions += lines[i].shape == Shape::turn || last_char(text) == U'？';  // 问：…（河东　范女士）
  }
  return asks;
}

/// 晚报：回购了吗？ 老周：今年八月。: lines of one who mostly asks, or of several of a kind, each right above one of another, are a talk.
void find_interviews(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kLeast = 2;  // questions
  const auto headed = [&](std::size_t i) { return i > 0 && (lines[i - 1].shape == Shape::brief || lines[i - 1].shape == Shape::brief_marked); };
  for (const auto& [asker, asked] : find_askers(page, rules, lines)) {
    const auto& places = asked.places;
    if (asked.questions < kLeast || 2 * asked.questions < places.size()) continue;
    for (const std::size_t i : places) lines[i].shape = lines[i + 1].shape = Shape::turn;
    const auto other = [&](std::size_t i) { return turn_of(page.view(lines[i + 1].span)); };
    const bool one_talk = is_person(other(places.front()), rules) &&
                          std::all_of(places.begin(), places.end(), [&](std::size_t i) { return other(i) == other(places.front()); });
    const bool parted = !one_talk && std::all_of(places.begin(), places.end(), headed);  // 问 and 答 under a title each: articles
    if (parted) {
      for (const std::size_t i : places) lines[i - 1].shape = Shape::brief_marked;
      continue;
    }
    const std::size_t first = places.front();
    const auto is_other = [&](std::size_t i) { return turn_of(page.view(lines[i].span)) != turn_of(page.view(lines[first].span)); };
    constexpr std::uint32_t kLongestColumn = 8;  // characters
    const bool column = first > 0 && lines[first - 1].shape == Shape::tiny && lines[first - 1].chars <= kLongestColumn;
    if (column && std::any_of(places.begin(), places.end(), is_other)) lines[first - 1].shape = Shape::brief_marked;  // 网上问诊: many ask
    std::vector<std::size_t> headings;  // in the talk
    for (const std::size_t i : places)
      if (i != first && headed(i) && lines[i - 2].shape == Shape::turn) headings.push_back(i - 1);
    if (headings.size() > 1 && headed(first) && first > 1 && lines[first - 2].shape == Shape::prose) headings.push_back(first - 1);  // below who is asked
    for (const std::size_t i : headings) lines[i].shape = Shape::series_head;
  }
}

}  // namespace

void reread_talks(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  find_talks(page, lines);
  find_stage_directions(page, lines);
  find_interviews(page, rules, lines);
}

}  // namespace jianbao
