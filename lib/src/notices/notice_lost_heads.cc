#include "notices/notice_lost_heads.h"

#include "fields/identifiers.h"
#include "notice_signs/notice_scan.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Where the clause ends that begins at `at`.
std::size_t clause_end(std::string_view text, std::size_t at) {
  return skip_while(text, at, [](char32_t c) { return fold(c) != U'，' && fold(c) != U'；' && !is_stop(c); });
}

/// Behind spaces and commas.
std::size_t skip_gap(std::string_view text, std::size_t at) {
  return skip_while(text, at, [](char32_t c) { return is_space(c) || fold(c) == U'，'; });
}

}  // namespace

std::size_t LostHeads::next(std::size_t& at, bool first, std::size_t& kind) const {
  while (at < text_.size()) {
    const std::size_t begin = at;
    const auto label = words_.other_numbers.find(text_, begin);
    const auto head = words_.heads.find(text_, begin);
    const std::size_t end = begin + head.bytes;
    if (label.bytes > head.bytes && !(head && labels_lost(begin, end, first))) {
      at += label.bytes;
    } else if (!head) {
      next_char(text_, at);
    } else if (!first && tells_identity(begin)) {
      at = end;
    } else if (inside_deed_number(begin, end) || (words_.not_items.find(text_, end) && !is_numbered(begin, end, first))) {
      at = end;
    } else {
      at = end + words_.longer.find(text_, end).bytes;  // 登记证 is here 登记证书
      kind = head.value;
      return begin;
    }
  }
  return kNone;
}

/// Behind the paper by which the loser is known, its number and the brackets around both: 李四|（身份证：4310…）|遗失护照,
/// 李四| 身份证 4310… |遗失护照. What follows tells of another thing that is lost; else the paper itself is, and `at` is returned.
std::size_t LostHeads::behind_identity(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t begin = at;
  at = skip_gap(text, at);
  const bool bracket = fold(char_at(text, at)) == U'（';
  if (bracket) next_char(text, at);
  const auto paper = words.heads.find(text, at);
  if (!paper) return begin;
  at += paper.bytes;
  at += words.numbers.find(text, at).bytes;
  at = skip_to_value(text, at);
  const std::size_t number = document_number_end(text, at);
  if (number == kNone || !(is_digit(char_at(text, at)) || is_letter(char_at(text, at)))) return begin;
  at = number;
  if (bracket && (at >= text.size() || fold(next_char(text, at)) != U'）')) return begin;
  const std::size_t behind = at;
  at = skip_gap(text, at);
  const std::string_view clause = text.substr(0, clause_end(text, at));
  std::size_t lost = 0, thing = 0;
  const bool told = words.lost.search(clause, at, lost) && words.heads.search(clause, bracket ? at : lost, thing);
  return told && (bracket || lost == at || words.mishaps.find(clause, at)) ? behind : begin;
}

/// The end of the number whose label begins at `at`; kNone where none does.
std::size_t LostHeads::labelled_number_end(std::size_t at) const {
  const std::size_t label = words_.numbers.find(text_, at).bytes;
  at = skip_to_value(text_, at + label);
  at += words_.gaps.find(text_, at).bytes;  // 编码为
  return label > 0 && (is_digit(char_at(text_, at)) || is_letter(char_at(text_, at))) ? document_number_end(text_, at) : kNone;
}

/// 遗失李四护士执业证|编号2011, 公章|编号5101…、财务章|编号5102…遗失: the first thing or one of a list, and its number, where 收据编号 would be
/// the label of one; 李四（护士执业证编号2011）遗失… says who he is.
bool LostHeads::is_numbered(std::size_t head, std::size_t behind, bool first) const {
  const std::size_t lead = head > 0 ? before(text_, head) : 0;
  const bool anew = head > 0 && words_.skips.find(text_, lead).bytes == head - lead;  // 旧公章（编号1）停用，新公章|编号2
  const bool listed = anew || (head > 0 && char_at(text_, lead) == U'、') || is_next_school_paper(head, behind);
  if (!(first || listed) || words_.numbers.find(text_, head).bytes > behind - head) return false;
  const std::size_t end = labelled_number_end(behind);
  std::size_t lost = 0, thing = 0;
  if (end == kNone || !words_.lost.search(text_, behind, lost)) return end != kNone;
  return char_at(text_, end) == U'、' || !words_.heads.search(text_.substr(0, clause_end(text_, lost)), end, thing);
}

/// 毕业证，编号：1022…，|学位证编号：1022…: another paper of a school, behind the number of the first.
bool LostHeads::is_next_school_paper(std::size_t head, std::size_t behind) const {
  if (head <= from_ || fold(char_at(text_, before(text_, head))) != U'，' || !words_.school_papers.find(text_, head)) return false;
  const std::string_view told = text_.substr(from_, head - from_);
  std::size_t paper = 0;
  return words_.school_papers.search(told, 0, paper) && told.find(text_.substr(head, behind - head)) == kNone;
}

/// 李四身份证|号码5101…遗失: a label of who somebody is, unless its paper is what was lost.
bool LostHeads::labels_lost(std::size_t head, std::size_t behind, bool first) const {
  if (!is_numbered(head, behind, first)) return false;
  std::size_t at = labelled_number_end(behind);
  at = skip_gap(text_, at);
  return words_.lost.find(text_, at) || words_.mishaps.find(text_, at);
}

/// Where the clause begins whose first word says whose paper stands at `head`: ，户主|身份证; `head` where none does.
std::size_t LostHeads::behind_owner(std::size_t head) const {
  constexpr std::size_t kReach = 18;  // bytes
  std::size_t at = head;
  while (at > from_ && head - at < kReach && is_han(char_at(text_, before(text_, at)))) at = before(text_, at);
  return words_.whose.find(text_, at).bytes == head - at ? at : head;
}

/// 遗失律师执业证，流水号…，|身份证4212…，: behind the thing the number of who lost it, in a clause of its own.
bool LostHeads::tells_identity(std::size_t head) const {
  constexpr std::size_t kShort = 15, kLong = 18;  // characters of such a number
  const auto paper = words_.identities.find(text_, head);
  const std::size_t begin = paper ? behind_owner(head) : 0;
  if (!paper || begin == 0 || fold(char_at(text_, before(text_, begin))) != U'，') return false;
  std::size_t at = head + paper.bytes;
  at = skip_to_value(text_, at + words_.numbers.find(text_, at).bytes);
  const std::size_t end = is_digit(char_at(text_, at)) ? document_number_end(text_, at) : kNone;
  if (end == kNone) return false;
  const std::size_t n = count_chars(text_.substr(at, end - at));
  return n == kShort || n == kLong;
}

/// Right behind a word of loss of two characters, or 将: 遗失|滨房权证西字第20081190号.
bool LostHeads::ends_loss(std::size_t at) const {
  const std::size_t one = before(text_, at), two = one > from_ ? before(text_, one) : one;
  return words_.lost.find(text_, two).bytes == at - two || words_.handlers.find(text_, one);
}

/// 滨房权证西字第20081190号: a head word behind a place and before 字第 is a part of a title deed's number.
bool LostHeads::inside_deed_number(std::size_t head, std::size_t behind) const {
  constexpr int kMost = 4;  // characters of a place or a register
  std::size_t at = behind;
  for (int n = 0; n < kMost && is_han(char_at(text_, at)) && !words_.deed_numbers.find(text_, at); ++n) next_char(text_, at);
  if (!words_.deed_numbers.find(text_, at)) return false;
  at = head;
  for (int n = 0; n <= kMost && at > from_; ++n) {
    const std::size_t previous = before(text_, at);
    const bool limits = !is_han(char_at(text_, previous)) || words_.gaps.find(text_, previous) || words_.numbers.find(text_, previous) || ends_loss(at);
    if (limits) return n > 0;
    at = previous;
  }
  return false;
}

}  // namespace jianbao
