// The styles of numbering.tsv, compiled: what a label looks like at the beginning of a line.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "jianbao/rules.h"
#include "tables/pattern.h"
#include "text/char_map.h"

namespace jianbao {

/// How a style writes its number.
enum class Numerals { cn, digits, either, formal, roman, decimal, listed };

/// What a numbered unit is to the tree; the table's column `role`.
enum class StyleRole { unit, root, box, floating, in_line };

struct Style {
  struct Reject {
    bool behind_next;  ///< the pattern stands behind the number that comes next: `三、四线`
    bool excepts;      ///< what it finds is a label, whatever the patterns behind it say: `1．2025年`
    Pattern pattern;
  };

  std::string id;
  int rank = 0, most = 0;
  StyleRole role = StyleRole::unit;
  bool strong = true;
  bool words = false;                   ///< its label is words of a sentence as well
  Numerals numerals = Numerals::cn;
  bool number_optional = false;
  std::vector<std::string> listed;      ///< the numbers in order, where the style has signs or words of its own
  std::vector<std::string> open, close;  ///< alternatives; one empty string where nothing stands there
  CharSignature close_begins;           ///< what can stand behind the number and spaces: most numbers of other styles end here
  std::string sub;                      ///< before the number of an inserted unit; empty where there are none
  bool ordinal = false;                 ///< 第三章: one character, a number in either hand, and what closes it; many begin with the same character
  bool lettered = false;                ///< an inserted unit has a letter behind its number: 2A.
  std::string form;                     ///< standard form with # = @ ~
  std::vector<Reject> rejects;
  std::string example, counter;

  /// The characters its labels can begin with, in every width.
  std::u32string first() const;
};

/// A label read by one style.
struct Reading {
  const Style* style = nullptr;
  int rank = 0;            ///< of the style; of decimals by their depth
  int number = 0;
  int sub = 0;             ///< of `第三条之一`, `第 3-1 條` and `3A.`: 1
  bool dashed = false;     ///< the sub-number stands before the close: `第 3-1 條`
  std::size_t length = 0;  ///< bytes of the label
  std::size_t gap = 0;     ///< bytes of the spaces behind it
  std::string_view open, number_text, close;
};

class NumberingStyles {
 public:
  explicit NumberingStyles(const Rules::Tables& tables);
  static const NumberingStyles& of(const Rules& rules);

  /// The label that a line begins with; nothing where it only looks like one. `in_line`: inline styles too.
  std::optional<Reading> read(std::string_view line, bool in_line = false) const;

  /// The same by one style alone: several may read a label, （i） between （h） and （j） or before （ii）.
  std::optional<Reading> read_by(const Style& style, std::string_view line) const;

  const Style* find(const std::string& id) const;
  const std::vector<Style>& all() const { return styles_; }

 private:
  std::vector<Style> styles_;
  std::unordered_map<std::string, std::uint16_t> by_id_;
  CharMap<std::vector<std::uint16_t>> by_first_;
  // Most lines begin with a character that begins no label: one bit of the BMP says so without a look-up.
  std::array<std::uint64_t, 1024> begins_{};
};

/// The label of a reading in its style's standard form; `number` replaces the printed one where it is not 0.
std::string standard_label(const Reading& reading, int number = 0);

/// Whether what stands behind a number is a row of a table: cells of several characters, set apart by a wide gap. A heading
/// may be spaced to width (总　则).
bool is_table_row(std::string_view text);

}  // namespace jianbao
