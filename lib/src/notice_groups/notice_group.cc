#include "notice_groups/notice_group.h"

#include <algorithm>
#include <optional>
#include <string>

#include "fields/dates.h"
#include "notice_signs/notice_cell_lines.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_groups/notice_ads.h"
#include "notice_groups/notice_bullets.h"
#include "notice_groups/notice_continuation.h"
#include "notice_groups/notice_counts.h"
#include "notice_parts/notice_courts.h"
#include "notice_groups/notice_group_rows.h"
#include "notice_groups/notice_group_state.h"
#include "notice_groups/notice_heading_judge.h"
#include "notice_groups/notice_settle.h"
#include "notice_groups/notice_titles.h"
#include "notice_groups/notice_torn.h"
#include "notice_parts/notice_reading.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kStop = "。";

/// A word stands in it, or a number.
bool says_anything(std::string_view text) {
  constexpr int kLeastNumber = 6;  // digits and letters
  constexpr std::size_t kBegin = 20 * 3;  // bytes, which mostly say something: nothing else is read then
  if (text.size() > kBegin && says_anything(text.substr(0, before(text, kBegin)))) return true;
  int number = 0;
  const std::string plain = simplified(text);  // as the words of the list are written
  for (std::size_t at = 0; at < plain.size();) {
    if (longest_word_at(plain, at)) return true;
    const char32_t c = next_char(plain, at);
    number += is_digit(c) || is_letter(c);
  }
  return number >= kLeastNumber;
}

/// One line of an article after another goes to the open notice, or opens the next.
class Grouper {
 public:
  Grouper(const Article& article, const Rules& rules, std::deque<std::string>& titles)
      : article_(article), rules_(rules), titles_(titles), words_(rules.tables().compiled<NoticeWords>()), state_(article, rules), headings_(state_) {}

  std::vector<NoticeGroup> run() {
    for (std::size_t i = 0; i < article_.blocks.size(); ++i) {
      if (const std::size_t last = headings_.last_of_vertical(i); last > i) {
        heading(titles_.emplace_back(headings_.joined(i, last)));
        i = last;
        continue;
      }
      if (const std::size_t cells = table_at(i); cells > 0) {
        for (const std::size_t end = i + cells; i < end; ++i) state_.add({i, state_.line(i), std::nullopt, false}, false);
        --i;
        continue;
      }
      const std::string_view text = article_.view(article_.blocks[i]);
      if (trim(text).empty()) continue;
      state_.block = i;
      if (headings_.is_stopped_heading(text))
        heading(trim(without_last(text)));
      else if (headings_.is_heading(article_.blocks[i], text))
        heading(text);
      else
        body(i, text);
    }
    state_.close();
    settle(state_.groups, rules_);
    return std::move(state_.groups);
  }

 private:
  /// The blocks of a table in the open notice that has a cell a line: none of them is a heading, signs or begins anything.
  std::size_t table_at(std::size_t first) {
    if (state_.open.pieces.empty()) return 0;
    if (lines_.empty())
      for (std::size_t i = 0; i < article_.blocks.size(); ++i) lines_.push_back(state_.line(i));
    const CellLines cells = cell_lines_at(lines_, first, rules_);
    return cells ? cells.lines() : 0;
  }

  void heading(std::string_view text) {
    close();
    ++state_.section;
    story_ = false;
    const std::string_view bare = without_bullets(text);
    state_.pending.push_back(bare);
    if (!read_court(bare, {}, {}, rules_).empty()) state_.court = bare, state_.court_section = state_.section;
    state_.shared = {};
  }

  /// What stands before the next heading is no notice, nor is the title right above.
  void story() {
    if (state_.open.pieces.size() == 1 && !state_.is_complete() && !state_.signed_off) state_.open = {};
    close();
    story_ = true;
  }

  /// 2025年4月10日　电话：…: bytes of the day below who signs, where how to reach him stands on the same line.
  std::size_t day_before_contact(std::string_view text) const {
    if (state_.open.pieces.empty() || !state_.signed_off || state_.has_date()) return 0;
    const auto date = parse_date(text);
    return date && date->begin == 0 && words_.is_contact_line(trim(text.substr(date->end))) ? date->end : 0;
  }

  void body(std::size_t block, std::string_view text) {
    state_.block = block;
    if (const std::size_t day = day_before_contact(text)) {
      piece(block, text.substr(0, day), false, false);
      text.remove_prefix(day);
    }
    const bool numbered = article_.blocks[block].label.has_value();
    const bool counted = numbered && begins_numbered(text.substr(article_.blocks[block].label->length), state_);
    if (counted) {
      text.remove_prefix(article_.blocks[block].label->length);
      close();
    }
    const bool ad = begins_ad(text, state_);
    const bool item = !numbered && (article_.blocks[block].kind == BlockKind::item || has_bullet(text) || ad);
    const BlockKind kind = article_.blocks[block].kind;  // a heading was not cut where its article was put together
    std::vector<std::size_t> starts = kind == BlockKind::title || kind == BlockKind::heading ? std::vector<std::size_t>{} : notice_starts(text, rules_);
    starts.insert(starts.begin(), 0);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
      std::string_view part = text.substr(starts[i], end - starts[i]);
      if (i == 0 && starts.size() > 1 && headings_.is_stopped_heading(part)) {
        heading(trim(without_last(part)));
        continue;
      }
      if (i > 0 && end == text.size() && is_notice_heading(trim(part), rules_)) {  // …电话：13900000000减资公告: of the next notice
        heading(trim(part));
        continue;
      }
      const std::size_t count = starts.size() > 1 ? count_mark(trim(part)) : 0;  // ①李四学生证；②…: notices that are counted
      const bool circled = count > 0;
      if (circled) part = trim(part).substr(count);
      const bool torn = i == 0 && !circled && !ad && !has_bullet(text) && is_torn(trim(text), state_);
      piece(block, part, !torn && (item || i > 0 || circled), torn || (numbered && i == 0 && !circled));
      if (i > 0) continue;
      state_.open.counted |= counted;
      const std::string_view bare = trim(text).substr(bullet_length(trim(text)));
      if (ad) state_.open.topic = bare.substr(0, ad_topic(bare, true, rules_));
    }
  }

  void piece(std::size_t block, std::string_view text, bool item, bool numbered) {
    text = trim(text);
    std::string_view bare = text.substr(bullet_length(text));
    bare.remove_prefix(misread_bullet(bare, article_.text, rules_));
    if (bare.empty()) return;
    column_ = words_.is_column_line(bare) || (column_ && (leads_in_column_ || words_.is_contact_line(bare)));  // and the column's address behind it
    leads_in_column_ = column_ && ends_in_colon(bare);
    if (column_) return;
    if (words_.begins_story(bare)) story();
    if (story_) return;
    if (in_loss_rows_ && words_.continues(bare)) return;  // 以上证件作废: said of all of them
    const bool row = is_table_row(bare, state_) || is_hours_line(bare, state_);
    const bool listed = !state_.open.pieces.empty() && goes_on_list(bare, state_), loss = is_loss_row(bare, state_);
    const bool torn = !in_torn_loss_ && state_.loses_below(bare);
    const bool reads = !(row || listed || loss || torn || in_torn_loss_);
    const NoticePiece piece{block, bare, reads ? state_.signature_of(bare) : std::nullopt, reads && bare.find('\n') == std::string_view::npos};
    const auto& signature = piece.signature;
    if (state_.open.pieces.empty() || !(numbered || row || in_torn_loss_ || (!(torn && state_.is_complete()) && goes_on_with_open(bare, signature, item, state_)))) {
      if (!signature && is_stray(bare)) return;
      close();
      state_.open.title = take_title(bare, state_);
      state_.open.court = state_.court;
      state_.open.section = state_.section;
    }
    const bool ends = !row && !listed, signs = ends && (is_signatory(piece) || is_signed(piece, rules_));
    const bool leads = state_.open.pieces.empty() && leads_notice(bare, rules_);  // the day below the heading
    if (ends && !leads && (signature || signs)) state_.signed_off = true;
    in_loss_rows_ = loss;
    in_torn_loss_ = torn || (in_torn_loss_ && bare.find(kStop) == std::string_view::npos);
    state_.add(piece, signs);
    if (!row) state_.set_header(bare);
  }

  /// Behind a notice and under no heading of its own: a sign of a picture, or what OCR made of one. It announces nothing.
  bool is_stray(std::string_view text) const {
    const bool behind = !state_.open.pieces.empty() || !state_.groups.empty();
    return behind && state_.pending.empty() && !ends_in_colon(text) && !says_anything(text);
  }

  void close() {
    state_.close();
    in_torn_loss_ = false;
  }

  const Article& article_;
  const Rules& rules_;
  std::deque<std::string>& titles_;
  const NoticeWords& words_;
  GroupState state_;
  const HeadingJudge headings_;
  std::vector<std::string_view> lines_;  ///< of the blocks
  bool column_ = false, leads_in_column_ = false, story_ = false, in_loss_rows_ = false, in_torn_loss_ = false;
};

}  // namespace

std::vector<NoticeGroup> group_notices(const Article& article, const Rules& rules, std::deque<std::string>& titles) { return Grouper(article, rules, titles).run(); }

}  // namespace jianbao
