// What readers of a notice's parts ask of its record, and add to it.
#pragma once

#include <algorithm>
#include <string_view>

#include "jianbao/records.h"

namespace jianbao {

/// Each flag once.
inline void add_flag(Notice& notice, std::string_view flag) {
  if (std::find(notice.flags.begin(), notice.flags.end(), flag) == notice.flags.end()) notice.flags.emplace_back(flag);
}

inline bool has_party(const Notice& notice, std::string_view name) {
  return std::any_of(notice.parties.begin(), notice.parties.end(), [&](const Party& party) { return party.name == name; });
}

}  // namespace jianbao
