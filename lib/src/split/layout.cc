#include "split/layout.h"

#include <algorithm>
#include <limits>

#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_tales.h"
#include "split/layout_signs.h"
#include "split/layout_table.h"
#include "split/line_authors.h"
#include "split/line_shape.h"
#include "split/page_habits.h"

namespace jianbao {
namespace {

constexpr float kUndated = 1.5f;       // of a title (is_undated)
constexpr float kNoCrosshead = 2; // a line marked as the titles of the page are
constexpr float kNoFixture = 4;   // a finished sentence under the page's head or a headline
constexpr float kNoHead = 4;      // a paragraph that ends a sentence stands over nothing, nor does a line that goes on
constexpr std::uint32_t kLongestHead = 12;  // characters
constexpr float kNoTitle = 2;     // one marked as the sections of the page's documents are
constexpr std::uint32_t kLongestNameplate = 5;  // characters; a headline that ends in 晚报 is longer
constexpr std::uint32_t kLongestCredit = 40;  // characters
constexpr float kNoCredit = 6;
constexpr float kOfCredit = 2;    // what stands in brackets below it
constexpr float kNoDash = 4;      // ——三月楼市走访记 goes on with what the title begins
constexpr std::uint32_t kSpacedWord = 3;  // characters of 守　业: a word set to a line's width
constexpr float kConnected = 3;   // 不过，…: of 396 articles none begins so, of 106 texts under a crosshead five
constexpr float kTornAgain = 2.5f;
constexpr float kUnled = 5;       // a dateline without a title, on a page where titles stand over datelines
constexpr float kNamedBehind = 7;  // of a step that is excluded else
constexpr float kUnderWeather = 6;  // the same
constexpr float kPictureTitle = 2.5f;
constexpr float kNoItem = 4;      // ■ before what a headline says further; a further item begins no article
constexpr float kNoColumn = 5;    // 方　鉴: a name set to the width of three characters
constexpr float kOwn = 5;         // what is known to begin an article needs no title
constexpr float kNoAuthor = 6;    // documents say nothing of who wrote them
constexpr float kUnderHead = 5;   // a dateline under a headline is no text of the article above
constexpr float kBehindDate = 3.5f;  // a notice ends with its date
constexpr float kInUnit = 7;      // the page's head between two halves of a unit, whose first reads as a heading
constexpr float kLearnt = 2;      // a report begins so without a dateline; sections of one seldom do
constexpr float kOverDocument = 3;  // an office over the title of a document: whose that is
constexpr float kOverUnits = 4;   // the title of a document stands over its first unit
constexpr float kOverAuthor = 1.5f;  // a headline, what it is about, and who wrote it
constexpr float kOverLetter = 4;  // what a letter begins with stands under its title
constexpr float kOverSeries = 5;  // the first section of a series stands under the title of all
constexpr float kOverReport = 5;  // under a timetable, a headline rather than its last row
constexpr float kOverRows = 3;    // a table under a text has a title of its own, and so has a talk whose heading is known for one
constexpr float kLetterDate = 4;  // over 编后：… it is of who signed the letter, and no note under a title
constexpr float kResumed = 4;     // 上接… is no text, and what it stands over begins another article's rest
constexpr float kFromPage = 7;    // so does a paragraph that it begins
constexpr float kToldBelow = 6;   // news below a line that may be its headline, behind notices
constexpr float kNoSection = 6;    // the heading of a notice that says what it names
constexpr float kInColumn = 4;  // no headline is set as small as the text around it, so that lines of both come out side by side
constexpr float kSignedDate = 2;  // a date under who signs is no date of the page

/// Lengths that titles, crossheads and columns mostly have, in characters. Set by hand, like the tables: beyond them a line is
/// less likely to be one, not excluded.
void weigh_length(const Line& line, Costs& costs) {
  const auto n = line.chars;
  if (n < 5) costs[at(Role::title)] += 1.2f;
  if (n > 30) costs[at(Role::title)] += 1.0f;
  if (n > 38) costs[at(Role::title)] += 1.5f;
  if (n > 20) costs[at(Role::crosshead)] += 1.2f;
  if (n > 28) costs[at(Role::crosshead)] += 2.0f;
  if (line.shape != Shape::rubric) {  // that it is one is known from its words
    if (n > 9) costs[at(Role::column)] += 2.5f;
    if (n > 12) costs[at(Role::column)] += 3.0f;
  }
  if (n > 36) costs[at(Role::kicker)] += 1.5f;
}

bool is_unit(const Line& line) { return line.shape == Shape::label || line.shape == Shape::label_title; }

/// What stands at the head of a page before its first article.
bool is_head(Shape shape) { return shape == Shape::paper || shape == Shape::folio || shape == Shape::staff || shape == Shape::ornament; }

/// `at_head`: nothing but such lines stands before it.
Costs cost_of(const Line& line, const PageHabits& habits, const LayoutTable& table, bool at_head) {
  const bool unmarked = line.shape == Shape::brief && habits.marked && line.chars > kSpacedWord;  // a word set wide shows itself
  const Shape shape = unmarked ? Shape::brief_unmarked : line.shape;
  Costs costs = table.of_shape[static_cast<std::size_t>(shape)];
  if (is_brief(shape) || shape == Shape::tiny || shape == Shape::rubric || shape == Shape::notice_heading) weigh_length(line, costs);
  const bool masthead = at_head && shape == Shape::paper && line.chars <= kLongestNameplate;  // # 安岭日报
  if (line.depth > 0 && !is_brief(shape) && !masthead) {  // a marked line is a heading of some kind, whatever it looks like
    for (const Role role : {Role::body, Role::report, Role::notice_more, Role::tail, Role::furniture}) costs[at(role)] += 2;
    if (shape != Shape::byline) costs[at(Role::byline)] += 2;
    if (shape != Shape::deck && shape != Shape::byline) costs[at(Role::title)] = std::min(costs[at(Role::title)], shape == Shape::notice_heading ? 4.0f : 2.0f);
  }
  if (line.depth > 0 && line.depth == habits.section_depth) costs[at(Role::title)] += kNoTitle;
  if (shape == Shape::prose && line.chars > kLongestCredit) costs[at(Role::credit)] += kNoCredit;
  if (shape == Shape::prose && !line.open && line.chars > kLongestHead && line.depth == 0)
    for (const Role role : {Role::column, Role::kicker, Role::title, Role::subtitle}) costs[at(role)] += kNoHead;
  if ((line.unfinished || line.begun) && line.depth == 0)
    for (const Role role : {Role::column, Role::kicker, Role::title, Role::subtitle, Role::crosshead}) costs[at(role)] += kNoHead;
  if (line.tailed && shape == Shape::prose) costs[at(Role::caption)] += 3;  // signed by an author, by no photographer
  if (line.depth > 0 && line.depth == habits.title_depth) costs[at(Role::crosshead)] += kNoCrosshead;
  if (habits.marked && line.depth == 0 && shape == Shape::document_title) costs[at(Role::title)] += 2.5f;
  if (habits.marked && line.depth == 0 && shape == Shape::notice_heading) costs[at(Role::notice_heading)] += 1;
  return costs;
}

/// What a document begins with: its first unit, or the note of when it was passed.
bool begins_document(const Line& line) { return line.shape == Shape::document_note || counts_from_one(line); }

/// What the next line says of this one: a short paragraph over a credit on a line of its own is the picture's text, a short
/// line over a date is who signs, one over a name is what somebody wrote.
void weigh_next(const Line& line, const Line& next, Costs& costs) {
  constexpr std::uint32_t kLongestPicture = 160, kLongestFixture = 6;  // characters
  if (next.shape == Shape::credit && line.shape == Shape::prose && line.chars <= kLongestPicture) costs[at(Role::caption)] -= 3;
  const bool signs = line.shape == Shape::organisation || line.shape == Shape::name || line.shape == Shape::brief || line.shape == Shape::tiny;
  if (next.shape == Shape::date && signs && line.depth == 0) costs[at(Role::tail)] -= 3.5f;
  if (next.shape == Shape::date && line.shape == Shape::organisation && line.depth == 0) costs[at(Role::title)] += 1.5f;
  const bool signed_below = next.shape == Shape::name || next.shape == Shape::byline;
  const bool over_weather = next.shape == Shape::weather && line.depth == 0 && may_be_head(line);  // 临朔天气
  const bool over_hotline = next.shape == Shape::staff && line.depth > 0 && is_brief(line.shape);     // ## 便民登报
  if ((over_weather || over_hotline) && line.chars <= kLongestFixture) costs[at(Role::fixture)] = 0;
  if (next.shape == Shape::document_note && !next.open && (is_brief(line.shape) || line.shape == Shape::deck)) costs[at(Role::title)] -= kOverLetter;  // 编辑同志：
  if (next.shape == Shape::series_head && may_be_head(line)) costs[at(Role::title)] -= kOverSeries;
  if (line.shape == Shape::document_title && line.depth == 0 && begins_document(next)) costs[at(Role::title)] -= kOverUnits;
  if (line.shape == Shape::organisation && line.depth == 0 && next.shape == Shape::document_title && next.depth == 0) {  // whose document it is
    costs[at(Role::kicker)] -= kOverDocument;
    for (const Role role : {Role::body, Role::report}) costs[at(role)] += kOverDocument;
  }
  if (next.shape == Shape::dateline && line.depth == 0) costs[at(Role::fixture_body)] += kOverReport;
  if (line.shape == Shape::brief_marked && (next.shape == Shape::row || (next.shape == Shape::turn && line.depth == 0))) costs[at(Role::crosshead)] += kOverRows;
  if (next.connected) costs[at(Role::title)] += kConnected;
  if (line.shape == Shape::date && next.shape == Shape::turn) costs[at(Role::note)] += kLetterDate;
  if (line.shape == Shape::tiny && signed_below) costs[at(Role::byline)] += 2, costs[at(Role::title)] -= 1.5f;
}

/// A headline that is too long for a narrow column is set in two lines of one width: line `i` and the next are such, over a dateline
/// or byline. A kicker is set in a smaller type, and where there is room for longer lines it may be as wide by chance.
bool are_halves(const std::vector<Line>& lines, std::size_t i) {
  constexpr std::uint32_t kShortest = 6, kLongest = 11;  // characters
  if (i + 2 >= lines.size() || (lines[i + 2].shape != Shape::dateline && lines[i + 2].shape != Shape::byline)) return false;
  const Line &before = lines[i], &line = lines[i + 1];
  if (before.shape != Shape::brief || line.shape != Shape::brief || before.depth > 0 || line.depth > 0 || !before.blank_before) return false;
  const auto [narrow, wide] = std::minmax({width_of(before), width_of(line)});
  return wide - narrow <= 1 && std::min(line.chars, before.chars) >= kShortest && std::max(line.chars, before.chars) <= kLongest;
}

/// Behind a finished text, above a dateline, and set off from both: a title, whatever marks stand in it.
bool is_set_off_title(const Line& before, const Line& line, const Line& next) {
  constexpr std::uint32_t kLongest = 26;  // characters
  return next.shape == Shape::dateline && line.shape == Shape::prose && line.open && line.chars <= kLongest && line.depth == 0 &&
         !before.open && line.blank_before && next.blank_before;
}

/// Between finished texts, on a page whose articles say below the title who wrote them, or when and where: rather a crosshead than a title.
bool is_undated(const Line& before, const Line& line, const Line& next, const PageHabits& habits) {
  return habits.dated && is_brief(line.shape) && before.shape == Shape::prose && !before.open && !before.tailed && next.shape == Shape::prose;
}

/// Behind an item without a stop, as the last line of an annex is: a line set off from it, with a dateline right below.
bool is_title_behind_item(const Line& before, const Line& line, const Line& next) {
  return next.shape == Shape::dateline && !next.blank_before && is_brief(line.shape) && line.blank_before &&
         (before.shape == Shape::label_title || before.shape == Shape::label);
}

/// Below a paragraph that breaks off, and over what may be a title: a short line that cleaning found to be no rest of that paragraph. As
/// text it would be another that breaks off.
bool is_head_behind_torn(const std::vector<Line>& lines, std::size_t i) {
  if (i < 2 || i + 1 >= lines.size()) return false;
  const Line &above = lines[i - 2], &torn = lines[i - 1], &line = lines[i], &next = lines[i + 1];
  const bool listed = above.open && !is_unit(above);  // of several short lines this one is the last
  const bool breaks_off = torn.open && !torn.tailed && torn.depth == 0 && (is_brief(torn.shape) || torn.shape == Shape::prose || is_unit(torn));
  return breaks_off && !listed && is_brief(line.shape) && line.depth == 0 && line.open && line.blank_before && is_brief(next.shape);
}

/// Text that breaks off, and a line right below it.
bool goes_on_below(const Line& before, const Line& line) {
  return before.shape == Shape::prose && before.open && !before.tailed && !line.blank_before && line.depth == 0 && !line.beside;
}

/// What the lines on both sides say of a line, where blank lines tell.
void weigh_between(const std::vector<Line>& lines, std::size_t i, Costs& costs) {
  constexpr float kHalf = 7, kSetOff = 6, kInSentence = 2.5f;
  if (are_halves(lines, i)) costs[at(Role::kicker)] += kHalf, costs[at(Role::column)] += kHalf;
  if (i == 0) return;
  if (are_halves(lines, i - 1)) costs[at(Role::subtitle)] += kHalf;
  if (goes_on_below(lines[i - 1], lines[i]))
    for (const Role role : {Role::column, Role::kicker, Role::title, Role::crosshead}) costs[at(role)] += kInSentence;
  if (i + 1 < lines.size() && (is_set_off_title(lines[i - 1], lines[i], lines[i + 1]) || is_title_behind_item(lines[i - 1], lines[i], lines[i + 1]))) costs[at(Role::title)] -= kSetOff;
}

/// Whether a few characters stand over a picture's text: one that says so, or a short paragraph with a credit behind it.
bool is_over_picture(const std::vector<Line>& lines, std::size_t i) {
  constexpr std::uint32_t kLongestPicture = 200;  // characters
  constexpr std::uint32_t kShortest = 3;  // of a title: OCR leaves pairs of characters behind
  if (i + 1 >= lines.size() || lines[i].shape != Shape::tiny || lines[i].chars < kShortest) return false;
  if (lines[i + 1].shape == Shape::caption) return true;
  return i + 2 < lines.size() && lines[i + 1].shape == Shape::prose && lines[i + 1].chars <= kLongestPicture && lines[i + 2].shape == Shape::credit;
}

/// The title of a document over the sentence that says why it was made, and that over its first unit; whom it is sent to may stand between.
bool is_over_preamble(const Page& page, const std::vector<Line>& lines, std::size_t i) {
  if (lines[i].shape != Shape::document_title || lines[i].depth > 0) return false;
  const auto is_prose = [&](std::size_t n) { return n + 1 < lines.size() && lines[n].shape == Shape::prose; };
  const bool sent = is_prose(i + 1) && is_prose(i + 2) && fold(last_char(page.view(lines[i + 1].span))) == U'：';
  const std::size_t preamble = i + (sent ? 2 : 1);
  return is_prose(preamble) && counts_from_one(lines[preamble + 1]);
}

/// A short line over a paragraph that somebody's name stands below: the headline, what it is about, and who wrote it.
bool is_over_author(const std::vector<Line>& lines, std::size_t i) {
  return i + 2 < lines.size() && is_brief(lines[i].shape) && lines[i + 1].shape == Shape::prose && lines[i + 2].shape == Shape::byline;
}

/// The cheapest step to each role. All roles side by side, as a processor adds them.
Costs cheapest(const Costs& total, const LayoutTable::Steps& steps) {
  Costs least;
  least.fill(std::numeric_limits<float>::max());
  for (std::size_t from = 0; from < kRoles; ++from)
    for (std::size_t to = 0; to < kRoles; ++to) least[to] = std::min(least[to], total[from] + steps[from][to]);
  return least;
}

/// From which role that comes.
std::size_t role_before(const Costs& total, const LayoutTable::Steps& steps, std::size_t to) {
  std::size_t best = 0;
  float least = total[0] + steps[0][to];
  for (std::size_t from = 1; from < kRoles; ++from)
    if (const float cost = total[from] + steps[from][to]; cost < least) least = cost, best = from;
  return best;
}

/// Signs between two lines that their roles alone do not hold.
void weigh_step(const Line& before, const Line& line, const PageHabits& habits, Costs& costs) {
  const bool in_text = before.shape == Shape::prose || before.shape == Shape::dateline;
  if (habits.marks_tell && in_text && line.shape == Shape::dateline && line.depth == 0) {
    costs[at(Role::lead)] += kUnled;
    costs[at(Role::body)] -= kUnled;
    costs[at(Role::report)] -= kUnled;
  }
  const bool signs = before.shape == Shape::organisation || before.shape == Shape::name || before.shape == Shape::deck;
  if (signs && before.depth == 0 && line.shape == Shape::date) costs[at(Role::furniture)] += kSignedDate;
  if (before.shape == Shape::date && line.shape == Shape::brief && !before.blank_before)
    for (const Role role : {Role::notice_more, Role::crosshead}) costs[at(role)] += kBehindDate;
  if (line.own) costs[at(Role::lead)] = -kOwn;
  if (line.listed && line.shape == Shape::headed) costs[at(Role::lead)] += kNoItem;
  if ((before.tailed && !line.listed) || line.own) {  // the article before has ended, here at least
    costs[at(Role::orphan)] -= 4.5f;
    costs[at(Role::body)] += 4;
    costs[at(Role::report)] += 4;
    costs[at(Role::crosshead)] += line.shape == Shape::brief_marked && line.depth == 0 ? 4 : 1.5f;  // known for a title: no section of what has ended
  }
  if ((is_head(before.shape) || is_brief(before.shape) || before.shape == Shape::tiny) && line.shape == Shape::prose && !line.open) costs[at(Role::fixture_body)] += kNoFixture;
  if (before.shape == Shape::credit && line.shape == Shape::aside) {  // （提供线索者获奖三十元）
    costs[at(Role::credit)] -= kOfCredit;
    costs[at(Role::kicker)] += kOfCredit;
  }
  const bool goes_on = before.pointing && before.open && !before.tailed;
  if (line.shape == Shape::caption && !goes_on) costs[at(Role::credit)] += kNoCredit;  // it tells of its own picture
  if (before.shape == Shape::weather && line.shape == Shape::turn) costs[at(Role::fixture_body)] -= kUnderWeather;  // 温馨提示：出门请添衣
  if (before.shape == Shape::dateline && before.open && line.shape == Shape::byline) costs[at(Role::byline)] -= kNamedBehind;  // 电　题：…, then who wrote it
  if (before.shape == Shape::jump) costs[at(Role::orphan)] -= 2.5f;
  if (line.resumes && line.shape == Shape::jump) costs[at(Role::furniture)] -= kResumed;
  const bool comes_in_text = line.from_page && (in_text || before.shape == Shape::fragment);  // a title may stand over the rest of what another page began
  if ((line.resumes || comes_in_text) && line.shape != Shape::jump) {  // the rest of another article
    const float weight = comes_in_text ? kFromPage : kResumed;
    costs[at(Role::orphan)] -= weight;
    for (const Role role : {Role::body, Role::report, Role::notice_more, Role::fixture_body}) costs[at(role)] += weight;
  }
  if (line.shape == Shape::dateline && may_be_head(before))  // what stands over a dateline heads no section, whatever is listed below
    for (const Role role : {Role::body, Role::byline}) costs[at(role)] += kUnderHead;
  if (line.shape == Shape::folio && is_unit(before) && before.open && before.chars > kLongestHead) costs[at(Role::furniture)] -= kInUnit;
  if (line.learnt && may_be_head(before)) costs[at(Role::body)] += kLearnt;
  if (before.shape == Shape::document_title && line.shape == Shape::tiny) costs[at(Role::byline)] += kNoAuthor;  // 总体目标
  if (before.shape == Shape::letterhead && line.shape == Shape::document_note) costs[at(Role::kicker)] = 0;  // the number above the title
}

/// Below the text of a column that was read across.
bool is_inside_column(const Line& before, const Line& line) {
  return line.column > 0 && before.column == line.column && !line.headline && !before.headline && !may_be_head(before);
}

/// 县城将添新公园 over 昨天，县自然资源局公示了规划方案，…: a headline, and news that goes on with no notice. Asked only behind notices.
bool is_told(const Page& page, const std::vector<Line>& lines, std::size_t i, const Rules& rules) {
  if (lines[i].shape != Shape::prose || lines[i].depth > 0 || i == 0) return false;
  const Line& over = lines[i - 1];
  if (!may_be_head(over) && over.shape != Shape::organisation) return false;
  if (i + 1 < lines.size() && (lines[i + 1].shape == Shape::organisation || lines[i + 1].shape == Shape::signature || lines[i + 1].shape == Shape::date)) return false;  // it is signed
  return rules.tables().compiled<NoticeTales>().weigh(page.view(over.span), page.view(lines[i].span)) >= NoticeTales::kTells;
}

bool is_of_notice(Shape shape) { return shape == Shape::notice_heading || shape == Shape::notice_item || shape == Shape::notice_text; }

/// 招聘启事 over 某医院面向社会招聘护士10名，…: the heading of a notice that says what it names, and of no section of the text above.
bool is_over_its_notice(const Page& page, const std::vector<Line>& lines, std::size_t i, const Rules& rules) {
  if (lines[i].shape != Shape::notice_heading || i == 0 || i + 1 >= lines.size() || lines[i + 1].shape != Shape::prose || is_of_notice(lines[i - 1].shape)) return false;
  const KindTable& kinds = rules.tables().compiled<KindTable>();
  const KindScore named = kind_of_heading(page.view(lines[i].span), kinds);
  if (named.kind == KindTable::kNone) return false;
  const KindScore said = kind_of({}, page.view(lines[i + 1].span), kinds);
  return said.kind == named.kind && said.weight >= kClear;
}

/// What the line costs in each role, whatever roles the others have. `at_head`: nothing but lines of a page's head stands before it.
Costs own_costs(const Page& page, const std::vector<Line>& lines, std::size_t i, const PageHabits& habits, const LayoutTable& table, bool at_head) {
  Costs own = cost_of(lines[i], habits, table, at_head);
  if (lines[i].shape == Shape::deck && begins_with_dash(page.view(lines[i].span))) own[at(Role::title)] += kNoDash;
  if (lines[i].shape == Shape::deck && bullet_length(page.view(lines[i].span)) > 0) own[at(Role::body)] += kNoItem;
  if (lines[i].shape == Shape::name && is_spaced_name(page.view(lines[i].span))) own[at(Role::column)] += kNoColumn;
  if (i > 0 && is_inside_column(lines[i - 1], lines[i]))
    for (const Role role : {Role::column, Role::kicker, Role::title, Role::subtitle}) own[at(role)] += kInColumn;
  if (i > 0) weigh_step(lines[i - 1], lines[i], habits, own);
  if (i + 1 < lines.size()) weigh_next(lines[i], lines[i + 1], own);
  if (is_over_author(lines, i)) own[at(Role::title)] -= kOverAuthor;
  if (is_over_preamble(page, lines, i)) own[at(Role::title)] -= kOverUnits;
  if (habits.blanks_tell) weigh_between(lines, i, own);
  if (i > 0 && i + 1 < lines.size() && is_undated(lines[i - 1], lines[i], lines[i + 1], habits)) own[at(Role::title)] += kUndated;
  if (is_head_behind_torn(lines, i))
    for (const Role role : {Role::body, Role::report, Role::tail}) own[at(role)] += kTornAgain;
  if (is_over_picture(lines, i)) own[at(Role::title)] -= kPictureTitle;
  return own;
}

}  // namespace

std::vector<Role> assign_roles(const Page& page, const std::vector<Line>& lines, const Rules& rules, LinePairs& pairs, std::vector<LineCosts>* explained) {
  const auto& table = rules.tables().compiled<LayoutTable>();
  const auto& signs = rules.tables().compiled<LayoutSigns>();
  const PageHabits habits(lines);
  LineMentions mentions(lines, pairs);
  const LayoutSigns::Lines all{page, lines, habits, mentions};
  std::vector<Costs> totals(lines.size());
  bool at_head = true, behind_notice = false, told = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Costs own = own_costs(page, lines, i, habits, table, at_head);
    if (explained) explained->push_back({own, signs.names(all, i), spacing_of(lines, i, habits)});
    at_head = at_head && is_head(lines[i].shape);
    if (told)
      for (const Role role : {Role::notice, Role::notice_more}) own[at(role)] += kToldBelow;
    told = behind_notice && i + 1 < lines.size() && is_told(page, lines, i + 1, rules);
    if (told) own[at(Role::notice_more)] += kToldBelow;
    if (is_over_its_notice(page, lines, i, rules)) own[at(Role::crosshead)] += kNoSection;
    behind_notice = behind_notice || is_of_notice(lines[i].shape);
    signs.weigh(all, i, own);
    Costs next = i > 0 ? cheapest(totals[i - 1], table.steps(spacing_of(lines, i, habits))) : table.of_page;
    for (std::size_t to = 0; to < kRoles; ++to) next[to] += own[to];
    const float least = *std::min_element(next.begin(), next.end());  // kept small, so that long pages lose no precision
    for (std::size_t r = 0; r < kRoles; ++r) totals[i][r] = next[r] - least;
  }
  std::vector<Role> roles(lines.size());
  std::size_t role = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    const Costs& total = totals[i];
    const bool last = i + 1 == lines.size();
    role = last ? static_cast<std::size_t>(std::min_element(total.begin(), total.end()) - total.begin()) : role_before(total, table.steps(spacing_of(lines, i + 1, habits)), role);
    roles[i] = static_cast<Role>(role);
  }
  return roles;
}

bool begins_article(Role role, Role before) {
  const auto is = [&](std::initializer_list<Role> roles) { return std::find(roles.begin(), roles.end(), before) != roles.end(); };
  switch (role) {
    case Role::furniture: return before != Role::furniture;
    case Role::fixture: return true;
    case Role::fixture_body: return !is({Role::fixture, Role::fixture_body});
    case Role::column: return before != Role::column;
    case Role::kicker: return !is({Role::column, Role::kicker});
    case Role::title: return !is({Role::column, Role::kicker, Role::title});
    case Role::byline: return is({Role::notice_heading, Role::notice, Role::notice_more});  // notices have no authors
    case Role::lead: return !is({Role::column, Role::title, Role::subtitle, Role::kicker, Role::byline, Role::note, Role::crosshead});
    case Role::orphan: return true;
    case Role::caption: return !is({Role::column, Role::title, Role::byline, Role::subtitle});
    case Role::notice_heading: return before != Role::notice_heading;
    case Role::notice: return !is({Role::notice_heading, Role::notice, Role::notice_more});
    default: return false;
  }
}

}  // namespace jianbao
