// A run of text that stands twice on a page, as OCR models write it: found by clauses that stand twice, grown to both sides
// over small differences, reported at both places. It stays where it stands: which of the two is wrong only a reader can
// say.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "characters.h"
#include "chars.h"
#include "clean_pass.h"

namespace jianbao {
namespace {

constexpr std::size_t kClause = 6;       // letters of a clause that is a seed, at least
constexpr std::size_t kShortest = 20;    // characters of a run
constexpr std::size_t kSkip = 6;         // characters that one side may have more
constexpr std::size_t kFarthest = 1000;  // characters between the two: what models repeat, they have just written
constexpr std::size_t kMostRepeats = 3;  // a page that repeats itself oftener is a law or a form, and does so on purpose

struct Letter {
  char32_t c;
  std::uint32_t line;
  std::size_t at;
};

struct Repeat {
  std::size_t first, first_end, second, second_end;  // letters
};

/// A run of letters between marks.
struct Clause {
  std::uint64_t hash = 0;  // never 0
  std::size_t begin = 0;   // letters
  std::size_t at = 0;      // bytes
};

/// Where each clause stood last; open addressing, as there is a clause for every thirty bytes.
class ClauseTable {
 public:
  explicit ClauseTable(std::size_t clauses) : slots_(std::bit_ceil(2 * clauses + 1)) {}

  /// Put it in; gives the same clause as it stood last, or one whose hash is 0.
  Clause exchange(const Clause& clause) {
    for (std::size_t i = clause.hash >> 20;; ++i) {
      Clause& slot = slots_[i & (slots_.size() - 1)];
      if (slot.hash == 0 || slot.hash == clause.hash) return std::exchange(slot, clause);
    }
  }

 private:
  std::vector<Clause> slots_;
};

class Repeats {
 public:
  Repeats(const CleanContext& context, std::string_view text)
      : guards_(context.rules.tables().compiled<Guards>()), text_(text) {}

  std::vector<Repeat> find() {
    std::vector<Repeat> found;
    const std::vector<Clause> clauses = read();
    ClauseTable seen(clauses.size());
    std::size_t done = 0;  // letters
    for (const Clause& clause : clauses) {
      const Clause first = seen.exchange(clause);
      if (first.hash == 0 || first.begin + kFarthest < clause.begin || clause.begin < done) continue;
      if (!has_stretch(first.at, clause.at)) continue;
      if (letters_.empty()) read_letters();
      const Repeat repeat = grow(first.begin, clause.begin);
      if (!is_repeat(repeat)) continue;
      found.push_back(repeat);
      if (found.size() > kMostRepeats) return {};
      done = repeat.second_end;
    }
    return found;
  }

  Span span(std::size_t begin, std::size_t end) const {
    std::size_t behind = letters_[end - 1].at;
    next_char(text_, behind);
    return {letters_[begin].at, behind};
  }

 private:
  static bool is_letter_or_han(char32_t c) { return is_han(c) || is_digit(c) || is_letter(c); }

  /// The clauses of the text. Their bytes are hashed eight at a time; nothing else is kept of them.
  std::vector<Clause> read() const {
    std::vector<Clause> clauses;
    clauses.reserve(text_.size() / 24);
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at, first = letters;
      for (std::size_t next = at;; ++letters) {
        at = skip_han(text_, next, text_.size());
        letters += (at - next) / 3;
        next = at;
        if (at == text_.size() || !is_letter_or_han(next_char(text_, next))) break;
      }
      if (letters - first >= kClause) clauses.push_back({hash(text_.substr(begin, at - begin)), first, begin});
      if (at < text_.size()) next_char(text_, at);
    }
    return clauses;
  }

  /// Whether around two equal clauses the text is the same for a stretch: most clauses that stand twice are set phrases.
  bool has_stretch(std::size_t first, std::size_t second) const {
    constexpr std::size_t kStretch = 3 * 12;  // bytes
    std::size_t ahead = 0, back = 0;
    while (ahead < kStretch && second + ahead < text_.size() && text_[first + ahead] == text_[second + ahead]) ++ahead;
    while (ahead + back < kStretch && back < first && text_[first - back - 1] == text_[second - back - 1]) ++back;
    return ahead + back >= kStretch;
  }

  static std::uint64_t hash(std::string_view bytes) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
    std::uint64_t h = bytes.size();
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
      std::uint64_t piece;
      std::memcpy(&piece, bytes.data(), 8);
      h = (h ^ piece) * kFactor;
      h ^= h >> 29;
    }
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * kFactor;
    return (h ^ h >> 32) | 1;
  }

  void read_letters() {
    letters_.reserve(text_.size() / 3);
    std::uint32_t line = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t here = at;
      const char32_t c = next_char(text_, at);
      line += c == '\n';
      if (is_letter_or_han(c)) letters_.push_back({c, line, here});
    }
  }

  bool same(std::size_t a, std::size_t b, std::size_t n) const {
    for (std::size_t i = 0; i < n; ++i)
      if (b + i >= letters_.size() || letters_[a + i].c != letters_[b + i].c || letters_[b + i].line != letters_[b - 1].line)
        return false;
    return true;
  }

  /// From a seed to both sides within its line, to the right over places where one side has up to kSkip letters more or
  /// others. Growth to the left needs no steps: what differs there has a clause before it that was a seed already.
  Repeat grow(std::size_t first, std::size_t second) const {
    std::size_t a = first, b = second;
    do {
      while (b < letters_.size() && a < second && letters_[a].c == letters_[b].c &&
             letters_[b].line == letters_[second].line)
        ++a, ++b;
    } while (step(a, b, second));
    const std::size_t limit = first > kFarthest ? first - kFarthest : 0;
    while (first > limit && letters_[first - 1].c == letters_[second - 1].c &&
           letters_[second - 1].line == letters_[second].line && a < second)
      --first, --second;
    return {first, a, second, b};
  }

  /// Over one difference, if four characters agree behind it.
  bool step(std::size_t& a, std::size_t& b, std::size_t limit) const {
    for (std::size_t n = 1; n <= kSkip; ++n)
      for (const auto& [da, db] : {std::pair{n, n}, std::pair{n, std::size_t{0}}, std::pair{std::size_t{0}, n}})
        if (a + da < limit && same(a + da, b + db, 4)) return a += da, b += db, true;
    return false;
  }

  /// Long enough, with the end of a sentence in it, and no formula of notices and laws.
  bool is_repeat(const Repeat& repeat) const {
    if (repeat.second_end - repeat.second < kShortest) return false;
    const Span at = span(repeat.second, repeat.second_end);
    const std::string_view run = text_.substr(at.begin, std::min(at.size() + 3, text_.size() - at.begin));
    if (run.find("。") == std::string_view::npos) return false;
    return std::none_of(guards_.formula.begin(), guards_.formula.end(),
                        [&](const std::string& word) { return run.find(word) != std::string_view::npos; });
  }

  const Guards& guards_;
  std::string_view text_;
  std::vector<Letter> letters_;
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
