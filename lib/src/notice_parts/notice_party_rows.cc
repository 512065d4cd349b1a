#include "notice_parts/notice_party_rows.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_reading.h"
#include "notice_parts/notice_signature.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// Behind the numeral that counts a row: 1．, 一、; 0 where none stands there.
std::size_t row_number(std::string_view row) {
  std::size_t at = 0;
  while (at < row.size() && (is_digit(char_at(row, at)) || is_cn_numeral(char_at(row, at)))) next_char(row, at);
  if (at == 0 || at >= row.size()) return 0;
  const char32_t mark = next_char(row, at);
  return mark == U'、' || mark == '.' || mark == U'．' ? at : 0;
}

/// The next line, or the next part of one that semicolons part; takes it off.
std::string_view take_row(std::string_view& lines) {
  std::size_t end = 0, behind = lines.size();
  for (; end < lines.size(); next_char(lines, end)) {
    const char32_t c = fold(char_at(lines, end));
    if (c != '\n' && c != U'；') continue;
    behind = end;
    next_char(lines, behind);
    break;
  }
  const std::string_view row = trim(lines.substr(0, end));
  lines.remove_prefix(behind);
  return row;
}

/// The column of a table's header whose cells name parties (纳税人名称); none where it has no such column.
std::optional<std::size_t> party_column(std::string_view header, const Rules& rules) {
  if (header_columns(header, rules) == 0 && !heads_columns(header, rules)) return {};
  const Cells cells = cells_of(header);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (party_words(rules).columns.prefix_of(cells[i]) == cells[i].size()) return i;
  return {};
}

/// The parties in that column of the rows below the header.
std::vector<Party> read_party_cells(std::string_view lines, const Rules& rules) {
  std::vector<Party> parties;
  std::optional<std::size_t> column;
  std::size_t columns = 0;
  while (!lines.empty()) {
    const std::string_view line = take_row(lines);
    if (!column) {
      column = party_column(line, rules);
      columns = cells_of(line).size();
      continue;
    }
    const Cells cells = cells_of(line);
    if (cells.size() == 1 && misfit(line, ColumnTable::Type::money) == 0) continue;  // the sum of a torn row
    const bool torn = cells.size() == 2 && misfit(trim(lines.substr(0, lines.find('\n'))), ColumnTable::Type::money) == 0;
    const bool paired = cells.size() == 2 && columns == 2;  // 单位名称　许可证编号
    if ((cells.size() < 3 && !torn && !paired) || cells.size() <= *column) break;
    add_new(parties, read_parties(cells[*column], rules));
  }
  return parties;
}

/// 甲公司等2户的许可证：: says how many the rows name.
bool counts_rows(std::string_view text, const Rules& rules) {
  const WordList& ets = party_words(rules).ets;
  return ets.each_in(text, [&](std::size_t at, std::size_t number) {
    const char32_t c = char_at(text, at + ets[number].size());
    return is_digit(c) || is_cn_numeral(c);
  });
}

/// Leads to the rows of a list: 下列借款人…, 甲公司等2户….
bool leads_to_rows(std::string_view text, const Rules& rules) { return party_words(rules).followings.any_in(text) || counts_rows(text, rules); }

/// 某苗木有 限公司: the name up to the mark in a row, where the space at `end` stands inside of it; empty where it does not.
std::string tight_name(std::string_view row, std::size_t end, const Rules& rules) {
  if (!is_space(char_at(row, end)) || is_organisation(row.substr(0, end), rules)) return {};
  while (end < row.size() && !is_comma(char_at(row, end)) && fold(char_at(row, end)) != U'（') next_char(row, end);
  std::string name = tighten(row.substr(0, end));
  return all_han(name) && is_organisation(name, rules) ? name : std::string();
}

/// 甲店（许可证号：530502200111）、乙店（许可证号：530581200333）: several names in one row, each with what is told of it in numbers; nobody where
/// one of them is none.
std::vector<Party> read_remarked(std::string_view row, const Rules& rules) {
  std::vector<Party> parties;
  for (const std::string_view part : parts_of(without_stop(row))) {
    const std::size_t open = bracket_at_end(part);  // （（青）FM安许证字〔2021〕0316）
    if (open == std::string_view::npos || open == 0 || !has_digits(part.substr(open))) return {};
    if (auto party = read_party(part, rules)) parties.push_back(std::move(*party));
    else if (const std::string_view name = part.substr(0, open); is_unknown_name(name, rules)) parties.push_back({plain_name(name), false});
    else return {};
  }
  return parties.size() > 1 ? parties : std::vector<Party>{};
}

/// 王小五、李四、赵小六: a row of several names and nothing else; nobody where one of them is none.
std::vector<Party> read_names_row(std::string_view row, const Rules& rules) {
  std::vector<Party> parties;
  for (const std::string_view part : parts_of(without_stop(row))) {
    auto party = read_party(trim(part), rules);
    if (!party) return {};
    parties.push_back(std::move(*party));
  }
  return parties.size() > 1 ? parties : std::vector<Party>{};
}

/// Whom the label before a colon names as those to ask, or what it says how to reach.
bool is_contact(std::string_view label, const Rules& rules) {
  return party_words(rules).asked.suffix_of(label) > 0 || rules.tables().compiled<NoticeWords>().is_contact_line(label);
}

/// …停止使用：王小海（4310**1230）、李小成（4310**5617）: such a row behind a colon in any line.
std::vector<Party> read_told(std::string_view lines, const Rules& rules) {
  constexpr std::string_view kColon = "：";
  while (!lines.empty()) {
    const std::string_view row = take_row(lines);
    const std::size_t colon = row.find(kColon);
    if (colon == std::string_view::npos || is_contact(row.substr(0, colon), rules)) continue;
    if (auto parties = read_remarked(trim(row.substr(colon + kColon.size())), rules); !parties.empty()) return parties;
  }
  return {};
}

/// The parties that the rows of a list begin with, behind a line that leads to them: 下列借款人…：, then 张三，本金5万元；. Between
/// rows that are sure, a name of a kind that has no surname counts. Rows that are numbered from the first line on need no such line. One row is a list where the line says whom it names (下列权利人…：).
std::vector<Party> read_listed(std::string_view lines, const Rules& rules) {
  std::vector<Party> parties;
  bool sure = false, persons = false, led = false;
  bool following = row_number(trim(lines.substr(0, lines.find('\n')))) > 0;
  while (!lines.empty()) {
    std::string_view line = take_row(lines);
    if (!led) {
      constexpr std::string_view kColon = "：";
      std::size_t colon = line.find(kColon);
      while (colon != std::string_view::npos && !leads_to_rows(line.substr(0, colon), rules)) colon = line.find(kColon, colon + 1);
      if (colon != std::string_view::npos && ends_in_colon(line)) colon = line.rfind(kColon);  // …如下（单位：元）：
      led = colon != std::string_view::npos;
      following = following || party_words(rules).followings.any_in(line);
      if (!led && following && row_number(line) > 0) {  // 以下企业…。⏎1.甲公司…
        led = persons = true;
        colon = std::string_view::npos;
      }
      if (!led) continue;
      if (colon != std::string_view::npos) {
        persons = party_words(rules).leads.any_in(line.substr(0, colon));
        line = trim(line.substr(colon + kColon.size()));
      }
    }
    if (line.empty() || heads_columns(line, rules)) continue;
    const std::string_view row = line.substr(row_number(line));
    auto several = read_remarked(row, rules);
    if (several.empty()) several = read_names_row(row, rules);
    if (!several.empty()) {
      add_new(parties, std::move(several));
      sure = true;
      continue;
    }
    std::size_t end = 0;
    while (end < row.size() && !is_comma(char_at(row, end)) && fold(char_at(row, end)) != U'（' && !is_space(char_at(row, end))) next_char(row, end);
    if (end == row.size() || fold(char_at(row, end)) == U'：') break;
    const std::string tight = tight_name(row, end, rules);  // 某苗木有 限公司，…
    const std::string_view name = tight.empty() ? row.substr(0, end) : std::string_view(tight);
    if (name.find("、") != std::string_view::npos) {  // 张三、李四（城关社）欠本金…
      auto joint = read_parties(name, rules);
      if (joint.size() < 2) break;
      add_new(parties, std::move(joint));
      sure = true;
      continue;
    }
    if (auto party = read_party(name, rules)) parties.push_back(std::move(*party)), sure = true;
    else if (is_unknown_name(name, rules)) parties.push_back({plain_name(name), false});
    else break;
  }
  return sure && (persons || parties.size() > 1) ? parties : std::vector<Party>{};
}

}  // namespace

std::vector<Party> read_row_parties(std::string_view lines, const Rules& rules) {
  for (const auto read : {read_party_cells, read_listed, read_told})
    if (auto parties = read(lines, rules); !parties.empty()) return parties;
  return {};
}

}  // namespace jianbao
