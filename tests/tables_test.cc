// Every row of every table has an id of its own and an example that this very row recognises: so none is dead.
#include "tables/tables.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "tables.h"
#include "text/chars.h"

namespace {

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) jianbao::append_char(out, jianbao::fold(jianbao::next_char(text, at)));
  return out;
}

/// What in a pattern does nothing: a space or its like that may be missing, as none is a space, too; an alternative that is the
/// same as another but for width or script.
std::vector<std::string> idle_parts(std::string_view pattern) {
  std::vector<std::string> idle;
  std::vector<std::vector<std::string>> groups;  // the alternatives of each that is open
  for (const char c : pattern) {
    if (c == '(') {
      groups.push_back({""});
    } else if (c == ')' && !groups.empty()) {
      const std::vector<std::string> group = std::move(groups.back());
      groups.pop_back();
      std::set<std::string> seen;
      std::string whole = "(";
      for (const std::string& alternative : group) {
        if (alternative == " " || !seen.insert(folded(alternative)).second) idle.push_back(alternative);
        whole += (whole.size() > 1 ? "|" : "") + alternative;
      }
      if (!groups.empty()) groups.back().back() += whole + ')';
    } else if (groups.empty()) {
      continue;
    } else if (c == '|') {
      groups.back().emplace_back();
    } else {
      groups.back().back() += c;
    }
  }
  if (pattern.find(" ?") != std::string_view::npos || pattern.find(" *") != std::string_view::npos) idle.emplace_back(" ?");
  return idle;
}

}  // namespace

TEST_CASE("nothing in a pattern is idle") {
  CHECK(idle_parts("(甲|乙(丙|丁)?) {n}( 丙)?(：|、)").empty());
  CHECK(idle_parts("甲 ?乙").size() == 1);
  CHECK(idle_parts("甲( )?乙").size() == 1);
  CHECK(idle_parts("甲(：|乙(丙| ))").size() == 1);
  CHECK(idle_parts("甲(：|:)").size() == 1);
  CHECK(idle_parts("(电|電)").size() == 1);
  const jianbao::Rules& rules = jianbao::Rules::standard();
  for (const auto& [name, source] : rules.tables().sources) {
    const jianbao::Table& table = rules.tables().table(name);
    for (const auto& row : table.rows())
      for (const std::string_view column : {"pattern", "words"})
        if (std::find(table.columns().begin(), table.columns().end(), column) != table.columns().end()) {
          INFO(row.place << " " << row.cells[0]);
          CHECK(idle_parts(table.cell(row, column)) == std::vector<std::string>{});
        }
  }
}

TEST_CASE("every row of every table recognises its own example") {
  const jianbao::Rules& rules = jianbao::Rules::standard();
  for (const auto& [name, source] : rules.tables().sources) {
    const jianbao::Table& table = rules.tables().table(name);
    CAPTURE(name);
    std::set<std::string> ids;
    for (const auto& row : table.rows()) {
      INFO(row.place);
      CHECK(ids.insert(row.cells[0]).second);
    }
    const auto check = tests::table_checks().find(name);
    if (check == tests::table_checks().end()) {
      FAIL_CHECK("no TABLE_CHECK(" << name << ")");
      continue;
    }
    for (const auto& row : table.rows()) {
      INFO(row.place << " " << row.cells[0]);
      CHECK(check->second({table, row}, rules));
    }
  }
}
