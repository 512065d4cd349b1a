#include "misreading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "chars.h"
#include "jianbao/rules.h"
#include "lexicon.h"

namespace jianbao {
namespace {

/// Characters at each side that have a say.
constexpr int kReach = 5;
/// The text that all counts of the lexicon were made on, in the steps of a word's frequency: sixty million words.
constexpr int kTotal = 104;
/// What a character costs that is no word by itself.
constexpr int kUnknown = kTotal + 12;

/// The Han around a character, in a buffer where it can be swapped for another one.
class Window {
 public:
  Window(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at;
    for (int n = 0; n < kReach && begin > 0; ++n) {
      const std::size_t left = before(text, begin);
      if (!is_han_of_three(text, left)) break;
      begin = left;
    }
    for (int n = 0; n <= kReach && end < text.size() && is_han_of_three(text, end); ++n) end += 3;
    size_ = end - begin;
    at_ = at - begin;
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), bytes_.begin());
  }

  void put(char32_t c) {
    std::string encoded;
    append_char(encoded, c);
    std::copy(encoded.begin(), encoded.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at_));
  }

  /// Whether the character is part of a good word of two characters or more that is no name. All neighbours in such a word
  /// are pairs of good words, which tells where it can begin and end.
  bool has_good_word() const {
    const std::string_view han = text();
    std::size_t begin = at_, end = at_ + 3;
    while (begin > 0 && may_be_in_good_word(char_at(han, begin - 3), char_at(han, begin))) begin -= 3;
    while (end < size_ && may_be_in_good_word(char_at(han, end - 3), char_at(han, end))) end += 3;
    for (; begin <= at_; begin += 3)
      for (WordsAt words(han.substr(0, end), begin); const Word found = words.next();)
        if (found.at.end > at_ && found.at.size() > 3 && !found.is_person && found.frequency >= kGoodWord) return true;
    return false;
  }

  /// What the likeliest row of words for the text costs.
  int cost() const {
    std::array<int, 2 * kReach + 2> costs;
    costs.fill(1 << 20);
    costs[0] = 0;
    for (std::size_t i = 0; 3 * i < size_; ++i) {
      costs[i + 1] = std::min(costs[i + 1], costs[i] + kUnknown);
      for (WordsAt words(text(), 3 * i); const Word found = words.next();)
        if (int& there = costs[found.at.end / 3]; costs[i] + kTotal - found.frequency < there)
          there = costs[i] + kTotal - found.frequency;
    }
    return costs[size_ / 3];
  }

 private:
  static bool is_han_of_three(std::string_view text, std::size_t at) {
    const char32_t c = char_at(text, at);
    return is_han(c) && c < 0x10000;
  }
  std::string_view text() const { return {bytes_.data(), size_}; }

  std::array<char, 3 * (2 * kReach + 1)> bytes_;
  std::size_t size_ = 0, at_ = 0;
};

/// The characters on both sides; 0 where there is no Han.
struct Neighbours {
  char32_t left = 0, right = 0;

  Neighbours(std::string_view text, std::size_t at) {
    if (at >= 3) left = han(text, is_han_lead(text[at - 3]) ? at - 3 : before(text, at));
    if (at + 3 < text.size()) right = han(text, at + 3);
  }
  /// Whether `c` makes a good word of two with one of them.
  bool make_word(char32_t c) const { return (right != 0 && are_good_word(c, right)) || (left != 0 && are_good_word(left, c)); }
  /// False: `c` between them is part of no good word.
  bool may_make_word(char32_t c) const { return (left != 0 && may_be_in_good_word(left, c)) || (right != 0 && may_be_in_good_word(c, right)); }

 private:
  static char32_t han(std::string_view text, std::size_t at) {
    const char32_t c = next_char(text, at);
    return is_han(c) && c < 0x10000 ? c : 0;
  }
};

}  // namespace

Misreadings::Misreadings(const Rules::Tables& tables) : row_of_(0x10000), others_(1) {
  for (const Table::Row& row : tables.table("confusables").rows()) {
    std::size_t at = 0;
    const std::string_view pair = row.cells[0];
    const char32_t a = at < pair.size() ? next_char(pair, at) : 0, b = char_at(pair, at);
    if (!is_han(a) || !is_han(b) || a > 0xFFFF || b > 0xFFFF) throw RulesError(row.place + ": two Han characters are asked for");
    others(a) += b;
    others(b) += a;
  }
}

std::u32string& Misreadings::others(char32_t c) {
  if (row_of_[c] == 0) {
    row_of_[c] = static_cast<std::uint16_t>(others_.size());
    others_.emplace_back();
  }
  return others_[row_of_[c]];
}

bool Misreadings::are_likely(std::string_view text, std::size_t at, char32_t c) const {
  const std::u32string& others = others_[row_of_[c]];
  const Neighbours beside(text, at);
  for (const char32_t other : others)
    if (beside.may_make_word(other)) return !beside.make_word(c);
  return false;
}

Misreadings::Found Misreadings::find(std::string_view text, std::size_t at, char32_t c) const {
  Found best;
  if (!may_be(c) || !are_likely(text, at, c)) return best;
  const Neighbours beside(text, at);
  const bool may_be_right = beside.may_make_word(c);
  std::optional<Window> window;
  std::optional<int> printed;  // what the text costs as it stands
  for (const char32_t other : others_[row_of_[c]]) {
    if (!beside.may_make_word(other)) continue;
    if (!window) {
      window.emplace(text, at);
      if (may_be_right && window->has_good_word()) return best;
    }
    window->put(other);
    if (!window->has_good_word()) continue;
    if (!printed) {
      window->put(c);
      printed = window->cost();
      window->put(other);
    }
    if (const int gain = *printed - window->cost(); gain > best.gain) best = {other, gain};
  }
  return best;
}

}  // namespace jianbao
