#include "text/embedded.h"

#include "embedded_files.inc"

namespace jianbao {

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

}  // namespace jianbao
