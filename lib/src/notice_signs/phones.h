// Telephone numbers: mobile, fixed, service lines; local numbers and short ones only behind a label.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"

namespace jianbao {

struct Phone {
  std::string number;  ///< ASCII: `13907350268`, `0735-2345678-802`
  bool mobile = false;
  bool guessed = false;  ///< a letter was read as a digit
  std::size_t begin = 0, end = 0;
};

/// All telephone numbers of a text, in order, each once.
std::vector<Phone> find_phones(std::string_view text, const Rules& rules);

/// The local number without a label that a small ad ends with: …，24小时服务，5205511 or …5205511 王先生. Asked only of small ads:
/// elsewhere any number may stand so.
std::optional<Phone> closing_phone(std::string_view text, const Rules& rules);

/// Whether a short text ends with the telephone to call, who answers it may stand behind.
bool ends_with_phone(std::string_view text, const Rules& rules);

}  // namespace jianbao
