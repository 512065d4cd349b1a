// Further notices of loss in a paragraph: each has a loser of its own.
#include <algorithm>
#include <string>
#include <vector>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_loser_names.h"
#include "notice_parts/notice_subject.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_quantity.h"
#include "notice_parts/notice_run_in.h"
#include "notice_groups/notice_start_walk.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = StartWalk::kNone;

/// Who lost something, before the act or the thing.
class Losers {
 public:
  explicit Losers(const StartWalk& walk) : rules_(walk.rules), signs_(walk.signs) {}

  /// A party, behind what OCR may have made of a bullet: 人李四.
  bool is_loser(std::string_view text) const {
    std::size_t first = 0;
    if (!text.empty()) next_char(text, first);
    return is_named(text, rules_) || (first < text.size() && is_named(text.substr(first), rules_));
  }

  /// The same of a list: 李四、王五.
  bool are_losers(std::string_view text) const {
    if (is_loser(text)) return true;
    const std::vector<std::string_view> parts = parts_of(text);
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return is_named(trim(part), rules_); });
  }

  /// 莫色伍加木: a name of a kind without surnames, where nobody else can stand.
  bool could_be_loser(std::string_view text) const {
    constexpr std::size_t kLeast = 3, kMost = 6;  // characters
    const std::size_t n = count_chars(text);
    return n >= kLeast && n <= kMost && all_han(text) && could_be_given_name(text, rules_);
  }

  /// 李四驾驶证, 湘L12345营运证: who lost it and what, or the vehicle's number in their place.
  bool names_loss(std::string_view text) const {
    const ItemWords& items = rules_.tables().compiled<ItemWords>();
    std::size_t head = 0;
    const auto item = items.heads.search(text, 0, head);
    if (!item || head == 0) return false;
    std::size_t end = 0;
    if (!read_at(text, rules_, &end).empty() && end <= head) return true;
    return party_words(rules_).cuts.match_at(text, 0, [&](std::size_t, std::size_t, const Pattern::Match& match) { return match.end <= head && !is_han(last_char(text.substr(0, match.end))) && is_han(first_char(text)); });
  }

  /// 甲公司湘L12345道路运输证, not 湘L12345道路运输证.
  bool names_loser(std::string_view text) const { return !read_at(text, rules_, nullptr).empty(); }

  /// What stands before 遗失, without the words of how it came about.
  std::string_view bare(std::string_view text) const {
    text = trim(text);
    const bool named = party_words(rules_).wordlike_begins.prefix_of(text) > 0;  // 因民镇某厂
    for (const std::string& word : signs_.manners) {
      if (text.ends_with(word)) text.remove_suffix(word.size());
      if (!named && text.starts_with(word)) text.remove_prefix(word.size());
    }
    return trim(text);
  }

  /// A sentence's own subject stands before 遗失: 李四(不慎), not 现, 以上, 同时.
  bool is_subject(std::string_view text) const {
    text = bare(text.substr(std::min(bullet_length(text), text.size())));
    if (count_chars(text) < 2 || text.find("，") != kNone || text.find(",") != kNone) return is_named(first_part(text), rules_);
    if (party_words(rules_).wordlike_begins.prefix_of(text)) return true;
    for (const std::string& word : signs_.others)
      if (text.starts_with(word)) return false;
    return true;
  }

  /// Up to the first comma or bracket: 张三（身份证号…）, 李四，男，….
  static std::string_view first_part(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const char32_t c = fold(char_at(text, at));
      if (c == U'，' || c == U'（') break;
      next_char(text, at);
    }
    return trim(text.substr(0, at));
  }

 private:
  const Rules& rules_;
  const StartSigns& signs_;
};

/// Where the notice of a loss begins, whose act stands behind it.
class LossStart {
 public:
  explicit LossStart(StartWalk& walk) : walk_(walk), text_(walk.text), rules_(walk.rules), signs_(walk.signs), losers_(walk) {}

  void begin(std::size_t at) {
    const bool second = walk_.lost_seen;
    const std::size_t stop = walk_.behind_mark(at, U"。；！");
    if (begin_declared(walk_, at)) return;
    if (second && nothing_between(walk_.behind_void(at), at)) return walk_.begin_at(at);  // 声明作废。遗失 李四…: the word is a heading each time
    if (second && stop == at && begins_with_act(walk_.last()) && begins_with_act(at)) return walk_.begin_at(at);  // 遗失李四…。遗失王五…
    if (const std::size_t behind = behind_dated_signature(stop, at); behind != kNone) return walk_.begin_at(behind);
    const std::size_t name = behind_signatory(stop, at);
    const std::size_t sentence = name != kNone ? name : stop;
    if (is_other_paper(sentence, at)) return;
    if (sentence != kNone && (second || name != kNone || closed_before(sentence)) && losers_.is_subject(text_.substr(sentence, at - sentence)))
      walk_.begin_at(sentence);
    else if (second || follows_rest(at))
      walk_.begin_at(loser_inside(at));
  }

 private:
  /// 甲公司湘L12345道路运输证遗失；|湘L54321道路运输证遗失: behind a semicolon a vehicle's number alone is of the loser before.
  bool is_other_paper(std::size_t clause, std::size_t at) const {
    if (clause == kNone || clause == 0 || clause >= at || fold(char_at(text_, before(text_, clause))) != U'；') return false;
    const std::string_view thing = text_.substr(clause, at - clause);
    return losers_.names_loss(thing) && !losers_.names_loser(thing) && losers_.names_loser(text_.substr(walk_.last()));
  }

  /// …。甲合作社|李四遗失…: behind the name that signs the notice before; kNone where none does.
  std::size_t behind_signatory(std::size_t stop, std::size_t at) const {
    if (stop == kNone || stop <= walk_.last() || !walk_.names_itself_before(stop)) return kNone;
    const std::size_t name = organisation_end(text_, stop, rules_);
    return name != kNone && name < at && is_named(losers_.bare(text_.substr(name, at - name)), rules_) ? name : kNone;
  }

  /// 0013，声明作废李四遗失…: the rest of another line's loss stands before it.
  bool follows_rest(std::size_t at) const { return walk_.last() == 0 && is_digit(first_char(text_)) && walk_.behind_void(at) != kNone; }

  /// Where the loser begins in a sentence that tells of another loss before: behind what ended that, or a comma, or a number; kNone where none does.
  std::size_t loser_inside(std::size_t at) const {
    const std::size_t comma = walk_.behind_mark(at, U"，、");
    if (const std::size_t code = behind_code(at); code != kNone && comma != kNone && code > comma && ends_detail(code)) return code;  // …，证号3101…某店遗失公章
    std::size_t voided_at = walk_.behind_void(at);
    while (voided_at < at && (is_space(char_at(text_, voided_at)) || is_comma(char_at(text_, voided_at)))) next_char(text_, voided_at);
    const std::string_view behind = voided_at == kNone ? std::string_view() : losers_.bare(text_.substr(voided_at, at - voided_at));
    const bool named = losers_.are_losers(behind) || losers_.could_be_loser(behind);
    const bool voided = named || losers_.names_loss(behind);
    if (voided && (comma == kNone || comma < voided_at || named)) return voided_at;  // …，特此声明李四遗失
    if (comma != kNone && losers_.is_loser(losers_.bare(text_.substr(comma, at - comma)))) return is_labelled_list(comma) ? kNone : comma;
    if (voided) return voided_at;
    const std::size_t thing = behind_thing(at);
    return thing != kNone ? thing : behind_code(at);
  }

  /// 离婚证遗失：李四、|王五遗失…: the list of losers stands right behind the label of the notice, which told of no loss yet.
  bool is_labelled_list(std::size_t name) const {
    const std::string_view lead = text_.substr(walk_.last(), name - walk_.last());
    const std::size_t colon = lead.rfind("：");
    if (colon == kNone || colon > kLongestLabel) return false;
    const std::size_t label = std::min(bullet_length(lead), colon), mark = before(lead, lead.size());
    if (!is_heading_label(lead.substr(label, colon - label), rules_)) return false;
    return losers_.are_losers(lead.substr(colon + 3, mark - colon - 3));
  }

  static constexpr std::size_t kLongestLabel = 60;  // bytes

  /// 遗失李四…: the word of loss, and who lost it right behind it.
  bool begins_with_act(std::size_t at) const {
    at += bullet_length(text_.substr(at));
    const auto lost = rules_.tables().compiled<ItemWords>().lost.find(text_, at);
    return lost && !read_at(text_.substr(at + lost.bytes), rules_, nullptr).empty();
  }

  /// …咨询电话：2288888。甲公司2024年11月5日李四遗失…: behind the name and the date that sign what stands before, where a loser
  /// follows; kNone where none do.
  std::size_t behind_dated_signature(std::size_t stop, std::size_t at) const {
    if (stop == kNone || stop >= at) return kNone;
    const std::string_view between = text_.substr(stop, at - stop);
    const auto date = find_last_date(between);
    if (!date || date->end >= between.size() || !is_named(trim(between.substr(0, date->begin)), rules_)) return kNone;
    std::string_view loser = losers_.bare(between.substr(date->end));
    const std::size_t self = party_words(rules_).selves.prefix_of(loser);  // 本人|李四
    loser.remove_prefix(self);
    return (self > 0 && loser.empty()) || losers_.is_loser(loser) ? stop + date->end : kNone;
  }

  /// Behind the number or the count that ends what was lost before, without any mark: …出生证明R350517834李四遗失…, 公章一枚 李四遗失….
  std::size_t behind_code(std::size_t end) const {
    const std::size_t at = han_begin(text_, end, walk_.last()), code = before_spaces(at);
    const bool ends = code > walk_.last() && (is_digit(char_at(text_, before(text_, code))) || ends_detail(at));
    return ends && at < end && is_loser_at(at, end) ? at : kNone;
  }

  /// Somebody between the two places, the second of which the act of loss stands at; 钱大有 too.
  bool is_loser_at(std::size_t begin, std::size_t end) const {
    return is_named(losers_.bare(text_.substr(begin, end - begin)), rules_) || !wordlike_name(text_.substr(begin), rules_).empty();
  }

  std::size_t before_spaces(std::size_t at) const {
    while (at > walk_.last() && is_space(char_at(text_, before(text_, at)))) at = before(text_, at);
    return at;
  }

  /// Whether a long number, or a count with a space behind it, ends there: what a thing's details end with, not 中铁第3|工程有限公司.
  bool ends_detail(std::size_t at) const {
    constexpr std::size_t kLeastDigits = 6;
    const std::size_t end = before_spaces(at), check = end > walk_.last() ? before(text_, end) : end;
    if (fold(char_at(text_, check)) == U'X') return digits_before(text_, check) >= kLeastDigits;
    return digits_before(text_, end) >= kLeastDigits || (end < at && ends_count(end));
  }

  /// 一枚, 壹份, 200元: a numeral and what it counts.
  bool ends_count(std::size_t end) const {
    const std::size_t unit = before(text_, end);
    if (unit <= walk_.last() || !is_han(char_at(text_, unit))) return false;
    const std::size_t digit = before(text_, unit);
    return is_digit(char_at(text_, digit)) || parse_numeral(text_.substr(digit, unit - digit)).has_value();
  }

  /// Behind the thing that was lost before, without any mark: …遗失身份证|李四遗失…, not 存折|已在某银行挂失.
  std::size_t behind_thing(std::size_t end) const {
    const ItemWords& items = rules_.tables().compiled<ItemWords>();
    std::size_t head = 0;
    for (auto thing = items.heads.search(text_, walk_.reach(end), head); thing && head + thing.bytes < end; thing = items.heads.search(text_, head + thing.bytes, head)) {
      const auto count = read_quantity(text_, head + thing.bytes, items);  // 公章|一枚|李四遗失…
      const std::size_t name = count && count->end < end ? count->end : head + thing.bytes;
      const std::string_view loser = losers_.bare(text_.substr(name, end - name));
      if (is_person(loser, rules_) || (is_organisation(loser, rules_) && !party_words(rules_).cuts_at(text_, name))) return name;
    }
    return kNone;
  }

  /// Nothing but a stop and spaces.
  bool nothing_between(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; begin != kNone && at < end;)
      if (const char32_t c = next_char(text_, at); !is_stop(c) && !is_space(c)) return false;
    return begin != kNone;
  }

  /// Whether the text before a stop ends an announcement (特此声明。), or a loss that another line begins (0013，声明作废。).
  bool closed_before(std::size_t behind_stop) const {
    const std::string_view text = text_.substr(0, before(text_, behind_stop));
    return signs_.closings.find(text) > 0 || signs_.void_words.suffix_of(text) > 0;
  }

  StartWalk& walk_;
  const std::string_view text_;
  const Rules& rules_;
  const StartSigns& signs_;
  const Losers losers_;
};

/// Losses that counts part.
class LossCounts {
 public:
  explicit LossCounts(StartWalk& walk) : walk_(walk), text_(walk.text), rules_(walk.rules) {}

  /// ①李四学生证…；②王五驾驶证…；以上均声明作废: each has a loser and a thing, the act is told once. The first count may be
  /// the label of the paragraph, which is not among its text.
  void begin() {
    if (!walk_.voids()) return;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; (at = skip_han(text_, at, text_.size())) < text_.size();) {
      const std::size_t place = at;
      if (!is_count(next_char(text_, at)) || !may_count(place)) continue;
      if (places.empty() && place > 0 && counts(place, 2)) places.push_back(0);
      if (counts(place, places.size() + 1)) places.push_back(place);
    }
    if (places.size() < 2) return;
    const std::string_view list = text_.substr(places.front());
    const auto has_loser = [&](std::size_t place) {
      constexpr std::size_t kName = 9;  // bytes of a person's
      place += count_mark(text_.substr(place));
      return !read_subject(text_.substr(place), rules_).empty() || is_person(text_.substr(place, kName), rules_);
    };
    const bool voided = walk_.signs.void_words.any_in(list);
    if (!voided || !std::all_of(places.begin(), places.end(), has_loser)) return;
    std::erase_if(walk_.starts, [&](std::size_t start) { return start >= places.front() && start <= places.back(); });
    for (const std::size_t place : places)
      if (place > 0) walk_.starts.push_back(place);
    std::sort(walk_.starts.begin(), walk_.starts.end());
  }

 private:
  static constexpr char32_t kFirstCount = U'①';

  /// The count at `at` (①, 2.李…) is the one that comes next.
  bool counts(std::size_t at, std::size_t next) const {
    if (char_at(text_, at) == kFirstCount + next - 1) return true;
    if (!is_ascii_digit(static_cast<unsigned char>(text_[at]))) return false;
    const std::size_t mark = count_mark(text_.substr(at));
    return mark > 0 && parse_numeral(text_.substr(at, text_.find_first_not_of("0123456789", at) - at)) == static_cast<long long>(next);
  }

  /// ① and all signs behind it, or a digit.
  static bool is_count(char32_t c) { return (c >= kFirstCount && c < U'\u3000') || is_ascii_digit(c); }

  /// Whether a count may begin here: behind the end of a sentence or clause; one in digits behind a space as well.
  bool may_count(std::size_t at) const {
    if (at == 0) return true;
    const char32_t mark = fold(char_at(text_, before(text_, at)));
    return mark == U'；' || is_stop(mark) || (is_space(mark) && is_ascii_digit(static_cast<unsigned char>(text_[at])));
  }

  StartWalk& walk_;
  const std::string_view text_;
  const Rules& rules_;
};

/// 李四遗失…不动产权证书；王五遗失…房屋所有权证。现两人向我中心申请补发: the office that issues anew speaks of all in one notice.
bool speaks_of_losses(const StartWalk& walk) {
  const auto& kinds = walk.rules.tables().compiled<KindTable>();
  const KindScore score = kind_of({}, walk.text, kinds);
  return score.kind != KindTable::kNone && kinds.kinds[score.kind] == "void_registry_notice";
}

}  // namespace

void begin_loss(StartWalk& walk, std::size_t at) {
  LossStart(walk).begin(at);
  walk.lost_seen = true;
}

void begin_counted_losses(StartWalk& walk) { LossCounts(walk).begin(); }

void begin_named_losses(StartWalk& walk) {
  if (!walk.voids()) return;
  const Losers losers(walk);
  const std::string_view text = walk.text;
  std::vector<std::size_t> places;
  for (std::size_t begin = 0, at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t end = at;
    const char32_t c = fold(next_char(text, at));
    if (is_stop(c)) break;
    if (c != U'；') continue;
    if (!losers.names_loss(text.substr(begin, end - begin))) return;
    places.push_back(begin = at);
  }
  if (places.empty() || speaks_of_losses(walk)) return;
  if (!losers.names_loss(text.substr(places.back()))) places.pop_back();  // ；以上均声明作废
  if (losers.names_loser(text)) std::erase_if(places, [&](std::size_t place) { return !losers.names_loser(text.substr(place)); });  // another paper of the same loser
  walk.starts = std::move(places);
}

}  // namespace jianbao
