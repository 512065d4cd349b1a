#include "messages.h"

#include <fmt/format.h>

#include <cstdio>

namespace tools {

void Messages::error(std::string_view text) {
  status_ = 1;
  fmt::print(stderr, "{}: {}\n", tool_, text);
}

void Messages::warning(std::string_view text) { fmt::print(stderr, "{}: warning: {}\n", tool_, text); }

void Messages::note(std::string_view text) {
  if (verbose_) fmt::print(stderr, "{}: {}\n", tool_, text);
}

}  // namespace tools
