// What a tool says on standard error.
#pragma once

#include <string>
#include <string_view>

namespace tools {

/// Messages of the form `tool: file: what`, and the exit status that follows from them.
class Messages {
 public:
  explicit Messages(std::string tool, bool verbose = false);
  void error(std::string_view text);    ///< some input could not be read: the tool goes on and exits with 1
  void warning(std::string_view text);  ///< something a user should know; the exit status stays
  void note(std::string_view text);     ///< what is being done, for those who asked for it
  int status() const { return status_; }

 private:
  void print(std::string_view what, std::string_view text) const;

  std::string before_;  // each message: the name of the tool, on a line cleared of what Progress shows there
  bool verbose_;
  int status_ = 0;
};

}  // namespace tools
