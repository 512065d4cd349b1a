// Which head words of a text name a thing that was lost, and which only tell who somebody is, or stand in a number.
#pragma once

#include <cstddef>
#include <string_view>

#include "notice_signs/notice_item_words.h"

namespace jianbao {

class LostHeads {
 public:
  /// `from`: behind the party.
  LostHeads(std::string_view text, std::size_t from, const ItemWords& words) : text_(text), from_(behind_identity(text, from, words)), words_(words) {}

  /// Behind the party, and the paper by which he is known.
  std::size_t from() const { return from_; }

  /// Where the next thing's head word begins, at or behind `at`, which is set behind it; npos where no further one does. `first`: none was found before.
  std::size_t next(std::size_t& at, bool first, std::size_t& kind) const;

 private:
  static std::size_t behind_identity(std::string_view text, std::size_t at, const ItemWords& words);
  bool is_numbered(std::size_t head, std::size_t behind, bool first) const;
  bool labels_lost(std::size_t head, std::size_t behind, bool first) const;
  std::size_t labelled_number_end(std::size_t at) const;
  bool ends_loss(std::size_t at) const;
  bool is_next_school_paper(std::size_t head, std::size_t behind) const;
  std::size_t behind_owner(std::size_t head) const;
  bool tells_identity(std::size_t head) const;
  bool inside_deed_number(std::size_t head, std::size_t behind) const;

  std::string_view text_;
  std::size_t from_;
  const ItemWords& words_;
};

}  // namespace jianbao
