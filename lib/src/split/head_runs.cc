#include "split/head_runs.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "fields/dates.h"
#include "names/persons.h"
#include "split/shape_tables.h"
#include "split/page_habits.h"
#include "split/speaker.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// What somebody says, and nothing else: from “ to the ” at its end, with a stop before that.
bool is_speech(std::string_view text) {
  if (!is_quotation(text)) return false;
  const char32_t last = last_char(text.substr(0, before(text, text.size())));
  return last == U'。' || is_stop(last);
}

/// Two lines of speech in a row are a talk: neither is a heading.
void find_talks(const Page& page, std::vector<Line>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].depth > 0 || lines[i - 1].depth > 0 || !is_speech(page.view(lines[i].span)) || !is_speech(page.view(lines[i - 1].span))) continue;
    for (const std::size_t j : {i - 1, i})
      if (lines[j].shape == Shape::brief) lines[j].shape = Shape::prose;
  }
}

/// What one asks in a talk: the lines of his that stand right above a line of another, and how many of them end with a question mark.
struct Asked {
  std::vector<std::size_t> places;
  std::size_t questions = 0;
};

/// By who asks: 读者 of 读者小林 and 读者小莫, or 问 of 江南读者小胡问.
std::map<std::string_view, Asked> find_askers(const Page& page, const Rules& rules, const std::vector<Line>& lines) {
  constexpr std::size_t kKind = 6;  // bytes
  const auto& words = rules.tables().compiled<WordTable>().list("asks");
  const auto kind_of = [&](std::string_view asker) -> std::string_view {
    const auto word = std::find_if(words.begin(), words.end(), [&](const std::string& asks) { return asker.ends_with(asks); });
    return word != words.end() ? std::string_view(*word) : asker.substr(0, kKind);
  };
  std::map<std::string_view, Asked> asks;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span), asker = turn_of(text);
    if (lines[i].depth > 0 || asker.empty()) continue;
    const std::string_view other = turn_of(page.view(lines[i + 1].span));
    if (other.empty() || other == asker) continue;
    Asked& asked = asks[kind_of(asker)];
    asked.places.push_back(i);
    asked.questions += lines[i].shape == Shape::turn || last_char(text) == U'？';  // 问：…（河东　范女士）
  }
  return asks;
}

/// 晚报：回购了吗？ 老周：今年八月。: lines of one who mostly asks, or of several of a kind, each right above one of another, are a talk.
void find_interviews(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kLeast = 2;  // questions
  const auto headed = [&](std::size_t i) { return i > 0 && (lines[i - 1].shape == Shape::brief || lines[i - 1].shape == Shape::brief_marked); };
  for (const auto& [asker, asked] : find_askers(page, rules, lines)) {
    const auto& places = asked.places;
    if (asked.questions < kLeast || 2 * asked.questions < places.size()) continue;
    for (const std::size_t i : places) lines[i].shape = lines[i + 1].shape = Shape::turn;
    const auto other = [&](std::size_t i) { return turn_of(page.view(lines[i + 1].span)); };
    const bool one_talk = is_person(other(places.front()), rules) &&
                          std::all_of(places.begin(), places.end(), [&](std::size_t i) { return other(i) == other(places.front()); });
    const bool parted = !one_talk && std::all_of(places.begin(), places.end(), headed);  // 问 and 答 under a title each: articles
    if (parted) {
      for (const std::size_t i : places) lines[i - 1].shape = Shape::brief_marked;
      continue;
    }
    const std::size_t first = places.front();
    const auto is_other = [&](std::size_t i) { return turn_of(page.view(lines[i].span)) != turn_of(page.view(lines[first].span)); };
    constexpr std::uint32_t kLongestColumn = 8;  // characters
    const bool column = first > 0 && lines[first - 1].shape == Shape::tiny && lines[first - 1].chars <= kLongestColumn;
    if (column && std::any_of(places.begin(), places.end(), is_other)) lines[first - 1].shape = Shape::brief_marked;  // 网上问诊: many ask
    std::vector<std::size_t> headings;  // in the talk
    for (const std::size_t i : places)
      if (i != first && headed(i) && lines[i - 2].shape == Shape::turn) headings.push_back(i - 1);
    if (headings.size() > 1 && headed(first) && first > 1 && lines[first - 2].shape == Shape::prose) headings.push_back(first - 1);  // below who is asked
    for (const std::size_t i : headings) lines[i].shape = Shape::series_head;
  }
}

bool is_over_text(const std::vector<Line>& lines, std::size_t i) { return i + 1 < lines.size() && lines[i + 1].shape == Shape::prose; }

/// A short line right over running text.
bool may_head_section(const std::vector<Line>& lines, std::size_t i) {
  const Shape shape = lines[i].shape;
  const bool head = shape == Shape::brief || shape == Shape::deck || shape == Shape::turn || shape == Shape::brief_marked;
  return head && is_over_text(lines, i);
}

/// 8月22日　大风: a heading of a diary.
bool is_dated(std::string_view text) {
  const auto date = parse_date(text);
  return date && date->end < text.size() && is_space(char_at(text, date->end));
}

/// What the headings of a series begin with alike: 【 of 【07:30】早高峰的护学岗, 谈 of 谈家庭：“厨房归我”, a date, a topic of two characters as in
/// 车队：自有车不到三成; empty where a line begins with nothing of the kind.
std::string_view series_frame(std::string_view text) {
  if (is_dated(text)) return "date";
  if (is_hour_row(text)) return "hour";
  constexpr std::size_t kBox = 3, kTopic = 9;  // bytes of 【, and of 家庭 and another character behind 谈
  if (first_char(text) == U'【') return text.substr(0, kBox);
  const std::string_view topic = speaker_of(text);
  const std::string_view behind = topic.empty() ? topic : trim(text.substr(topic.size() + std::string_view("：").size()));
  if (!behind.empty() && first_char(behind) == U'“' && topic.size() <= kTopic + 3) return text.substr(0, 3);
  constexpr std::size_t kTwo = 2 * 3;  // bytes of two Han
  return !behind.empty() && topic.size() == kTwo ? "topic" : std::string_view{};
}

/// Short lines that begin alike, each over running text, and three of them with nothing else of a head between: they head the sections of
/// one article, whose title stands above the first.
void find_series_heads(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;
  const auto frame = [&](std::size_t i) {
    const std::string_view text = page.view(lines[i].span);
    const bool diary = (is_dated(text) || is_hour_row(text)) && lines[i].open && is_over_text(lines, i);  // 8月21日　阴　涌浪3米, 9：44　餐桌前
    return diary || may_head_section(lines, i) ? series_frame(text) : std::string_view{};
  };
  std::vector<std::size_t> heads;
  const auto take = [&] {  // topics stand as well over articles of their own, a list of briefs; there none stands below a text
    const bool briefs = !heads.empty() && frame(heads.front()) == "topic" && (heads.front() == 0 || lines[heads.front() - 1].shape != Shape::prose);
    if (heads.size() >= kFew && !briefs)
      for (const std::size_t i : heads) lines[i].shape = Shape::series_head;
    heads.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const std::string_view begins = frame(i); !begins.empty()) {
      if (!heads.empty() && begins != frame(heads.front())) take();
      heads.push_back(i);
    } else if (lines[i].shape != Shape::prose) {
      take();
    }
  }
  take();
}

/// ◆第#把： of ◆第一把：合作社的库房门, 问题#｜ of 问题二｜谁来带我; empty where no number stands between a word or a mark and one that ends it.
std::string numbered_frame(std::string_view text) {
  constexpr std::size_t kMost = 6, kMostBehind = 2;  // characters before the end of the frame, and behind its number
  constexpr std::u32string_view kEnds = U"：｜|·　";
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

/// A short heading that stands on the page again is the name of a column, and so is one over several briefs.
void find_rubrics(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kShortest = 3, kLongest = 8;  // characters
  std::map<std::string_view, int> seen;
  const auto may_be_rubric = [&](const Line& line) {
    const bool heading = line.shape == Shape::brief || line.shape == Shape::brief_marked || line.shape == Shape::tiny;
    return heading && line.chars >= kShortest && line.chars <= kLongest && all_han(page.view(line.span));
  };
  for (const Line& line : lines)
    if (may_be_rubric(line)) ++seen[page.view(line.span)];
  const auto is_brief = [&](std::size_t i) { return i < lines.size() && lines[i].shape == Shape::headed; };
  const auto over_briefs = [&](std::size_t i) { return is_brief(i + 1) && is_brief(i + 2); };
  const auto below_poem = [&](std::size_t i) {  // the last of its lines over a marked title: 诗芽芽, that stands over another as well
    if (i == 0 || i + 1 >= lines.size() || lines[i].shape != Shape::row || lines[i - 1].shape != Shape::row || lines[i + 1].depth == 0) return false;
    const auto name = seen.find(page.view(lines[i].span));
    return name != seen.end() && lines[i].chars >= kShortest;
  };
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (below_poem(i)) lines[i].shape = Shape::rubric, ++seen[page.view(lines[i].span)];
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (may_be_rubric(lines[i]) && (seen[page.view(lines[i].span)] > 1 || over_briefs(i))) lines[i].shape = Shape::rubric;
}

/// 今日要闻 over lines that end with their page.
void find_indexes(std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 8;  // characters
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const Shape shape = lines[i].shape;
    const bool head = shape == Shape::rubric || shape == Shape::brief || shape == Shape::brief_marked || shape == Shape::tiny;
    if (head && lines[i].chars <= kLongest && lines[i + 1].shape == Shape::index && lines[i + 2].shape == Shape::index) lines[i].shape = Shape::fixture;
  }
}

/// 岁月江流·四十个码头, 山江行·渡口见闻: two phrases with a dot between them. A foreign name is shorter before its dot or behind it, or
/// written by its sound.
bool is_series(std::string_view text, const Rules& rules) {
  constexpr std::size_t kShortest = 4, kShort = 3, kBoth = 6;  // characters
  const std::string_view dot = "·";
  const std::size_t at = text.find(dot);
  if (at == std::string_view::npos || text.find(dot, at + dot.size()) != std::string_view::npos) return false;
  const std::string_view first = text.substr(0, at), second = text.substr(at + dot.size());
  const auto phrase = [](std::string_view part) -> std::size_t {  // characters
    for (std::size_t i = 0; i < part.size();)
      if (const char32_t c = next_char(part, i); !is_han(c) && !is_digit(c)) return 0;
    return count_chars(part);
  };
  const std::size_t before_dot = phrase(first), behind_dot = phrase(second);
  if (before_dot == 0 || behind_dot == 0) return false;
  if (before_dot >= kShortest && behind_dot >= kShortest) return true;
  return before_dot >= kShort && before_dot + behind_dot >= kBoth && !is_sounded(first, rules) && !is_sounded(second, rules);  // 奋斗者·正青春
}

/// 老工厂·新车间①: without the part that it is of the series.
std::string_view without_count(std::string_view text) { return is_circled_digit(last_char(text)) ? text.substr(0, before(text, text.size())) : text; }

/// 966120　帮您问: the number of a paper's hotline and a few words.
bool is_hotline(std::string_view text) {
  constexpr std::size_t kShortest = 5, kLongest = 8, kWords = 6;  // figures; characters
  const std::size_t figures = leading_figures(text);
  if (figures < kShortest || figures > kLongest || figures == text.size() || !is_space(char_at(text, figures))) return false;
  const std::string_view words = trim(text.substr(figures));
  return all_han(words) && count_chars(words) <= kWords;
}

/// The name of a series, or of a hotline, over a title is the column of what stands below.
void find_series(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 16;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span);
    const bool head = lines[i].shape == Shape::brief || lines[i].shape == Shape::name;  // two words with a dot may be a name
    const bool over_head = lines[i + 1].shape == Shape::brief || (lines[i].depth == 0 && lines[i + 1].shape == Shape::brief_marked);
    if (!head || lines[i].chars > kLongest || !over_head) continue;
    if (is_series(without_count(text), rules) || is_hotline(text)) lines[i].shape = Shape::rubric;
  }
}

/// What stands right below a headline and nowhere else: （上接第1版）会议要求… under the one that the first part was printed under,
/// 原料：… under the name of a dish.
bool is_under_headline(const Line& line, std::string_view text, const Rules& rules) {
  const auto begins = [&](std::string_view words_in, std::string_view list) {
    const auto& words = rules.tables().compiled<WordTable>().list(list);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return words_in.starts_with(word); });
  };
  if (line.shape == Shape::fragment) return text.starts_with("（") && begins(text.substr(std::string_view("（").size()), "jump_in");
  return line.shape == Shape::row && begins(text, "ingredients");
}

/// Such headlines, whatever they look like by themselves.
void find_heads_of_text_below(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 34;  // characters
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    Line& line = lines[i];
    const bool plain = line.shape == Shape::brief || line.shape == Shape::organisation || line.shape == Shape::row || line.shape == Shape::name || line.shape == Shape::tiny;
    if (plain && line.open && line.depth == 0 && line.chars <= kLongest && is_under_headline(lines[i + 1], page.view(lines[i + 1].span), rules)) line.shape = Shape::brief_marked;
  }
}

/// 一位母亲　九月九日, 一个老球迷　10月16日夜: a few words for who wrote, and when.
bool signs_letter(std::string_view text) {
  constexpr std::size_t kLongest = 14, kHour = 1;  // characters of who wrote; of 夜
  const auto date = find_last_date(text);
  if (!date || date->begin == 0 || count_chars(text.substr(date->end)) > kHour) return false;
  const std::string_view who = text.substr(0, date->begin);
  return is_space(last_char(who)) && all_han(trim(who)) && count_chars(trim(who)) <= kLongest;
}

/// 段师傅： below 读者　段师傅: the answer begins with whom it is for.
bool answers(std::string_view text, std::string_view who) {
  constexpr std::string_view kColon = "：";
  return text.ends_with(kColon) && text.size() > kColon.size() && who.ends_with(text.substr(0, text.size() - kColon.size()));
}

/// 编辑同志：, paragraphs, and who wrote them, or that and when: a short question right above the name ends the letter and heads nothing.
void find_letter_ends(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 12;  // lines
  constexpr std::uint32_t kLongestAddress = 8;  // characters
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool addressed = lines[i].shape == Shape::document_note || (lines[i].shape == Shape::prose && lines[i].chars <= kLongestAddress);  // 知心姐姐：
    if (!addressed || fold(last_char(page.view(lines[i].span))) != U'：') continue;
    std::size_t end = i + 1;
    while (end < lines.size() && end - i < kReach && lines[end].shape == Shape::prose) ++end;
    if (end == i + 1 || end >= lines.size()) continue;
    const bool answered = end + 1 < lines.size() && answers(page.view(lines[end + 1].span), page.view(lines[end].span));
    if (answered && (lines[end].shape == Shape::name || lines[end].shape == Shape::brief)) lines[end].shape = Shape::prose;  // what it ends goes on
    if (lines[end].shape != Shape::brief) continue;
    if (signs_letter(page.view(lines[end].span))) lines[end].shape = Shape::signature;
    if (end + 1 >= lines.size() || lines[end + 1].shape != Shape::name) continue;
    if (last_char(page.view(lines[end].span)) != U'？') continue;
    lines[end].shape = Shape::prose;
    lines[end + 1].shape = Shape::signature;
  }
}

/// 【原料】…: the first part of a recipe.
bool begins_recipe(std::string_view text, const Rules& rules) {
  constexpr std::string_view kOpen = "【", kClose = "】";
  if (!text.starts_with(kOpen)) return false;
  const auto& words = rules.tables().compiled<WordTable>().list("ingredients");
  const auto boxed = [&](std::string_view word) {  // with its colon
    word.remove_suffix(kClose.size());
    return text.substr(kOpen.size()).starts_with(word) && text.substr(kOpen.size() + word.size()).starts_with(kClose);
  };
  return std::any_of(words.begin(), words.end(), boxed);
}

/// 当归羊肉汤 over 【原料】…, and other dishes: titles, or where a text stands right above the first of them, sections of its article.
void find_recipes(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 2;
  std::vector<std::size_t> dishes;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Shape shape = lines[i].shape;
    const bool plain = shape == Shape::brief || shape == Shape::brief_marked || shape == Shape::organisation || shape == Shape::name || shape == Shape::tiny;
    if (plain && lines[i].open && begins_recipe(page.view(lines[i + 1].span), rules)) dishes.push_back(i);
  }
  if (dishes.size() < kFew) return;
  const std::size_t first = dishes.front();
  const auto is_head = [&](std::size_t i) { return may_be_head(lines[i]) || lines[i].shape == Shape::name || lines[i].shape == Shape::byline; };
  constexpr std::size_t kIntroduction = 3;  // lines
  std::size_t above = first;
  while (above > 0 && first - above <= kIntroduction && lines[above - 1].depth == 0 && !lines[above - 1].tailed && !is_head(above - 1)) --above;
  const bool introduced = above < first && first - above <= kIntroduction && above > 0 && is_head(above - 1);
  for (const std::size_t i : dishes) lines[i].shape = introduced ? Shape::series_head : Shape::brief_marked;
}

/// 摄影报道, 摄影; not 文/图, which says who wrote as well.
bool names_picture(std::string_view text, const Rules& rules) {
  constexpr std::size_t kTwo = 2 * 3;  // bytes of a word of two Han
  const auto& words = rules.tables().compiled<WordTable>().list("picture");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.size() >= kTwo && text.ends_with(word); });
}

/// ① and ② in one paragraph, and a credit at its end, right below it or behind one more: the pictures of a series.
void find_picture_series(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& took = rules.tables().compiled<ShapeTable>().took;
  const auto inside_end = [](std::string_view text) {  // what the brackets at its end hold
    return fold(last_char(text)) == U'）' ? text.substr(0, before(text, text.size())) : std::string_view{};
  };
  const auto is_credit = [&](std::size_t i) {  // 本报记者　方小禾　摄影报道 is the byline of a text
    return i < lines.size() && (lines[i].shape == Shape::credit || (lines[i].shape == Shape::byline && names_picture(page.view(lines[i].span), rules)));
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span);
    if (!text.starts_with("①") || text.find("②") == std::string_view::npos) continue;
    const bool below = is_credit(i + 1), behind_one = is_credit(i + 2) && lines[i + 1].shape == Shape::prose;
    if (below) lines[i + 1].shape = Shape::credit;
    if (below || behind_one || took.find(text) > 0 || took.find(inside_end(text)) > 0) lines[i].shape = Shape::caption;
    if (behind_one) lines[i + 1].shape = Shape::caption, lines[i + 1].listed = true, lines[i + 2].shape = Shape::credit;
  }
}

/// ① and ② at the begin of lines one below the other, of which one names who took it: a picture's text each.
void find_numbered_pictures(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::array<std::string_view, 6> kMarks = {"①", "②", "③", "④", "⑤", "⑥"};
  const auto& took = rules.tables().compiled<ShapeTable>().took;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t end = i;
    bool credited = false;
    while (end < lines.size() && end - i < kMarks.size() && page.view(lines[end].span).starts_with(kMarks[end - i])) {
      credited = credited || lines[end].shape == Shape::caption || took.find(page.view(lines[end].span)) > 0;
      ++end;
    }
    if (end < i + 2 || !credited) continue;
    for (; i < end; ++i) lines[i].shape = Shape::caption;
    --i;
  }
}

/// Who wrote and photographed stands below a title; below the last paragraph it credits the picture, which that may be about.
void find_ending_credits(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool ends = lines[i - 1].shape == Shape::prose && (i + 1 == lines.size() || lines[i + 1].shape != Shape::prose);
    if (ends && lines[i].shape == Shape::byline && names_picture(page.view(lines[i].span), rules)) lines[i].shape = Shape::credit;
  }
}

/// 凌晨3点　柳塘镇码头　每斤18元: fields that stand alone over a paragraph, and others like them over further ones, head its sections. The
/// rows of a table stand together.
void find_lone_rows(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 2;
  constexpr std::uint32_t kLongest = 28, kShortestText = 30;  // characters
  const auto is_text = [&](std::size_t i) { return i < lines.size() && lines[i].shape == Shape::prose && !lines[i].open && lines[i].chars >= kShortestText; };
  std::map<std::size_t, std::vector<std::size_t>> alone;  // by their fields
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].shape == Shape::row && lines[i].depth == 0 && lines[i].chars <= kLongest && is_text(i - 1) && is_text(i + 1))
      alone[count_fields(page.view(lines[i].span))].push_back(i);
  for (const auto& [fields, rows] : alone)
    if (rows.size() >= kFew)
      for (const std::size_t i : rows) lines[i].shape = Shape::brief;
}

/// 【案情】…, 【判决】…: a label in brackets before each of several lines is no headline of any.
void find_boxed_turns(const Page& page, std::vector<Line>& lines) {
  const auto boxed = [&](std::size_t i) { return i < lines.size() && first_char(page.view(lines[i].span)) == U'【'; };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool open = lines[i].shape == Shape::brief || lines[i].shape == Shape::brief_act || lines[i].shape == Shape::deck;
    if (open && boxed(i) && ((i > 0 && boxed(i - 1)) || boxed(i + 1))) lines[i].shape = Shape::turn;
  }
}

/// 古籍修复师叶蕴： over a headline: it says who says that; over a text it would say whom the text is for, or what it lists.
void find_leading_names(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 16;  // characters
  const auto over_text = [&](std::size_t i) { return lines[i].shape == Shape::prose || lines[i].shape == Shape::dateline || lines[i].shape == Shape::byline; };
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    Line& line = lines[i];
    if ((line.shape != Shape::prose && line.shape != Shape::brief) || line.depth > 0 || line.label || line.chars > kLongest || fold(last_char(page.view(line.span))) != U'：') continue;
    const bool over_head = lines[i + 1].shape == (lines[i + 1].depth > 0 ? Shape::brief_marked : Shape::brief);
    if (over_head && over_text(i + 2)) line.shape = Shape::lead_on;
  }
}

}  // namespace

void reread_heads(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  find_talks(page, lines);
  find_interviews(page, rules, lines);
  find_leading_names(page, lines);
  find_series_heads(page, lines);
  find_counted_heads(page, lines);
  find_rubrics(page, lines);
  find_indexes(lines);
  find_series(page, rules, lines);
  find_heads_of_text_below(page, rules, lines);
  find_recipes(page, rules, lines);
  find_letter_ends(page, lines);
  find_picture_series(page, rules, lines);
  find_numbered_pictures(page, rules, lines);
  find_ending_credits(page, rules, lines);
  find_lone_rows(page, lines);
  find_boxed_turns(page, lines);
}

}  // namespace jianbao
