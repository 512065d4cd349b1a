#include "notice_groups/notice_settle.h"

#include <algorithm>
#include <string>

#include "names/organisations.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_parties.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_reading.h"
#include "notice_parts/notice_tail.h"
#include "notice_signs/notice_words.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// OCR may put the signature of one notice below another: it goes back to the one that names its signatory.
void return_signatures(std::vector<NoticeGroup>& groups, const Rules& rules) {
  constexpr std::ptrdiff_t kReach = 50;  // notices on either side: more than any column holds; of what is no page, time stays linear
  for (auto at = groups.begin(); at != groups.end(); ++at) {
    NoticeGroup& group = *at;
    const auto first = std::find_if(group.pieces.begin(), group.pieces.end(), is_signatory);
    if (first == group.pieces.begin() || first == group.pieces.end()) continue;
    const std::string names = first->signature->names;
    const auto rest = [&](const NoticeGroup& g, std::string_view name) {
      return std::any_of(g.pieces.begin(), g.pieces.end(), [&](const NoticePiece& p) { return &p != &*first && p.text.find(name) != std::string_view::npos; });
    };
    if (rest(group, names)) continue;
    const bool needed = std::count_if(group.pieces.begin(), group.pieces.end(), is_signatory) == 1 &&
                        std::any_of(group.pieces.begin(), first, [&](const NoticePiece& p) { return speaks_of_itself(p.text, rules); });
    if (needed) continue;  // 我校食堂…: whose it is only the signature says
    const auto nearest = at - std::min(kReach, at - groups.begin()), farthest = at + std::min(kReach, groups.end() - at);
    const auto owner = std::find_if(nearest, farthest, [&](const NoticeGroup& g) {
      return &g != &group && rest(g, names) &&
             std::none_of(g.pieces.begin(), g.pieces.end(), [&](const NoticePiece& p) { return is_signatory(p) || is_signed(p, rules); });
    });
    if (owner == farthest) continue;
    owner->pieces.insert(owner->pieces.end(), first, group.pieces.end());
    group.pieces.erase(first, group.pieces.end());
  }
}

/// What was read before the text of its notice goes below it.
void sign_below(NoticeGroup& group, const Rules& rules) {
  const auto text = group.pieces.begin() + static_cast<std::ptrdiff_t>(read_before_text(group, rules));
  if (text == group.pieces.begin() || std::any_of(text, group.pieces.end(), [&](const NoticePiece& p) { return is_signatory(p) || is_signed(p, rules); })) return;
  std::rotate(group.pieces.begin(), text, group.pieces.end());
}

/// A number of a document, and no day, hour or sum of money.
bool begins_with_number(std::string_view text) {
  constexpr std::size_t kLeast = 6;  // digits
  std::size_t at = 0, digits = 0;
  while (at < text.size() && is_digit(char_at(text, at))) next_char(text, at), ++digits;
  return digits >= kLeast;
}

/// 4310000858，声明作废。 below a notice that is complete, where another one breaks off before a number (…公章一枚，编号：): it goes back to that.
void return_rests(std::vector<NoticeGroup>& groups, const Rules& rules) {
  constexpr std::ptrdiff_t kReach = 12;  // notices on either side
  for (auto at = groups.begin(); at != groups.end(); ++at) {
    if (at->pieces.size() < 2) continue;
    const NoticePiece& rest = at->pieces.back();
    const std::string_view before_it = at->pieces[at->pieces.size() - 2].text;
    if (rest.signature || !begins_with_number(rest.text) || !is_stop(last_char(before_it))) continue;
    const auto nearest = at - std::min(kReach, at - groups.begin()), farthest = at + std::min(kReach, groups.end() - at);
    const auto lacks = [&](const NoticeGroup& g) { return &g != &*at && fold(last_char(g.pieces.back().text)) == U'：' && party_words(rules).losses.any_in(g.pieces.back().text); };
    if (std::count_if(nearest, farthest, lacks) != 1) continue;
    std::find_if(nearest, farthest, lacks)->pieces.push_back(rest);
    at->pieces.pop_back();
  }
}

/// Who signs a piece: on a line of its own, or behind its last sentence.
std::string signer_of(const NoticePiece& piece, const Rules& rules) {
  if (piece.signature) return piece.signature->names;
  return is_signed(piece, rules) ? read_tail(piece.text, rules).signature.names : std::string();
}

/// The court that signs the last of several notices, and so speaks in all of them.
std::string_view court_below(const NoticeGroup& last, std::string_view otherwise, const Rules& rules) {
  for (const NoticePiece& piece : last.pieces) {
    const std::string signer = signer_of(piece, rules);
    const std::size_t at = names_court(signer, rules) ? piece.text.rfind(signer) : std::string_view::npos;
    if (at != std::string_view::npos) return piece.text.substr(at, signer.size());
  }
  return last.court.empty() ? otherwise : last.court;
}

/// The lines that sign a notice.
std::string signature_of(const NoticeGroup& group) {
  std::string lines;
  for (const NoticePiece& piece : group.pieces)
    if (piece.signature) lines += '\n' + std::string(piece.text);
  return lines;
}

/// Counted notices under one heading share the signature below the last of them. Of others under one heading the court is the same,
/// but the name and the day below the last are printed of that one only.
void share_signatures(std::vector<NoticeGroup>& groups, const Rules& rules) {
  for (std::size_t i = groups.size(); i-- > 1;) {
    const NoticeGroup& last = groups[i];
    NoticeGroup& previous = groups[i - 1];
    const bool counted = last.counted && previous.counted && last.section == previous.section;
    const bool same = previous.title.data() == last.title.data() && previous.title == last.title;
    const bool has_own = std::any_of(previous.pieces.begin(), previous.pieces.end(), [&](const NoticePiece& p) { return p.signature || is_signed(p, rules); });
    if ((!same && !counted) || has_own) continue;
    if (previous.court.empty() || counted) previous.court = court_below(last, previous.court, rules);
    if (counted) previous.signature = last.signature.empty() ? signature_of(last) : last.signature;
  }
}

}  // namespace

bool is_signed(const NoticePiece& piece, const Rules& rules) {
  if (is_stop(last_char(piece.text))) return false;
  const Tail tail = read_tail(piece.text, rules, piece.is_read ? &piece.signature : nullptr);
  if (tail.begin == 0 || tail.begin == piece.text.size() || tail.signature.names.empty()) return false;
  return is_organisation(tail.signature.names, rules) || tail.signature.date;  // 道歉人：李四2024年5月20日
}

std::size_t read_before_text(const NoticeGroup& group, const Rules& rules) {
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  std::size_t count = 0;
  bool named = false, dated = false;
  for (; count < group.pieces.size(); ++count) {
    const NoticePiece& piece = group.pieces[count];
    const bool contact = !piece.signature && words.is_contact_line(piece.text);
    if (!piece.signature && !contact) break;
    named |= is_signatory(piece);
    dated |= contact || piece.signature->date;
  }
  return named && dated && !group.title.empty() ? count : 0;
}

void settle(std::vector<NoticeGroup>& groups, const Rules& rules) {
  return_signatures(groups, rules);
  for (NoticeGroup& group : groups) sign_below(group, rules);
  return_rests(groups, rules);
  share_signatures(groups, rules);
}

}  // namespace jianbao
