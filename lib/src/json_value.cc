#include "json_value.h"

#include <algorithm>
#include <charconv>

#include "jianbao/json.h"
#include "json_escape.h"
#include "utf8.h"
#include "utf8_check.h"

namespace jianbao {
namespace {

constexpr int kDeepest = 1000;  // values in each other, so that no line runs out of stack

bool is_json_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_decimal(char c) { return c >= '0' && c <= '9'; }

/// The four hexadecimal digits behind \u; nothing where there are others.
std::optional<char32_t> read_hex(std::string_view text, std::size_t at) {
  unsigned value = 0;
  if (at + 4 > text.size()) return {};
  const char* const end = text.data() + at + 4;
  if (std::from_chars(text.data() + at, end, value, 16).ptr != end) return {};
  return value;
}

/// The character of the escape whose backslash stands before `at`, which is moved behind it; nothing where it is none.
std::optional<char32_t> read_escape(std::string_view text, std::size_t& at) {
  constexpr std::string_view kNames = "\"\\/bfnrt", kMeant = "\"\\/\b\f\n\r\t";
  if (at >= text.size()) return {};
  const char name = text[at++];
  if (const std::size_t known = kNames.find(name); known != std::string_view::npos) return static_cast<unsigned char>(kMeant[known]);
  if (name != 'u') return {};
  const auto unit = read_hex(text, at);
  at += 4;
  if (!unit || (*unit & 0xF800) != 0xD800) return unit;
  const auto low = text.substr(std::min(at, text.size()), 2) == "\\u" ? read_hex(text, at + 2) : std::nullopt;
  if ((*unit & 0x400) != 0 || !low || (*low & 0xFC00) != 0xDC00) return {};  // half of a pair
  at += 6;
  return 0x10000 + ((*unit & 0x3FF) << 10) + (*low & 0x3FF);
}

std::string unescaped(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0;;) {
    const std::size_t escape = std::min(raw.find('\\', at), raw.size());
    out.append(raw, at, escape - at);
    if (escape == raw.size()) return out;
    at = escape + 1;
    append_char(out, *read_escape(raw, at));
  }
}

class Parser {
 public:
  Parser(std::string_view line, std::vector<JsonNode>& nodes) : line_(line), nodes_(nodes) {}

  void document() {
    if (!is_valid_utf8(line_)) throw JsonError("not UTF-8");
    skip_spaces();
    if (at_ == line_.size()) throw JsonError("no JSON: there is nothing");
    value(0);
    skip_spaces();
    if (at_ < line_.size()) fail("something behind the value");
  }

 private:
  [[noreturn]] void fail(const char* what) const { throw JsonError("no JSON: " + std::string(what) + " at byte " + std::to_string(at_)); }

  char peek() const { return at_ < line_.size() ? line_[at_] : '\0'; }
  void skip_spaces() {
    while (at_ < line_.size() && is_json_space(line_[at_])) ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  void value(int depth) {
    if (depth == kDeepest) fail("too many values in each other");
    const std::size_t begin = at_, number = nodes_.size();
    nodes_.push_back({.first = peek()});
    switch (peek()) {
      case '{': parts('}', [&] { member(depth + 1); }); break;
      case '[': parts(']', [&] { value(depth + 1); }); break;
      case '"': return string(number);
      case 't': word("true"); break;
      case 'f': word("false"); break;
      case 'n': word("null"); break;
      default: numeral();
    }
    nodes_[number].raw = line_.substr(begin, at_ - begin);
    nodes_[number].behind = nodes_.size();
  }

  /// What stands between brackets, parted by commas.
  template <class Part>
  void parts(char closing, Part part) {
    ++at_;
    skip_spaces();
    if (take(closing)) return;
    do {
      skip_spaces();
      part();
      skip_spaces();
    } while (take(','));
    if (!take(closing)) fail("a comma or closing bracket is missing");
  }

  void member(int depth) {
    if (peek() != '"') fail("a member's name is missing");
    nodes_.push_back({.first = '"'});
    string(nodes_.size() - 1);
    skip_spaces();
    if (!take(':')) fail("a colon is missing");
    skip_spaces();
    value(depth);
  }

  void string(std::size_t number) {
    const std::size_t begin = ++at_;
    while (at_ = find_escaped(line_, at_), peek() != '"') {
      if (peek() != '\\') fail(at_ < line_.size() ? "a control character in a string" : "a string without an end");
      nodes_[number].escaped = true;
      std::size_t behind = at_ + 1;
      if (!read_escape(line_, behind)) fail("a wrong escape");
      at_ = behind;
    }
    nodes_[number].raw = line_.substr(begin, at_ - begin);
    nodes_[number].behind = nodes_.size();
    ++at_;
  }

  void word(std::string_view word) {
    if (!line_.substr(at_).starts_with(word)) fail("a value that is none");
    at_ += word.size();
  }

  void digits() {
    if (!is_decimal(peek())) fail("a value that is none");
    while (is_decimal(peek())) ++at_;
  }

  void numeral() {
    take('-');
    if (!take('0')) digits();
    if (take('.')) digits();
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      digits();
    }
  }

  std::string_view line_;
  std::vector<JsonNode>& nodes_;
  std::size_t at_ = 0;
};

}  // namespace

JsonDocument::JsonDocument(std::string_view line) { Parser(line, nodes_).document(); }

std::string JsonValue::text() const {
  if (!is_string()) return {};
  return node().escaped ? unescaped(node().raw) : std::string(node().raw);
}

std::optional<std::uint64_t> JsonValue::whole_number() const {
  if (!is_number()) return {};
  std::uint64_t value = 0;
  const char* const end = node().raw.data() + node().raw.size();
  const auto read = std::from_chars(node().raw.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) return {};
  return value;
}

std::string JsonValue::minified() const {
  if (!nodes_) return {};
  if (is_string()) return '"' + std::string(node().raw) + '"';
  std::string out;
  bool in_string = false;
  const std::string_view raw = node().raw;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (!in_string && is_json_space(raw[i])) continue;
    out.push_back(raw[i]);
    if (raw[i] == '"') in_string = !in_string;
    if (raw[i] == '\\') out.push_back(raw[++i]);
  }
  return out;
}

JsonValue JsonValue::operator[](std::string_view name) const {
  if (!is_object()) return {};
  for (std::size_t i = number_ + 1; i < node().behind; i = (*nodes_)[i + 1].behind) {
    const JsonNode& key = (*nodes_)[i];
    if (key.escaped ? unescaped(key.raw) == name : key.raw == name) return {*nodes_, i + 1};
  }
  return {};
}

JsonElements JsonValue::elements() const {
  if (first() != '[') return {{}, {}};
  return {{*nodes_, number_ + 1}, {*nodes_, node().behind}};
}

std::vector<std::pair<JsonValue, JsonValue>> JsonValue::members() const {
  std::vector<std::pair<JsonValue, JsonValue>> out;
  if (!is_object()) return out;
  for (std::size_t i = number_ + 1; i < node().behind; i = (*nodes_)[i + 1].behind)
    out.emplace_back(JsonValue(*nodes_, i), JsonValue(*nodes_, i + 1));
  return out;
}

}  // namespace jianbao
