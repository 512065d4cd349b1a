// Which lines of an article are headings: of the next notice, of a column, of a court.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "notice_groups/notice_group_state.h"

namespace jianbao {

class HeadingJudge : GroupJudge {
 public:
  explicit HeadingJudge(const GroupState& state) : GroupJudge(state) {}

  bool is_heading(const Block& block, std::string_view text) const;

  /// 遗失声明。: a heading whose next line begins with a bullet that was read as a stop, which cleaning puts behind the heading.
  bool is_stopped_heading(std::string_view text) const;

  /// 遗⏎失⏎声⏎明: the last of the lines of one character each that make up a heading set vertically; `first` where they make up none.
  std::size_t last_of_vertical(std::size_t first) const;

  /// The lines of such a heading.
  std::string joined(std::size_t first, std::size_t last) const;

 private:
  bool breaks_off_above(std::string_view text) const;
  bool names_other_kind(std::string_view text) const;
  bool is_bare(std::string_view text) const;
  bool stands_over_notices(std::string_view text) const;
  bool is_under_court() const;
  bool is_next_court(std::string_view text) const;
};

}  // namespace jianbao
