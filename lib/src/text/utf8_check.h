// Whether bytes are UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace jianbao {

/// Length of the well-formed sequence at `at`, or 0 (Unicode 3.9, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t at);

bool is_valid_utf8(std::string_view bytes);

}  // namespace jianbao
