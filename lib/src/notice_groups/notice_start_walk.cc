#include "notice_groups/notice_start_walk.h"

#include <algorithm>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_tail.h"
#include "text/chars.h"

namespace jianbao {

void StartWalk::begin_at(std::size_t at) {
  if (at <= last() || at >= text.size()) return;
  starts.push_back(at);
  lost_seen = false;
}

std::size_t StartWalk::reach(std::size_t end) const { return std::max(last(), end > kLookBack ? end - kLookBack : 0); }

std::size_t StartWalk::from_character(std::size_t at) const {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

std::size_t StartWalk::behind_mark(std::size_t end, std::u32string_view marks) const {
  const std::size_t least = reach(end);
  for (std::size_t at = end; (at = skip_han_back(text, at, least)) > least;) {
    const std::size_t behind = at;
    at = before(text, at);
    if (marks.find(fold(char_at(text, at))) != std::u32string_view::npos) return behind;
  }
  return kNone;
}

std::size_t StartWalk::behind_void(std::size_t end) const {
  if (!voids()) return kNone;
  const std::size_t begin = from_character(std::max(reach(end), last() + 1));
  std::size_t behind = kNone, first = kNone;  // of the words that stand there the first of the list, where it stands last
  if (begin < end)
    signs.void_words.each_in(text.substr(begin, end - begin), [&](std::size_t at, std::size_t word) {
      if (word <= first) first = word, behind = begin + at + signs.void_words[word].size();
      return false;
    });
  return behind;
}

bool StartWalk::voids() const {
  if (!voids_) voids_ = signs.void_words.any_in(text);
  return *voids_;
}

std::size_t StartWalk::behind_phone(std::size_t end) const {
  constexpr std::size_t kLeastDigits = 7;
  const std::size_t at = han_begin(text, end, last());
  std::size_t number = at;
  while (number > last() && is_space(char_at(text, before(text, number)))) number = before(text, number);
  return at < end && digits_before(text, number) >= kLeastDigits ? at : kNone;
}

bool StartWalk::names_itself_before(std::size_t end) const {
  const std::size_t begin = std::min(from_character(reach(end)), end);
  return speaks_of_itself(text.substr(begin, end - begin), rules);
}

bool StartWalk::signs_below() const {
  if (!signs_below_) {
    const Tail tail = is_stop(last_char(text)) ? Tail{} : read_tail(text, rules);
    signs_below_ = tail.begin > 0 && tail.begin < text.size() && !tail.signature.names.empty();
  }
  return *signs_below_;
}

bool is_named(std::string_view text, const Rules& rules) { return is_person(text, rules) || is_organisation(text, rules); }

}  // namespace jianbao
