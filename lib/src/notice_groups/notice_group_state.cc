#include "notice_groups/notice_group_state.h"

#include <algorithm>
#include <string>
#include <utility>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/phones.h"
#include "notice_groups/notice_bullets.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_dates.h"
#include "notice_parts/notice_run_in.h"
#include "notice_groups/notice_torn.h"

namespace jianbao {
namespace {

constexpr std::string_view kStop = "。";

/// Han, and the mark of a list between them: 张三、李四不慎遗.
bool holds_names_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); !is_han(c) && c != U'、') return false;
  return true;
}

/// Of a text that is none of the article's.
bool tells_loss(std::string_view text, const GroupState& state) {
  return state.kinds.is_loss(kind_of({}, text, state.kinds).kind) && is_notice_text(text, state.rules);
}

}  // namespace

void GroupState::close() {
  if (!open.pieces.empty()) groups.push_back(std::move(open));
  open = {};
  header = {};
  signed_off = has_date_ = has_signatory_ = has_header_ = false;
}

void GroupState::add(const NoticePiece& piece, bool signs) {
  open.pieces.push_back(piece);
  has_date_ = has_date_ || (piece.signature && piece.signature->date);
  has_signatory_ = has_signatory_ || signs;
  has_header_ = has_header_ || header_columns(piece.text, rules) > 0;
}

void GroupState::set_header(std::string_view text) {
  const auto& columns = rules.tables().compiled<ColumnTable>();
  const bool goes_on = !header.empty() && header.data() + header.size() < text.data() && is_head_line(header, columns) && is_head_line(text, columns);
  header = goes_on ? std::string_view(header.data(), static_cast<std::size_t>(text.data() + text.size() - header.data())) : text;
}

bool GroupState::is_complete() const {
  const std::string_view last = open.pieces.back().text;
  const char32_t end = fold(last_char(last));
  if (end == U'：' || end == U'，' || end == U'、') return false;  // what it leads to belongs to it
  return is_stop(last_char(last)) || fold(last_char(last)) == U'；' || words.ends_with_closing(last) || (last.size() > 60 && !breaks_off(last)) || ends_with_phone(last, rules);
}

bool GroupState::is_closed() const {
  const std::string_view last = open.pieces.back().text;
  return is_stop(last_char(last)) && words.ends_with_closing(last);
}

bool GroupState::any_named(const std::vector<Party>& parties) const {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return std::any_of(open.pieces.begin(), open.pieces.end(), [&](const NoticePiece& p) { return p.text.find(party.name) != std::string_view::npos; });
  });
}

bool GroupState::breaks_off(std::string_view text) const {
  if (!is_han(last_char(text)) || words.ends_with_closing(text)) return false;
  if (date_at_end(text)) return false;
  std::size_t begin = text.size();
  for (std::size_t at = begin; at > 0 && text.size() - at < 90; begin = at)  // bytes of a name
    if (at = before(text, at); is_stop(char_at(text, at)) || fold(char_at(text, at)) == U'，' || is_space(char_at(text, at)) || is_digit(char_at(text, at))) break;
  const std::string_view end = text.substr(begin);
  return !is_organisation(end, rules) && !is_person(end, rules);
}

bool GroupState::is_loss(std::string_view text) const { return kinds.is_loss(kind_of_text(text).kind) && is_notice_text(text, rules); }

bool GroupState::loses_below(std::string_view text) const {
  return loses_below_.of(text, [&] { return reads_on_to_loss(text); });
}

bool GroupState::reads_on_to_loss(std::string_view text) const {
  constexpr std::size_t kLines = 4, kLongest = 30;  // characters of one
  if (block + 1 >= article.blocks.size() || !is_han(first_char(line(block + 1)))) return false;
  if (bullet_length(text) > 0 || !holds_names_only(text) || count_chars(text) > kLongest || names_court(text, rules) || subject_of(text).empty()) return false;
  std::string joined(text);
  for (std::size_t next = block + 1; next < article.blocks.size() && next <= block + kLines; ++next) {
    const std::string_view below = line(next);
    if (has_bullet(below) || is_notice_heading(below, rules) || may_be_notice_heading(below, rules) || read_signature(below, rules)) return false;
    if (next == block + 1 && !read_subject(below, rules).empty() && !parts_word(text, below)) return false;
    const std::size_t stop = below.find(kStop);
    joined += below.substr(0, stop);
    if (stop != std::string_view::npos) return tells_loss(joined + std::string(kStop), *this);
  }
  return false;
}

const KindScore& GroupState::kind_of_text(std::string_view text) const {
  return kind_of_text_.of(text, [&] { return kind_of({}, text, kinds); });
}

const KindScore& GroupState::kind_of_title(std::string_view title) const {
  return kind_of_title_.of(title, [&] { return kind_of_heading(title, kinds); });
}

const std::vector<Party>& GroupState::subject_of(std::string_view text) const {
  return subject_.of(text, [&] { return read_subject(text, rules); });
}

const std::optional<Signature>& GroupState::signature_of(std::string_view text) const {
  return signature_.of(text, [&] { return read_signature(text, rules); });
}

std::size_t GroupState::columns_of(std::string_view text) const {
  return columns_.of(text, [&] { return header_columns(text, rules); });
}

std::size_t GroupState::run_in_of(std::string_view text) const {
  return run_in_.of(text, [&] { return run_in_heading(text, rules); });
}

}  // namespace jianbao
