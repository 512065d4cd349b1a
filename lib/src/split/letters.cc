#include "split/letters.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "fields/dates.h"
#include "names/persons.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongest = 14;  // characters of who wrote

/// What stands behind the last space.
std::string_view last_field(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && !is_space(char_at(text, before(text, begin)))) begin = before(text, begin);
  return text.substr(begin);
}

/// 机床厂宿舍　一群读者: where they live, and that they read the paper; or whom they call so.
bool names_writers(std::string_view text, const Rules& rules) {
  const auto& words = rules.tables().compiled<WordTable>().list("letter-writer");
  const auto ends = [&](std::string_view who) { return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return who.ends_with(word); }); };
  const std::string_view name = last_field(text), where = text.substr(0, text.size() - name.size());
  const bool named = !where.empty() && is_person(name, rules) && ends(trim(where));  // 青山区读者　方小禾
  return (ends(text) || named) && count_chars(text) <= kLongest && std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; }) && text.find("，") == std::string_view::npos;
}

/// 【某某局答复】…: what a letter asked for stands below it.
bool replies(std::string_view text, const Rules& rules) {
  constexpr std::size_t kReach = 3 * 20;  // bytes
  const std::string_view begin = text.substr(0, kReach);
  const auto& words = rules.tables().compiled<WordTable>().list("reply-label");
  return begin.starts_with("【") && std::any_of(words.begin(), words.end(), [&](const std::string& word) { return begin.find(word + "】") != std::string_view::npos; });
}

/// 一位母亲　九月九日, 一个老球迷　10月16日夜: a few words for who wrote, and when.
bool signs_letter(std::string_view text, const Rules& rules) {
  constexpr std::size_t kHour = 1;  // characters of 夜
  if (names_writers(text, rules)) return true;
  const auto date = find_last_date(text);
  if (!date || date->begin == 0 || count_chars(text.substr(date->end)) > kHour) return false;
  const std::string_view who = text.substr(0, date->begin);
  return is_space(last_char(who)) && all_han(trim(who)) && count_chars(trim(who)) <= kLongest;
}

/// 段师傅： or 方小禾读者： below 读者　段师傅: the answer begins with whom it is for.
bool answers(std::string_view text, std::string_view who) {
  constexpr std::string_view kColon = "：";
  constexpr std::size_t kLongestAddress = 10 * 3;  // bytes
  if (!text.ends_with(kColon) || text.size() == kColon.size() || text.size() > kLongestAddress) return false;
  return who.ends_with(text.substr(0, text.size() - kColon.size())) || text.starts_with(last_field(who));
}

/// 编辑同志：, 知心姐姐：, 问：
bool is_address(const Line& line, const Page& page) {
  constexpr std::uint32_t kLongestAddress = 8;  // characters
  const bool addressed = line.shape == Shape::document_note || ((line.shape == Shape::prose || line.shape == Shape::turn) && line.chars <= kLongestAddress);
  return addressed && fold(last_char(page.view(line.span))) == U'：';
}

/// 矿上答复：一周内解决 over 编辑部：: the headline of an answer that is a letter itself, and no turn of a talk.
void find_headed_answers(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongestHeadline = 26;  // characters
  constexpr std::size_t kAnswer = 2;              // characters of 答复 by itself
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.shape != Shape::turn || !line.open || line.chars > kLongestHeadline || is_address(line, page) || !is_address(lines[i + 1], page)) continue;
    const bool goes_on = i > 0 && (lines[i - 1].shape == Shape::turn || (lines[i - 1].shape == Shape::prose && lines[i - 1].open));
    const std::string_view text = page.view(line.span), who = text.substr(0, text.find("："));
    if (!goes_on && who.find("，") == std::string_view::npos && count_chars(who) > kAnswer) line.shape = Shape::brief_marked;
  }
}

}  // namespace

/// 编辑同志：, paragraphs, and who wrote them, or that and when: a short question right above the name ends the letter and heads nothing.
void find_letter_ends(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 12;  // lines
  find_headed_answers(page, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_address(lines[i], page)) continue;
    std::size_t end = i + 1;
    while (end < lines.size() && end - i < kReach && lines[end].shape == Shape::prose) ++end;
    if (end == i + 1 || end >= lines.size()) continue;
    const bool answered = end + 1 < lines.size() && answers(page.view(lines[end + 1].span), page.view(lines[end].span));
    if (answered && (lines[end].shape == Shape::name || lines[end].shape == Shape::brief)) lines[end].shape = Shape::prose;  // what it ends goes on
    if (lines[end].shape != Shape::brief && lines[end].shape != Shape::name) continue;
    const bool replied = end + 1 < lines.size() && (lines[end + 1].shape == Shape::turn || replies(page.view(lines[end + 1].span), rules));
    if (signs_letter(page.view(lines[end].span), rules)) lines[end].shape = replied ? Shape::prose : Shape::signature;
    if (end + 1 >= lines.size() || lines[end + 1].shape != Shape::name) continue;
    if (last_char(page.view(lines[end].span)) != U'？') continue;
    lines[end].shape = Shape::prose;
    lines[end + 1].shape = Shape::signature;
  }
}

}  // namespace jianbao
