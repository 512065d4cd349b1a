#include "split/torn_brackets.h"

#include "clean/continuation.h"
#include "text/chars.h"

namespace jianbao {
namespace {

class TornBrackets {
 public:
  TornBrackets(const Page& page, std::vector<Line>& lines) : page_(page), lines_(lines) {}

  void run() {
    for (std::size_t i = 1; i < lines_.size(); ++i)
      if (may_be_rest(i) && reopen_others(i)) lines_[i].shape = Shape::fragment;
  }

 private:
  std::string_view text(std::size_t i) const { return page_.view(lines_[i].span); }

  /// Running text stays what it is.
  bool may_be_rest(std::size_t i) const {
    const Line& line = lines_[i];
    if (fold(last_char(text(i))) != U'）' || line.shape == Shape::prose || line.label || line.depth > 0) return false;
    return ends_strange_bracket(text(i)) && !leaves_bracket_open(text(i - 1));
  }

  /// Whether a text that stands elsewhere breaks off in a bracket.
  bool reopen_others(std::size_t rest) {
    bool found = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i + 1 == rest || i == rest || lines_[i].shape != Shape::prose || !leaves_bracket_open(text(i))) continue;
      lines_[i].tailed = false;
      found = true;
    }
    return found;
  }

  const Page& page_;
  std::vector<Line>& lines_;
};

}  // namespace

void reread_torn_brackets(const Page& page, std::vector<Line>& lines) { TornBrackets(page, lines).run(); }

}  // namespace jianbao
