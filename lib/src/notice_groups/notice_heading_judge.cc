#include "notice_groups/notice_heading_judge.h"

#include "names/organisations.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_groups/notice_bullets.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_signature.h"
#include "notice_groups/notice_torn.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestHeading = 40;  // characters of a line that gather took for a heading

bool is_han_alone(std::string_view text) { return is_han(first_char(text)) && count_chars(text) == 1; }

}  // namespace

bool HeadingJudge::is_heading(const Block& block, std::string_view text) const {
  if (state_.is_closing_line(text)) return block.kind != BlockKind::paragraph && block.kind != BlockKind::item && (open_.pieces.empty() || state_.is_closed() || state_.signed_off);
  if (is_notice_heading(text, rules_) || words_.is_banner(text) || stands_over_notices(text)) return true;
  if (block.label || state_.loses_below(trim(text))) return false;  // 三、招标人：…
  if (breaks_off_above(trim(text))) return false;
  if (words_.is_damaged_heading(text) || is_next_court(text)) return true;
  if (may_be_notice_heading(text, rules_) && (open_.pieces.empty() || state_.is_complete())) return true;
  if (!open_.pieces.empty() && state_.is_complete() && is_bare(text) && (words_.topics.find(without_spaces(trim(text))) || names_other_kind(text))) return true;  // 某中学食堂经营权招标
  if (is_bare(text) && (open_.pieces.empty() ? !state_.pending.empty() : state_.signed_off || state_.is_closed())) return true;
  if (block.kind != BlockKind::title && block.kind != BlockKind::heading && block.kind != BlockKind::kicker) return false;
  if (count_chars(text) > kLongestHeading || is_stop(last_char(trim(text)))) return false;
  if (is_notice_text(text, rules_)) return false;
  return !state_.signature_of(text) || open_.pieces.empty();
}

bool HeadingJudge::is_stopped_heading(std::string_view text) const {
  if (!is_stop(last_char(text)) || !(open_.pieces.empty() || state_.is_complete())) return false;
  const std::string_view bare = trim(without_last(text));
  return is_notice_heading(bare, rules_) && state_.kind_of_title(bare).kind != KindTable::kNone && !state_.is_closing_line(bare);
}

std::size_t HeadingJudge::last_of_vertical(std::size_t first) const {
  std::size_t end = first;
  while (end < article_.blocks.size() && is_han_alone(state_.line(end))) ++end;
  return end > first + 1 && is_notice_heading(joined(first, end - 1), rules_) ? end - 1 : first;
}

std::string HeadingJudge::joined(std::size_t first, std::size_t last) const {
  std::string text;
  for (std::size_t i = first; i <= last; ++i) text += state_.line(i);
  return text;
}

/// 武汉晴川生物医药股份有限公⏎司经股东会决议…: the first line of a notice under its heading, which a column's end parted.
bool HeadingJudge::breaks_off_above(std::string_view text) const {
  constexpr std::size_t kLongest = 40;  // characters; what is longer is no heading
  if (state_.pending.empty() || !open_.pieces.empty() || state_.block + 1 >= article_.blocks.size() || count_chars(text) > kLongest) return false;
  const Block& next = article_.blocks[state_.block + 1];
  const std::string_view below = state_.line(state_.block + 1);
  if (next.label || has_bullet(below) || is_notice_heading(below, rules_) || may_be_notice_heading(below, rules_)) return false;
  return goes_on_within(text, below);
}

/// 规划批后公布 below a notice of another kind: no word for the act that is known, but what it is about.
bool HeadingJudge::names_other_kind(std::string_view text) const {
  const std::size_t kind = state_.kind_of_title(text).kind;
  if (kind == KindTable::kNone || open_.title.empty()) return false;
  const std::size_t open = state_.kind_of_title(open_.title).kind;
  return open != KindTable::kNone && open != kind && kind_of({}, open_.pieces.front().text, kinds_).kind == open;
}

/// A few words without a mark, that sign nothing and lead to nothing: where no notice is open they stand over the next.
bool HeadingJudge::is_bare(std::string_view text) const {
  constexpr std::size_t kLongestBare = 20;  // characters
  if (bullet_length(text) > 0 || count_chars(text) > kLongestBare) return false;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); !is_han(c) && c != U'、' && c != U'·') return false;
  if (words_.continues(text) || state_.signature_of(text) || words_.is_contact_line(text) || words_.is_column_line(text) || is_notice_text(text, rules_)) return false;
  return state_.kind_of_text(text).weight < kClear || state_.subject_of(text).empty();  // 甲公司不慎遗失开户许可: the line goes on below
}

/// A court alone on its line: between marks (■ 云溪区人民法院 ■), or where no notice is left that it could sign.
bool HeadingJudge::stands_over_notices(std::string_view text) const {
  const std::string_view name = without_bullets(text);
  if (!is_organisation(name, rules_) || !names_court(name, rules_)) return false;
  const bool marked = name.size() < trim(text).size() && bullet_length(text) > 0;
  return marked || open_.pieces.empty() || state_.has_signatory();  // two courts do not sign one notice
}

/// The name of a court alone heads the open notice and those beside it.
bool HeadingJudge::is_under_court() const { return open_.section == state_.court_section && open_.court == state_.court && is_organisation(state_.court, rules_); }

/// In a column of courts: the name of another court than the one over the open notice, which a day may end.
bool HeadingJudge::is_next_court(std::string_view text) const {
  const std::string_view bare = trim(text);
  if (open_.pieces.empty() || state_.has_signatory()) return false;
  if (is_under_court() && bare != state_.court && is_organisation(bare, rules_) && names_court(bare, rules_)) return true;
  if (open_.title.empty() || open_.title.find(bare) != std::string_view::npos) return false;
  if (!is_organisation(bare, rules_)) return false;
  const std::size_t kind = state_.kind_of_title(bare).kind;
  if (kind == KindTable::kNone || kind != state_.kind_of_title(open_.title).kind) return false;
  const auto court = read_court(open_.title, {}, {}, rules_);
  return !court.empty() && !bare.ends_with(court);  // 劳动人事争议仲裁委员会公告 is no other one's: who has this name signs
}

}  // namespace jianbao
