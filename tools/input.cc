#include "input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace tools {
namespace {

constexpr std::size_t kBuffer = 256 * 1024;  // as large as a pipe delivers at once, and a page mostly fits

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

void Messages::error(std::string_view text) {
  status_ = 1;
  fmt::print(stderr, "{}: {}\n", tool_, text);
}

void Messages::warning(std::string_view text) { fmt::print(stderr, "{}: warning: {}\n", tool_, text); }

Input::Input(std::vector<std::string> files, std::string encoding, Messages& messages)
    : files_(std::move(files)), encoding_(std::move(encoding)), messages_(messages) {
  if (files_.empty()) files_.emplace_back("-");
}

Input::~Input() { close(); }

void Input::close() {
  if (handle_ > STDIN_FILENO) ::close(handle_);
  handle_ = -1;
}

bool Input::fill() {
  if (at_end_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kBuffer);
  ssize_t got = 0;
  do got = ::read(handle_, buffer_.data() + size, kBuffer);
  while (got < 0 && errno == EINTR);
  buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) messages_.error(fmt::format("{}: {}", name_.empty() ? "standard input" : name_, std::strerror(errno)));
  at_end_ = got <= 0;
  broken_ = got < 0;
  return got > 0;
}

bool Input::open_next() {
  while (file_ < files_.size()) {
    close();
    const std::string& name = files_[file_++];
    name_ = name == "-" ? "" : name;
    handle_ = name_.empty() ? STDIN_FILENO : ::open(name_.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle_ < 0) {
      messages_.error(fmt::format("{}: {}", name_, std::strerror(errno)));
      continue;
    }
    start_file();
    return true;
  }
  return false;
}

void Input::start_file() {
  stem_ = name_.empty() ? "stdin" : std::filesystem::path(name_).stem().string();
  buffer_.clear();
  at_ = page_ = line_ = offset_ = 0;
  at_end_ = broken_ = false;
  std::size_t blank = 0;
  for (;; ++blank) {
    if (blank == buffer_.size() && !fill()) break;
    if (!is_blank(buffer_[blank])) break;
  }
  wide_ = buffer_.starts_with("\xFF\xFE") || buffer_.starts_with("\xFE\xFF") || encoding_.starts_with("UTF-16");
  records_ = blank < buffer_.size() && buffer_[blank] == '{';
  if (buffer_.empty() && at_end_ && !broken_) messages_.warning(fmt::format("{}: empty", name_.empty() ? "standard input" : name_));
}

bool Input::take_until(char end, std::string& out) {
  for (std::size_t from = at_;;) {
    if (const std::size_t found = buffer_.find(end, from); found != std::string::npos) {
      out.assign(buffer_, at_, found - at_);
      at_ = found + 1;
      return true;
    }
    from = buffer_.size() - at_;
    if (!fill()) break;
  }
  out.assign(buffer_, at_);
  at_ = buffer_.size();
  return !out.empty();
}

/// In UTF-16 the byte of a form feed is half of some other character.
bool Input::take_rest(std::string& out) {
  while (fill()) {
  }
  out.assign(buffer_, at_);
  at_ = buffer_.size();
  return !out.empty();
}

bool Input::next(Unit& unit) {
  for (;;) {
    if (handle_ < 0 && !open_next()) return false;
    unit = {};
    unit.file = name_;
    unit.encoding = encoding_;
    if (records_) {
      if (take_until('\n', unit.bytes)) {
        unit.line = ++line_;
        unit.id = stem_;
        if (unit.bytes.find_first_not_of(" \t\r") == std::string::npos) continue;
        return true;
      }
    } else if (wide_ ? take_rest(unit.bytes) : take_until('\f', unit.bytes)) {
      unit.offset = offset_;
      offset_ += unit.bytes.size() + 1;
      ++page_;
      unit.id = page_ == 1 ? stem_ : fmt::format("{}#{}", stem_, page_);
      return true;
    }
    close();
  }
}

}  // namespace tools
