// Telephone numbers: mobile, fixed, service lines; local numbers and short ones only behind a label.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"

namespace jianbao {

struct Phone {
  std::string number;  ///< ASCII: `13907350268`, `0735-2345678-802`
  bool mobile = false;
  std::size_t begin = 0, end = 0;
};

/// All telephone numbers of a text, in order, each once.
std::vector<Phone> find_phones(std::string_view text, const Rules& rules);

}  // namespace jianbao
