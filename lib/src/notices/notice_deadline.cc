#include "notices/notice_deadline.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "jianbao/page.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_reading.h"
#include "tables/pattern_set.h"
#include "tables/tables.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr double kMostDays = 1100;

struct DeadlineTable {
  explicit DeadlineTable(const Rules::Tables& tables) {
    const Table& periods = tables.table("notice_deadlines");
    for (const Table::Row& row : periods.rows()) {
      if (periods.cell(row, "rank") == "none") {
        no_deadlines.add(periods.cell(row, "pattern"), row.place);
        continue;
      }
      deadlines.add(periods.cell(row, "pattern"), row.place);
      ranks.push_back(std::atoi(std::string(periods.cell(row, "rank")).c_str()));
    }
  }

  PatternSet no_deadlines, deadlines;
  std::vector<int> ranks;  ///< of each deadline
};

}  // namespace

std::optional<double> read_deadline(std::string_view text, const TextSigns& signs, const Rules& rules) {
  const DeadlineTable& table = rules.tables().compiled<DeadlineTable>();
  text = clip(text, kReadOn);
  std::optional<double> best;
  int best_rank = 99;
  std::optional<std::vector<Span>> payments;  // numbers that are no period of the notice's; looked for where a period was found
  const auto is_payment = [&](const Pattern::Capture& number) {
    if (!payments) {
      payments.emplace();
      table.no_deadlines.scan(text, [&](std::size_t, std::size_t, const Pattern::Match& match) {
        if (!match.captures.empty()) payments->push_back({match.captures.front().begin, match.captures.front().end});
        return false;
      });
    }
    return std::find(payments->begin(), payments->end(), Span{number.begin, number.end}) != payments->end();
  };
  const auto wanted = [&](std::size_t number) { return table.ranks[number] < best_rank && table.deadlines[number].may_match(signs); };
  table.deadlines.scan_for(text, wanted, [&](std::size_t number, std::size_t, const Pattern::Match& match) {
    if (match.captures.empty() || is_payment(match.captures.front())) return false;
    const Pattern::Capture& capture = match.captures.front();
    const auto days = parse_numeral(text.substr(capture.begin, capture.end - capture.begin));
    if (!days || *days <= 0 || static_cast<double>(*days) > kMostDays) return false;
    best = static_cast<double>(*days);
    best_rank = table.ranks[number];
    return best_rank == 0;
  });
  return best;
}

}  // namespace jianbao
