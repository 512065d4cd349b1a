// Grammar: party lossword issuer-part? item (part | bracket | quantity)* ((、|和|及) item …)* (label number | amount | issuer)*.
#include <algorithm>
#include <iterator>
#include <utility>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_scan.h"
#include "notices/notice_item_details.h"
#include "notices/notice_items.h"
#include "notices/notice_leading_number.h"
#include "notices/notice_lost_heads.h"
#include "notices/notice_thing_name.h"
#include "notices/notice_thing_parts.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestName = 30;   // characters of an item's name
constexpr std::size_t kMostItems = 60;
constexpr std::size_t kHan = 3;  // bytes of a character

/// An item while it is read.
struct Found {
  Item item;
  std::size_t phrase = 0;   ///< where its issuer or name begins
  std::size_t start = 0;    ///< where it is counted or named: 2张|收据
  std::size_t begin = 0, end = 0;  ///< of its name, with parts, brackets and quantity
  std::size_t kind = 0;
};

class LostReader {
 public:
  LostReader(std::string_view text, std::size_t from, const Rules& rules)
      : text_(text), rules_(rules), words_(rules.tables().compiled<ItemWords>()), heads_(text, from, words_), from_(heads_.from()) {}

  LostItems read() {
    find_items();
    if (found_.empty()) find_unknown();
    LostItems result;
    if (found_.empty()) return result;
    count_behind_brackets();
    led_by_number_ = read_labelled_lead(text_, found_.front().phrase, found_.front().begin, words_).has_value();
    if (const std::size_t kind = found_.front().kind; kind != kNone) {
      result.kind = words_.kinds[kind];
      result.persons_only = words_.persons_only[kind];
    }
    for (std::size_t i = 0; i < found_.size();) i = read_group(i, result.items);
    share_issuer(result.items);
    result.owners = std::move(owners_);
    return result;
  }

 private:
  /// Where names may begin at the earliest: behind the party, the last lost word and the item before.
  std::size_t limit(std::size_t head) const {
    std::size_t least = found_.empty() ? from_ : found_.back().end;
    for (std::size_t at = least; at < head;) {
      auto lost = words_.lost.find(text_, at);
      if (!lost) lost = words_.mishaps.find(text_, at);
      if (lost) least = at + lost.bytes;
      if (lost) at += lost.bytes; else next_char(text_, at);
    }
    return std::min(least, head);
  }

  void find_items() {
    std::size_t at = from_, kind = 0;
    while (found_.size() < kMostItems) {
      const std::size_t head = heads_.next(at, found_.empty(), kind);
      if (head == kNone) return;
      at = add_item(head, at, kind);
    }
  }

  /// Behind the last word in a name that refers back to a thing (该不动产权证书, 补发不动产权证书); `begin` where there is none.
  std::size_t behind_echo(std::size_t begin, std::size_t head) const {
    std::size_t last = begin, at = begin;
    for (auto echo = words_.echoes.search(text_, begin, at); echo && at < head; echo = words_.echoes.search(text_, last, at)) {
      if (words_.sealed.find(text_, at)) return begin;  // 已盖章合同书
      last = at + echo.bytes;
    }
    return std::min(last, head);
  }

  /// …，原证书作废: what was lost, named again in a clause of its own; one that has a number there (原印章（430…）作废) is a thing.
  bool is_former(std::size_t begin, std::size_t head, std::size_t end) const {
    constexpr std::string_view kFormer = "原";
    if (!is_han(char_at(text_, end)) || words_.numbers.find(text_, end)) return false;
    if (found_.empty() || begin == 0 || text_.substr(begin, head - begin) != kFormer) return false;
    const char32_t mark = char_at(text_, before(text_, begin));
    return fold(mark) == U'，' || fold(mark) == U'；' || is_stop(mark);
  }

  /// 因更换印章，…: what is had anew, without a number, is not the thing that is void.
  bool is_exchanged(std::size_t begin, std::size_t head, std::size_t end) const {
    const auto exchange = words_.exchanges.find(text_, begin);
    return exchange && begin + exchange.bytes == head && ends_thing(char_at(text_, end)) && fold(char_at(text_, end)) != U'（';
  }

  /// 某大学毕业证书（…）、学位证书（…）: of papers that a person has, the school or office before the first gave the others too.
  void share_issuer(std::vector<Item>& items) const {
    if (items.size() != found_.size()) return;
    std::size_t paper = 0;
    for (std::size_t i = 1; i < items.size(); ++i) {
      const std::size_t kind = found_[i].kind;
      const bool alike = kind != kNone && kind == found_[i - 1].kind && words_.persons_only[kind];
      const bool other = words_.schools.search(items[i - 1].issuer, 0, paper) && !words_.school_papers.search(items[i].name, 0, paper);  // 教师资格证
      if (alike && !other && items[i].issuer.empty() && char_at(text_, before(text_, found_[i].begin)) == U'、') items[i].issuer = items[i - 1].issuer;
    }
  }

  /// 李四警官证（…）、王五驾驶证（…）遗失: a person's name between the mark of a list and a thing that only persons have.
  bool is_owner(std::size_t begin, std::size_t head, std::size_t kind) const {
    if (found_.empty() || begin == 0 || head <= begin || !words_.persons_only[kind] || char_at(text_, before(text_, begin)) != U'、') return false;
    const std::string_view name = text_.substr(begin, head - begin);
    return is_person(name, rules_) && longest_word_at(name, 0, kGoodWord).at.size() < name.size();
  }

  /// Returns where to read on.
  std::size_t add_item(std::size_t head, std::size_t end, std::size_t kind) {
    Found found;
    found.kind = kind;
    found.phrase = limit(head);
    const auto quantity = leading_quantity(found, head);
    found.begin = name_begin(head, found.phrase);
    if (const std::size_t behind = behind_echo(found.begin, head); behind > found.begin) {
      if (!found_.empty()) return end;
      found.begin = found.phrase = behind;
    }
    if (is_former(found.begin, head, end) || is_exchanged(found.begin, head, end)) return end;
    if (is_owner(found.begin, head, kind)) {
      owners_.emplace_back(text_.substr(found.begin, head - found.begin));
      found.begin = found.phrase = head;
    }
    found.end = end;
    name_thing(found, text_.substr(found.begin, end - found.begin), head - found.begin);
    if (!quantity) found.start = found.begin;
    if (quantity && !found.item.count) set_count(found.item, *quantity);
    found_.push_back(std::move(found));
    return found_.back().end;
  }

  /// 1张|收据, 、2张|某局开具的收据: how many there are, told before the thing; what is read of it then begins behind that. 三台|县…: no
  /// quantity where a longer word begins.
  std::optional<Quantity> leading_quantity(Found& found, std::size_t head) const {
    const std::size_t begin = skip_while(text_, found.phrase, [](char32_t c) { return is_space(c) || c == U'、'; });
    const auto quantity = read_quantity(text_, begin, words_);
    if (!quantity || quantity->each || quantity->end > head || !words_.leading_units.find(text_, quantity->end - quantity->unit.size())) return {};
    if (longest_word_at(text_, begin).at.size() > quantity->end - begin) return {};
    found.phrase = quantity->end;
    found.start = begin;
    return quantity;
  }

  /// 收据（№0045671）|壹张, 收据（编号1）、发票（编号2）|各一份: how many there are, told behind the brackets of the thing.
  void count_behind_brackets() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const std::size_t behind = behind_bracket(i);
      if (found_[i].item.count || behind == found_[i].end) continue;
      auto quantity = read_quantity(text_, behind, words_);
      if (!quantity) continue;
      if (const auto sum = read_quantity(text_, quantity->end, words_)) quantity = sum;  // （第0056701号至0056750号）一本|共50份
      set_count(found_[i].item, *quantity);
      for (std::size_t at = i; quantity->each && at > 0 && is_link(behind_bracket(at - 1), found_[at].start) && !found_[at - 1].item.count; --at)
        set_count(found_[at - 1].item, *quantity);
    }
  }

  static void set_count(Item& item, const Quantity& quantity) {
    item.count = quantity.count;
    item.unit = quantity.unit;
  }

  /// Behind the brackets that a thing is followed by, in which its number stands.
  std::size_t behind_bracket(std::size_t thing) const {
    constexpr std::size_t kLongest = 120;  // bytes
    return skip_remark(text_, found_[thing].end, kLongest);
  }

  /// The name without what only stands before it, and what stands behind it. `head`: where in it the head word begins.
  void name_thing(Found& found, std::string_view name, std::size_t head) {
    const bool behind_number = found.begin > 0 && !is_han(char_at(text_, before(text_, found.begin)));
    ThingName bare = bare_name(name, head, behind_number, rules_);
    found.begin += bare.begin;
    if (!follows_issue(found)) found.item.issuer = std::move(bare.issuer);
    const ThingParts parts = read_parts(text_, found.end, words_);
    found.item.name = std::move(bare.name) + parts.names;
    found.end = parts.end;
    if (!parts.quantity) return;
    set_count(found.item, *parts.quantity);
    if (parts.quantity->each) spread(*parts.quantity);
  }

  /// 2023年10月8日核发的|某公司营业执照: whose name stands between the act of issuing and the thing did not issue it.
  bool follows_issue(const Found& found) const {
    const std::string_view phrase = text_.substr(found.phrase, found.begin - found.phrase);
    std::size_t verb = 0;
    return last_char(phrase) == U'的' && words_.issue.search(phrase, 0, verb);
  }

  /// From the head word back to what bounds its name.
  std::size_t name_begin(std::size_t head, std::size_t least) const {
    std::size_t at = head;
    for (std::size_t n = 0; at > least && n < kLongestName; ++n) {
      const std::size_t previous = before(text_, at);
      if (ends_thing(char_at(text_, previous))) break;
      at = previous;
    }
    return at;
  }

  /// 各一枚 is said of all items of the list.
  void spread(const Quantity& quantity) {
    for (auto item = found_.rbegin(); item != found_.rend() && !item->item.count; ++item) {
      set_count(item->item, quantity);
    }
  }

  /// A thing that notice_items.tsv does not know: what stands behind the lost word, up to a mark or a quantity.
  void find_unknown() {
    std::size_t at = 0;
    const auto lost = words_.lost.search(text_, from_, at);
    if (!lost) return;
    Found found;
    found.kind = kNone;
    found.phrase = at + lost.bytes;
    found.start = found.begin = found.end = behind_attribute(found.phrase);
    for (std::size_t n = 0; found.end < text_.size() && n < kLongestName; ++n) {
      const char32_t c = char_at(text_, found.end);
      if (c == U'的') found.begin = found.end + kHan;
      else if ((ends_thing(c) && c != U'《') || read_quantity(text_, found.end, words_)) break;
      next_char(text_, found.end);
    }
    std::string_view name = trim(text_.substr(found.begin, found.end - found.begin));
    if (count_chars(name) < 2 || words_.acts_of_void.find(name)) return;
    name_thing(found, name, name.size());
    found_.push_back(std::move(found));
  }

  /// 2010年12月由某局核发的|塔吊操作卡: behind the last 的 of the clause at `at`, where days and numbers stand before it; `at` where none do.
  std::size_t behind_attribute(std::size_t at) const {
    std::size_t behind = at;
    bool numbered = false;
    for (std::size_t place = at; place < text_.size();) {
      const char32_t c = fold(next_char(text_, place));
      if (c == U'，' || c == U'；' || c == U'：' || c == U'（' || is_stop(c)) break;
      numbered = numbered || is_digit(c);
      if (c == U'的' && numbered) behind = place;
    }
    return behind;
  }

  /// Items of a list share what is said behind the last of them. Returns the index behind the group.
  std::size_t read_group(std::size_t first, std::vector<Item>& out) {
    std::size_t last = first;
    while (last + 1 < found_.size() && is_link(found_[last].end, found_[last + 1].start)) ++last;
    const std::size_t zone_end = last + 1 < found_.size() ? behind_details(found_[last].end, found_[last + 1]) : text_.size();
    const std::string_view zone = text_.substr(found_[last].end, zone_end - found_[last].end);
    const std::string_view phrase = text_.substr(found_[first].phrase, found_[first].begin - found_[first].phrase);
    read_issue(phrase, found_[first].item, rules_);
    read_sum(found_[first]);
    read_school(phrase, found_[first].item);
    auto number = read_leading_number(text_, found_[first].phrase, found_[first].begin, words_);
    if (!number && led_by_number_) number = read_labelled_lead(text_, lead_begin(found_[first]), found_[first].begin, words_);
    if (number) found_[first].item.numbers.push_back(std::move(*number));
    const bool chained = first > 0 && behind_bracket(first - 1) > found_[first - 1].end && is_link(behind_bracket(first - 1), found_[first].start);
    for (std::size_t i = first + 1; i <= last; ++i) {
      if (found_[i].item.issuer.empty()) found_[i].item.issuer = found_[first].item.issuer;
      if (found_[i].item.issued.empty()) found_[i].item.issued = found_[first].item.issued;
    }
    const std::size_t begin = out.size();
    if (!chained) chain_ = begin;
    for (std::size_t i = first; i <= last; ++i) out.push_back(std::move(found_[i].item));
    read_details(zone, out, {chain_, begin}, rules_);
    date_each(phrase, out, begin);
    return last + 1;
  }

  /// 某公司2018年9月12日、2019年3月4日开具的收据2张，号码：1、2: as many days as copies, one to each.
  static void date_each(std::string_view phrase, std::vector<Item>& items, std::size_t begin) {
    std::vector<std::string> days;
    for (auto date = find_date(phrase); date; date = find_date(phrase, date->end)) days.push_back(date->date.iso());
    const auto is_same = [&](const Item& item) { return item.name == items[begin].name; };
    if (days.size() < 2 || days.size() != items.size() - begin || !std::all_of(items.begin() + static_cast<std::ptrdiff_t>(begin), items.end(), is_same)) return;
    for (std::size_t i = 0; i < days.size(); ++i) items[begin + i].issued = days[i];
  }

  /// 1200|元存单: how much a paper is for, told right before it.
  void read_sum(Found& found) const {
    const std::string_view before_it = text_.substr(0, found.begin);
    const std::size_t digits = digits_before(before_it, before_it.size());
    const auto money = digits > 0 ? parse_money(text_, found.begin - digits) : std::nullopt;
    if (money && money->has_unit && money->end > found.begin) found.item.amount = money->value, found.item.currency = money->currency;
  }

  /// 竹溪学院2019|级本科毕业证: the school stands before the year of a class.
  void read_school(std::string_view phrase, Item& item) const {
    constexpr std::size_t kYear = 4;  // digits
    phrase = trim(phrase);
    if (!item.issuer.empty() || digits_before(phrase, phrase.size()) != kYear) return;
    const std::string_view school = phrase.substr(0, phrase.size() - kYear);
    if (is_organisation(school, rules_)) item.issuer = school;
  }

  /// …，号码：3207；|苏G39087|营运证: what stands between the last mark and the next thing's name, and is no labelled number, is of
  /// that thing.
  std::size_t behind_details(std::size_t from, const Found& next) const {
    const std::size_t name = next.start;
    if (led_by_number_ && read_labelled_lead(text_, lead_begin(next), next.begin, words_)) return lead_begin(next);
    std::size_t at = name;
    while (at > from && !is_list_or_clause(char_at(text_, before(text_, at)))) at = before(text_, at);
    const std::string_view piece = text_.substr(at, name - at);
    std::size_t label = 0;
    const bool plate = is_han(first_char(piece)) && is_letter(char_at(piece, kHan)) && document_number_end(piece, 0) == piece.size();
    return at > from && plate && !words_.numbers.search(piece, 0, label) ? at : name;
  }

  /// Behind the last mark before a thing's name: 收据、|编号为0045672的发票.
  std::size_t lead_begin(const Found& thing) const {
    std::size_t at = thing.begin;
    while (at > thing.phrase && !is_list_or_clause(char_at(text_, before(text_, at)))) at = before(text_, at);
    return at;
  }

  static bool is_list_or_clause(char32_t c) {
    c = fold(c);
    return c == U'、' || c == U'，' || c == U'；' || is_stop(c);
  }

  bool is_link(std::size_t end, std::size_t begin) const {
    const std::string_view between = trim(text_.substr(end, begin > end ? begin - end : 0));
    return count_chars(between) <= 2 && !has_digits(between) &&
           between.find("，") == kNone && between.find("；") == kNone && between.find("。") == kNone;
  }

  std::string_view text_;
  const Rules& rules_;
  const ItemWords& words_;
  const LostHeads heads_;
  const std::size_t from_;  ///< behind the party
  std::vector<Found> found_;
  std::vector<std::string> owners_;
  bool led_by_number_ = false;  ///< the first thing stands behind its labelled number, and so may the others
  std::size_t chain_ = 0;       ///< where the list began whose things have their numbers in brackets
};

}  // namespace

LostItems read_lost_items(std::string_view text, std::size_t from, const Rules& rules) { return LostReader(text, from, rules).read(); }

}  // namespace jianbao
