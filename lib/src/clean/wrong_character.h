// What may be wrong with the characters of a text.
#pragma once

#include <string>

#include "clean/edits.h"
#include "jianbao/page.h"

namespace jianbao {

/// A wrong character or string and what it should be.
struct WrongCharacter {
  Span at;
  std::string right;
  Rule rule;
  bool certain;
  bool stays = false;  ///< whatever is asked for: the text gives what others wrote
};

}  // namespace jianbao
