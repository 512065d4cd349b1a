// Spaces between all Han, as some OCR sets them: 和 平 里 社 区 的 樱 花 开 了 。 They go before lines are joined, so that all that is asked of
// words and widths sees the text. A wider gap says something, and so does a space where the other Han of the line stand together.
#include <algorithm>

#include "clean/clean_pass.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Pairs of neighbours among Han.
struct Pairs {
  std::size_t parted = 0, together = 0;

  bool are_parted() const {
    constexpr std::size_t kOf = 2, kMostly = 3;
    return kOf * parted > kMostly * together;
  }
};

class PartedHan {
 public:
  PartedHan(const CleanContext& context, const CleanScan& scan, Rewriter& out) : context_(context), scan_(scan), out_(out), text_(out.text()) {}

  void run() {
    constexpr std::size_t kOfPage = 20, kOfLine = 15;  // so many are no name or heading that is spaced to width
    std::size_t spaces = 0;
    for (const ScannedLine& line : scan_.lines()) spaces += line.spaces;
    if (spaces < kOfLine) return;  // and no more Han are parted
    Pairs page;
    for (const ScannedLine& line : scan_.lines())
      if (line.has & ScannedLine::space) page.parted += pairs_of(line).parted;
    if (page.parted < kOfLine) return;  // most pages
    for (const ScannedLine& line : scan_.lines()) page.together += pairs_of(line).together;
    const bool is_page = page.parted >= kOfPage && page.are_parted();
    for (const ScannedLine& line : scan_.lines()) {
      if (!(line.has & ScannedLine::space)) continue;
      const Pairs pairs = pairs_of(line);
      const bool is_sentence = pairs.parted >= kOfLine && (line.has & ScannedLine::comma) != 0 && (line.has & ScannedLine::stop) != 0;
      if (pairs.parted > 0 && pairs.are_parted() && (is_page || is_sentence) && !is_read_across(line)) take_spaces(line);
    }
  }

 private:
  /// All neighbours but a space and what stands beside it count as together: most characters of a line are Han.
  Pairs pairs_of(const ScannedLine& line) const {
    Pairs pairs;
    for (std::size_t at = line.begin; line.spaces > 0 && (at = text_.find(' ', at)) < line.end; ++at)
      pairs.parted += at >= line.begin + 3 && at + 1 < line.end && is_han_lead(text_[at + 1]) && is_han_lead(text_[at - 3]);
    pairs.together = line.characters - std::min<std::size_t>(line.characters, 2 * std::size_t{line.spaces});
    return pairs;
  }

  /// There a space may be all that parts two columns.
  bool is_read_across(const ScannedLine& line) const {
    for (const ReadAcross& across : context_.known.columns(text_, scan_))
      if (line.begin >= across.at.begin && line.begin < across.at.end) return true;
    return false;
  }

  static bool is_text(char32_t c) { return is_han(c) || is_stop(c) || is_opening(c) || is_closing(c) || c == U'，' || c == U'、' || c == U'；' || c == U'：'; }

  void take_spaces(const ScannedLine& line) {
    for (std::size_t at = line.begin; (at = text_.find(' ', at)) < line.end; ++at) {
      if (at == line.begin || at + 1 == line.end) continue;
      const char32_t left = char_at(text_, before(text_, at)), right = char_at(text_, at + 1);
      const bool is_between = (is_text(left) && (is_text(right) || is_digit(right))) || (is_digit(left) && is_text(right));
      if (is_between) out_.erase({at, at + 1}, is_han(left) && is_han(right) ? Rule::space_han : Rule::space_mark);
    }
  }

  const CleanContext& context_;
  const CleanScan& scan_;
  Rewriter& out_;
  std::string_view text_;
};

}  // namespace

void clean_parted(const CleanContext& context, CleanScan& scan, Rewriter& out) {
  if (scan.any(ScannedLine::space)) PartedHan(context, scan, out).run();
}

}  // namespace jianbao
