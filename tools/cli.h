// What all tools share: the command line, the loop over the input, exit codes and closed pipes.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "jianbao/jianbao.h"
#include "output.h"

namespace tools {

/// How a tool presents itself.
struct Description {
  std::string name;
  std::string purpose;   ///< one sentence
  std::string examples;  ///< lines of a shell, printed under --help
};

/// One unit of input, as far as earlier stages have taken it. `articles` is filled where the tool splits.
struct Sheet {
  std::optional<jianbao::Page> page;        ///< absent where the input was an article record
  std::vector<jianbao::Article> articles;
  std::string file;  ///< that the page was read from; empty where it came through a pipe or from who knows where
};

/// A tool: its options, and what it does with one sheet. `each` may run on several sheets at once.
struct Tool {
  Description description;
  std::function<void(CLI::App&)> add_options = [](CLI::App&) {};
  bool stats = false;                         ///< whether to say on standard error what was read and how time was spent
  bool explain = false;                       ///< whether to say on standard error which pieces were weighed and joined
  bool splits = true;                         ///< whether it wants articles; else pages only
  bool undoes = false;                        ///< whether it wants pages that were cleaned: no text, and no bare objects with a text
  std::optional<Kind> records;                ///< what it writes; nothing: text of its own
  std::function<void(const jianbao::Rules&)> start = [](const jianbao::Rules&) {};  ///< throws std::invalid_argument to exit with 2
  std::function<void(const Sheet&, const jianbao::Rules&, Output&)> each;      ///< for tools that write records
  std::function<std::string(const Sheet&, const jianbao::Rules&)> each_text;   ///< for the others
  bool pages = true;                          ///< that text is a text stream, whose pages are parted by form feeds
  /// Where given, all sheets are kept until the input ends, handed to it in order, and only then written. Returns what is to be said of
  /// them on standard error.
  std::function<std::vector<std::string>(std::vector<Sheet>&, const jianbao::Rules&)> all;
  std::function<int(bool whole)> finish = [](bool) { return 0; };              ///< adds to the exit status; `whole`: all input was read
  jianbao::CleanOptions* clean = nullptr;     ///< how pages are cleaned; null: as usual
};

/// Names of an option's values, in the order in which they are listed.
template <class T>
using Choices = std::vector<std::pair<std::string, T>>;

/// The value of a name; a wrong command line, and what could stand there, where it is none.
template <class T>
T chosen(const std::string& option, const std::string& name, const Choices<T>& choices) {
  std::string names;
  for (const auto& [known, value] : choices) {
    if (name == known) return value;
    names += (names.empty() ? "" : ", ") + known;
  }
  throw CLI::ValidationError(option, "'" + name + "' is not one of " + names);
}

/// Run it: parse, read, process in order, write. Returns the exit status of the contract.
int run(int argc, char** argv, Tool& tool);

}  // namespace tools
