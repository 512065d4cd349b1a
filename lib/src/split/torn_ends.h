// Where the articles of a page break off, and what may be the rest of one: the ends that stitching pairs.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"
#include "split/draft_labels.h"
#include "split/seams.h"

namespace jianbao {

/// Where the text of an article may break off: at its end, inside of it where a sentence has no end or cleaning made a seam, or behind
/// it, in the headline of the next: a paragraph that was torn near its begin looks like a line of one.
struct TornHead {
  enum class Where { end, inside, seam, headline };

  std::size_t article = 0;
  std::size_t lines = 0;  ///< of the article, before the tear
  DraftLine end{};        ///< the last line before the tear; that of a headline is one of the next draft
  Where where = Where::end;
  bool stub = false;      ///< an article ends with a few words that are no sentence
  bool item = false;      ///< or with an item that has no end mark, as those before it have
  bool paused = false;    ///< or behind a semicolon or a colon, where a sentence or a list goes on
  bool heading = false;   ///< or with the heading of a unit, under which a paragraph or a lower unit stands
  bool quoting = false;   ///< or with a finished sentence of a speech, whose quotation mark is left open

  /// What follows may begin with a number: no sentence is open.
  bool may_count_on() const { return paused || heading || (where == Where::end && !end.line->open && !stub); }
  bool inside() const { return where == Where::inside; }
  bool headline() const { return where == Where::headline; }
};

/// A run of lines that may be a tail: an article as a whole, or from one of its paragraphs on.
struct TornTail {
  struct Number {
    const LabelMatch* label;
    bool led;  ///< what stands before the tail leads to it
  };

  std::size_t article = 0, from = 0;  ///< from: index of its first line
  std::vector<Number> numbers;        ///< the first label of each style
  std::size_t unnumbered = 0;         ///< lines before the first number

  /// How near its first number stands to its begin, behind the rest of a paragraph or two: 1 to 0. The more paragraphs stand between, the more likely
  /// are they of what the tail is cut from.
  double nearness() const { return from == 0 || unnumbered <= 1 ? 1 : 1.5 / static_cast<double>(unnumbered); }
};

/// A line of a column has so many characters at least: text that breaks off mostly fills one.
inline constexpr std::uint32_t kFullLine = 14;

/// All ends of a page. Articles are counted among those drafts that are some, or hold text that may be another's.
struct TornEnds {
  std::vector<std::size_t> articles;  ///< drafts
  std::vector<TornHead> heads;
  std::vector<TornTail> tails;            ///< by article, in its order from the end
  std::vector<DraftLabels> labels;    ///< by article
  std::vector<std::vector<std::string_view>> speakers;  ///< by article and line; empty where nobody speaks

  /// 1: a number that the tail has first of its style comes behind the last one of the first lines of an article, and not behind what
  /// stands before the tail; -1: the other way round. The first of them that tells counts.
  int numbers_between(std::size_t article, std::size_t lines, const TornTail& tail) const;

  /// Whether somebody speaks in the tail.
  bool speaks(const TornTail& tail) const;

  /// Whether one who speaks in the tail speaks before the end of the head, too, and none who does speaks before the tail where it stands.
  bool speaks_with(const TornHead& head, const TornTail& tail) const;
};

TornEnds find_torn_ends(const std::vector<Draft>& drafts, const Page& page, const Rules& rules, const Seams& seams);

/// What others have left: the articles that end broken off, and what may be their rest: a piece that stands alone, as what stood behind a head does that
/// has found its rest elsewhere, or a part of an article that took something, which has flags: two tails that stood one behind the other have both
/// moved with the first.
TornEnds find_ends_left_behind(const std::vector<Draft>& drafts, const Page& page, const Rules& rules, const Seams& seams);

/// An article breaks off there; from any other end only a number leads on.
bool is_open(const TornHead& head);

/// What stands behind a picture and its credit, or behind the end of a notice, is not about it, and so stands alone.
bool is_strange(const Draft& draft, std::size_t from);

/// Running text, whatever a notice or a box of furniture made of it.
bool reads_on(const DraftLine& line);

/// A line that a text belongs to; not who signs, which has ended one.
bool is_over_text(const DraftLine& line);

/// ”他说: a mark that closes, parts or ends something, as no line begins.
bool begins_with_mark(std::string_view text);

/// 。他说: a mark that ends or parts sentences, and no other behind it, as OCR reads specks.
bool begins_with_stop(std::string_view text);

}  // namespace jianbao
