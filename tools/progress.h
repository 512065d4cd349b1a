// What a long run tells about itself: a line on a terminal while it lasts, counts and times when it is done.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tools {

/// What time is counted for.
enum class Stage { read, decode, clean, split, records, write };

/// Counts of a run, added to from any thread.
class Work {
 public:
  using Clock = std::chrono::steady_clock;

  /// Adds the time of its life to a stage.
  class Timer {
   public:
    Timer(Work& work, Stage stage) : spent_(work.spent_[static_cast<std::size_t>(stage)]) {}
    ~Timer() { spent_ += (Clock::now() - begin_).count(); }
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

   private:
    std::atomic<Clock::rep>& spent_;
    Clock::time_point begin_ = Clock::now();
  };

  void add_unit(std::size_t bytes) { ++units_, bytes_ += bytes; }
  std::size_t units() const { return units_; }
  std::size_t bytes() const { return bytes_; }
  double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

  /// On standard error: pages or records read, bytes, seconds, and how the processors' time was spent.
  void print(std::string_view tool) const;

 private:
  static constexpr std::size_t kStages = 6;
  std::array<std::atomic<Clock::rep>, kStages> spent_{};
  std::atomic<std::size_t> units_ = 0, bytes_ = 0;
  Clock::time_point begin_ = Clock::now();
};

/// A line on standard error, written over itself a few times a second from the second second on: what is done, how fast,
/// and how long it will take where the sizes of all files are known.
class Progress {
 public:
  /// Shows nothing unless `wanted` and standard error is a terminal.
  Progress(const Work& work, const std::vector<std::string>& files, bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// To be called now and then, by one thread.
  void show();

 private:
  const Work& work_;
  bool on_, shown_ = false;
  std::uintmax_t total_ = 0;  // bytes; 0: not known
  double last_ = 0;           // seconds
};

}  // namespace tools
