// What a text gives as others wrote it: words that it names as wrong, and quotations of old text. Nothing is mended there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// What the outermost quotation marks of a line enclose that stand around a place; to the end of the line where nothing closes.
std::optional<Span> find_quotation(std::string_view text, Span line, std::size_t at);

class Quoted {
 public:
  explicit Quoted(const Rules::Tables& tables);

  /// Whether a line speaks of the word at a place, which would become `right`: “毫州”应为“亳州”, “松驰”不能写成…, 曰照（原文如此）.
  bool is_named(std::string_view text, Span line, Span word, std::string_view right) const;

  /// Whether verse or prose of old holds the place: its words are none of today's.
  bool is_old(std::string_view text, Span line, std::size_t at) const;

 private:
  bool is_named_in_quotes(std::string_view text, Span line, Span inside, Span word, std::string_view right) const;
  bool is_named_beside(std::string_view text, Span line, Span word, std::string_view right) const;
  bool is_told_as_old(std::string_view before) const;
  bool ends_as_old(std::string_view text) const;

  std::vector<std::string> names_;   ///< of mistakes: what speaks of one wherever it stands
  std::vector<std::string> beside_;  ///< what does so beside a word in quotes, or between a word and its right form
  std::vector<std::string> lists_;   ///< what asks for mistakes in words behind it
  std::vector<std::string> notes_;   ///< what does so in brackets behind the word
  std::vector<std::string> old_;     ///< what stands before what people said of old
  std::u32string today_;             ///< characters that today's sentences are hardly without
};

}  // namespace jianbao
