#include "notice_groups/notice_titles.h"

#include <algorithm>

namespace jianbao {
namespace {

constexpr std::string_view kLots = "lots";  // of the column `items` of notices.tsv: what is offered may be offered in a small ad
constexpr double kAgreed = 5;  // weight from which a text under a heading that says so, too, is of that kind

/// 拍卖公告 over what a court sells: court_auction is an auction.
bool is_form_of(std::string_view kind, std::string_view heading) {
  return kind.size() > heading.size() && kind.ends_with(heading) && kind[kind.size() - heading.size() - 1] == '_';
}

bool fits(std::string_view title, std::string_view text, const GroupState& state) {
  const std::size_t heading = state.kind_of_title(title).kind;
  if (heading == KindTable::kNone) return false;
  const KindScore& body = state.kind_of_text(text);
  return body.weight >= kAgreed && (heading == body.kind || is_form_of(state.kinds.kinds[body.kind], state.kinds.kinds[heading]));
}

/// Under a shared heading, but of another kind by its own words.
bool is_foreign(std::string_view text, const GroupState& state) {
  const std::size_t heading = state.kind_of_title(state.shared).kind;
  if (state.run_in_of(text)) return true;
  if (heading == KindTable::kNone) return !state.words.is_banner(state.shared);
  const KindScore& body = state.kind_of_text(text);
  if (body.kind == heading || (state.kinds.is_loss(body.kind) && state.kinds.is_loss(heading))) return false;  // 遗失启事 stands over losses of all kinds
  return body.weight >= kClear || (state.kinds.items[heading] != kLots && !state.words.is_banner(state.shared) && is_small_ad(text, state.rules));
}

/// 公告启事 over 听证公告: of headings in a row those that name no kind are the column's. Where OCR put the headings of several notices
/// before their texts, one that the text agrees with is its own: 遗失声明, 封闭施工通告, then 遗失…公章.
void drop_banners(std::string_view text, GroupState& state) {
  if (state.pending.size() < 2) return;
  const std::string_view last = state.pending.back();
  std::erase_if(state.pending, [&](std::string_view title) {
    const std::size_t kind = state.kind_of_title(title).kind;
    return title.data() != last.data() && !(kind != state.kind_of_title(last).kind && fits(title, text, state)) &&
           (state.words.is_banner(title) || kind == KindTable::kNone || kind == state.kind_of_title(last).kind);
  });
}

}  // namespace

bool waits_for(std::string_view text, const GroupState& state) {
  return std::any_of(state.pending.begin(), state.pending.end(), [&](std::string_view title) { return fits(title, text, state); });
}

std::string_view take_title(std::string_view text, GroupState& state) {
  drop_banners(text, state);
  if (state.pending.empty()) return is_foreign(text, state) ? std::string_view{} : state.shared;
  auto chosen = state.pending.begin();
  if (state.pending.size() > 1) chosen = std::find_if(state.pending.begin(), state.pending.end(), [&](std::string_view title) { return fits(title, text, state); });
  if (chosen == state.pending.end()) chosen = state.pending.begin();
  state.shared = *chosen;
  state.pending.erase(chosen);
  return state.shared;
}

}  // namespace jianbao
