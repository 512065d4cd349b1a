// Shared libraries that few runs need, loaded when one does: together they take longer to load than a page takes.
#pragma once

#include <string>

namespace jianbao {

class LazyLibrary {
 public:
  /// Loads it; it stays until the process ends. Throws std::runtime_error where it is not installed.
  explicit LazyLibrary(std::string soname);

  /// A function of C. Throws std::runtime_error where there is none of this name.
  template <class Function>
  Function function(const char* name) const {
    return reinterpret_cast<Function>(address(name));
  }

 private:
  void* address(const char* name) const;

  std::string soname_;
  void* handle_;
};

}  // namespace jianbao
