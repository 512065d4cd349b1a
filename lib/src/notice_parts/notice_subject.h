// Whom the text of a notice begins with.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// The party that a notice's text begins with, or that one of its first clauses begins with; `end` is set behind it.
/// Where it issued what another one lost (甲公司2015年6月1日开给李四的收据), that one; `issue` is set to the words before the name.
std::vector<Party> read_subject(std::string_view text, const Rules& rules, std::size_t* end = nullptr, std::string_view* issue = nullptr);

/// The same, read where it is first asked for: several questions about one notice need it.
class Subject {
 public:
  Subject(std::string_view text, const Rules& rules) : text_(text), rules_(rules) {}

  const std::vector<Party>& parties() const {
    if (!parties_) parties_ = read_subject(text_, rules_, &end_, &issue_);
    return *parties_;
  }
  /// 0 where there is none.
  std::size_t end() const { return parties(), end_; }
  /// Who issued the thing that it lost, up to the act of issuing; empty where the text does not begin so.
  std::string_view issue() const { return parties(), issue_; }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  const Rules& rules_;
  mutable std::optional<std::vector<Party>> parties_;
  mutable std::size_t end_ = 0;
  mutable std::string_view issue_;
};

}  // namespace jianbao
