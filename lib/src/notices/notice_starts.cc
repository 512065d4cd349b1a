// Further notices inside one paragraph.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_words.h"
#include "notice_signs/phones.h"
#include "notices/notice_addressees.h"
#include "notices/notice_courts.h"
#include "notices/notice_parties.h"
#include "notices/notice_party_at.h"
#include "notices/notice_party_names.h"
#include "notices/notice_party_words.h"
#include "notices/notice_tail.h"
#include "tables/pattern_set.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLookBack = 900;  // bytes; who lost something stands nearer, and a paragraph without marks takes linear time

enum class Role { bullet, lost, court, act, opening, speaker, called, closed, done, declared };

struct StartSigns {
  explicit StartSigns(const Rules::Tables& tables) {
    const Table& table = tables.table("notice_starts");
    for (const Table::Row& row : table.rows()) {
      const std::string& role = table.cell(row, "role");
      const std::string& cell = table.cell(row, "pattern");
      if (const auto sign = role_of(role)) {
        patterns.add(cell, row.place);
        roles.push_back(*sign);
        if (*sign == Role::opening) openings.emplace_back(cell, row.place);
        continue;
      }
      if (role == "case") {
        cases.emplace_back(cell, row.place);
        continue;
      }
      for (std::string& word : split_cell(cell)) {
        if (role == "closing") closings.add(std::move(word));
        else if (role == "void") voids.push_back(std::move(word));
        else if (role == "manner") manners.push_back(std::move(word));
        else if (role == "told") told.add(std::move(word));
        else if (role == "no-subject") others.push_back(std::move(word));
        else throw RulesError(row.place + ": unknown role '" + role + "'");
      }
    }
  }

  static std::optional<Role> role_of(std::string_view name) {
    static constexpr std::string_view kNames[] = {"bullet", "lost", "court", "act", "opening", "speaker", "called", "signed", "done", "declared"};
    for (std::size_t i = 0; i < std::size(kNames); ++i)
      if (kNames[i] == name) return static_cast<Role>(i);
    return {};
  }

  PatternSet patterns;
  std::vector<Role> roles;  ///< of each pattern
  std::vector<Pattern> openings, cases;
  SuffixIndex closings;
  WordList told;
  std::vector<std::string> voids, manners, others;
};

class StartFinder {
 public:
  StartFinder(std::string_view text, const Rules& rules)
      : text_(text), rules_(rules), signs_(rules.tables().compiled<StartSigns>()) {}

  std::vector<std::size_t> find() {
    signs_.patterns.scan(text_, [&](std::size_t number, std::size_t at, const Pattern::Match& match) {
      if (at < sign_end_) return false;
      sign_end_ = match.end;
      switch (signs_.roles[number]) {
        case Role::bullet: bullet(at, match.end); break;
        case Role::lost: lost(at); break;
        case Role::court: court(at); break;
        case Role::act: act(at, match.end); break;
        case Role::opening: opening(at); break;
        case Role::speaker: speaker(at, match.end); break;
        case Role::called: called(match.end); break;
        case Role::closed: closed(match.end); break;
        case Role::done: done(match.end); break;
        case Role::declared: declared(at); break;
      }
      return false;
    });
    counted_losses();
    if (starts_.empty()) named_losses();
    if (starts_.empty()) small_ads();
    return std::move(starts_);
  }

 private:
  static constexpr char32_t kFirstCount = U'①';

  std::size_t last_start() const { return starts_.empty() ? 0 : starts_.back(); }

  void begin_at(std::size_t at) {
    if (at <= last_start() || at >= text_.size()) return;
    starts_.push_back(at);
    lost_seen_ = false;
  }

  /// 二○二四年, 李○明, 张○○: stands for a nought or a character that is not told.
  bool is_nought(std::size_t at, std::size_t end) const {
    constexpr char32_t kRing = U'○';
    if (char_at(text_, at) != kRing) return false;
    const char32_t next = char_at(text_, end);
    return (at > 0 && is_han(char_at(text_, before(text_, at)))) || !is_han(next) || is_cn_numeral(next);
  }

  void bullet(std::size_t at, std::size_t end) {
    if (is_nought(at, end)) return;
    const std::string_view before_it = text_.substr(last_start(), std::min<std::size_t>(at - last_start(), 60));
    if (at - last_start() < 60 && bullet_length(before_it) == before_it.size()) return;  // the bullet that the notice begins with
    const std::string_view heading = before_it.substr(std::min(bullet_length(before_it), before_it.size()));
    if (at - last_start() < 60 && is_notice_heading(heading, rules_)) return;  // ★遗失★
    const std::string_view behind = text_.substr(end, 60);
    if (const std::size_t skip = bullet_length(behind); skip == behind.size() || is_closing(char_at(behind, skip))) return;
    begin_at(at);
  }

  /// Behind the last mark of `marks` between the last start and `end`; kNone where there is none.
  std::size_t behind_mark(std::size_t end, std::u32string_view marks) const {
    const std::size_t least = std::max(last_start(), end > kLookBack ? end - kLookBack : 0);
    for (std::size_t at = end; (at = skip_han_back(text_, at, least)) > least;) {
      const std::size_t behind = at;
      at = before(text_, at);
      if (marks.find(fold(char_at(text_, at))) != std::u32string_view::npos) return behind;
    }
    return kNone;
  }

  bool is_party(std::string_view text) const { return is_person(text, rules_) || is_organisation(text, rules_); }

  /// A party, behind what OCR may have made of a bullet: 人李四.
  bool is_loser(std::string_view text) const {
    std::size_t first = 0;
    if (!text.empty()) next_char(text, first);
    return is_party(text) || (first < text.size() && is_party(text.substr(first)));
  }

  /// The same of a list: 李四、王五.
  bool are_losers(std::string_view text) const {
    if (is_loser(text)) return true;
    const std::vector<std::string_view> parts = parts_of(text);
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return is_party(trim(part)); });
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

  /// What stands before 遗失, without the words of how it came about.
  std::string_view loser(std::string_view text) const {
    text = trim(text);
    for (const std::string& word : signs_.manners) {
      if (text.ends_with(word)) text.remove_suffix(word.size());
      if (text.starts_with(word)) text.remove_prefix(word.size());
    }
    return trim(text);
  }

  void lost(std::size_t at) {
    const bool second = lost_seen_;
    std::size_t stop = behind_mark(at, U"。；！");
    if (declared(at)) {
      lost_seen_ = true;
      return;
    }
    if (second && nothing_between(behind_void(at), at)) {  // 声明作废。遗失 李四…: the word is a heading each time
      begin_at(at);
      lost_seen_ = true;
      return;
    }
    if (second && stop == at && begins_with_act(last_start()) && begins_with_act(at)) {  // 遗失李四…。遗失王五…
      begin_at(at);
      lost_seen_ = true;
      return;
    }
    bool signed_before = false;  // …。甲合作社李四遗失…: the first name is that of the notice before
    if (const std::size_t behind = behind_dated_signature(stop, at); behind != kNone) {
      begin_at(behind);
      lost_seen_ = true;
      return;
    }
    if (stop != kNone && stop > last_start() && names_itself_before(stop)) {
      const std::size_t name = organisation_end(text_, stop, rules_);
      signed_before = name != kNone && name < at && is_party(loser(text_.substr(name, at - name)));
      if (signed_before) stop = name;
    }
    if (stop != kNone && (second || signed_before || closed_before(stop)) && is_subject(text_.substr(stop, at - stop))) {
      begin_at(stop);
    } else if (second || (last_start() == 0 && is_digit(first_char(text_)) && behind_void(at) != kNone)) {  // 0013，声明作废李四遗失…: the rest of another line's loss
      const std::size_t comma = behind_mark(at, U"，、");
      std::size_t voided_at = behind_void(at);
      while (voided_at < at && (is_space(char_at(text_, voided_at)) || is_comma(char_at(text_, voided_at)))) next_char(text_, voided_at);
      const std::string_view behind = voided_at == kNone ? std::string_view() : loser(text_.substr(voided_at, at - voided_at));
      const bool named = are_losers(behind) || could_be_loser(behind);
      const bool voided = named || names_loss(behind);
      if (voided && (comma == kNone || comma < voided_at || named)) {  // …，特此声明李四遗失
        begin_at(voided_at);
      } else if (comma != kNone && is_loser(loser(text_.substr(comma, at - comma)))) {
        begin_at(comma);
      } else if (voided) {
        begin_at(voided_at);
      } else if (const std::size_t code = behind_code(at); code != kNone) {
        begin_at(code);
      }
    }
    lost_seen_ = true;
  }

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
    if (!date || date->end >= between.size() || !is_organisation(trim(between.substr(0, date->begin)), rules_)) return kNone;
    return is_loser(loser(between.substr(date->end))) ? stop + date->end : kNone;
  }

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

  /// ①李四学生证…；②王五驾驶证…；以上均声明作废: each has a loser and a thing, the act is told once. The first count may be
  /// the label of the paragraph, which is not among its text.
  void counted_losses() {
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
    const bool voided = std::any_of(signs_.voids.begin(), signs_.voids.end(), [&](const std::string& word) { return list.find(word) != kNone; });
    if (!voided || !std::all_of(places.begin(), places.end(), has_loser)) return;
    std::erase_if(starts_, [&](std::size_t start) { return start >= places.front() && start <= places.back(); });
    for (const std::size_t place : places)
      if (place > 0) starts_.push_back(place);
    std::sort(starts_.begin(), starts_.end());
  }

  /// 李四身份证；王五驾驶证，均声明作废: each between semicolons has a loser and a thing, and only the last says what happened to all.
  void named_losses() {
    if (std::none_of(signs_.voids.begin(), signs_.voids.end(), [&](const std::string& word) { return text_.find(word) != kNone; })) return;
    std::vector<std::size_t> places;
    for (std::size_t begin = 0, at = 0; (at = skip_han(text_, at, text_.size())) < text_.size();) {
      const std::size_t end = at;
      const char32_t c = fold(next_char(text_, at));
      if (is_stop(c)) break;
      if (c != U'；') continue;
      if (!names_loss(text_.substr(begin, end - begin))) return;
      places.push_back(begin = at);
    }
    if (!places.empty() && !names_loss(text_.substr(places.back()))) places.pop_back();  // ；以上均声明作废
    starts_ = std::move(places);
  }

  /// Behind the number that ends what was lost before, without any mark: …出生证明R350517834李四遗失….
  std::size_t behind_code(std::size_t end) const {
    std::size_t at = end;
    while ((at = skip_han_back(text_, at, last_start())) > last_start() && is_han(char_at(text_, before(text_, at)))) at = before(text_, at);
    const bool code = at > last_start() && is_digit(char_at(text_, before(text_, at)));
    return code && at < end && is_party(loser(text_.substr(at, end - at))) ? at : kNone;
  }

  /// 我公司…。: what stands before a sentence speaks of itself without its name, so that the name stands behind it.
  bool names_itself_before(std::size_t end) const {
    std::size_t begin = std::max(last_start(), end > kLookBack ? end - kLookBack : 0);
    while (begin < end && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;
    return speaks_of_itself(text_.substr(begin, end - begin), rules_);
  }

  /// Nothing but a stop and spaces.
  bool nothing_between(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; begin != kNone && at < end;)
      if (const char32_t c = next_char(text_, at); !is_stop(c) && !is_space(c)) return false;
    return begin != kNone;
  }

  std::size_t behind_void(std::size_t at) const {
    for (const std::string& word : signs_.voids) {
      const std::size_t least = std::max(last_start(), at > kLookBack ? at - kLookBack : 0);
      const std::size_t found = text_.substr(least, at - least).rfind(word);
      if (found != kNone && least + found > last_start()) return least + found + word.size();
    }
    return kNone;
  }

  /// Whether the text before a stop ends an announcement (特此声明。), or a loss that another line begins (0013，声明作废。).
  bool closed_before(std::size_t behind_stop) const {
    const std::string_view text = text_.substr(0, before(text_, behind_stop));
    return signs_.closings.find(text) > 0 || std::any_of(signs_.voids.begin(), signs_.voids.end(), [&](const std::string& word) { return text.ends_with(word); });
  }

  /// A sentence's own subject stands before 遗失: 李四(不慎), not 现, 以上, 同时.
  bool is_subject(std::string_view text) const {
    text = loser(text.substr(std::min(bullet_length(text), text.size())));
    if (count_chars(text) < 2 || text.find("，") != kNone || text.find(",") != kNone) return is_party(first_part(text));
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

  void court(std::size_t at) {
    std::size_t end = at;
    while (end > 0 && is_space(char_at(text_, before(text_, end)))) end = before(text_, end);
    const char32_t mark = end > 0 ? fold(char_at(text_, before(text_, end))) : U'\0';
    if (is_stop(mark)) return another_case(at);
    if (mark != U'：' && mark != U'；') return;  // OCR takes the one for the other
    end = before(text_, end);
    std::size_t begin = behind_mark(end, U"。！");
    if (begin == kNone) return;
    const std::size_t stop = begin;
    if (const auto date = find_last_date(text_.substr(begin, end - begin))) begin += date->end;
    while (begin < end && is_space(char_at(text_, begin))) next_char(text_, begin);
    begin += signature_length(text_.substr(begin, end - begin));
    const std::string_view names = behind_case(text_.substr(begin, end - begin));
    if (mark == U'；' && !(may_be_names(names) && is_person(names, rules_))) return;
    const bool called = is_party(without_remark(last_part(names))) || !read_called(names, rules_).empty();
    if (called || (may_be_names(names) && is_signature_of_court(text_.substr(stop, begin - stop)))) begin_at(begin);
  }

  /// …视为送达。本院受理申请人李四申请宣告王五死亡一案。: behind what the court told somebody it speaks of a case that opens with itself.
  void another_case(std::size_t at) {
    if (at <= last_start() || !calls_somebody(text_.substr(last_start()), rules_)) return;
    if (std::any_of(signs_.cases.begin(), signs_.cases.end(), [&](const Pattern& pattern) { return pattern.matches(text_, at); })) begin_at(at);
  }

  /// 清江市双合粮油有限公司、受建平: Han and the marks between names; OCR may have taken a surname for something else.
  static bool may_be_names(std::string_view text) {
    constexpr std::size_t kLongest = 120;  // bytes
    for (std::size_t at = 0; at < text.size();)
      if (const char32_t c = next_char(text, at); !is_han(c) && c != U'、' && c != U'·' && !is_space(c)) return false;
    return !text.empty() && text.size() <= kLongest;
  }

  /// 清江市桥北区人民法院2025年4月7日
  bool is_signature_of_court(std::string_view text) const {
    const auto date = find_last_date(text);
    const std::string_view name = trim(text.substr(0, date ? date->begin : text.size()));
    return is_organisation(name, rules_) && names_court(name, rules_);
  }

  /// 张三、李四：你们于…: names behind a sentence, and a text that speaks to them.
  void called(std::size_t end) {
    if (headed(before(text_, end), end)) return;
    if (speaks_to(text_.substr(end), rules_)) court(end);
  }

  /// …声明作废。招领：…: a heading that runs in behind a sentence, at times behind who signs that: …无关。甲公司通知：….
  bool headed(std::size_t colon, std::size_t end) {
    constexpr std::size_t kLongest = 90;  // bytes
    std::size_t begin = behind_mark(colon, U"。！");
    if (const std::size_t number = behind_phone(colon); number != kNone && (begin == kNone || begin < number)) begin = number;
    if (begin == kNone || begin <= last_start() || colon - begin > kLongest || colon == begin || end >= text_.size()) return false;
    begin = behind_signatory(begin, colon);
    if (!stands_alone(text_.substr(begin, colon - begin))) return false;
    begin_at(begin);
    return true;
  }

  /// Behind the name that signs the notice before a heading, where one does; else `begin`.
  std::size_t behind_signatory(std::size_t begin, std::size_t end) {
    if (organisation_end(text_, last_start(), rules_) != kNone) return begin;  // each begins with its name: 云溪县人民法院公告　…
    std::size_t name = organisation_end(text_, begin, rules_);
    if (name == kNone || name >= end) name = before_act(begin, end);
    if (name == kNone || !stands_alone(text_.substr(name, end - name))) return begin;
    const bool court = names_court(text_.substr(begin, name - begin), rules_);  // 本院 is who it is in every line of theirs
    return signs_below() || (!court && names_itself_before(begin)) ? name : begin;
  }

  /// Where a name ends that the last word of a heading follows at once: 丝绸厂|声明.
  std::size_t before_act(std::size_t begin, std::size_t end) const {
    const std::string_view heading = text_.substr(begin, end - begin);
    const std::size_t act = rules_.tables().compiled<NoticeWords>().acts.find(heading);
    const std::string_view name = heading.substr(0, heading.size() - act);
    return act > 0 && is_organisation(name, rules_) ? begin + name.size() : kNone;
  }

  /// Behind the telephone number that stands before a few words and ends what they follow; kNone where none does.
  std::size_t behind_phone(std::size_t end) const {
    constexpr std::size_t kLeastDigits = 7;
    std::size_t at = end;
    while ((at = skip_han_back(text_, at, last_start())) > last_start() && is_han(char_at(text_, before(text_, at)))) at = before(text_, at);
    std::size_t digits = 0;
    while (digits < at && is_ascii_digit(static_cast<unsigned char>(text_[at - digits - 1]))) ++digits;
    return digits >= kLeastDigits && at < end ? at : kNone;
  }

  /// A heading; 我行郑重提示： leads to the rest of a sentence.
  bool stands_alone(std::string_view heading) const {
    return !names_itself(heading, rules_) && is_notice_heading(trim(heading.substr(std::min(bullet_length(heading), heading.size()))), rules_);
  }

  /// The notices of the paragraph are signed behind their text: the last one is.
  bool signs_below() {
    if (!signs_below_) {
      const Tail tail = is_stop(last_char(text_)) ? Tail{} : read_tail(text_, rules_);
      signs_below_ = tail.begin > 0 && tail.begin < text_.size() && !tail.signature.names.empty();
    }
    return *signs_below_;
  }

  /// …视为送达。（临沅市人民法院）王五：…: brackets that sign end a notice whatever follows.
  void closed(std::size_t open) {
    std::size_t at = open;
    while (at < text_.size() && at - open < kLookBack && fold(char_at(text_, at)) != U'）') next_char(text_, at);
    const std::string_view name = text_.substr(open, at - open);
    if (at >= text_.size() || !is_organisation(name, rules_) || !names_court(name, rules_)) return;
    next_char(text_, at);
    while (at < text_.size() && (is_space(char_at(text_, at)) || is_stop(char_at(text_, at)))) next_char(text_, at);
    begin_at(at);
  }

  /// …，特此声明 某村委会公章磨损，启用新章: a closing that a space parts from a sentence of its own, and not from who signs.
  void done(std::size_t end) {
    constexpr double kClear = 7;  // weight of what the sentence says
    const std::size_t at = skip_spaces(text_, end);
    if (at == end || at >= text_.size() || read_signature(text_.substr(at), rules_)) return;
    const std::string_view rest = text_.substr(at), sentence = rest.substr(0, rest.find("。"));
    if (kind_of({}, sentence, rules_.tables().compiled<KindTable>()).weight >= kClear && !read_subject(sentence, rules_).empty()) begin_at(at);
  }

  /// …声明作废。甲公司经股东会决议解散，…: a firm that has not been named says what makes a notice, behind a text that is one.
  bool declared(std::size_t at) {
    constexpr double kClear = 7;  // weight of what a sentence says
    const std::size_t stop = behind_mark(at, U"。；！");
    if (stop == kNone || stop >= at || stop <= last_start() || parse_date(text_, at)) return false;  // a day behind a name signs with it
    const std::size_t begin = stop + bullet_length(text_.substr(stop));
    const std::size_t end = begin < at ? organisation_end(text_, begin, rules_) : kNone;
    if (end == kNone || end > at || (end < at && !in_brackets(text_.substr(end, at - end)))) return false;
    const std::size_t least = std::max(last_start(), stop > kLookBack ? stop - kLookBack : 0);
    const std::string_view open = text_.substr(least, stop - least), rest = text_.substr(stop);
    const std::string_view name = text_.substr(begin, end - begin);
    if (open.find(name) != kNone || names_court(name, rules_)) return false;
    const auto& kinds = rules_.tables().compiled<KindTable>();
    if (kind_of({}, rest.substr(0, rest.find("。")), kinds).weight < kClear || kind_of({}, open, kinds).weight < kClear) return false;
    begin_at(stop);
    return true;
  }

  static bool in_brackets(std::string_view text) { return fold(first_char(text)) == U'（' && fold(last_char(text)) == U'）'; }

  /// A sentence behind the signature of another notice: …申报债权。棠江市中级人民法院 本院根据…的申请，.
  void opening(std::size_t at) {
    if (declared(at)) return;
    std::size_t stop = behind_mark(at, U"。！");
    if (stop == kNone || stop >= at) return;
    stop = skip_spaces(text_, stop);
    stop += place_mark(text_.substr(stop), rules_);
    const std::size_t end = stop < at ? organisation_end(text_, stop, rules_) : kNone;
    if (end == kNone || skip_spaces(text_, end) != at) return;
    const std::string_view name = text_.substr(stop, end - stop);
    if (!is_organisation(name, rules_) || !names_court(name, rules_)) return;
    const auto date = parse_date(text_, at);
    if (!date || is_comma(char_at(text_, date->end))) begin_at(at);  // 2024年4月8日，本院根据…
    else if (const auto& openings = signs_.openings; std::any_of(openings.begin(), openings.end(), [&](const Pattern& pattern) { return pattern.matches(text_, date->end); })) begin_at(date->end);
  }

  /// Another court begins to speak: …公开拍卖。嘉渠市中级人民法院将于….
  void speaker(std::size_t at, std::size_t end) {
    const std::size_t begin = behind_mark(at, U"。！");
    std::size_t name = at;  // the name ends before the verb
    while (name < end && !is_organisation(text_.substr(begin == kNone ? 0 : begin, name - (begin == kNone ? 0 : begin)), rules_)) next_char(text_, name);
    if (begin != kNone && name < end) begin_at(begin);
  }

  /// A firm that does something; one that stands alone signs what is before it.
  bool begins_with_firm(std::string_view text) const {
    std::size_t end = 0;
    const std::vector<Party> parties = read_signature(text, rules_) ? std::vector<Party>{} : read_subject(text, rules_, &end);
    if (!parties.empty() && parse_date(text, skip_spaces(text, end))) return false;  // and so does one with a date behind it
    return !parties.empty() && parties.front().organization;
  }

  /// Small ads in one paragraph: each ends with its telephone, and the next says something of a kind of its own. A firm may begin a notice behind a number without one itself.
  void small_ads() {
    constexpr double kClearAd = 6;  // weight of an ad's one sentence
    if (text_.find("。") + 3 >= text_.size()) return;
    const std::vector<Phone> phones = find_phones(text_, rules_);
    if (phones.empty()) return;  // most texts: the tables need not be there
    const auto& words = rules_.tables().compiled<NoticeWords>();
    const auto& kinds = rules_.tables().compiled<KindTable>();
    for (std::size_t i = 0; i < phones.size(); ++i) {
      std::size_t at = phones[i].end;
      if (at >= text_.size() || (!is_han(char_at(text_, at)) && next_char(text_, at) != U'。')) continue;
      const std::string_view rest = text_.substr(at), sentence = rest.substr(0, rest.find("。"));
      if (words.is_contact_line(sentence) || kind_of({}, sentence, kinds).weight < kClearAd) continue;
      if (i + 1 == phones.size() && !begins_with_firm(sentence)) break;  // behind the last number no ad stands that ends with one
      begin_at(at);
    }
  }

  /// Bytes of the last notice's signature that stands before the addressees: 临沅市人民法院 刘强、王芳：本院受理….
  std::size_t signature_length(std::string_view names) const {
    const std::size_t name = place_mark(names, rules_);
    std::size_t at = name;
    while (at < names.size() && !is_space(char_at(names, at))) next_char(names, at);
    if (at == names.size()) {
      if (const std::size_t court = court_before_party(names, name)) return court;
      const std::size_t end = organisation_end(names, name, rules_);
      return end != kNone && end < names.size() && names_court(names.substr(name, end - name), rules_) ? end : 0;
    }
    if (!is_organisation(names.substr(name, at - name), rules_)) return 0;
    at = skip_spaces(names, at);
    return at;
  }

  /// 某县人民法院某板材有限公司: where the court ends that signs the last notice, 0 where none stands before the addressee.
  std::size_t court_before_party(std::string_view names, std::size_t begin) const {
    const std::size_t end = court_end(names, begin, rules_);
    return end < names.size() && is_party(last_part(names.substr(end))) ? end : 0;
  }

  /// 陈思宇（现住澳大利亚墨尔本）
  static std::string_view without_remark(std::string_view name) {
    if (fold(last_char(name)) != U'）') return name;
    const std::size_t open = last_bracket(name);
    return open > 0 ? name.substr(0, open) : name;
  }

  static std::string_view last_part(std::string_view names) {
    std::size_t at = names.size();
    while (at > 0) {
      const std::size_t previous = before(names, at);
      const char32_t c = fold(char_at(names, previous));
      if (c == U'、' || c == U'，' || is_space(c)) break;
      at = previous;
    }
    return names.substr(at);
  }

  /// A heading run in behind a sentence or a telephone's number: 特此公告。减资公告 经股东会决议…, 电话：13900000000减资公告
  void act(std::size_t at, std::size_t end) {
    std::size_t begin = behind_mark(at, U"。！　");
    if (const std::size_t number = behind_phone(end); number != kNone && (begin == kNone || begin < number)) begin = number;
    if (begin == kNone || end - begin > 45 || end - begin <= 6) return;
    const char32_t next = fold(char_at(text_, end));
    if (next == U'。' || next == U'，' || signs_.told.prefix_of(text_.substr(end)) > 0) return;  // 现将清算事项公告如下, 征收土地预公告期为10日
    const std::size_t heading = behind_signatory(begin, end);
    if (heading > last_start() && is_notice_heading(text_.substr(heading, end - heading), rules_)) begin_at(heading);
  }

  std::string_view text_;
  const Rules& rules_;
  const StartSigns& signs_;
  std::vector<std::size_t> starts_;
  std::size_t sign_end_ = 0;
  bool lost_seen_ = false;
  std::optional<bool> signs_below_;
};

}  // namespace

std::size_t count_mark(std::string_view text) {
  constexpr std::size_t kMostDigits = 2;
  std::size_t at = 0;
  if (text.empty()) return 0;
  if (const char32_t c = next_char(text, at); c >= 0x2460 && c <= 0x2473) return at;  // ① to ⑳
  at = 0;
  while (at < text.size() && at < kMostDigits && is_ascii_digit(static_cast<unsigned char>(text[at]))) ++at;
  if (at == 0 || at >= text.size()) return 0;
  const char32_t mark = next_char(text, at);
  at = skip_spaces(text, at);
  return (mark == '.' || mark == U'．' || mark == U'、') && is_han(char_at(text, at)) ? at : 0;
}

std::vector<std::size_t> notice_starts(std::string_view paragraph, const Rules& rules) {
  return StartFinder(paragraph, rules).find();
}

bool opens_court_notice(std::string_view text, const Rules& rules) {
  const auto& openings = rules.tables().compiled<StartSigns>().openings;
  return std::any_of(openings.begin(), openings.end(), [&](const Pattern& pattern) { return pattern.matches(text); });
}

}  // namespace jianbao
