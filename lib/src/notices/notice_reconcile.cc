#include "notices/notice_reconcile.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "notice_signs/notice_kind.h"
#include "notices/field_list.h"
#include "notice_parts/notice_courts.h"
#include "notices/notice_record.h"

namespace jianbao {
namespace {

constexpr std::size_t kWholeDate = 10;  // characters of a day with its year

/// 减少注册资本4000万元，减资后1000万元: what the capital is less by, or more, is not what it was before.
void complete_capital(Fields& fields) {
  const auto* const after = value_of<double>(fields, "capital_after");
  const auto* const less = value_of<double>(fields, "capital_decrease");
  const auto* const change = less ? less : value_of<double>(fields, "capital_added");
  const auto* const before = value_of<double>(fields, "capital_before");
  if (!before || !change || *before != *change) return;
  const double sum = after ? *after + (less ? *change : -*change) : 0;
  if (sum > 0) *find_field(fields, "capital_before") = sum;
  else erase_first(fields, "capital_before");
}

/// 注册资本由1200万美元减至480万美元: which currency the capital is in, where it is not yuan.
void read_currency(Fields& fields, std::string_view body) {
  const auto* const after = value_of<double>(fields, "capital_after");
  const auto* const capital = after ? after : value_of<double>(fields, "capital_before");
  if (!capital) return;
  for (auto money = find_money(body); money; money = find_money(body, money->end)) {
    if (money->value != *capital) continue;
    if (money->currency != "CNY") fields.emplace_back("currency", money->currency);
    return;
  }
}

/// 如有意见请于3月20日前提出: the same day is not told twice, once as any day and once as what it is.
void drop_retold(Fields& fields) {
  constexpr std::pair<std::string_view, std::string_view> kSame[] = {{"event_date", "deadline"}, {"opening_time", "enrol_deadline"}};
  for (const auto& [loose, exact] : kSame)
    std::erase_if(fields, [&, loose = loose, exact = exact](const auto& field) {
      return field.first == loose && std::any_of(fields.begin(), fields.end(), [&](const auto& other) { return other.first == exact && other.second == field.second; });
    });
}

/// 于11月7日至26日获取文件。拍卖会定于11月28日举行: what ends before the event begins is no end of it.
void drop_early_end(Fields& fields) {
  const auto day = [&](std::string_view name) {
    const auto* const text = value_of<std::string>(fields, name);
    return text ? std::string_view(*text).substr(0, kWholeDate) : std::string_view();
  };
  const std::string_view begin = day("event_time"), end = day("event_end");
  const bool early = begin.size() == end.size() && end < begin && !begin.starts_with('-');
  if (early) drop_field(fields, "event_end");
}

/// 将于2025年9月30日停业，请于9月25日前…: days without a year are those around the event that has one.
void complete_years(Fields& fields) {
  constexpr std::string_view kEvents[] = {"event_time", "effective_date", "event_date", "opening_time", "hearing_time"};
  constexpr std::size_t kDay = 7;  // characters of --09-25
  for (const std::string_view event : kEvents) {
    const auto* const when = value_of<std::string>(fields, event);
    if (!when || when->size() < kWholeDate || when->starts_with('-')) continue;
    const std::string day = when->substr(0, kWholeDate);
    for (auto& [name, value] : fields) {
      auto* const text = std::get_if<std::string>(&value);
      auto date = text && text->starts_with("--") ? read_iso(std::string_view(*text).substr(0, kDay)) : std::nullopt;
      if (!date) continue;
      complete_year(*date, day);
      *text = date->iso() + text->substr(kDay);
    }
    return;
  }
}

/// Several lots have a deposit, an area or a price each: the first one's is not the notice's.
void drop_shared(Notice& notice) {
  if (notice.items.size() < 2) return;
  std::erase_if(notice.fields, [&](const auto& field) {
    return std::any_of(notice.items.begin(), notice.items.end(), [&](const Item& item) { return (field.first == "price" && item.amount) || has_field(item.fields, field.first); });
  });
}

/// （2024）湘0603民催9号 counts the case, no bill that it is about.
void drop_cases(Notice& notice) {
  if (!is_court_kind(notice.kind)) return;
  for (Item& item : notice.items)
    std::erase_if(item.numbers, [](const std::string& number) {
      const auto end = case_number_at(number, 0);
      return end && end->end == number.size();
    });
}

/// Number and amount of a bill may stand before its name: 遗失的票号为…、票面金额为…的银行承兑汇票.
void complete_bill(Notice& notice) {
  if (notice.items.empty()) return;
  Item& bill = notice.items.front();
  for (const auto& [name, value] : notice.fields) {
    if (name == "bill_number" && bill.numbers.empty()) bill.numbers.push_back(std::get<std::string>(value));
    if (name == "bill_amount" && !bill.amount) bill.amount = std::get<double>(value), bill.currency = "CNY";
  }
}

/// The courts that the notice names as its own and as the one above it, and the province in brackets before who signs: [云南]某县人民法院.
std::string courts(const Notice& notice, const NoticeText& text, const Rules& rules) {
  std::string all;
  for (const auto& [name, value] : notice.fields)
    if (name == "court" || name == "appeal_court") all += std::get<std::string>(value) + '\n';
  const std::string_view tail = std::string_view(text.all).substr(text.body.size());
  const std::size_t sign = tail.find_first_not_of(" \n"), at = sign == std::string_view::npos ? tail.size() : sign;
  return all + std::string(tail.substr(at, place_mark(tail.substr(at), rules)));
}

/// 借款3000万元，尚欠本金2800万元、利息456.7万元: what was lent is no total of what is owed, which it is less than.
void drop_lent_sum(Fields& fields) {
  const auto* total = value_of<double>(fields, "total");
  const auto* principal = value_of<double>(fields, "principal");
  const auto* interest = value_of<double>(fields, "interest");
  if (total && principal && interest && *total < *principal + *interest) drop_field(fields, "total");
}

/// 一、借款人：…本金580万元，保证人：…。二、…: what each row tells of its own debt is none of the whole.
void drop_first_debt(Notice& notice) {
  constexpr std::string_view kDebts = "debt_";
  if (!notice.kind.starts_with(kDebts) || notice.items.size() < 2) return;
  const auto* const principal = value_of<double>(notice.fields, "principal");
  if (principal && notice.items.front().amount && *notice.items.front().amount == *principal) drop_field(notice.fields, "principal");
  if (std::all_of(notice.items.begin(), notice.items.end(), [](const Item& item) { return has_field(item.fields, "guarantor"); })) drop_field(notice.fields, "guarantors");
}

void restore_province(Notice& notice, const NoticeText& text, const Rules& rules) {
  const auto restore = [&](std::string& number) {
    std::string restored = with_province(number, courts(notice, text, rules), rules);
    if (restored == number) return;
    number = std::move(restored);
    add_flag(notice, "guessed");
  };
  for (auto& [name, value] : notice.fields) {
    if (name != "case_number") continue;
    if (auto* const cases = std::get_if<std::vector<std::string>>(&value)) std::for_each(cases->begin(), cases->end(), restore);
    else restore(std::get<std::string>(value));
  }
}

}  // namespace

void reconcile_fields(Notice& notice, const NoticeText& text, bool bill, const Rules& rules) {
  complete_years(notice.fields);
  drop_shared(notice);
  drop_retold(notice.fields);
  drop_first_debt(notice);
  drop_early_end(notice.fields);
  complete_capital(notice.fields);
  drop_lent_sum(notice.fields);
  read_currency(notice.fields, text.body);
  drop_cases(notice);
  if (bill) complete_bill(notice);
  restore_province(notice, text, rules);
}

}  // namespace jianbao
