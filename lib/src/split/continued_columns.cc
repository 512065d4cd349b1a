#include "split/continued_columns.h"

#include <algorithm>
#include <string>
#include <utility>

#include "clean/continuation.h"

namespace jianbao {
namespace {

/// The columns of one run, and what stands behind it.
class Continuation {
 public:
  Continuation(const Page& page, const Rules& rules, std::vector<Line>& lines, std::size_t begin, std::size_t end)
      : page_(page), rules_(rules), lines_(lines), end_(end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (columns_.empty() || lines[i].column != lines[columns_.back().begin].column) columns_.push_back({i, i});
      columns_.back().end = i + 1;
    }
  }

  /// Returns the first line that was not put out.
  std::size_t put_out(std::vector<Line>& ordered) {
    find_rests();
    std::size_t at = end_;
    const auto up_to = [&](std::size_t to) {
      for (; at < to; ++at) ordered.push_back(lines_[at]);
    };
    bool over = false;  // the column before goes on in this one
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Span column = columns_[c];
      const bool below = rests_[c] > 0 && rests_[c] != kNextColumn;
      if (c > 0 && !over && rests_[c - 1] > 0) up_to(below ? rests_[c] : next_begin(at));
      for (std::size_t i = column.begin; i < column.end; ++i)
        if (over && i == column.begin) join(ordered.back(), lines_[i]);
        else ordered.push_back(lines_[i]);
      over = rests_[c] == kNextColumn;
      if (!below) continue;
      join(ordered.back(), lines_[rests_[c]]);
      up_to(rests_[c]);
      ++at;
    }
    return at;
  }

 private:
  static constexpr std::size_t kNextColumn = static_cast<std::size_t>(-1);

  void join(Line& line, const Line& rest) const {
    std::vector<Span> places = places_of(line);
    const std::vector<Span> more = places_of(rest);
    places.insert(places.end(), more.begin(), more.end());
    Line joined = read_paragraph(page_, rules_, places);
    joined.column = line.column;
    joined.blank_before = line.blank_before;
    line = std::move(joined);
  }

  static std::vector<Span> places_of(const Line& line) {
    std::vector<Span> places = {line.span};
    places.insert(places.end(), line.more.begin(), line.more.end());
    return places;
  }

  std::size_t next_begin(std::size_t line) const {
    while (line < lines_.size() && !lines_[line].blank_before) ++line;
    return line;
  }

  /// Lines that may be the rest of a column: text that begins behind an empty line.
  std::vector<std::size_t> find_begins() const {
    constexpr std::size_t kBelow = 40;  // lines
    std::vector<std::size_t> begins;
    for (std::size_t i = end_; i < std::min(lines_.size(), end_ + kBelow) && lines_[i].column == 0; ++i)
      if (i == end_ || lines_[i].blank_before) begins.push_back(i);
    return begins;
  }

  static bool is_text(const Line& line) { return line.shape == Shape::prose || line.shape == Shape::fragment; }

  /// For each column the line that goes on with it, kNextColumn, or 0: the best of all ways to give them lines in order. Few are passed over.
  void find_rests() {
    constexpr double kLeast = -1, kPassed = 1;  // odds of a rest; what a line costs that is none
    const std::vector<std::size_t> begins = find_begins();
    const std::size_t columns = columns_.size(), count = begins.size() + 1;
    enum class Step { none, next_column, rest, pass };
    std::vector<std::vector<double>> best(columns + 1, std::vector<double>(count, -1e9));  // of the first columns and the first lines
    std::vector<std::vector<Step>> steps(columns + 1, std::vector<Step>(count, Step::none));
    const auto take = [&](std::size_t c, std::size_t b, double odds, Step step) {
      if (odds > best[c][b]) best[c][b] = odds, steps[c][b] = step;
    };
    for (std::size_t b = 0; b < count; ++b) best[0][b] = -kPassed * static_cast<double>(b), steps[0][b] = Step::pass;
    for (std::size_t c = 0; c < columns; ++c) {
      const Line& last = lines_[columns_[c].end - 1];
      const SeamHead head = seam_head(text_of(page_, last), rules_);
      const auto odds_of = [&](const Line& line) { return continuation_odds(head, text_of(page_, line), rules_) - kLeast; };
      const bool goes_over = last.broken && c + 1 < columns && !lines_[columns_[c + 1].begin].headline;
      const double over = goes_over ? odds_of(lines_[columns_[c + 1].begin]) : -1;
      for (std::size_t b = 0; b < count; ++b) {
        take(c + 1, b, best[c][b], Step::none);
        if (over > 0) take(c + 1, b, best[c][b] + over, Step::next_column);
        if (b == 0) continue;
        take(c + 1, b, best[c + 1][b - 1] - kPassed, Step::pass);
        if (last.broken && is_text(lines_[begins[b - 1]])) take(c + 1, b, best[c][b - 1] + odds_of(lines_[begins[b - 1]]), Step::rest);
      }
    }
    rests_.assign(columns, 0);
    std::size_t b = static_cast<std::size_t>(std::max_element(best[columns].begin(), best[columns].end()) - best[columns].begin());
    for (std::size_t c = columns; c > 0;) {
      const Step step = steps[c][b];
      if (step == Step::pass) {
        --b;
        continue;
      }
      --c;
      if (step == Step::next_column) rests_[c] = kNextColumn;
      if (step == Step::rest) rests_[c] = begins[--b];
    }
  }

  const Page& page_;
  const Rules& rules_;
  std::vector<Line>& lines_;
  std::size_t end_;
  std::vector<Span> columns_;         ///< numbers of lines
  std::vector<std::size_t> rests_;
};

}  // namespace

void continue_columns(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  if (std::none_of(lines.begin(), lines.end(), [](const Line& line) { return line.column > 0; })) return;
  std::vector<Line> ordered;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    while (end < lines.size() && lines[end].column > 0 && (end == i || lines[end].column >= lines[end - 1].column)) ++end;
    if (end == i) ordered.push_back(lines[i++]);
    else i = Continuation(page, rules, lines, i, end).put_out(ordered);
  }
  lines = std::move(ordered);
}

}  // namespace jianbao
