#include "split/draft_ends.h"

#include <algorithm>
#include <string>

#include "split/draft_pairs.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kShortest = 8;  // characters of a line that breaks off; a shorter one is a name or an item

}  // namespace

bool breaks_off(const DraftLine& last) {
  const Shape shape = last.line->shape;
  const bool prose = shape == Shape::prose || shape == Shape::fragment || shape == Shape::dateline || shape == Shape::label ||
                     shape == Shape::label_title || shape == Shape::turn || last.line->unfinished;
  return is_text(last.role) && prose && last.line->depth == 0 && last.line->open && !last.line->tailed && last.line->chars >= kShortest;
}

bool is_torn_article(const DraftLine& last, std::string_view text) {
  return begins_law_article(*last.line) && is_text(last.role) && (last.line->open || fold(last_char(text)) == U'；');
}

bool is_headline(Role role) { return role == Role::column || role == Role::kicker || role == Role::title || role == Role::subtitle; }

bool may_be_text(const DraftLine& line) {
  return is_headline(line.role) && line.line->depth == 0 && line.line->open && !line.line->tailed;
}

bool is_spaced(std::string_view line) {
  for (std::size_t at = line.size(); (at = skip_han_back(line, at)) > 0;) {
    const char32_t c = fold(char_at(line, at = before(line, at)));
    if (c == U'\u3000' || c == U'—') return true;
    if (c == '-' && at > 0 && is_closing(char_at(line, before(line, at)))) return true;
    if (is_stop(c) || is_pause(c) || c == U'：') return false;
  }
  return false;
}

bool DraftEnds::enters_page(const std::vector<Draft>& drafts, std::size_t draft) const {
  const auto above = draft > 0 ? note_at_end(drafts[draft - 1].lines.back()) : std::nullopt;
  return (above && !above->out && !above->here) || (comes_from_page(drafts[draft]) && !resumes(drafts[draft]));
}

bool DraftEnds::comes_from_page(const Draft& draft) {
  const auto first = std::find_if(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return is_text(line.role); });
  return first != draft.lines.end() && (first->line->from_page || first->line->resumes);
}

bool DraftEnds::ends_with_note(const Draft& draft) const {
  const std::string_view last = text(draft.lines.back());
  return last.size() > 3 && (last.ends_with("）") || last.ends_with(')') || notes_.at_end(last));
}

bool DraftEnds::is_signed(const DraftLine& end) const {
  if (end.line->tailed || end.line->shape == Shape::tail) return true;
  const std::string_view last = text(end);
  const std::size_t open = std::max(last.rfind("（") + 1, last.rfind('(') + 1);
  if (fold(last_char(last)) == U'）') return open > 1 && is_stop(char_at(last, before(last, open - 1)));
  return ends_with_credit(end);
}

bool DraftEnds::ends_with_credit(const DraftLine& end) const {
  constexpr std::size_t kLongest = 12;  // characters
  const std::string_view line = text(end);
  const std::size_t stop = line.rfind("。");
  if (stop == std::string_view::npos || count_chars(line.substr(stop)) > kLongest + 1) return false;
  const auto& words = rules_.tables().compiled<WordTable>().list("picture");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return line.ends_with(word); });
}

}  // namespace jianbao
