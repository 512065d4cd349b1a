// From where the people of a byline report: 本报记者 李春燕 发自武汉, 通讯员 高强 武汉报道.
#pragma once

#include <string>
#include <string_view>

#include "jianbao/rules.h"
#include "split/byline_roles.h"

namespace jianbao {

/// A byline, and from where its people report: 本报记者 李春燕 | 发自武汉, 通讯员 高强 | 武汉报道.
struct Reported {
  std::string people;  ///< empty: they stand alone
  std::string_view place;
};

Reported read_report(std::string_view text, const BylineRoles& roles, const Rules& rules);

}  // namespace jianbao
