// Traditional text to simplified, on request, by OpenCC.
#include <opencc/opencc.h>

#include <algorithm>
#include <memory>
#include <string>

#include "clean/clean_pass.h"
#include "jianbao/rules.h"
#include "text/chars.h"
#include "text/lazy_library.h"

namespace jianbao {
namespace {

class Simplifier {
 public:
  Simplifier() : handle_(open_("t2s.json")) {
    if (handle_ == reinterpret_cast<opencc_t>(-1)) throw RulesError(std::string("OpenCC: ") + error_());
  }
  Simplifier(const Simplifier&) = delete;
  Simplifier& operator=(const Simplifier&) = delete;
  ~Simplifier() { close_(handle_); }

  std::string convert(std::string_view text) const {
    const std::unique_ptr<char, decltype(free_)> converted(convert_(handle_, text.data(), text.size()), free_);
    return converted ? converted.get() : std::string(text);
  }

 private:
  LazyLibrary library_{OPENCC_SONAME};
  decltype(&opencc_open) open_ = library_.function<decltype(&opencc_open)>("opencc_open");
  decltype(&opencc_error) error_ = library_.function<decltype(&opencc_error)>("opencc_error");
  decltype(&opencc_close) close_ = library_.function<decltype(&opencc_close)>("opencc_close");
  decltype(&opencc_convert_utf8) convert_ = library_.function<decltype(&opencc_convert_utf8)>("opencc_convert_utf8");
  decltype(&opencc_convert_utf8_free) free_ =
      library_.function<decltype(&opencc_convert_utf8_free)>("opencc_convert_utf8_free");
  opencc_t handle_;
};

/// The runs of characters that differ, where both have equally many characters; else all of it.
void replace_differences(Rewriter& out, std::size_t begin, std::string_view line, std::string_view converted) {
  if (count_chars(line) != count_chars(converted)) {
    out.replace({begin, begin + line.size()}, converted, Rule::char_simplify);
    return;
  }
  for (std::size_t a = 0, b = 0; a < line.size();) {
    const std::size_t from = a, to = b;
    while (a < line.size()) {
      std::size_t next_a = a, next_b = b;
      if (next_char(line, next_a) == next_char(converted, next_b)) break;
      a = next_a, b = next_b;
    }
    if (a > from)
      out.replace({begin + from, begin + a}, converted.substr(to, b - to), Rule::char_simplify);
    else
      next_char(line, a), next_char(converted, b);
  }
}

}  // namespace

void clean_simplify(const CleanContext& context, CleanScan&, Rewriter& out) {
  if (!context.options.simplify) return;
  static const Simplifier simplifier;
  const std::string_view text = out.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.find('\0') == std::string_view::npos)
      if (const std::string converted = simplifier.convert(line); converted != line)
        replace_differences(out, begin, line, converted);
    begin = end + 1;
  }
}

}  // namespace jianbao
