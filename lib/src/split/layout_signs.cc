#include "split/layout_signs.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "split/line_shape.h"
#include "split/shape_tables.h"
#include "text/chars.h"
#include "text/names.h"

namespace jianbao {
namespace {

constexpr std::array<std::string_view, 19> kKins = {"furniture", "jump",   "fixture", "tail",  "lead",     "byline", "tiny",  "caption",  "notice_heading", "notice",
                                                    "row",       "label",  "box",     "note",  "deck",     "brief",  "fragment", "prose", "none"};
constexpr std::size_t kNoKin = kKins.size() - 1;

/// Lengths in characters from which on a line is of the next class.
constexpr std::array<std::uint32_t, 8> kLengths = {3, 5, 7, 10, 14, 19, 25, 33};
constexpr std::array<std::string_view, 10> kLengthNames = {"1", "3", "5", "7", "10", "14", "19", "25", "33", "none"};
constexpr std::size_t kNoLength = kLengthNames.size() - 1;

constexpr std::array<std::string_view, 10> kMarks = {"spaced", "asks", "quotes", "stop", "semicolon", "comma_at_end", "colon", "comma", "figure", "dash"};
enum Mark : std::size_t { spaced, asks, quotes, stop, semicolon, comma_at_end, colon, comma, figure, dash };

constexpr std::array<std::string_view, 4> kEnds = {"short_ended", "short_open", "long_ended", "long_open"};
constexpr std::array<std::string_view, 6> kSpacings = {"usual", "close", "in_head", "blank", "blank_close", "blank_in_head"};
/// The depth of a line's Markdown marks, against the depth that titles of the page have where they have one.
constexpr std::array<std::string_view, 8> kDepths = {"none", "1", "2", "3", "title", "above_title", "below_title", "section"};
constexpr std::array<std::string_view, 4> kMarkedBeside = {"neither", "before", "next", "both"};
constexpr std::array<std::string_view, 1> kTailed = {"tailed"};

constexpr std::array<std::string_view, Mentions::kMost + 1> kMentions = {"0", "1", "2", "3"};  // pairs, or more

/// Signs of one sort. Those of lines that may stand over a text are others than those of running text.
struct Family {
  std::string_view name;
  const std::string_view* values;
  std::size_t size;
  std::size_t first;  ///< the number of its first sign
};

template <std::size_t N>
constexpr Family family(std::string_view name, const std::array<std::string_view, N>& values, const Family* before = nullptr) {
  return {name, values.data(), N, before ? before->first + before->size : 0};
}

constexpr Family kShape = family("shape", kShapeNames);
constexpr Family kNext = family("next", kKins, &kShape), kShortNext = family("short next", kKins, &kNext);
constexpr Family kBefore = family("before", kKins, &kShortNext), kShortBefore = family("short before", kKins, &kBefore);
constexpr Family kSecond = family("short second", kKins, &kShortBefore);
constexpr Family kLength = family("short length", kLengthNames, &kSecond);
constexpr Family kNextLength = family("short next_length", kLengthNames, &kLength);
constexpr Family kBeforeLength = family("short before_length", kLengthNames, &kNextLength);
constexpr Family kMark = family("short mark", kMarks, &kBeforeLength);
constexpr Family kBehind = family("behind", kEnds, &kMark), kShortBehind = family("short behind", kEnds, &kBehind);
constexpr Family kBehindTail = family("behind", kTailed, &kShortBehind), kShortBehindTail = family("short behind", kTailed, &kBehindTail);
constexpr Family kSpacing = family("spacing", kSpacings, &kShortBehindTail), kShortSpacing = family("short spacing", kSpacings, &kSpacing);
constexpr Family kDepth = family("depth", kDepths, &kShortSpacing), kShortDepth = family("short depth", kDepths, &kDepth);
constexpr Family kBeside = family("marked", kMarkedBeside, &kShortDepth), kShortBeside = family("short marked", kMarkedBeside, &kBeside);
constexpr Family kBelow = family("short below", TextBegins::kNames, &kShortBeside);
constexpr Family kMentionedBelow = family("short mentioned_below", kMentions, &kBelow);
constexpr Family kMentionedBefore = family("short mentioned_before", kMentions, &kMentionedBelow);
constexpr const Family* kFamilies[] = {&kShape,      &kNext,         &kShortNext, &kBefore, &kShortBefore, &kSecond,     &kLength,          &kNextLength,
                                       &kBeforeLength, &kMark,       &kBehind,    &kShortBehind, &kBehindTail, &kShortBehindTail, &kSpacing, &kShortSpacing, &kDepth, &kShortDepth, &kBeside, &kShortBeside,
                                       &kBelow,      &kMentionedBelow, &kMentionedBefore};
constexpr std::size_t kSigns = kMentionedBefore.first + kMentionedBefore.size;

std::string name_of(std::size_t sign) {
  for (const Family* family : kFamilies)
    if (sign < family->first + family->size) return std::string(family->name) + ' ' + std::string(family->values[sign - family->first]);
  return {};
}

std::optional<std::size_t> sign_named(std::string_view name) {
  for (std::size_t sign = 0; sign < kSigns; ++sign)
    if (name_of(sign) == name) return sign;
  return {};
}

/// A row `after title`: of the steps from that role.
std::optional<Role> role_of_step(std::string_view name) {
  constexpr std::string_view kAfter = "after ";
  return name.starts_with(kAfter) ? value_of<Role>(kRoleNames, name.substr(kAfter.size())) : std::nullopt;
}

std::size_t length_class(std::uint32_t chars) { return static_cast<std::size_t>(std::upper_bound(kLengths.begin(), kLengths.end(), chars) - kLengths.begin()); }

std::size_t depth_class(int depth, const PageHabits& habits) {
  if (depth == 0) return 0;
  if (depth == habits.section_depth) return 7;
  if (habits.title_depth == 0) return static_cast<std::size_t>(std::min(depth, 3));
  return depth == habits.title_depth ? 4 : depth < habits.title_depth ? 5 : 6;
}

template <class Take>
void each_mark(std::string_view text, Take take) {
  bool has_space = false, has_comma = false, has_figure = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    has_space |= is_space(c), has_comma |= c == U'，', has_figure |= is_digit(c);
  }
  if (has_space) take(spaced);
  if (has_comma) take(comma);
  if (has_figure) take(figure);
  const char32_t first = first_char(text), last = last_char(text);
  if (first == U'“' || first == U'‘') take(quotes);
  if (first == U'─' || begins_with_dash(text)) take(dash);
  switch (last) {
    case U'？': case U'！': case U'?': case U'!': take(asks); break;
    case U'。': take(stop); break;
    case U'；': take(semicolon); break;
    case U'，': take(comma_at_end); break;
    case U'：': take(colon); break;
    default: break;
  }
}

}  // namespace

Spacing spacing_of(const std::vector<Line>& lines, std::size_t i, const PageHabits& habits) {
  if (i == 0 || lines[i].blank_before) return Spacing::usual;
  if (habits.heads_apart && may_be_head(lines[i - 1]) && may_be_head(lines[i])) return Spacing::in_head;
  return habits.blanks_tell ? Spacing::close : Spacing::usual;
}

LayoutSigns::LayoutSigns(const Rules::Tables& tables) : begins_(tables), rows_(kSigns) {
  const Table& shapes = tables.table("layout_shapes");
  for (const Table::Row& row : shapes.rows()) {
    const auto shape = static_cast<std::size_t>(shape_named(row.cells[0]).value_or(Shape::prose));
    const auto kin = std::find(kKins.begin(), kKins.end(), shapes.cell(row, "kin"));
    if (kin == kKins.end()) throw RulesError(row.place + ": unknown kin");
    kin_[shape] = static_cast<std::size_t>(kin - kKins.begin());
    is_short_[shape] = shapes.cell(row, "short") == "yes";
  }
  const Table& signs = tables.table("layout_signs");
  for (const Table::Row& row : signs.rows()) {
    const Costs costs = read_costs(signs, row, 0);
    if (const auto role = role_of_step(row.cells[0])) of_step[at(*role)] = costs;
    else if (const auto sign = sign_named(row.cells[0])) rows_[*sign] = costs;
    else throw RulesError(row.place + ": unknown sign");
  }
}

bool LayoutSigns::is_sign(std::string_view name) { return role_of_step(name) || sign_named(name); }

template <class Take>
void LayoutSigns::each(const Lines& all, std::size_t i, Take take) const {
  const auto& [page, lines, habits, mentioned] = all;
  const Line& line = lines[i];
  const bool brief = is_short_[static_cast<std::size_t>(line.shape)];
  const auto kin = [&](std::size_t n) { return n < lines.size() ? kin_[static_cast<std::size_t>(lines[n].shape)] : kNoKin; };  // n - 1 of the first is none
  const auto length = [&](std::size_t n) { return n < lines.size() ? length_class(lines[n].chars) : kNoLength; };
  take(kShape.first + static_cast<std::size_t>(line.shape));
  take((brief ? kShortNext : kNext).first + kin(i + 1));
  take((brief ? kShortBefore : kBefore).first + kin(i - 1));
  take((brief ? kShortSpacing : kSpacing).first + static_cast<std::size_t>(spacing_of(lines, i, habits)) + 3 * line.blank_before);
  if (habits.marked) {
    const bool before = i > 0 && lines[i - 1].depth > 0, next = i + 1 < lines.size() && lines[i + 1].depth > 0;
    take((brief ? kShortDepth : kDepth).first + depth_class(line.depth, habits));
    take((brief ? kShortBeside : kBeside).first + static_cast<std::size_t>(before + 2 * next));
  }
  if (i > 0) {
    constexpr std::uint32_t kLong = 40;  // characters
    const Line& before = lines[i - 1];
    take((brief ? kShortBehind : kBehind).first + 2 * (before.chars > kLong) + before.open);
    if (before.tailed) take((brief ? kShortBehindTail : kBehindTail).first);
  }
  if (!brief) return;
  take(kSecond.first + kin(i + 2));
  take(kLength.first + length(i));
  take(kNextLength.first + length(i + 1));
  take(kBeforeLength.first + length(i - 1));
  each_mark(page.view(line.span), [&](Mark mark) { take(kMark.first + mark); });
  if (i + 1 < lines.size()) take(kBelow.first + begins_.of(page.view(lines[i + 1].span)));
  const Mentions mentions = mentioned.around(i);
  take(kMentionedBelow.first + mentions.below);
  take(kMentionedBefore.first + mentions.before);
}

void LayoutSigns::weigh(const Lines& lines, std::size_t i, Costs& costs) const {
  each(lines, i, [&](std::size_t sign) {
    for (std::size_t role = 0; role < kRoles; ++role) costs[role] += rows_[sign][role];
  });
}

std::vector<std::string> LayoutSigns::names(const Lines& lines, std::size_t i) const {
  std::vector<std::string> names;
  each(lines, i, [&](std::size_t sign) { names.push_back(name_of(sign)); });
  return names;
}

}  // namespace jianbao
