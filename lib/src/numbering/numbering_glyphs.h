// Damaged labels, compiled from numbering_glyphs.tsv: what a line's beginning may stand for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "numbering/numbering_styles.h"
#include "text/char_map.h"

namespace jianbao {

/// A line that may begin with a damaged label of one style.
struct Suspect {
  const Style* style = nullptr;
  std::vector<int> values;  ///< what the number may be; empty: it is not readable
  std::size_t length = 0;   ///< bytes of the damaged label
  bool sound = false;       ///< number or everything around it is undamaged: believed where its number comes next
  int sub = 0;              ///< of 弟十条之一

  bool may_be(int number) const;
};

class NumberingGlyphs {
 public:
  explicit NumberingGlyphs(const Rules::Tables& tables);
  static const NumberingGlyphs& of(const Rules& rules);

  /// All readings of a line's beginning as a damaged label.
  std::vector<Suspect> suspects(std::string_view line) const;

  /// Those alone that divide a law: 弟三章, 第三条.
  std::vector<Suspect> divisions(std::string_view line) const;

  /// `三保障措施`: a heading line that begins with a sound number and no word, its mark gone; believed only between neighbours.
  std::optional<Suspect> bare_number(std::string_view line) const;

  /// `1.200马力以上拖拉机`: a label before a figure of three digits at least, which looks like a number.
  std::optional<Suspect> glued_number(std::string_view line) const;

 private:
  struct Number {
    std::size_t end = 0;
    std::vector<int> values;
    std::size_t characters = 0, damaged = 0, foreign = 0;
  };

  bool stands_for(char32_t seen, char32_t meant) const;
  using Sign = bool (*)(char32_t);  // what a sound number is made of: Han numerals or digits

  bool may_be(char32_t c, Sign sign) const;
  bool closes_ordinal(char32_t c) const;
  Number read_number(std::string_view line, std::size_t at, std::size_t most, Sign sign, bool foreign) const;
  static Number skip_letters(std::string_view line, std::size_t at);
  void read_bracketed(std::string_view line, const Style& style, Sign sign, std::vector<Suspect>& out) const;
  void read_bracketed(std::string_view line, const Style& style, Sign sign, bool foreign, std::vector<Suspect>& out) const;
  void read_marked(std::string_view line, const Style& style, Sign sign, std::vector<Suspect>& out) const;
  bool begins_ordinal(char32_t c) const { return c == ordinal_ || stands_for(c, ordinal_); }
  void read_ordinal(std::string_view line, std::vector<Suspect>& out) const;
  void read_bare_ordinal(std::string_view line, std::vector<Suspect>& out) const;
  Number read_sub(std::string_view line, const Style& style, std::size_t at) const;

  CharMap<std::u32string> meant_;  // by what is seen
  const NumberingStyles* styles_ = nullptr;
  const Style *bracketed_ = nullptr, *bracketed_digits_ = nullptr, *comma_ = nullptr, *pointed_ = nullptr, *formal_ = nullptr,
              *half_ = nullptr;
  char32_t ordinal_ = 0;  // 第
  std::vector<std::pair<char32_t, const Style*>> ordinals_;  // by the character behind the number
};

}  // namespace jianbao
