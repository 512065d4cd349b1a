// The classes that patterns may name.
#pragma once

#include <cstddef>
#include <string_view>

namespace jianbao {

/// Where a class ends that begins at `at` of the text; npos where it does not match there.
using CharClass = std::size_t (*)(std::string_view text, std::size_t at);

/// The class of a name, or null where there is none; classes.cc lists them.
CharClass find_class(std::string_view name);

}  // namespace jianbao
