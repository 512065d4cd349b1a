#include "layout.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <numeric>

#include "names.h"
#include "shape_tables.h"
#include "tables.h"

namespace jianbao {
namespace {

constexpr float kUnlikely = 9;
constexpr float kNotApart = 1.2f;  // an article that does not stand apart, on a page where blank lines tell
constexpr std::size_t kShapes = 47;

using Costs = std::array<float, kRoles>;

std::size_t at(Role role) { return static_cast<std::size_t>(role); }

struct LayoutTable {
  explicit LayoutTable(const Rules::Tables& tables) {
    const Table& shape_rows = tables.table("layout_shapes");
    for (auto& row : of_shape) row.fill(kUnlikely);
    for (const Table::Row& row : shape_rows.rows()) {
      const auto shape = shape_named(row.cells[0]);
      if (!shape) throw RulesError(row.place + ": unknown shape");
      of_shape[static_cast<std::size_t>(*shape)] = read(shape_rows, row);
    }
    const Table& step_rows = tables.table("layout_steps");
    for (auto& row : of_step) row.fill(kUnlikely);
    for (const Table::Row& row : step_rows.rows()) {
      if (row.cells[0] == "page") {
        of_page = read(step_rows, row);
        continue;
      }
      const auto role = value_of<Role>(kRoleNames, row.cells[0]);
      if (!role) throw RulesError(row.place + ": unknown role");
      of_step[static_cast<std::size_t>(*role)] = read(step_rows, row);
    }
    keep_heads_together();
  }

  std::array<Costs, kShapes> of_shape;
  std::array<Costs, kRoles> of_step;
  std::array<Costs, kRoles> of_step_in_line;  ///< where both are one line of a head, too long for its column
  Costs of_page{};

 private:
  void keep_heads_together() {
    constexpr float kOther = 4;  // what one line of a head in two roles costs more
    of_step_in_line = of_step;
    for (const Role before : {Role::column, Role::kicker, Role::title, Role::subtitle})
      for (std::size_t to = 0; to < kRoles; ++to) {
        float& cost = of_step_in_line[at(before)][to];
        cost = to == at(before) ? 0 : cost + kOther;
      }
  }

  static Costs read(const Table& table, const Table::Row& row) {
    Costs costs;
    for (std::size_t i = 0; i < kRoles; ++i) {
      const std::string& cell = table.cell(row, kRoleNames[i]);
      if (cell.empty()) {
        costs[i] = kUnlikely;
        continue;
      }
      const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), costs[i]);
      if (read.ec != std::errc() || read.ptr != cell.data() + cell.size()) throw RulesError(row.place + ": '" + cell + "' is no cost");
    }
    return costs;
  }
};

constexpr float kNoCrosshead = 2; // a line marked as the titles of the page are
constexpr float kNoTitle = 2;     // one marked as the sections of the page's documents are
constexpr std::uint32_t kLongestNameplate = 5;  // characters; a headline that ends in 晚报 is longer
constexpr std::uint32_t kSpacedWord = 3;  // characters of 守　业: a word set to a line's width
constexpr float kUnled = 5;       // a dateline without a title, on a page where titles stand over datelines
constexpr float kNamedBehind = 7;  // of a step that is excluded else
constexpr float kUnderWeather = 6;  // the same
constexpr float kPictureTitle = 2.5f;
constexpr float kSignedDate = 2;  // a date under who signs is no date of the page

/// A line that may be one of those over an article: column, kicker, title, subtitle.
bool may_be_head(const Line& line) {
  switch (line.shape) {
    case Shape::brief: case Shape::brief_act: case Shape::brief_lead_in: case Shape::lead_on: case Shape::rubric: case Shape::tiny: case Shape::deck: return line.depth == 0;
    default: return false;
  }
}

/// What the page as a whole says about its lines.
struct PageHabits {
  bool marked = false;         // titles carry Markdown marks
  bool blanks_tell = false;    // some lines stand apart, others do not: a blank line means something
  bool marks_tell = false;     // nearly all datelines stand behind a marked title: one that does not belongs to the article before
  bool heads_apart = false;    // the lines of a head stand apart from one another: two that do not are one title
  int title_depth = 0;         // the depth of marks that nearly always stand over a dateline or byline; 0: none does
  int section_depth = 0;       // the depth that all numbered headings have, and no line over a dateline or byline; 0: none

  explicit PageHabits(const std::vector<Line>& lines) {
    read_depths(lines);
    read_heads(lines);
    std::size_t marks = 0, unmarked = 0, blank = 0, datelines = 0, led = 0, in_rows = 0, since_mark = kHead + 1;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      unmarked += lines[i].shape == Shape::document_title && lines[i].depth == 0 && lines[i + 1].shape == Shape::document_note;
    for (const Line& line : lines) {
      in_rows += line.depth > 0 && since_mark == 0;
      marks += line.depth > 0;
      blank += line.blank_before;
      since_mark = line.depth > 0 ? 0 : since_mark + 1;
      datelines += line.shape == Shape::dateline;
      led += line.shape == Shape::dateline && since_mark <= kHead;
    }
    marks_tell = datelines >= kFew && led * 4 >= datelines * 3 && in_rows == 0;  // in rows the texts come behind all titles
    marked = (marks >= 2 || (marks == 1 && lines.size() < 12)) && 2 * unmarked < marks;  // a title without a mark over its number
    blanks_tell = blank * 8 > lines.size() && blank * 8 < lines.size() * 7;
  }

 private:
  void read_heads(const std::vector<Line>& lines) {
    constexpr std::size_t kFewPairs = 3;
    std::size_t apart = 0, together = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (!may_be_head(lines[i - 1]) || !may_be_head(lines[i])) continue;
      ++(lines[i].blank_before ? apart : together);
    }
    heads_apart = apart >= kFewPairs && apart >= 2 * together;
  }

  static constexpr std::size_t kHead = 4;  // lines of a title with subtitle and byline
  static constexpr std::size_t kFew = 4;   // titles or datelines that make a habit

  void read_depths(const std::vector<Line>& lines) {
    std::array<std::size_t, 7> marked_at{}, led_at{}, numbered_at{};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto depth = static_cast<std::size_t>(lines[i].depth);
      if (depth == 0 || depth >= marked_at.size()) continue;
      ++marked_at[depth];
      numbered_at[depth] += lines[i].shape == Shape::label_title;
      for (std::size_t next = i + 1; next < lines.size() && next <= i + kHead && lines[next].depth == 0; ++next)
        if (lines[next].shape == Shape::dateline || lines[next].shape == Shape::byline || lines[next].shape == Shape::name) {
          ++led_at[depth];
          break;
        }
    }
    for (std::size_t depth = 1; depth < marked_at.size() && title_depth == 0; ++depth)
      if (led_at[depth] >= kFew && led_at[depth] * 3 >= marked_at[depth] * 2) title_depth = static_cast<int>(depth);
    const std::size_t numbered = std::accumulate(numbered_at.begin(), numbered_at.end(), std::size_t{0});
    std::size_t above = 0;
    for (std::size_t depth = 1; depth < marked_at.size() && section_depth == 0; above += marked_at[depth++])
      if (above >= 2 && numbered >= 3 && numbered_at[depth] == numbered && led_at[depth] == 0) section_depth = static_cast<int>(depth);
  }
};

/// Lengths that titles, crossheads and columns mostly have, in characters. Set by hand, like the tables: beyond them a line is
/// less likely to be one, not excluded.
void weigh_length(const Line& line, Costs& costs) {
  const auto n = line.chars;
  if (n < 5) costs[at(Role::title)] += 1.2f;
  if (n > 30) costs[at(Role::title)] += 1.0f;
  if (n > 38) costs[at(Role::title)] += 1.5f;
  if (n > 20) costs[at(Role::crosshead)] += 1.2f;
  if (n > 28) costs[at(Role::crosshead)] += 2.0f;
  if (n > 9) costs[at(Role::column)] += 2.5f;
  if (n > 12) costs[at(Role::column)] += 3.0f;
  if (n > 36) costs[at(Role::kicker)] += 1.5f;
}

bool is_brief(Shape shape) { return shape == Shape::brief || shape == Shape::brief_act || shape == Shape::brief_marked || shape == Shape::brief_unmarked; }

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
    for (const Role role : {Role::body, Role::report, Role::byline, Role::notice_more, Role::tail, Role::furniture}) costs[at(role)] += 2;
    if (shape != Shape::deck) costs[at(Role::title)] = std::min(costs[at(Role::title)], 2.0f);
  }
  if (line.depth > 0 && line.depth == habits.section_depth) costs[at(Role::title)] += kNoTitle;
  if (line.tailed && shape == Shape::prose) costs[at(Role::caption)] += 3;  // signed by an author, by no photographer
  if (line.depth > 0 && line.depth == habits.title_depth) costs[at(Role::crosshead)] += kNoCrosshead;
  if (habits.marked && line.depth == 0 && shape == Shape::document_title) costs[at(Role::title)] += 2.5f;
  if (habits.marked && line.depth == 0 && shape == Shape::notice_heading) costs[at(Role::notice_heading)] += 1;
  return costs;
}

/// What the next line says of this one: a short paragraph over a credit on a line of its own is the picture's text, a short
/// line over a date is who signs, one over a name is what somebody wrote.
void weigh_next(const Line& line, const Line& next, Costs& costs) {
  constexpr std::uint32_t kLongestPicture = 160;  // characters
  if (next.shape == Shape::credit && line.shape == Shape::prose && line.chars <= kLongestPicture) costs[at(Role::caption)] -= 3;
  const bool signs = line.shape == Shape::organisation || line.shape == Shape::name || line.shape == Shape::brief || line.shape == Shape::tiny;
  if (next.shape == Shape::date && signs && line.depth == 0) costs[at(Role::tail)] -= 3.5f;
  if (next.shape == Shape::date && line.shape == Shape::organisation && line.depth == 0) costs[at(Role::title)] += 1.5f;
  const bool signed_below = next.shape == Shape::name || next.shape == Shape::byline;
  if (line.shape == Shape::tiny && signed_below) costs[at(Role::byline)] += 2, costs[at(Role::title)] -= 1.5f;
}

/// In half characters: what is Han has three bytes, what is half as wide one.
std::uint32_t width_of(const Line& line) { return line.chars + (static_cast<std::uint32_t>(line.span.size()) - line.chars) / 2; }

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

/// Text that breaks off, and a line right below it.
bool goes_on_below(const Line& before, const Line& line) {
  return before.shape == Shape::prose && before.open && !before.tailed && !line.blank_before && line.depth == 0 && !line.beside;
}

/// What the lines on both sides say of a line, where blank lines tell.
void weigh_between(const std::vector<Line>& lines, std::size_t i, Costs& costs) {
  constexpr float kHalf = 2.5f, kSetOff = 6, kInSentence = 2.5f;
  if (are_halves(lines, i)) costs[at(Role::kicker)] += kHalf, costs[at(Role::column)] += kHalf;
  if (i == 0) return;
  if (are_halves(lines, i - 1)) costs[at(Role::subtitle)] += kHalf;
  if (goes_on_below(lines[i - 1], lines[i]))
    for (const Role role : {Role::column, Role::kicker, Role::title, Role::crosshead}) costs[at(role)] += kInSentence;
  if (i + 1 < lines.size() && is_set_off_title(lines[i - 1], lines[i], lines[i + 1])) costs[at(Role::title)] -= kSetOff;
}

/// Whether a few characters stand over a picture's text: one that says so, or a short paragraph with a credit behind it.
bool is_over_picture(const std::vector<Line>& lines, std::size_t i) {
  constexpr std::uint32_t kLongestPicture = 200;  // characters
  constexpr std::uint32_t kShortest = 3;  // of a title: OCR leaves pairs of characters behind
  if (i + 1 >= lines.size() || lines[i].shape != Shape::tiny || lines[i].chars < kShortest) return false;
  if (lines[i + 1].shape == Shape::caption) return true;
  return i + 2 < lines.size() && lines[i + 1].shape == Shape::prose && lines[i + 1].chars <= kLongestPicture && lines[i + 2].shape == Shape::credit;
}

/// What each step that begins an article costs more on a page where it does not stand apart.
std::array<Costs, kRoles> costs_apart() {
  std::array<Costs, kRoles> costs{};
  for (std::size_t before = 0; before < kRoles; ++before)
    for (std::size_t to = 0; to < kRoles; ++to)
      if (begins_article(static_cast<Role>(to), static_cast<Role>(before))) costs[before][to] = kNotApart;
  return costs;
}

/// What the steps between the roles of two lines cost.
struct Steps {
  const std::array<Costs, kRoles>& of_step;
  const std::array<Costs, kRoles>* more;  ///< than that; null: nothing

  float cost(const Costs& total, std::size_t before, std::size_t to) const {
    const float step = total[before] + of_step[before][to];
    return more ? step + (*more)[before][to] : step;
  }

  /// The cheapest step to each role. All roles side by side, as a processor adds them.
  Costs cheapest(const Costs& total) const {
    Costs least;
    least.fill(std::numeric_limits<float>::max());
    for (std::size_t before = 0; before < kRoles; ++before)
      for (std::size_t to = 0; to < kRoles; ++to) least[to] = std::min(least[to], cost(total, before, to));
    return least;
  }

  /// From which role that comes.
  std::size_t before(const Costs& total, std::size_t to) const {
    std::size_t best = 0;
    for (std::size_t role = 1; role < kRoles; ++role)
      if (cost(total, role, to) < cost(total, best, to)) best = role;
    return best;
  }
};

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
  if (before.tailed && !line.listed) {  // the article before has ended, here at least
    costs[at(Role::orphan)] -= 4.5f;
    costs[at(Role::body)] += 4;
    costs[at(Role::report)] += 4;
    costs[at(Role::crosshead)] += 1.5f;
  }
  if (before.shape == Shape::weather && line.shape == Shape::turn) costs[at(Role::fixture_body)] -= kUnderWeather;  // 温馨提示：出门请添衣
  if (before.shape == Shape::dateline && before.open && line.shape == Shape::byline) costs[at(Role::byline)] -= kNamedBehind;  // 电　题：…, then who wrote it
  if (before.shape == Shape::letterhead && line.shape == Shape::document_note) costs[at(Role::kicker)] = 0;  // the number above the title
  if (before.shape == Shape::jump) costs[at(Role::orphan)] -= 2.5f;
}

}  // namespace

std::vector<Role> assign_roles(const std::vector<Line>& lines, const Rules& rules) {
  const auto& table = rules.tables().compiled<LayoutTable>();
  static const std::array<Costs, kRoles> apart = costs_apart();
  const PageHabits habits(lines);
  const auto steps_to = [&](std::size_t i) {
    const bool in_line = habits.heads_apart && !lines[i].blank_before && may_be_head(lines[i - 1]) && may_be_head(lines[i]);
    if (in_line) return Steps{table.of_step_in_line, nullptr};
    return Steps{table.of_step, habits.blanks_tell && !lines[i].blank_before ? &apart : nullptr};
  };
  std::vector<Costs> totals(lines.size());
  bool at_head = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Costs own = cost_of(lines[i], habits, table, at_head);
    at_head = at_head && is_head(lines[i].shape);
    if (i > 0) weigh_step(lines[i - 1], lines[i], habits, own);
    if (i + 1 < lines.size()) weigh_next(lines[i], lines[i + 1], own);
    if (habits.blanks_tell) weigh_between(lines, i, own);
    if (is_over_picture(lines, i)) own[at(Role::title)] -= kPictureTitle;
    Costs next = i > 0 ? steps_to(i).cheapest(totals[i - 1]) : table.of_page;
    for (std::size_t to = 0; to < kRoles; ++to) next[to] += own[to];
    const float least = *std::min_element(next.begin(), next.end());  // kept small, so that long pages lose no precision
    for (std::size_t r = 0; r < kRoles; ++r) totals[i][r] = next[r] - least;
  }
  std::vector<Role> roles(lines.size());
  std::size_t role = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    const Costs& total = totals[i];
    role = i + 1 < lines.size() ? steps_to(i + 1).before(total, role) : static_cast<std::size_t>(std::min_element(total.begin(), total.end()) - total.begin());
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
    case Role::lead: return !is({Role::column, Role::title, Role::subtitle, Role::kicker, Role::byline, Role::note, Role::crosshead});
    case Role::orphan: return true;
    case Role::caption: return !is({Role::title, Role::byline, Role::subtitle});
    case Role::notice_heading: return before != Role::notice_heading;
    case Role::notice: return !is({Role::notice_heading, Role::notice, Role::notice_more});
    default: return false;
  }
}

}  // namespace jianbao
