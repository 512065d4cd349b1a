#include "split/byline_report.h"

#include <vector>

#include "names/persons.h"
#include "split/byline_names.h"
#include "tables/lexicon.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Words that say that people report, and from where.
struct ReportWords {
  explicit ReportWords(const Rules::Tables& tables) {
    for (const std::string& word : tables.compiled<WordTable>().list("report-end")) ends.add(word);
    for (const std::string& word : tables.compiled<WordTable>().list("report-from")) from.add(word);
  }
  WordList ends, from;
};

/// The place that stands right before a word that says that somebody reports: a field of its own, or a word behind names without gaps.
std::string_view place_behind_names(std::string_view names, const Rules& rules) {
  constexpr std::size_t kLongest = 6 * 3;  // bytes
  std::size_t gap = names.size();
  while ((gap = skip_han_back(names, gap)) > 0 && !is_separator(char_at(names, before(names, gap)))) gap = before(names, gap);
  const std::string_view last = names.substr(gap);
  if (gap > 0 && !trim(names.substr(0, gap)).empty()) return all_han(last) && last.size() <= kLongest && (!is_person(last, rules) || is_good_word(last)) ? last : std::string_view{};
  constexpr std::size_t kTwo = 2 * 3;  // bytes of 港東, which may be no word
  const Word word = longest_word_before(last, last.size(), kGoodWord);
  const std::size_t begin = word && !word.is_person ? word.at.begin : all_han(last) && last.size() >= 2 * kTwo ? last.size() - kTwo : 0;
  if (begin == 0) return {};
  std::vector<std::string> all, others;
  const std::string_view place = last.substr(begin);
  if (split_run(last, all, rules)) return all.back() == place && all.size() > 1 ? place : std::string_view{};
  return split_run(last.substr(0, begin), others, rules) ? place : std::string_view{};
}

}  // namespace

Reported read_report(std::string_view text, const BylineRoles& roles, const Rules& rules) {
  const auto& words = rules.tables().compiled<ReportWords>();
  Reported reported;
  words.from.each_in(text, [&](std::size_t at, std::size_t word) {
    std::size_t begin = at + words.from[word].size();
    while (begin < text.size() && is_space(char_at(text, begin))) next_char(text, begin);
    std::size_t end = begin;
    while (end < text.size() && is_han(char_at(text, end))) next_char(text, end);
    if (at == 0 || end == begin) return false;
    reported = {std::string(trim(text.substr(0, at))) + std::string(text.substr(end)), text.substr(begin, end - begin)};
    return true;
  });
  const std::size_t size = words.ends.suffix_of(text);
  if (!reported.people.empty() || size == 0) return reported;
  std::string_view names, others = text.substr(0, text.size() - size);
  find_roles(others, roles, names, rules);
  if (trim(names).empty()) {  // 一线记者　现场报道
    if (roles.at(text, text.size() - size) == 0) reported.people = trim(others);
    return reported;
  }
  if (names.size() == trim(names).size() || !is_space(last_char(names))) reported.place = place_behind_names(names, rules);
  reported.people = trim(others.substr(0, others.size() - reported.place.size()));
  const std::string_view end = text.substr(text.size() - size);
  if (roles.at(text, text.size() - size) == size) reported.people += " " + std::string(end);
  return reported;
}

}  // namespace jianbao
