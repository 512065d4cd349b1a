// A run of text that stands twice on a page, as OCR models write it: found by the hashes of short windows, grown over small
// differences, reported at both places. It stays where it stands: which of the two is wrong only a reader can say.
#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "characters.h"
#include "chars.h"
#include "clean_pass.h"

namespace jianbao {
namespace {

constexpr std::size_t kWindow = 10;      // characters whose hash is a seed
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

class Repeats {
 public:
  Repeats(const CleanContext& context, std::string_view text)
      : guards_(context.rules.tables().compiled<Guards>()), text_(text) {
    std::uint32_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t here = at;
      const char32_t c = next_char(text, at);
      line += c == '\n';
      if (is_han(c) || is_digit(c) || is_letter(c)) letters_.push_back({c, line, here});
    }
  }

  std::vector<Repeat> find() {
    std::vector<Repeat> found;
    if (letters_.size() < 2 * kShortest) return found;
    std::unordered_map<std::uint64_t, std::size_t> seen;
    seen.reserve(letters_.size());
    for (std::size_t i = 0; i + kWindow <= letters_.size(); ++i) {
      const auto [it, is_new] = seen.try_emplace(hash(i), i);
      if (is_new || it->second + kWindow > i) continue;
      if (it->second + kFarthest < i) {
        it->second = i;
        continue;
      }
      const Repeat repeat = grow(it->second, i);
      if (is_repeat(repeat)) {
        found.push_back(repeat);
        if (found.size() > kMostRepeats) return {};
      }
      i = std::max(i, repeat.second_end - kWindow);
    }
    return found;
  }

  Span span(std::size_t begin, std::size_t end) const {
    std::size_t behind = letters_[end - 1].at;
    next_char(text_, behind);
    return {letters_[begin].at, behind};
  }

 private:
  std::uint64_t hash(std::size_t at) const {
    std::uint64_t h = 14695981039346656037u;
    for (std::size_t i = at; i < at + kWindow; ++i) h = (h ^ letters_[i].c) * 1099511628211u;
    return h;
  }

  bool same(std::size_t a, std::size_t b, std::size_t n) const {
    for (std::size_t i = 0; i < n; ++i)
      if (b + i >= letters_.size() || letters_[a + i].c != letters_[b + i].c || letters_[b + i].line != letters_[b - 1].line) return false;
    return true;
  }

  /// From a seed to the right within its line, over places where one side has up to kSkip characters more or others.
  Repeat grow(std::size_t first, std::size_t second) const {
    std::size_t a = first, b = second;
    for (;;) {
      while (b < letters_.size() && a < second && letters_[a].c == letters_[b].c && letters_[b].line == letters_[second].line) ++a, ++b;
      if (!step(a, b, second)) return {first, a, second, b};
    }
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

void doubt_repeats(const CleanContext& context, const RuleSet& rules, Page& page) {
  if (!rules.has(Rule::repeat)) return;
  Repeats repeats(context, page.text);
  for (const Repeat& r : repeats.find()) {
    const Span first = repeats.span(r.first, r.first_end), second = repeats.span(r.second, r.second_end);
    const auto message = [](Span other) { return "stands twice, also at bytes " + std::to_string(other.begin) + " to " + std::to_string(other.end); };
    page.doubts.push_back({std::string(name_of(Rule::repeat)), first, message(second)});
    page.doubts.push_back({std::string(name_of(Rule::repeat)), second, message(first)});
  }
}

}  // namespace jianbao
