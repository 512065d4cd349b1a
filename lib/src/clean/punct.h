// Marks: what stands around one, and the repairs of one line. Line-wise, because a mark that does not pair within its
// paragraph pairs with nothing that a rule could be sure of.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "clean/clean_rules.h"
#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "text/chars.h"

namespace jianbao {

/// Marks that a page may set half or full width, each with a style of its own; bars are no marks, and specks on a page that has others.
enum class MarkKind : unsigned char { comma, colon, semicolon, question, exclamation, bracket, square, none, bar };
inline constexpr auto kMarkKinds = static_cast<std::size_t>(MarkKind::none);

struct MarkChange {
  Span at;
  std::string_view after;
  Rule rule;
  MarkKind kind = MarkKind::none;  ///< of a change of width
};

/// A mark of a line, where it stands and whether it has been dealt with.
struct Mark {
  std::size_t at;
  std::size_t size;
  char32_t c;
  std::string_view after = {};  ///< what it becomes; empty: it stays
  Rule rule = Rule::punct_width;
};

/// Deals with a mark: it becomes `after`, by a rule.
inline void change(Mark& mark, std::string_view after, Rule rule) {
  mark.after = after;
  mark.rule = rule;
}

/// What a neighbour says about the width of a mark.
enum class Side { han, full, opening, closing, digit, latin, ascii, edge };

/// One line of a page.
struct MarkLine {
  std::string_view text;  ///< of the page
  std::size_t begin, end;

  char32_t previous(std::size_t at) const { return at > begin ? char_at(text, before(text, at)) : 0; }
  char32_t next(std::size_t at) const { return at < end ? char_at(text, at) : 0; }
  std::size_t skip_spaces(std::size_t at) const {
    while (at < end && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at;
  }
  Side left(std::size_t at) const;
  Side right(std::size_t at) const;  ///< spaces passed over

  /// Whether the ASCII run that ends at `at` follows Han or a full-width mark and is not a phrase of Latin words.
  bool is_chinese_before(std::size_t at) const;
};

Side side_of(char32_t c);
bool is_chinese(Side side);

/// Whether what stands on both sides of a dot between Han is no name, as 约翰.史密斯 is, no number and no label.
bool parts_sentences(const MarkLine& line, std::size_t at, std::size_t end, const Rules& rules);

/// 约翰.史密斯: beside the dot characters that foreign names are written with.
bool is_between_sounded(const MarkLine& line, std::size_t at, std::size_t end, const Rules& rules);

/// 报告(终稿).docx: where the extension of a file's name ends that begins with the dot at `at`; 0 where none does.
std::size_t extension_end(const MarkLine& line, std::size_t at);

/// The full-width form of an ASCII mark.
std::string_view wide(char32_t c);
MarkKind kind_of(char32_t c);

/// The ASCII digits that begin there, up to twelve.
std::size_t count_digits(std::string_view text, std::size_t at);

inline bool is_round_close(char32_t c) { return c == ')' || c == U'）'; }
bool has_han(std::string_view text);

void mend_brackets(const MarkLine& line, std::vector<Mark>& marks, const Rules& rules);  ///< punct_brackets.cc
/// By parity, and only where the order of directions is impossible and every change can stand where it stands. Returns whether the line above may have
/// had a say: a change there may make one here. punct_quotes.cc
bool mend_quotes(const MarkLine& line, std::vector<Mark>& marks, const Rules& rules);

}  // namespace jianbao
