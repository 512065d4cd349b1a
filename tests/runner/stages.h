// What an example's stage makes of its input: by the library, or by the tools.
#pragma once

#include <string>

#include "examples.h"

namespace tests {

/// The result as it should stand in the file. Throws std::runtime_error where stage or words are unknown.
std::string by_library(const Example& example);

/// Likewise with the tools of a folder; `applies` is false for stages that no tool shows.
struct ToolResult {
  bool applies = true;
  std::string text;
};
ToolResult by_tool(const Example& example, const std::string& bin);

}  // namespace tests
