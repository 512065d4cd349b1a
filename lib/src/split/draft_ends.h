// How an article ends: in the middle of a sentence, with a name, with a note of where it goes on.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"

namespace jianbao {

/// A line of running text that ends in the middle of a sentence.
bool breaks_off(const DraftLine& last);
inline bool breaks_off(const Draft& draft) { return breaks_off(draft.lines.back()); }

/// A line over a text: its column, kicker, title or subtitle.
bool is_headline(Role role);

/// A line of a headline that may be running text: set without marks, as long as a line that breaks off, and with no end.
bool may_be_text(const DraftLine& line);

/// Behind its last mark the line has a wide space or a dash, as rows and credits have, and those who are quoted: …”——领队 某某.
bool is_spaced(std::string_view line);

/// What the words at the end of an article say of its rest.
class DraftEnds {
 public:
  DraftEnds(const Page& page, const Rules& rules) : page_(page), rules_(rules) {}

  /// 下转本版 at the end of a line, 上接本版 at the end of what stands before the draft, or at its begin.
  bool jumps(const DraftLine& head, const std::vector<Draft>& drafts, std::size_t rest) const {
    const auto resumed_above = [&] { return rest > 0 && says(drafts[rest - 1], "jump_in") && says(drafts[rest - 1], "this_page"); };
    return says(head, "jump_out") && says(head, "this_page") && (resumes(drafts[rest]) || resumed_above());
  }

  /// （下转第3版）: what is printed below the line is another's.
  bool jumps_out(const DraftLine& line) const { return line.line->shape == Shape::jump_on && says(line, "jump_out"); }

  /// The rest is on another page: 下转第3版.
  bool leaves_page(const Draft& head) const { return says(head, "jump_out") && !says(head, "this_page"); }

  /// （上接第1版） stands above the draft, or begins it: what it goes on with is on another page.
  bool enters_page(const std::vector<Draft>& drafts, std::size_t draft) const;

  /// （上接第1版）持续加大投入: the text begins on another page.
  bool comes_from_page(const Draft& draft) const;

  /// The first line of the draft says where on the page it comes from.
  static bool resumes(const Draft& draft) { return draft.lines.front().line->resumes; }

  /// （下转第3版）
  bool ends_with_note(const Draft& draft) const;

  /// An author, agency or credit behind a finished sentence has ended the article: in brackets, or …收割晚稻。某社供图.
  bool is_signed(const DraftLine& end) const;

  bool ends_with_credit(const DraftLine& end) const;

 private:
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  /// Whether the end of a draft has a word of a list of words.tsv.
  bool says(const DraftLine& line, std::string_view list) const;
  bool says(const Draft& draft, std::string_view list) const { return says(draft.lines.back(), list); }

  const Page& page_;
  const Rules& rules_;
};

}  // namespace jianbao
