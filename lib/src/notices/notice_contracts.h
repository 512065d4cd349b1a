// Contracts that debts come from, in running text: their titles and numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/records.h"
#include "notice_signs/notice_columns.h"

namespace jianbao {

inline constexpr std::size_t kMostRows = 400;  ///< of a table, and contracts of a text

class ContractReader {
 public:
  ContractReader(std::string_view text, const ColumnTable& table) : text_(text), table_(table) {}

  /// What the label of a number, a part of the text, says of the contract; a title before its brackets says more: 《借款合同》（合同编号：…）.
  std::string name_of(std::string_view label) const;

  /// The number behind a label that ends at `label`, without a colon, and its spaces, which end at `at`; empty where none stands there.
  std::string_view number_at(std::size_t label, std::size_t at) const { return is_number_label(label) ? plain_number(at) : number_behind(at); }

  /// 2020-LD-045、|2020-LD-046: the next number of a list whose last one ends at `at`; empty where none follows.
  std::string_view next_number(std::size_t at) const { return char_at(text_, at) == U'、' ? plain_number(at + std::string_view("、").size()) : std::string_view(); }

  /// 《借款合同》（2023年4月1日签订）项下20万元债权: contracts whose numbers no label tells.
  std::vector<Item> read_titled() const;

 private:
  std::vector<Item> read_plain() const;
  std::vector<Item> read_lent() const;
  std::string_view title_before(std::size_t close) const;
  bool is_contract(std::string_view title) const;
  bool is_number_label(std::size_t at) const;
  std::string_view number_in(std::string_view brackets) const;
  std::string_view plain_number(std::size_t at) const;
  std::string_view number_behind(std::size_t at) const;
  std::string_view number_before(std::size_t title) const;

  std::string_view text_;
  const ColumnTable& table_;
};

}  // namespace jianbao
