// The rules of cleaning by name. Each has an entry in jb-clean(1); a test compares the two.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jianbao {

enum class Rule : unsigned char {
  unicode_newline,
  unicode_hidden,
  unicode_space,
  unicode_mark,
  unicode_variant,
  unicode_nfc,
  unicode_kana,
  unicode_lost,
  width_alnum,
  line_trim,
  line_join,
  line_indent,
  space_han,
  space_mark,
  punct_width,
  punct_bracket,
  punct_title,
  punct_quote,
  punct_ellipsis,
  punct_dash,
  punct_label,
  char_lookalike,
  char_trad,
  char_numeral,
  char_unit,
  char_simplify,
  junk_line,
  junk_bullet,
  junk_emphasis,
  junk_picture,
  repeat,
  count
};

/// At most 15 characters each, so that an Edit's name needs no allocation.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Rule::count)> kRuleNames = {
    "unicode.newline", "unicode.hidden", "unicode.space",  "unicode.mark",   "unicode.variant", "unicode.nfc",
    "unicode.kana",    "unicode.lost",   "width.alnum",    "line.trim",      "line.join",       "line.indent",
    "space.han",       "space.mark",     "punct.width",    "punct.bracket",  "punct.title",     "punct.quote",
    "punct.ellipsis",  "punct.dash",     "punct.label",    "char.lookalike", "char.trad",       "char.numeral",
    "char.unit",       "char.simplify",  "junk.line",      "junk.bullet",    "junk.emphasis",   "junk.picture",
    "repeat"};

constexpr std::string_view name_of(Rule rule) { return kRuleNames[static_cast<std::size_t>(rule)]; }

/// Which rules are on.
class RuleSet {
 public:
  /// A name, or its part before the dot, stands for the rules it begins. No `only`: all. Unknown names stand for nothing;
  /// a tool checks them with is_cleaning_rule().
  RuleSet(const std::vector<std::string>& only, const std::vector<std::string>& without);

  bool has(Rule rule) const { return on_[static_cast<std::size_t>(rule)]; }

 private:
  std::bitset<static_cast<std::size_t>(Rule::count)> on_;
};

/// Whether a name given to CleanOptions stands for this rule.
constexpr bool names_rule(std::string_view name, std::string_view rule) {
  return rule.substr(0, name.size()) == name && (rule.size() == name.size() || rule[name.size()] == '.');
}

}  // namespace jianbao
