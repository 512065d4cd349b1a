#include "notice_signs/phones.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "fields/identifiers.h"
#include "names/persons.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "text/chars.h"

namespace jianbao {
namespace {

struct PhoneLabels {
  explicit PhoneLabels(const Rules::Tables& tables) {
    const Table& table = tables.table("phone_labels");
    for (const Table::Row& row : table.rows()) {
      const std::string& use = table.cell(row, "use");
      WordList& list = use == "phone" || use == "person" ? labels : use == "office" ? offices : use == "service" ? services : others;
      for (std::string& word : split_cell(table.cell(row, "words"))) list.add(std::move(word));
    }
  }
  WordList labels, others, offices, services;
};

bool is_joint(char32_t c) { return c == '-' || c == U'－' || c == U'—' || c == U'–' || c == U'―' || c == U'一' || c == U'─'; }

bool is_dot(char32_t c) { return c == '.' || c == U'．' || c == U'·'; }

constexpr std::size_t kMostDigits = 32;  // of a run

/// The lengths of a run's groups.
class Groups {
 public:
  void push_back(std::size_t length) { lengths_[size_++] = static_cast<std::uint8_t>(length); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::size_t operator[](std::size_t i) const { return lengths_[i]; }

 private:
  std::array<std::uint8_t, kMostDigits> lengths_;  // as many as are set; a group has a digit at least
  std::size_t size_ = 0;
};

/// A run of digits, the joints and spaces between them.
struct Run {
  std::string digits;        ///< of all groups
  Groups groups;
  bool bracketed = false;    ///< (0735)2288888
  bool loose = false;        ///< 139.0735.0268, (139)07350268: good for a mobile number only
  bool guessed = false;      ///< a letter is read as a digit: 139O7350268
  std::size_t begin = 0, end = 0;
};

bool is_mobile(std::string_view digits) { return mobile_prefix(digits) == 0; }

bool may_begin_mobile(std::string_view digits) { return digits.size() >= 2 && digits[0] == '1' && digits[1] >= '3'; }

bool is_local(std::size_t digits) { return digits == 7 || digits == 8; }

/// A number that needs no more: 13900000000, or seven or eight digits with or without an area. Behind a space another begins.
bool is_whole(const Run& run, std::size_t group) {
  if (run.groups.empty()) return (group == 11 && is_mobile(run.digits)) || (is_local(group) && run.digits[0] >= '2');
  return run.groups.size() == 1 && run.digits[0] == '0' && run.groups[0] >= 3 && run.groups[0] <= 4 && is_local(group);
}

/// The digits of an extension behind a number: 0735-2345678转802; empty where none is named. Moves `at` behind them.
std::string read_extension(std::string_view text, std::size_t& at) {
  constexpr std::size_t kLeast = 2, kMost = 5;
  std::size_t next = at;
  if (next >= text.size() || next_char(text, next) != U'转') return {};
  while (next < text.size() && is_space(char_at(text, next))) next_char(text, next);
  std::string digits;
  while (next < text.size() && is_digit(char_at(text, next))) digits.push_back(static_cast<char>(fold(next_char(text, next))));
  if (digits.size() < kLeast || digits.size() > kMost) return {};
  at = next;
  return digits;
}

/// The groups of a mobile number that dots part: 139.0735.0268.
bool dot_may_follow(const Run& run, std::size_t group) {
  if (!may_begin_mobile(run.digits)) return false;
  return run.groups.empty() ? group == 3 : run.groups.size() == 1 && run.groups[0] == 3 && group == 4;
}

/// Which letters count as digits: none, those that OCR mostly makes of them, or others as well, where a label says what stands behind it.
enum class Letters { none, usual, all };

char read_as_digit(char32_t c, Letters letters) {
  if (letters == Letters::none || is_digit(c)) return 0;
  if (const char usual = digit_read_as(c); usual || letters == Letters::usual) return usual;
  switch (c) {
    case U'B': return '8';
    case U'S': return '5';
    case U'Z': return '2';
    default: return 0;
  }
}

/// Reads on while digits follow, over one joint, space or closing bracket each, and `letters` for digits.
Run read_run(std::string_view text, std::size_t at, Letters letters = Letters::none) {
  Run run;
  run.begin = run.end = at;
  std::size_t group = 0, joints = 0;
  while (at < text.size() && run.digits.size() < kMostDigits) {
    const std::size_t place = at;
    const char32_t c = next_char(text, at);
    const char read = read_as_digit(c, letters);
    if (is_digit(c) || read) {
      run.digits.push_back(read ? read : static_cast<char>(fold(c)));
      run.guessed |= read != 0;
      ++group;
      joints = 0;
      run.end = at;
      continue;
    }
    const bool area = group >= 3 && group <= 4 && run.digits.front() == '0';
    const bool closing = fold(c) == U'）' && run.groups.empty() && (area || (group == 3 && may_begin_mobile(run.digits)));  // (0735)2288888, (139)07350268
    const bool dot = is_dot(c) && dot_may_follow(run, group);
    if (group == 0 && joints == 0) break;
    const bool slash = c == '/' && area && run.groups.empty();  // 0735/2288888
    run.loose |= dot || (closing && !area);
    if (++joints > 2 || !(is_joint(c) || is_space(c) || closing || dot || slash) || (is_space(c) && is_whole(run, group))) {
      at = place;
      break;
    }
    run.bracketed |= closing;
    if (group > 0) run.groups.push_back(group);
    group = 0;
  }
  if (group > 0) run.groups.push_back(group);
  return run;
}

bool ends_with_label(std::string_view before_it, const WordList& labels) {
  while (!before_it.empty()) {  // 电话： 号码, 电话（微信同号）：
    const std::size_t last = before(before_it, before_it.size());
    const char32_t c = fold(char_at(before_it, last));
    if (!is_space(c) && c != U'：' && c != U'、' && c != U'/' && c != U'；' && c != U'，' && c != U'（') break;
    before_it = before_it.substr(0, last);
  }
  return labels.suffix_of(before_it) > 0;
}

/// With the letters that OCR reads for digits, where that makes a mobile number; else with digits alone.
Run read_best_run(std::string_view text, std::size_t at, const PhoneLabels& words) {
  const Run plain = read_run(text, at);
  const char32_t behind = char_at(text, plain.end);
  const bool usual = plain.digits.empty() || digit_read_as(behind);
  const bool labelled = !usual && read_as_digit(behind, Letters::all) && may_begin_mobile(plain.digits) && ends_with_label(text.substr(0, at), words.labels);  // 电话：1391234567B
  if (plain.end < text.size() && (usual || labelled))
    if (const Run run = read_run(text, at, labelled ? Letters::all : Letters::usual); run.guessed && mobile_prefix(run.digits) && !is_letter(char_at(text, run.end))) return run;
  if (!plain.loose || is_mobile(plain.digits)) return plain;
  Run first;  // dots and brackets part other numbers as well
  for (std::size_t i = 0, next = at; i < plain.groups[0]; ++i) {
    first.digits.push_back(static_cast<char>(fold(next_char(text, next))));
    first.end = next;
  }
  first.begin = at;
  first.groups.push_back(plain.groups[0]);
  return first;
}

/// A label of other numbers stands before it, with little in between.
bool ends_with_other(std::string_view before_it, const WordList& others) {
  constexpr std::size_t kBetween = 6;  // bytes
  for (std::size_t end = before_it.size(); end > 0 && before_it.size() - end <= kBetween; end = before(before_it, end))
    if (others.suffix_of(before_it.substr(0, end)) > 0) return true;
  return false;
}

/// The first `n` digits as a number whose groups are joined by hyphens at `cuts`.
std::string cut(const std::string& digits, std::size_t area, std::size_t local) {
  std::string out = digits.substr(0, area) + '-' + digits.substr(area, local);
  if (digits.size() > area + local) out += '-' + digits.substr(area + local);
  return out;
}

std::size_t area_length(const std::string& digits) {  // 010 and 02x have three digits
  return digits[1] == '1' || digits[1] == '2' ? 3 : 4;
}

std::string fixed_number(const Run& run) {
  const std::size_t area = area_length(run.digits);
  if (run.digits.size() < area + 7) return {};
  const std::size_t rest = run.digits.size() - area;
  if (run.groups.size() >= 2 && run.groups[0] == area) {  // 0735-2345678-802
    const std::size_t local = run.groups[1] == 7 || run.groups[1] == 8 ? run.groups[1] : 0;
    if (local && rest - local <= 6) return cut(run.digits, area, local);
    if (run.groups.size() == 3 && (run.groups[1] + run.groups[2] == 7 || run.groups[1] + run.groups[2] == 8))
      return cut(run.digits, area, run.groups[1] + run.groups[2]);
    return {};
  }
  return run.groups.size() == 1 && (rest == 7 || rest == 8) ? cut(run.digits, area, rest) : std::string();
}

/// 0735-228888813900000000: the mobile number behind a fixed one, where the space or line end between them went; takes it off.
std::string take_glued_mobile(Run& run) {
  constexpr std::size_t kMobile = 11;
  if (run.groups.size() != 2 || run.digits[0] != '0' || run.groups[0] != area_length(run.digits)) return {};
  if (run.groups[1] != kMobile + 7 && run.groups[1] != kMobile + 8) return {};
  std::string mobile = run.digits.substr(run.digits.size() - kMobile);
  if (!is_mobile(mobile)) return {};
  const std::size_t area = run.groups[0], local = run.groups[1] - kMobile;
  run.digits.resize(run.digits.size() - kMobile);
  run.groups = {};
  run.groups.push_back(area);
  run.groups.push_back(local);
  return mobile;
}

/// 12380, 95598, 11185: numbers of five digits that answer everywhere.
bool is_service(std::string_view digits) {
  return digits.size() == 5 && (digits.starts_with("12") || digits.starts_with("95") || digits.starts_with("96") || digits.starts_with("100") || digits.starts_with("11"));
}

/// 8276 493, 6756 5055: seven or eight digits in two groups, as local numbers are printed; not the years 2019 2020.
bool is_grouped_local(const Run& run) {
  if (run.groups.size() != 2 || run.loose || run.guessed || !is_local(run.digits.size()) || run.digits[0] < '2') return false;
  return (run.groups[0] == 4 || (run.groups[0] == 3 && run.groups[1] == 4)) && !run.digits.starts_with("20");
}

/// A clause of its own: behind a mark, and before one or the end; not a number in a row of a table.
bool stands_alone(std::string_view text, const Run& run) {
  const auto parts_clauses = [](char32_t c) { return is_stop(c) || fold(c) == U'，' || fold(c) == U'；' || fold(c) == U'：'; };
  const std::size_t begin = run.begin > 0 && text[run.begin - 1] == '\n' ? run.begin - 1 : run.begin;  // …认领。⏎7660 358
  if (begin == 0 || !parts_clauses(char_at(text, before(text, begin)))) return false;
  const char32_t next = char_at(text, run.end);
  return run.end == text.size() || parts_clauses(next) || is_opening(next) || is_closing(next) || next == '\n';
}

/// 矿产科（2288888）: a number alone in brackets behind an office.
bool is_of_office(std::string_view text, const Run& run, const WordList& offices) {
  if (run.begin == 0 || fold(char_at(text, run.end)) != U'）') return false;
  const std::size_t open = before(text, run.begin);
  return fold(char_at(text, open)) == U'（' && offices.suffix_of(text.substr(0, open)) > 0;
}

/// 电话：452278　联系人：…: four to six digits, as local numbers had until the nineties and those of a works have, between a label's colon and a mark, a space or the end.
bool is_short_local(std::string_view text, const Run& run, const WordList& labels) {
  constexpr std::size_t kLeast = 4, kMost = 6;
  if (run.groups.size() != 1 || run.guessed || run.digits.size() < kLeast || run.digits.size() > kMost || run.digits[0] < '2') return false;
  const std::string_view before_it = trim(text.substr(0, run.begin));
  if (fold(last_char(before_it)) != U'：' || !ends_with_label(before_it, labels)) return false;
  const char32_t next = char_at(text, run.end);
  return run.end == text.size() || is_space(next) || next == '\n' || is_stop(next) || is_closing(next) || fold(next) == U'，' || fold(next) == U'；' || fold(next) == U'、';
}

/// The number a run is; empty where it is none. `labelled`: a telephone's label stands before it.
std::string read_number(const Run& run, bool labelled) {
  std::string digits = run.digits;
  if (const auto prefix = mobile_prefix(digits)) return digits.substr(*prefix);
  if (digits.size() > 11 && run.groups[0] == 11 && is_mobile(digits.substr(0, 11))) return digits.substr(0, 11);
  if (digits[0] == '0' && digits.size() >= 10) return fixed_number(run);
  if (digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800")))
    return digits.substr(0, 3) + '-' + digits.substr(3, 3) + '-' + digits.substr(6);
  if (!labelled) return {};
  if (digits[0] == '0' && run.groups.size() == 2 && run.groups[0] == area_length(digits) && is_service(digits.substr(run.groups[0])))
    return digits.substr(0, run.groups[0]) + '-' + digits.substr(run.groups[0]);  // 0735-12380
  if ((digits.size() == 7 || digits.size() == 8) && digits[0] >= '2') return digits;
  const bool short_line = digits.size() == 3 && digits[0] == '1' && digits[1] <= '2';
  return is_service(digits) || short_line ? digits : std::string();
}

}  // namespace

std::vector<Phone> find_phones(std::string_view text, const Rules& rules) {
  const PhoneLabels& words = rules.tables().compiled<PhoneLabels>();
  std::vector<Phone> phones;
  std::size_t last_end = 0;
  bool word = false;  // a letter or digit stands right before
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = skip_han(text, at, text.size());
    if (begin > at) word = false;
    if ((at = begin) == text.size()) break;
    const char32_t c = next_char(text, at);
    const std::string_view before_it = text.substr(0, begin);
    const bool apart = !word;
    const bool leads = apart && digit_read_as(c) && at < text.size() && is_digit(char_at(text, at)) && (c == 'l' || ends_with_label(before_it, words.labels));
    word = is_letter(c) || c == '.' || c == '*';
    if (!is_digit(c) && !leads) continue;
    Run run = read_best_run(text, begin, words);
    if (run.digits.empty()) continue;
    const std::string glued = take_glued_mobile(run);
    const bool follows = !phones.empty() && begin - last_end <= 6 && begin > last_end;  // 2288888、2288889
    const char32_t next = char_at(text, run.end);
    std::size_t behind = run.end;
    const std::string extension = read_extension(text, behind);
    std::string number;
    if (apart && !is_letter(next) && next != U'元' && next != U'号' && next != U'*')
      number = read_number(run, follows || !extension.empty() || words.services.prefix_of(run.digits) == run.digits.size() || ends_with_label(before_it, words.labels) ||
                                    (is_grouped_local(run) && stands_alone(text, run)) || is_of_office(text, run, words.offices));
    if (number.empty() && apart && is_short_local(text, run, words.labels)) number = run.digits;
    if (!number.empty() && ends_with_other(before_it, words.others)) number.clear();
    if (!number.empty() && !is_mobile(number) && !extension.empty()) {
      number += '-' + extension;
      run.end = behind;
    }
    if (!number.empty() && std::none_of(phones.begin(), phones.end(), [&](const Phone& p) { return p.number == number; })) {
      phones.push_back({number, is_mobile(number), run.guessed, begin, run.end});
      last_end = run.end;
    }
    if (!number.empty() && !glued.empty()) phones.push_back({glued, true, false, run.end - glued.size(), run.end});
    at = std::max(run.end, at);
    word = true;
  }
  return phones;
}

std::optional<Phone> closing_phone(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLongestName = 4;  // characters
  text = trim(text);
  if (is_stop(last_char(text))) text = trim(text.substr(0, before(text, text.size())));
  std::size_t end = text.size();
  while (end > 0 && is_han(char_at(text, before(text, end)))) end = before(text, end);
  if (const std::string_view name = text.substr(end); !name.empty()) {
    if (count_chars(name) > kLongestName || count_chars(name) < 2 || !surname_length(name, rules)) return {};
    while (end > 0 && is_space(char_at(text, before(text, end)))) end = before(text, end);
  }
  std::size_t begin = end;
  std::string digits;
  while (begin > 0 && is_digit(char_at(text, before(text, begin)))) {
    begin = before(text, begin);
    digits.insert(digits.begin(), static_cast<char>(fold(char_at(text, begin))));
  }
  if ((digits.size() != 7 && digits.size() != 8) || digits[0] < '2' || digits[0] > '8' || begin == 0) return {};
  const char32_t mark = fold(char_at(text, before(text, begin)));
  const bool named = is_han(mark) && mark != U'号' && end == text.size();  // 售楼部22990000
  if (!named && !is_space(mark) && !is_stop(mark) && mark != U'，' && mark != U'；') return {};
  const bool day = digits.size() == 8 && digits.starts_with("20") && digits[4] <= '1';  // 20210422
  if (day || ends_with_other(text.substr(0, begin), rules.tables().compiled<PhoneLabels>().others)) return {};
  return Phone{digits, false, false, begin, end};
}

bool ends_with_phone(std::string_view text, const Rules& rules) {
  constexpr std::size_t kMostBehind = 12;  // bytes of a name behind the number
  const std::vector<Phone> phones = find_phones(text, rules);
  return (!phones.empty() && phones.back().end + kMostBehind >= text.size()) || closing_phone(text, rules);
}

}  // namespace jianbao
