#include "notices/notice_labels.h"

#include <algorithm>
#include <string>

#include "fields/identifiers.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_columns.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notices/notice_cells.h"
#include "notices/notice_contracts.h"
#include "notices/field_list.h"
#include "notice_parts/notice_party_names.h"

namespace jianbao {
namespace {

using Type = ColumnTable::Type;

class LabelReader {
 public:
  LabelReader(std::string_view text, const Rules& rules)
      : text_(text), table_(rules.tables().compiled<ColumnTable>()), rules_(rules), contracts_(text, table_), unit_(table_.unit_said(text)) {}

  /// An item for each contract; what stands before its number belongs to it where a debtor begins it.
  std::vector<Item> read() {
    std::vector<Item> items(1);
    each_label([&](const ColumnTable::Column& column, std::string_view head, std::string_view value) {
      const bool begins = column.id == "debtor" || (column.item == "number" && !items.back().numbers.empty());
      if (begins && !(items.back().numbers.empty() && items.back().fields.empty())) items.emplace_back();
      set_cell(items.back(), column, value, scale());
      if (column.item != "number") return;
      items.back().name = contracts_.name_of(head);
      if (const std::string_view debtor = head_of_row(value); !debtor.empty() && !has_field(items.back().fields, "debtor")) items.back().fields.emplace_back("debtor", std::string(debtor));
      read_further_numbers(value, items.back());
    });
    std::erase_if(items, [](const Item& item) { return item.numbers.empty(); });
    return items.empty() ? contracts_.read_titled() : items;
  }

  void read_into(Item& item) {
    each_label([&](const ColumnTable::Column& column, std::string_view, std::string_view value) {
      if (column.item != "name" && column.item != "number") set_cell(item, column, value, scale());
    });
  }

 private:
  /// 合同编号：2020-LD-045、2020-LD-046，本金500万元: the others of the list share what is said of them.
  void read_further_numbers(std::string_view value, Item& item) const {
    for (;;) {
      value = contracts_.next_number(static_cast<std::size_t>(value.data() + value.size() - text_.data()));
      if (value.empty()) return;
      item.numbers.emplace_back(value);
    }
  }

  /// 1.某公司：借款合同编号…: who stands before the colon of a counted line; empty where nobody does.
  std::string_view head_of_row(std::string_view value) const {
    const std::size_t at = static_cast<std::size_t>(value.data() - text_.data()), lf = text_.rfind('\n', at), begin = lf == std::string_view::npos ? 0 : lf + 1;
    const std::string_view line = text_.substr(begin, at - begin);
    const std::size_t count = count_mark(line), colon = line.find("：");
    if (count == 0 || colon == std::string_view::npos || colon < count) return {};
    const std::string_view name = trim(line.substr(count, colon - count));
    return is_person(name, rules_) || is_organisation(name, rules_) ? name : std::string_view{};
  }

  double scale() const { return unit_ > 0 ? unit_ : 1; }

  template <class Each>
  void each_label(Each each) const {
    for (std::size_t at = 0; at < text_.size();) {
      const auto head = table_.heads.find(text_, at);
      if (!head || !table_.columns[head.value].beside.empty()) {  // 编号：…: whose, only a header says
        next_char(text_, at);
        continue;
      }
      const std::size_t behind = at + head.bytes;
      const ColumnTable::Column& column = table_.columns[head.value];
      const std::string_view value = value_at(behind, column.type);
      if (!value.empty()) each(column, text_.substr(at, head.bytes), value);
      at = std::max(behind, value.empty() ? behind : static_cast<std::size_t>(value.data() + value.size() - text_.data()));
    }
  }

  /// Bytes of a number at `at` that is a sum by itself, as the text says the unit: 本金余额：480000.00.
  std::size_t bare_sum(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && (is_ascii_digit(static_cast<unsigned char>(text_[end])) || text_[end] == '.' || (text_[end] == ',' && end + 1 < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[end + 1]))))) ++end;
    return end < text_.size() && (is_han(char_at(text_, end)) || is_letter(char_at(text_, end))) ? 0 : end - at;
  }

  /// A value needs a colon before it, an amount does not; it must look like what the label says.
  std::string_view value_at(std::size_t at, Type type) const {
    const std::size_t begin = at;
    at = skip_while(text_, at, [](char32_t c) { return is_space(c) || fold(c) == U'：' || c == U'为'; });
    const bool colon = text_.substr(begin, at - begin).find_first_not_of(' ') != std::string_view::npos;
    if (type == Type::money) {
      const auto money = parse_money(text_, at);
      return text_.substr(at, money ? money->end - at : colon && unit_ > 0 ? bare_sum(at) : 0);
    }
    if (!colon && type == Type::code) return contracts_.number_at(begin, at);
    if (!colon) return {};
    if (type == Type::code) {
      const std::size_t end = document_number_end(text_, at);
      return end == std::string_view::npos ? std::string_view{} : text_.substr(at, end - at);
    }
    const std::string_view value = trim(text_.substr(at, value_end(at, type) - at));
    const bool named = type == Type::name || type == Type::names;
    return named && read_parties(value, rules_).empty() ? std::string_view{} : value;
  }

  std::size_t value_end(std::size_t at, Type type) const {
    for (const std::size_t begin = at; at < text_.size(); next_char(text_, at)) {
      const char32_t c = fold(char_at(text_, at));
      if (parts_thousands(begin, at)) continue;
      if (is_stop(c) || c == U'；' || c == '\n' || c == U'，' || c == U'（' || (c == U'、' && ends_at_list(begin, at, type))) break;
    }
    return at;
  }

  /// 土地面积：33|,421.50平方米.
  bool parts_thousands(std::size_t begin, std::size_t at) const {
    constexpr std::size_t kThousands = 3;
    if (fold(char_at(text_, at)) != U'，' || digits_before(text_, at) == 0 || at - digits_before(text_, at) != begin) return false;
    std::size_t behind = at;
    next_char(text_, behind);
    return skip_digits(text_, behind) == behind + kThousands;
  }

  /// Whether the mark of a list at `at` ends the value: 用途：商业|、年限：40年, 用途：商业2、位置：…, but not 用途：商业、住宅.
  bool ends_at_list(std::size_t begin, std::size_t at, Type type) const {
    if (type == Type::names) return false;
    std::size_t behind = at;
    next_char(text_, behind);
    return type != Type::text || (at > begin && is_digit(char_at(text_, before(text_, at)))) || table_.heads.find(text_, behind);
  }

  std::string_view text_;
  const ColumnTable& table_;
  const Rules& rules_;
  const ContractReader contracts_;
  const double unit_;  ///< yuan; 0: each sum says its own
};

}  // namespace

std::vector<Item> read_labelled_debts(std::string_view text, const Rules& rules) { return LabelReader(text, rules).read(); }

void read_lot_fields(std::string_view lot, Item& item, const Rules& rules) { LabelReader(lot, rules).read_into(item); }

}  // namespace jianbao
