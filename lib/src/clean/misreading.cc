#include "clean/misreading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "jianbao/rules.h"
#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// Characters at each side that have a say.
constexpr std::size_t kReach = 5;

/// The Han character of three bytes that begins at a place; 0 where none does.
[[gnu::always_inline]] inline char32_t han_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0) return 0;
  const char32_t c = next_char(text, at);
  const bool is_common = c >= 0x4E00 && c <= 0x9FFF;
  return is_common || (is_han(c) && c < 0x10000) ? c : 0;
}

/// The one that ends there.
[[gnu::always_inline]] inline char32_t han_before(std::string_view text, std::size_t end) { return end < 3 ? 0 : han_at(text, end - 3); }

/// The Han around a character, in a buffer where it can be swapped for another one.
class Window {
 public:
  Window(std::string_view text, std::size_t at) : text_at_(at) {
    char32_t left[kReach];
    for (std::size_t begin = at; at_ < kReach && (left[at_] = han_before(text, begin)) != 0; begin -= 3) ++at_;
    std::reverse_copy(left, left + at_, han_.begin());
    for (size_ = at_; size_ < at_ + 1 + kReach && (han_[size_] = han_at(text, at)) != 0; at += 3) ++size_;
  }

  void put(char32_t c) { han_[at_] = c; }

  /// Of the words of two characters or more, no names, that the character is part of, the commonest and the longest good one
  /// of three or more. Their places count from the window's begin, in characters.
  struct Words {
    Word commonest, longest;
  };
  Words words() const { return words_in({0, size_}); }

  /// The same of good words only. All neighbours in one are pairs of good words, which tells where it can begin and end.
  Words good_words() const {
    Span reach{at_, at_ + 1};
    // 一根|木尺: behind a numeral the character before counts what follows and is no part of 根本.
    const bool counted = at_ > 1 && size_ > at_ + 1 && is_cn_numeral(han_[at_ - 2]);
    while (!counted && reach.begin > 0 && may_be_in_good_word(han_[reach.begin - 1], han_[reach.begin])) --reach.begin;
    while (reach.end < size_ && may_be_in_good_word(han_[reach.end - 1], han_[reach.end])) ++reach.end;
    Words good = words_in(reach);
    if (good.commonest.frequency < kGoodWord) good.commonest = {};
    return good;
  }

  /// Whether the character stands between others of a word.
  bool is_inside(const Word& word) const { return word.at.begin < at_ && at_ + 1 < word.at.end; }

  /// A place of the window in the text.
  Span in_text(Span at) const {
    const std::size_t begin = text_at_ - 3 * at_;
    return {begin + 3 * at.begin, begin + 3 * at.end};
  }

  /// What the text costs as it stands in the window.
  int cost() const { return cost_of_words(text()); }

 private:
  Words words_in(Span reach) const {
    Words all;
    for (std::size_t begin = reach.begin; begin <= at_; ++begin)
      for (const auto& [length, frequency, is_person] : first_words(text().substr(begin, reach.end - begin), std::max(at_ + 1 - begin, std::size_t{2}))) {
        if (is_person) continue;
        const Word found{{begin, begin + length}, frequency};
        if (found.frequency > all.commonest.frequency) all.commonest = found;
        if (found.at.size() > std::max(all.longest.at.size(), std::size_t{2}) && found.frequency >= kGoodLongWord) all.longest = found;
      }
    return all;
  }

  std::u32string_view text() const { return {han_.data(), size_}; }

  std::array<char32_t, 2 * kReach + 1> han_;
  std::size_t size_ = 0, at_ = 0;
  std::size_t text_at_;
};

/// The characters on both sides; 0 where there is no Han.
class Neighbours {
 public:
  Neighbours(std::string_view text, std::size_t at)
      : left_(han_before(text, at)),
        right_(han_at(text, at + 3)),
        left_part_(LexiconPairs::part_of_first(left_)),
        right_part_(LexiconPairs::part_of_second(right_)) {}
  /// Whether `c` makes a good word of two with one of them.
  bool make_word(char32_t c) const { return (right_ != 0 && are_good_word(c, right_)) || (left_ != 0 && are_good_word(left_, c)); }
  /// False: `c` between them is part of no good word.
  bool may_make_word(char32_t c) const {
    return (left_ != 0 && has_pair(LexiconPairs::bit(left_part_, LexiconPairs::part_of_second(c)))) ||
           (right_ != 0 && has_pair(LexiconPairs::bit(LexiconPairs::part_of_first(c), right_part_)));
  }

  /// False: `c` between them stands inside of no good word.
  bool may_stand_inside(char32_t c) const {
    return left_ != 0 && right_ != 0 && has_pair(LexiconPairs::bit(left_part_, LexiconPairs::part_of_second(c))) &&
           has_pair(LexiconPairs::bit(LexiconPairs::part_of_first(c), right_part_));
  }

 private:
  char32_t left_, right_;
  std::uint64_t left_part_, right_part_;  // of the hash of a pair
};

}  // namespace

namespace {

std::pair<char32_t, char32_t> pair_of(const Table::Row& row) {
  const std::string_view pair = row.cells[0];
  std::size_t at = 0;
  const char32_t a = next_char(pair, at), b = char_at(pair, at);
  if (!is_han(a) || !is_han(b) || a > 0xFFFF || b > 0xFFFF || pair.size() != 2 * at) throw RulesError(row.place + ": two Han characters are asked for");
  return {a, b};
}

/// One of so many, in quarters of an octave.
std::int16_t rarity_of(double times, double of) { return static_cast<std::int16_t>(std::lround(4 * std::log2(of / times))); }

}  // namespace

Misreadings::Misreadings(const Rules::Tables& tables) {
  constexpr double kOneIn = 16;  // where nobody has counted
  constexpr double kSeenOf = 10000;
  std::map<char32_t, std::vector<Other>> confusables, rest;
  for (const Table::Row& row : tables.table("confusables").rows()) {
    const auto [a, b] = pair_of(row);
    confusables[a].push_back({b, rarity_of(1, kOneIn), false});
    confusables[b].push_back({a, rarity_of(1, kOneIn), false});
  }
  const Table& measured = tables.table("misreadings");
  for (const Table::Row& row : measured.rows()) {
    const auto [read, printed] = pair_of(row);
    const std::string_view cell = measured.cell(row, "seen");
    int seen = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), seen);
    if (seen < 1 || seen > kSeenOf) throw RulesError(row.place + ": seen must be a number of 1 to 10000");
    const Other other{printed, rarity_of(seen, kSeenOf), true};
    std::vector<Other>& known = confusables[read];
    const auto same = std::find_if(known.begin(), known.end(), [&](const Other& one) { return one.c == printed; });
    if (same != known.end()) *same = other;
    else rest[read].push_back(other);
  }
  const auto end = [&] { return static_cast<std::uint32_t>(others_.size()); };
  for (const auto& [c, known] : confusables) {
    Place place{end(), 0, 0};
    others_.insert(others_.end(), known.begin(), known.end());
    place.confusables_end = end();
    others_.insert(others_.end(), rest[c].begin(), rest[c].end());
    place.end = end();
    places_[c] = place;
  }
}

bool Misreadings::are_likely(std::string_view text, std::size_t at, char32_t c, Others others, Which which) {
  const Neighbours beside(text, at);
  bool makes_word = false;  // as it stands; looked up once
  for (const Other& other : others) {
    if (!beside.may_make_word(other.c)) continue;
    if (!makes_word && !(makes_word = beside.make_word(c))) return true;
    if (which == Which::all && beside.may_stand_inside(other.c)) return true;  // 人氏政府: 人氏 is a word, and so is all of 人民政府
  }
  return false;
}

Misreadings::Found Misreadings::find(std::string_view text, std::size_t at, char32_t c, Which which) const {
  Found best;
  const Place* const place = places_.find(c);
  if (!place) return best;
  const Neighbours beside(text, at);
  const bool makes_word = beside.make_word(c);
  if (makes_word && which != Which::all) return best;
  std::optional<Window> window;
  std::optional<int> printed;  // what the text costs as it stands
  bool makes_none = false;     // what stands there is part of no word
  const Other* of_best = nullptr;
  for (const Other& other : others(*place, Which::all)) {
    if (!beside.may_make_word(other.c) || (makes_word && !beside.may_stand_inside(other.c))) continue;
    if (!window) window.emplace(text, at);
    window->put(other.c);
    const Window::Words words = window->good_words();
    if (!words.commonest && !words.longest) continue;
    if (makes_word && !(words.longest && window->is_inside(words.longest))) continue;
    const int cost = window->cost() + other.rarity;
    if (!printed) {
      window->put(c);
      makes_none = !window->words().commonest;
      printed = window->cost();
    }
    const bool makes_long_word = makes_none && words.longest;
    if (!words.commonest && !makes_long_word && !makes_word) continue;
    const Word& word = makes_long_word || makes_word ? words.longest : words.commonest;
    if (const int gain = *printed - cost; best.right == 0 || gain > best.gain) {
      best = {other.c, gain, other.is_measured, window->in_text(word.at), makes_none, makes_long_word};
      of_best = &other;
    }
  }
  // The best of all: a page that is clean by now must not get what was second best before.
  const bool is_asked = of_best && of_best < others(*place, which).data() + others(*place, which).size();
  return is_asked ? best : Found{};
}

}  // namespace jianbao
