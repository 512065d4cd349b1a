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
#include "tables/language_model.h"
#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// Characters at each side that have a say.
constexpr std::size_t kReach = 5;

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

  /// What the text costs as it stands in the window. What stands behind the character costs the same whatever it is.
  int cost() {
    if (!behind_is_known_) cost_words(text(), at_ + 1, size_, costs_);
    behind_is_known_ = true;
    cost_words(text(), 0, at_ + 1, costs_);
    return costs_[0];
  }

 private:
  Words words_in(Span reach) const {
    Words all;
    for (std::size_t begin = reach.begin; begin <= at_ && begin + 2 <= reach.end; ++begin)
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
  WordCosts costs_{};
  bool behind_is_known_ = false;
};

/// What stands around a character in one sentence, up to the first mark on each side, and that mark.
class Context {
 public:
  Context(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at;
    char32_t c = 0;
    if (is_counted(text, at)) c = han_before(text, at);
    else
      for (std::size_t n = 0; n < kRowReach && (c = han_before(text, begin)) != 0; ++n) begin -= 3;
    if (begin > 0 && c == 0) add_mark(char_at(text, before(text, begin)));
    begin_ = begin - 3 * size_;
    for (; begin < at; begin += 3) chars_[size_++] = han_at(text, begin);
    at_ = size_;
    for (; size_ <= at_ + kRowReach && (c = han_at(text, end)) != 0; end += 3) chars_[size_++] = c;
    if (end < text.size() && c == 0) add_mark(char_at(text, end));
  }

  std::u32string_view text() const { return {chars_.data(), size_}; }
  std::size_t at() const { return at_; }

  /// A word of the context in the text.
  Span in_text(const RowsAround::Row& word) const { return {begin_ + 3 * word.begin, begin_ + 3 * word.end}; }

 private:
  static constexpr std::size_t kRowReach = 6;

  /// 47个|入河排口, 八根|木棒: what counts the character and what follows makes no word with it.
  static bool is_counted(std::string_view text, std::size_t at) {
    if (at < 4 || han_before(text, at) == 0) return false;
    const char32_t number = char_at(text, before(text, at - 3));
    return is_digit(number) || is_cn_numeral(number);
  }

  void add_mark(char32_t c) {
    constexpr std::u32string_view kMarks = U"，。；？！：“”、…";
    if (kMarks.find(fold(c)) != std::u32string_view::npos) chars_[size_++] = fold(c);
  }

  std::array<char32_t, 2 * kRowReach + 3> chars_;
  std::size_t size_ = 0, at_ = 0;
  std::size_t begin_ = 0;  // in the text, were the mark as long as a Han
};

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
  constexpr int kCommonerByItself = 10;
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
    if (same != known.end()) *same = {printed, std::min(same->rarity, other.rarity), true};
    else rest[read].push_back(other);
  }
  const auto end = [&] { return static_cast<std::uint32_t>(others_.size()); };
  // 24 more is 64 times as likely: in 84,000 characters of right text 28 of 5,850 look-alikes stand better by more than 20.
  for (auto* const all : {&confusables, &rest})
    for (auto& [c, known] : *all)
      for (Other& other : known) {
        other.least_in_rows = static_cast<std::int16_t>(other.rarity + (all == &confusables ? 8 : 32));
        other.is_commoner = cost_of_row({&c, 1}) >= cost_of_row({&other.c, 1}) + kCommonerByItself;
      }
  for (const auto& [c, known] : confusables) {
    Place place{end(), 0, 0};
    others_.insert(others_.end(), known.begin(), known.end());
    place.confusables_end = end();
    others_.insert(others_.end(), rest[c].begin(), rest[c].end());
    place.end = end();
    places_[c] = place;
  }
  read_row_gains(tables.table("row_gains"));
}

void Misreadings::read_row_gains(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const auto [read, printed] = pair_of(row);
    const std::string_view cell = table.cell(row, "least");
    const Place* const place = places_.find(read);
    int least = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), least);
    for (std::size_t i = place ? place->begin : 0; place && i < place->end; ++i)
      if (others_[i].c == printed) others_[i].least_in_rows = static_cast<std::int16_t>(least);
    if (least < 1 || least_in_rows(read, printed) != least) throw RulesError(row.place + ": a pair of confusables.tsv or misreadings.tsv and a number are asked for");
  }
}

bool Misreadings::are_likely(const Neighbours& beside, char32_t c, Others others, Which which) {
  std::optional<int> printed;  // the word that it makes as it stands; looked up once
  for (const Other& other : others) {
    const bool in_word = beside.may_be_in_word(other.c);
    if (!in_word && !(which == Which::all && other.is_commoner)) continue;
    if (!printed) printed = beside.frequency_of_word(c);
    if (*printed == 0) return true;
    if (which == Which::all && (beside.may_stand_inside(other.c) || may_be_in_rows(beside, *printed, other))) return true;  // 人氏政府: 人氏 is a word, and so is all of 人民政府
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
    if (!(makes_word ? beside.may_stand_inside(other.c) : beside.may_be_in_word(other.c))) continue;
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

/// Most of what stands better among other words makes a good word itself, and so it does with 344 of 376 misread characters that rows prove; where the
/// printed one makes a word, too, a commoner one. Of the others 24 are much commoner words by themselves, as 人 is than 入. What the language model says
/// costs a hundred times as much to find out.
bool Misreadings::may_be_in_rows(const Neighbours& beside, int printed, const Other& other) {
  constexpr int kCommoner = 8;
  if (printed == 0 && other.is_commoner) return true;
  return beside.may_make_word(other.c) && beside.may_be_in_word(other.c) && (printed == 0 || beside.frequency_of_word(other.c) >= printed + kCommoner);
}

Misreadings::Found Misreadings::find_in_rows(std::string_view text, std::size_t at, char32_t c) const {
  constexpr int kMakesWord = 8;  // more where the printed one makes a good word, too
  Found best;
  const Place* const place = places_.find(c);
  if (!place) return best;
  const Neighbours beside(text, at);
  const int frequency = beside.frequency_of_word(c), more = frequency > 0 ? kMakesWord : 0;
  std::optional<RowsAround> rows;
  const Context context(text, at);
  const Other* of_best = nullptr;
  int printed = 0;
  for (const Other& other : others(*place, Which::all)) {
    if (!may_be_in_rows(beside, frequency, other)) continue;
    if (!rows) printed = rows.emplace(context.text(), context.at()).with(c).cost;
    const RowsAround::Row row = rows->with(other.c);
    if (const int gain = printed - row.cost - other.rarity; best.right == 0 || gain > best.gain) {
      best = {other.c, gain, other.is_measured, context.in_text(row), false, false, printed - row.cost};
      of_best = &other;
    }
  }
  return of_best && best.in_rows >= of_best->least_in_rows + more ? best : Found{};
}

int Misreadings::gain_in_rows(std::string_view text, std::size_t at, char32_t c, char32_t other) {
  const Context context(text, at);
  const RowsAround rows(context.text(), context.at());
  return rows.with(c).cost - rows.with(other).cost;
}

int Misreadings::least_in_rows(char32_t c, char32_t other) const {
  const Place* const place = places_.find(c);
  if (!place) return 0;
  const Others all = others(*place, Which::all);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Other& one) { return one.c == other; });
  return found == all.end() ? 0 : found->least_in_rows;
}

}  // namespace jianbao
