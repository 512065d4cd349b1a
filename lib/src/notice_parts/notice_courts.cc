#include "notice_parts/notice_courts.h"

#include <algorithm>
#include <optional>

#include "fields/identifiers.h"
#include "names/organisations.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_court_words.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kCorps = "兵", kArmy = "军";  // courts of no province have these in the numbers of their cases

/// The organisation's name that ends at `end`: back to a mark or a word that names do not hold.
std::string_view name_before(std::string_view text, std::size_t end, std::size_t least, const CourtWords& words) {
  std::size_t begin = end;
  while (begin > 0) {
    const std::size_t previous = before(text, begin);
    const char32_t c = char_at(text, previous);
    if (!is_han(c)) break;
    const std::size_t limit = end - begin >= least ? words.limits.find(text.substr(0, begin)) : 0;
    if (limit > 0 && !words.inside.find(text, begin - limit)) break;
    begin = previous;
  }
  return text.substr(begin, end - begin);
}

/// （2023）湘0603民初2301号至2312号: behind the last number of a range that begins with the one that ends at `end`.
std::size_t range_end(std::string_view text, std::size_t end) {
  std::size_t at = end;
  if (at >= text.size() || std::u32string_view(U"至-—－~～").find(next_char(text, at)) == std::u32string_view::npos) return end;
  const std::size_t digits = at;
  at = skip_digits(text, at);
  return at > digits && at < text.size() && next_char(text, at) == U'号' ? at : end;
}

/// …第31号、第32号, …31号、（2025）…32号: behind the further numbers of cases that are told together, each in short or whole.
std::size_t list_end(std::string_view text, std::size_t end) {
  constexpr std::string_view kMark = "、", kSerial = "第";
  for (std::size_t at = end; text.substr(at).starts_with(kMark); end = at) {
    at += kMark.size();
    if (const auto whole = case_number_at(text, at)) {
      at = whole->end;
      continue;
    }
    if (text.substr(at).starts_with(kSerial)) at += kSerial.size();
    const std::size_t digits = at;
    at = skip_digits(text, at);
    if (at == digits || at >= text.size() || next_char(text, at) != U'号') break;
  }
  return end;
}

}  // namespace

bool goes_elsewhere(std::string_view text, const Rules& rules) {
  for (std::size_t at = 0; at < text.size();) {
    next_char(text, at);
    if (court_words(rules).elsewhere.find(text.substr(0, at))) return true;
  }
  return false;
}

bool names_court(std::string_view name, const Rules& rules) { return court_words(rules).courts.find(name) > 0; }

/// 云溪仲裁委|员会: where the short form of a name is the begin of the whole one.
static std::size_t longer_end(std::string_view text, std::size_t begin, std::size_t end, const Rules& rules) {
  constexpr std::size_t kMore = 2 * 3;  // bytes
  const std::string_view whole = text.substr(begin, end + kMore - begin);
  return text.size() >= end + kMore && is_organisation(whole, rules) && names_court(whole, rules) ? end + kMore : end;
}

std::size_t court_end(std::string_view text, std::size_t begin, const Rules& rules) {
  constexpr std::size_t kLongest = 90;  // bytes
  for (std::size_t end = begin; end < text.size() && end - begin < kLongest;) {
    next_char(text, end);
    const std::string_view name = text.substr(begin, end - begin);
    if (is_organisation(name, rules) && names_court(name, rules)) return longer_end(text, begin, end, rules);
  }
  return kNone;
}

std::size_t place_mark(std::string_view text, const Rules& rules) {
  constexpr std::size_t kLongest = 5;  // characters: 内蒙古, 黑龙江
  std::size_t at = 0;
  if (text.empty() || std::u32string_view(U"[［〔【〖（(").find(next_char(text, at)) == std::u32string_view::npos) return 0;
  const bool round = fold(first_char(text)) == U'（';  // of those a province alone is known to be no part of the name: （原）某法院
  const std::size_t begin = at;
  at = skip_while(text, at, is_han);
  const std::string_view place = text.substr(begin, at - begin);
  if (round && court_words(rules).provinces.prefix_of(place) != place.size()) return 0;
  const std::size_t n = count_chars(place);
  if (n < 2 || n > kLongest || at >= text.size() || !is_closing(next_char(text, at))) return 0;
  at = skip_spaces(text, at);
  return court_end(text, at, rules) != kNone ? at : 0;
}

std::string read_court(std::string_view title, std::string_view signatory, std::string_view text, const Rules& rules) {
  const CourtWords& words = court_words(rules);
  if (words.courts.find(signatory)) return std::string(signatory);
  for (const std::string_view place : {title, signatory, text}) {
    for (const std::string& court : words.names) {
      for (std::size_t at = place.find(court); at != kNone; at = place.find(court, at + court.size())) {
        const std::string_view name = name_before(place, at + court.size(), court.size(), words);
        const std::size_t begin = static_cast<std::size_t>(name.data() - place.data());
        if (name.size() > court.size() && !words.elsewhere.find(place.substr(0, begin))) return std::string(name);
      }
    }
  }
  return {};
}

std::string with_province(std::string number, std::string_view context, const Rules& rules) {
  const CourtWords& words = court_words(rules);
  std::size_t at = 0;
  while (at < number.size() && fold(char_at(number, at)) != U'）') next_char(number, at);
  if (at >= number.size()) return number;
  next_char(number, at);
  std::size_t behind = at;
  if (at >= number.size() || !is_han(next_char(number, behind)) || !is_digit(char_at(number, behind))) return number;  // （2006）云民二初字第138号: no province
  const std::string_view printed = std::string_view(number).substr(at, behind - at);
  if (printed == kCorps || printed == kArmy) return number;
  if (std::find(words.abbreviations.begin(), words.abbreviations.end(), printed) != words.abbreviations.end()) return number;
  std::optional<std::size_t> named;
  bool one = true;
  words.provinces.each_in(context, [&](std::size_t, std::size_t province) {
    one = one && (!named || *named == province);
    named = province;
    return !one;
  });
  if (named && one) number.replace(at, behind - at, words.abbreviations[*named]);
  return number;
}

bool counts_contract(std::string_view number, const Rules& rules) {
  const std::vector<std::string>& words = court_words(rules).contracts;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return number.find(word) != kNone; });
}

std::size_t case_numbers_end(std::string_view text, std::size_t end) { return list_end(text, range_end(text, end)); }

std::vector<std::string> whole_cases(std::string_view list) {
  constexpr std::string_view kMark = "、";
  std::vector<std::string> cases;
  for (std::size_t at = 0; at < list.size(); at += kMark.size()) {
    const auto number = case_number_at(list, at);
    if (!number || (number->end < list.size() && !list.substr(number->end).starts_with(kMark))) return {};
    cases.emplace_back(list.substr(at, number->end - at));
    at = number->end;
  }
  return cases;
}

bool lists_cases(std::string_view text, const Rules& rules) {
  std::string_view first;
  for (const std::string& label : court_words(rules).case_labels)
    for (std::size_t at = text.find(label); at != kNone; at = text.find(label, at + label.size())) {
      const std::size_t begin = skip_colon(text, at + label.size());
      const auto number = case_number_at(text, begin);
      if (!number) continue;
      const std::string_view code = text.substr(begin, number->end - begin);
      if (!first.empty() && code != first) return true;
      first = code;
    }
  return false;
}

}  // namespace jianbao
