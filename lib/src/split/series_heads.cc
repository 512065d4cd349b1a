#include "split/series_heads.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fields/dates.h"
#include "notice_signs/notice_lines.h"
#include "split/line_authors.h"
#include "split/page_habits.h"
#include "split/speaker.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_over_text(const std::vector<Line>& lines, std::size_t i) { return i + 1 < lines.size() && lines[i + 1].shape == Shape::prose; }

/// Text of which a few words are left: 桥上已经聚集了两三百名市民，有人
bool is_over_torn_text(const Page& page, const std::vector<Line>& lines, std::size_t i) {
  return i + 1 < lines.size() && lines[i + 1].shape == Shape::brief && lines[i + 1].open && page.view(lines[i + 1].span).find("，") != std::string_view::npos;
}

/// A short line right over running text.
bool may_head_section(const std::vector<Line>& lines, std::size_t i) {
  const Shape shape = lines[i].shape;
  const bool head = shape == Shape::brief || shape == Shape::deck || shape == Shape::turn || shape == Shape::brief_marked || shape == Shape::organisation;  // 疑问三　这是药店还是食品店
  return head && is_over_text(lines, i);
}

/// 8月22日　大风: a heading of a diary.
bool is_dated(std::string_view text) {
  const auto date = parse_date(text);
  return date && date->end < text.size() && is_space(char_at(text, date->end));
}

/// How the headings of a series are alike, and where that tells them from the titles of briefs.
struct Likeness {
  enum class Above { anything, text, title };  // what stands above the first of them: titles of briefs have the name of their column there
  std::string_view (*frame)(std::string_view);  // what they have in common; empty where a line has nothing of the kind
  Above above;
  bool apart = false;   // one that was torn from the others is known by it as well
  bool briefs = false;  // below the name of a column they are titles
};

/// 【 of 【07:30】早高峰的护学岗, a date, an hour, 谈 of 谈家庭：“厨房归我”.
std::string_view frame_at_begin(std::string_view text) {
  if (is_dated(text)) return "date";
  if (is_hour_row(text)) return "hour";
  constexpr std::size_t kBox = 3, kTopic = 9;  // bytes of 【, and of 家庭 and another character behind 谈
  if (first_char(text) == U'【') return text.substr(0, kBox);
  const std::string_view topic = speaker_of(text);
  const std::string_view behind = topic.empty() ? topic : trim(text.substr(topic.size() + std::string_view("：").size()));
  return !behind.empty() && first_char(behind) == U'“' && topic.size() <= kTopic + 3 ? text.substr(0, 3) : std::string_view{};
}

/// What stands before the colon of 车队：自有车不到三成; empty where nothing stands behind it.
std::string_view topic_of(std::string_view text) {
  const std::string_view topic = speaker_of(text);
  return topic.empty() || trim(text.substr(topic.size() + std::string_view("：").size())).empty() ? std::string_view{} : topic;
}

/// A topic of two characters.
std::string_view short_topic(std::string_view text) {
  constexpr std::size_t kTwo = 2 * 3;  // bytes of two Han
  return topic_of(text).size() == kTwo ? "topic" : std::string_view{};
}

/// 看 of 看根：须根发黑的，是渍出来的 and 看老叶：叶缘枯焦的，是缺硼.
std::string_view first_of_topic(std::string_view text) {
  constexpr std::size_t kHan = 3, kMost = 4 * kHan;  // bytes
  return topic_of(text).size() <= kMost ? topic_of(text).substr(0, kHan) : std::string_view{};
}

/// ◆ of ◆ 第一年亏了六百万
std::string_view bullet_of(std::string_view text) { return text.substr(0, std::min<std::size_t>(bullet_length(text), 3)); }

/// 人去哪儿了？, 钱给够了吗？
std::string_view question(std::string_view text) {
  constexpr std::size_t kLongest = 10;  // characters
  return last_char(text) == U'？' && count_chars(text) <= kLongest ? "question" : std::string_view{};
}

constexpr Likeness kLikenesses[] = {
    {frame_at_begin, Likeness::Above::anything},
    {short_topic, Likeness::Above::text},
    {first_of_topic, Likeness::Above::text, true},
    {bullet_of, Likeness::Above::title, true, true},
    {question, Likeness::Above::title},
};

/// Whether what stands above the first of some headings lets them be those of an article.
bool is_below(const std::vector<Line>& lines, std::size_t first, Likeness::Above above) {
  constexpr std::uint32_t kShortestTitle = 8;  // characters; a column's name has mostly fewer
  if (above == Likeness::Above::anything) return true;
  if (first == 0) return false;
  const Line& line = lines[first - 1];
  if (line.shape == Shape::prose || line.shape == Shape::dateline) return true;
  const bool title = line.shape == Shape::brief || line.shape == Shape::brief_marked || line.shape == Shape::deck || line.shape == Shape::byline;
  return above == Likeness::Above::title && title && line.chars >= kShortestTitle;
}

bool is_below_column(const std::vector<Line>& lines, std::size_t first) {
  if (first == 0) return false;
  const Shape above = lines[first - 1].shape;
  return above == Shape::rubric || above == Shape::tiny || above == Shape::brief || above == Shape::name;
}

/// A short line over running text, and whether nothing but such text stands between it and the one before.
struct SectionHead {
  std::size_t line;
  bool follows;
};

std::vector<SectionHead> find_heads(const Page& page, const std::vector<Line>& lines) {
  std::vector<SectionHead> heads;
  bool only_text = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span);
    const bool diary = lines[i].open && lines[i].chars <= kLongestBrief && (is_over_text(lines, i) || is_over_torn_text(page, lines, i)) && (is_dated(text) || is_hour_row(text));  // 8月21日　阴　涌浪3米, 9：44　餐桌前
    const bool head = diary || may_head_section(lines, i);
    if (head) heads.push_back({i, only_text});
    only_text = head || (only_text && lines[i].shape == Shape::prose);
  }
  return heads;
}

/// Lines that are alike, and three of them with nothing else of a head between, or two and another elsewhere on the page: they head the sections of
/// one article, whose title stands above the first.
void find_alike(const Page& page, const Likeness& alike, const std::vector<SectionHead>& heads, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3, kTogether = 2;
  const auto frame = [&](const SectionHead& head) { return alike.frame(page.view(lines[head.line].span)); };
  std::map<std::string_view, std::vector<SectionHead>> everywhere;  // by what they have in common
  if (alike.apart)
    for (const SectionHead& head : heads)
      if (const std::string_view begins = frame(head); !begins.empty()) everywhere[begins].push_back(head);
  for (auto first = heads.begin(); first != heads.end();) {
    const std::string_view begins = frame(*first);
    auto end = std::next(first);
    if (!begins.empty())
      while (end != heads.end() && end->follows && frame(*end) == begins) ++end;
    const auto run = std::exchange(first, end);
    if (begins.empty() || end - run < static_cast<std::ptrdiff_t>(alike.apart ? kTogether : kFew)) continue;
    const std::vector<SectionHead> series = alike.apart ? std::exchange(everywhere[begins], {}) : std::vector<SectionHead>(run, end);
    if (series.size() < kFew) continue;
    const bool sections = is_below(lines, series.front().line, alike.above), titles = alike.briefs && is_below_column(lines, series.front().line);
    for (const SectionHead& head : series)
      if (sections || titles) lines[head.line].shape = sections ? Shape::series_head : Shape::brief_marked;
  }
}

/// ◆第#把： of ◆第一把：合作社的库房门, 问题#｜ of 问题二｜谁来带我; empty where no number stands between a word or a mark and one that ends it.
std::string numbered_frame(std::string_view text) {
  constexpr std::size_t kMost = 6, kMostBehind = 2;  // characters before the end of the frame, and behind its number
  constexpr std::u32string_view kEnds = U"：｜|·　 ";
  std::string frame;
  std::size_t behind = 0;
  bool number = false;
  for (std::size_t at = 0, n = 0; at < text.size() && n <= kMost; ++n) {
    const std::size_t begin = at;
    const char32_t c = fold(next_char(text, at));
    const bool figure = is_digit(c) || is_cn_numeral(c);
    if (number && kEnds.find(c) != std::u32string_view::npos) return at < text.size() ? frame + std::string(text.substr(begin, at - begin)) : std::string();
    if (figure && n == 0) return {};
    if (number && !figure && ++behind > kMostBehind) return {};
    if (!figure) frame += text.substr(begin, at - begin);
    else if (!std::exchange(number, true)) frame += '#';
  }
  return {};
}

/// Headings that count: the same words with different numbers, wherever on the page they stand. What is torn from its title has them too.
void find_counted_heads(const Page& page, std::vector<Line>& lines) {
  std::map<std::string, std::vector<std::size_t>> heads;  // by frame
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (may_head_section(lines, i))
      if (const std::string frame = numbered_frame(page.view(lines[i].span)); !frame.empty()) heads[frame].push_back(i);
  for (const auto& [frame, places] : heads) {
    const auto is_other = [&, first = page.view(lines[places.front()].span)](std::size_t i) { return page.view(lines[i].span) != first; };
    if (std::any_of(places.begin(), places.end(), is_other))
      for (const std::size_t i : places) lines[i].shape = Shape::series_head;
  }
}

/// 线路工 over 第一名　…, 第二名　…, and another such group right below: the classes of one list of results.
void find_ranked_groups(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 14;  // characters
  constexpr std::size_t kFew = 2;
  const auto& words = rules.tables().compiled<WordTable>();
  const auto &first = words.list("first-rank"), &further = words.list("further-rank");
  const auto begins = [&](std::size_t i, const std::vector<std::string>& ranks) { return i < lines.size() && begins_with_any(page.view(lines[i].span), ranks); };
  const auto is_ranked = [&](std::size_t i) { return begins(i, first) || begins(i, further); };
  const auto is_head = [&](std::size_t i) { return lines[i].open && lines[i].chars <= kLongest && begins(i + 1, first) && !is_ranked(i); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::size_t> heads;
    while (i < lines.size() && is_head(i)) {
      heads.push_back(i++);
      while (is_ranked(i)) ++i;
    }
    if (heads.size() >= kFew)
      for (const std::size_t head : heads) lines[head].shape = Shape::series_head;
    if (!heads.empty()) --i;
  }
}

}  // namespace

void find_series_heads(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const std::vector<SectionHead> heads = find_heads(page, lines);
  for (const Likeness& alike : kLikenesses) find_alike(page, alike, heads, lines);
  find_counted_heads(page, lines);
  find_ranked_groups(page, rules, lines);
}

}  // namespace jianbao
