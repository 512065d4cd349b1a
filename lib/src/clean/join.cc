// Lines to paragraphs. Two ways in which a paragraph was cut: at every line end of a column (then the column has a
// measure, and a line that fills it goes on), and once, where the print went on in the next column (then a long line stops
// in the middle of a sentence). Here is decided, line by line, what join_page.h lists the evidence of, and the edits are made.
#include <algorithm>
#include <string>
#include <vector>

#include "clean/clean_pass.h"
#include "clean/join_cuts.h"
#include "clean/join_ends.h"
#include "clean/join_heads.h"
#include "clean/join_intruders.h"
#include "clean/join_lines.h"
#include "clean/join_marks.h"
#include "clean/join_page.h"
#include "clean/join_rows.h"
#include "clean/join_torn.h"
#include "clean/table_lines.h"
#include "clean/torn_line.h"
#include "clean/unweave.h"
#include "clean/vertical_headings.h"
#include "clean/whole_lines.h"
#include "text/chars.h"
#include "text/field_lines.h"

namespace jianbao {
namespace {

constexpr std::string_view kCellGap = "\u3000";

/// …申报债权。2024年5月6日: behind a sentence a date has ended the text.
bool ends_with_day(std::string_view text) {
  constexpr std::size_t kDate = 3 * 12;  // bytes
  if (last_char(text) != U'日') return false;
  const std::size_t stop = text.rfind("。");
  return stop != std::string_view::npos && text.size() - stop <= kDate;
}

/// 8月29日6：00～1⏎8：00　城东线：…: the end of a range, or what a line holds of it.
bool ends_in_range(std::string_view text) {
  constexpr int kMost = 2;  // figures
  for (int n = 0; n < kMost && !text.empty() && is_digit(last_char(text)); ++n) text.remove_suffix(text.size() - before(text, text.size()));
  return !text.empty() && std::u32string_view(U"～~-－—").find(last_char(text)) != std::u32string_view::npos;
}

/// 13579715526, 0574-8730661, （0574）8730661: nothing but figures and the marks between them, as many as a telephone's.
bool is_phone(std::string_view text) {
  constexpr std::size_t kLeast = 7;
  std::size_t figures = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at), mark = fold(c);
    if (!is_ascii_digit(c) && c != '-' && mark != U'（' && mark != U'）') return false;
    figures += is_ascii_digit(c);
  }
  return figures >= kLeast;
}

/// 358,914⏎⏎.62亿元: over one empty line, too, a line cannot begin with the point of a figure.
bool is_decimal_cut(const JoinPage& page, std::size_t i) {
  const std::string_view following = page.view(page.next(i));
  return page.next(i).first == '.' && page.next(i).blanks == 1 && is_ascii_digit(page.lines[i].last) && following.size() > 1 && is_ascii_digit(static_cast<unsigned char>(following[1])) && !page.lines[i].row && (page.next(i).comma || page.next(i).stop);
}

/// Behind the first gap, where a label has one: 第三条 公司住所：….
std::string_view behind_gap(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_space(next_char(text, at))) return text.substr(at);
  return text;
}

/// 公司住所：滨江路88号⏎邮政编码：430100: fields of a line each. Behind a mark the colon is that of a sentence.
bool are_fields(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  constexpr std::size_t kLongLabel = 12;
  return !line.stop && begins_with_field(page.view(following), line.row ? kLongLabel : kFieldLabel) && (line.row || (!line.comma && begins_with_field(behind_gap(page.view(line)))));
}

/// 酒精度52%vol，p⏎H值: one letter right behind Han, a figure or a mark of Chinese is no word.
bool is_lone_letter(std::string_view text) {
  const std::size_t letter = before(text, text.size());
  if (letter == 0) return false;
  const char32_t left = char_at(text, before(text, letter));
  return left >= 0x80 || is_digit(left) || left == '%';
}

/// 本院阮氏秋（NGUYEN TH⏎I THU）：: wrapping by counting tears words of letters anywhere, and leaves the space of two words at the line's end or the next one's begin.
bool letters_torn(const JoinPage& page, std::size_t i) {
  const PrintedLine &line = page.lines[i], &following = page.next(i);
  const auto is_chinese = [](const PrintedLine& one) { return 4 * one.width > 3 * one.even_width; };  // most of its characters are Han
  if (!is_ascii_letter(line.last) || line.end < line.break_at || following.print_begin < following.begin) return false;
  if (is_lone_letter(page.view(line))) return true;
  return page.measures.is_wrapped() && page.measures.is_in_column(i) && (is_chinese(line) || is_chinese(following));
}

/// that is the question:⏎Whether 'tis nobler
bool ends_latin_clause(const JoinPage& page, const PrintedLine& line) {
  constexpr std::string_view kMarks = ",;:.?!";
  const std::string_view text = page.view(line);
  return text.size() > 1 && kMarks.find(text.back()) != std::string_view::npos && is_ascii_letter(static_cast<unsigned char>(text[text.size() - 2]));
}

/// 联系⏎电话：0317-5733209: with the word before it the label is another one.
bool tears_label(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kWord = 2 * 3;  // bytes
  const std::string_view line = page.view(page.lines[i]), following = page.view(page.next(i));
  if (!page.is_between_han(i) || line.size() < kWord) return false;
  return start_of(std::string(line.substr(line.size() - kWord)).append(following), page.rules) == Start::gap;
}

/// 责编　何大林　美⏎编: the end of a cell and the begin of the next line say what somebody does.
bool tears_role(const JoinPage& page, std::size_t i) {
  const std::string_view line = page.view(page.lines[i]), following = page.view(page.next(i));
  const std::size_t gap = line.rfind(kCellGap);
  const std::string_view left = gap == std::string_view::npos ? line : line.substr(gap + kCellGap.size()), right = following.substr(0, following.find(kCellGap));
  const std::string whole = std::string(left).append(right);
  return page.ends().staff.find(whole).bytes == whole.size();
}

/// 王　芳　王建国⏎白　洁（女，彝族）　刘　洋: a gap stands between two names of a line, and so it does between two lines of them.
bool are_rows_of_names(const JoinPage& page, std::size_t i) {
  constexpr std::string_view kGap = "\u3000";
  const auto has_gaps = [&](std::string_view line) { return line.find(kGap) < line.rfind(kGap); };
  if (!(page.lines[i].row || page.next(i).row) || page.lines[i].stop || page.next(i).stop || !page.is_between_han(i)) return false;
  return has_gaps(page.view(page.lines[i])) && has_gaps(page.view(page.next(i))) && !page.tears_word(i) && !tears_role(page, i);
}

/// 第六条　任何人不得有下列⏎行为：: the end of what leads to a list is no field.
bool ends_before_list(const JoinPage& page, std::size_t i) {
  const std::string_view following = page.view(page.next(i));
  return page.measures.is_wrapped() && page.is_between_han(i) && fold(page.next(i).last) == U'：' && all_han(following.substr(0, before(following, following.size()))) && page.measures.is_in_column(i);
}

std::vector<PrintedLine> read_closed_up(std::string_view text, const CleanScan& scan) {
  std::vector<PrintedLine> lines = read_lines(text, scan);
  close_up(lines);
  return lines;
}

class Joiner {
 public:
  Joiner(const CleanContext& context, CleanScan& scan, Rewriter& out)
      : context_(context), scan_(scan), out_(out), read_(read_closed_up(out.text(), scan)), page_(out.text(), read_, context.rules), cuts_(page_) { drop_chance_measures(page_); }

  void run() {
    set_marks();
    find_joins();
    std::size_t at = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      begin_line(i, at);
      at = end_line(i);
    }
    trim_blank(at, page_.text.size());
  }

 private:
  void set_marks() {
    mark_noise(page_, context_.known.noise(page_.text, scan_));
    mark_woven(page_, context_.known.columns(page_.text, scan_));
    mark_verses(page_);
    mark_lists(page_);
    mark_gaps(page_);
    mark_speakers(page_);
    mark_tables(page_);
    mark_intruders(page_);
  }

  void find_joins() {
    for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) any_ |= page_.lines[i].goes_on = goes_on(i);
    for (const LineRun& heading : vertical_headings(page_.text, page_.lines, page_.rules))
      for (std::size_t i = heading.begin; i + 1 < heading.end; ++i) page_.lines[i].goes_on = true;
  }

  bool goes_on(std::size_t i) const {
    if (page_.lines[i].woven || page_.next(i).woven || page_.lines[i].noise || page_.next(i).noise || page_.lines[i].intrudes || page_.next(i).intrudes) return false;
    if (page_.lines[i].row_end != RowEnd::none) return page_.lines[i].row_end != RowEnd::ends;
    return (page_.lines[i].gap && goes_on_over_gap(page_, i)) || (may_be_row(page_, i) && row_goes_on(page_, i)) || head_goes_on(page_, i) || lone_character_goes_on(page_, i) || note_goes_on(page_, i) || (may_go_on(i) && !ends_text(i));
  }

  /// A story, what was signed or a note ends with the line, or a title stands on one side of its end.
  bool ends_text(std::size_t i) const {
    if (ends_with_name_and_day(page_, page_.lines[i]) || is_over_signature(page_, i) || signs_over_day(page_, i) || signs_over_heading(page_, i)) return true;
    return leads_to_page(page_, page_.lines[i]) || ends_story(page_, page_.lines[i]) || ends_signed(page_, i) || ends_notice_of_loss(page_, i) || ends_note(page_, i) || ends_series_name(page_, i) || heads_follow(page_, i) || is_title_of_next(page_, i + 1) || (is_in_head(page_, i) && !page_.tears_word(i));
  }

  /// Unless a text ends with the line. The order is that of the proofs: what stands by itself on its page, what the line end tears, rows and
  /// fields, and then the measure of the column.
  bool may_go_on(std::size_t i) const {
    const PrintedLine &line = page_.lines[i], &following = page_.next(i);
    if (following.indent > 0 || line.hard_break || line.first == '#' || line.apart || following.apart) return false;
    if (following.blanks == 1 && fold(line.last) == U'：' && is_phone(page_.view(following))) return true;
    if (is_decimal_cut(page_, i)) return true;
    if (following.blanks > 0 && !may_be_cut(page_, i) && !page_.is_full(i)) return false;  // most lines of a page whose paragraphs stand apart
    if (is_next_count(page_, i)) return false;
    if ((line.verse && following.verse) || is_next_of_speech(page_, i)) return false;
    const bool in_list = line.listed && following.listed;
    if (following.blanks == 0 && !in_list && is_torn(page_, i)) return true;
    const bool may_be_list = line.listed || line.row || following.listed;  // few lines
    if (may_be_list && is_list_between(page_, i)) return false;
    if (ends_with_source(page_, line) || is_signature(page_, line) || is_below_head(page_, i)) return false;
    if (is_digit(following.first) && is_hour_row(page_.view(following)) && !ends_in_range(page_.view(line))) return false;
    if (fold(line.last) != U'：' && ((line.row && following.row && !ends_before_list(page_, i)) || are_fields(page_, i))) return false;  // 地址：⏎海滨路77号
    if (following.blanks == 0 && code_goes_on(page_, i)) return true;
    const bool full = page_.is_full(i);
    const bool cut = !full && cuts_.is_cut(i) && !ends_with_day(page_.view(line));
    if (!full && !cut) return following.blanks == 0 && text_goes_on(page_, i);
    const Start start = page_.start(following);
    return full ? fills_and_goes_on(i, start) : start <= Start::ended;
  }

  /// The line fills its column; is the next one the rest of its paragraph?
  bool fills_and_goes_on(std::size_t i, Start start) const {
    const PrintedLine &line = page_.lines[i], &following = page_.next(i);
    if (is_case_number(page_, i + 1)) {
      if (heads_case(page_, i)) return false;
      start = Start::none;
    }
    if (start >= Start::author || page_.start(line) == Start::alone || signs_below(page_, i)) return false;
    if (start == Start::open && is_item(page_, i)) return false;
    if (heads_paragraph(page_, i, start) || is_title_over(page_, i, start)) return false;
    // A note in brackets, then a chapter or an item; but a law's name, then its article.
    if (start == Start::open && is_closing(line.last) && line.last != U'》') return false;
    const bool rest = page_.ends_clause(following) || page_.is_full(i + 1);
    if (closes_notice(i, start)) return true;
    if (page_.ends_clause(line) || fold(line.last) == U'：') return following.blanks == 0 && (rest || is_aside(page_, i + 1) || is_phone_number(page_.view(following))) && start == Start::none && !following.speaks;
    if (following.blanks == 0) return start != Start::gap || page_.measures.indented() || (page_.measures.is_wrapped() && page_.measures.is_in_column(i));  // and `ended`: no sentence has ended
    if (ends_like_signature(page_, page_.view(line))) return false;
    if (page_.measures.begins_paragraph(i + 1) || looks_like_question(following)) return false;
    if (may_be_headline(page_, i)) return false;
    const bool runs = line.comma || line.stop || (i > 0 && page_.lines[i - 1].goes_on);
    return rest && start <= Start::ended && (runs || page_.tears_word(i));
  }

  /// …向清算组申报债权。⏎联系人：方小禾, …应为“方小禾”。⏎特此更正: of wrapped text what notices end with fills a line as often in the midst of a paragraph as before one, and
  /// stands in the paragraph far more often.
  bool closes_notice(std::size_t i, Start start) const {
    const PrintedLine& following = page_.next(i);
    if (following.blanks > 0 || !page_.measures.is_wrapped() || !page_.measures.is_in_column(i) || !page_.ends_sentence(page_.lines[i])) return false;
    return start == Start::gap || (start == Start::open && page_.ends().closing.find(page_.view(following)));
  }

  /// Indents go when lines are joined: paragraphs are lines then. Otherwise they stay as they are printed.
  void begin_line(std::size_t i, std::size_t at) {
    if (i > 0 && page_.lines[i - 1].goes_on) return;
    const PrintedLine& line = page_.lines[i];
    trim_blank(at, line.print_begin);
    if (any_ && line.print_begin < line.begin && (line.goes_on || !is_apart(page_.text, page_.lines, i, page_.rules))) out_.erase({line.print_begin, line.begin}, Rule::line_indent);
  }

  std::size_t end_line(std::size_t i) {
    const PrintedLine& line = page_.lines[i];
    if (page_.lines[i].goes_on) {
      const bool words = is_ascii_letter(page_.next(i).first) && !letters_torn(page_, i) && !mail_torn(page_.view(line), page_.view(page_.next(i))) && (is_ascii_letter(line.last) || ends_latin_clause(page_, line)) && !code_torn(page_.view(line), page_.view(page_.next(i))) && !address_goes_on(page_, i);
      const bool gap = (page_.start(page_.next(i)) == Start::gap && !page_.ends_sentence(line) && !bracket_goes_on(page_, i) && !tears_label(page_, i)) || are_rows_of_names(page_, i);
      if (line.row_end == RowEnd::gap) return out_.replace({line.end, page_.next(i).begin}, kCellGap, Rule::line_join), page_.next(i).begin;
      out_.replace({line.end, page_.next(i).begin}, line.gap ? "\u3000" : words || gap || begins_sentence_of_note(page_, i + 1) ? " " : "", Rule::line_join);
      return page_.next(i).begin;
    }
    if (line.end < line.break_at) out_.erase({line.end, line.break_at}, Rule::line_trim);
    return line.break_at;
  }

  /// Spaces on empty lines.
  void trim_blank(std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
      if (page_.text[at] == '\n') continue;
      const std::size_t line_end = std::min(page_.text.find('\n', at), end);
      out_.erase({at, line_end}, Rule::line_trim);
      at = line_end;
    }
  }

  const CleanContext& context_;
  CleanScan& scan_;
  Rewriter& out_;
  std::vector<PrintedLine> read_;
  JoinPage page_;
  ColumnCuts cuts_;
  bool any_ = false;  ///< lines are joined
};

}  // namespace

void clean_joins(const CleanContext& context, CleanScan& scan, Rewriter& out) { Joiner(context, scan, out).run(); }

}  // namespace jianbao
