#include "split/head_runs.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "split/byline.h"
#include "split/byline_names.h"
#include "split/jump_note.h"
#include "split/letters.h"
#include "split/line_authors.h"
#include "split/page_habits.h"
#include "split/series_heads.h"
#include "split/shape_tables.h"
#include "split/speaker.h"
#include "split/talks.h"
#include "tables/lexicon.h"
#include "tables/suffix_index.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

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
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].shape != Shape::rubric || !over_briefs(i)) continue;
    for (std::size_t item = i + 1; is_brief(item); ++item) lines[item].listed = item > i + 1;  // one article, whatever heads each item
  }
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

/// 966120　帮您问, 8596 6666帮你忙: the number of a paper's hotline and a few words; without a gap one of as many figures as telephones have,
/// for 38000亩油菜开花 counts something.
bool is_hotline(std::string_view text) {
  constexpr std::size_t kShortest = 5, kShortestGlued = 7, kLongest = 8, kWords = 6;  // figures; characters
  const std::size_t figures = leading_figures(text);
  if (figures < kShortest || figures > kLongest || figures == text.size() || (figures < kShortestGlued && !is_space(char_at(text, figures)))) return false;
  const std::string_view words = trim(text.substr(figures));
  return all_han(words) && count_chars(words) <= kWords;
}

/// 走进支线行①: the name of a series and which part of it that is, over the title of the part or what the editors say of all.
bool counts_part(std::string_view text, const Line& below) {
  return without_count(text).size() < text.size() && (below.shape == Shape::brief || below.shape == Shape::brief_marked || below.shape == Shape::preface);
}

/// 项目进行时, 绿野时评: ends as names of columns do.
struct ColumnNames {
  explicit ColumnNames(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("column-end")) {}
  SuffixIndex ends;
};

/// Such a name of a few Han, and nothing but the ending is none.
bool ends_as_column(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLongest = 8;  // characters
  const std::size_t end = rules.tables().compiled<ColumnNames>().ends.find(text);
  return end > 0 && end < text.size() && count_chars(text) <= kLongest && all_han(text);
}

/// Such a name over a headline of one line, which a text or its author follows: 春耕进行时 over a text is its title, and so it is over ——….
bool is_column_of(std::size_t i, const Page& page, const Rules& rules, const std::vector<Line>& lines) {
  if (i + 2 >= lines.size() || lines[i + 1].shape != Shape::brief || lines[i + 1].chars <= lines[i].chars) return false;
  switch (lines[i + 2].shape) {
    case Shape::dateline: case Shape::byline: case Shape::name: case Shape::tiny: case Shape::prose: case Shape::deck: break;
    default: return false;
  }
  return ends_as_column(page.view(lines[i].span), rules);
}

/// The name of a series, of a hotline or of another column over a title is the column of what stands below.
void find_series(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 16;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span);
    const bool head = lines[i].shape == Shape::brief || lines[i].shape == Shape::name;  // two words with a dot may be a name
    const bool over_head = lines[i + 1].shape == Shape::brief || lines[i + 1].shape == Shape::deck || (lines[i].depth == 0 && lines[i + 1].shape == Shape::brief_marked);
    if (lines[i].shape == Shape::tiny && is_column_of(i, page, rules, lines)) lines[i].shape = Shape::rubric;
    if (!head || lines[i].chars > kLongest) continue;
    if ((over_head && (is_series(without_count(text), rules) || is_hotline(text))) || is_column_of(i, page, rules, lines) || counts_part(text, lines[i + 1])) lines[i].shape = Shape::rubric;
  }
}

/// What stands right below a headline and nowhere else: （上接第1版）会议要求… under the one that the first part was printed under,
/// 原料：… under the name of a dish.
bool is_under_headline(const Line& line, std::string_view text, const Rules& rules) {
  const auto begins = [&](std::string_view words_in, std::string_view list) {
    const auto& words = rules.tables().compiled<WordTable>().list(list);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return words_in.starts_with(word); });
  };
  if (line.shape == Shape::fragment) return line.from_page || line.resumes;
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

/// 当归羊肉汤 over 【原料】…, and other dishes: known for headlines, or where a text stands right above the first of them, sections of its article.
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

/// ① and ② in one paragraph, and a credit at its end, right below it or behind one more: the pictures of a series.
void find_picture_series(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& took = rules.tables().compiled<ShapeTable>().took;
  const auto inside_end = [](std::string_view text) {  // what the brackets at its end hold
    return fold(last_char(text)) == U'）' ? text.substr(0, before(text, text.size())) : std::string_view{};
  };
  const auto is_credit = [&](std::size_t i) {  // 本报记者　方小禾　摄影报道 is the byline of a text
    return i < lines.size() && (lines[i].shape == Shape::credit || (lines[i].shape == Shape::byline && ends_with_picture_role(page.view(lines[i].span), rules)));
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

/// Who wrote and photographed stands below a title; below the last paragraph it credits the picture, which that may be about.
void find_ending_credits(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool ends = lines[i - 1].shape == Shape::prose && (i + 1 == lines.size() || lines[i + 1].shape != Shape::prose);
    if (ends && lines[i].shape == Shape::byline && ends_with_picture_role(page.view(lines[i].span), rules)) lines[i].shape = Shape::credit;
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
  constexpr std::size_t kReach = 2;  // lines: the rest of a paragraph that OCR cut may stand between
  const auto is_turn = [&](std::size_t i) { return i < lines.size() && lines[i].shape == Shape::turn && boxed(i); };
  const auto follow = [&](std::size_t i) {
    if (lines[i].shape != Shape::headed || !boxed(i)) return;
    for (std::size_t away = 1; away <= kReach; ++away)
      if (is_turn(i + away) || is_turn(i - away)) lines[i].shape = Shape::turn;  // before the first line is none
  };
  for (std::size_t i = 0; i < lines.size(); ++i) follow(i);
  for (std::size_t i = lines.size(); i-- > 0;) follow(i);
}

/// 【投诉】 of 【投诉】市民孙女士：…; empty where a line begins with no label in such brackets.
std::string_view boxed_label(std::string_view text) {
  constexpr std::string_view kOpen = "【", kClose = "】";
  if (!text.starts_with(kOpen)) return {};
  const std::size_t close = text.find(kClose);
  return close == std::string_view::npos ? std::string_view{} : text.substr(0, close + kClose.size());
}

/// Two headings over a text that begins with the same label, where the first text has further ones: each text is told from its begin, and the
/// headings are titles.
void find_titles_of_cases(const Page& page, std::vector<Line>& lines) {
  const auto label = [&](std::size_t i) { return i < lines.size() ? boxed_label(page.view(lines[i].span)) : std::string_view{}; };
  const auto heads = [&](std::size_t i) { return is_brief(lines[i].shape) && lines[i].open && label(i).empty() && !label(i + 1).empty(); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!heads(i)) continue;
    std::size_t next = i + 2;
    while (next < lines.size() && !label(next).empty() && label(next) != label(i + 1)) ++next;
    if (next == i + 2 || next >= lines.size() || !heads(next) || label(next + 1) != label(i + 1)) continue;
    for (const std::size_t head : {i, next}) lines[head].shape = Shape::brief_marked;
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

/// ## 三十八万亩小麦⏎八成已经上场: where all lines stand apart, but for some below marked titles, a short one there goes on in the title.
void find_second_title_lines(std::vector<Line>& lines) {
  constexpr std::uint32_t kShortest = 5, kLongest = 24;  // characters
  std::size_t close = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) close += !lines[i].blank_before && lines[i - 1].depth == 0;
  if (close * 8 > lines.size()) return;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Line& title = lines[i - 1];
    Line& line = lines[i];
    const bool words = line.shape == Shape::brief || line.shape == Shape::brief_act || line.shape == Shape::organisation;
    const bool in_title = title.depth > 0 && title.open && title.chars <= kLongest && title.shape == Shape::brief_marked && !line.blank_before && lines[i + 1].blank_before;
    if (!words || !in_title || line.depth > 0 || !line.open || line.chars < kShortest || line.chars > kLongest) continue;
    line.depth = title.depth;
    line.shape = Shape::brief_marked;
  }
}

/// An open line of phrases, which commas part and no other mark of a sentence or a label.
bool is_row_of_phrases(const Line& line, std::string_view text) {
  if (line.shape != Shape::prose || !line.open || line.unfinished || line.begun || line.depth > 0) return false;
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const char32_t c = fold(next_char(text, at));
    if (c == U'。' || c == U'；' || c == U'：' || is_space(c)) return false;
  }
  return true;
}

/// 四十一公里，一天一对车，一块黑板，三块手表 between the name of a column and a title, and apart from both: a kicker, though it has as many commas
/// as a sentence. Behind a text it may be the rest of one.
void find_long_kickers(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 32;  // characters
  const auto has_commas = [](std::string_view text) { return text.find("，") != text.rfind("，"); };
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Line &above = lines[i - 1], &next = lines[i + 1];
    Line& line = lines[i];
    const std::string_view text = page.view(line.span);
    const bool named = above.open && above.depth == 0 && (above.shape == Shape::rubric || above.shape == Shape::tiny || above.shape == Shape::name || above.shape == Shape::brief || above.shape == Shape::folio || above.shape == Shape::staff);
    const bool over_title = (next.shape == Shape::brief || next.shape == Shape::brief_marked) && line.blank_before && next.blank_before;
    if (named && over_title && line.chars <= kLongest && is_row_of_phrases(line, text) && has_commas(text)) line.shape = Shape::brief;
  }
}

/// 家长点单、学校配餐、社会帮厨，放学后有了好去处 between a headline and 本报讯, or who reports: a subtitle, though it has as many marks as a sentence.
/// Where a text of the page breaks off it may be the rest of that.
void find_long_decks(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongestHeadline = 26;  // characters
  const auto breaks_off = [](const Line& line) { return line.open && !line.tailed && (line.shape == Shape::dateline || (line.shape == Shape::prose && line.chars > kLongestBrief)); };
  if (std::any_of(lines.begin(), lines.end(), breaks_off)) return;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Line &above = lines[i - 1], &next = lines[i + 1];
    const bool headed = (above.shape == Shape::brief || above.shape == Shape::brief_marked) && above.open && above.chars <= kLongestHeadline;
    const bool over_text = next.shape == Shape::dateline || next.shape == Shape::byline;
    if (headed && over_text && lines[i].chars <= kLongestBrief && is_row_of_phrases(lines[i], page.view(lines[i].span))) lines[i].shape = Shape::deck;
  }
}

/// “出海是重新学走路”⏎专访造船厂厂长方小禾 over who reports or the text: the quotation is the title, as nothing stands below that the other could lead to.
void find_talks_below_quotations(const Page& page, std::vector<Line>& lines) {
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Line &above = lines[i - 1], &next = lines[i + 1];
    const bool over_text = next.shape == Shape::dateline || next.shape == Shape::byline || next.shape == Shape::prose;
    if (lines[i].shape == Shape::brief_lead_in && over_text && is_brief(above.shape) && is_quotation(page.view(above.span))) lines[i].shape = Shape::deck;
  }
}

/// ■从今天零时起过桥不交钱⏎■三十二名收费员全部安置 below a headline and over its text: what that says in short, and no titles.
void find_summaries(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 2;
  const auto bullet = [&](std::size_t i) -> char32_t {
    const std::string_view text = page.view(lines[i].span);
    return (lines[i].shape == Shape::brief || lines[i].shape == Shape::deck) && lines[i].depth == 0 && bullet_length(text) > 0 ? first_char(text) : 0;
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i < lines.size() && bullet(i) != 0 && bullet(i) == bullet(begin)) ++i;
    const bool over_text = i < lines.size() && (lines[i].shape == Shape::dateline || lines[i].shape == Shape::byline || lines[i].shape == Shape::prose);
    const Shape above = lines[begin - 1].shape;
    if (i < begin + kFew || !over_text || !(is_brief(above) || above == Shape::deck)) continue;
    for (std::size_t n = begin; n < i; ++n) lines[n].shape = Shape::deck;
  }
}

/// 她要带着这封侨批和三（下转本版五栏） below a text: text, however short. A headline may send to another page.
void find_text_that_jumps(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& notes = rules.tables().compiled<JumpNotes>();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Shape above = lines[i - 1].shape;
    if (!is_brief(lines[i].shape) || lines[i].depth > 0) continue;
    const std::string_view text = page.view(lines[i].span);
    const auto note = notes.at_end(text);
    if (!note || !note->out) continue;
    const bool below_text = above == Shape::prose || above == Shape::dateline || above == Shape::turn;
    if (lines[i].begun || (below_text && (note->here || text.find("，") != std::string_view::npos))) lines[i].shape = Shape::prose;
  }
}

/// 《竹溪教育周刊》 right below the day, the page or who edits it: the paper's name. Elsewhere it is a work.
void find_quoted_papers(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::string_view kOpen = "《", kClose = "》";
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Shape above = lines[i - 1].shape;
    if (!is_brief(lines[i].shape) || (above != Shape::folio && above != Shape::staff && above != Shape::paper)) continue;
    const std::string_view text = page.view(lines[i].span);
    const bool quoted = text.starts_with(kOpen) && text.find(kClose) == text.size() - kClose.size();
    if (quoted && names_paper(text.substr(kOpen.size(), text.size() - kOpen.size() - kClose.size()), rules)) lines[i].shape = Shape::paper;
  }
}

/// “一个词死了，⏎有一样东西就没人看得见了”: a quotation on two short lines that stand apart from all else is a title.
void find_quoted_titles(const Page& page, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 20;  // characters
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    Line &first = lines[i], &second = lines[i + 1];
    const bool apart = (i == 0 || first.blank_before) && !second.blank_before && lines[i + 2].blank_before;
    if (!apart || first.chars > kLongest || second.chars > kLongest || first.label || second.label) continue;
    const std::string_view begin = page.view(first.span), end = page.view(second.span);
    if (!begin.starts_with("“") || begin.find("”") != std::string_view::npos || end.find("“") != std::string_view::npos) continue;
    if (end.find("”") != end.size() - std::string_view("”").size() || begin.find("。") != std::string_view::npos || end.find("。") != std::string_view::npos) continue;
    first.shape = Shape::brief_marked;
    first.open = true;
    first.more.push_back(second.span);
    first.chars += second.chars;
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// 学深悟透党纪条规　守牢防汛安⏎全底线: a word goes on in the short line right below a headline, which is the rest of it. A kicker or a subtitle begins
/// with a word of its own.
void join_torn_heads(const Page& page, std::vector<Line>& lines) {
  const auto is_torn = [](std::string_view above, std::string_view below) {
    const std::string whole = std::string(above) + std::string(below);
    return word_across(whole, {above.size(), above.size()}, kGoodWord) && !longest_word_before(above, above.size(), kGoodWord) && !longest_word_at(below, 0, kGoodWord);
  };
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    Line &head = lines[i], &rest = lines[i + 1];
    const bool words = rest.shape == Shape::brief || rest.shape == Shape::tiny || rest.shape == Shape::name;
    if (head.shape != Shape::brief || !head.open || head.depth > 0 || !words || !rest.open || rest.depth > 0 || rest.blank_before || rest.chars >= head.chars) continue;
    if (!is_torn(page.view(head.span), page.view(rest.span))) continue;
    head.more.push_back(rest.span);
    head.chars += rest.chars;
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// 记者　方小禾　通讯员　林一鸣, whatever OCR made of the names: 记者手记 has no space behind who that is.
bool names_reporters(std::string_view text, const Rules& rules) {
  const auto& reporters = rules.tables().compiled<WordTable>().list("reporter");
  const auto stands_apart = [&](const std::string& word) {
    const std::size_t at = text.find(word), behind = at + word.size();
    return at != std::string_view::npos && behind < text.size() && is_space(char_at(text, behind));
  };
  return std::any_of(reporters.begin(), reporters.end(), stands_apart);
}

/// 【点评】…, 安全科提示：…: what is said of the text above, though that is signed.
bool begins_with_label(std::string_view text) {
  constexpr std::size_t kLongest = 8 * 3;  // bytes
  return text.starts_with("【") || text.substr(0, kLongest).find("：") != std::string_view::npos;
}

/// （记者　方小禾）, on a line of its own below a text: the article ends there, as one does whose last paragraph holds it.
void find_signed_ends(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Line& line = lines[i];
    const Line& above = lines[i - 1];
    const bool in_text = above.shape == Shape::prose || above.shape == Shape::dateline || above.shape == Shape::turn;
    if (line.shape != Shape::aside || line.depth > 0 || !in_text || above.tailed) continue;
    if (i + 1 < lines.size() && begins_with_label(page.view(lines[i + 1].span))) continue;
    const std::string_view text = page.view(line.span);
    std::size_t begin = 0;
    const bool opens = fold(next_char(text, begin)) == U'（', closes = fold(last_char(text)) == U'）';
    line.tailed = opens && closes && names_reporters(text.substr(begin, before(text, text.size()) - begin), rules);
  }
}

}  // namespace

void reread_heads(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  reread_talks(page, rules, lines);
  find_text_that_jumps(page, rules, lines);
  find_quoted_papers(page, rules, lines);
  find_quoted_titles(page, lines);
  join_torn_heads(page, lines);
  find_second_title_lines(lines);
  find_long_kickers(page, lines);
  find_long_decks(page, lines);
  find_talks_below_quotations(page, lines);
  find_summaries(page, lines);
  find_leading_names(page, lines);
  find_series_heads(page, rules, lines);
  find_rubrics(page, lines);
  find_indexes(lines);
  find_series(page, rules, lines);
  find_heads_of_text_below(page, rules, lines);
  find_recipes(page, rules, lines);
  find_letter_ends(page, rules, lines);
  find_picture_series(page, rules, lines);
  find_ending_credits(page, rules, lines);
  find_lone_rows(page, lines);
  find_boxed_turns(page, lines);
  find_titles_of_cases(page, lines);
  find_signed_ends(page, rules, lines);
}

}  // namespace jianbao
