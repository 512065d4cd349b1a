// What a tool says on standard error.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tools {

/// Messages of the form `tool: file: what`, and the exit status that follows from them.
class Messages {
 public:
  explicit Messages(std::string tool, bool verbose = false);
  void error(std::string_view text);    ///< some input could not be read: the tool goes on and exits with 1
  void warning(std::string_view text);  ///< something a user should know; the exit status stays
  void say(std::string_view text);      ///< what a user asked for
  void note(std::string_view text);     ///< what is being done, for those who asked for it
  int status() const { return status_; }

 private:
  void print(std::string_view what, std::string_view text) const;

  std::string before_;  // each message: the name of the tool, on a line cleared of what Progress shows there
  bool verbose_;
  int status_ = 0;
};

/// Messages to which one input may give rise without number: the first of them, and how many there are.
struct Many {
  static constexpr std::size_t kKept = 10;
  std::vector<std::string> texts;
  std::size_t count = 0;

  /// `text` makes the message, where it is one of the first.
  template <class Text>
  void add(const Text& text) {
    if (++count <= kKept) texts.push_back(text());
  }
};

/// Says the first few of all such messages about an input, and counts the others when the next input comes.
class Tally {
 public:
  /// `few`: at most Many::kKept. `rest` is what the others are, behind their number.
  Tally(std::function<void(std::string_view)> say, std::size_t few, std::string rest) : say_(std::move(say)), few_(few), rest_(std::move(rest)) {}
  void add(const std::string& input, const Many& many);
  void settle();  ///< no more comes of this input

 private:
  std::function<void(std::string_view)> say_;
  std::size_t few_;
  std::string rest_, input_;
  std::size_t said_ = 0, unsaid_ = 0;
};

}  // namespace tools
