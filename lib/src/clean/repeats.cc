// A run of text that stands twice on a page, as OCR models write it: found by clauses that stand twice, grown to both sides
// over small differences, reported at both places. It stays where it stands: which of the two is wrong only a reader can
// say.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "clean/characters.h"
#include "clean/clean_pass.h"
#include "text/chars.h"
#include "text/non_han.h"

namespace jianbao {
namespace {

constexpr std::size_t kClause = 6;       // letters of a clause that is a seed, at least
constexpr std::size_t kUnmarked = 36;    // of one that seeds stand inside of, too
constexpr std::size_t kShortest = 20;    // characters of a run
constexpr std::size_t kSkip = 6;         // characters that one side may have more
constexpr std::size_t kUnstopped = 36;   // of one in which no sentence ends
constexpr std::size_t kFarthest = 1000;  // characters between the two: what models repeat, they have mostly just written
constexpr std::size_t kFarRun = 40;      // characters of a run that is farther away
constexpr std::size_t kMostRepeats = 3;  // a page that repeats itself oftener is a law or a form, and does so on purpose

/// A letter of the text, or what stands behind the last one.
struct Letter {
  std::size_t number, at;
};

struct Repeat {
  Letter first, first_end, second, second_end;
};

/// A run of letters between marks.
struct Clause {
  std::uint64_t key = 0;  // tells most clauses apart
  std::size_t begin = 0;  // letters
  std::size_t at = 0;     // bytes
  std::size_t size = 0;
};

/// Where each clause stood last; open addressing, as there is a clause for every thirty bytes.
class ClauseTable {
 public:
  ClauseTable(std::string_view text, const std::vector<Clause>& clauses)
      : text_(text), clauses_(clauses), slots_(std::bit_ceil(2 * clauses.size() + 1)) {}

  /// Put in a clause; gives the same one as it stood last, or null.
  const Clause* exchange(const Clause& clause) {
    const auto number = static_cast<std::uint32_t>(&clause - clauses_.data()) + 1;
    for (std::size_t i = clause.key >> 20;; ++i) {
      std::uint32_t& slot = slots_[i & (slots_.size() - 1)];
      if (slot == 0) return slot = number, nullptr;
      const Clause& last = clauses_[slot - 1];
      if (last.key == clause.key && bytes(last) == bytes(clause)) return slot = number, &last;
    }
  }

 private:
  std::string_view bytes(const Clause& clause) const { return text_.substr(clause.at, clause.size); }

  std::string_view text_;
  const std::vector<Clause>& clauses_;
  std::vector<std::uint32_t> slots_;  // numbers of clauses from 1 on; 0: free
};

/// What a byte says of the character that it begins, which is no Han of the common block.
struct Lead {
  enum Kind : unsigned char { letter, mark, either } kind = either;
  unsigned char length = 3;  ///< of the character, in bytes
};

bool is_letter_or_han(char32_t c) { return is_han(c) || is_digit(c) || is_letter(c); }

/// A block of 64 characters of three bytes, with a bit for each that is a letter: U+3000 to U+303F and U+FF00 to U+FF3F hold most marks of a
/// page. Its characters have their first two bytes in common.
struct Block {
  char first, second;
  std::uint64_t letters = 0;

  explicit constexpr Block(char32_t begin) : first(static_cast<char>(0xE0 | begin >> 12)), second(static_cast<char>(0x80 | (begin >> 6 & 0x3F))) {
    for (char32_t i = 0; i < 64; ++i) letters |= std::uint64_t{is_han(begin + i) || is_digit(begin + i) || is_letter(begin + i)} << i;
  }
  bool holds(const char* character) const { return character[0] == first && character[1] == second; }
  bool has_letter(const char* character) const { return letters >> static_cast<unsigned char>(character[2]) % 64 & 1; }
};
constexpr Block kCjkMarks(0x3000), kWideMarks(0xFF00);

constexpr std::array<Lead, 256> kLeads = [] {
  std::array<Lead, 256> leads{};
  for (unsigned c = 0; c < 0x80; ++c) leads[c] = {is_ascii_digit(c) || is_ascii_letter(c) ? Lead::letter : Lead::mark, 1};
  for (unsigned c = 0xC0; c < 0xE0; ++c) leads[c] = {Lead::mark, 2};
  leads[0xE2].kind = Lead::mark;
  for (unsigned c = 0xF0; c < 0x100; ++c) leads[c].length = 4;
  return leads;
}();

class Repeats {
 public:
  Repeats(const CleanContext& context, std::string_view text)
      : guards_(context.rules.tables().compiled<Guards>()), text_(text) {}

  std::vector<Repeat> find() {
    std::array<std::vector<Repeat>, 2> found;  // strong ones and weak ones
    const std::vector<Clause> clauses = read();
    ClauseTable seen(text_, clauses);
    std::size_t done = 0;  // letters
    for (const Clause& clause : clauses) {
      const Clause* const first = seen.exchange(clause);
      if (!first || clause.begin < done) continue;
      if (!has_stretch(first->at, clause.at)) continue;
      const Repeat repeat = grow({first->begin, first->at}, {clause.begin, clause.at});
      const Sort sort = sort_of(repeat);
      if (sort == Sort::none) continue;
      std::vector<Repeat>& of_sort = found[sort == Sort::weak];
      of_sort.push_back(repeat);
      if (found[0].size() > kMostRepeats) return {};
      done = repeat.second_end.number;
    }
    if (found[1].size() <= kMostRepeats) found[0].insert(found[0].end(), found[1].begin(), found[1].end());
    return std::move(found[0]);
  }

  Span span(Letter begin, Letter end) const {
    std::size_t behind = previous(end).at;
    next_char(text_, behind);
    return {begin.at, behind};
  }

 private:
  bool is_letter(std::size_t at) const {
    const char* const character = text_.data() + at;
    if (kWideMarks.holds(character)) return kWideMarks.has_letter(character);
    return kCjkMarks.holds(character) ? kCjkMarks.has_letter(character) : is_letter_or_han(next_char(text_, at));
  }

  /// The clauses of the text. Nothing else is kept of its letters.
  std::vector<Clause> read() const {
    std::vector<Clause> clauses;
    clauses.reserve(text_.size() / 24);
    // A place and what is missing there are three times the letters before it: of a letter what it takes less than three bytes, of a mark all its
    // bytes, with their sign; modulo 2^64.
    std::size_t begin = 0, missing_at_begin = 0, missing = 0;
    const auto end_clause = [&](std::size_t end, std::size_t behind) __attribute__((always_inline)) {
      const std::size_t size = end - begin, thrice = size + missing - missing_at_begin;
      if (thrice >= 3 * kClause) {
        const std::size_t first = (begin + missing_at_begin) / 3;
        clauses.push_back({key({text_.data() + begin, size}), first, begin, size});
        if (thrice >= 3 * kUnmarked && size == thrice) add_pieces(begin, end, first, clauses);
      }
      begin = behind;
      missing_at_begin = missing -= behind - end;
    };
    NonHan::each(text_, 0, [&](std::size_t place) __attribute__((always_inline)) {
      const Lead lead = kLeads[static_cast<unsigned char>(text_[place])];
      if (lead.kind == Lead::letter || (lead.kind == Lead::either && is_letter(place))) missing += 3u - std::size_t{lead.length};
      else end_clause(place, place + lead.length);
    });
    end_clause(text_.size(), text_.size());
    return clauses;
  }

  /// Pieces of a long clause, or of a text without marks, cut behind characters that are no better than others, but the same in each copy.
  [[gnu::noinline]] void add_pieces(std::size_t begin, std::size_t end, std::size_t first, std::vector<Clause>& clauses) const {
    constexpr unsigned kOneIn = 8;
    std::size_t piece = begin;
    for (std::size_t at = begin; at < end; at += 3) {
      const auto mixed = static_cast<unsigned char>(text_[at + 1]) * 31u + static_cast<unsigned char>(text_[at + 2]);
      if (mixed % kOneIn != 0) continue;
      if (const std::size_t size = at + 3 - piece; size >= 3 * kClause && piece > begin) clauses.push_back({key(text_.substr(piece, size)), first + (piece - begin) / 3, piece, size});
      piece = at + 3;
    }
  }

  /// Whether around two equal clauses the text is the same for a stretch: most clauses that stand twice are set phrases.
  bool has_stretch(std::size_t first, std::size_t second) const {
    constexpr std::size_t kStretch = 3 * 12;  // bytes
    std::size_t ahead = 0, back = 0;
    while (ahead < kStretch && second + ahead < text_.size() && text_[first + ahead] == text_[second + ahead]) ++ahead;
    while (ahead + back < kStretch && back < first && text_[first - back - 1] == text_[second - back - 1]) ++back;
    return ahead + back >= kStretch;
  }

  /// Of all bytes of a clause, a piece at a time; the last piece may hold some of the one before it.
  static std::uint64_t key(std::string_view clause) {
    return clause.size() < sizeof(std::uint64_t) ? key<std::uint32_t>(clause) : key<std::uint64_t>(clause);
  }

  template <class Piece>
  static std::uint64_t key(std::string_view clause) {
    static_assert(kClause >= sizeof(std::uint32_t));
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
    std::uint64_t key = clause.size();
    const auto mix = [&](std::size_t at) {
      Piece piece;
      std::memcpy(&piece, clause.data() + at, sizeof(Piece));
      key = (key ^ piece) * kFactor;
      key ^= key >> 29;
    };
    const std::size_t last = clause.size() - sizeof(Piece);
    for (std::size_t at = 0; at < last; at += sizeof(Piece)) mix(at);
    mix(last);
    return key ^ key >> 32;
  }

  Letter next(Letter letter) const {
    next_char(text_, letter.at);
    for (std::size_t behind = letter.at; letter.at < text_.size(); letter.at = behind)
      if (is_letter_or_han(next_char(text_, behind))) break;
    return {letter.number + 1, letter.at};
  }

  /// The letter before another one that is not the first.
  Letter previous(Letter letter) const {
    do letter.at = before(text_, letter.at);
    while (!is_letter_or_han(char_at(text_, letter.at)));
    return {letter.number - 1, letter.at};
  }

  bool is_same(Letter a, Letter b) const { return b.at < text_.size() && char_at(text_, a.at) == char_at(text_, b.at); }
  bool is_same_line(Letter a, Letter b) const { return text_.substr(a.at, b.at - a.at).find('\n') == std::string_view::npos; }

  /// Whether four letters agree, in the line that the letter before `b` stands in.
  bool agree(Letter a, Letter b) const {
    const Letter last = previous(b);
    for (int i = 0; i < 4; ++i, a = next(a), b = next(b))
      if (!is_same(a, b) || !is_same_line(last, b)) return false;
    return true;
  }

  /// From a seed to both sides within its line, to the right over places where one side has up to kSkip letters more or
  /// others. Growth to the left needs no steps: what differs there has a clause before it that was a seed already.
  Repeat grow(Letter first, Letter second) const {
    Letter a = first, b = second;
    std::size_t line_end = second.at;  // or a place before it
    const auto is_in_line = [&](Letter letter) {
      while (line_end < letter.at && text_[line_end] != '\n') ++line_end;
      return line_end >= letter.at;
    };
    do {
      while (a.number < second.number && is_same(a, b) && is_in_line(b)) a = next(a), b = next(b);
    } while (step(a, b, second.number));
    const std::size_t limit = first.number > kFarthest ? first.number - kFarthest : 0;
    while (first.number > limit && a.number < second.number) {
      const Letter left = previous(first), right = previous(second);
      if (!is_same(left, right) || !is_same_line(right, second)) break;
      first = left, second = right;
    }
    return {first, a, second, b};
  }

  /// Over one difference, if four letters agree behind it.
  bool step(Letter& a, Letter& b, std::size_t limit) const {
    Letter far_a = a, far_b = b;
    for (std::size_t n = 1; n <= kSkip; ++n) {
      if (far_b.at < text_.size()) far_b = next(far_b);
      far_a = next(far_a);
      for (const auto& [to_a, to_b] : {std::pair{far_a, far_b}, std::pair{far_a, b}, std::pair{a, far_b}})
        if (to_a.number < limit && agree(to_a, to_b)) return a = to_a, b = to_b, true;
    }
    return false;
  }

  /// Weak: no sentence ends in it, or it is far away. None: it is too short for that, or a formula of notices and laws.
  enum class Sort : unsigned char { none, weak, strong };
  Sort sort_of(const Repeat& repeat) const {
    const std::size_t size = repeat.second_end.number - repeat.second.number;
    const bool is_far = repeat.second.number > repeat.first.number + kFarthest;
    if (size < (is_far ? kFarRun : kShortest)) return Sort::none;
    const Span at = span(repeat.second, repeat.second_end);
    const std::string_view run = text_.substr(at.begin, std::min(at.size() + 3, text_.size() - at.begin));
    const bool is_stopped = run.find("。") != std::string_view::npos;
    if (!is_stopped && (size < kUnstopped || run.find_first_of("0123456789") != std::string_view::npos)) return Sort::none;
    const auto has = [&](const std::vector<std::string>& words) { return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return run.find(word) != std::string_view::npos; }); };
    if (has(guards_.formula)) return Sort::none;
    if (is_stopped && !is_far) return Sort::strong;
    return has(guards_.law_formula) ? Sort::none : Sort::weak;
  }

  const Guards& guards_;
  std::string_view text_;
};

}  // namespace

void doubt_repeats(const CleanContext& context, const CleanScan&, Page& page) {
  if (!context.on.has(Rule::repeat)) return;
  Repeats repeats(context, page.text);
  for (const Repeat& r : repeats.find()) {
    const Span first = repeats.span(r.first, r.first_end), second = repeats.span(r.second, r.second_end);
    const auto message = [](Span other) {
      return "stands twice, also at bytes " + std::to_string(other.begin) + " to " + std::to_string(other.end);
    };
    page.doubts.push_back({std::string(name_of(Rule::repeat)), first, message(second)});
    page.doubts.push_back({std::string(name_of(Rule::repeat)), second, message(first)});
  }
}

}  // namespace jianbao
