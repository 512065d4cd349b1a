#include "clean/code.h"

#include <algorithm>
#include <array>

#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at])); }

/// Han outside of ASCII quotes, which programs write as they like.
std::size_t count_han(std::string_view text) {
  std::size_t han = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    quoted = c == '"' ? !quoted : c != '\n' && quoted;
    han += !quoted && is_han(c);
  }
  return han;
}

class CodeFinder {
 public:
  CodeFinder(std::string_view text, const CleanScan& scan) : text_(text), scan_(scan) {}

  std::vector<Span> run() {
    if (scan_.any(ScannedLine::code)) {
      if (text_.find('`') != kNone) fences(), backticks();
      objects();
      calls();
      formulas();
      tags();
    }
    queries();
    lines();
    std::sort(found_.begin(), found_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::vector<Span> merged;
    for (const Span span : found_)
      if (!merged.empty() && span.begin < merged.back().end) merged.back().end = std::max(merged.back().end, span.end);
      else merged.push_back(span);
    return merged;
  }

 private:
  static constexpr std::string_view kFence = "```";

  static constexpr std::size_t kLongest = 2000;  // bytes of what is looked at on both sides of a place: a line may be as long as a page

  /// The end of the line, or of as much of it as is looked at.
  std::size_t line_end(std::size_t at) const { return at + std::min(text_.substr(at, kLongest).find('\n'), text_.substr(at, kLongest).size()); }
  bool begins_line(std::size_t at) const { return at == 0 || text_[at - 1] == '\n'; }

  /// Lines between fences, and the line ends before and behind them. A model that reads pages sets its whole answer in fences, which is no code.
  void fences() {
    for (std::size_t open = 0; (open = text_.find(kFence, open)) != kNone;) {
      const std::size_t begin = std::min(text_.find('\n', open), text_.size());
      std::size_t close = begin;
      while ((close = text_.find(kFence, close)) != kNone && !begins_line(close)) close += kFence.size();
      if (close == kNone) return open_fence(open, begin);
      const std::size_t end = std::min(text_.find('\n', close), text_.size());
      const std::string_view inside = text_.substr(begin, close - begin);
      if (begins_line(open) && 4 * count_han(inside) < count_chars(inside)) found_.push_back({open - (open > 0), std::min(end + 1, text_.size())});
      open = end;
    }
  }

  /// Behind a fence that nothing closes, the lines up to the first one that begins with Han.
  void open_fence(std::size_t open, std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size()) {
      const std::size_t line = end + 1, first = std::min(text_.find_first_not_of(" \t", line), text_.size());
      if (first < text_.size() && is_han(char_at(text_, first))) break;
      end = std::min(text_.find('\n', line), text_.size());
    }
    if (begins_line(open) && 4 * count_han(text_.substr(begin, end - begin)) < end - begin) found_.push_back({open - (open > 0), std::min(end + 1, text_.size())});
  }

  /// `jb --help`, in one line.
  void backticks() {
    constexpr std::size_t kLongestCode = 200;  // bytes
    for (std::size_t at = 0; (at = text_.find('`', at)) != kNone; ++at) {
      const std::size_t end = text_.substr(0, std::min(at + kLongestCode, line_end(at))).find('`', at + 1);
      if (end == kNone) continue;
      const std::string_view inside = text_.substr(at + 1, end - at - 1);
      if (!inside.empty() && 4 * count_han(inside) < count_chars(inside)) found_.push_back({at, end + 1});
      at = end;
    }
  }

  /// {"name": "值"}: a name in quotes behind the brace.
  void objects() {
    for (std::size_t at = 0; (at = text_.find('{', at)) != kNone; ++at) {
      const std::size_t end = line_end(at);
      std::size_t quote = at + 1;
      while (quote < end && text_[quote] == ' ') ++quote;
      if (quote >= end || text_[quote] != '"') continue;
      const std::size_t close = text_.substr(0, end).find('"', quote + 1);
      if (close == kNone || text_.substr(0, end).find_first_not_of(' ', close + 1) == kNone || text_[text_.find_first_not_of(' ', close + 1)] != ':') continue;
      std::size_t depth = 0, last = at;
      for (; last < end; ++last) {
        depth += text_[last] == '{';
        if (text_[last] == '}' && --depth == 0) break;
      }
      if (last == end) continue;
      found_.push_back({at, last + 1});
      at = last;
    }
  }

  /// <p class="正文">
  void tags() {
    constexpr std::string_view kValue = "=\"";
    for (std::size_t at = 0; (at = text_.find(kValue, at)) != kNone; at += kValue.size()) {
      const std::size_t begin = at - std::min(at, kLongest);
      const std::string_view lead = text_.substr(begin, at - begin);
      const std::size_t before_it = lead.find_last_of("<>\n"), open = before_it == kNone ? kNone : begin + before_it, close = text_.substr(0, line_end(at)).find('>', at);
      if (open == kNone || close == kNone || text_[open] != '<' || !is_ascii_letter(static_cast<unsigned char>(text_[open + 1]))) continue;
      found_.push_back({open, close + 1});
      at = close;
    }
  }

  /// printf("%d", x), open("data.txt"): of a string alone only one without Han, as a name of Latin letters may be explained so.
  void calls() {
    constexpr std::string_view kCall = "(\"";
    constexpr std::size_t kLongestCall = 200;  // bytes
    for (std::size_t at = 0; (at = text_.find(kCall, at)) != kNone; at += kCall.size()) {
      const auto left = at > 0 ? static_cast<unsigned char>(text_[at - 1]) : 0u;
      if (!is_ascii_letter(left) && left != '_') continue;
      bool quoted = false, listed = false, plain = true;
      std::size_t end = at + 1;
      for (const std::size_t most = std::min(at + kLongestCall, line_end(at)); end < most && (quoted || text_[end] != ')'); ++end) {
        quoted ^= text_[end] == '"';
        listed |= !quoted && text_[end] == ',';
        plain &= static_cast<unsigned char>(text_[end]) < 0x80;
      }
      if (quoted || end >= text_.size() || text_[end] != ')' || !(plain || listed) || count_han(text_.substr(at, end - at)) > 0) continue;
      found_.push_back({at, end + 1 + (end + 1 < text_.size() && text_[end + 1] == ';')});
    }
  }

  /// =IF(B2>60,"及格","补考"): a formula of a spreadsheet, whose function is written in capitals.
  void formulas() {
    constexpr std::size_t kLeastName = 2, kLongestFormula = 300;  // bytes
    for (std::size_t at = 0; (at = text_.find('=', at)) != kNone; ++at) {
      std::size_t open = at + 1;
      while (open < text_.size() && text_[open] >= 'A' && text_[open] <= 'Z') ++open;
      if (open < at + 1 + kLeastName || open >= text_.size() || text_[open] != '(') continue;
      int depth = 0;
      bool quoted = false;
      std::size_t end = open;
      for (const std::size_t most = std::min(at + kLongestFormula, line_end(at)); end < most; ++end) {
        quoted ^= text_[end] == '"';
        if (!quoted) depth += (text_[end] == '(') - (text_[end] == ')');
        if (depth == 0) break;
      }
      if (depth == 0 && count_han(text_.substr(at, end - at)) == 0) found_.push_back({at, end + 1});
    }
  }

  /// SELECT 姓名, 年龄 FROM 学生表;
  void queries() {
    constexpr std::string_view kBegin = "SELECT ", kFrom = " FROM ", kStop = "。";
    for (std::size_t at = 0; (at = text_.find(kBegin, at)) != kNone; at += kBegin.size()) {
      const std::string_view rest = text_.substr(0, line_end(at));
      if (rest.find(kFrom, at) == kNone) continue;
      const std::size_t end = std::min({rest.find(';', at), rest.find(kStop, at), rest.size()});
      found_.push_back({at, std::min(end + 1, rest.size())});
    }
  }

  /// Lines of programs, print("你好", x), and of logs, 2024-05-20 10:00:00 [INFO] 用户登录, id=5.
  void lines() {
    for (const ScannedLine& line : scan_.lines()) {
      if (!(line.has & ScannedLine::mark) || line.begin == line.end || static_cast<unsigned char>(text_[line.begin]) >= 0x80) continue;
      const std::string_view text = text_.substr(line.begin, line.end - line.begin);
      if (is_program(text) || is_log(text) || is_reference(text)) found_.push_back({line.begin - (line.begin > 0), std::min(line.end + 1, text_.size())});
    }
  }

  /// A call that is given a string, and no Han outside of strings.
  static bool is_program(std::string_view line) {
    const std::size_t call = line.find("(\"");
    return call != kNone && call > 0 && (is_ascii_letter(static_cast<unsigned char>(line[call - 1])) || line[call - 1] == '_') && count_han(line) == 0;
  }

  /// With the spaces that references have behind their marks: [1] 王某. 渡船史[M]. 江平: 江平出版社, 1980: 35-41.
  static bool is_reference(std::string_view line) {
    constexpr std::array<std::string_view, 8> kKinds = {"[M]", "[J]", "[D]", "[N]", "[C]", "[R]", "[Z]", "[EB/OL]"};
    return line[0] == '[' && is_digit_at(line, 1) && line.find("]. ") != kNone && line.find(", ") != kNone && std::any_of(kKinds.begin(), kKinds.end(), [&](std::string_view kind) { return line.find(kind) != kNone; });
  }

  static bool is_log(std::string_view line) {
    constexpr std::size_t kDay = 10, kTime = 8;
    if (line.size() < kDay + 1 + kTime || line[4] != '-' || line[7] != '-' || (line[kDay] != ' ' && line[kDay] != 'T')) return false;
    for (const std::size_t at : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u, 11u, 12u, 14u, 15u, 17u, 18u})
      if (!is_digit_at(line, at)) return false;
    if (line[13] != ':' || line[16] != ':') return false;
    constexpr std::array<std::string_view, 4> kLevels = {"INFO", "WARN", "ERROR", "DEBUG"};
    return std::any_of(kLevels.begin(), kLevels.end(), [&](std::string_view level) { return line.find(level) != kNone; });
  }

  std::string_view text_;
  const CleanScan& scan_;
  std::vector<Span> found_;
};

}  // namespace

std::vector<Span> find_code(std::string_view text, const CleanScan& scan) { return CodeFinder(text, scan).run(); }

}  // namespace jianbao
