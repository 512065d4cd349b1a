#include "clean/formula_brackets.h"

#include <string_view>

namespace jianbao {
namespace {

/// ₀ to ₙ: below the line, as in a formula.
bool is_index(char32_t c) { return c >= 0x2080 && c <= 0x209C; }

/// NH4, C2H3Cl: symbols of elements; ABC is a name.
bool is_group_of_atoms(std::string_view text) {
  constexpr std::size_t kLeast = 3, kMost = 24;
  const auto is_atom = [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c)); };
  return text.size() >= kLeast && text.size() <= kMost && text[0] >= 'A' && text[0] <= 'Z' && std::all_of(text.begin(), text.end(), is_atom) &&
         std::any_of(text.begin(), text.end(), [](char c) { return c < 'A' || c > 'Z'; });
}

/// (NH4)2SO4, (C2H3Cl)n: a group that a number stands right behind, or one letter for it.
bool is_counted_group(const MarkLine& line, std::string_view inside, std::size_t end) {
  if (!is_group_of_atoms(inside)) return false;
  const char32_t count = line.next(end), behind = line.next(end + 1);
  return is_ascii_digit(count) || (count >= 'a' && count <= 'z' && !is_ascii_letter(behind));
}

/// G/(ρg), 2×(a-b): a sign of arithmetic stands right before it, and no Han in it.
bool is_factor(char32_t left, std::string_view inside) {
  constexpr std::u32string_view kSigns = U"/*+=^×÷√";
  constexpr std::size_t kLongest = 60;  // bytes
  return inside.size() <= kLongest && kSigns.find(left) != std::u32string_view::npos && !has_han(inside);
}

/// (1, 2), (x, -4): numbers or letters, a comma with its space between each two.
bool is_point(std::string_view inside) {
  constexpr std::size_t kLongest = 40;  // bytes
  constexpr std::string_view kComma = ", ";
  if (inside.size() > kLongest || inside.find(kComma) == std::string_view::npos) return false;
  for (std::size_t at = 0; at <= inside.size();) {
    const std::size_t end = std::min(inside.find(kComma, at), inside.size());
    std::string_view part = inside.substr(at, end - at);
    if (part.starts_with('-')) part.remove_prefix(1);
    const bool letter = part.size() == 1 && is_ascii_letter(static_cast<unsigned char>(part[0]));
    if (!letter && (part.empty() || part.find_first_not_of("0123456789.") != std::string_view::npos)) return false;
    at = end + kComma.size();
  }
  return true;
}

/// Ca(OH)₂, Fe₂(SO₄)₃: a group of a formula, which an index stands behind; f(3), Au(T+D): a letter or two behind a letter.
bool is_in_formula(const MarkLine& line, const Mark& open, const Mark& close) {
  constexpr std::size_t kFew = 3;
  const char32_t left = line.previous(open.at);
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  if (is_factor(left, inside) || is_point(inside) || is_counted_group(line, inside, close.at + close.size)) return true;
  const bool is_short = !inside.empty() && inside.size() <= kFew && std::all_of(inside.begin(), inside.end(), [](unsigned char c) { return c > ' ' && c < 0x80; });
  if (is_ascii_letter(left) && is_short) return true;
  return (is_ascii_letter(left) || is_index(left)) && is_index(line.next(close.at + close.size));
}

/// (k+1)(k+2), (a < b && c > d): signs between letters that stand alone; minus only where another bracket follows or precedes.
bool is_term(const MarkLine& line, const Mark& open, const Mark& close) {
  constexpr std::size_t kLongest = 40;
  const std::string_view inside = line.text.substr(open.at + open.size, close.at - open.at - open.size);
  if (inside.size() > kLongest) return false;
  const bool beside = line.previous(open.at) == ')' || line.next(close.at + close.size) == '(' || line.previous(open.at) == '=';
  bool variable = false, sign = false;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const auto c = static_cast<unsigned char>(inside[i]);
    if (c >= 0x80 || (i > 0 && is_ascii_letter(c) && is_ascii_letter(static_cast<unsigned char>(inside[i - 1])))) return false;
    variable |= is_ascii_letter(c);
    sign |= i > 0 && i + 1 < inside.size() && (std::string_view("+*=^").find(inside[i]) != std::string_view::npos || (c == '-' && beside));
  }
  return variable && (sign || inside.find(" && ") != std::string_view::npos || inside.find(" || ") != std::string_view::npos);
}

}  // namespace

bool is_of_formula(const MarkLine& line, const Mark& open, const Mark& close) { return is_in_formula(line, open, close) || is_term(line, open, close); }

}  // namespace jianbao
