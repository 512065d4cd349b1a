#include "clean/picture_noise.h"

#include <algorithm>
#include <array>
#include <span>

#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/numeral.h"
#include "text/script.h"

namespace jianbao {
namespace {

/// A list of names has no words either, but its tokens are two or three characters, and hardly one stands in it three times. In 673 right
/// texts nothing is found; in five of 23 pages with pictures that OCR read 67 lines, none of them text.
enum class Reads : unsigned char {
  blank,
  text,       ///< words, or marks of sentences
  scrap,      ///< a few characters that make no word
  number,     ///< a few digits, or a numeral that may be a section's
  speck,      ///< a Han by itself, or a few Latin letters
  specks,     ///< several of them side by side
  repeating,  ///< many, one of them again and again
  scattered,  ///< many, most of them by themselves
};

struct Counts {
  std::size_t han = 0, in_words = 0, others = 0, tokens = 0, single = 0;
  std::size_t letters = 0, digits = 0;  ///< of the others, those of ASCII
  std::size_t numerals = 0;             ///< of the Han
  bool spaced_word = false;             ///< 星 期
  bool wide_space = false;              ///< as print sets, and hardly any OCR
  std::size_t widest = 0;               ///< gap between two tokens, in spaces
  std::size_t most = 0;      ///< how often the commonest Han stands there
  bool traditional = false;  ///< whose words the lexicon does not know
};

constexpr std::size_t kLongest = 80;  // characters of a printed line; what is longer is a paragraph

bool is_traditional(char32_t c) { return c >= SimplifiedForms::kFirst && c <= SimplifiedForms::kLast && kSimplifiedForms[c] != c; }

Counts count(std::string_view line) {
  Counts counts;
  std::array<char32_t, kLongest> seen{};
  char32_t previous = 0, previous_han = 0;  // of the token; of the line
  bool counted = false;  // the previous one is in a word
  std::size_t token = 0, gap = 0;
  const auto end_token = [&] {
    counts.tokens += token > 0;
    counts.single += token == 1;
    token = 0;
  };
  for (std::size_t at = 0; at < line.size() && counts.han < kLongest;) {
    const char32_t c = next_char(line, at);
    if (is_space(c)) {
      end_token();
      ++gap;
      counts.wide_space |= c == 0x3000;
    } else {
      if (counts.tokens > 0) counts.widest = std::max(counts.widest, gap);
      gap = 0;
      ++token;
    }
    if (!is_han(c)) {
      counts.others += !is_space(c);
      counts.letters += is_letter(c) && c < 0x80;
      counts.digits += is_digit(c) && c < 0x80;
      previous = 0, counted = false;
      continue;
    }
    counts.traditional |= is_traditional(c);
    counts.numerals += is_cn_numeral(c);
    counts.spaced_word |= previous == 0 && previous_han != 0 && are_good_word(previous_han, c);
    const bool word = previous != 0 && are_good_word(previous, c);
    counts.in_words += word ? (counted ? 1 : 2) : 0;
    counted = word;
    previous = previous_han = c;
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
constexpr std::size_t kScrap = 6;   // characters at most

/// What a line of at most six characters is that make no word.
Reads reads_scrap(const Counts& line) {
  constexpr std::size_t kLetters = 3, kWideGap = 3;
  if (line.letters + line.digits < line.others || line.traditional || line.spaced_word || line.wide_space) return Reads::scrap;
  if (line.digits + line.numerals == line.han + line.others) return Reads::number;
  if (line.tokens == 1 && (line.others == 0 ? line.han == 1 : line.han == 0 && line.digits == 0 && line.letters <= kLetters)) return Reads::speck;
  const bool apart = line.tokens > 1 && ((line.letters > 0 && line.han > 0) || line.widest >= kWideGap || line.tokens > 2);
  return apart && line.single + (line.letters > 0) >= line.tokens ? Reads::specks : Reads::scrap;
}

Reads reads(std::string_view text, const ScannedLine& scanned) {
  constexpr std::size_t kLeast = 6, kThrice = 3;
  if (scanned.begin == scanned.end) return Reads::blank;
  if ((scanned.has & (ScannedLine::stop | ScannedLine::colon)) != 0 || scanned.characters > kLongest) return Reads::text;
  const Counts line = count(text.substr(scanned.begin, scanned.end - scanned.begin));
  if (line.han + line.others == 0) return Reads::blank;
  if (line.traditional || 3 * line.in_words > line.han) return Reads::text;
  const bool again = line.most >= kThrice && 6 * line.most >= line.han;
  const bool apart = line.tokens >= kTokens && 2 * line.single > line.tokens;
  if (line.others <= line.han && line.han >= kTokens && apart) return Reads::scattered;
  if (line.others <= line.han && line.han >= kLeast && again) return Reads::repeating;
  return line.han + line.others <= kScrap && line.in_words == 0 ? reads_scrap(line) : Reads::text;
}

class PictureNoise {
 public:
  PictureNoise(std::string_view text, std::span<const ScannedLine> lines) : text_(text), lines_(lines) {}

  std::vector<Span> run() {
    find_scattered();
    if (has_pieces()) find_pieces();
    std::vector<Span> noise;
    for (std::size_t i = 0; i < noise_.size(); ++i)
      if (noise_[i]) noise.push_back({lines_[i].begin, lines_[i].end});
    return noise;
  }

 private:
  static bool is_sure(Reads line) { return line == Reads::repeating || line == Reads::scattered; }

  /// Whether as many spaces part the characters of a line, which hardly any line of a right page has: the others are not looked at.
  bool may_be_scattered(const ScannedLine& line) const {
    return line.spaces >= kTokens - 1 && (line.has & (ScannedLine::stop | ScannedLine::colon)) == 0 && line.characters <= kLongest;
  }

  void find_scattered() {
    constexpr std::size_t kFew = 2;  // lines that are surely noise; one of them scattered, as no glossary is
    std::size_t done = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!may_be_scattered(lines_[i]) || reads(text_, lines_[i]) != Reads::scattered) continue;
      std::size_t sure = 1, begin = i, end = i + 1;  // from the first line that is surely noise, to the last one and the scraps right below it
      Reads line = Reads::scattered;
      for (std::size_t n = i; n > done && (line = reads(text_, lines_[n - 1])) != Reads::text; --n)
        if (is_sure(line)) begin = n - 1, ++sure;
      std::size_t behind = i + 1;
      for (; behind < lines_.size() && (line = reads(text_, lines_[behind])) != Reads::text; ++behind) {
        sure += is_sure(line);
        if (is_sure(line) || (line != Reads::blank && end == behind)) end = behind + 1;
      }
      if (sure >= kFew) take(begin, end);
      i = done = behind;
    }
  }

  /// A line of a character or a few letters, or of several with spaces between: most short lines are longer, and parted by none.
  static bool may_be_speck(const ScannedLine& line) {
    constexpr std::uint32_t kOne = 3, kLongestSpeck = 16;  // characters, with their spaces
    constexpr unsigned kMarks = ScannedLine::stop | ScannedLine::colon | ScannedLine::comma | ScannedLine::wide_space;
    if (line.characters - 1 >= kLongestSpeck || (line.has & kMarks) != 0) return false;  // 0 is more than all
    return line.characters <= (line.has & ScannedLine::space ? kScrap + line.spaces : kOne);
  }

  /// False: it does not read as specks. It has no spaces of any kind, or begins with a mark, as a heading of Markdown does, and specks have none.
  bool may_be_specks(const ScannedLine& line) const {
    const auto first = static_cast<unsigned char>(text_[line.begin]);
    if (first > ' ' && first < 0x80 && !is_ascii_letter(first) && !is_ascii_digit(first)) return false;
    if (!(line.has & ScannedLine::odd)) return line.has & ScannedLine::space;
    for (std::size_t at = line.begin; at < line.end;)
      if (is_space(next_char(text_, at))) return true;
    return false;
  }

  /// Whether a picture was read in many pieces: characters by themselves, some of them side by side.
  bool has_pieces() const {
    constexpr std::ptrdiff_t kMany = 4;  // lines
    if (std::count_if(lines_.begin(), lines_.end(), may_be_speck) < kMany) return false;  // most pages; no line of them is read
    const auto are_apart = [&](const ScannedLine& line) { return may_be_speck(line) && may_be_specks(line) && reads(text_, line) == Reads::specks; };
    if (std::none_of(lines_.begin(), lines_.end(), are_apart)) return false;
    std::ptrdiff_t specks = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) specks += may_be_speck(lines_[i]) && is_speck(reads(text_, lines_[i]), i);
    return specks >= kMany;
  }

  void find_pieces() {
    std::vector<Reads> read;
    for (const ScannedLine& line : lines_) read.push_back(reads(text_, line));
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool sure = is_sure(read[i]) && (lines_[i].has & ScannedLine::comma) == 0;  // 放什么鱼、放多大、放多: text repeats a character, too
      if (sure || is_speck(read[i], i)) take(i, i + 1);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if ((read[i] == Reads::number || read[i] == Reads::scrap) && is_among_noise(i)) take(i, i + 1);
  }

  /// But for the last character of a sentence above: …五年来的变⏎化.
  bool is_speck(Reads line, std::size_t i) const {
    return line == Reads::specks || (line == Reads::speck && !(i > 0 && are_good_word(last_char(view(lines_[i - 1])), first_char(view(lines_[i])))));
  }

  /// Whether the lines above and below are noise.
  bool is_among_noise(std::size_t i) const {
    const auto is_noise = [&](std::size_t n) { return lines_[n].begin < lines_[n].end && noise_[n]; };
    if (noise_.empty()) return false;
    std::size_t above = i, below = i + 1;
    while (above > 0 && lines_[above - 1].begin == lines_[above - 1].end) --above;
    while (below < lines_.size() && lines_[below].begin == lines_[below].end) ++below;
    return above > 0 && below < lines_.size() && is_noise(above - 1) && is_noise(below);
  }

  void take(std::size_t begin, std::size_t end) {
    noise_.resize(lines_.size());
    for (std::size_t n = begin; n < end; ++n) noise_[n] = lines_[n].begin < lines_[n].end;
  }

  std::string_view view(const ScannedLine& line) const { return text_.substr(line.begin, line.end - line.begin); }

  std::string_view text_;
  std::span<const ScannedLine> lines_;
  std::vector<bool> noise_;  // by line; empty where none is, as on nearly all pages
};

}  // namespace

std::vector<Span> picture_noise(std::string_view text, const CleanScan& scan) {
  if (!scan.any(ScannedLine::space)) return {};
  return PictureNoise(text, scan.lines()).run();
}

}  // namespace jianbao
