#include "clean_scan.h"

#include <array>
#include <cstdint>

#include "utf8.h"

namespace jianbao {
namespace {

/// What has to be looked at where a byte that is no Han's begins a character.
enum Look : std::uint8_t { kNothing, kLineEnd, kDot, kHyphen, kGeneral, kCjk, kWide };

/// What a byte says by itself of the character that it begins.
struct Lead {
  Look look = kNothing;
  std::uint8_t has = 0;
  std::uint8_t narrow = 0;  ///< ScannedLine::narrowness
  std::uint8_t length = 1;  ///< bytes
};

constexpr std::array<Lead, 256> kLeads = [] {
  std::array<Lead, 256> leads{};
  for (unsigned i = 0; i < 256; ++i) {
    Lead& lead = leads[i];
    lead.length = i < 0xC0 ? 1 : i < 0xE0 ? 2 : i < 0xF0 ? 3 : 4;
    if (i < 0x80) lead.narrow = ScannedLine::narrowness(static_cast<char>(i));
    if (i != '\t' && (i < 0x20 || i >= 0x7F)) lead.has = ScannedLine::odd;
  }
  const auto add = [&](std::string_view characters, std::uint8_t has) {
    for (const char c : characters) leads[static_cast<unsigned char>(c)].has |= has;
  };
  const auto look = [&](unsigned char c, Look what) { leads[c].look = what, leads[c].has = 0; };
  add(",:;?!()<>\"*@", ScannedLine::mark);
  add(",;", ScannedLine::comma);
  add("?!", ScannedLine::stop);
  add(" \t", ScannedLine::space);
  look('\n', kLineEnd);
  look('.', kDot);
  look('-', kHyphen);
  look(0xE2, kGeneral);
  look(0xE3, kCjk);
  look(0xEF, kWide);
  return leads;
}();

/// Brackets and quotes open at a place of a line, and whether any closed without having been opened.
struct Pairs {
  int round = 0, title = 0, inner = 0, quote = 0;
  bool wrong = false;

  void open(int& kind) { ++kind; }
  void close(int& kind) { wrong |= --kind < 0; }
  void open_quote() { wrong |= ++quote > 1; }
  bool are_wrong() const { return wrong || round != 0 || title != 0 || inner != 0 || quote != 0; }
};

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<ScannedLine>& lines) : text_(text), lines_(lines) {}

  /// The lines from `begin` to the line end at `end`, or to the end of the text.
  void run(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at <= end && at < text_.size();) {
      ScannedLine line{at, text_.size()};
      pairs_ = {};
      has_ = 0;
      at = scan(at, line);
      line.end = at;
      line.has = has_ | (pairs_.are_wrong() ? ScannedLine::mark : 0u);
      lines_.push_back(line);
      ++at;
    }
  }

 private:
  unsigned char byte(std::size_t at) const { return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0; }

  /// To the end of the line.
  std::size_t scan(std::size_t at, ScannedLine& line) {
    const std::size_t begin = at, size = text_.size();
    std::size_t missing = 0;  // bytes that the line's characters have less than three each, modulo 2^64
    std::uint32_t narrow = 0;
    for (; (at = skip_han(text_, at, size)) < size;) {
      const Lead lead = kLeads[static_cast<unsigned char>(text_[at])];
      if (lead.look == kLineEnd) break;
      has_ |= lead.has;
      narrow += lead.narrow;
      missing += std::size_t{3} - lead.length;
      if (lead.look != kNothing) look(lead.look, at);
      at += lead.length;
    }
    line.characters = static_cast<std::uint32_t>((at - begin + missing) / 3);
    line.narrow = narrow;
    return at;
  }

  void look(Look what, std::size_t at) {
    switch (what) {
      case kDot:  // no decimal point
        if (byte(at + 1) == '.' || (at > 0 && byte(at - 1) >= 0x80)) has_ |= ScannedLine::mark;
        break;
      case kHyphen:
        if (byte(at + 1) == '-') has_ |= ScannedLine::mark;
        break;
      case kGeneral:
        return general(at);
      case kCjk:
        return cjk(at);
      default:
        return wide(at);
    }
  }

  /// U+2000 to U+2FFF: quotes, the dash and the ellipsis are the common ones.
  void general(std::size_t at) {
    if (byte(at + 1) != 0x80) return rare();
    switch (byte(at + 2)) {
      case 0x94:  // —
      case 0x98:  // ‘
      case 0x99:  // ’
      case 0xA6:
        break;  // …
      case 0x9C:
        pairs_.open_quote();
        if (at >= 3 && text_.substr(at - 3, 3) == "\xE4\xB8\x80") has_ |= ScannedLine::mark;  // a stroke before a quote
        break;
      case 0x9D:
        pairs_.close(pairs_.quote);
        break;
      default:
        rare();
    }
  }

  /// U+3000 to U+3FFF: marks of the first 64.
  void cjk(std::size_t at) {
    if (byte(at + 1) != 0x80) return rare();
    switch (byte(at + 2)) {
      case 0x80:
        has_ |= ScannedLine::wide_space;
        break;
      case 0x81:  // 、
        has_ |= ScannedLine::comma;
        break;
      case 0x82:  // 。
        has_ |= ScannedLine::stop;
        if (text_.substr(at + 3, 3) == "\xE3\x80\x82") has_ |= ScannedLine::mark;
        break;
      case 0x88:
        pairs_.open(pairs_.inner);
        break;
      case 0x89:
        pairs_.close(pairs_.inner);
        break;
      case 0x8A:
        pairs_.open(pairs_.title);
        break;
      case 0x8B:
        pairs_.close(pairs_.title);
        break;
      default:
        break;
    }
  }

  /// U+F000 to U+FFFF: full-width marks.
  void wide(std::size_t at) {
    const unsigned char last = byte(at + 2);
    if (byte(at + 1) == 0xBD && last == 0x9E) return;  // ～
    if (byte(at + 1) != 0xBC) return rare();
    switch (last) {
      case 0x81:  // ！
      case 0x9F:  // ？
        has_ |= ScannedLine::stop;
        break;
      case 0x8C:  // ，
      case 0x9B:  // ；
        has_ |= ScannedLine::comma;
        break;
      case 0x85:  // ％
      case 0x8E:  // ．
      case 0x8F:  // ／
      case 0x9A:  // ：
        break;
      case 0x88:
        pairs_.open(pairs_.round);
        break;
      case 0x89:
        pairs_.close(pairs_.round);
        break;
      default:
        rare();
    }
  }

  void rare() { has_ |= ScannedLine::odd | ScannedLine::mark; }

  std::string_view text_;
  std::vector<ScannedLine>& lines_;
  Pairs pairs_;
  unsigned has_ = 0;
};

}  // namespace

CleanScan::CleanScan(std::string_view text) { follow({{{}, {}, {0, text.size()}}}, text); }

void CleanScan::follow(const std::vector<Change>& changes, std::string_view text) {
  last_.swap(lines_);
  lines_.clear();
  Scanner scanner(text, lines_);
  std::size_t shift = 0;  // from the last text to this one, modulo 2^64
  auto line = last_.begin();
  const auto keep_before = [&](std::size_t place) {
    for (; line != last_.end() && line->end < place; ++line) lines_.push_back(*line), lines_.back().begin += shift, lines_.back().end += shift;
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
