#include "text/script.h"

#include <algorithm>
#include <string_view>

#include "text/char_signature.h"
#include "text/chars.h"
#include "text/embedded.h"
#include "text/utf8.h"

#include "embedded_files.inc"

namespace jianbao {
namespace {

constexpr std::string_view cut_off(std::string_view& text, char end) {
  const std::string_view part = text.substr(0, text.find(end));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

/// traditional.tsv, read by the compiler: programs need not do it at their start.
constexpr SimplifiedForms read_forms() {
  SimplifiedForms forms{};
  for (std::size_t i = 0; i < forms.of.size(); ++i) forms.of[i] = static_cast<char16_t>(SimplifiedForms::kFirst + i);
  const auto is_han = [](char32_t c) { return c >= SimplifiedForms::kFirst && c <= SimplifiedForms::kLast; };
  std::string_view text = std::find_if(std::begin(kFiles), std::end(kFiles), [](const EmbeddedFile& f) { return f.name == "traditional"; })->text;
  while (!text.empty()) {
    std::string_view line = cut_off(text, '\n');
    if (line.starts_with('#')) continue;
    const std::string_view from = cut_off(line, '\t'), to = cut_off(line, '\t');  // of the line with their names no character is Han
    for (std::size_t a = 0, b = 0; a < from.size() && b < to.size();) {
      const char32_t traditional = next_char(from, a), simplified = next_char(to, b);
      if (is_han(traditional) && is_han(simplified)) forms.of[traditional - SimplifiedForms::kFirst] = static_cast<char16_t>(simplified);
    }
  }
  return forms;
}

constexpr SimplifiedForms kForms = read_forms();

}  // namespace

constinit const SimplifiedForms kSimplifiedForms = kForms;

constinit const std::array<std::uint8_t, 0x10000> kSignatureBits = [] {
  std::array<std::uint8_t, 0x10000> bits{};
  for (char32_t c = 0; c < bits.size(); ++c) bits[c] = CharSignature::bit_of_folded(c >= SimplifiedForms::kFirst && c <= SimplifiedForms::kLast ? char32_t{kForms.of[c - SimplifiedForms::kFirst]} : fold(c));
  return bits;
}();

}  // namespace jianbao
