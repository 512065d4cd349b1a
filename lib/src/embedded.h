// The files of lib/data, compiled into the library by cmake/embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace jianbao {

struct EmbeddedFile {
  std::string_view name;  ///< the file's stem
  std::string_view text;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace jianbao
