#include "split/shape_runs.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_words.h"
#include "numbering/numbering.h"
#include "numbering/numbering_headings.h"
#include "split/promulgation.h"
#include "split/speaker.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// 【案情】…, 【判决】…: a label in brackets before each of several lines is no headline of any.
void find_boxed_turns(const Page& page, std::vector<Line>& lines) {
  const auto boxed = [&](std::size_t i) { return i < lines.size() && first_char(page.view(lines[i].span)) == U'【'; };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool open = lines[i].shape == Shape::brief || lines[i].shape == Shape::brief_act || lines[i].shape == Shape::deck;
    if (open && boxed(i) && ((i > 0 && boxed(i - 1)) || boxed(i + 1))) lines[i].shape = Shape::turn;
  }
}

/// Verses, tables, lists: of many short lines in a row those in the middle are no headlines. The first two may be the title of
/// what they are lines of, the last two of what comes behind.
void find_verses(std::vector<Line>& lines) {
  constexpr std::size_t kFew = 6, kHead = 2;
  constexpr std::uint32_t kLongestVerse = 16;
  const auto is_short = [](const Line& line) {
    return line.depth == 0 && line.chars <= kLongestVerse &&
           (line.shape == Shape::brief || line.shape == Shape::tiny || line.shape == Shape::name || line.shape == Shape::row || line.shape == Shape::prose);
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i < lines.size() && is_short(lines[i])) ++i;
    if (i - begin < kFew) continue;
    const bool ends_here = i == lines.size() || lines[i].shape == Shape::staff || lines[i].shape == Shape::folio;  // the page, or its last article
    const bool heads_next = i < lines.size() && lines[i].shape == Shape::rubric;  // no title stands over a column
    for (std::size_t j = begin; j < i; ++j) {
      const bool inside = j >= begin + kHead && j + kHead < i;
      if (inside) lines[j].shape = Shape::row;
      else if (lines[j].shape == Shape::brief && j > begin && (j + 1 < i || heads_next)) lines[j].shape = Shape::verse;
      else if (lines[j].shape == Shape::tiny && j + 1 == i && ends_here) lines[j].shape = Shape::verse;
    }
  }
}

/// Who speaks, or what stands for him: the 问 of 问：….
std::string_view turn_of(std::string_view text) {
  constexpr std::size_t kHan = 3;  // bytes
  return text.find("：") == kHan && is_han(first_char(text)) ? text.substr(0, kHan) : speaker_of(text);
}

/// 晚报：回购了吗？ 老周：今年八月。: lines of one who mostly asks, or of several of a kind, each right above one of another, are a talk.
void find_interviews(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kLeast = 2;  // questions
  constexpr std::size_t kKind = 6;   // bytes: 读者 of 读者小林 and 读者小莫
  std::map<std::string_view, std::vector<std::size_t>> asks;  // by who asks
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span), asker = turn_of(text);
    if (lines[i].depth > 0 || asker.empty() || last_char(text) != U'？') continue;
    if (const std::string_view other = turn_of(page.view(lines[i + 1].span)); !other.empty() && other != asker) asks[asker.substr(0, kKind)].push_back(i);
  }
  const auto headed = [&](std::size_t i) { return i > 0 && lines[i - 1].shape == Shape::brief; };
  for (const auto& [asker, places] : asks) {
    if (places.size() < kLeast) continue;
    for (const std::size_t i : places) lines[i].shape = lines[i + 1].shape = Shape::turn;
    const bool parted = std::all_of(places.begin(), places.end(), headed);  // 问 and 答 under a title each: articles
    for (const std::size_t i : places) {
      if (parted) lines[i - 1].shape = Shape::brief_marked;
      else if (headed(i) && i > 1 && lines[i - 2].shape == Shape::turn) lines[i - 1].shape = Shape::series_head;  // a heading in the talk
    }
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

/// What the headings of a series begin with alike: 【 of 【07:30】早高峰的护学岗, 谈 of 谈家庭：“厨房归我”, a date; empty where a line begins with nothing of the kind.
std::string_view series_frame(std::string_view text) {
  if (is_dated(text)) return "date";
  constexpr std::size_t kBox = 3, kTopic = 9;  // bytes of 【, and of 家庭 and another character behind 谈
  if (first_char(text) == U'【') return text.substr(0, kBox);
  const std::string_view topic = speaker_of(text);
  const std::string_view behind = topic.empty() ? topic : trim(text.substr(topic.size() + std::string_view("：").size()));
  return !behind.empty() && first_char(behind) == U'“' && topic.size() <= kTopic + 3 ? text.substr(0, 3) : std::string_view{};
}

/// Short lines that begin alike, each over running text, and three of them with nothing else of a head between: they head the sections of
/// one article, whose title stands above the first.
void find_series_heads(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;
  const auto frame = [&](std::size_t i) {
    const std::string_view text = page.view(lines[i].span);
    const bool diary = is_dated(text) && lines[i].open && is_over_text(lines, i);  // 8月21日　阴　涌浪3米
    return diary || may_head_section(lines, i) ? series_frame(text) : std::string_view{};
  };
  std::vector<std::size_t> heads;
  const auto take = [&] {
    if (heads.size() >= kFew)
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
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (may_be_rubric(lines[i]) && (seen[page.view(lines[i].span)] > 1 || over_briefs(i))) lines[i].shape = Shape::rubric;
}

/// How many fields of a line spaces set apart.
std::size_t count_fields(std::string_view text) {
  std::size_t fields = 0;
  bool space = true;
  for (std::size_t at = 0; at < text.size();) {
    const bool before = std::exchange(space, is_space(next_char(text, at)));
    fields += before && !space;
  }
  return fields;
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

/// The figures that a text begins with, in bytes.
std::size_t leading_figures(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

/// 岁月江流·四十个码头, 山江行·渡口见闻: two phrases with a dot between them. A foreign name is shorter before its dot or behind it, or
/// written by its sound.
bool is_series(std::string_view text, const Rules& rules) {
  constexpr std::size_t kShortest = 4, kShort = 3;  // characters
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
  if (before_dot < kShort || behind_dot < kShortest) return false;
  return before_dot >= kShortest || !is_sounded(first, rules);
}

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
    if (!head || lines[i].chars > kLongest || lines[i + 1].shape != Shape::brief) continue;
    if (is_series(text, rules) || is_hotline(text)) lines[i].shape = Shape::rubric;
  }
}

/// ① and ② in one paragraph, and a credit right below it or behind one more: the pictures of a series.
void find_picture_series(const Page& page, std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span);
    if (!text.starts_with("①") || text.find("②") == std::string_view::npos) continue;
    const bool below = lines[i + 1].shape == Shape::credit;
    const bool behind_one = i + 2 < lines.size() && lines[i + 1].shape == Shape::prose && lines[i + 2].shape == Shape::credit;
    if (below || behind_one) lines[i].shape = Shape::caption;
    if (behind_one) lines[i + 1].shape = Shape::caption, lines[i + 1].listed = true;
  }
}

/// What somebody says, and nothing else: from “ to the ” at its end, with a stop before that.
bool is_speech(std::string_view text) {
  const std::string_view close = "”";
  if (!text.starts_with("“") || !text.ends_with(close) || text.find(close) != text.size() - close.size()) return false;
  const char32_t last = last_char(text.substr(0, text.size() - close.size()));
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

/// What may stand under 附件1 as its title, whatever it looks like: 任务清单 like a name, 巡查办法 like a document of its own.
bool may_name_annex(const Line& line) {
  switch (line.shape) {
    case Shape::name: case Shape::tiny: case Shape::organisation: case Shape::brief: case Shape::brief_act: case Shape::document_title: return line.depth == 0;
    default: return false;
  }
}

/// 江源市教育局文件 over the number or the title of a document, with those who issue it too above: the red head of its paper.
void find_letterheads(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& words = rules.tables().compiled<WordTable>().list("letterhead");
  const auto heads = [&](std::string_view text) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word) && is_organisation(trim(text.substr(0, text.size() - word.size())), rules); });
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].shape != Shape::document_note && lines[i + 1].shape != Shape::document_title) continue;
    if (!heads(without_spaces(page.view(lines[i].span)))) continue;  // it is set wide
    lines[i].shape = Shape::letterhead;
    for (std::size_t above = i; above-- > 0 && lines[above].shape == Shape::organisation;) lines[above].shape = Shape::letterhead;
  }
}

/// Whether the text from line `i` on is an annex, and no list of annexes: it counts from one, or stands behind who signed and when.
bool begins_annex(const std::vector<Line>& lines, std::size_t head, std::size_t i) {
  if (i >= lines.size()) return false;
  const auto counts = [&](std::size_t n) { return n < lines.size() && lines[n].label && lines[n].label->rank > kAnnexRank && lines[n].label->number == 1; };
  if (counts(i) || (lines[i].shape == Shape::prose && counts(i + 1))) return true;  // 本人郑重承诺：⏎一、…
  const auto signs = [](const Line& line) { return line.shape == Shape::date || line.shape == Shape::signature; };
  return head > 0 && signs(lines[head - 1]) && !signs(lines[i]);
}

/// The line under 附件1 is the annex's title. 附件：, with a title behind it or below, heads an annex that stands behind it; else it
/// says that there is one.
void find_annex_titles(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto& label = lines[i].label;
    if (!label || label->rank != kAnnexRank) continue;
    const std::string_view text = page.view(lines[i].span);
    const std::string_view title = text.substr(label->length);
    const bool alone = title.empty(), listing = fold(last_char(trim(text.substr(0, label->length)))) == U'：';
    if (alone && !may_name_annex(lines[i + 1])) continue;
    if (listing) {
      const bool titled = alone || (is_heading_line(title) && !match_label(title, rules));  // not 附件：1．任务清单
      const bool annex = titled && begins_annex(lines, i, i + (alone ? 2 : 1));
      if (annex || lines[i].shape == Shape::label_title) lines[i].shape = annex ? Shape::label_title : Shape::label;
    }
    if (alone && lines[i].shape == Shape::label_title) lines[i + 1].shape = Shape::label_title;
  }
}

/// 第一条⏎定义⏎双方…: in treaties, and in the laws of Macau, what an article or a chapter is about stands on a line of its own below the
/// label. One alone may be anything.
void find_captions(std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 20;  // characters
  constexpr std::size_t kLeast = 2;
  std::vector<std::size_t> captions;
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const auto& label = lines[i].label;
    const Line &below = lines[i + 1];
    if (!label || label->rank > kArticleRank || label->rank <= kAnnexRank || label->length < lines[i].span.size()) continue;
    if (below.open && !below.label && !below.blank_before && below.chars <= kLongest && may_name_annex(below)) captions.push_back(i);
  }
  if (captions.size() < kLeast) return;
  for (const std::size_t i : captions) lines[i].shape = lines[i + 1].shape = Shape::label_title;
}

/// 第二章　考古发掘和出土⏎文物管理⏎第五条: what may be a name as well is the rest of the heading above.
/// A heading of a few characters fits its line.
void find_torn_divisions(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kShortestFirst = 5;
  constexpr std::uint32_t kLongest = 20;  // characters
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const auto &label = lines[i].label, &unit = lines[i + 2].label;
    if (!label || !unit || lines[i].shape != Shape::label_title || label->rank >= kArticleRank || label->rank <= kAnnexRank || unit->rank <= label->rank) continue;
    Line& below = lines[i + 1];
    const bool fills = count_chars(page.view(lines[i].span).substr(label->length)) >= kShortestFirst;
    if (fills && below.open && !below.label && !below.blank_before && below.chars <= kLongest && may_name_annex(below)) below.shape = Shape::label_title;
  }
}

/// 1总则⏎1.1编制目的: a section whose number no gap sets apart is known by the first one below it.
void find_glued_sections(const Page& page, std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].label || !lines[i].open || !lines[i + 1].label || lines[i + 1].label->number != 1) continue;
    const std::string_view text = page.view(lines[i].span), below = page.view(lines[i + 1].span);
    const std::size_t figures = leading_figures(text);
    const std::string number(text.substr(0, figures));
    if (figures > 0 && is_han(char_at(text, figures)) && below.starts_with(number + ".1") && is_heading_line(text)) lines[i].shape = Shape::label_title;
  }
}

/// The bullet that a line begins with; 0 for none.
char32_t mark_of(const Page& page, const Line& line) {
  const char32_t first = first_char(page.view(line.span));
  return is_han(first) ? 0 : first;
}

/// ● before each of several paragraphs: the items of one article. Where each has a headline of its own, or who wrote it at its end, they are
/// articles.
void list_briefs(const Page& page, std::vector<Line>& lines) {
  const auto listed = [&](std::size_t i, std::size_t with) {
    return lines[i].shape == Shape::prose && bullet_length(page.view(lines[i].span)) > 0 && mark_of(page, lines[i]) == mark_of(page, lines[with]);
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    if (!listed(i, i)) continue;
    while (i + 1 < lines.size() && listed(i + 1, begin)) ++i;
    const auto signed_brief = [](const Line& line) { return line.tailed; };
    const bool briefs = i > begin && std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(i + 1), signed_brief);
    for (std::size_t j = begin; j <= i; ++j) {
      lines[j].listed = j > begin && !briefs;
      lines[j].own = briefs;
    }
  }
}

/// △ before one line points to a picture; before each of several they are bullets.
void undo_bullets(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const char32_t mark = mark_of(page, lines[i]);
    if (lines[i].shape != Shape::caption || mark == 0) continue;
    const std::size_t begin = i;
    while (i + 1 < lines.size() && mark_of(page, lines[i + 1]) == mark) ++i;
    if (i > begin)
      for (std::size_t j = begin; j <= i; ++j) {
        if (lines[j].shape != Shape::caption) continue;
        lines[j].pointing = false;
        lines[j].shape = run_in_title(page.view(lines[j].span), rules).empty() ? Shape::prose : Shape::headed;
        lines[j].listed = j > begin;
      }
  }
}

/// ▲ before a line among notices that begin so: it is one of them, whatever words it has.
void list_notices(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 6;  // lines that one notice may take
  const auto spread = [&](std::size_t i, std::size_t& last, char32_t& mark) {
    Line& line = lines[i];
    const std::size_t apart = last > i ? last - i : i - last;
    if (line.shape == Shape::notice_item) {
      mark = mark_of(page, line), last = i;
    } else if (line.shape == Shape::notice_heading) {
      mark = 0;
    } else if (line.shape == Shape::caption && mark != 0 && apart <= kReach && mark_of(page, line) == mark) {
      line.shape = Shape::notice_item, line.pointing = false, last = i;
    }
  };
  std::size_t last = 0;
  char32_t mark = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) spread(i, last, mark);
  mark = 0;
  for (std::size_t i = lines.size(); i-- > 0;) spread(i, last, mark);
}

/// 投稿邮箱：… below the heading of a call for manuscripts tells where to send them; elsewhere it is a line of the paper.
void find_calls(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kReach = 8;  // lines of a call
  const auto& words = rules.tables().compiled<WordTable>();
  const auto holds = [&](const Line& line, std::string_view list) {
    const auto& of_list = words.list(list);
    return std::any_of(of_list.begin(), of_list.end(), [&](const std::string& word) { return page.view(line.span).find(word) != std::string_view::npos; });
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].shape != Shape::notice_heading || !holds(lines[i], "call")) continue;
    for (std::size_t j = i + 1; j < lines.size() && j <= i + kReach && lines[j].shape != Shape::notice_heading && lines[j].shape != Shape::brief; ++j)
      if (lines[j].shape == Shape::staff && holds(lines[j], "manuscripts")) lines[j].shape = Shape::notice_text;
  }
}

/// 本报记者 张三 通讯员 with the name on the next line, a credit: both are one.
void join_torn_credits(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& roles = rules.tables().compiled<WordTable>().list("role");
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].shape != Shape::byline || lines[i + 1].shape != Shape::credit || lines[i + 1].blank_before) continue;
    const std::string_view text = page.view(lines[i].span);
    if (std::any_of(roles.begin(), roles.end(), [&](const std::string& role) { return text.ends_with(role); })) lines[i].shape = Shape::credit;
  }
}

/// 东桥3∶1西堰: two figures with a colon between them, as results of matches are printed.
bool has_score(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t before_mark = next_char(text, at);
    if (!is_digit(before_mark) || at >= text.size()) continue;
    std::size_t behind = at;
    if (const char32_t c = next_char(text, behind); (fold(c) == U'：' || c == U'∶' || fold(c) == U'-') && behind < text.size() && is_digit(char_at(text, behind))) return true;
  }
  return false;
}

/// Results of matches, one a line: no headlines, though one line of the kind is.
void find_results(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 2;
  const auto open = [](const Line& line) { return line.depth == 0 && line.open && (line.shape == Shape::brief || line.shape == Shape::deck || line.shape == Shape::row || line.shape == Shape::prose); };
  const auto spaced = [&](const Line& line) {
    const std::string_view text = page.view(line.span);
    for (std::size_t at = 0; at < text.size();)
      if (is_space(next_char(text, at))) return true;
    return false;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i < lines.size() && open(lines[i]) && has_score(page.view(lines[i].span))) ++i;
    if (i - begin < kFew) continue;
    const bool headline = i + 1 < lines.size() && (lines[i + 1].shape == Shape::dateline || lines[i + 1].shape == Shape::byline);
    if (i < lines.size() && open(lines[i]) && spaced(lines[i]) && !headline) ++i;  // one that was won without a score
    for (std::size_t j = begin; j < i; ++j) lines[j].shape = Shape::row;
  }
}

/// 东区 100, 西区 300: lines of as many fields, the last of each a figure, and the line that names their columns above, if there is one.
void find_figure_rows(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;  // rows, the names of columns among them
  constexpr std::uint32_t kLongest = 40;
  const auto fields = [&](const Line& line) {
    switch (line.shape) {
      case Shape::brief: case Shape::brief_act: case Shape::name: case Shape::tiny: case Shape::row: case Shape::organisation: case Shape::offer: break;
      default: return std::size_t{0};
    }
    return line.open && line.depth == 0 && line.chars <= kLongest ? count_fields(page.view(line.span)) : std::size_t{0};
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t columns = fields(lines[i]);
    if (columns < 2) continue;
    const auto in_row = [&](std::size_t j) {
      return fields(lines[j]) == columns && is_figure_row(page.view(lines[j].span));
    };
    std::size_t end = i + 1;
    while (end < lines.size() && !lines[end].blank_before && in_row(end)) ++end;
    if (end - i < kFew) continue;
    for (; i < end; ++i) lines[i].shape = Shape::row;
    --i;
  }
}

}  // namespace

void reread_runs(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  list_notices(page, lines);
  undo_bullets(page, rules, lines);
  find_calls(page, rules, lines);
  join_torn_credits(page, rules, lines);
  find_results(page, lines);
  find_figure_rows(page, lines);
  find_verses(lines);
  list_briefs(page, lines);
  find_talks(page, lines);
  find_interviews(page, lines);
  find_series_heads(page, lines);
  find_counted_heads(page, lines);
  find_rubrics(page, lines);
  find_series(page, rules, lines);
  find_picture_series(page, lines);
  find_lone_rows(page, lines);
  find_boxed_turns(page, lines);
  find_promulgations(page, rules, lines);
  find_annex_titles(page, rules, lines);
  find_captions(lines);
  find_torn_divisions(page, lines);
  find_glued_sections(page, lines);
  find_letterheads(page, rules, lines);
}

}  // namespace jianbao
