#include "notices/notice_fields.h"

#include <algorithm>
#include <cstdint>

#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_scan.h"
#include "notices/field_list.h"
#include "notice_parts/notice_courts.h"
#include "notices/notice_field_values.h"
#include "notice_parts/notice_reading.h"
#include "tables/pattern_set.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

struct FieldTable {
  explicit FieldTable(const Rules::Tables& tables) {
    const Table& table = tables.table("notice_fields");
    const std::vector<std::string>& kinds = tables.compiled<KindTable>().kinds;
    of_kind.resize(kinds.size());
    for (const Table::Row& row : table.rows()) {
      const std::vector<std::string> names = split_cell(table.cell(row, "kinds"));
      for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        if (applies(names, kinds[kind])) of_kind[kind].push_back(static_cast<std::uint32_t>(rows.size()));
      rows.push_back({table.cell(row, "field"), field_type(table.cell(row, "type"), row.place), Pattern(table.cell(row, "pattern"), row.place)});
    }
  }

  static bool applies(const std::vector<std::string>& names, std::string_view kind) {
    return names.front() == "*" || std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return name == kind || (name.ends_with('*') && kind.starts_with(name.substr(0, name.size() - 1)));
    });
  }

  struct Row {
    std::string field;
    FieldType type;
    Pattern pattern;
  };
  std::vector<Row> rows;
  std::vector<std::vector<std::uint32_t>> of_kind;  ///< by kind, the numbers of its rows
};

}  // namespace

Fields read_fields(std::string_view kind, std::string_view text, const TextSigns& signs, std::string_view issue, const Rules& rules) {
  const FieldTable& table = rules.tables().compiled<FieldTable>();
  Fields fields;
  text = clip(text, kReadOn);
  Pattern::Match match;
  for (const std::uint32_t number : table.of_kind[rules.tables().compiled<KindTable>().find(kind)]) {
    const FieldTable::Row& row = table.rows[number];
    if (!row.pattern.may_match(signs)) continue;
    if (has_field(fields, row.field)) continue;
    const bool is_case = row.field == "case_number";
    const std::size_t before_it = fields.size();
    for (std::size_t from = 0, begin = 0; find_pattern(row.pattern, text, from, begin, match); next_char(text, from = begin)) {
      if (is_case && (counts_contract(text.substr(begin, match.end - begin), rules) || lists_cases(text, rules))) break;
      for (Pattern::Capture capture : match.captures) {
        if (is_case) capture.end = case_numbers_end(text, capture.end);
        if (auto cases = is_case ? whole_cases(text.substr(capture.begin, capture.end - capture.begin)) : std::vector<std::string>{}; cases.size() > 1) {
          fields.emplace_back(row.field, std::move(cases));
          continue;
        }
        if (auto value = read_value(row.type, row.pattern, text, capture, issue, rules)) fields.emplace_back(row.field, std::move(*value));
      }
      if (!is_picky(row.type) || fields.size() > before_it) break;  // 未经许可…，经某人民法院判决: of several places the first that names one
    }
  }
  return fields;
}

}  // namespace jianbao
