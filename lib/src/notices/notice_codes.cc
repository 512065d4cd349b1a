#include "notices/notice_codes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fields/identifiers.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notices/notice_credit_code.h"
#include "notice_parts/notice_reading.h"
#include "notices/notice_record.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// The number of a document behind spaces, a comma or a label at `at` of the body; empty where something else stands there.
std::string number_behind(std::string_view text, std::size_t at, const Rules& rules) {
  constexpr std::size_t kLeast = 6;  // characters
  at = skip_spaces(text, at);
  if (at < text.size() && std::u32string_view(U"，、（").find(fold(char_at(text, at))) != std::u32string_view::npos) next_char(text, at);
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  if (const std::size_t thing = words.heads.find(text, at).bytes; thing > 0 && words.numbers.find(text, at + thing)) at += thing;  // 驾驶证|号330227…
  at += words.numbers.find(text, at).bytes;
  at = skip_spaces(text, at);
  at = skip_colon(text, at);
  const std::size_t end = document_number_end(text, at);
  if (end == std::string_view::npos) return {};
  const std::string_view cells = text.substr(at, end - at), first = cells_of(cells).front();  // 证号　档案编号
  const std::string_view number = count_chars(first) < kLeast ? cells : first;
  return count_chars(number) < kLeast ? std::string() : std::string(number);
}

/// The number behind a name, at the first place where one stands.
std::string number_of(std::string_view name, std::string_view text, const Rules& rules) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size()))
    if (std::string number = number_behind(text, at + name.size(), rules); !number.empty()) return number;
  return {};
}

/// 账号：…: a bank's number of 18 digits has no check digit of an identity number's.
bool is_account(std::string_view text, std::size_t at, const Rules& rules) {
  constexpr std::size_t kReach = 24;  // bytes of a label and its colon
  while (at > 0 && (fold(char_at(text, before(text, at))) == U'：' || is_space(char_at(text, before(text, at))))) at = before(text, at);
  const PrefixIndex& accounts = rules.tables().compiled<ItemWords>().accounts;
  for (std::size_t begin = at; begin > 0 && at - begin < kReach;) {
    begin = before(text, begin);
    if (begin + accounts.find(text, begin).bytes == at) return true;
  }
  return false;
}

/// The credit codes of a text, in their order.
std::vector<std::string> credit_codes(std::string_view text, const Rules& rules) {
  std::vector<std::string> codes;
  for (auto found = read_credit_code(text, 0, rules); found; found = read_credit_code(text, found->end, rules)) codes.push_back(std::move(found->code));
  return codes;
}

/// 身份证，号码340102199013094048: whether the number of a thing that an identity number counts is none, by its length, its day or its check
/// digit. Of the old form of 15 digits and of what is masked nothing is known.
bool miscounts_identity(const Item& item, const Rules& rules) {
  constexpr std::size_t kOld = 15, kLeast = 10;  // digits
  std::size_t at = 0;
  if (!rules.tables().compiled<ItemWords>().identities.search(item.name, 0, at)) return false;
  return std::any_of(item.numbers.begin(), item.numbers.end(), [&](const std::string& printed) {
    const std::string number = to_ascii(printed);
    const std::size_t digits = skip_digits(number, 0), rest = number.size() - digits;
    return digits >= kLeast && digits != kOld && rest <= 1 && (rest == 0 || is_letter(last_char(number))) && !(is_identity_number_shape(number) && identity_number_checks(number));
  });
}

}  // namespace

void read_codes(Notice& notice, std::string_view text, const Rules& rules) {
  const std::string tight = tighten(text);
  if (const std::vector<std::string> codes = credit_codes(tight, rules); !codes.empty()) {
    const std::string& code = codes.front();
    for (Item& item : notice.items) std::erase(item.numbers, code);
    const auto is_same = [&](const std::string& other) { return other == code; };  // of a firm that has two rows the same one again
    if (std::all_of(codes.begin(), codes.end(), is_same)) notice.fields.emplace_back("credit_code", code);
    else notice.fields.emplace_back("credit_codes", codes);  // of several that merge or are listed none is the notice's
    if (!std::all_of(codes.begin(), codes.end(), credit_code_checks)) add_flag(notice, "check_digit");
  }
  const bool miscounted = std::any_of(notice.items.begin(), notice.items.end(), [&](const Item& item) { return miscounts_identity(item, rules); });
  if (miscounted || has_torn_credit_code(tight, rules)) add_flag(notice, "check_digit");
  for (const Span& span : find_identity_numbers(notice.text)) {
    const std::string number = to_ascii(std::string_view(notice.text).substr(span.begin, span.size()));
    if (!identity_number_checks(number) && !credit_code_checks(number) && !is_account(notice.text, span.begin, rules)) add_flag(notice, "check_digit");
  }
}

std::vector<Item> read_listed_numbers(const std::vector<Party>& parties, std::string_view text, const Rules& rules) {
  std::vector<Item> items;
  for (const Party& party : parties) {
    const std::string number = number_of(party.name, text, rules);
    if (number.empty()) return {};
    items.push_back({.name = {}, .numbers = {number}});
  }
  return items;
}

std::vector<Item> read_losers_numbers(const std::vector<Party>& parties, const Item& thing, std::string_view text, const Rules& rules) {
  const ItemWords& words = rules.tables().compiled<ItemWords>();
  std::vector<Item> items;
  for (const Party& party : parties) {
    const std::size_t name = text.find(party.name);
    std::size_t at = name == std::string_view::npos ? text.size() : name + party.name.size();
    if (fold(char_at(text, at)) != U'（') return {};
    next_char(text, at);
    const std::size_t label = words.numbers.find(text, at).bytes;
    if (label == 0 || words.other_numbers.find(text, at).bytes > label) return {};
    at = skip_to_value(text, at + label);
    const std::size_t end = document_number_end(text, at);
    if (end == std::string_view::npos || fold(char_at(text, end)) != U'）') return {};
    Item& item = items.emplace_back(thing);
    item.numbers = {std::string(text.substr(at, end - at))};
    if (item.count != 1) item.count.reset(), item.unit.clear();  // 各一本 is said of each
  }
  return items;
}

}  // namespace jianbao
