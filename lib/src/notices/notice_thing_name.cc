#include "notices/notice_thing_name.h"

#include <algorithm>

#include "names/organisations.h"
#include "notice_parts/notice_party_words.h"
#include "notice_signs/notice_item_words.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kHan = 3;  // bytes of a character

/// 云台县沙河镇大岭村三组|宅基地使用证: behind where the thing lies, which several places tell, the last of them right before its
/// name; 0 where nothing tells it.
std::size_t behind_place(std::string_view lead, const ItemWords& words) {
  constexpr int kLeast = 2;  // places
  int places = 0;
  std::size_t behind = 0;
  for (std::size_t at = kHan; at < lead.size();) {
    const auto place = words.addresses.find(lead, at);
    if (place) ++places, behind = at + place.bytes;
    if (place) at = behind; else next_char(lead, at);
  }
  return places >= kLeast && behind == lead.size() ? behind : 0;
}

/// 约翰迪尔拖拉机|行驶证 behind a number, 长安牌轿车|合格证: behind the vehicle whose paper it is; 0 where none stands there.
std::size_t behind_vehicle(std::string_view lead, bool behind_number, const ItemWords& words) {
  for (std::size_t at = 0; at < lead.size(); next_char(lead, at))
    if (const auto vehicle = words.vehicles.find(lead, at)) return behind_number || (at > 0 && words.makes.find(lead, before(lead, at))) ? at + vehicle.bytes : 0;
  return 0;
}

/// What is left of a name while one thing after another is taken off its front.
class NameFront {
 public:
  NameFront(std::string_view name, std::size_t head, const Rules& rules) : name_(name), head_(head), rules_(rules), words_(rules.tables().compiled<ItemWords>()) {}

  std::string_view name() const { return name_; }

  /// 号|车辆行驶证
  void take_unit() {
    const auto unit = words_.after_digit.find(lead());
    if (unit && !words_.not_after_digit.find(name_)) take(unit.bytes);
  }

  void take_vehicle(bool behind_number) { take(behind_vehicle(lead(), behind_number, words_)); }

  /// 2019年11月2日所开|押金收据
  bool take_issue() {
    const auto issue = words_.issue.find(name_);
    if (!issue || issue.bytes > head_) return false;
    take(issue.bytes);
    return true;
  }

  /// 夫妇之女李小四|出生医学证明
  void take_kin() {
    constexpr std::size_t kLongestPerson = 4;  // characters
    const auto kin = words_.kin.find(name_);
    if (!kin || kin.bytes > head_) return;
    const bool named = count_chars(name_.substr(kin.bytes, head_ - kin.bytes)) <= kLongestPerson;
    take(named ? head_ : kin.bytes);
  }

  /// 李四 男|某大学学生证, but 女子学校毕业证
  void take_sex() {
    const auto sex = words_.sexes.find(name_);
    if (sex && longest_word_at(name_, 0, kGoodWord).at.size() <= sex.bytes) take(sex.bytes);
  }

  /// 其|身份证, 因保管不善，致|不动产权证书遗失
  void take_possessives() {
    for (;;) {
      auto word = words_.possessives.find(name_);
      if (!word) word = words_.caused.find(name_);
      if (!word || word.bytes >= name_.size() || words_.heads.find(name_)) return;
      take(word.bytes);
    }
  }

  /// 我局依法注销其|许可证: what whoever speaks does with somebody's thing.
  void take_own_act() {
    std::size_t at = 0;
    const auto theirs = words_.theirs.search(lead(), 0, at);
    if (theirs && party_words(rules_).pronouns.prefix_of(name_)) take(at + theirs.bytes);
  }

  void take_place() { take(behind_place(lead(), words_)); }

  /// …银行临武支行|基本存款账户开户许可证: the issuer stands right before the name.
  std::string take_issuer() {
    constexpr std::size_t kLeast = 6;  // bytes of how the issuer's name ends, and of the thing's
    for (std::size_t at = head_; at > kLeast; at = before(name_, at)) {
      const std::string_view maker = name_.substr(0, at);
      if (organisation_suffix(maker, rules_) < kLeast || !is_organisation(maker, rules_) || name_.size() - at < kLeast) continue;
      if (words_.skips.find(name_, at).bytes + at >= name_.size()) continue;
      name_.remove_prefix(at);
      return std::string(maker);
    }
    return {};
  }

  void take_skipped() {
    if (const auto skip = words_.skips.find(name_); skip && words_.heads.find(name_, skip.bytes)) name_.remove_prefix(skip.bytes);
  }

 private:
  std::string_view lead() const { return name_.substr(0, head_); }
  void take(std::size_t bytes) {
    name_.remove_prefix(bytes);
    head_ -= std::min(head_, bytes);
  }

  std::string_view name_;
  std::size_t head_;
  const Rules& rules_;
  const ItemWords& words_;
};

}  // namespace

bool ends_thing(char32_t c) {
  c = fold(c);
  return c == U'、' || c == U'，' || c == U'；' || c == U'：' || is_stop(c) || c == '\n' || is_opening(c) || is_closing(c) || is_space(c) ||
         is_digit(c) || is_letter(c) || c == U'的' || c == U'·' || c == U'№' || c == U'×' || c == '*' || c == '.';
}

ThingName bare_name(std::string_view name, std::size_t head, bool behind_number, const Rules& rules) {
  NameFront front(name, head, rules);
  ThingName bare;
  if (behind_number) front.take_unit();
  front.take_vehicle(behind_number);
  if (behind_number && front.take_issue()) bare.begin = name.size() - front.name().size();
  front.take_kin();
  front.take_sex();
  front.take_own_act();
  front.take_possessives();
  front.take_place();
  bare.issuer = front.take_issuer();
  front.take_skipped();
  bare.name = front.name().empty() ? name : front.name();
  return bare;
}

}  // namespace jianbao
