#include "clean/picture_noise.h"

#include <algorithm>
#include <array>

#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/script.h"

namespace jianbao {
namespace {

/// A list of names has no words either, but its tokens are two or three characters, and hardly one stands in it three times. In 673 right
/// texts nothing is found; in five of 23 pages with pictures that OCR read 67 lines, none of them text.
enum class Reads : unsigned char {
  blank,
  text,       ///< words, or marks of sentences
  scrap,      ///< a few characters that make no word
  repeating,  ///< many, one of them again and again
  scattered,  ///< many, most of them by themselves
};

struct Counts {
  std::size_t han = 0, in_words = 0, others = 0, tokens = 0, single = 0;
  std::size_t most = 0;      ///< how often the commonest Han stands there
  bool traditional = false;  ///< whose words the lexicon does not know
};

constexpr std::size_t kLongest = 80;  // characters of a printed line; what is longer is a paragraph

bool is_traditional(char32_t c) { return c >= SimplifiedForms::kFirst && c <= SimplifiedForms::kLast && kSimplifiedForms[c] != c; }

Counts count(std::string_view line) {
  Counts counts;
  std::array<char32_t, kLongest> seen{};
  char32_t previous = 0;
  bool counted = false;  // the previous one is in a word
  std::size_t token = 0;
  const auto end_token = [&] {
    counts.tokens += token > 0;
    counts.single += token == 1;
    token = 0;
  };
  for (std::size_t at = 0; at < line.size() && counts.han < kLongest;) {
    const char32_t c = next_char(line, at);
    if (is_space(c)) end_token();
    else ++token;
    if (!is_han(c)) {
      counts.others += !is_space(c);
      previous = 0, counted = false;
      continue;
    }
    counts.traditional |= is_traditional(c);
    const bool word = previous != 0 && are_good_word(previous, c);
    counts.in_words += word ? (counted ? 1 : 2) : 0;
    counted = word;
    previous = c;
    seen[counts.han++] = c;
  }
  end_token();
  const auto end = seen.begin() + static_cast<std::ptrdiff_t>(counts.han);
  std::sort(seen.begin(), end);
  for (auto run = seen.begin(); run != end;) {
    const auto next = std::find_if(run, end, [&](char32_t c) { return c != *run; });
    counts.most = std::max(counts.most, static_cast<std::size_t>(next - run));
    run = next;
  }
  return counts;
}

constexpr std::size_t kTokens = 4;  // at least, of a scattered line

/// Whether as many spaces part the characters of a line, which hardly any line of a right page has: the others are not looked at.
bool may_be_scattered(std::string_view text, const ScannedLine& line) {
  if (!(line.has & ScannedLine::space) || (line.has & (ScannedLine::stop | ScannedLine::colon)) != 0 || line.characters > kLongest) return false;
  const std::string_view all = text.substr(line.begin, line.end - line.begin);
  return std::count(all.begin(), all.end(), ' ') >= static_cast<std::ptrdiff_t>(kTokens) - 1;
}

Reads reads(std::string_view text, const ScannedLine& scanned) {
  constexpr std::size_t kScrap = 6, kLeast = 6, kThrice = 3;
  if (scanned.begin == scanned.end) return Reads::blank;
  if ((scanned.has & (ScannedLine::stop | ScannedLine::colon)) != 0 || scanned.characters > kLongest) return Reads::text;
  const Counts line = count(text.substr(scanned.begin, scanned.end - scanned.begin));
  if (line.han + line.others == 0) return Reads::blank;
  if (line.traditional || 3 * line.in_words > line.han) return Reads::text;
  const bool again = line.most >= kThrice && 6 * line.most >= line.han;
  const bool apart = line.tokens >= kTokens && 2 * line.single > line.tokens;
  if (line.others <= line.han && line.han >= kTokens && apart) return Reads::scattered;
  if (line.others <= line.han && line.han >= kLeast && again) return Reads::repeating;
  return line.han + line.others <= kScrap && line.in_words == 0 ? Reads::scrap : Reads::text;
}

}  // namespace

std::vector<Span> picture_noise(std::string_view text, const CleanScan& scan) {
  constexpr std::size_t kFew = 2;  // lines that are surely noise; one of them scattered, as no glossary is
  std::vector<Span> noise;
  if (!scan.any(ScannedLine::space)) return noise;
  const auto& lines = scan.lines();
  const auto is_sure = [](Reads line) { return line >= Reads::repeating; };
  std::size_t done = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!may_be_scattered(text, lines[i]) || reads(text, lines[i]) != Reads::scattered) continue;
    std::size_t sure = 1, begin = i, end = i + 1;  // from the first line that is surely noise, to the last one and the scraps right below it
    Reads line = Reads::scattered;
    for (std::size_t n = i; n > done && (line = reads(text, lines[n - 1])) != Reads::text; --n)
      if (is_sure(line)) begin = n - 1, ++sure;
    std::size_t behind = i + 1;
    for (; behind < lines.size() && (line = reads(text, lines[behind])) != Reads::text; ++behind) {
      sure += is_sure(line);
      if (is_sure(line) || (line == Reads::scrap && end == behind)) end = behind + 1;
    }
    if (sure >= kFew)
      for (std::size_t n = begin; n < end; ++n)
        if (lines[n].begin < lines[n].end) noise.push_back({lines[n].begin, lines[n].end});
    i = done = behind;
  }
  return noise;
}

}  // namespace jianbao
