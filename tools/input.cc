#include "input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "jianbao/clean.h"

namespace tools {
namespace {

/// Its characters have two bytes or four.
bool is_wide_encoding(std::string_view name) { return name.starts_with("UTF-16") || name.starts_with("UTF-32"); }

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kBuffer = 64 * 1024;  // as much as a pipe delivers at once, and a page mostly fits

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// [{"id": …
bool is_array(std::string_view text) {
  if (!text.starts_with('[')) return false;
  const std::size_t brace = text.find_first_not_of(" \n\r\t", 1);
  return brace != std::string_view::npos && text[brace] == '{' && text.find_first_not_of(" \n\r\t", brace + 1) == text.find('"', brace);
}

/// Where to cut what is too long: behind an empty line, else behind a line, else before a character.
std::size_t cut_of(std::string_view bytes) {
  for (const std::string_view mark : {"\n\n", "\n"})
    if (const std::size_t found = bytes.rfind(mark); found != std::string_view::npos) return found + mark.size();
  for (std::size_t back = 1; back <= 4 && back < bytes.size(); ++back)
    if ((static_cast<unsigned char>(bytes[bytes.size() - back]) & 0xC0) != 0x80) return bytes.size() - back;
  return bytes.size();
}

}  // namespace

Input::Input(Reading reading, Messages& messages) : reading_(std::move(reading)), messages_(messages), chunk_(std::make_unique_for_overwrite<char[]>(kBuffer)) {
  if (reading_.files.empty()) reading_.files.emplace_back("-");
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
  ssize_t got = 0;
  do got = ::read(handle_, chunk_.get(), kBuffer);
  while (got < 0 && errno == EINTR);
  buffer_.append(chunk_.get(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) messages_.error(fmt::format("{}: {}", shown_name(), std::strerror(errno)));
  at_end_ = got <= 0;
  broken_ = got < 0;
  return got > 0;
}

bool Input::open_next() {
  while (file_ < reading_.files.size()) {
    close();
    const std::string& name = reading_.files[file_++];
    name_ = name == "-" ? "" : name;
    handle_ = name_.empty() ? STDIN_FILENO : ::open(name_.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle_ < 0) {
      messages_.error(fmt::format("{}: {}", name_, std::strerror(errno)));
      continue;
    }
    start_file();
    if (reading_.records_only && !records_ && !buffer_.empty()) {
      messages_.error(fmt::format("{}: text, where page records are read", shown_name()));
      continue;
    }
    return true;
  }
  return false;
}

void Input::start_file() {
  messages_.note(fmt::format("reading {}", shown_name()));
  stem_ = name_.empty() ? "stdin" : std::filesystem::path(name_).stem().string();
  buffer_.clear();
  start_numbers();
  at_ = line_ = offset_ = 0;
  at_end_ = broken_ = false;
  fill();
  std::size_t blank = buffer_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (;; ++blank) {
    if (blank == buffer_.size() && !fill()) break;
    if (!is_blank(buffer_[blank])) break;
  }
  wide_ = is_wide();
  records_ = wide_ ? narrow_records() : blank < buffer_.size() && buffer_[blank] == '{';  // 第 begins with the byte of { in UTF-16BE
  if (records_ && buffer_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  record_encoding_ = records_ ? find_record_encoding() : "";
  if (!records_ && is_array(std::string_view(buffer_).substr(std::min(blank, buffer_.size())))) messages_.warning(fmt::format("{}: a JSON array is read as text; records stand on a line each", shown_name()));
  if (buffer_.empty() && at_end_ && !broken_) messages_.warning(fmt::format("{}: empty", shown_name()));
}

/// Records in UTF-16 or UTF-32, which no line end parts as bytes, are read as UTF-8 from here on; what is no record is left as it is.
bool Input::narrow_records() {
  const std::string begin = jianbao::decode(std::string_view(buffer_).substr(0, buffer_.size() & ~std::size_t{3}), reading_.encoding).text;
  const std::size_t first = begin.find_first_not_of(" \n\r\t", begin.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  if (first == std::string::npos || begin[first] != '{') return false;
  while (fill()) {
  }
  buffer_ = jianbao::decode(buffer_, reading_.encoding).text;
  wide_ = false;
  return true;
}

/// That of records, where it is not UTF-8: as named, or as the whole lines at hand show.
std::string Input::find_record_encoding() const {
  if (!reading_.encoding.empty()) return is_wide_encoding(reading_.encoding) ? "" : reading_.encoding;
  return jianbao::decode(std::string_view(buffer_).substr(at_, buffer_.rfind('\n') - at_)).encoding;
}

/// Where the numbers of a file begin: behind those of other files of its stem, or where they began before.
void Input::start_numbers() {
  std::error_code error;
  const std::string path = std::filesystem::absolute(name_, error).lexically_normal().string();
  number_ = begins_.try_emplace(error ? name_ : path, counts_[stem_]).first->second;
}

std::size_t Input::next_number() {
  ++number_;
  counts_[stem_] = std::max(counts_[stem_], number_);
  return number_;
}

std::string_view Input::shown_name() const { return name_.empty() ? std::string_view("standard input") : name_; }

/// Whether the file is in UTF-16 or UTF-32, which has a zero in every line end.
bool Input::is_wide() const {
  if (!reading_.encoding.empty()) return is_wide_encoding(reading_.encoding);
  const std::string_view mark = std::string_view(buffer_).substr(0, 4);  // UTF-32LE begins with that of UTF-16LE
  if (mark.starts_with("\xFF\xFE") || mark.starts_with("\xFE\xFF") || mark == std::string_view("\0\0\xFE\xFF", 4)) return true;
  return buffer_.find('\0') != std::string::npos && is_wide_encoding(jianbao::decode(buffer_).encoding);
}

/// The bytes up to `end`, which is passed over; of more than `most` bytes a part, and `cut_` says so.
bool Input::take_until(char end, std::size_t most, std::string& out) {
  cut_ = false;
  for (std::size_t from = at_;;) {
    const std::size_t found = std::string_view(buffer_).substr(0, at_ + std::min(most, buffer_.size() - at_)).find(end, from);
    if (found != std::string::npos) {
      out.assign(buffer_, at_, found - at_);
      at_ = found + 1;
      return true;
    }
    if (buffer_.size() - at_ > most) {
      cut_ = true;
      out.assign(buffer_, at_, cut_of(std::string_view(buffer_).substr(at_, most)));
      at_ += out.size();
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
  cut_ = false;
  while (fill()) {
  }
  out.assign(buffer_, at_);
  at_ = buffer_.size();
  return !out.empty();
}

/// A page's number counts its parts as well, if it was cut.
bool Input::take_page(Unit& unit) {
  if (!(wide_ ? take_rest(unit.bytes) : take_until('\f', reading_.max_page, unit.bytes))) return false;
  // A form feed that ends the file parts its last page from none, and stays with it.
  const bool feed = !wide_ && !cut_ && at_ > 0 && at_ == buffer_.size() && buffer_[at_ - 1] == '\f';
  unit.feed = feed && !fill();
  if (unit.feed) unit.bytes += '\f';
  unit.offset = offset_;
  unit.cut = cut_;
  offset_ += unit.bytes.size() + (cut_ ? 0 : 1);
  const std::size_t number = next_number();
  unit.id = number == 1 ? stem_ : fmt::format("{}#{}", stem_, number);
  if (cut_)
    messages_.warning(fmt::format("{}: a page is longer than {} bytes and is cut at byte {}", shown_name(), reading_.max_page, offset_));
  return true;
}

bool Input::next(Unit& unit) {
  for (;;) {
    if (handle_ < 0 && !open_next()) return false;
    unit = {};
    unit.file = name_;
    unit.encoding = reading_.encoding;
    if (records_) {
      if (take_until('\n', std::string::npos, unit.bytes)) {
        unit.line = ++line_;
        unit.encoding = record_encoding_;
        unit.id = fmt::format("{}#{}", stem_, next_number());
        if (unit.bytes.find_first_not_of(" \t\r") == std::string::npos) continue;
        return true;
      }
    } else if (take_page(unit)) {
      return true;
    }
    close();
  }
}

}  // namespace tools
