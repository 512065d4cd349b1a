// The files of lib/data, compiled into the library by cmake/embed.cmake.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace jianbao {

/// Without a constructor that runs, so that the files are there before anything of the program is.
struct EmbeddedFile {
  std::string_view name;  ///< the file's stem
  const unsigned char* bytes;
  std::size_t size;

  std::string_view text() const { return {reinterpret_cast<const char*>(bytes), size}; }
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace jianbao
