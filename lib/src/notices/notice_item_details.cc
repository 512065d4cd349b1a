#include "notices/notice_item_details.h"

#include <algorithm>
#include <iterator>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "notice_signs/notice_item_words.h"
#include "notices/notice_document_numbers.h"
#include "notice_parts/notice_quantity.h"
#include "tables/classes.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// What is said behind a list of items.
struct Zone {
  struct Run {
    std::string_view label;
    std::size_t numbers;
  };
  std::vector<std::string> numbers;
  std::vector<Run> runs;    ///< the numbers behind each label
  std::vector<Money> amounts;
  bool separately = false;  ///< 分别: one to each
  bool equally = false;     ///< 均为: the same to each
};

/// Behind the marks and words between a label and its number: ：, 为, 分别为.
std::size_t behind_label(std::string_view text, std::size_t at, const ItemWords& words, Zone& zone) {
  while (at < text.size()) {
    const char32_t c = fold(char_at(text, at));
    if (c == U'：' || c == U'；' || is_space(c)) {  // OCR reads a colon as a semicolon
      next_char(text, at);
    } else if (const auto gap = words.gaps.find(text, at)) {
      zone.separately |= static_cast<bool>(words.separately.find(text, at));
      at += gap.bytes;
    } else {
      break;
    }
  }
  return at;
}

void set_amount(Item& item, const Money& money) {
  item.amount = money.value;
  item.currency = money.currency;
}

/// 发票代码…发票号码…金额…, again and again: two numbers go with each amount.
bool has_pairs(const Zone& zone) { return zone.amounts.size() > 1 && zone.numbers.size() == 2 * zone.amounts.size(); }

/// 票据代码：3706，票据号码：0012、0013，金额分别为…: how many copies of the thing there are, each with a number of each label; the one
/// number of another label is all of theirs. 0 where labels and numbers do not say so.
std::size_t copies_by_label(const Zone& zone) {
  std::size_t copies = 0, numbers = 0;
  for (const Zone::Run& run : zone.runs) copies = std::max(copies, run.numbers), numbers += run.numbers;
  if (zone.runs.size() < 2 || copies < 2 || numbers != zone.numbers.size()) return 0;
  const auto fits = [&](const Zone::Run& run) {
    const auto same = [&](const Zone::Run& other) { return other.label == run.label; };
    return (run.numbers == 1 || run.numbers == copies) && std::count_if(zone.runs.begin(), zone.runs.end(), same) == 1;
  };
  if (!std::all_of(zone.runs.begin(), zone.runs.end(), fits)) return 0;
  const bool each = zone.amounts.size() == copies || (zone.amounts.size() == 1 && zone.equally) || (zone.amounts.empty() && zone.separately);
  return each ? copies : 0;
}

/// The numbers of one of several copies, by labels.
std::vector<std::string> numbers_of_copy(const Zone& zone, std::size_t copy) {
  std::vector<std::string> numbers;
  std::size_t begin = 0;
  for (const Zone::Run& run : zone.runs) {
    numbers.push_back(zone.numbers[begin + (run.numbers > 1 ? copy : 0)]);
    begin += run.numbers;
  }
  return numbers;
}

/// One number, one amount or both to each of several copies of one thing.
void split_item(const Zone& zone, std::vector<Item>& items) {
  const Item whole = items.back();
  items.pop_back();
  const bool paired = has_pairs(zone);
  const std::size_t labelled = copies_by_label(zone);
  const std::size_t n = labelled > 0 ? labelled : paired ? zone.amounts.size() : std::max(zone.numbers.size(), zone.amounts.size());
  for (std::size_t i = 0; i < n; ++i) {
    Item item = whole;
    if (item.count != 1) {  // 各一张 is said of each
      item.count.reset();
      item.unit.clear();
    }
    if (labelled > 0) item.numbers = numbers_of_copy(zone, i);
    else if (paired) item.numbers = {zone.numbers[2 * i], zone.numbers[2 * i + 1]};
    else if (i < zone.numbers.size()) item.numbers = {zone.numbers[i]};
    if (i < zone.amounts.size()) set_amount(item, zone.amounts[i]);
    else if (zone.equally && zone.amounts.size() == 1) set_amount(item, zone.amounts.front());
    items.push_back(std::move(item));
  }
}

/// 发票代码：046001900104，号码：00123451: two numbers of one paper.
bool has_code_and_number(const Zone& zone, const ItemWords& words) {
  const auto is_code = [&](const Zone::Run& run) {
    std::size_t at = 0;
    return static_cast<bool>(words.batch_codes.search(run.label, 0, at));
  };
  return zone.runs.size() == 2 && zone.numbers.size() == 2 && is_code(zone.runs[0]) && !is_code(zone.runs[1]);
}

/// Numbers and amounts go to the things they belong to: one each where their counts agree, else to the nearest on the left.
void share(const Zone& zone, std::vector<Item>& items, std::size_t begin, const ItemWords& words) {
  const std::size_t n = items.size() - begin;
  const std::size_t numbers = zone.numbers.size(), amounts = zone.amounts.size();
  const bool alike = numbers > 1 && (numbers == amounts || (zone.equally && amounts == 1));
  if (n == 1 && ((zone.separately && (numbers > 1 || amounts > 1)) || alike || has_pairs(zone) || copies_by_label(zone) > 0)) return split_item(zone, items);
  const Item& last = items.back();  // 收据一本、合同书2份（编号：1、2）: as many numbers as there are of the last
  const bool last_only = has_code_and_number(zone, words) || (last.count && *last.count == static_cast<double>(numbers) && items[begin].count != last.count);
  for (std::size_t i = 0; i < numbers; ++i)
    (n > 1 && numbers == n && !last_only ? items[begin + i] : items.back()).numbers.push_back(zone.numbers[i]);
  if (n > 1 && amounts == n)
    for (std::size_t i = 0; i < n; ++i) set_amount(items[begin + i], zone.amounts[i]);
  else if (amounts > 0)
    set_amount(items.back(), zone.amounts.front());
}

/// As many amounts as things, each of which has its number right behind it: one to each. False where they are not so.
bool share_in_chain(const Zone& zone, std::vector<Item>& items, ThingList list) {
  const std::size_t n = items.size() - list.chain;
  if (list.chain == list.begin || items.size() != list.begin + 1 || zone.amounts.size() != n || zone.numbers.size() > 1) return false;
  for (std::size_t i = list.chain; i < items.size(); ++i)
    if (items[i].amount) return false;
  for (std::size_t i = 0; i < n; ++i) set_amount(items[list.chain + i], zone.amounts[i]);
  items.back().numbers.insert(items.back().numbers.end(), zone.numbers.begin(), zone.numbers.end());
  return true;
}

class DetailReader {
 public:
  explicit DetailReader(const Rules& rules) : rules_(rules), words_(rules.tables().compiled<ItemWords>()) {}

  /// 郴州市苏仙区人民法院2020年11月10日开具的
  void read_issue(std::string_view phrase, Item& item) const {
    std::size_t at = 0;
    std::size_t verb = kNone;
    for (std::size_t from = 0; words_.issue.search(phrase, from, at); from = at + 3) verb = at;
    if (verb == kNone) return read_payee(phrase, item);
    std::string_view who = phrase.substr(0, verb);
    if (const auto month = trailing_month(who)) {
      item.issued = month->date.iso();
      who = trim(who.substr(0, month->begin));
    } else if (const auto date = find_date(who)) {
      item.issued = date->date.iso();
      const std::string_view behind = trim(who.substr(date->end));
      who = trim(who.substr(0, date->begin));
      if (!behind.empty() && !is_organisation(who, rules_)) who = behind;
    }
    set_issuer(without_year(behind_month(who)), item);
  }

  void read_zone(std::string_view text, std::vector<Item>& items, ThingList list) const {
    const std::size_t begin = list.begin;
    Zone zone;
    for (std::size_t at = read_trailing_number(text, words_, zone.numbers); at < text.size();) {
      Item& first = items[begin];
      if (const std::size_t behind = read_clause_number(text, at, words_, zone.numbers); behind > at) {
        at = behind;
      } else if (const auto tax = words_.tax_numbers.find(text, at); tax && words_.tax_papers.find(first.name)) {
        const std::size_t value = behind_label(text, at + tax.bytes, words_, zone);
        at = std::max(read_numbers(text, value, words_, zone.numbers), value);
      } else if (const auto other = words_.other_numbers.find(text, at)) {
        at = skip_number(text, behind_label(text, at + other.bytes, words_, zone), words_);
      } else if (const auto issuer = words_.issuers.find(text, at)) {
        at = behind_label(text, at + issuer.bytes, words_, zone);
        const std::size_t end = find_class("words")->match(text, at);
        if (end == kNone) continue;
        if (const auto value = trim(text.substr(at, end - at)); is_organisation(value, rules_)) first.issuer = value;
        at = end;
      } else if (const auto issued = words_.issued.find(text, at)) {
        at = behind_label(text, at + issued.bytes, words_, zone);
        if (const auto date = parse_date(text, at)) first.issued = date->date.iso(), at = date->end;
      } else if (Item* const owner = named_owner(text, at, items)) {
        at = read_own_numbers(text, at, *owner);
      } else if (const auto number = words_.numbers.find(text, at)) {
        const std::size_t value = behind_label(text, at + number.bytes, words_, zone);
        const std::size_t known = zone.numbers.size();
        const std::string_view label = text.substr(at, number.bytes);
        at = std::max(read_numbers(text, value, words_, zone.numbers), at + number.bytes);
        zone.runs.push_back({label, zone.numbers.size() - known});
      } else if (const auto issue = words_.issue.find(text, at)) {
        const bool issuer_follows = first.issuer.empty();
        if (issuer_follows) read_issue(text.substr(0, at + issue.bytes), first);
        at += issue.bytes;
        if (const auto date = parse_date(text, at); date && issuer_follows && !first.issuer.empty() && first.issued.empty()) first.issued = date->date.iso(), at = date->end;
      } else if (const std::size_t sum = items.size() == begin + 1 ? read_sum(text, at, first) : at; sum > at) {
        at = sum;
      } else {
        at = read_figure(text, at, zone);
      }
    }
    if (!share_in_chain(zone, items, list)) share(zone, items, begin, words_);
  }

 private:
  /// 2010年12月|由某局: behind a year and a month, which are no day.
  std::string_view behind_month(std::string_view who) const {
    std::size_t at = 0;
    while (is_digit(char_at(who, at))) {
      std::size_t end = at;
      while (is_digit(char_at(who, end))) next_char(who, end);
      const std::size_t unit = words_.after_digit.find(who, end).bytes;
      if (unit == 0) break;
      at = end + unit;
    }
    return at < who.size() ? trim(who.substr(at)) : who;
  }

  /// 第0012201号至第0012250号|共50份: how many there are, told behind their numbers; returns where to read on.
  std::size_t read_sum(std::string_view text, std::size_t at, Item& item) const {
    constexpr char32_t kTogether = U'共';
    if (item.count || char_at(text, at) != kTogether) return at;
    const auto quantity = read_quantity(text, at, words_);
    if (!quantity) return at;
    item.count = quantity->count;
    item.unit = quantity->unit;
    return quantity->end;
  }

  /// 在某置业公司缴纳的, 向某局交纳的: who was paid gave the receipt; of 某公司缴纳的 it is who paid.
  void read_payee(std::string_view phrase, Item& item) const {
    std::size_t verb = 0;
    if (!words_.paid.search(phrase, 0, verb) || !words_.issuer_leads.find(phrase)) return;
    std::string_view who = phrase.substr(0, verb);
    if (const auto date = find_date(who)) who = trim(who.substr(0, date->begin));
    set_issuer(who, item);
  }

  /// 某税务局2016年: without a year alone, which is no day.
  std::string_view without_year(std::string_view who) const {
    std::size_t begin = 0;
    while (begin < who.size() && !is_digit(char_at(who, begin))) next_char(who, begin);
    std::size_t end = begin;
    while (is_digit(char_at(who, end))) next_char(who, end);
    return end > begin && end + words_.after_digit.find(who, end).bytes == who.size() ? trim(who.substr(0, begin)) : who;
  }

  /// 公章|编号3207…: the one of several things that is named right before the label of a number; none where no other or more have that name.
  Item* named_owner(std::string_view text, std::size_t at, std::vector<Item>& items) const {
    const auto head = items.size() > 1 ? words_.heads.find(text, at) : PrefixIndex::Hit{};
    if (!head || !words_.numbers.find(text, at + head.bytes)) return nullptr;
    const std::string_view name = text.substr(at, head.bytes);
    Item* owner = nullptr;
    for (Item& item : items) {
      if (item.name.find(name) == kNone) continue;
      if (owner) return nullptr;
      owner = &item;
    }
    return owner;
  }

  /// The numbers behind the name of their own thing and the label; returns where to read on.
  std::size_t read_own_numbers(std::string_view text, std::size_t at, Item& owner) const {
    Zone own;
    at += words_.heads.find(text, at).bytes;
    at += words_.numbers.find(text, at).bytes;
    at = std::max(read_numbers(text, behind_label(text, at, words_, own), words_, own.numbers), at);
    owner.numbers.insert(owner.numbers.end(), std::make_move_iterator(own.numbers.begin()), std::make_move_iterator(own.numbers.end()));
    return at;
  }

  void set_issuer(std::string_view who, Item& item) const {
    who = trim(who);
    for (std::size_t mark = who.size(); mark > 0;) {  // behind the last comma
      const std::size_t previous = before(who, mark);
      const char32_t c = fold(char_at(who, previous));
      if (c == U'，' || c == U'：' || c == U'；') {
        who = who.substr(mark);
        break;
      }
      mark = previous;
    }
    while (const auto lead = words_.issuer_leads.find(who)) who.remove_prefix(lead.bytes);
    for (std::size_t at = 0; at < who.size(); next_char(who, at)) {  // 因故将与甲公司签订的合同
      const auto lead = at > 0 ? words_.issuer_leads.find(who, at) : PrefixIndex::Hit{};
      if (lead && words_.counterparties.find(who, at + lead.bytes)) return;
    }
    if (words_.counterparties.find(who)) return;
    if (!who.empty() && words_.issuer_tails.find(who, before(who, who.size()))) who = who.substr(0, before(who, who.size()));
    if (is_organisation(who, rules_)) item.issuer = trim(who);
  }

  /// An amount; a date or a number without a label is passed over.
  std::size_t read_figure(std::string_view text, std::size_t at, Zone& zone) const {
    if (const auto equally = words_.equally.find(text, at)) {
      constexpr std::size_t kOne = 3;  // bytes of a character, which is a part of many words: 金额各|10000元
      const auto money = equally.bytes == kOne ? parse_money(text, at + kOne) : std::nullopt;
      zone.equally = zone.equally || equally.bytes > kOne || (money && money->has_unit);
    }
    if (const auto separately = words_.separately.find(text, at)) {
      zone.separately = true;
      return at + separately.bytes;
    }
    if (const auto money = parse_money(text, at); money && money->has_unit) {
      zone.amounts.push_back(*money);
      return money->end;
    }
    if (is_digit(char_at(text, at))) {
      if (const auto date = parse_date(text, at)) return date->end;
      if (const std::size_t end = document_number_end(text, at); end != kNone) return end;
    }
    next_char(text, at);
    return at;
  }

  const Rules& rules_;
  const ItemWords& words_;
};

}  // namespace

void read_issue(std::string_view phrase, Item& item, const Rules& rules) { DetailReader(rules).read_issue(phrase, item); }

void read_details(std::string_view text, std::vector<Item>& items, ThingList list, const Rules& rules) {
  DetailReader(rules).read_zone(text, items, list);
}

}  // namespace jianbao
