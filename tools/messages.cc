#include "messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace tools {

Messages::Messages(std::string tool, bool verbose)
    : before_((::isatty(STDERR_FILENO) != 0 ? "\r\x1B[K" : "") + std::move(tool)), verbose_(verbose) {}

void Messages::print(std::string_view what, std::string_view text) const {
  fmt::print(stderr, "{}: {}{}\n", before_, what, text);
}

void Messages::error(std::string_view text) {
  status_ = 1;
  print("", text);
}

void Messages::warning(std::string_view text) { print("warning: ", text); }

void Messages::note(std::string_view text) {
  if (verbose_) print("", text);
}

}  // namespace tools
