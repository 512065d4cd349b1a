#include "clean/clean_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/chars.h"
#include "text/non_han.h"

namespace jianbao {
namespace {

/// Marks that stand in pairs.
enum Pair : std::uint8_t { kNoPair, kRound, kTitle, kInner, kQuote, kPairs };

/// What is summed up over a line's characters, three numbers in one: by how much less than three bytes they take, how many are ASCII
/// spaces, and by how much they are narrower than Han (ScannedLine::narrowness).
using Sums = std::uint64_t;
constexpr int kSumBits = 21;
constexpr Sums kSumMask = (Sums{1} << kSumBits) - 1;
constexpr Sums sums_of(int missing, bool space, unsigned narrow) { return static_cast<Sums>(missing) << 2 * kSumBits | Sums{space} << kSumBits | narrow; }
constexpr std::size_t missing_in(Sums sums) { return static_cast<std::size_t>(static_cast<std::int64_t>(sums) >> 2 * kSumBits); }  // modulo 2^64
constexpr std::uint32_t spaces_in(Sums sums) { return static_cast<std::uint32_t>(sums >> kSumBits & kSumMask); }
constexpr std::uint32_t narrow_in(Sums sums) { return static_cast<std::uint32_t>(sums & kSumMask); }
/// Bytes of a line whose numbers are all told; of a longer one, which is no column's, they are wrong.
constexpr std::size_t kLongestSummed = kSumMask / 2;

/// What a character says of its line.
struct Sign {
  Sums sums = 0;
  std::uint16_t has = 0;
  bool is_block = false;  ///< the sign stands for characters of several blocks, by the byte that they begin with
  bool asks = false;      ///< for more than that to be looked at: the pair,
  bool depends = false;   ///< and what stands beside it
  Pair pair = kNoPair;    ///< that it opens or closes,
  std::int8_t step = 0;   ///< +1 or -1
};

constexpr Sign pair_sign(Pair pair, int step, bool depends = false) {
  return {.asks = true, .depends = depends, .pair = pair, .step = static_cast<std::int8_t>(step)};
}

constexpr unsigned kMiddleDot = 0xC2;  // the byte that · begins with

constexpr std::uint16_t kRare = ScannedLine::odd | ScannedLine::mark;

/// The characters that begin with one byte: of each what can be told by it. Those of 0xE2, 0xE3 and 0xEF are in the tables
/// of marks.
constexpr std::array<Sign, 256> kLeads = [] {
  std::array<Sign, 256> leads{};
  for (unsigned i = 0; i < 256; ++i) {
    Sign& sign = leads[i];
    const int length = i < 0xC0 ? 1 : i < 0xE0 ? 2 : i < 0xF0 ? 3 : 4;
    sign.sums = sums_of(3 - length, i == ' ', i < 0x80 ? ScannedLine::narrowness(static_cast<char>(i)) : 0u);
    if (i != '\t' && (i < 0x20 || i >= 0x7F)) sign.has = ScannedLine::odd;
  }
  const auto add = [&](std::string_view characters, std::uint16_t has) {
    for (const char c : characters) leads[static_cast<unsigned char>(c)].has |= has;
  };
  add(",:;?!()[]<>\"'*@|", ScannedLine::mark);
  add(",;", ScannedLine::comma);
  add("?!", ScannedLine::stop);
  add(":", ScannedLine::colon);
  add(" \t", ScannedLine::space);
  add("`{=\"", ScannedLine::code);
  add("\t", ScannedLine::tab);
  for (const unsigned c : {unsigned{'.'}, unsigned{'-'}, kMiddleDot}) leads[c].asks = leads[c].depends = true;
  for (const unsigned c : {0xE2u, 0xE3u, 0xEFu}) leads[c].is_block = true;
  for (unsigned i = 0xEE; i < 256; ++i) leads[i].has |= ScannedLine::unreadable;
  return leads;
}();

/// 64 characters of three bytes, by the last one.
using Marks = std::array<Sign, 64>;

constexpr Marks marks(std::uint16_t has) {
  Marks all{};
  for (Sign& sign : all) sign.has = has;
  return all;
}

/// U+2000 to U+203F: quotes, the dash and the ellipsis are the common ones.
constexpr Marks kGeneral = [] {
  Marks signs = marks(kRare);
  for (const char32_t c : std::u32string_view(U"‘’")) signs[c % 64].has = 0;
  for (const char32_t c : std::u32string_view(U"—…")) signs[c % 64] = {.asks = true, .depends = true};
  signs[U'“' % 64] = pair_sign(kQuote, 1, true);
  signs[U'”' % 64] = pair_sign(kQuote, -1);
  return signs;
}();

/// U+3000 to U+303F.
constexpr Marks kCjk = [] {
  Marks signs = marks(0);
  signs[0x3000 % 64].has = ScannedLine::wide_space;
  for (const char32_t c : std::u32string_view(U"〝〞〟")) signs[c % 64].has = ScannedLine::odd;
  signs[U'、' % 64].has = ScannedLine::comma;
  signs[U'。' % 64] = {.has = ScannedLine::stop, .asks = true, .depends = true};
  signs[U'〈' % 64] = pair_sign(kInner, 1, true);
  signs[U'〉' % 64] = pair_sign(kInner, -1);
  signs[U'《' % 64] = pair_sign(kTitle, 1);
  signs[U'》' % 64] = pair_sign(kTitle, -1);
  return signs;
}();

/// U+FF00 to U+FF3F: full-width marks.
constexpr Marks kWide = [] {
  Marks signs = marks(kRare);
  for (const char32_t c : std::u32string_view(U"％／")) signs[c % 64].has = 0;
  signs[U'．' % 64] = {.asks = true, .depends = true};
  signs[U'：' % 64].has = ScannedLine::colon;
  for (const char32_t c : std::u32string_view(U"，；")) signs[c % 64].has = ScannedLine::comma;
  for (const char32_t c : std::u32string_view(U"！？")) signs[c % 64].has = ScannedLine::stop;
  signs[U'（' % 64] = pair_sign(kRound, 1);
  signs[U'）' % 64] = pair_sign(kRound, -1);
  return signs;
}();

/// All signs in one table: those of single bytes, then the blocks of marks.
constexpr std::array<Sign, 256 + 3 * 64> kSigns = [] {
  std::array<Sign, 256 + 3 * 64> signs{};
  auto end = std::copy(kLeads.begin(), kLeads.end(), signs.begin());
  for (const Marks& block : {kGeneral, kCjk, kWide}) end = std::copy(block.begin(), block.end(), end);
  return signs;
}();

/// Where in that table the block begins whose characters begin with a byte, and their second byte. 0: no block's do.
struct Block {
  std::uint16_t begin = 0;
  unsigned char second = 0;
};

constexpr std::array<Block, 256> kBlocks = [] {
  std::array<Block, 256> blocks{};
  blocks[0xE2] = {256, 0x80};
  blocks[0xE3] = {256 + 64, 0x80};
  blocks[0xEF] = {256 + 2 * 64, 0xBC};
  return blocks;
}();

constexpr Sign kPlainMark{}, kRareMark{.has = kRare}, kRareWide{.has = kRare | ScannedLine::unreadable};

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<ScannedLine>& lines) : text_(text), lines_(lines) {}

  /// The lines from `begin` to the line end at `end`, or to the one behind it.
  void run(std::size_t begin, std::size_t end) {
    if (end < text_.size() && text_[end] != '\n') end = std::min(text_.find('\n', end), text_.size());
    unsigned has = 0;  // of the line
    Sums sums = 0;
    std::array<int, kPairs> open{};
    bool asked = false, wrong = false;  // more was closed than was open
    NonHan::each(text_.substr(0, end), begin, [&](std::size_t at) __attribute__((always_inline)) {
      if (text_[at] == '\n') {
        add(begin, at, has, sums, asked && (leaves_open(open) || wrong));
        begin = at + 1;
        has = 0, sums = 0, asked = wrong = false;
        return;
      }
      const Sign& sign = sign_at(at);
      has |= sign.has;
      sums += sign.sums;
      if (!sign.asks) return;
      asked = true;
      open[sign.pair] += sign.step;
      wrong |= open[sign.pair] < 0;
      if (sign.depends) has |= beside(at, open);
    });
    if (begin < text_.size()) add(begin, end, has, sums, asked && (leaves_open(open) || wrong));
  }

 private:
  unsigned char byte(std::size_t at) const { return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0; }

  /// Whether anything is open at the end of a line; nothing is at the begin of the next one.
  static bool leaves_open(std::array<int, kPairs>& open) { return std::exchange(open, {}) != std::array<int, kPairs>{}; }

  void add(std::size_t begin, std::size_t end, unsigned has, Sums sums, bool unpaired) {
    ScannedLine& line = lines_.emplace_back();  // filled where it stays: a copy would wait for what was just written
    line.begin = begin;
    line.end = end;
    if (begin == end) return;
    line.has = has | (unpaired ? ScannedLine::unpaired : 0u) | (unpaired || begins_with_number_comma(begin) ? ScannedLine::mark : 0u);
    line.narrow = narrow_in(sums);
    line.characters = static_cast<std::uint32_t>((end - begin + missing_in(sums)) / 3);
    line.spaces = spaces_in(sums);
    if (end - begin > kLongestSummed) count_long(line);
  }

  void count_long(ScannedLine& line) const {
    line.characters = line.spaces = line.narrow = 0;
    for (std::size_t at = line.begin; at < line.end; ++line.characters) {
      const char c = text_[at];
      if (next_char(text_, at) < 0x80) line.spaces += c == ' ', line.narrow += ScannedLine::narrowness(c);
    }
  }

  /// 2，有线电视: the comma may be a dot misread.
  bool begins_with_number_comma(std::size_t begin) const {
    std::size_t at = begin;
    while (is_ascii_digit(byte(at))) ++at;
    return at > begin && text_.substr(at, 3) == "，";
  }

  const Sign& sign_at(std::size_t at) const {
    const auto lead = static_cast<unsigned char>(text_[at]);
    if (!kSigns[lead].is_block) return kSigns[lead];
    const Block block = kBlocks[lead];
    if (text_[at + 1] != static_cast<char>(block.second)) return rare_sign(at);
    return kSigns[block.begin + static_cast<unsigned char>(text_[at + 2]) % 64u];
  }

  const Sign& rare_sign(std::size_t at) const {
    if (byte(at) != 0xEF) return kRareMark;
    return text_.substr(at, 3) == "～" ? kPlainMark : kRareWide;
  }

  /// What a character has by what stands beside it.
  unsigned beside(std::size_t at, const std::array<int, kPairs>& open) const {
    constexpr std::string_view kStroke = "\xE4\xB8\x80", kStop = "\xE3\x80\x82", kDot = "\xC2\xB7", kWideDot = "．";
    bool is_mark = false;
    switch (text_[at]) {
      case '.': is_mark = byte(at + 1) == '.' || (at > 0 && byte(at - 1) >= 0x80); break;  // no decimal point
      case '-': is_mark = byte(at + 1) == '-'; break;
      case kStop[0]: is_mark = open[kInner] > (open[kTitle] > 0 ? 1 : 0) || (text_.substr(at, 3) == kStop && text_.substr(at + 3, 3) == kStop); break;  // 。。, 〈〈
      case kWideDot[0]: is_mark = text_.substr(at + kWideDot.size(), kWideDot.size()) == kWideDot; break;  // ．．．
      case kDot[0]: is_mark = byte(at + kDot.size()) == kMiddleDot || byte(at + kDot.size()) == ' '; break;
      default: is_mark = byte(at + 3) == ' ' || byte(at + 3) == '.' || open[kQuote] > 1 || (at >= 3 && text_.substr(at - 3, 3) == kStroke);
    }
    return is_mark ? ScannedLine::mark : 0u;
  }

  std::string_view text_;
  std::vector<ScannedLine>& lines_;
};

}  // namespace

CleanScan::CleanScan(std::string_view text) {
  constexpr std::size_t kShortLine = 32;  // bytes: few pages have so many lines
  lines_.reserve(text.size() / kShortLine);
  last_.reserve(text.size() / kShortLine);
  follow({{{}, {}, {0, text.size()}}}, text);
}

void CleanScan::follow(const std::vector<Change>& changes, std::string_view text) {
  last_.swap(lines_);
  lines_.clear();
  Scanner scanner(text, lines_);
  std::size_t shift = 0;  // from the last text to this one, modulo 2^64
  auto line = last_.begin();
  const auto keep_before = [&](std::size_t place) {
    const auto kept = line;
    while (line != last_.end() && line->end < place) ++line;
    for (auto moved = lines_.insert(lines_.end(), kept, line); moved != lines_.end(); ++moved) moved->begin += shift, moved->end += shift;
  };
  for (auto change = changes.begin(); change != changes.end();) {
    keep_before(change->from.begin);
    const std::size_t begin = line != last_.end() ? line->begin + shift : change->to.begin;
    std::size_t end = change->from.end;  // of the touched lines, in the last text
    for (; change != changes.end() && change->from.begin <= end; ++change) {
      for (; line != last_.end() && line->begin <= change->from.end; ++line) end = line->end;
      shift = change->to.end - change->from.end;
    }
    scanner.run(begin, end + shift);
  }
  keep_before(std::string_view::npos);
  any_ = 0;
  for (const ScannedLine& each : lines_) any_ |= each.has;
}

}  // namespace jianbao
