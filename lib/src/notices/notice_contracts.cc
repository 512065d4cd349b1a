#include "notices/notice_contracts.h"

#include <algorithm>
#include <cstddef>

#include "fields/identifiers.h"
#include "fields/money.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_party_names.h"

namespace jianbao {
namespace {

/// …（2021）…
bool has_bracketed_year(std::string_view number) {
  constexpr std::size_t kDigits = 4;
  for (std::size_t at = 0; at < number.size();)
    if (fold(next_char(number, at)) == U'（' && skip_digits(number, at) == at + kDigits) return true;
  return false;
}

}  // namespace

std::string ContractReader::name_of(std::string_view label) const {
  constexpr std::string_view kClose = "》";
  std::string name = table_.item_name(label);
  std::string_view before_it = text_.substr(0, static_cast<std::size_t>(label.data() - text_.data()));
  if (before_it.empty() || fold(last_char(before_it)) != U'（') return name;
  before_it = without_last(before_it);
  if (!before_it.ends_with(kClose)) return name;
  const std::string_view title = title_before(before_it.size() - kClose.size());
  return title.ends_with(name) ? std::string(title) : name;
}

/// What stands between 《 and the 》 at `close`.
std::string_view ContractReader::title_before(std::size_t close) const {
  constexpr std::string_view kOpen = "《";
  constexpr std::size_t kLongest = 90;  // bytes
  const std::size_t open = text_.substr(0, close).rfind(kOpen);
  if (open == std::string_view::npos || close - open > kLongest) return {};
  return text_.substr(open + kOpen.size(), close - open - kOpen.size());
}

/// Whether a title ends as one calls a contract that debts come from: 民间借款合同.
bool ContractReader::is_contract(std::string_view title) const {
  for (std::size_t at = 0; at < title.size(); next_char(title, at))
    if (const auto head = table_.heads.find(title, at); head && at + head.bytes == title.size() && table_.columns[head.value].item == "number") return true;
  return false;
}

/// （编号SY-2022-0718）: the number in the brackets behind a contract's title; empty where they hold none.
std::string_view ContractReader::number_in(std::string_view brackets) const {
  for (std::size_t at = 0; at < brackets.size();) {
    next_char(brackets, at);
    if (table_.item_name(brackets.substr(0, at)).size() == at) continue;  // no word for a number ends here
    at = skip_colon(brackets, at);
    const std::size_t end = document_number_end(brackets, at);
    if (end != std::string_view::npos) return brackets.substr(at, end - at);
  }
  return {};
}

/// Whether a word for a number ends at `at`: 合同编号|YT-2021-033号.
bool ContractReader::is_number_label(std::size_t at) const {
  const std::string_view head = text_.substr(0, at);
  return table_.item_name(head).size() < head.size();
}

/// A number that needs no mark before it: it begins with a letter or a digit, or is one of a register, and has as many as numbers of contracts do.
std::string_view ContractReader::plain_number(std::size_t at) const {
  constexpr std::ptrdiff_t kLeast = 4;  // digits
  const std::size_t end = at < text_.size() ? document_number_end(text_, at) : std::string_view::npos;
  if (end == std::string_view::npos) return {};
  const std::string_view number = text_.substr(at, end - at);
  const bool registered = has_bracketed_year(number) && table_.item_name(number).size() < number.size();  // 吴农商借字（2021）第03117号: it begins with who counts it
  if (!is_letter(first_char(number)) && !is_digit(first_char(number)) && !registered) return {};
  const auto digits = std::count_if(number.begin(), number.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
  return digits >= kLeast ? number : std::string_view{};
}

/// 借款合同（编号：…，本金余额…）: the number in the brackets that open at `at`; empty where none do.
std::string_view ContractReader::number_behind(std::size_t at) const {
  constexpr std::size_t kLongest = 240;  // bytes
  if (at >= text_.size() || fold(char_at(text_, at)) != U'（') return {};
  const std::string_view rest = text_.substr(at, kLongest);
  return number_in(rest.substr(0, rest.find("）")));
}

/// 编号为BY-2019-0312的《个人借款合同》: the number right before a title, whose first byte is at `title`; empty where none is.
std::string_view ContractReader::number_before(std::size_t title) const {
  constexpr std::string_view kLink = "的《", kIs = "为";
  constexpr std::size_t kReach = 90;  // bytes of the number and its label
  if (title < kLink.size() || !text_.substr(0, title).ends_with(kLink)) return {};
  const std::size_t end = title - kLink.size();
  for (std::size_t at = end; at > 0 && end - at < kReach;) {
    const std::size_t behind = at;
    at = before(text_, at);
    if (is_comma(char_at(text_, at))) return {};
    std::size_t number = behind;
    if (text_.substr(number).starts_with(kIs)) number += kIs.size();
    else if (fold(char_at(text_, number)) == U'：') next_char(text_, number);
    if (document_number_end(text_, number) != end || table_.item_name(text_.substr(0, behind)).size() == behind) continue;
    return text_.substr(number, end - number);
  }
  return {};
}

/// …享有的（2015）三贷字第0266号|借款合同|项下…（本金180万元…）: a contract whose title stands without marks between its number and what is under it.
std::vector<Item> ContractReader::read_plain() const {
  constexpr std::size_t kLongest = 150, kReach = 90;  // bytes of number and title, and from there to the amount
  std::vector<Item> items;
  std::size_t at = 0;
  for (auto under = table_.under.search(text_, 0, at); under && items.size() < kMostRows; under = table_.under.search(text_, at + under.bytes, at)) {
    for (std::size_t number = at; number > 0 && at - number < kLongest;) {
      number = before(text_, number);
      const char32_t c = fold(char_at(text_, number));
      if (is_comma(c) || is_stop(c)) break;
      if (!is_opening(c) && !is_letter(c)) continue;
      const std::size_t title = document_number_end(text_, number);
      if (title >= at || !is_contract(text_.substr(title, at - title))) continue;
      Item& item = items.emplace_back();
      item.name = text_.substr(title, at - title);
      item.numbers.emplace_back(text_.substr(number, title - number));
      const std::string_view rest = text_.substr(at, kReach);
      if (const auto money = find_money(rest.substr(0, rest.find("。")))) item.amount = money->value, item.currency = money->currency;
      break;
    }
  }
  return items;
}

/// 贷款（云村银联保字第150602号）本金9万元: the number of a loan in brackets right behind it, and the amount.
std::vector<Item> ContractReader::read_lent() const {
  constexpr std::size_t kReach = 40;  // bytes from the brackets to the amount
  constexpr std::ptrdiff_t kLeast = 4;  // digits
  std::vector<Item> items;
  std::size_t at = 0;
  for (auto lent = table_.lent.search(text_, 0, at); lent && items.size() < kMostRows; lent = table_.lent.search(text_, at + lent.bytes, at)) {
    std::size_t begin = at + lent.bytes;
    if (begin >= text_.size() || fold(next_char(text_, begin)) != U'（') continue;
    const std::size_t end = document_number_end(text_, begin);
    if (end == std::string_view::npos || fold(char_at(text_, end)) != U'）') continue;
    const std::string_view number = text_.substr(begin, end - begin);
    if (std::count_if(number.begin(), number.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }) < kLeast) continue;
    Item& item = items.emplace_back();
    item.numbers.emplace_back(number);
    const std::string_view rest = text_.substr(end, kReach);
    if (const auto money = find_money(rest.substr(0, rest.find("。")))) item.amount = money->value, item.currency = money->currency;
  }
  return items;
}

std::vector<Item> ContractReader::read_titled() const {
  constexpr std::string_view kClose = "》";
  constexpr std::size_t kReach = 60;  // bytes from there to the amount
  std::vector<Item> items;
  for (std::size_t close = text_.find(kClose); close != std::string_view::npos && items.size() < kMostRows; close = text_.find(kClose, close + 1)) {
    const std::string_view title = title_before(close);
    std::size_t at = close + kClose.size();
    const std::size_t bracket = at;
    if (fold(char_at(text_, at)) == U'（')
      while (at < text_.size() && fold(next_char(text_, at)) != U'）') {}
    const auto under = table_.under.find(text_, at);
    const std::string_view leading = number_before(close - title.size());
    if ((!under && leading.empty()) || !is_contract(title)) continue;
    const std::size_t under_begin = at;
    at += under.bytes;
    auto money = find_money(text_.substr(at, std::min(kReach, text_.substr(at).find("。"))));
    if (!money) money = find_money(text_.substr(bracket, under_begin - bracket));  // （编号：…，本金18万元）
    Item& item = items.emplace_back();
    item.name = title;
    if (const std::string_view number = number_in(text_.substr(bracket, under_begin - bracket)); !number.empty()) item.numbers.emplace_back(number);
    else if (!leading.empty()) item.numbers.emplace_back(leading);
    if (money) item.amount = money->value, item.currency = money->currency;
  }
  if (items.empty()) items = read_plain();
  return items.empty() ? read_lent() : items;
}

}  // namespace jianbao
