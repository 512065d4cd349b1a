// How an article ends: in the middle of a sentence, with a name, with a note of where it goes on.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/jump_note.h"
#include "tables/tables.h"

namespace jianbao {

/// A line of running text that ends in the middle of a sentence.
bool breaks_off(const DraftLine& last);
inline bool breaks_off(const Draft& draft) { return breaks_off(draft.lines.back()); }

/// 第十四条　国, 第十四条　…依法给予处分；: an article of a law that does not end with a sentence was torn, however short it is.
bool is_torn_article(const DraftLine& last, std::string_view text);

/// A line over a text: its column, kicker, title or subtitle.
bool is_headline(Role role);

/// A line of a headline that may be running text: set without marks, as long as a line that breaks off, and with no end.
bool may_be_text(const DraftLine& line);

/// Behind its last mark the line has a wide space or a dash, as rows and credits have, and those who are quoted: …”——领队 某某.
bool is_spaced(std::string_view line);

/// What the words at the end of an article say of its rest.
class DraftEnds {
 public:
  DraftEnds(const Page& page, const Rules& rules) : page_(page), rules_(rules), notes_(rules.tables().compiled<JumpNotes>()) {}

  /// 下转本版 at the end of a line, 上接本版 at the end of what stands before the draft, or at its begin.
  bool jumps(const DraftLine& head, const std::vector<Draft>& drafts, std::size_t rest) const {
    const auto is_here = [](const std::optional<JumpNote>& note, bool out) { return note && note->out == out && note->here; };
    return is_here(note_at_end(head), true) && (resumes(drafts[rest]) || (rest > 0 && is_here(note_at_end(drafts[rest - 1].lines.back()), false)));
  }

  /// The rest is on another page: 下转第3版. What is printed below the line is another's.
  bool leaves_page(const DraftLine& line) const {
    const auto note = note_at_end(line);
    return note && note->out && !note->here;
  }

  /// The rest stands elsewhere on this page: 下转本版.
  bool leaves_here(const DraftLine& line) const {
    const auto note = note_at_end(line);
    return note && note->out && note->here;
  }

  /// As leaves_page() of a draft, or of the line below it that says only that.
  bool leaves_page(const std::vector<Draft>& drafts, std::size_t draft) const {
    const auto is_note = [&](const DraftLine& line) { return line.line->shape == Shape::jump && leaves_page(line); };
    return leaves_page(drafts[draft].lines.back()) || (draft + 1 < drafts.size() && is_note(drafts[draft + 1].lines.front()));
  }

  /// （上接第1版） stands above the draft, or begins it: what it goes on with is on another page.
  bool enters_page(const std::vector<Draft>& drafts, std::size_t draft) const;

  /// （上接第1版）持续加大投入: the text begins on another page.
  static bool comes_from_page(const Draft& draft);

  /// The first line of the draft says where on the page it comes from.
  static bool resumes(const Draft& draft) { return draft.lines.front().line->resumes; }

  /// （下转第3版）, （方小禾）
  bool ends_with_note(const Draft& draft) const;

  /// An author, agency or credit behind a finished sentence has ended the article: in brackets, or …收割晚稻。某社供图.
  bool is_signed(const DraftLine& end) const;

  bool ends_with_credit(const DraftLine& end) const;

 private:
  std::string_view text(const DraftLine& line) const { return page_.view(line.line->span); }

  std::optional<JumpNote> note_at_end(const DraftLine& line) const { return notes_.at_end(text(line)); }

  const Page& page_;
  const Rules& rules_;
  const JumpNotes& notes_;
};

}  // namespace jianbao
