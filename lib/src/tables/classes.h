// The classes that patterns may name.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "text/char_signature.h"

namespace jianbao {

struct CharClass {
  std::string_view name;
  std::size_t (*match)(std::string_view text, std::size_t at);  ///< where it ends that begins at `at`; npos where it does not match
  CharSignature begins, ends;                                   ///< the characters that it can begin and end with
  std::u32string_view needs = {};                               ///< characters of which one at least stands in it
};

/// All of them; classes.cc lists them.
std::span<const CharClass> char_classes();

/// The class of a name, or null where there is none.
const CharClass* find_class(std::string_view name);

}  // namespace jianbao
