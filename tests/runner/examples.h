// Specification files: Markdown whose fences hold a stage, an input and the result that it must give. See tests/README.md.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct Example {
  std::string stage;               ///< first word of the fence
  std::vector<std::string> words;  ///< the others
  std::string input;               ///< with the escapes undone
  std::string expected;            ///< as it stands in the file
  std::size_t line = 0;            ///< of the fence
  std::size_t begin = 0, end = 0;  ///< bytes of the expected result in the file
};

/// Throws std::runtime_error where a fence is not closed or has no `.` line.
std::vector<Example> read_examples(std::string_view markdown, const std::string& name);

/// `␠ ␉ ␌ ␍ \u{FEFF}` as the characters they stand for, and back again: spaces only where they end a line.
std::string unescape(std::string_view text);
std::string escape(std::string_view text);

std::string read_file(const std::filesystem::path& path);

}  // namespace tests
