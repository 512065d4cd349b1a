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
    begin_ = begin;
    size_ = end - begin;
    at_ = at - begin;
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), bytes_.begin());
  }

  void put(char32_t c) {
    std::string encoded;
    append_char(encoded, c);
    std::copy(encoded.begin(), encoded.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at_));
  }

  /// Of the words of two characters or more, no names, that the character is part of, the commonest and the longest good one
  /// of three or more. Their places count from the window's begin.
  struct Words {
    Word commonest, longest;
  };
  Words words() const { return words_in({0, size_}); }

  /// The same of good words only. All neighbours in one are pairs of good words, which tells where it can begin and end.
  Words good_words() const {
    const std::string_view han = text();
    Span reach{at_, at_ + 3};
    while (reach.begin > 0 && may_be_in_good_word(char_at(han, reach.begin - 3), char_at(han, reach.begin))) reach.begin -= 3;
    while (reach.end < size_ && may_be_in_good_word(char_at(han, reach.end - 3), char_at(han, reach.end))) reach.end += 3;
    Words good = words_in(reach);
    if (good.commonest.frequency < kGoodWord) good.commonest = {};
    return good;
  }

  /// A place of the window in the text.
  Span in_text(Span at) const { return {begin_ + at.begin, begin_ + at.end}; }

  /// What the text costs as it stands in the window.
  int cost() const { return cost_of_words(text()); }

 private:
  Words words_in(Span reach) const {
    Words all;
    for (std::size_t begin = reach.begin; begin <= at_; begin += 3)
      for (WordsAt words(text().substr(0, reach.end), begin); const Word found = words.next();) {
        if (found.at.end <= at_ || found.at.size() <= 3 || found.is_person) continue;
        if (found.frequency > all.commonest.frequency) all.commonest = found;
        if (found.at.size() > std::max(all.longest.at.size(), std::size_t{6}) && found.frequency >= kGoodLongWord) all.longest = found;
      }
    return all;
  }

  static bool is_han_of_three(std::string_view text, std::size_t at) {
    const char32_t c = char_at(text, at);
    return is_han(c) && c < 0x10000;
  }
  std::string_view text() const { return {bytes_.data(), size_}; }

  std::array<char, 3 * (2 * kReach + 1)> bytes_;
  std::size_t begin_ = 0, size_ = 0, at_ = 0;
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

Misreadings::Misreadings(const Rules::Tables& tables) {
  for (const Table::Row& row : tables.table("confusables").rows()) {
    std::size_t at = 0;
    const std::string_view pair = row.cells[0];
    const char32_t a = at < pair.size() ? next_char(pair, at) : 0, b = char_at(pair, at);
    if (!is_han(a) || !is_han(b) || a > 0xFFFF || b > 0xFFFF) throw RulesError(row.place + ": two Han characters are asked for");
    others_[a] += b;
    others_[b] += a;
  }
}

bool Misreadings::are_likely(std::string_view text, std::size_t at, char32_t c) const {
  const std::u32string* const others = others_.find(c);
  if (!others) return false;
  const Neighbours beside(text, at);
  for (const char32_t other : *others)
    if (beside.may_make_word(other)) return !beside.make_word(c);
  return false;
}

Misreadings::Found Misreadings::find(std::string_view text, std::size_t at, char32_t c) const {
  Found best;
  if (!may_be(c) || !are_likely(text, at, c)) return best;
  const Neighbours beside(text, at);
  std::optional<Window> window;
  std::optional<int> printed;  // what the text costs as it stands
  bool makes_none = false;     // what stands there is part of no word
  for (const char32_t other : *others_.find(c)) {
    if (!beside.may_make_word(other)) continue;
    if (!window) window.emplace(text, at);
    window->put(other);
    const Window::Words words = window->good_words();
    if (!words.commonest && !words.longest) continue;
    const int cost = window->cost();
    if (!printed) {
      window->put(c);
      makes_none = !window->words().commonest;
      printed = window->cost();
    }
    const bool makes_long_word = makes_none && words.longest;
    if (!words.commonest && !makes_long_word) continue;
    const Word& word = makes_long_word ? words.longest : words.commonest;
    if (const int gain = *printed - cost; gain > best.gain) best = {other, gain, window->in_text(word.at), makes_long_word};
  }
  return best;
}

}  // namespace jianbao
