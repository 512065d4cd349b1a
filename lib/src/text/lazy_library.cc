#include "text/lazy_library.h"

#include <dlfcn.h>

#include <stdexcept>

namespace jianbao {

LazyLibrary::LazyLibrary(std::string soname)
    : soname_(std::move(soname)), handle_(::dlopen(soname_.c_str(), RTLD_LAZY | RTLD_LOCAL)) {
  if (!handle_) throw std::runtime_error(::dlerror());
}

void* LazyLibrary::address(const char* name) const {
  void* const found = ::dlsym(handle_, name);
  if (!found) throw std::runtime_error(soname_ + ": no function " + name);
  return found;
}

}  // namespace jianbao
