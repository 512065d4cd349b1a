#include "split/verses.h"

#include <algorithm>
#include <cstddef>

namespace jianbao {
namespace {

constexpr std::size_t kFew = 6;        // lines, where nothing but their length tells
constexpr std::size_t kFewOfAuthor = 3;  // verses under who wrote them
constexpr std::size_t kHead = 2;       // lines that a title and an author, or a kicker, take
constexpr std::uint32_t kLongestVerse = 16, kRareName = 4;  // characters

bool is_short(const Line& line) {
  return line.depth == 0 && line.chars <= kLongestVerse &&
         (line.shape == Shape::brief || line.shape == Shape::tiny || line.shape == Shape::name || line.shape == Shape::row || line.shape == Shape::prose);
}

/// 天空也破了许多处: a verse between others that ends as the name of an office does.
bool ends_as_name(const std::vector<Line>& lines, std::size_t begin, std::size_t i) {
  return i > begin && i + 1 < lines.size() && lines[i].shape == Shape::organisation && lines[i].depth == 0 && lines[i].chars <= kLongestVerse && is_short(lines[i + 1]);
}

bool may_be_title(const Line& line) { return line.open && (line.shape == Shape::brief || line.shape == Shape::tiny || line.shape == Shape::brief_marked || line.shape == Shape::name); }

/// Short lines, one right behind the other.
struct Run {
  std::size_t begin, end;
  std::size_t head;   ///< of its first lines, how many may be the title of the rest and who wrote it
  bool authored;      ///< an author stands over the rest: they are verses, not a list
};

Run head_of(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  const auto is_title = [&](std::size_t i) { return lines[i].depth > 0 || may_be_title(lines[i]); };
  if (begin > 1 && lines[begin - 1].shape == Shape::byline && is_title(begin - 2)) return {begin, end, 0, true};
  if (begin > 0 && lines[begin].shape == Shape::name && lines[begin - 1].depth > 0) return {begin, end, 1, true};
  if (end - begin > kHead && may_be_title(lines[begin]) && lines[begin + 1].shape == Shape::name) return {begin, end, kHead, true};
  return {begin, end, kHead, false};
}

/// A line without a stop, a name, and a verse with a stop: the next poem and who wrote it. Verses without stops say nothing of the kind.
bool begins_poem(const std::vector<Line>& lines, const Run& run, std::size_t i) {
  return i > run.begin + run.head && i + kHead < run.end && may_be_title(lines[i]) && lines[i + 1].shape == Shape::name && !lines[i + 2].open;
}

/// The title of a poem, and who wrote it.
void mark_head(std::vector<Line>& lines, std::size_t title) { lines[title].shape = Shape::brief_marked, lines[title + 1].shape = Shape::byline; }

/// What stands behind a run says which of its last lines may be a headline.
struct Below {
  bool ends_here;    ///< the page, or an article
  bool heads_next;   ///< no title stands over a column, nor over an act
  bool marked_next;  ///< the next title is marked: the last line is a verse still
};

Below below(const std::vector<Line>& lines, std::size_t end) {
  if (end == lines.size()) return {true, false, false};
  const Shape shape = lines[end].shape;
  return {shape == Shape::staff || shape == Shape::folio || shape == Shape::tail, shape == Shape::rubric || shape == Shape::document_title, lines[end].depth > 0};
}

/// The last two lines of a run are the title of the text below and who wrote it.
bool heads_text(const std::vector<Line>& lines, const Run& run) {
  constexpr std::uint32_t kText = 24;  // characters
  return run.end < lines.size() && run.end > run.begin + run.head + kHead && lines[run.end].shape == Shape::prose && lines[run.end].chars >= kText &&
         lines[run.end - 1].shape == Shape::name && may_be_title(lines[run.end - 2]);
}

/// 读者来信: below verses that are all longer, or below one that ends with a stop, a few characters over a marked title are the name of a column.
bool ends_with_column(const std::vector<Line>& lines, const Run& run) {
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(run.begin + run.head), last = lines.begin() + static_cast<std::ptrdiff_t>(run.end - 1);
  if (last->shape == Shape::tiny && last->open && begin < last && !(last - 1)->open) return true;
  return last->shape == Shape::tiny && std::all_of(begin, last, [&](const Line& verse) { return verse.chars > last->chars; });
}

void read_verses(std::vector<Line>& lines, const Run& run) {
  const auto [ends_here, heads_next, marked_next] = below(lines, run.end);
  const bool to_end = run.authored && (ends_here || marked_next);
  const bool heads = heads_text(lines, run);
  const std::size_t last = !to_end ? run.end - kHead : marked_next && ends_with_column(lines, run) ? run.end - 1 : run.end;
  for (std::size_t j = run.begin; j < run.end; ++j) {
    Line& line = lines[j];
    const bool inside = j >= run.begin + run.head && j < last;
    const bool verse = j > run.begin && line.shape == Shape::name && line.chars == kRareName;  // 关成星星
    if (inside || verse) line.shape = Shape::row;
    else if (heads && j >= last) line.shape = j == last ? Shape::brief_marked : Shape::byline;
    else if (line.shape == Shape::brief && j > run.begin && (j + 1 < run.end || heads_next || marked_next)) line.shape = Shape::verse;
    else if (line.shape == Shape::tiny && j > run.begin && (heads_next || ends_here)) line.shape = Shape::verse;
  }
}

}  // namespace

void find_verses(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i < lines.size() && (is_short(lines[i]) || ends_as_name(lines, begin, i))) ++i;
    Run run = head_of(lines, begin, i);
    if (i - begin < (run.authored ? run.head + kFewOfAuthor : kFew)) continue;
    if (run.authored && run.head == kHead && i - begin >= kHead + kFew) mark_head(lines, begin);
    for (std::size_t j = begin; run.authored && j < run.end; ++j) {
      if (!begins_poem(lines, run, j)) continue;
      mark_head(lines, j);
      read_verses(lines, {run.begin, j, run.head, true});
      run = {j + kHead, i, 0, true};
    }
    read_verses(lines, run);
  }
}

}  // namespace jianbao
