#include "split/title_lines.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "split/byline_names.h"
#include "split/jump_note.h"
#include "split/line_text.h"
#include "tables/lexicon.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

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

/// 专访造船厂厂长方小禾: the name of a person at the end.
bool ends_with_person(std::string_view text, const Rules& rules) {
  constexpr std::size_t kShortest = 2, kLongest = 3;  // characters
  std::size_t begin = text.size();
  for (std::size_t chars = 1; chars <= kLongest && begin > 0; ++chars) {
    begin = before(text, begin);
    if (chars >= kShortest && is_person(text.substr(begin), rules)) return true;
  }
  return false;
}

/// “出海是重新学走路”⏎专访造船厂厂长方小禾 over who reports or the text: what somebody said is the title, as nothing stands below that the other could lead to.
/// A few characters in quotation marks are a name: “最美船工”.
void find_talks_below_quotations(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::uint32_t kShortest = 9;  // characters of what is said, its marks among them
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Line &above = lines[i - 1], &next = lines[i + 1];
    const bool over_text = next.shape == Shape::byline || next.shape == Shape::prose;
    const bool said = is_brief(above.shape) && above.chars >= kShortest && is_quotation(page.view(above.span));
    if (lines[i].shape == Shape::brief_lead_in && over_text && said && ends_with_person(page.view(lines[i].span), rules)) lines[i].shape = Shape::deck;
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

void reread_title_lines(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  find_text_that_jumps(page, rules, lines);
  find_quoted_papers(page, rules, lines);
  find_quoted_titles(page, lines);
  join_torn_heads(page, lines);
  find_second_title_lines(lines);
  find_long_kickers(page, lines);
  find_long_decks(page, lines);
  find_talks_below_quotations(page, rules, lines);
  find_summaries(page, lines);
  find_leading_names(page, lines);
}

}  // namespace jianbao
