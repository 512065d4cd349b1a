#include "notice_groups/notice_ads.h"

#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/phones.h"
#include "notice_groups/notice_bullets.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kClassified = "classified";

/// A line or two that end with the telephone to call.
bool is_ad(std::string_view text, const Rules& rules) {
  return count_chars(text) <= kLongestAd && ends_with_phone(text, rules);
}

/// Under no heading, that of a column or one of small ads.
bool in_ad_column(const GroupState& state) {
  if (state.open.title.empty() || state.words.is_banner(state.open.title)) return true;
  const std::size_t kind = state.kind_of_title(state.open.title).kind;
  return kind != KindTable::kNone && state.kinds.kinds[kind] == kClassified;
}

/// 仁安护理之家招护理师2名，…电话…: who looks for somebody, in a line or two.
bool hires(std::string_view text, const GroupState& state) {
  constexpr std::string_view kRecruitment = "recruitment";
  const std::size_t kind = state.kind_of_text(text).kind;
  return kind != KindTable::kNone && state.kinds.kinds[kind] == kRecruitment && count_chars(text) <= kLongestAd;
}

}  // namespace

std::size_t ad_topic(std::string_view text, bool bare, const Rules& rules) {
  const KindTable& kinds = rules.tables().compiled<KindTable>();
  constexpr std::size_t kMost = 6;  // characters
  std::size_t at = 0;
  const bool boxed = !text.empty() && fold(first_char(text)) == U'【';
  if (boxed) next_char(text, at);
  if (!boxed && !bare) return 0;
  const std::size_t begin = at;
  at = skip_while(text, at, is_han);
  if (at == begin || at >= text.size() || count_chars(text.substr(begin, at - begin)) > kMost) return 0;
  const std::string_view topic = text.substr(begin, at - begin);
  const char32_t mark = fold(next_char(text, at));
  if (boxed ? mark != U'】' : mark != U'：' && !is_space(mark)) return 0;
  const std::size_t kind = kind_of_heading(topic, kinds).kind;
  const bool known = kind != KindTable::kNone && (boxed || kinds.kinds[kind] == kClassified);
  if (!known && !boxed && !is_small_ad(text, rules)) return 0;  // 疏通　管道疏通，…: says so itself
  return (known || !boxed) && !trim(text.substr(at)).empty() ? at : 0;
}

bool begins_ad(std::string_view text, const GroupState& state) {
  text = trim(text);
  if (has_bullet(text)) return ad_topic(text.substr(bullet_length(text)), true, state.rules) > 0;
  const bool among = state.open.pieces.empty() || ad_topic(state.open.pieces.front().text, true, state.rules) > 0;
  return ad_topic(text, among, state.rules) > 0;
}

bool is_next_ad(std::string_view text, const GroupState& state) {
  if (state.open.pieces.size() == 1 && hires(state.open.pieces.front().text, state) && hires(text, state)) {
    const auto named = [&](std::string_view of) { return state.subject_of(of).empty() ? std::string() : state.subject_of(of).front().name; };
    const std::string who = named(text);
    return who.empty() || who != named(state.open.pieces.front().text);  // a firm's posts are one notice
  }
  return state.open.pieces.size() == 1 && in_ad_column(state) && is_ad(state.open.pieces.front().text, state.rules) && is_ad(text, state.rules);
}

}  // namespace jianbao
