// Whether bytes are UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace jianbao {

/// Length of the well-formed sequence at `at`, or 0 (Unicode 3.9, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t at);

/// Behind the well-formed sequences that begin at `at`.
std::size_t end_of_valid(std::string_view bytes, std::size_t at);

inline bool is_valid_utf8(std::string_view bytes) { return end_of_valid(bytes, 0) == bytes.size(); }

}  // namespace jianbao
