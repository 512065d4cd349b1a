#include "numbering/numbering_run_in.h"

#include <algorithm>
#include <set>
#include <utility>

#include "numbering/numbering.h"
#include "numbering/numbering_styles.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestAside = 1500;  // bytes of a quotation, or of a remark in brackets
constexpr std::size_t kLongestItem = 1500;   // bytes of the first item of a list

struct Start {
  std::size_t at;
  int rank, number;
};

bool ends_item(char32_t c) { return is_stop(c) || c == U'；'; }

/// （1） and ①, which show what they are in the middle of a sentence; 1. and 一、 do not.
bool shows_itself(const Reading& reading) {
  const char32_t first = first_char(reading.open.empty() ? reading.number_text : reading.open);
  return reading.style->strong && reading.rank > kArticleRank && !is_digit(first) && !is_cn_numeral(first);
}

/// Reads the label a paragraph begins with and those behind stops, semicolons and colons, and keeps those that count on.
class RunIn {
 public:
  RunIn(std::string_view text, const NumberingStyles& styles) : text_(text), styles_(styles) {}

  std::vector<std::size_t> find() {
    std::size_t at = 0;
    const auto own = styles_.read(text_);
    if (!own || own->style->role != StyleRole::unit) return {};  // items in the sentence of a further paragraph define a word or give details, and are not cited
    if (own->rank == kArticleRank) article_ = own->number, run_on_ = articles_run_on(own->length);
    if (own->rank > kArticleRank && own->style->strong) open_.push_back({{0, own->rank, own->number}});
    at = own->length + own->gap;
    visit(at, Before::head);
    while ((at = skip_han(text_, at, text_.size())) < text_.size()) {
      if (const std::size_t end = aside_end(at); end > at) {
        at = end;
        continue;
      }
      const std::size_t here = at;
      const char32_t c = fold(next_char(text_, at));
      if (c == U'（' || is_sign(c)) visit(here, Before::text);
      if (is_stop(c)) end_sentence(at);
      if (ends_item(c)) visit(at, Before::item);
      if (c == U'：') visit(at, Before::head);
      if (c == U'，') visit(at, Before::comma);
    }
    close();
    std::sort(starts_.begin(), starts_.end());
    return std::move(starts_);
  }

 private:
  /// What a label stands behind: the article's or section's own label or a colon, an item, a comma, or any text.
  enum class Before { head, item, comma, text };

  /// ① and its like: neither Han nor letter, digit or mark.
  static bool is_sign(char32_t c) { return (c >= 0x2460 && c < 0x2800) || (c >= 0x3200 && c < 0x3300); }

  /// Behind a quotation, or a remark in brackets, that begins here; whose numbers are not those of the paragraph. Else `at`.
  std::size_t aside_end(std::size_t at) const {
    const char32_t c = char_at(text_, at);
    const std::string_view close = c == U'“' ? "”" : c == U'《' ? "》" : fold(c) == U'（' && !styles_.read(text_.substr(at)) ? "）" : "";
    if (close.empty()) return at;
    const std::size_t end = text_.substr(at, kLongestAside).find(close);
    return end == std::string_view::npos ? at : at + end + close.size();
  }

  /// Whether two articles at least begin behind the sentences of the paragraph, each the next of the one before: a law printed
  /// run-on, whose labels may have lost the space behind them. One alone may be a citation.
  bool articles_run_on(std::size_t at) const {
    constexpr int kLeast = 2;
    int number = article_;
    while ((at = skip_han(text_, at, text_.size())) < text_.size()) {
      if (const std::size_t end = aside_end(at); end > at) {
        at = end;
        continue;
      }
      if (!is_stop(next_char(text_, at))) continue;
      const auto reading = styles_.read(text_.substr(skip_spaces(text_, at)));
      if (reading && reading->rank == kArticleRank && reading->number == number + 1) ++number;
    }
    return number - article_ >= kLeast;
  }

  /// Whether the list that begins with `first` goes on behind an item or a comma.
  bool goes_on(std::size_t first, const Reading& reading) const {
    const std::size_t end = std::min(text_.size(), first + kLongestItem);
    for (std::size_t at = first + reading.length; (at = skip_han(text_, at, end)) < end;) {
      const char32_t c = fold(next_char(text_, at));
      if (!ends_item(c) && c != U'，') continue;
      const auto next = styles_.read(text_.substr(skip_spaces(text_, at)));
      if (next && next->rank == reading.rank) return next->number == reading.number + 1;
    }
    return false;
  }

  void visit(std::size_t at, Before before) {
    at = skip_spaces(text_, at);
    if (std::exchange(last_visited_, at) == at) return;  // the mark before it led here
    const auto reading = styles_.read(text_.substr(at));
    if (!reading || reading->style->role != StyleRole::unit || !reading->style->strong) return;
    const bool counts = before == Before::head || before == Before::item;
    if (!counts && !shows_itself(*reading)) return;
    const Start start{at, reading->rank, reading->number};
    if (anew_.contains(start.rank)) return;
    if (reading->rank == kArticleRank) {
      if ((reading->gap > 0 || run_on_) && article_ > 0 && reading->number == article_ + 1) close(), starts_.push_back(at), article_ = reading->number;
      return;
    }
    const auto list = std::find_if(open_.rbegin(), open_.rend(), [&](const std::vector<Start>& l) { return l.front().rank == start.rank; });
    if (before != Before::text && list != open_.rend() && list->back().number + 1 == start.number) {
      while (open_.back().front().rank != start.rank) close_last();
      open_.back().push_back(start);
    } else if (start.number == 1 && reading->rank > kArticleRank && list == open_.rend() && (before == Before::head || goes_on(at, *reading))) {
      open_.push_back({start});
    } else if (start.number == 1 && goes_on(at, *reading)) {
      anew_.insert(start.rank);
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
  bool run_on_ = false;  // articles_run_on()
  std::size_t last_visited_ = std::string_view::npos;
  std::set<int> anew_;  // ranks that count from one again inside of an item: which list a number goes on with cannot be told
  std::vector<std::vector<Start>> open_;  // lists, one inside another
  std::vector<std::size_t> starts_;
};

}  // namespace

std::vector<std::size_t> run_in_starts(std::string_view paragraph, const Rules& rules) {
  return RunIn(paragraph, NumberingStyles::of(rules)).find();
}

}  // namespace jianbao
