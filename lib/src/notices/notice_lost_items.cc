// Grammar: party lossword issuer-part? item (part | bracket | quantity)* ((、|和|及) item …)* (label number | amount | issuer)*.
#include <algorithm>
#include <optional>

#include "fields/identifiers.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notices/notice_item_details.h"
#include "notices/notice_items.h"
#include "notices/notice_quantity.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestName = 30;   // characters of an item's name
constexpr std::size_t kMostItems = 60;
constexpr std::size_t kHan = 3;  // bytes of a character

bool is_boundary(char32_t c) {
  c = fold(c);
  return c == U'、' || c == U'，' || c == U'；' || c == U'：' || is_stop(c) || c == '\n' || is_opening(c) || is_closing(c) || is_space(c) ||
         is_digit(c) || is_letter(c) || c == U'的' || c == U'·' || c == U'№' || c == U'×' || c == '*' || c == '.';
}

/// An item while it is read.
struct Found {
  Item item;
  std::size_t phrase = 0;   ///< where its issuer or name begins
  std::size_t begin = 0, end = 0;  ///< of its name, with parts, brackets and quantity
  std::size_t kind = 0;
};

class LostReader {
 public:
  LostReader(std::string_view text, std::size_t from, const Rules& rules)
      : text_(text), from_(from), rules_(rules), words_(rules.tables().compiled<ItemWords>()) {}

  LostItems read() {
    from_ = behind_identity(from_);
    find_items();
    if (found_.empty()) find_unknown();
    LostItems result;
    if (found_.empty()) return result;
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

  /// Where the clause ends that begins at `at`.
  std::size_t clause_end(std::size_t at) const {
    while (at < text_.size() && fold(char_at(text_, at)) != U'，' && fold(char_at(text_, at)) != U'；' && !is_stop(char_at(text_, at))) next_char(text_, at);
    return at;
  }

  /// Behind the paper by which the loser is known, its number and the brackets around both: 李四|（身份证：4310…）|遗失护照,
  /// 李四| 身份证 4310… |遗失护照. What follows tells of another thing that is lost; else the paper itself is, and `at` is returned.
  std::size_t behind_identity(std::size_t at) const {
    const std::size_t begin = at;
    while (is_space(char_at(text_, at)) || fold(char_at(text_, at)) == U'，') next_char(text_, at);
    const bool bracket = fold(char_at(text_, at)) == U'（';
    if (bracket) next_char(text_, at);
    const auto paper = words_.heads.find(text_, at);
    if (!paper) return begin;
    at += paper.bytes;
    at += words_.numbers.find(text_, at).bytes;
    while (is_space(char_at(text_, at)) || fold(char_at(text_, at)) == U'：') next_char(text_, at);
    const std::size_t number = document_number_end(text_, at);
    if (number == kNone || !(is_digit(char_at(text_, at)) || is_letter(char_at(text_, at)))) return begin;
    at = number;
    if (bracket && (at >= text_.size() || fold(next_char(text_, at)) != U'）')) return begin;
    const std::size_t behind = at;
    while (is_space(char_at(text_, at)) || fold(char_at(text_, at)) == U'，') next_char(text_, at);
    const std::string_view clause = text_.substr(0, clause_end(at));
    std::size_t lost = 0, thing = 0;
    const bool told = words_.lost.search(clause, at, lost) && words_.heads.search(clause, bracket ? at : lost, thing);
    return told && (bracket || lost == at || words_.mishaps.find(clause, at)) ? behind : begin;
  }

  void find_items() {
    for (std::size_t at = from_; at < text_.size() && found_.size() < kMostItems;) {
      const auto label = words_.other_numbers.find(text_, at);
      const auto head = words_.heads.find(text_, at);
      if (label.bytes > head.bytes && !(head && labels_lost(at, at + head.bytes))) {
        at += label.bytes;
      } else if (head && inside_deed_number(at, at + head.bytes)) {
        at += head.bytes;
      } else if (head && (!makes_another_word(at + head.bytes) || is_numbered(at, at + head.bytes))) {
        const std::size_t longer = words_.longer.find(text_, at + head.bytes).bytes;  // 登记证 is here 登记证书
        at = add_item(at, at + head.bytes + longer, head.value);
      } else if (head) {
        at += head.bytes;
      } else {
        next_char(text_, at);
      }
    }
  }

  bool makes_another_word(std::size_t behind) const { return static_cast<bool>(words_.not_items.find(text_, behind)); }

  /// The end of the number whose label begins at `at`; kNone where none does.
  std::size_t labelled_number_end(std::size_t at) const {
    const std::size_t label = words_.numbers.find(text_, at).bytes;
    at += label;
    while (is_space(char_at(text_, at)) || fold(char_at(text_, at)) == U'：') next_char(text_, at);
    return label > 0 && (is_digit(char_at(text_, at)) || is_letter(char_at(text_, at))) ? document_number_end(text_, at) : kNone;
  }

  /// 遗失李四护士执业证|编号2011, 公章|编号5101…、财务章|编号5102…遗失: the first thing or one of a list, and its number, where 收据编号 would be
  /// the label of one; 李四（护士执业证编号2011）遗失… says who he is.
  bool is_numbered(std::size_t head, std::size_t behind) const {
    const bool listed = head > 0 && char_at(text_, before(text_, head)) == U'、';
    if (!(found_.empty() || listed) || words_.numbers.find(text_, head).bytes > behind - head) return false;
    const std::size_t end = labelled_number_end(behind);
    std::size_t lost = 0, thing = 0;
    if (end == kNone || !words_.lost.search(text_, behind, lost)) return end != kNone;
    return char_at(text_, end) == U'、' || !words_.heads.search(text_.substr(0, clause_end(lost)), end, thing);
  }

  /// 李四身份证|号码5101…遗失: a label of who somebody is, unless its paper is what was lost.
  bool labels_lost(std::size_t head, std::size_t behind) const {
    if (!is_numbered(head, behind)) return false;
    std::size_t at = labelled_number_end(behind);
    while (is_space(char_at(text_, at)) || fold(char_at(text_, at)) == U'，') next_char(text_, at);
    return words_.lost.find(text_, at) || words_.mishaps.find(text_, at);
  }

  /// Right behind a word of loss of two characters, or 将: 遗失|滨房权证西字第20081190号.
  bool ends_loss(std::size_t at) const {
    const std::size_t one = before(text_, at), two = one > from_ ? before(text_, one) : one;
    return words_.lost.find(text_, two).bytes == at - two || words_.handlers.find(text_, one);
  }

  /// 滨房权证西字第20081190号: a head word behind a place and before 字第 is a part of a title deed's number.
  bool inside_deed_number(std::size_t head, std::size_t behind) const {
    constexpr int kMost = 4;  // characters of a place or a register
    std::size_t at = behind;
    for (int n = 0; n < kMost && is_han(char_at(text_, at)) && !words_.deed_numbers.find(text_, at); ++n) next_char(text_, at);
    if (!words_.deed_numbers.find(text_, at)) return false;
    at = head;
    for (int n = 0; n <= kMost && at > from_; ++n) {
      const std::size_t previous = before(text_, at);
      const bool limits = !is_han(char_at(text_, previous)) || words_.gaps.find(text_, previous) || words_.numbers.find(text_, previous) || ends_loss(at);
      if (limits) return n > 0;
      at = previous;
    }
    return false;
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

  /// 某大学毕业证书（…）、学位证书（…）: of papers that a person has, the school or office before the first gave the others too.
  void share_issuer(std::vector<Item>& items) const {
    if (items.size() != found_.size()) return;
    for (std::size_t i = 1; i < items.size(); ++i) {
      const std::size_t kind = found_[i].kind;
      const bool alike = kind != kNone && kind == found_[i - 1].kind && words_.persons_only[kind];
      if (alike && items[i].issuer.empty() && char_at(text_, before(text_, found_[i].begin)) == U'、') items[i].issuer = items[i - 1].issuer;
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
    found.begin = name_begin(head, found.phrase);
    if (const std::size_t behind = behind_echo(found.begin, head); behind > found.begin) {
      if (!found_.empty()) return end;
      found.begin = found.phrase = behind;
    }
    if (is_former(found.begin, head, end)) return end;
    if (is_owner(found.begin, head, kind)) {
      owners_.emplace_back(text_.substr(found.begin, head - found.begin));
      found.begin = found.phrase = head;
    }
    found.item.name = strip_prefix(text_.substr(found.begin, end - found.begin), head - found.begin, found);
    found.end = end;
    read_parts(found);
    found_.push_back(std::move(found));
    return found_.back().end;
  }

  /// From the head word back to what bounds its name.
  std::size_t name_begin(std::size_t head, std::size_t least) const {
    std::size_t at = head;
    for (std::size_t n = 0; at > least && n < kLongestName; ++n) {
      const std::size_t previous = before(text_, at);
      if (is_boundary(char_at(text_, previous))) break;
      at = previous;
    }
    return at;
  }

  /// Possessives, links and an organisation that issued it do not belong to a name.
  /// `head`: where in the name its head word begins, which is never cut.
  std::string strip_prefix(std::string_view name, std::size_t head, Found& found) const {
    const std::string_view whole = name;
    const bool behind_number = found.begin > 0 && !is_han(char_at(text_, before(text_, found.begin)));
    if (const auto unit = words_.after_digit.find(name.substr(0, head)); behind_number && unit && !words_.not_after_digit.find(name)) {  // 号|车辆行驶证
      name.remove_prefix(unit.bytes);
      head -= unit.bytes;
    }
    if (const std::size_t behind = behind_vehicle(name.substr(0, head), behind_number)) {
      name.remove_prefix(behind);
      head -= behind;
    }
    if (const auto issue = words_.issue.find(name); issue && issue.bytes <= head && behind_number) {  // 2019年11月2日所开押金收据
      found.begin += static_cast<std::size_t>(name.data() - whole.data()) + issue.bytes;
      name.remove_prefix(issue.bytes);
      head -= issue.bytes;
    }
    if (const auto kin = words_.kin.find(name); kin && kin.bytes <= head) {  // 夫妇之女李小四出生医学证明
      constexpr std::size_t kLongestPerson = 4;  // characters
      const bool named = count_chars(name.substr(kin.bytes, head - kin.bytes)) <= kLongestPerson;
      const std::size_t bytes = named ? head : kin.bytes;
      name.remove_prefix(bytes);
      head -= bytes;
    }
    if (const auto sex = words_.sexes.find(name); sex && longest_word_at(name, 0, kGoodWord).at.size() <= sex.bytes) {  // 李四 男|某大学学生证, 女子学校毕业证
      name.remove_prefix(sex.bytes);
      head -= std::min(head, sex.bytes);
    }
    for (;;) {  // 其|身份证, 因保管不善，致|不动产权证书遗失
      auto word = words_.possessives.find(name);
      if (!word) word = words_.caused.find(name);
      if (!word || word.bytes >= name.size() || words_.heads.find(name)) break;
      name.remove_prefix(word.bytes);
      head -= std::min(head, word.bytes);
    }
    if (const std::size_t place = behind_place(name.substr(0, head))) {
      name.remove_prefix(place);
      head -= place;
    }
    // …银行临武支行基本存款账户开户许可证: the issuer stands right before the name
    for (std::size_t at = head; at > 6; at = before(name, at)) {
      const std::string_view maker = name.substr(0, at);
      if (organisation_suffix(maker, rules_) < 6 || !is_organisation(maker, rules_) || name.size() - at < 6) continue;
      if (words_.skips.find(name, at).bytes + at >= name.size()) continue;
      found.item.issuer = maker;
      name.remove_prefix(at);
      break;
    }
    if (const auto skip = words_.skips.find(name); skip && words_.heads.find(name, skip.bytes)) name.remove_prefix(skip.bytes);
    return std::string(name.empty() ? whole : name);
  }

  /// 云台县沙河镇大岭村三组|宅基地使用证: behind where the thing lies, which several places tell, the last of them right before its
  /// name; 0 where nothing tells it.
  std::size_t behind_place(std::string_view lead) const {
    constexpr int kLeast = 2;  // places
    int places = 0;
    std::size_t behind = 0;
    for (std::size_t at = kHan; at < lead.size();) {
      const auto place = words_.addresses.find(lead, at);
      if (place) ++places, behind = at + place.bytes;
      if (place) at = behind; else next_char(lead, at);
    }
    return places >= kLeast && behind == lead.size() ? behind : 0;
  }

  /// 约翰迪尔拖拉机|行驶证 behind a number, 长安牌轿车|合格证: behind the vehicle whose paper it is; 0 where none stands there.
  std::size_t behind_vehicle(std::string_view lead, bool behind_number) const {
    for (std::size_t at = 0; at < lead.size(); next_char(lead, at))
      if (const auto vehicle = words_.vehicles.find(lead, at)) return behind_number || (at > 0 && words_.makes.find(lead, before(lead, at))) ? at + vehicle.bytes : 0;
    return 0;
  }

  /// 副本, （正、副本）, 1枚 behind the head.
  void read_parts(Found& found) {
    for (int n = 0; n < 6; ++n) {
      std::size_t at = found.end;
      at = skip_spaces(text_, at);
      if (at >= text_.size()) return;
      const char32_t c = fold(char_at(text_, at));
      if (c == U'》' || c == U'”' || c == U'〉') {
        next_char(text_, at);
        found.end = at;
      } else if (const auto part = words_.parts.find(text_, at)) {
        found.item.name += text_.substr(at, part.bytes);
        found.end = at + part.bytes;
      } else if (c == U'（' && is_remark(at)) {
        found.end = behind_bracket(at);
      } else if (c == U'（') {
        read_part_behind(at, found);
        return;
      } else if (const auto quantity = read_quantity(text_, at, words_)) {
        found.item.count = quantity->count;
        found.item.unit = quantity->unit;
        found.end = quantity->end;
        if (quantity->each) spread(*quantity);
        if (names_parts(found.end)) found.end = behind_bracket(found.end);  // 一份（发票联、抵扣联）
        return;
      } else {
        return;
      }
    }
  }

  /// 登记证（N2530323MF1234567X）副本: the part stands behind the number.
  void read_part_behind(std::size_t open, Found& found) const {
    const std::size_t end = behind_bracket(open);
    if (end != kNone) found.item.name += text_.substr(end, words_.parts.find(text_, end).bytes);
  }

  std::size_t behind_bracket(std::size_t open) const {
    std::size_t at = open;
    int depth = 0;  // （（鲁）动防字第20170022号）
    for (int n = 0; n < 60 && at < text_.size(); ++n) {
      const char32_t c = fold(next_char(text_, at));
      depth += c == U'（' ? 1 : c == U'）' ? -1 : 0;
      if (depth == 0) return at;
    }
    return kNone;
  }

  /// A bracket without a number in it: （正、副本）, （韦伯玉）.
  bool is_remark(std::size_t open) const {
    const std::size_t end = behind_bracket(open);
    if (end == kNone) return false;
    int digits = 0;  // （1） tells one of several from the others
    for (std::size_t at = open; at < end;) digits += is_digit(next_char(text_, at));
    return digits == 0 || (digits == 1 && count_chars(text_.substr(open, end - open)) == 3);
  }

  /// A bracket that begins with a part of the thing before it.
  bool names_parts(std::size_t open) const {
    if (fold(char_at(text_, open)) != U'（' || !is_remark(open)) return false;
    std::size_t inside = open;
    next_char(text_, inside);
    return static_cast<bool>(words_.parts.find(text_, inside));
  }

  /// 各一枚 is said of all items of the list.
  void spread(const Quantity& quantity) {
    for (auto item = found_.rbegin(); item != found_.rend() && !item->item.count; ++item) {
      item->item.count = quantity.count;
      item->item.unit = quantity.unit;
    }
  }

  /// A thing that notice_items.tsv does not know: what stands behind the lost word, up to a mark or a quantity.
  void find_unknown() {
    std::size_t at = 0;
    const auto lost = words_.lost.search(text_, from_, at);
    if (!lost) return;
    Found found;
    found.kind = kNone;
    found.phrase = found.begin = found.end = at + lost.bytes;
    for (std::size_t n = 0; found.end < text_.size() && n < kLongestName; ++n) {
      const char32_t c = char_at(text_, found.end);
      if (c == U'的') found.begin = found.end + 3;
      else if ((is_boundary(c) && c != U'《') || read_quantity(text_, found.end, words_)) break;
      next_char(text_, found.end);
    }
    std::string_view name = trim(text_.substr(found.begin, found.end - found.begin));
    if (count_chars(name) < 2) return;
    found.item.name = strip_prefix(name, name.size(), found);
    read_parts(found);
    found_.push_back(std::move(found));
  }

  /// Items of a list share what is said behind the last of them. Returns the index behind the group.
  std::size_t read_group(std::size_t first, std::vector<Item>& out) {
    std::size_t last = first;
    while (last + 1 < found_.size() && is_link(found_[last].end, found_[last + 1].begin)) ++last;
    const std::size_t zone_end = last + 1 < found_.size() ? behind_details(found_[last].end, found_[last + 1].begin) : text_.size();
    const std::string_view zone = text_.substr(found_[last].end, zone_end - found_[last].end);
    const std::string_view phrase = text_.substr(found_[first].phrase, found_[first].begin - found_[first].phrase);
    read_issue(phrase, found_[first].item, rules_);
    read_leading_number(found_[first].phrase, found_[first].begin, found_[first].item);
    for (std::size_t i = first + 1; i <= last; ++i) {
      if (found_[i].item.issuer.empty()) found_[i].item.issuer = found_[first].item.issuer;
      if (found_[i].item.issued.empty()) found_[i].item.issued = found_[first].item.issued;
    }
    const std::size_t begin = out.size();
    for (std::size_t i = first; i <= last; ++i) out.push_back(std::move(found_[i].item));
    read_details(zone, out, begin, rules_);
    return last + 1;
  }

  /// …，号码：3207；|苏G39087|营运证: what stands between the last mark and the next thing's name, and is no labelled number, is of
  /// that thing.
  std::size_t behind_details(std::size_t from, std::size_t name) const {
    std::size_t at = name;
    while (at > from && !is_list_or_clause(char_at(text_, before(text_, at)))) at = before(text_, at);
    const std::string_view piece = text_.substr(at, name - at);
    std::size_t label = 0;
    const bool plate = is_han(first_char(piece)) && is_letter(char_at(piece, kHan)) && document_number_end(piece, 0) == piece.size();
    return at > from && plate && !words_.numbers.search(piece, 0, label) ? at : name;
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

  /// 第11223344号|“海川”|商标注册证: nothing but a name in quotes stands there.
  bool is_quoted(std::size_t begin, std::size_t end) const {
    const std::string_view between = text_.substr(begin, end - begin);
    return !between.empty() && first_char(between) == U'“' && between.find("”") == between.size() - kHan;
  }

  /// …401|单元的|闽（2018）…号, …502|室|长房权证字第…号: behind the end of where the thing lies.
  std::size_t behind_location(std::size_t begin, std::size_t end) const {
    if (begin == 0 || !is_digit(char_at(text_, before(text_, begin)))) return begin;
    std::size_t at = begin;
    while (const auto place = words_.addresses.find(text_, at)) at += place.bytes;
    if (at > begin) at += words_.possessives.find(text_, at).bytes;
    return at < end ? at : begin;
  }

  /// 湘（2018）资兴市不动产权第0001234号不动产权证书: the number stands right before the name.
  void read_leading_number(std::size_t at, std::size_t name, Item& item) const {
    const std::string_view phrase = text_.substr(0, name);
    for (bool begins = true; at < name; begins = is_boundary(next_char(text_, at))) {
      while (begins) {  // 因保管不善，将滨房字第0119872号…
        auto word = words_.possessives.find(phrase, at);
        if (!word) word = words_.caused.find(phrase, at);
        if (!word) break;
        at += word.bytes;
      }
      if (at >= name) return;
      const std::size_t first = document_number_end(text_, at), end = first == kNone ? first : number_range_end(text_, first);
      if (end == kNone || (end + 3 < name && !is_quoted(end, name)) || end > name + 3 || is_closing(char_at(text_, end))) continue;
      const std::size_t begin = behind_location(at, end);
      const std::string_view number = text_.substr(begin, end - begin);
      std::size_t serial = 0;
      if (!words_.serials.search(number, 0, serial)) continue;
      item.numbers.emplace_back(number);
      return;
    }
  }

  std::string_view text_;
  std::size_t from_;  ///< behind the party
  const Rules& rules_;
  const ItemWords& words_;
  std::vector<Found> found_;
  std::vector<std::string> owners_;
};

}  // namespace

LostItems read_lost_items(std::string_view text, std::size_t from, const Rules& rules) { return LostReader(text, from, rules).read(); }

}  // namespace jianbao
