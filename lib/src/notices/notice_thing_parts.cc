#include "notices/notice_thing_parts.h"

#include "notices/notice_document_numbers.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Behind the brackets that open there; kNone where none are closed.
std::size_t behind_bracket(std::string_view text, std::size_t open) {
  std::size_t at = open;
  int depth = 0;  // （（鲁）动防字第20170022号）
  for (int n = 0; n < 60 && at < text.size(); ++n) {
    const char32_t c = fold(next_char(text, at));
    depth += c == U'（' ? 1 : c == U'）' ? -1 : 0;
    if (depth == 0) return at;
  }
  return kNone;
}

/// A bracket without a number in it: （正、副本）, （韦伯玉）.
bool is_remark(std::string_view text, std::size_t open) {
  const std::size_t end = behind_bracket(text, open);
  if (end == kNone) return false;
  int digits = 0;  // （1） tells one of several from the others
  for (std::size_t at = open; at < end;) digits += is_digit(next_char(text, at));
  return digits == 0 || (digits == 1 && count_chars(text.substr(open, end - open)) == 3);
}

/// A bracket that begins with a part of the thing before it.
bool names_parts(std::string_view text, std::size_t open, const ItemWords& words) {
  if (fold(char_at(text, open)) != U'（' || !is_remark(text, open)) return false;
  std::size_t inside = open;
  next_char(text, inside);
  return static_cast<bool>(words.parts.find(text, inside));
}

/// 登记证（N2530323MF1234567X）副本: the part that stands behind the number.
std::string_view part_behind(std::string_view text, std::size_t open, const ItemWords& words) {
  const std::size_t end = behind_bracket(text, open);
  return end == kNone ? std::string_view() : text.substr(end, words.parts.find(text, end).bytes);
}

}  // namespace

ThingParts read_parts(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr int kMost = 6;
  ThingParts parts{{}, {}, at};
  for (int n = 0; n < kMost; ++n) {
    at = skip_spaces(text, parts.end);
    if (at >= text.size()) break;
    const char32_t c = fold(char_at(text, at));
    if (c == U'》' || c == U'”' || c == U'〉') {
      next_char(text, at);
      parts.end = at;
    } else if (const auto part = words.parts.find(text, at)) {
      parts.names += text.substr(at, part.bytes);
      parts.end = at + part.bytes;
    } else if (c == U'（' && is_remark(text, at) && !begins_register_number(text, at)) {
      parts.end = behind_bracket(text, at);
    } else if (c == U'（') {
      parts.names += part_behind(text, at, words);
      break;
    } else {
      parts.quantity = read_quantity(text, at, words);
      if (!parts.quantity) break;
      parts.end = parts.quantity->end;
      if (names_parts(text, parts.end, words)) parts.end = behind_bracket(text, parts.end);  // 一份（发票联、抵扣联）
      break;
    }
  }
  return parts;
}

}  // namespace jianbao
