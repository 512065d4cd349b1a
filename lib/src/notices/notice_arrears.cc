// Who owes which tax: rows of a list, each a payer, who stands for it, and amounts behind the names of taxes.
#include <algorithm>
#include <optional>
#include <string>

#include "fields/money.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_rows.h"
#include "notices/field_list.h"
#include "notices/notice_items.h"
#include "notice_parts/notice_party_names.h"
#include "notices/notice_labels.h"
#include "notices/notice_table.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kMostArrears = 400;

/// The columns of a table of arrears, and what their cells are called in an item.
constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"holder", "taxpayer"}, {"head", "legal_representative"}, {"owed", "arrears"}, {"tax", "tax_type"}};

void rename_fields(Item& item) {
  for (auto& [name, value] : item.fields)
    for (const auto& [column, field] : kNames)
      if (name == column) name = field;
}

/// The next row of a list; takes it off.
std::string_view take_row(std::string_view& text) {
  std::size_t end = 0, behind = 0;
  while (behind < text.size()) {
    end = behind;
    const char32_t c = fold(next_char(text, behind));
    if (c == U'；' || c == '\n' || is_stop(c)) break;
    end = behind;
  }
  const std::string_view row = trim(text.substr(0, end));
  text.remove_prefix(behind);
  return row;
}

/// Where the payer's name begins: behind what leads to the list and the row's number (如下：1.甲厂，…); npos where the row begins with none.
std::size_t payer_begin(std::string_view row, std::size_t& end, const Rules& rules) {
  constexpr std::string_view kColon = "：";
  for (std::size_t begin = 0;;) {
    std::size_t at = begin;
    while (at < row.size() && is_digit(char_at(row, at))) next_char(row, at);
    if (at > begin && at < row.size() && std::u32string_view(U".．、").find(char_at(row, at)) != std::u32string_view::npos) next_char(row, at);
    for (end = at; end < row.size() && !is_comma(char_at(row, end)) && fold(char_at(row, end)) != U'（';) next_char(row, end);
    if (end < row.size() && fold(char_at(row, end)) != U'：' && read_party(row.substr(at, end - at), rules)) return at;
    begin = row.find(kColon, begin);
    if (begin == std::string_view::npos) return begin;
    begin += kColon.size();
  }
}

/// An item for each tax that the row names with an amount behind it.
void read_row(std::string_view row, const Rules& rules, std::vector<Item>& items) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::size_t name_end = 0;
  const std::size_t name = payer_begin(row, name_end, rules);
  if (name == std::string_view::npos) return;
  Item payer;
  read_lot_fields(row.substr(name_end), payer, rules);
  rename_fields(payer);
  std::erase_if(payer.fields, [](const auto& field) { return field.first != "legal_representative"; });
  payer.fields.insert(payer.fields.begin(), {"taxpayer", std::string(row.substr(name, name_end - name))});
  for (std::size_t from = name_end, at = 0; items.size() < kMostArrears;) {
    const auto tax = words.taxes.search(row, from, at);
    if (!tax) return;
    std::size_t digit = from = at + tax.bytes;
    while (digit < row.size() && !is_digit(char_at(row, digit)) && !is_comma(char_at(row, digit))) next_char(row, digit);
    const auto money = digit < row.size() && is_digit(char_at(row, digit)) ? parse_money(row, digit) : std::nullopt;
    if (!money || !money->has_unit) continue;
    Item& item = items.emplace_back(payer);
    item.fields.emplace_back("tax_type", std::string(row.substr(at, tax.bytes)));
    item.fields.emplace_back("arrears", money->value);
    from = money->end;
  }
}

}  // namespace

std::vector<Item> read_arrears(std::string_view text, const Rules& rules) {
  std::vector<Item> items = read_lot_table(text, rules);
  for (Item& item : items) rename_fields(item);
  std::erase_if(items, [](const Item& item) { return !has_field(item.fields, "taxpayer") || !has_field(item.fields, "arrears"); });
  while (items.size() < kMostArrears && !text.empty()) {
    if (const std::string_view row = take_row(text); !row.empty()) read_row(row, rules, items);
  }
  return items;
}

}  // namespace jianbao
