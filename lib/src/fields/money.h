// Amounts of money: 5435.56元, 人民币8000万元, 壹拾贰万叁仟元整, ￥50,000.00.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jianbao {

struct Money {
  double value = 0;      ///< in whole units of the currency, 万 and 亿 multiplied in
  std::string currency;  ///< ISO 4217; CNY where none is named
  std::size_t begin = 0, end = 0;
  bool has_unit = false;  ///< 元 or a sign of currency was printed; else it is a number with 万 or 亿
};

/// The amount that begins at `at`; nothing where a plain number without 元, 万, 亿 or a sign of currency does.
std::optional<Money> parse_money(std::string_view text, std::size_t at = 0);

/// The first amount with a unit at or behind `from`.
std::optional<Money> find_money(std::string_view text, std::size_t from = 0);

}  // namespace jianbao
