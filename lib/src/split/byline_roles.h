// What people of a byline did, 记者, 文／图, and what may stand in one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"
#include "tables/word_list.h"
#include "text/chars.h"

namespace jianbao {

inline constexpr std::size_t kLongestByline = 180;  // bytes; six names with their offices

/// What parts the people of a byline.
inline bool is_separator(char32_t c) { return is_space(c) || c == U'/' || c == U'／' || c == U'：' || c == U':' || c == U'、' || c == U'|' || c == U'｜'; }

/// The words that say what somebody did.
struct BylineRoles {
  explicit BylineRoles(const Rules::Tables& tables);

  /// Bytes of the role at `at`; 0 where there is none. A role of one character (文 图 摄) is one only where it stands
  /// apart, over 本报, or ends the text: these are parts of names as well.
  std::size_t at(std::string_view text, std::size_t at) const;
  WordList roles, presses;
};

/// A text without the spaces and marks around it.
std::string_view strip_marks(std::string_view text);

/// Nothing stands in it that no byline has; it is no longer than one.
bool may_be_byline(std::string_view text);

/// A role, and what stands before it.
struct RolePiece {
  std::string_view role;
  std::string_view before;  // between the role before and this one
  bool closes = false;      // stands behind the names that it belongs to: 李强/文
};

/// The roles of the text with what stands before each; the rest behind the last.
std::vector<RolePiece> find_roles(std::string_view text, const BylineRoles& roles, std::string_view& rest, const Rules& rules);

}  // namespace jianbao
