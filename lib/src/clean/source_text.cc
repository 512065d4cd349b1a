#include "clean/source_text.h"

#include <algorithm>

#include "text/utf8_check.h"

namespace jianbao {
namespace {

constexpr std::size_t kReplacement = 3;  // bytes of U+FFFD
constexpr unsigned char kLead = 0xED, kFirst = 0xB0, kLast = 0xB3;  // of the surrogates from U+DC00 to U+DCFF

void append_escaped(std::string& out, std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += static_cast<char>(kLead);
    out += static_cast<char>(kFirst | byte >> 6);
    out += static_cast<char>(0x80 | (byte & 0x3F));
  }
}

/// Whether bytes with characters around them can be told from characters, and from what is escaped.
bool are_plain(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (sequence_length(bytes, at) > 0 || escaped_at(bytes, at)) return false;
  return true;
}

/// Puts the bytes of places together in the order of the text.
class Maker {
 public:
  Maker(const Decoded& decoded, SourceText& source) : decoded_(decoded), source_(source) {}

  void put(Span place, std::string_view bytes, std::string_view rule) {
    source_.made.append(decoded_.text, done_, place.begin - done_);
    const std::size_t begin = source_.made.size();
    const bool follows = begin > 0 && place.begin == done_;  // bytes may read as a character together with those before them
    if (!follows && are_plain(bytes)) source_.made += bytes;
    else append_escaped(source_.made, bytes);
    source_.changes.push_back({rule, {begin, source_.made.size()}, place});
    done_ = place.end;
  }

  void end() { source_.made.append(decoded_.text, done_); }

 private:
  const Decoded& decoded_;
  SourceText& source_;
  std::size_t done_ = 0;
};

}  // namespace

SourceText source_of(const Decoded& decoded) {
  SourceText source;
  if (decoded.encoding.empty()) {
    for (std::size_t i = 0; i < decoded.faults.size(); ++i)
      source.changes.push_back({"bytes.invalid", {decoded.faults[i], decoded.faults[i] + 1}, {decoded.faults[i] + 2 * i, decoded.faults[i] + 2 * i + kReplacement}});
    return source;
  }
  if (decoded.wrong.empty() && decoded.codes.empty()) return source;
  Maker maker(decoded, source);
  auto code = decoded.codes.begin();
  for (auto wrong = decoded.wrong.begin(); wrong != decoded.wrong.end() || code != decoded.codes.end();) {
    if (code == decoded.codes.end() || (wrong != decoded.wrong.end() && wrong->place < code->at.begin)) {
      maker.put({wrong->place, wrong->place + kReplacement}, wrong->bytes, "bytes.invalid");
      ++wrong;
    } else {
      maker.put(code->at, code->bytes, "bytes.code");
      ++code;
    }
  }
  maker.end();
  return source;
}

std::optional<char> escaped_at(std::string_view text, std::size_t at) {
  if (at + kEscape > text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) != kLead || byte(1) < kFirst || byte(1) > kLast || (byte(2) & 0xC0) != 0x80) return {};
  return static_cast<char>((byte(1) & 3) << 6 | (byte(2) & 0x3F));
}

}  // namespace jianbao
