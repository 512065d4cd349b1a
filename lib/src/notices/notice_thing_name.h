// The name of a thing that was lost: from its head word (驾驶证) back, without what only stands before it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// Bounds the name of a thing.
bool ends_thing(char32_t c);

struct ThingName {
  std::string name;
  std::string issuer;     ///< an organisation right before the name
  std::size_t begin = 0;  ///< behind the act of issuing that stood before it; 0 where none did
};

/// `name` without possessives, whose the thing is, where it lies and who issued it. `head`: where in it the head word begins, which is
/// never cut; `behind_number`: a number or a mark stands before it, no Han.
ThingName bare_name(std::string_view name, std::size_t head, bool behind_number, const Rules& rules);

}  // namespace jianbao
