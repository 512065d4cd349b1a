#include "notices/notice_item_details.h"

#include <algorithm>
#include <iterator>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "notice_signs/notice_item_words.h"
#include "notices/notice_quantity.h"
#include "tables/classes.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// What is said behind a list of items.
struct Zone {
  std::vector<std::string> numbers;
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

/// One number, one amount or both to each of several copies of one thing.
void split_item(const Zone& zone, std::vector<Item>& items) {
  const Item whole = items.back();
  items.pop_back();
  const bool paired = has_pairs(zone);
  const std::size_t n = paired ? zone.amounts.size() : std::max(zone.numbers.size(), zone.amounts.size());
  for (std::size_t i = 0; i < n; ++i) {
    Item item = whole;
    if (item.count != 1) {  // 各一张 is said of each
      item.count.reset();
      item.unit.clear();
    }
    if (paired) item.numbers = {zone.numbers[2 * i], zone.numbers[2 * i + 1]};
    else if (i < zone.numbers.size()) item.numbers = {zone.numbers[i]};
    if (i < zone.amounts.size()) set_amount(item, zone.amounts[i]);
    else if (zone.equally && zone.amounts.size() == 1) set_amount(item, zone.amounts.front());
    items.push_back(std::move(item));
  }
}

/// Numbers and amounts go to the things they belong to: one each where their counts agree, else to the nearest on the left.
void share(const Zone& zone, std::vector<Item>& items, std::size_t begin) {
  const std::size_t n = items.size() - begin;
  const std::size_t numbers = zone.numbers.size(), amounts = zone.amounts.size();
  const bool alike = numbers > 1 && (numbers == amounts || (zone.equally && amounts == 1));
  if (n == 1 && ((zone.separately && (numbers > 1 || amounts > 1)) || alike || has_pairs(zone))) return split_item(zone, items);
  const Item& last = items.back();  // 收据一本、合同书2份（编号：1、2）: as many numbers as there are of the last
  const bool last_only = last.count && *last.count == static_cast<double>(numbers) && items[begin].count != last.count;
  for (std::size_t i = 0; i < numbers; ++i)
    (n > 1 && numbers == n && !last_only ? items[begin + i] : items.back()).numbers.push_back(zone.numbers[i]);
  if (n > 1 && amounts == n)
    for (std::size_t i = 0; i < n; ++i) set_amount(items[begin + i], zone.amounts[i]);
  else if (amounts > 0)
    set_amount(items.back(), zone.amounts.front());
}

bool is_list_mark(char32_t c) { return c == U'、' || c == U'和' || c == U'及' || c == U'与' || c == U'/' || c == U'／' || fold(c) == U'；'; }

/// Numbers without a Han word in them may follow in a list; with one they might be the next label.
bool is_label(std::string_view text, const ItemWords& words) {
  std::size_t at = 0;
  return static_cast<bool>(words.numbers.search(text, 0, at)) && fold(char_at(text, at + words.numbers.find(text, at).bytes)) == U'：';
}

/// 2、 or 3．: counts the next thing.
bool is_ordinal(std::string_view text, std::size_t at) {
  int digits = 0;
  for (; digits < 3 && is_digit(char_at(text, at)); ++digits) next_char(text, at);
  const char32_t mark = char_at(text, at);
  return digits > 0 && digits < 3 && (mark == U'、' || mark == U'．' || mark == '.');
}

/// The end of the first of two numbers that a word alone joins: 00671120和00671121.
std::size_t end_of_first(std::string_view zone, std::size_t at, std::size_t end) {
  for (bool behind_digit = false; at < end;) {
    const std::size_t place = at;
    const char32_t c = next_char(zone, at);
    if (behind_digit && is_han(c) && is_list_mark(c) && is_digit(char_at(zone, at))) return place;
    behind_digit = is_digit(c);
  }
  return end;
}

}  // namespace

std::size_t number_range_end(std::string_view text, std::size_t end) {
  constexpr std::string_view kLast = "号", kSerial = "第";
  if (!text.substr(0, end).ends_with(kLast) || end >= text.size()) return end;
  std::size_t at = end;
  if (std::u32string_view(U"至到-—－~～").find(next_char(text, at)) == std::u32string_view::npos) return end;
  if (text.substr(at).starts_with(kSerial)) at += kSerial.size();
  const std::size_t digits = at;
  while (is_digit(char_at(text, at))) next_char(text, at);
  return at > digits && text.substr(at).starts_with(kLast) ? at + kLast.size() : end;
}

namespace {

/// Whether a word for what is told of a document begins at `at`: the label of a number, 金额, 开票日期.
bool begins_label(std::string_view text, std::size_t at, const ItemWords& words) {
  constexpr std::size_t kLeast = 6;  // bytes; a single character is a part of many numbers
  for (const PrefixIndex* labels : {&words.numbers, &words.other_numbers, &words.issued, &words.issuers, &words.details})
    if (labels->find(text, at).bytes >= kLeast) return true;
  return false;
}

/// The end of the document number at `at`, which is before the label of what follows where no mark parts them: 0071203|金额2600元,
/// 2102204130|发票号码0067….
std::size_t number_end(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t end = document_number_end(text, at);
  if (end == kNone) return end;
  std::size_t behind_digits = at;
  for (std::size_t place = at; place < end;) {
    const bool label = place > at && behind_digits == place && is_han(char_at(text, place)) && begins_label(text, place, words);
    if (label) return place;
    if (!is_han(next_char(text, place))) behind_digits = place;
  }
  return end;
}

/// 出票金额68,500元: the first digits of what looks like a number are those of an amount, which may go on behind it.
bool is_told_amount(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t digits = skip_han(text, begin, end);
  const auto money = digits < end ? parse_money(text, digits) : std::nullopt;
  return money && money->has_unit && money->end >= end;
}

/// Numbers from `at` on, separated by 、 and the like.
std::size_t read_numbers(std::string_view zone, std::size_t at, const ItemWords& words, std::vector<std::string>& numbers) {
  for (;;) {
    std::size_t end = number_end(zone, at, words);
    if (end == kNone) return at;
    end = end_of_first(zone, at, end);
    const auto money = parse_money(zone, at);
    if (money && money->has_unit && money->end >= end) return at;
    numbers.emplace_back(zone.substr(at, end - at));
    at = end;
    std::size_t next = at;
    while (next < zone.size() && is_space(char_at(zone, next))) next_char(zone, next);
    if (next >= zone.size()) return at;
    const char32_t mark = char_at(zone, next);
    next_char(zone, next);
    const char32_t following = char_at(zone, next);
    const bool list = is_list_mark(mark) || (fold(mark) == U'，' && (is_digit(following) || following == U'№'));
    if (!list || !(is_digit(following) || is_letter(following) || following == U'№' || is_opening(following) || is_han(following))) return at;
    if (fold(mark) == U'；' && is_ordinal(zone, next)) return at;
    if (is_han(following)) {  // another number, not another label or item, nor an amount
      const std::size_t more = document_number_end(zone, next);
      if (more == kNone || is_label(zone.substr(next, more - next), words) || is_told_amount(zone, next, more)) return at;
    }
    at = next;
  }
}

/// A number behind a label that is none of the items' own (credit code, identity number).
std::size_t skip_number(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t end = number_end(text, at, words);
  return end == kNone ? at : end;
}

/// JY23509810071263: nothing but letters and digits, and so many of them that it counts a document.
bool is_long_code(std::string_view number) {
  constexpr std::ptrdiff_t kLeastDigits = 6;
  const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto digit = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); };
  return std::all_of(number.begin(), number.end(), plain) && std::count_if(number.begin(), number.end(), digit) >= kLeastDigits;
}

/// 公章（3710020055667）, 合格证（（鲁）动防字第20170022号）: nothing but a number, or one of a register, stands in the brackets right
/// behind the thing. Returns where to read on.
std::size_t read_bracketed_number(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers) {
  std::size_t begin = 0;
  if (zone.empty() || fold(next_char(zone, begin)) != U'（') return 0;
  std::size_t end = document_number_end(zone, begin);
  if (end == kNone || fold(char_at(zone, end)) != U'）' || words.numbers.find(zone, begin)) return 0;  // （No.0012345）: a label tells it
  const std::string_view number = zone.substr(begin, end - begin);
  std::size_t serial = 0;
  const bool registered = number.ends_with("号") && words.serials.search(number, 0, serial);
  const bool lettered = is_long_code(number);
  if (!is_digit(char_at(zone, begin)) && !registered && !lettered) return 0;
  numbers.emplace_back(zone.substr(begin, end - begin));
  next_char(zone, end);
  return end;
}

/// 税务登记证（国税云字532301001号　地税云字532301001号）: several numbers of registers fill the brackets. Returns where to read on.
std::size_t read_bracketed_registers(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers) {
  std::size_t at = 0;
  if (zone.empty() || fold(next_char(zone, at)) != U'（') return 0;
  std::vector<std::string> found;
  for (;;) {
    std::size_t serial = 0;
    const std::size_t end = document_number_end(zone, at);
    if (end == kNone || !zone.substr(at, end - at).ends_with("号") || !words.serials.search(zone.substr(at, end - at), 0, serial)) return 0;
    found.emplace_back(zone.substr(at, end - at));
    at = skip_spaces(zone, end);
    if (is_list_mark(char_at(zone, at))) next_char(zone, at);
    if (at >= zone.size()) return 0;
    if (fold(char_at(zone, at)) == U'）') break;
  }
  next_char(zone, at);
  numbers.insert(numbers.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return at;
}

/// 房权证海字第0012233号: a number of a register right behind the thing needs no label. Returns where to read on.
std::size_t read_trailing_number(std::string_view zone, const ItemWords& words, std::vector<std::string>& numbers) {
  if (const std::size_t bracketed = read_bracketed_number(zone, words, numbers)) return bracketed;
  if (const std::size_t several = read_bracketed_registers(zone, words, numbers)) return several;
  if (!zone.empty() && fold(first_char(zone)) == U'：') {  // 权利证书：湘（2018）某县不动产权第0001234号
    const std::size_t colon = zone.front() == ':' ? 1 : 3, number = read_trailing_number(zone.substr(colon), words, numbers);
    return number > 0 ? colon + number : 0;
  }
  const std::size_t code = skip_spaces(zone, 0), code_end = document_number_end(zone, code);
  if (code_end != kNone && is_letter(char_at(zone, code)) && is_long_code(zone.substr(code, code_end - code))) {  // 出生证明R350517834
    numbers.emplace_back(zone.substr(code, code_end - code));
    return code_end;
  }
  const std::size_t end = document_number_end(zone, 0);
  std::size_t serial = 0;
  if (end == kNone || !words.serials.search(zone.substr(0, end), 0, serial) || words.numbers.find(zone)) return 0;
  if (is_digit(char_at(zone, 0)) || !zone.substr(0, end).ends_with("号")) return 0;
  const std::size_t last = number_range_end(zone, end);
  numbers.emplace_back(zone.substr(0, last));
  return last;
}

/// …：张三，湘（2018）资兴市不动产权第0001234号，坐落…, …许可证，（川）印证字第512345号遗失: a clause that is a number of a register, with
/// its year or its series. Returns where to read on.
std::size_t read_clause_number(std::string_view text, std::size_t at, const ItemWords& words, std::vector<std::string>& numbers) {
  if (at == 0 || !(is_han(char_at(text, at)) || is_opening(char_at(text, at))) || fold(char_at(text, before(text, at))) != U'，') return at;
  std::vector<std::string> found;
  const std::size_t end = at + read_trailing_number(text.substr(at), words, found);
  if (found.size() != 1) return at;
  const char32_t behind = fold(char_at(text, end));
  const bool whole = end == text.size() || behind == U'，' || behind == U'；' || is_stop(behind) || words.lost.find(text, end);
  std::size_t series = 0;
  const bool registered = last_bracket(found.front()) != kNone || words.deed_numbers.search(found.front(), 0, series);
  if (!whole || !registered || found.front().find("，") != kNone) return at;
  numbers.push_back(std::move(found.front()));
  return end;
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
    set_issuer(without_year(who), item);
  }

  void read_zone(std::string_view text, std::vector<Item>& items, std::size_t begin) const {
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
        at = std::max(read_numbers(text, value, words_, zone.numbers), at + number.bytes);
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
    share(zone, items, begin);
  }

 private:
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

void read_details(std::string_view text, std::vector<Item>& items, std::size_t begin, const Rules& rules) {
  DetailReader(rules).read_zone(text, items, begin);
}

}  // namespace jianbao
