#include "messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
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

void Messages::say(std::string_view text) { print("", text); }

void Messages::note(std::string_view text) {
  if (verbose_) print("", text);
}

void Tally::add(const std::string& input, const Many& many) {
  if (many.count == 0) return;
  if (input != input_) {
    settle();
    input_ = input;
  }
  const std::size_t few = std::min(many.texts.size(), few_ - said_);
  for (std::size_t i = 0; i < few; ++i) say_(many.texts[i]);
  said_ += few;
  unsaid_ += many.count - few;
}

void Tally::settle() {
  if (unsaid_ > 0) say_(fmt::format("{}: … and {} {}", input_, unsaid_, rest_));
  said_ = unsaid_ = 0;
}

}  // namespace tools
