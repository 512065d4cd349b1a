// Further notices inside one paragraph.
#include <algorithm>
#include <string_view>
#include <vector>

#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_dotted_names.h"
#include "notice_groups/notice_start_walk.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// 二○二四年, 李○明, 张○○: stands for a nought or a character that is not told.
bool is_nought(std::string_view text, std::size_t at, std::size_t end) {
  constexpr char32_t kRing = U'○';
  if (char_at(text, at) != kRing) return false;
  const char32_t next = char_at(text, end);
  return (at > 0 && is_han(char_at(text, before(text, at)))) || !is_han(next) || is_cn_numeral(next);
}

/// Behind the bullet that the notice begins with, or the mark of a list.
bool begins_name(const StartWalk& walk, std::size_t at) {
  const std::size_t begin = walk.last() + bullet_length(walk.text.substr(walk.last()));
  return at <= begin || char_at(walk.text, before(walk.text, at)) == U'、';
}

void begin_bullet(StartWalk& walk, std::size_t at, std::size_t end) {
  const char32_t mark = fold(char_at(walk.text, at));
  if ((mark == U'.' || mark == U'．') && (at == 0 || !is_stop(char_at(walk.text, before(walk.text, at))))) return;  // 1.遗失学生证
  if (is_nought(walk.text, at, end)) return;
  constexpr std::size_t kReach = 60;  // bytes
  const bool near = at - walk.last() < kReach;
  const std::string_view before_it = walk.text.substr(walk.last(), std::min(at - walk.last(), kReach));
  if (near && bullet_length(before_it) == before_it.size()) return;  // the bullet that the notice begins with
  const std::string_view heading = before_it.substr(std::min(bullet_length(before_it), before_it.size()));
  if (near && is_notice_heading(heading, walk.rules)) return;  // ★遗失★
  const std::size_t name = han_begin(walk.text, at, walk.last());
  if (name < at && begins_name(walk, name) && joins_name(walk.text, name, at, walk.rules)) return;  // ●肉孜•买买提遗失…
  const std::string_view behind = walk.text.substr(end, kReach);
  if (const std::size_t skip = bullet_length(behind); skip == behind.size() || is_closing(char_at(behind, skip))) return;
  walk.begin_at(at);
}

/// 张三、李四：你们于…: names behind a sentence, and a text that speaks to them.
void begin_called(StartWalk& walk, std::size_t end) {
  if (begin_headed(walk, before(walk.text, end), end)) return;
  if (speaks_to(walk.text.substr(end), walk.rules)) begin_court_notice(walk, end);
}

/// What the sign asks for that stands from `at` to `end`.
void follow(StartWalk& walk, StartRole role, std::size_t at, std::size_t end) {
  switch (role) {
    case StartRole::bullet: return begin_bullet(walk, at, end);
    case StartRole::lost: return begin_loss(walk, at);
    case StartRole::court: return begin_court_notice(walk, at);
    case StartRole::act: return begin_act(walk, at, end);
    case StartRole::opening: return begin_opening(walk, at);
    case StartRole::speaker: return begin_speaker(walk, at, end);
    case StartRole::called: return begin_called(walk, end);
    case StartRole::closed: return begin_behind_brackets(walk, end);
    case StartRole::done: return begin_behind_closing(walk, end);
    case StartRole::applied: return begin_application(walk, at);
    case StartRole::declared: begin_declared(walk, at);
  }
}

/// Those that one walk finds.
std::vector<std::size_t> starts_of(std::string_view paragraph, const Rules& rules) {
  StartWalk walk(paragraph, rules);
  std::size_t sign_end = 0;
  walk.signs.patterns.scan(paragraph, [&](std::size_t number, std::size_t at, const Pattern::Match& match) {
    if (at < sign_end) return false;
    sign_end = match.end;
    follow(walk, walk.signs.roles[number], at, match.end);
    return false;
  });
  begin_counted_losses(walk);
  if (walk.starts.empty()) begin_named_losses(walk);
  if (walk.starts.empty()) begin_small_ads(walk);
  return std::move(walk.starts);
}

/// Those in a paragraph's parts as well: a part that is read by itself, as it is from a record, may begin further ones. The deepest that
/// parts lie in parts is bounded, so that any text takes linear time.
void add_starts(std::string_view paragraph, std::size_t begin, int rounds, const Rules& rules, std::vector<std::size_t>& all) {
  std::vector<std::size_t> starts = starts_of(paragraph, rules);
  if (starts.empty()) return;
  starts.push_back(paragraph.size());
  std::size_t from = 0;
  for (const std::size_t start : starts) {
    if (from > 0) all.push_back(begin + from);
    const std::string_view part = trim(paragraph.substr(from, start - from));
    if (rounds > 0 && !part.empty()) add_starts(part, begin + static_cast<std::size_t>(part.data() - paragraph.data()), rounds - 1, rules, all);
    from = start;
  }
}

}  // namespace

std::vector<std::size_t> notice_starts(std::string_view paragraph, const Rules& rules) {
  constexpr int kRounds = 4;
  std::vector<std::size_t> all;
  add_starts(paragraph, 0, kRounds, rules, all);
  return all;
}

std::size_t count_mark(std::string_view text) {
  constexpr std::size_t kMostDigits = 2;
  std::size_t at = 0;
  if (text.empty()) return 0;
  if (const char32_t c = next_char(text, at); is_circled_digit(c)) return at;
  at = 0;
  while (at < text.size() && at < kMostDigits && is_ascii_digit(static_cast<unsigned char>(text[at]))) ++at;
  if (at == 0 || at >= text.size()) return 0;
  const char32_t mark = next_char(text, at);
  at = skip_spaces(text, at);
  return (mark == '.' || mark == U'．' || mark == U'、') && is_han(char_at(text, at)) ? at : 0;
}

bool opens_case(std::string_view text, const Rules& rules) {
  const StartSigns& signs = rules.tables().compiled<StartSigns>();
  return signs.patterns.match_at(text, 0, [&](std::size_t number, std::size_t, const Pattern::Match&) { return signs.roles[number] == StartRole::court; });
}

bool opens_court_notice(std::string_view text, const Rules& rules) {
  const auto& openings = rules.tables().compiled<StartSigns>().openings;
  return std::any_of(openings.begin(), openings.end(), [&](const Pattern& pattern) { return pattern.matches(text); });
}

}  // namespace jianbao
