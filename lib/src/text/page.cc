#include "jianbao/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "text/chars.h"

namespace jianbao {
namespace {

/// The place in the source of one byte of the text. A place inside an edit is that edit's begin or, for an end, its end.
std::size_t source_place(const Page& page, std::size_t at, bool end) {
  const auto behind = std::partition_point(page.edits.begin(), page.edits.end(), [&](const Edit& e) {
    return end ? e.to.begin < at : e.to.begin <= at;
  });
  if (behind == page.edits.begin()) return page.offset + at;
  const Edit& edit = *std::prev(behind);
  if (at < edit.to.end) return end ? edit.from.end : edit.from.begin;
  return edit.from.end + (at - edit.to.end);
}

}  // namespace

Span Page::source_of(Span span) const {
  return {source_place(*this, span.begin, false), source_place(*this, span.end, true)};
}

std::string Page::digest() const {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a, by characters: enough to tell the pages of one database apart
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (is_han(c) || is_digit(c) || is_letter(c)) hash = (hash ^ fold(c)) * 0x100000001b3;
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace jianbao
