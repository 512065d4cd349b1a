// What notice_columns.tsv compiles to.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notice_signs/notice_item_words.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"

namespace jianbao {

struct ColumnTable {
  explicit ColumnTable(const Rules::Tables& tables);

  enum class Type { ordinal, name, names, code, money, measure, text };
  struct Column {
    std::string id, item;
    Type type;
    std::vector<std::string> beside;  ///< ids: its word is a head only where the header has one of these columns, too
  };

  /// 单位：万元, at the beginning of a line or the end of one (基准日：…　单位：万元).
  bool is_unit_line(std::string_view line) const;

  /// How many yuan the unit is that a text says its sums are in (单位：元。); 0 where it says none.
  double unit_said(std::string_view text) const;

  /// How many yuan the unit is that a text names; 0 where it names none.
  double scale_of(std::string_view text) const;

  /// What a head says of the item: 借款合同编号 is the number of a 借款合同.
  std::string item_name(std::string_view head) const;

  PrefixIndex lent;                 ///< a debt whose number stands in brackets behind it: 贷款（…号）
  PrefixIndex under;                ///< behind a contract's title: 项下
  PrefixIndex heads;                ///< value: index into columns
  std::vector<Column> columns;
  std::vector<std::size_t> usual;   ///< columns of a table of debtors that has no header, in order

 private:
  static constexpr std::size_t kLongestUnit = 8;  ///< characters, 人民币 before it

  /// Whether `is` of the place of a label for units and of what stands behind it, for any of them.
  template <class Is>
  bool any_unit(std::string_view line, Is is) const;

  std::vector<std::pair<std::string, double>> units_;
  PrefixIndex unit_labels_;
  SuffixIndex tails_;
};

}  // namespace jianbao
