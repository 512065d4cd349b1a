// spec [--tools DIR | --bless] FILE.md…: run the examples of specification files and show where a result is another one.
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <string>

#include "stages.h"

namespace {

struct Counts {
  int passed = 0, failed = 0, skipped = 0;
};

void show(const char* mark, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::printf("  %s %s\n", mark, text.substr(at, end - at).c_str());
    at = end + 1;
  }
}

/// The result of an example; an exception is a result too, so that the other examples are still run.
tests::ToolResult result_of(const tests::Example& example, const std::string& bin) {
  try {
    return bin.empty() ? tests::ToolResult{true, tests::by_library(example)} : tests::by_tool(example, bin);
  } catch (const std::exception& error) {
    return {true, std::string("exception: ") + error.what() + '\n'};
  }
}

void run(const std::string& file, const std::string& bin, bool bless, Counts& counts) {
  const std::string markdown = tests::read_file(file);
  std::string blessed;
  std::size_t copied = 0;
  for (const tests::Example& example : tests::read_examples(markdown, file)) {
    const tests::ToolResult result = result_of(example, bin);
    if (!result.applies) {
      ++counts.skipped;
      continue;
    }
    blessed.append(markdown, copied, example.begin - copied).append(result.text);
    copied = example.end;
    if (result.text == example.expected) {
      ++counts.passed;
      continue;
    }
    ++counts.failed;
    std::printf("%s:%zu: %s\n", file.c_str(), example.line, example.stage.c_str());
    show("-", example.expected);
    show("+", result.text);
  }
  blessed.append(markdown, copied);
  if (bless && blessed != markdown) std::ofstream(file, std::ios::binary) << blessed;
}

}  // namespace

int main(int argc, char** argv) {
  std::string bin;
  bool bless = false;
  Counts counts;
  try {
    for (int i = 1; i < argc; ++i) {
      if (!std::strcmp(argv[i], "--tools") && i + 1 < argc)
        bin = argv[++i];
      else if (!std::strcmp(argv[i], "--bless"))
        bless = true;
      else
        run(argv[i], bin, bless, counts);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "spec: %s\n", error.what());
    return 2;
  }
  std::printf("%d passed, %d failed, %d skipped\n", counts.passed, counts.failed, counts.skipped);
  return counts.failed > 0 && !bless ? 1 : 0;
}
