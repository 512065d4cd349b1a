#include "split/line_tail.h"

#include "split/byline.h"
#include "split/jump_note.h"
#include "split/line_authors.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestTail = 150;     // bytes in the brackets that end an article
constexpr std::size_t kLongestAuthor = 36;    // bytes of an author without a role

/// A piece of a line says where the rest stands, or where it comes from, or where one reads more.
bool is_jump(std::string_view piece, const LineText& line) {
  if (const auto note = line.rules.tables().compiled<JumpNotes>().at_begin(piece); note && note->is_all_of(piece)) return true;
  return line.table.whole.find(line.met(), piece, [&](const ShapeTable::Row& row) {
    return (row.shape == Shape::jump || row.shape == Shape::jump_on) && row.pattern.matches(piece);
  });
}

}  // namespace

std::string_view last_piece(std::string_view text) {
  const std::string_view end = text.size() > kLongestTail ? text.substr(text.size() - kLongestTail) : text;
  if (const char32_t last = last_char(text); last == U'）' || last == ')') {
    if (const std::size_t open = last_bracket(end); open != std::string_view::npos) return end.substr(open);
  }
  std::size_t from = 0;
  const char32_t final = last_char(end);
  for (std::size_t at = end.size(); from == 0 && (at = skip_han_back(end, at)) > 0;) {
    const std::size_t behind = at;
    at = before(end, at);
    const char32_t c = char_at(end, at);
    if (c != final && (c == U'。' || c == U'！' || c == U'？')) from = behind;
  }
  if (from == 0 && end.size() < text.size()) return {};
  while (from > 0 && from < end.size() && is_closing(char_at(end, from))) next_char(end, from);  // …我爹负责剥。”　读者　彭湃　摄
  return trim(end.substr(from));
}

std::optional<Shape> match_tail(const LineText& line) {
  const std::string_view piece = last_piece(line.text);
  if (piece.empty()) return {};
  if (const auto* const row = line.table.tail.find(line.signs, piece, [&](const ShapeTable::Row& tail) { return tail.pattern.matches(piece); })) return row->shape;
  if (piece.size() < line.text.size() && (says_who_took(piece, line) || may_say_who_took(piece, line))) return Shape::credit;  // …送上三轮车。温小禾摄
  const char32_t first = first_char(piece);
  if (first != U'（' && first != '(') return {};
  if (is_jump(piece, line)) return {};
  const std::size_t open = first == '(' ? 1 : 3, last = before(piece, piece.size());  // what closes it, or what is printed in its place
  const std::string_view inside = last > open ? piece.substr(open, last - open) : std::string_view{};
  if (read_signed_names(inside, line.rules)) return Shape::tail;
  // Behind a finished sentence a few characters in brackets say who wrote it, whatever they are, but for a page to look at.
  const char32_t stop = last_char(trim(line.text.substr(0, line.text.size() - piece.size())));
  if (stop != U'。' && stop != U'！' && stop != U'”') return {};
  if (inside.size() <= kLongestAuthor && all_han(inside) && !line.table.pages.find(inside)) return Shape::tail;
  if (read_posted_author(inside, line.rules)) return Shape::tail;  // （市第一人民医院医师　方小禾）
  return {};
}

}  // namespace jianbao
