#include "examples.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "text/utf8.h"

namespace tests {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;
constexpr std::array<Sign, 4> kSigns = {{{"␠", " "}, {"␉", "\t"}, {"␌", "\f"}, {"␍", "\r"}}};

constexpr std::string_view kProse[] = {"text", "sh", "json", "cpp", "tsv", "cmake"};

bool is_prose(std::string_view word) {
  for (const std::string_view prose : kProse)
    if (word == prose) return true;
  return word.empty();
}

/// Lines of a text with the place of each.
struct Lines {
  std::string_view text;
  std::size_t begin = 0, end = 0, number = 0;

  bool next() {
    begin = number == 0 ? 0 : end + 1;
    if (begin >= text.size()) return false;
    end = std::min(text.find('\n', begin), text.size());
    ++number;
    return true;
  }
  std::string_view line() const { return text.substr(begin, end - begin); }
};

/// The rest of an example whose fence has just been read.
void read_body(Lines& lines, const std::string& name, Example& example) {
  const std::size_t input = lines.end + 1;
  bool parted = false;
  while (lines.next()) {
    if (lines.line() == "```") {
      if (!parted) throw std::runtime_error(name + ':' + std::to_string(example.line) + ": the example has no line `.`");
      example.end = lines.begin;
      example.expected = lines.text.substr(example.begin, example.end - example.begin);
      return;
    }
    if (lines.line() != "." || parted) continue;
    parted = true;
    example.input = unescape(lines.text.substr(input, lines.begin - input));
    example.begin = lines.end + 1;
  }
  throw std::runtime_error(name + ':' + std::to_string(example.line) + ": the fence is not closed");
}

}  // namespace

std::vector<Example> read_examples(std::string_view markdown, const std::string& name) {
  std::vector<Example> examples;
  bool prose_fence = false;
  for (Lines lines{markdown}; lines.next();) {
    if (lines.line().substr(0, 3) != "```") continue;
    std::istringstream words{std::string(lines.line().substr(3))};
    Example example;
    words >> example.stage;
    if (prose_fence || is_prose(example.stage)) {
      prose_fence = !prose_fence;
      continue;
    }
    for (std::string word; words >> word;) example.words.push_back(word);
    example.line = lines.number;
    read_body(lines, name, example);
    examples.push_back(std::move(example));
  }
  return examples;
}

std::string unescape(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return text.substr(0, s.first.size()) == s.first; });
    if (sign != kSigns.end()) {
      out += sign->second;
      text.remove_prefix(sign->first.size());
      continue;
    }
    unsigned code = 0;
    if (text.substr(0, 3) == "\\u{") {
      const auto [end, error] = std::from_chars(text.data() + 3, text.data() + text.size(), code, 16);
      if (error == std::errc() && end != text.data() + text.size() && *end == '}') {
        jianbao::append_char(out, code);
        text.remove_prefix(static_cast<std::size_t>(end + 1 - text.data()));
        continue;
      }
    }
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

std::string escape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hidden = text[i] != ' ' || i + 1 == text.size() || text[i + 1] == '\n';
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return s.second[0] == text[i]; });
    if (sign != kSigns.end() && hidden)
      out += sign->first;
    else
      out += text[i];
  }
  return out;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace tests
