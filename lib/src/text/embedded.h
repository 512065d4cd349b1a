// The files of lib/data, compiled into the library: cmake/embed.cmake makes embedded_files.inc of them.
#pragma once

#include <span>
#include <string_view>

namespace jianbao {

/// Without a constructor that runs, so that the files are there before anything of the program is.
struct EmbeddedFile {
  std::string_view name;  ///< the file's stem
  std::string_view text;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace jianbao
