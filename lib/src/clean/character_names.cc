#include "clean/character_names.h"

#include <algorithm>
#include <string>

#include "names/persons.h"
#include "tables/lexicon.h"

namespace jianbao {

bool NamesAround::is_name(Span at, Span known) const {
  std::size_t end = at.end;
  for (int n = 0; n < 20 && end < text_.size() && is_han(char_at(text_, end)); ++n) next_char(text_, end);
  if (guards_.organisation.any_in(text_.substr(at.begin, end - at.begin))) return true;
  std::size_t begin = at.begin;
  for (int n = 0; n < 5 && begin > 0 && is_han(previous(begin)); ++n) begin = before(text_, begin);
  // Alone between other things, as a name stands in a list of names.
  const bool is_known = known.begin == begin && known.end == end;
  if (!is_known && is_person(text_.substr(begin, end - begin), rules_)) return true;
  const std::string_view lead = text_.substr(begin, at.begin - begin);
  const auto is_near = [&](std::size_t found, const std::string& word) { return lead.size() - found - word.size() <= kTwo; };
  if (guards_.person_before.each_in(lead, [&](std::size_t found, std::size_t number) { return is_near(found, guards_.person_before[number]); })) return true;
  // 铃木信夫, 大江健三郎: no list has what a name of Japan ends with.
  for (std::size_t given = 0; given <= kTwo && given < lead.size(); given += 3)
    if (guards_.family_of_japan.find(lead.substr(0, lead.size() - given)) > 0) return true;
  // 冠军王峰, 名叫申力: what may be anybody's, too, asks for a surname behind it.
  const auto calls = [&](std::size_t found, std::size_t number) {
    const std::string& word = guards_.person_called[number];
    return is_near(found, word) && surname_length(text_.substr(begin + found + word.size()), rules_) > 0;
  };
  if (guards_.person_called.each_in(lead, calls)) return true;
  // 刘於义老师: a title stands behind the name that the character is the middle or the end of.
  for (std::size_t behind = at.end, n = 0; n < 2 && begin < at.begin; ++n) {
    if (guards_.person_before.prefix_of(text_.substr(behind)) > 0) return true;
    if (behind >= text_.size()) break;
    next_char(text_, behind);
  }
  return false;
}

bool NamesAround::reads_as_name(const Misreadings::Found& found, Span at) const {
  constexpr std::size_t kBefore = 2;  // characters of a name before this one
  constexpr int kClearly = 18, kOfWord = -4;
  const Span window{han_before(at.begin, kAround), han_behind(at.end, kAround)};
  const int mended = cost_between(window) - found.gain;
  for (std::size_t begin = han_before(at.begin, kBefore); begin <= at.begin; next_char(text_, begin)) {
    const std::size_t surname = surname_length(text_.substr(begin, window.end - begin), rules_);
    const int least = mended + (begin < found.word.begin ? kClearly : kOfWord);
    for (std::size_t given = 1; surname > 0 && given <= kBefore; ++given) {
      const Span name{begin, han_behind(begin + surname, given)};
      if (name.end < at.end || !is_person(text_.substr(name.begin, name.size()), rules_)) continue;
      const int named = cost_between({window.begin, name.begin}) + cost_of_name(name, surname, given) + cost_between({name.end, window.end});
      if (named < least) return true;
    }
  }
  return false;
}

/// In the steps of cost_of_words: how seldom a word is the name of somebody, and how seldom a name has this surname and these characters.
int NamesAround::cost_of_name(Span name, std::size_t surname, std::size_t given) const {
  constexpr int kSomebody = 50, kGiven = 40, kSurnames = 16;
  const int rank = surname == 3 ? guards_.surname_rank(char_at(text_, name.begin)) : 0;
  return kSomebody + kGiven * static_cast<int>(given) + rank / kSurnames;
}

int NamesAround::cost_between(Span span) const {
  std::u32string han;
  while (span.begin < span.end) han += next_char(text_, span.begin);
  return cost_of_words(han);
}

std::size_t NamesAround::han_before(std::size_t at, std::size_t most) const {
  while (most-- > 0 && at > line_->begin && is_han(previous(at))) at = before(text_, at);
  return at;
}

std::size_t NamesAround::han_behind(std::size_t at, std::size_t most) const {
  while (most-- > 0 && at < line_->end && is_han(char_at(text_, at))) next_char(text_, at);
  return at;
}

bool NamesAround::is_of_company(const Misreadings::Found& found, Span at) const {
  const Span word = found.word;
  if (word.size() != kTwo || at.begin < word.begin) return false;
  const std::string_view behind = text_.substr(word.end, line_->end - word.end), lead = text_.substr(line_->begin, word.begin - line_->begin);
  const auto any = [](const std::vector<std::string>& words, auto holds) { return std::any_of(words.begin(), words.end(), holds); };
  return any(guards_.company, [&](const std::string& each) { return behind.starts_with(each); }) || any(guards_.seat, [&](const std::string& each) { return lead.ends_with(each); });
}

bool NamesAround::begins_name(Span at, Span word) const {
  const bool begins = word.begin == at.begin && !is_han(previous(at.begin));
  return begins && surname_length(text_.substr(at.begin), rules_) > 0 && is_person(text_.substr(word.begin, word.size()), rules_);
}

bool NamesAround::is_given_name(Span at, Span word) const {
  constexpr std::size_t kMost = 2;  // characters between
  std::size_t begin = at.begin;
  for (std::size_t n = 0; n < kMost && is_han(previous(begin)); ++n) begin = before(text_, begin);
  if (begin == at.begin || is_han(previous(begin))) return false;
  const std::size_t surname = surname_length(text_.substr(begin), rules_), name_end = std::max(at.end, word.end);
  return surname > 0 && begin + surname <= word.begin && is_person(text_.substr(begin, name_end - begin), rules_);
}

bool NamesAround::is_set_wide(Span at) const {
  std::size_t end = at.begin;
  while (end > line_->begin && is_space(previous(end))) end = before(text_, end);
  const std::size_t begin = han_before(end, kAround);
  const bool apart = end < at.begin && (at.end >= line_->end || !is_han(char_at(text_, at.end)));
  return apart && begin < end && surname_length(text_.substr(begin, end - begin), rules_) == end - begin;
}

bool NamesAround::is_alone(Span word) const {
  constexpr std::size_t kMost = 4 * 3, kOver = 3;  // bytes
  if ((line_->has & (ScannedLine::comma | ScannedLine::stop)) != 0) return false;
  Span run = word;
  while (run.size() <= kMost && is_han(previous(run.begin))) run.begin = before(text_, run.begin);
  while (run.size() <= kMost && run.end < text_.size() && is_han(char_at(text_, run.end))) next_char(text_, run.end);
  return run.size() <= kMost && run.size() - word.size() == kOver;
}

bool NamesAround::is_place(Span at, std::size_t word_end, std::u32string_view ends) const {
  constexpr int kReach = 2;  // characters
  char32_t last = 0;
  for (std::size_t here = at.end, n = 0; n < kReach && here < text_.size() && is_han(char_at(text_, here)); ++n) {
    const bool in_word = here < word_end;
    const char32_t c = next_char(text_, here);
    if (!in_word && (contains(ends, c) || (last == kFamily && contains(guards_.village, c)))) return true;
    last = c;
  }
  return false;
}

bool NamesAround::is_of_number(Span at) const {
  constexpr int kReach = 8;  // characters
  std::size_t here = at.end;
  for (int n = 0; n < kReach && is_han(char_at(text_, here)); ++n) next_char(text_, here);
  if (here >= text_.size() || !is_opening(next_char(text_, here))) return false;
  for (int n = 0; n < 4; ++n)
    if (here >= text_.size() || !is_digit(next_char(text_, here))) return false;
  return true;
}

bool NamesAround::is_item(Span word) const {
  constexpr std::u32string_view kEnds = U"\n、，";
  const char32_t left = previous(word.begin), right = word.end < text_.size() ? char_at(text_, word.end) : U'\n';
  const bool listed = (left == U'、' || right == U'、') && contains(kEnds, left) && contains(kEnds, right);
  return contains(guards_.listed_place, previous(word.end)) && (listed || (right == U'、' && is_place_listed(word.end + kMarkSize)));
}

/// 去过准安、巾山: the next of a list is a place as well.
bool NamesAround::is_place_listed(std::size_t at) const {
  const std::size_t end = han_behind(at, 4);
  return end > at && contains(guards_.listed_place, previous(end));
}

}  // namespace jianbao
