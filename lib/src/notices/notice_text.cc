#include "notices/notice_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_words.h"
#include "notice_parts/notice_dotted_names.h"
#include "notice_parts/notice_misread_digits.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_reading.h"
#include "notice_parts/notice_run_in.h"
#include "notice_parts/notice_tail.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::string_view kNameEnds = "，";  // stands for the gap behind a name

/// 申请人：李四⏎权利证书：…: a line that begins with a label ends the one before, as a comma does.
std::string labels_apart(std::string_view text, const NoticeWords& words) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!out.empty()) out += words.is_labelled(line) && is_han(last_char(out)) ? kNameEnds : std::string_view("\n");
    out += line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// 李四　学生证　某学院　20220317 in a list of losses, said as one says it elsewhere: 李四遗失学生证，签发单位：某学院，证号：20220317; empty for any other text.
std::string row_sentence(std::string_view text, std::string_view title, const Rules& rules) {
  constexpr std::size_t kLeastCells = 3, kLongestName = 4;  // characters; of a surname that no list has, too
  const KindTable& kinds = rules.tables().compiled<KindTable>();
  const std::size_t end = std::min(text.find('\n'), text.size());
  if (count_cells(text.substr(0, end)) < kLeastCells) return {};
  const Cells cells = cells_of(text.substr(0, end));
  if (!kinds.is_loss(kind_of_heading(title, kinds).kind)) return {};
  if (party_words(rules).losses.any_in(text.substr(0, end))) return {};  // 李四　身份证　4310…　遗失驾驶证: it says so itself
  const bool short_name = count_chars(cells[0]) <= kLongestName && skip_han(cells[0], 0, cells[0].size()) == cells[0].size();
  if (!(short_name || is_organisation(cells[0], rules)) || is_digit(first_char(cells[1]))) return {};
  const std::vector<std::string>& words = rules.tables().compiled<ItemWords>().in_rows;
  std::string sentence = std::string(cells[0]) + words[0] + std::string(cells[1]);
  for (std::size_t i = 2; i < cells.size(); ++i) {
    const bool number = is_digit(last_char(cells[i])) && !find_date(cells[i]);
    sentence += std::string(kNameEnds) + (number ? words[1] : is_organisation(cells[i], rules) ? words[2] : std::string()) + std::string(cells[i]);
  }
  return sentence + "。" + tighten(text.substr(end));
}

/// 购房收椐: words of things that OCR hurt, and that stand in no other word; whether there were any.
bool restore_things(std::string& text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  bool restored = false;
  for (std::size_t from = 0;;) {
    std::size_t place = text.size(), word = 0;
    words.misread.each_in(std::string_view(text).substr(from), [&](std::size_t at, std::size_t number) { return place = from + at, word = number, true; });
    if (place == text.size()) return restored;
    text.replace(place, words.misread[word].size(), words.meant[word]);
    from = place + words.meant[word].size();
    restored = true;
  }
}

/// The last piece, where it is the last line of the text as well.
const NoticePiece* last_line(std::string_view text, const NoticeGroup& group) {
  if (group.pieces.empty()) return nullptr;
  const NoticePiece& last = group.pieces.back();
  if (!last.is_read || !text.ends_with(last.text)) return nullptr;
  const std::string_view above = text.substr(0, text.size() - last.text.size());
  return above.empty() || above.ends_with('\n') ? &last : nullptr;
}

}  // namespace

NoticeText::NoticeText(std::string_view printed, const NoticeGroup& group, const Rules& rules) : all(with_gaps(unwrap(printed, rules))) {
  std::string days = with_days(all);
  restored = days != all;  // 45曰内
  all = with_middle_dot(std::move(days), rules);
  restored |= restore_things(all, rules);
  restored |= restore_digits(all, rules);
  const NoticePiece* const last = last_line(all, group);
  const Tail tail = read_tail(all, rules, last ? &last->signature : nullptr);
  signature = tail.signature;
  if (signature.names.empty() && !signature.date) signature = read_tail(group.signature, rules).signature;
  body = std::string_view(all).substr(0, tail.begin);
  std::size_t run_in = run_in_heading(body, rules);
  if (run_in == 0 && body.starts_with(group.topic)) run_in = group.topic.size();  // 出租　学校旁两室: no school lets it
  if (const std::size_t lead = body.find('\n'); run_in == 0 && lead != std::string_view::npos && leads_notice(body.substr(0, lead), rules)) {
    lead_line = body.substr(0, lead);
    run_in = lead + 1;
  }
  heading = body.substr(0, run_in);
  const std::size_t name = spaced_name(heading, rest(), rules);
  std::string line(rest());
  std::erase(line, '\n');
  plain = tighten(line);
  if (heading.empty()) tight = row_sentence(rest(), group.title, rules);
  if (tight.empty() && name == 0 && line.size() == rest().size()) tight = plain;  // most notices
  if (tight.empty()) {
    const std::string labelled = labels_apart(rest().substr(name), rules.tables().compiled<NoticeWords>());
    tight = tighten(rest().substr(0, name)).append(name > 0 ? kNameEnds : std::string_view()) + tighten(labelled);
  }
  restore_loss(rules);
}

/// 韩冬梅遗央残疾证: what stands between a loser and a thing where nothing else says that it was lost.
void NoticeText::restore_loss(const Rules& rules) {
  const PartyWords& words = party_words(rules);
  if (words.losses.any_in(tight)) return;
  const std::vector<WordList::Place> places = words.misread_losses.last_in(tight);
  if (places.size() != 1) return;
  const std::size_t at = places.front().at, end = at + words.misread_losses[places.front().number].size();
  const std::string_view loser = std::string_view(tight).substr(0, at);
  std::size_t head = 0;
  if (!(is_person(loser, rules) || is_organisation(loser, rules)) || !rules.tables().compiled<ItemWords>().heads.search(tight, end, head)) return;
  tight.replace(at, end - at, rules.tables().compiled<ItemWords>().in_rows.front());
  restored = true;
}

}  // namespace jianbao
