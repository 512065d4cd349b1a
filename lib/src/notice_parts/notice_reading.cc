#include "notice_parts/notice_reading.h"

#include <algorithm>
#include <utility>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_cell_lines.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notice_parts/notice_named_parties.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_signature.h"
#include "notice_parts/notice_tail.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// Between two of these a wide space may have stood.
bool is_name_end(char32_t c) { return is_han(c) || is_digit(c); }

bool ends_line(char32_t c) { return is_stop(c) || fold(c) == U'；' || is_closing(c); }

/// 1. …, （二）…, ①…: what is counted begins a line of its own.
bool is_counted(std::string_view line) {
  std::size_t at = 0;
  const bool bracket = fold(char_at(line, 0)) == U'（';
  if (bracket) next_char(line, at);
  const std::size_t first = at;
  while (at < line.size() && at - first < 6 && (is_digit(char_at(line, at)) || is_cn_numeral(char_at(line, at)))) next_char(line, at);
  const char32_t circled = char_at(line, 0), mark = char_at(line, at);
  if (circled >= 0x2460 && circled <= 0x2473) return true;
  std::size_t behind = at;
  if (at == first || at >= line.size()) return false;
  next_char(line, behind);
  return bracket ? fold(mark) == U'）' : mark == U'、' || ((mark == '.' || mark == U'．') && !is_digit(char_at(line, behind)));
}

/// 某货运部　湘交运管许可字430523000811号: who, and the number of a document of his.
bool names_document(const Cells& cells, const Rules& rules) {
  if (cells.size() != 2 || !(is_organisation(cells[0], rules) || is_person(cells[0], rules))) return false;
  return document_number_end(cells[1], 0) == cells[1].size();
}

/// 字成龙　档案编号：530900218437: a name, whatever the surname, and the label of a number of his.
bool names_by_label(const Cells& cells, const Rules& rules) {
  constexpr std::size_t kShortest = 2, kLongest = 4;  // characters of the name
  constexpr std::string_view kColon = "：";
  if (cells.size() != 2 || !all_han(cells[0]) || count_chars(cells[0]) < kShortest || count_chars(cells[0]) > kLongest) return false;
  const std::size_t colon = cells[1].find(kColon);
  if (colon == std::string_view::npos || !all_han(cells[1].substr(0, colon)) || rules.tables().compiled<NoticeWords>().is_contact_line(cells[1])) return false;
  return document_number_end(cells[1], colon + kColon.size()) == cells[1].size();
}

/// 某砖瓦厂　执行标的375000元: who, and what is told of him in numbers.
bool tells_of_party(const Cells& cells, std::string_view line, const Rules& rules) {
  if (names_by_label(cells, rules)) return true;
  if (cells.size() < 2 || !(is_organisation(cells[0], rules) || is_person(cells[0], rules))) return false;
  return has_digits(line);
}

/// The line that a text begins with; takes it off.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = trim(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// What stands behind a signature: nothing, another one, or how to reach who signed. A line end inside of a sentence may leave
/// what looks like a name (…，需对以下线路进行).
bool ends_notice(std::string_view rest, const NoticeWords& words, const Rules& rules) {
  while (!rest.empty())
    if (const std::string_view line = take_line(rest); !line.empty()) return read_signature(line, rules) || words.is_contact_line(line) || words.closes(line);
  return true;
}

/// A signature, but not the rest of a date that the line before begins: …公安局 20⏎25年11月1日.
bool signs(std::string_view line, std::string_view out, const Rules& rules) {
  const auto signature = read_signature(line, rules);
  if (!signature) return false;
  const bool unread = signature->names.empty() && !signature->date;
  return !unread || !(is_digit(last_char(out)) || is_cn_numeral(last_char(out)));
}

/// 李四，女，1998年4月生: the next one of a list of persons.
bool describes_person(std::string_view line, const Rules& rules) { return !read_named("described", line, rules).empty(); }

/// 联系人：占⏎金莲 电话：…: a line that begins with the rest of the name of whom to ask, and signs nothing.
bool goes_on_name(std::string_view line, std::string_view out, const Rules& rules) {
  constexpr std::size_t kLongest = 3;  // characters of a name
  std::size_t begin = out.size();
  for (std::size_t n = 0; n < kLongest && begin > 0 && is_han(char_at(out, before(out, begin))); ++n) begin = before(out, begin);
  if (begin == out.size() || begin == 0 || fold(char_at(out, before(out, begin))) != U'：') return false;
  const Cells cells = cells_of(line);
  if (cells.empty() || !all_han(cells[0]) || count_chars(out.substr(begin)) + count_chars(cells[0]) > kLongest) return false;
  return party_words(rules).asked.suffix_of(trim(out.substr(0, before(out, begin)))) > 0;
}

}  // namespace

bool is_document_number(std::string_view line, const Rules& rules) {
  constexpr std::size_t kLongest = 90;  // bytes
  if (line.size() > kLongest) return false;
  line = without_brackets(trim(line));
  if (line.empty() || case_number_at(line, 0)) return false;
  const std::size_t label = rules.tables().compiled<ItemWords>().own_numbers.find(line).bytes, colon = label > 0 ? skip_colon(line, label) : 0;
  if (colon > label) return document_number_end(line, colon) == line.size();
  constexpr std::string_view kLast = "号", kLastTraditional = "號";
  if (!(line.ends_with(kLast) || line.ends_with(kLastTraditional)) || document_number_end(line, 0) != line.size()) return false;
  for (std::size_t at = 0; (at = skip_han(line, at, line.size())) < line.size();)  // the year stands in brackets
    if (kNumberBrackets.find(next_char(line, at)) != std::u32string_view::npos && is_digit(char_at(line, at))) return true;
  return false;
}

bool leads_notice(std::string_view line, const Rules& rules) {
  const auto day = whole_date(line);
  return (day && day->year > 0) || is_document_number(line, rules);  // 9月26日 may stand over hours
}

bool heads_columns(std::string_view line, const Rules& rules) {
  if (is_head_line(line, rules.tables().compiled<ColumnTable>())) return true;
  const Cells cells = cells_of(line);
  if (cells.size() < 2 || has_digits(line)) return false;
  const auto heads_parties = [&](std::string_view cell) { return party_words(rules).columns.prefix_of(cell) == cell.size(); };
  const auto is_named = [&](std::string_view cell) { return !heads_parties(cell) && (is_person(cell, rules) || is_organisation(cell, rules)); };  // 户名　李四
  return std::any_of(cells.begin(), cells.end(), heads_parties) && std::none_of(cells.begin(), cells.end(), is_named);
}

std::string unwrap(std::string_view text, const Rules& rules) {
  if (text.find('\n') == std::string_view::npos) return std::string(trim(text));  // most notices
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  const Span table = cell_lines_in(text, rules);
  const char* const begin = text.data();
  std::string out;
  bool row = false;         // the line before was one of a table
  std::size_t columns = 0;  // of the table's header
  constexpr std::size_t kLeastAlike = 3;  // cells of a line and of the one before, by which they are rows of a list
  std::size_t last_cells = 0, lines = 0;
  bool last_numbered = false, last_told = false;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty()) continue;
    const bool after_row = row;
    const std::size_t header = header_columns(line, rules);
    if (header > 0) columns = header;
    const Cells cells = cells_of(line);
    const bool numbered = names_document(cells, rules), told = tells_of_party(cells, line, rules);
    const bool alike = (cells.size() >= kLeastAlike && cells.size() == last_cells) || (numbered && last_numbered) || (told && last_told);
    last_cells = cells.size();
    last_numbered = numbered;
    last_told = told;
    row = alike || header > 0 || heads_columns(line, rules) || is_unit_or_row(line, rules) || (after_row && columns > 0 && cells.size() + 1 >= columns);
    row = row || (after_row && columns > 0 && misfit(line, ColumnTable::Type::money) == 0);  // the sum of a row that a line's end tore
    row = row || (after_row && columns > 1 && cells.size() == 1 && count_cells(text.substr(0, text.find('\n'))) + 1 == columns);  // its first cell
    const bool witness = !out.empty() && fold(last_char(out)) == U'：' && party_words(rules).witnesses.suffix_of(trim(std::string_view(out).substr(0, before(out, out.size())))) > 0;
    bool apart = out.empty() || row || after_row || ends_line(last_char(out)) || words.closes(line) || words.is_contact_line(line) || words.is_labelled(line) || is_counted(line) || describes_person(line, rules);
    const auto place = static_cast<std::size_t>(line.data() - begin);
    if (lines == 1 && leads_notice(out, rules)) apart = true;
    if (place >= table.begin && place < table.end) apart = true;  // a cell
    else if (witness) apart = false;  // 某律师事务所　律师：⏎李四
    else if (!apart) apart = signs(line, out, rules) && !goes_on_name(line, out, rules) && ends_notice(text, words, rules);
    if (apart && !out.empty()) out += '\n';
    out += line;
    ++lines;
  }
  return out;
}

std::string with_gaps(std::string text) {
  constexpr std::string_view kOpen = "“", kClose = "”", kGap = "　";
  static_assert(kClose.size() == kGap.size());
  if (text.find(kClose) == std::string::npos) return text;  // most notices
  int open = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t place = at;
    next_char(text, at);
    const std::string_view c = std::string_view(text).substr(place, at - place);
    if (c == "\n") open = 0;
    else if (c == kOpen) ++open;
    else if (c == kClose && open > 0) --open;
    else if (c == kClose && place > 0 && is_name_end(char_at(text, before(text, place))) && is_name_end(char_at(text, at))) text.replace(place, kGap.size(), kGap);
  }
  return text;
}

std::string tighten(std::string_view text) {
  std::string out;
  std::size_t kept = 0;  // up to here the text is in `out`
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t begin = at;
    if (!is_space(next_char(text, at))) continue;
    out.append(text.substr(kept, begin - kept));
    at = skip_spaces(text, at);
    const char32_t next = char_at(text, at), previous = out.empty() ? 0 : last_char(out);
    const bool inside = is_han(previous) && (is_han(next) || fold(next) == U'：');
    if (!inside) out += ' ';
    kept = at;
  }
  out.append(text.substr(kept));
  return out;
}

std::string with_whole_days(std::string_view text, const Rules& rules) {
  const WordList& units = party_words(rules).day_units;
  std::string out;
  std::size_t kept = 0;  // up to here the text is in `out`
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t first = at;
    next_char(text, at);
    const std::size_t second = skip_spaces(text, at);
    if (second == at || !is_digit(char_at(text, first)) || !is_digit(char_at(text, second))) continue;
    if (first > 0 && is_digit(char_at(text, before(text, first)))) continue;
    std::size_t behind = second;
    next_char(text, behind);
    if (!units.prefix_of(text.substr(skip_spaces(text, behind)))) continue;
    out.append(text.substr(kept, at - kept));
    kept = second;
  }
  out.append(text.substr(kept));
  return out;
}

}  // namespace jianbao
