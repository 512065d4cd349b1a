#include "split/table_rows.h"

#include <algorithm>
#include <string_view>

#include "fields/dates.h"
#include "notice_signs/notice_rows.h"
#include "numbering/numbering.h"
#include "split/speaker.h"
#include "tables/suffix_index.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

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

/// 东区 100, 西区 300, or 4.1万个　全国现有道班: lines of as many fields, the last of each a figure or the first a quantity, and the line that
/// names their columns above, if there is one. 满江红 may be a tune by its words, 51.6岁 a number.
void find_figure_rows(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;  // rows, the names of columns among them
  constexpr std::uint32_t kLongest = 40;
  const auto fields = [&](const Line& line) {
    switch (line.shape) {
      case Shape::brief: case Shape::brief_act: case Shape::name: case Shape::tiny: case Shape::row: case Shape::organisation: case Shape::offer: break;
      case Shape::brief_marked: case Shape::label_title: break;
      default: return std::size_t{0};
    }
    return line.open && line.depth == 0 && line.chars <= kLongest ? count_fields(page.view(line.span)) : std::size_t{0};
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t columns = fields(lines[i]);
    if (columns < 2) continue;
    const bool quantities = begins_with_quantity(page.view(lines[i].span));
    const auto in_row = [&](std::size_t j) {
      const std::string_view text = page.view(lines[j].span);
      return fields(lines[j]) == columns && (quantities ? begins_with_quantity(text) : is_figure_row(text));
    };
    std::size_t end = i + 1;
    while (end < lines.size() && lines[end].blank_before == lines[i + 1].blank_before && in_row(end)) ++end;
    if (end - i < kFew) continue;
    for (; i < end; ++i) {
      lines[i].shape = Shape::row;
      if (quantities) lines[i].label.reset();
    }
    --i;
  }
}

/// Rows of a table whose spaces the OCR lost. Lines that begin with a year are stages of a life.
void find_glued_rows(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3, kYear = 4;  // rows; figures
  constexpr std::uint32_t kLongest = 40;      // characters
  const auto is_row = [&](std::size_t i) {
    if (i >= lines.size() || lines[i].depth > 0 || !lines[i].open || lines[i].chars > kLongest) return false;
    switch (lines[i].shape) {
      case Shape::brief: case Shape::brief_act: case Shape::name: case Shape::tiny: case Shape::row: case Shape::verse: break;
      default: return false;
    }
    const std::string_view text = page.view(lines[i].span);
    return is_glued_row(text) && leading_figures(text) != kYear;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (is_row(i)) ++i;
    if (i - begin < kFew) continue;
    for (std::size_t row = begin; row < i; ++row) lines[row].shape = Shape::row;
  }
}

/// What the name of a channel ends with.
struct Channels {
  explicit Channels(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("channel-end")) {}
  SuffixIndex ends;
};

/// What stands behind the first space of a line: of 山城一套　19:35　新闻 the hour of the channel.
std::string_view behind_first_field(std::string_view text) {
  std::size_t at = 0;
  while ((at = skip_han(text, at, text.size())) < text.size() && !is_space(char_at(text, at))) next_char(text, at);
  return trim(text.substr(at));
}

/// Programmes: lines that begin with an hour, of one day or several, each above its own; and the short line above them all, whose
/// programme it is.
void find_programmes(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3, kFewOfChannel = 2;  // hours
  constexpr std::uint32_t kLongest = 20, kLongestDay = 12;  // characters
  const auto is_row = [&](std::size_t i) {
    return i < lines.size() && lines[i].depth == 0 && lines[i].open && (is_hour_row(page.view(lines[i].span)) || is_hour_row(behind_first_field(page.view(lines[i].span))));
  };
  const auto& channels = rules.tables().compiled<Channels>().ends;
  const auto is_channel = [&](std::size_t i) { return lines[i].open && lines[i].chars <= kLongestDay && channels.find(page.view(lines[i].span)) > 0; };
  const auto is_day = [&](std::size_t i) { return lines[i].chars <= kLongestDay && names_day(page.view(lines[i].span)); };
  const auto count = [&](std::size_t i) { return std::max(count_hours(page.view(lines[i].span)), count_hours(behind_first_field(page.view(lines[i].span)))); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    std::size_t rows = 0;
    for (bool row = false; (row = is_row(i)) || (i < lines.size() && is_day(i) && is_row(i + 1)); ++i) rows += row ? count(i) : 0;
    if (rows < (begin > 0 && is_channel(begin - 1) ? kFewOfChannel : kFew)) continue;
    for (std::size_t row = begin; row < i; ++row) lines[row].shape = Shape::row;
    if (begin == 0 || lines[begin - 1].shape == Shape::row || lines[begin - 1].chars > kLongest || !lines[begin - 1].open) continue;
    lines[begin - 1].shape = Shape::brief_marked;
  }
}

/// 序号　借款人　合同编号⏎本金余额: heads of columns that a line's end tore off those above are a row, and no title of the rows below.
void find_torn_heads(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& columns = rules.tables().compiled<ColumnTable>();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].open || lines[i].depth > 0 || !is_head_line(trim(page.view(lines[i].span)), columns)) continue;
    if (header_columns(trim(page.view(lines[i - 1].span)), rules) > 0) lines[i].shape = Shape::row;
  }
}

/// 日期　高潮（时刻／潮高）　低潮（时刻／潮高）: three words or more over rows with figures that have no fewer fields name their columns.
void find_column_names(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3, kRows = 2;
  const auto is_row = [&](std::size_t i, std::size_t fields) {
    return lines[i].shape == Shape::row && count_fields(page.view(lines[i].span)) >= fields && is_data_row(page.view(lines[i].span));
  };
  for (std::size_t i = 0; i + kRows < lines.size(); ++i) {
    Line& line = lines[i];
    const bool words = (line.shape == Shape::brief || line.shape == Shape::brief_marked || line.shape == Shape::organisation) && line.open && line.depth == 0;
    if (!words) continue;
    const std::size_t fields = count_fields(page.view(line.span));
    if (fields >= kFew && is_row(i + 1, fields) && is_row(i + 2, fields)) line.shape = Shape::row;
  }
}

/// 具体标准见下表。: the table below belongs to the text.
bool announces_table(std::string_view text, const Rules& rules) {
  const auto& words = rules.tables().compiled<WordTable>().list("table-below");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

bool is_in_brackets(std::string_view text) { return fold(first_char(text)) == U'（' && fold(last_char(text)) == U'）'; }

/// A short line over the rows of a table: its title, where a text or the rows of another table stand above it. The first row may name the
/// columns.
void find_table_titles(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  constexpr std::uint32_t kLongest = 16, kLongestOfMany = 30;  // characters
  constexpr std::size_t kFew = 2, kMany = 4;                   // rows with figures
  constexpr std::size_t kWide = 4;                             // fields of one row that shows a table by itself
  const auto fields = [&](std::size_t i) { return lines[i].shape == Shape::row ? count_fields(page.view(lines[i].span)) : std::size_t{0}; };
  const auto is_row = [&](std::size_t i) { return lines[i].shape == Shape::row && has_cells(page.view(lines[i].span)); };
  const auto is_over_rows = [&](std::size_t i, std::size_t few) {
    std::size_t end = i + 1;
    if (is_in_brackets(page.view(lines[end].span)) && end + 1 < lines.size()) ++end;  // （单位：元）
    if (lines[end].shape == Shape::row && fields(end) >= 2 && !is_row(end)) ++end;
    const std::size_t begin = end;
    while (end < lines.size() && end < begin + few && is_row(end)) ++end;
    return end == begin + few;
  };
  for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
    Line& line = lines[i];
    const bool head = (line.shape == Shape::brief || line.shape == Shape::tiny || line.shape == Shape::name) && line.open && line.depth == 0 && line.chars <= kLongestOfMany;
    if (!head || lines[i - 1].depth > 0 || count_fields(page.view(line.span)) > 1) continue;  // under a title it names the columns
    if (line.chars > kLongest && !is_over_rows(i, kMany)) continue;
    const bool alike = fields(i + 1) >= 2 && fields(i + 1) == fields(i + 2);
    const bool below_table = fields(i - 1) >= 2 && (fields(i - 1) != fields(i + 1) || !is_row(i - 1));
    const bool wide = is_row(i + 1) && fields(i + 1) >= kWide;
    if (!is_over_rows(i, kFew) && !((alike || wide) && below_table)) continue;
    if (announces_table(page.view(lines[i - 1].span), rules)) continue;
    line.shape = Shape::brief_marked;
    if (is_in_brackets(page.view(lines[i + 1].span))) lines[i + 1].shape = Shape::row;  // （单位：元）
  }
}

}  // namespace

void reread_tables(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  find_results(page, lines);
  find_figure_rows(page, lines);
  find_glued_rows(page, lines);
  find_programmes(page, rules, lines);
  find_torn_heads(page, rules, lines);
  find_column_names(page, lines);
  find_table_titles(page, rules, lines);
}

void find_name_rows(const Page& page, std::vector<Line>& lines) {
  constexpr std::size_t kFew = 3;
  const auto has_mark = [&](std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
      if (const char32_t c = fold(next_char(text, at)); c == U'，' || c == U'。' || c == U'：') return true;
    return false;
  };
  const auto is_row = [&](std::size_t i) {
    if (i >= lines.size() || lines[i].depth > 0 || !lines[i].open) return false;
    switch (lines[i].shape) {
      case Shape::brief: case Shape::name: case Shape::organisation: case Shape::tiny: case Shape::row: break;
      default: return false;
    }
    std::string_view text = page.view(lines[i].span);
    if (const std::string_view place = speaker_of(text); !place.empty()) text = trim(text.substr(std::min(text.size(), place.size() + std::string_view("：").size())));  // 石寨镇：张绍全家庭　罗正芳家庭
    return count_fields(text) > 1 && !has_mark(text);
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool award = lines[i].shape == Shape::series_head;
    if ((!award && lines[i].shape != Shape::brief_marked) || count_fields(page.view(lines[i].span)) > 1) continue;
    const bool noted = lines[i + 1].shape == Shape::aside || lines[i + 1].shape == Shape::document_note;  // （排名不分先后）
    const std::size_t begin = i + 1 + noted;
    std::size_t end = begin;
    while (is_row(end)) ++end;
    if (award || end >= begin + kFew)
      for (std::size_t row = begin; row < end; ++row) lines[row].shape = Shape::row;
  }
}

}  // namespace jianbao
