#include "numbering/numbering_repair.h"

#include <algorithm>
#include <map>
#include <set>

#include "numbering/numbering_document.h"
#include "numbering/numbering_glyphs.h"
#include "numbering/numbering_headings.h"
#include "numbering/numbering_lines.h"
#include "numbering/numbering_lost.h"
#include "numbering/numbering_marks.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr int kMostRounds = 8;  // a repaired label may show where the next hole is
constexpr int kArticleRank = 40;

class Repair {
 public:
  Repair(const Article& article, std::vector<LabelMark>& marks, const Rules& rules)
      : article_(article), marks_(marks), glyphs_(NumberingGlyphs::of(rules)), lines_(NumberingLines::of(rules)), signs_(DocumentSigns::of(rules)),
        excerpt_(signs_.names_excerpt(article.title)) {}

  /// Whether a label was found.
  bool round() {
    const std::vector<LabelMark> before = marks_;
    taken_.clear();
    for (const LabelMark& mark : before)
      if (mark.accepted) taken_.insert(mark.block);
    std::vector<LabelMark> found;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (!before[i].accepted || before[i].role() != StyleRole::unit) continue;
      if (before[i].gap && !(excerpt_ && before[i].rank() <= kArticleRank)) fill(before, i, found);
      else if (before[i].number > 1) restart(before, i, found);
    }
    for (std::size_t i = 0; i < before.size() && found.empty(); ++i)
      if (before[i].accepted && before[i].role() == StyleRole::unit) extend(before, i, found);
    for (std::size_t i = 0; i < before.size() && found.empty(); ++i) begin(before, i, found);
    for (std::size_t i = 0; i < before.size() && found.empty(); ++i) find_base(before, i, found), find_inserted(before, i, found);
    for (std::size_t i = 0; i < before.size() && found.empty(); ++i) begin_damaged(before, i, found);
    if (found.empty()) extend_articles(before, found);
    if (found.empty()) return false;
    insert(std::move(found));
    return true;
  }

 private:
  /// A paragraph that speaks of the items before it is none of them.
  bool refers_back(std::size_t block) const {
    const std::string_view text = article_.view(article_.blocks[block]);
    return lines_.role(text.substr(0, text.find("，"))) == LineRole::back;
  }

  struct Place {
    std::size_t block;
    Suspect suspect;
  };

  std::vector<Place> places(std::size_t begin, std::size_t end, int rank) const {
    std::vector<Place> out;
    for (std::size_t i = begin; i < end; ++i) {
      if (taken_.count(i) || !may_be_numbered(article_.blocks[i])) continue;
      std::vector<Suspect> suspects = glyphs_.suspects(article_.view(article_.blocks[i]));
      if (std::optional<Suspect> bare = glyphs_.bare_number(article_.view(article_.blocks[i]))) suspects.push_back(std::move(*bare));
      if (std::optional<Suspect> glued = glyphs_.glued_number(article_.view(article_.blocks[i]))) suspects.push_back(std::move(*glued));
      for (Suspect& suspect : suspects)
        if (suspect.style->rank == rank) {
          out.push_back({i, std::move(suspect)});
          break;
        }
    }
    return out;
  }

  /// The numbers missing before a mark, from the blocks between its neighbours: damaged labels, else blocks whose label is
  /// gone. Where a list runs on from section to section, its first members stand under the sections before.
  void fill(const std::vector<LabelMark>& marks, std::size_t at, std::vector<LabelMark>& found) {
    const LabelMark& mark = marks[at];
    const Hole hole{mark.after, mark.block, mark.missing_from > 1 || mark.after > 0, static_cast<std::size_t>(mark.number - mark.missing_from)};
    if (fill_damaged(mark, hole, found) || fill_lost(mark, hole, found)) return;
    if (const LabelMark* first = first_section(marks, at)) fill_damaged(mark, {first->block, mark.block, true, hole.missing}, found);
  }

  /// `2．` that seems to go on from `1．` of the section before, and in its own section a damaged `1．`: a list that begins anew.
  void restart(const std::vector<LabelMark>& marks, std::size_t at, std::vector<LabelMark>& found) {
    const LabelMark& mark = marks[at];
    if (mark.rank() <= kArticleRank) return;
    std::size_t above = at;
    while (above > 0 && !(marks[--above].accepted && marks[above].place < mark.place))
      if (marks[above].accepted && marks[above].list == mark.list) return;
    if (!marks[above].accepted || marks[above].place >= mark.place) return;
    const std::vector<Place> open = places(marks[above].block + 1, mark.block, mark.rank());
    if (static_cast<int>(open.size()) != mark.number - 1) return;
    for (int n = 1; n < mark.number; ++n)
      if (!open[static_cast<std::size_t>(n) - 1].suspect.may_be(n)) return;
    for (int n = 1; n < mark.number; ++n) add(open[static_cast<std::size_t>(n) - 1], n, found);
  }

  /// The first section, where no list of the mark's rank stands in the sections before it and some of its own are missing.
  static const LabelMark* first_section(const std::vector<LabelMark>& marks, std::size_t at) {
    const LabelMark* first = nullptr;
    for (std::size_t i = 0; i < at; ++i) {
      const LabelMark& mark = marks[i];
      if (mark.accepted && mark.role() == StyleRole::root) first = nullptr;
      if (!mark.accepted || mark.role() != StyleRole::unit) continue;
      if (mark.rank() == marks[at].rank()) return nullptr;
      if (!first && mark.place < marks[at].place) first = &mark;
    }
    return marks[at].missing_from == 1 ? first : nullptr;
  }

  /// All damaged labels of a hole where they are as many as the numbers, else those whose own number can be read. Returns
  /// whether there were any.
  bool fill_damaged(const LabelMark& mark, const Hole& hole, std::vector<LabelMark>& found) {
    std::vector<Place> open = places(hole.after + (hole.bounded ? 1 : 0), hole.before, mark.rank());
    const std::size_t before = found.size();
    std::erase_if(open, [&](const Place& place) { return is_label(place.block) && !fits(place, mark); });
    int number = mark.missing_from;
    for (const Place& place : open) {
      if (open.size() == hole.missing) {
        add(place, number++, found);
        continue;
      }
      for (int n = number; n < mark.number; ++n)
        if (place.suspect.may_be(n)) {
          add(place, n, found);
          number = n + 1;
          break;
        }
    }
    return found.size() > before;
  }

  /// Whether a block begins with a sound label, of this style or of another.
  bool is_label(std::size_t block) const {
    return std::any_of(marks_.begin(), marks_.end(), [&](const LabelMark& mark) { return mark.block == block && !mark.weak; });
  }

  /// Whether one of the numbers that are missing before a mark can be read there.
  static bool fits(const Place& place, const LabelMark& mark) {
    for (int n = mark.missing_from; n < mark.number; ++n)
      if (place.suspect.may_be(n)) return true;
    return false;
  }

  /// Nothing was printed, so nothing is kept as `printed`.
  bool fill_lost(const LabelMark& mark, const Hole& hole, std::vector<LabelMark>& found) {
    const std::size_t before = found.size();
    int number = mark.missing_from;
    const auto is_taken = [&](std::size_t block) { return taken_.count(block) > 0 || is_label(block) || refers_back(block) || (!hole.bounded && names_document(block)); };
    for (const std::size_t i : find_lost(article_, mark, hole, is_taken)) add({i, {mark.reading.style, {}, 0, true}}, number++, found);
    return found.size() > before;
  }

  /// The rest of a document's title, where OCR broke it, is none of its sections.
  bool names_document(std::size_t block) const { return signs_.names_document(article_.view(article_.blocks[block])); }

  /// Behind the last member of a list, damaged labels that are sound enough and whose number comes next.
  void extend(const std::vector<LabelMark>& marks, std::size_t last, std::vector<LabelMark>& found) {
    std::size_t end = last + 1;
    const bool run = runs_on(marks, last);
    const auto ends = [&](const LabelMark& mark) {
      if (run && mark.role() == StyleRole::unit && mark.rank() > kArticleRank && mark.place < marks[last].place) return false;  // （五） under 三、
      const bool aside = (mark.is_box() || mark.boxed) && !marks[last].boxed;  // the tree goes on behind a box
      return mark.accepted && !aside && (mark.list == marks[last].list || mark.place <= marks[last].place);
    };
    while (end < marks.size() && !ends(marks[end])) ++end;
    if (end < marks.size() && marks[end].list == marks[last].list) return;
    const std::size_t stop = end < marks.size() ? marks[end].block : article_.blocks.size();
    int number = marks[last].number + 1;
    std::vector<Place> unread;  // between two that can be read; believed where they are as many as the numbers between
    for (const Place& place : places(marks[last].block + 1, stop, marks[last].rank())) {
      const int next = number + static_cast<int>(unread.size());
      if ((place.suspect.sound || follows_semicolon(place.block) || heads_items(marks, last, place.block)) && place.suspect.may_be(number)) {
        unread.clear();
        add(place, number++, found);
      } else if (place.suspect.sound && place.suspect.may_be(next)) {
        for (const Place& between : unread) add(between, number++, found);
        unread.clear();
        add(place, number++, found);
      } else {
        unread.push_back(place);
      }
    }
    if (found.empty()) extend_lost(marks, last, stop, number, found);
  }

  /// Whether the list that a mark ends counts on from section to section.
  static bool runs_on(const std::vector<LabelMark>& marks, std::size_t last) {
    bool parted = false;
    for (std::size_t i = last; i-- > 0;) {
      if (!marks[i].accepted || marks[i].role() != StyleRole::unit || marks[i].boxed != marks[last].boxed) continue;
      if (marks[i].list == marks[last].list) return parted || runs_on(marks, i);
      parted = parted || marks[i].place < marks[last].place;
    }
    return false;
  }

  /// `2．` with nothing to count on from, and a damaged `1．` before it in the same section, or in an article that has no other
  /// section before it: a list of two. `（三）` likewise, where before it （-） and （=） stand for all that is missing.
  void begin(const std::vector<LabelMark>& marks, std::size_t first, std::vector<LabelMark>& found) {
    constexpr int kMost = 4;  // the first number that is sound
    const LabelMark& mark = marks[first];
    if (mark.accepted || mark.number < 2 || mark.number > kMost || mark.role() != StyleRole::unit || mark.rank() <= kArticleRank) return;
    std::size_t above = first;
    while (above > 0 && !(marks[--above].accepted && marks[above].rank() < mark.rank())) {
    }
    const bool below = above != first && marks[above].accepted && marks[above].rank() < mark.rank();
    if (!below && mark.weak && mark.number == 2) return;
    const auto count = static_cast<std::size_t>(mark.number) - 1;
    std::vector<Place> missing;
    std::size_t sound = 0;
    for (Place& place : places(below ? marks[above].block + 1 : 0, mark.block, mark.rank())) {
      if (!place.suspect.may_be(static_cast<int>(missing.size()) + 1) || (count == 1 && !place.suspect.sound)) continue;
      sound += place.suspect.sound;
      missing.push_back(std::move(place));
    }
    if (sound == 0 || missing.size() < count || (count > 1 && missing.size() > count)) return;
    for (std::size_t n = 0; n < count; ++n) add(missing[n], static_cast<int>(n) + 1, found);
  }

  /// 第王条 before 第三条之一: the article that an inserted one is named after, where the number before it says that it is missing.
  void find_base(const std::vector<LabelMark>& marks, std::size_t at, std::vector<LabelMark>& found) {
    const LabelMark& mark = marks[at];
    if (!mark.accepted || mark.rank() != kArticleRank || mark.reading.sub == 0) return;
    std::size_t before = at;
    while (before > 0 && !(marks[--before].accepted && marks[before].rank() == kArticleRank)) {
    }
    if (before == at || !marks[before].accepted || marks[before].rank() != kArticleRank || marks[before].number + 1 != mark.number) return;
    std::vector<Place> open = places(marks[before].block + 1, mark.block, kArticleRank);
    std::erase_if(open, [&](const Place& place) { return place.suspect.sub > 0 || !place.suspect.may_be(mark.number); });
    if (open.size() == 1) add(open.front(), mark.number, found);
  }

  /// 弟十条之一: an inserted article leaves no number out, and stands behind the one that it is named after.
  void find_inserted(const std::vector<LabelMark>& marks, std::size_t at, std::vector<LabelMark>& found) {
    const LabelMark& mark = marks[at];
    if (!mark.accepted || mark.rank() != kArticleRank) return;
    const auto end = std::find_if(marks.begin() + static_cast<std::ptrdiff_t>(at) + 1, marks.end(), [](const LabelMark& next) { return next.accepted && next.rank() <= kArticleRank; });
    int sub = mark.reading.sub;
    for (const Place& place : places(mark.block + 1, end == marks.end() ? article_.blocks.size() : end->block, kArticleRank))
      if (place.suspect.sub > sub && place.suspect.may_be(mark.number)) add(place, mark.number, found), sub = place.suspect.sub;
  }

  /// G）, 《2）: right below a unit two paragraphs with damaged labels of one style, the second sound enough: a list begins.
  void begin_damaged(const std::vector<LabelMark>& marks, std::size_t above, std::vector<LabelMark>& found) {
    constexpr int kItemRank = 80;
    const LabelMark& mark = marks[above];
    const std::size_t first = mark.block + 1, second = first + 1;
    if (!mark.accepted || mark.role() != StyleRole::unit || mark.rank() >= kItemRank || second >= article_.blocks.size()) return;
    const std::vector<Place> pair = places(first, second + 1, kItemRank);
    if (pair.size() != 2 || !pair[1].suspect.sound || !pair[1].suspect.may_be(2)) return;
    const std::string_view label = article_.view(article_.blocks[first]).substr(0, pair[0].suspect.length);
    if (!pair[0].suspect.may_be(1) && fold(last_char(label)) != U'）') return;
    add(pair[0], 1, found);
    add(pair[1], 2, found);
  }

  /// The articles of a law run on over its chapters, each of which begins with one: the paragraph below the heading of the last
  /// chapter is the next article, whatever became of its label.
  void extend_articles(const std::vector<LabelMark>& marks, std::vector<LabelMark>& found) {
    constexpr int kHabit = 2;  // chapters that begin with an article
    const LabelMark *article = nullptr, *chapter = nullptr;
    int headed = 0;
    for (const LabelMark& mark : marks) {
      if (!mark.accepted || mark.role() != StyleRole::unit || mark.rank() > kArticleRank) continue;
      if (mark.rank() < kArticleRank) {
        if (chapter) return;  // a part and its first chapter, or a chapter whose articles are lost
        chapter = &mark;
      } else {
        if (chapter && mark.block != chapter->block + 1) return;
        headed += chapter != nullptr;
        article = &mark;
        chapter = nullptr;
      }
    }
    if (!article || !chapter || headed < kHabit) return;
    const std::size_t block = chapter->block + 1;
    const bool paragraph = block < article_.blocks.size() && article_.blocks[block].kind == BlockKind::paragraph;
    if (paragraph && is_stop(last_char(article_.view(article_.blocks[block]))) && !refers_back(block))
      add({block, {article->reading.style, {}, 0, true}}, article->number + 1, found);
  }

  /// A list of parts of one sentence whose last member leaves it open has a further one, though its label is gone.
  void extend_lost(const std::vector<LabelMark>& marks, std::size_t last, std::size_t stop, int number, std::vector<LabelMark>& found) {
    const std::size_t block = marks[last].block + 1;
    if (last == 0 || marks[last].number < 2 || block >= stop || taken_.count(block) || is_label(block)) return;
    std::size_t sibling = last;
    while (sibling > 0 && marks[--sibling].list != marks[last].list) {
    }
    if (marks[sibling].list == marks[last].list && continues_sentence(article_, marks[sibling].block, marks[last].block, block) && !refers_back(block))
      add({block, {marks[last].reading.style, {}, 0, true}}, number, found);
  }

  /// A heading line right above an item that goes on with those of the section before, or begins anew.
  bool heads_items(const std::vector<LabelMark>& marks, std::size_t section, std::size_t block) const {
    if (!is_heading_line(article_.view(article_.blocks[block]))) return false;
    const auto is_item = [&](const LabelMark& mark) { return mark.accepted && mark.role() == StyleRole::unit && mark.place > marks[section].place; };
    const auto next = std::find_if(marks.begin(), marks.end(), [&](const LabelMark& mark) { return mark.block == block + 1; });
    if (next == marks.end() || !is_item(*next)) return false;
    for (auto mark = next; mark-- != marks.begin() + static_cast<std::ptrdiff_t>(section);)
      if (is_item(*mark) && mark->rank() == next->rank()) return next->number == mark->number + 1 || (next->number == 1 && mark->number > 1);
    return false;
  }

  /// A list whose last member ends with a semicolon has a further one.
  bool follows_semicolon(std::size_t block) const {
    return block > 0 && fold(last_char(article_.view(article_.blocks[block - 1]))) == U'；';
  }

  void add(const Place& place, int number, std::vector<LabelMark>& found) {
    if (!taken_.insert(place.block).second) return;
    const std::string_view text = article_.view(article_.blocks[place.block]);
    LabelMark mark;
    mark.block = place.block;
    mark.reading.style = place.suspect.style;
    mark.reading.rank = place.suspect.style->rank;
    mark.reading.number = number;
    mark.reading.length = place.suspect.length;
    mark.reading.sub = place.suspect.sub;
    mark.reading.close = place.suspect.style->close.back();
    if (place.suspect.style->rank <= kArticleRank) mark.reading.close = place.suspect.style->close.front();
    if (const LabelMark* sound = nearest(*mark.reading.style, mark.block))
      mark.reading.close = sound->reading.close, mark.reading.number_text = sound->reading.number_text;
    if (mark.reading.style->numerals == Numerals::formal) mark.reading.number_text = printed_formal(text.substr(0, place.suspect.length));
    const std::string_view rest = text.substr(place.suspect.length);
    mark.reading.gap = rest.size() - trim(rest).size() - (trim(rest).empty() ? 0 : trailing(rest));
    mark.number = number;
    mark.misread = true;
    found.push_back(mark);
  }

  /// The last sound label of a style before a block, else the first behind it: a repaired one is written as its neighbours
  /// are, 第10條 among 第9條 and 第11條.
  const LabelMark* nearest(const Style& style, std::size_t block) const {
    const LabelMark* found = nullptr;
    for (const LabelMark& mark : marks_) {
      if (found && mark.block > block) break;
      if (mark.accepted && !mark.misread && mark.reading.style == &style) found = &mark;
    }
    return found;
  }

  /// 貳 before a mark that is gone: the number itself may be sound, in either script.
  static std::string_view printed_formal(std::string_view label) {
    std::size_t end = 0;
    while (end < label.size() && is_formal_numeral(char_at(label, end))) next_char(label, end);
    return label.substr(0, end);
  }

  static std::size_t trailing(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0 && is_space(char_at(text, before(text, end)))) end = before(text, end);
    return text.size() - end;
  }

  void insert(std::vector<LabelMark> found) {
    std::set<std::size_t> blocks;
    for (const LabelMark& mark : found) blocks.insert(mark.block);
    std::erase_if(marks_, [&](const LabelMark& mark) { return blocks.count(mark.block) > 0; });
    marks_.insert(marks_.end(), found.begin(), found.end());
    std::sort(marks_.begin(), marks_.end(), [](const LabelMark& a, const LabelMark& b) { return a.block < b.block; });
  }

  const Article& article_;
  std::vector<LabelMark>& marks_;
  const NumberingGlyphs& glyphs_;
  const NumberingLines& lines_;
  const DocumentSigns& signs_;
  const bool excerpt_;  // what is missing was left out
  std::set<std::size_t> taken_;
};

/// `一）` and `2）` are damaged where the article uses `（一）`, and where its （1） leave numbers out.
void doubt_halves(std::vector<LabelMark>& marks) {
  const auto has = [&](std::string_view style, bool gap) {
    return std::any_of(marks.begin(), marks.end(), [&](const LabelMark& m) { return m.reading.style->id == style && (m.gap || !gap); });
  };
  if (has("cn-paren", false)) std::erase_if(marks, [](const LabelMark& mark) { return mark.reading.style->id == "cn-half"; });
  if (has("ar-paren", true)) std::erase_if(marks, [](const LabelMark& mark) { return mark.reading.style->id == "ar-half"; });
}

}  // namespace

void repair_labels(const Article& article, std::vector<LabelMark>& marks, const Rules& rules) {
  doubt_halves(marks);
  decide_sequence(marks, false);
  for (int i = 0; i < kMostRounds; ++i) {
    if (!Repair(article, marks, rules).round()) return;
    decide_sequence(marks, false);
  }
}

}  // namespace jianbao
