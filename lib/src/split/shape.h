// Lines of a page, and the shape each has by itself, before its neighbours say what it does there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "numbering/numbering.h"

namespace jianbao {

/// The names in shapes.tsv and layout_shapes.tsv, in the order of kShapeNames.
enum class Shape : std::uint8_t {
  ornament, folio, paper, staff, jump, jump_on, fixture, weather, index, tail, dateline, byline, name, tiny, credit, caption,
  notice_heading, notice_item, notice_text, notice_row, date, signature, organisation, row, label, label_title, box_label, document_title, document_note, letterhead, turn, preface, closing,
  aside, deck, brief, brief_act, brief_marked, brief_unmarked, brief_lead_in, lead_on, rubric, verse, offer, imprint, fragment, headed, series_head, prose
};

inline constexpr std::size_t kShapes = 49;

struct Line {
  Span span;                  ///< of its text in Page::text, without Markdown marks and the spaces around
  Shape shape = Shape::prose;
  int depth = 0;              ///< number of Markdown marks #; 0: none
  bool blank_before = false;
  bool beside = false;        ///< stands on the same printed line as the one before it, or under such a one
  bool headline = false;      ///< one of a row of headlines, over the columns of their texts
  bool open = false;          ///< ends without an end of a sentence
  bool tailed = false;        ///< ends with an author or agency in brackets, as last paragraphs do
  bool listed = false;        ///< begins with the same bullet as the line before: the next of several short items
  bool resumes = false;       ///< begins with where on the page its text comes from: （上接本版左上）
  bool from_page = false;     ///< the same of another page: （上接第1版）
  bool unfinished = false;    ///< ends with a mark or word that goes on, as none of 1,581 headlines of real and made pages does
  bool begun = false;         ///< begins with the rest of a word or of a text, as no headline does: 时，不负农民, （上接第1版）持续加大投入
  bool connected = false;     ///< prose that begins with a word that ties it to the text before: 不过，…
  bool learnt = false;        ///< prose that begins with who learnt the news from whom, as a report does: 9月2日，记者从县水务局获悉，…
  bool pointing = false;      ///< begins as a picture's text does, whatever shape its neighbours give it
  bool signs = false;         ///< an organisation that signs the notice above, and begins no heading
  int column = 0;             ///< of several that were read across: its number from the left, from 1 on
  bool broken = false;        ///< the last line of such a column, which breaks off in the middle of a sentence
  bool own = false;           ///< a brief without a title: one of several with the same bullet, each signed
  std::uint32_t chars = 0;
  std::vector<Span> more;     ///< the printed lines below that go on in it: of a column that was read across, or of a document's title
  std::optional<LabelMatch> label = {};  ///< that its text begins with, whatever its shape
};

/// 第一章, 第一条, 一、, 1．: what a document begins to count with, which is no label of an annex.
inline bool counts_from_one(const Line& line) { return line.label && line.label->number == 1 && line.label->rank > kAnnexRank; }

/// 第十条, 第12條
inline bool begins_law_article(const Line& line) { return line.label && line.label->rank == kArticleRank; }

/// A short line that words alone do not tell from a headline.
inline bool is_brief(Shape shape) { return shape == Shape::brief || shape == Shape::brief_act || shape == Shape::brief_marked || shape == Shape::brief_unmarked; }

/// In half characters: what is Han has three bytes, what is half as wide one.
inline std::uint32_t width_of(const Line& line) { return line.chars + (static_cast<std::uint32_t>(line.span.size()) - line.chars) / 2; }

/// What stands on all printed lines of one.
std::string text_of(const Page& page, const Line& line);

/// The lines of a page that are not blank, in order, each with its shape. Of columns that were read across (clean/unweave.h) one behind the
/// other; `between` receives what stands between them and belongs to no line.
std::vector<Line> find_lines(const Page& page, const Rules& rules, std::vector<Span>& between);

/// A paragraph that stands in several places of a page, as a line.
Line read_paragraph(const Page& page, const Rules& rules, const std::vector<Span>& places);

}  // namespace jianbao
