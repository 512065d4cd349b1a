// Notes of where an article goes on and where it comes from: （下转第3版）, （接A1版）, >>>下转02版. Rows of jumps.tsv.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "tables/pattern_set.h"
#include "tables/prefix_index.h"

namespace jianbao {

struct JumpNote {
  bool out = false;         ///< says where the text before it goes on; else where the text behind it comes from
  bool here = false;        ///< on the same page: 下转本版
  bool boxed = false;       ///< in brackets
  Span at;                  ///< in the text that was read
  std::string_view page;    ///< its number as printed, with its letter: A03; empty where none is read
  std::string_view label;   ///< ②
  std::string_view behind;  ///< what else the note says: the title that the text has there

  bool is_all_of(std::string_view text) const { return at.begin == 0 && at.end == text.size(); }
};

class JumpNotes {
 public:
  explicit JumpNotes(const Rules::Tables& tables);

  /// The note that a text begins with, or that ends it. 上接第3章, 下转到三班 are none, nor what a sentence goes on with: 下转2版的稿件.
  std::optional<JumpNote> at_begin(std::string_view text) const;
  std::optional<JumpNote> at_end(std::string_view text) const;

 private:
  std::optional<JumpNote> read(std::string_view text, std::size_t at, bool to_end) const;

  bool may_end(char32_t last) const;

  PatternSet patterns_;
  std::vector<bool> out_;  ///< the way of each
  PrefixIndex words_;   ///< of notes without brackets
  PrefixIndex no_end_;  ///< what stands behind no note without brackets
};

}  // namespace jianbao
