// mutants COUNT SEED FILE...: COUNT pieces of the files, each damaged at random, through what must hold of any bytes (journey.h).
// Prints every input for which something does not hold, with its number; the same arguments always give the same inputs.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "journey.h"

namespace {

/// Characters on which rules turn: marks of both widths, white space, numerals, words and marks of Markdown.
const std::vector<std::string> kPieces = {"\n", "\n\n", "  ", "\u3000", "\t", "# ", "**", "●", "|", "①", "（", "）", "(", ")", "，", ",", "。", ".", "：", ":", "；", ";",
                                          "“", "”", "\"", "‘", "《", "》", "<", ">", "〈", "—", "-", "…", "·", "一", "十", "〇", "O", "l", "1", "20", "第", "条", "年", "月",
                                          "電", "於", "ａ", "１", "％", "\u200B", "\uFEFF", "\u00AD", "\u2F00", "\uF900", "\uE000", "e\u0301", "ｶﾞ", "\U00020000", "\xFF", "\xE4\xB8"};

class Mutator {
 public:
  Mutator(std::vector<std::string> files, unsigned seed) : files_(std::move(files)), random_(seed) {}

  std::string next() {
    std::string text = piece();
    for (std::size_t times = 1 + below(6); times > 0; --times) damage(text);
    return text;
  }

 private:
  std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(random_() % count); }

  /// The place, or the next one behind it where a character of UTF-8 begins.
  static std::size_t boundary(const std::string& text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return std::min(at, text.size());
  }

  /// Up to 600 bytes of a file: short, for most rules look no further than a few lines.
  std::string piece() {
    const std::string& file = files_[below(files_.size())];
    const std::size_t begin = boundary(file, below(file.size()));
    return file.substr(begin, boundary(file, begin + 1 + below(below(8) == 0 ? 600 : 150)) - begin);
  }

  /// Mostly between characters, so that the text can still be read; one time in twenty a byte that may fit nowhere.
  void damage(std::string& text) {
    const std::size_t at = boundary(text, below(text.size() + 1)), size = boundary(text, at + below(12)) - at;
    if (below(20) == 0 && at < text.size()) {
      text[at] = static_cast<char>(random_());
      return;
    }
    switch (below(4)) {
      case 0: text.erase(at, size); break;
      case 1: text.insert(at, kPieces[below(kPieces.size())]); break;
      case 2: text.replace(at, size, kPieces[below(kPieces.size())]); break;
      default: text.insert(boundary(text, below(text.size() + 1)), text.substr(at, size));
    }
  }

  std::vector<std::string> files_;
  std::mt19937 random_;
};

std::string read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: mutants COUNT SEED FILE...\n", stderr);
    return 2;
  }
  std::vector<std::string> files;
  for (int i = 3; i < argc; ++i)
    if (std::string text = read(argv[i]); !text.empty()) files.push_back(std::move(text));
  if (files.empty()) {
    std::fputs("mutants: no file with a text\n", stderr);
    return 2;
  }
  Mutator mutator(std::move(files), static_cast<unsigned>(std::atol(argv[2])));
  const long count = std::atol(argv[1]);
  long faults = 0;
  for (long n = 0; n < count; ++n) {
    const std::string text = mutator.next();
    if (n % 16 == 0) tests::travel(text);
    if (const std::string fault = tests::fault_of_cleaning(text); !fault.empty()) {
      ++faults;
      std::printf("%ld: %s:\n%s\n", n, fault.c_str(), text.c_str());
    }
  }
  std::printf("%ld inputs, %ld faults\n", count, faults);
  return faults == 0 ? 0 : 1;
}
