#include "numbering_run_in.h"

#include <algorithm>

#include "chars.h"
#include "numbering_styles.h"

namespace jianbao {
namespace {

constexpr int kArticleRank = 40;

struct Start {
  std::size_t at;
  int rank, number;
};

/// Reads the label a paragraph begins with and those behind stops, semicolons and colons, and keeps those that count on.
class RunIn {
 public:
  RunIn(std::string_view text, const NumberingStyles& styles) : text_(text), styles_(styles) {}

  std::vector<std::size_t> find() {
    std::size_t at = 0;
    const auto own = styles_.read(text_);
    if (!own) return {};  // a paragraph of an article: items in its sentence define a word, and are not cited
    if (own->rank == kArticleRank) article_ = own->number;
    if (own->rank > kArticleRank && own->style->strong) open_.push_back({{0, own->rank, own->number}});
    at = own->length + own->gap;
    while (at < text_.size()) {
      const char32_t c = fold(next_char(text_, at));
      if (is_stop(c)) end_sentence(at);
      if (is_stop(c) || c == U'；' || c == U'：') visit(at, c == U'：');
    }
    close();
    std::sort(starts_.begin(), starts_.end());
    return std::move(starts_);
  }

 private:
  void visit(std::size_t at, bool colon) {
    at = skip_spaces(text_, at);
    const auto reading = styles_.read(text_.substr(at));
    if (!reading || reading->style->role != StyleRole::unit || !reading->style->strong) return;
    const Start start{at, reading->rank, reading->number};
    if (reading->rank == kArticleRank) {
      if (reading->gap > 0 && article_ > 0 && reading->number == article_ + 1) close(), starts_.push_back(at), article_ = reading->number;
      return;
    }
    const auto list = std::find_if(open_.rbegin(), open_.rend(), [&](const std::vector<Start>& l) { return l.front().rank == start.rank; });
    if (list != open_.rend() && list->back().number + 1 == start.number) {
      while (open_.back().front().rank != start.rank) close_last();
      open_.back().push_back(start);
    } else if (colon && start.number == 1 && reading->rank > kArticleRank && list == open_.rend()) {
      open_.push_back({start});
    }
  }

  /// Items that are parts of one sentence end with it; what follows is the article's own again.
  void end_sentence(std::size_t at) {
    if (open_.empty() || open_.front().size() < 2) return;
    const std::vector<Start>& list = open_.front();
    const std::string_view first = text_.substr(list[0].at, list[1].at - list[0].at);
    if (fold(last_char(trim(first))) != U'；') return;
    at = skip_spaces(text_, at);
    if (at == text_.size() || is_closing(char_at(text_, at)) || styles_.read(text_.substr(at))) return;
    close();
    starts_.push_back(at);
  }

  /// One item alone is none, unless the next line goes on from it.
  void close_last() {
    const std::vector<Start>& list = open_.back();
    if (list.size() > 1 || fold(last_char(text_)) == U'；')
      for (const Start& start : list)
        if (start.at > 0) starts_.push_back(start.at);
    open_.pop_back();
  }

  void close() {
    while (!open_.empty()) close_last();
  }

  std::string_view text_;
  const NumberingStyles& styles_;
  int article_ = 0;
  std::vector<std::vector<Start>> open_;  // lists, one inside another
  std::vector<std::size_t> starts_;
};

}  // namespace

bool begins_law_article(std::string_view paragraph, const Rules& rules) {
  const auto reading = NumberingStyles::of(rules).read(paragraph);
  return reading && reading->rank == kArticleRank;
}

std::vector<std::size_t> run_in_starts(std::string_view paragraph, const Rules& rules) {
  return RunIn(paragraph, NumberingStyles::of(rules)).find();
}

}  // namespace jianbao
