#include "split/head_runs.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "split/column_names.h"
#include "split/letters.h"
#include "split/line_authors.h"
#include "split/page_habits.h"
#include "split/series_heads.h"
#include "split/shape_tables.h"
#include "split/talks.h"
#include "split/title_lines.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

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
  reread_title_lines(page, rules, lines);
  find_series_heads(page, rules, lines);
  reread_column_names(page, rules, lines);
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
