#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

namespace tools {
namespace {

constexpr std::array<std::string_view, 6> kStageNames = {"reading", "decoding", "cleaning", "splitting", "records", "writing"};
constexpr double kPatience = 1;   // seconds before anything is shown
constexpr double kInterval = 0.2;

/// 0 where one of them is no plain file. Standard input may be one.
std::uintmax_t size_of(std::vector<std::string> files) {
  if (files.empty()) files.emplace_back("-");
  std::uintmax_t total = 0;
  for (const std::string& name : files) {
    const std::filesystem::path file = name == "-" ? "/dev/stdin" : name;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return 0;
    total += std::filesystem::file_size(file, error);
  }
  return total;
}

}  // namespace

void Work::print(std::string_view tool) const {
  const double megabytes = static_cast<double>(bytes_) / 1e6;
  fmt::print(stderr, "{}: {} pages or records, {:.1f} MB, {:.2f} s, {:.1f} MB/s\n", tool, units(), megabytes, seconds(), megabytes / seconds());
  for (std::size_t i = 0; i < kStages; ++i)
    if (const std::chrono::duration<double> spent = Clock::duration(spent_[i]); spent.count() > 0)
      fmt::print(stderr, "{}: {:<9} {:8.2f} s\n", tool, kStageNames[i], spent.count());
}

Progress::Progress(const Work& work, const std::vector<std::string>& files, bool wanted)
    : work_(work), on_(wanted && ::isatty(STDERR_FILENO) != 0) {
  if (on_) total_ = size_of(files);
}

Progress::~Progress() {
  if (shown_) fmt::print(stderr, "\r\x1B[K");
}

void Progress::show() {
  if (!on_) return;
  const double now = work_.seconds();
  if (now < kPatience || now - last_ < kInterval) return;
  last_ = now;
  shown_ = true;
  const auto done = static_cast<double>(work_.bytes());
  fmt::print(stderr, "\r\x1B[K{} pages, {:.1f} MB/s", work_.units(), done / 1e6 / now);
  if (total_ > 0 && done > 0) fmt::print(stderr, ", {:.0f} s left", now * (static_cast<double>(total_) / done - 1));
  std::fflush(stderr);
}

}  // namespace tools
