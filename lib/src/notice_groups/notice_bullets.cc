#include "notice_groups/notice_bullets.h"

#include <algorithm>
#include <string>

#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notice_parts/notice_subject.h"
#include "notice_parts/notice_party_words.h"
#include "tables/lexicon.h"

namespace jianbao {
namespace {

bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// The text begins with a place that stands elsewhere in the article without the character before it: 急|云台市… among 云台市….
bool names_place_elsewhere(std::string_view text, std::string_view all) {
  constexpr std::u32string_view kPlaces = U"省市县区州旗镇乡";
  std::size_t at = 0;
  for (std::size_t n = 1; n <= 4 && at < text.size(); ++n) {
    const char32_t c = next_char(text, at);
    if (n < 3 || kPlaces.find(c) == std::u32string_view::npos) continue;
    const std::string_view place = text.substr(0, at);
    for (std::size_t found = all.find(place); found != std::string_view::npos; found = all.find(place, found + place.size()))
      if (found == 0 || !is_han(char_at(all, before(all, found)))) return true;
  }
  return false;
}

/// The text begins with a word that begins several of the article, whatever OCR made of the bullets before them: e|合肥…, 9|合肥….
bool begins_as_others(std::string_view text, std::string_view all) {
  const std::string_view word = text.substr(0, longest_word_at(text, 0, kGoodWord).at.size());
  if (word.empty()) return false;
  std::size_t begun = 0;
  for (std::size_t found = all.find(word); found != std::string_view::npos && begun < 2; found = all.find(word, found + word.size()))
    begun += found > 0 && !is_han(char_at(all, before(all, found)));
  return begun > 1;
}

}  // namespace

bool has_bullet(std::string_view text) {
  const std::string_view bare = trim(text);
  return bullet_length(bare) > 0 && first_char(bare) != '-' && first_char(bare) != '*';
}

std::string_view without_bullets(std::string_view text) {
  text = trim(text.substr(std::min(bullet_length(text), text.size())));
  while (!text.empty() && bullet_length(text.substr(before(text, text.size()))) > 0) text = without_last(text);
  return text;
}

std::size_t misread_bullet(std::string_view text, std::string_view article, const Rules& rules) {
  constexpr std::size_t kReach = 180, kMostLetters = 3;  // bytes
  std::size_t behind = 0;
  while (behind < kMostLetters && behind < text.size() && is_ascii_lower(text[behind])) ++behind;
  const bool digit = behind == 0 && !text.empty() && is_ascii_digit(static_cast<unsigned char>(text.front()));
  if (behind == 0 && !text.empty() && (digit || is_ascii_upper(text.front()))) behind = 1;  // Q甲公司, 9甲公司
  const bool letters = behind > 0;
  if (!letters && !text.empty()) next_char(text, behind);
  const bool known = rules.tables().compiled<NoticeWords>().bullet_readings.contains(std::string(text.substr(0, behind)));
  if (known) behind = skip_spaces(text, behind);  // 0 甲公司
  const std::string_view rest = text.substr(behind);
  if (!is_han(first_char(rest)) || (!letters && !known && !is_han(first_char(text)))) return 0;
  if (!letters && longest_word_at(text, 0, kGoodWord).at.size() > behind) return 0;  // most lines
  if (!party_words(rules).losses.any_in(text.substr(0, std::min(kReach, text.size())))) return 0;
  const bool place = names_place_elsewhere(rest, article) || (letters && begins_as_others(rest, article));
  if (!known && !letters && !place) return 0;
  const auto named = read_subject(rest, rules);
  const bool sex = static_cast<bool>(rules.tables().compiled<ItemWords>().sexes.find(text));
  if (named.empty() || ((digit || sex) && !rest.starts_with(named.front().name))) return 0;  // 3号楼业主李四, 女青年王丽
  if (known || (letters && !named.front().organization)) return behind;
  return named.front().organization && place ? behind : 0;
}

}  // namespace jianbao
