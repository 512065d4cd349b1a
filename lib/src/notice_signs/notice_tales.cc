#include "notice_signs/notice_tales.h"

#include <algorithm>

#include "notice_signs/notice_words.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

bool begins_sentence(std::string_view text, std::size_t at) { return at == 0 || is_stop(char_at(text, before(text, at))); }

/// 小区停水三天 居民盼早日恢复: two phrases of a headline. Spaces inside of a heading of few characters set it wide.
bool is_double(std::string_view headline) {
  constexpr std::size_t kShortest = 5;  // characters
  std::size_t gap = 0;
  while (gap < headline.size() && !is_space(char_at(headline, gap))) next_char(headline, gap);
  const std::string_view rest = trim(headline.substr(gap));
  return count_chars(headline.substr(0, gap)) >= kShortest && count_chars(rest) >= kShortest;
}

}  // namespace

bool holds_speech(std::string_view paragraph) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  for (std::size_t open = paragraph.find(kOpen); open != std::string_view::npos; open = paragraph.find(kOpen, open + kOpen.size())) {
    const std::size_t close = paragraph.find(kClose, open);
    if (close == std::string_view::npos) return false;
    const char32_t lead = open > 0 ? fold(char_at(paragraph, before(paragraph, open))) : U'。';
    const bool leads = is_stop(lead) || lead == U'，' || lead == U'：' || lead == U'）' || is_space(lead);
    const bool goes_on = lead == U'，' && is_han(char_at(paragraph, close + kClose.size()));
    if (leads && !goes_on && is_stop(char_at(paragraph, before(paragraph, close)))) return true;
  }
  return false;
}

NoticeTales::NoticeTales(const Rules::Tables& tables) : words_(tables.compiled<NoticeWords>()), selves_(tables.compiled<WordTable>().beginnings("self")) {
  const Table& told = tables.table("notice_tales");
  for (const Table::Row& row : told.rows()) {
    patterns_.add(told.cell(row, "pattern"), row.place);
    const std::string& weight = told.cell(row, "weight");
    weights_.push_back(weight == "sure" ? kSure : weight == "half" ? kHalf : weight == "never" ? kNever : kWhole);
    begins_.push_back(told.cell(row, "begins") == "yes");
  }
}

bool NoticeTales::tells(std::string_view paragraph, bool surely) const {
  const auto tells = [&](std::size_t number) { return weights_[number] >= (surely ? kSure : kWhole); };
  return patterns_.scan_for(paragraph, tells, [&](std::size_t number, std::size_t at, const Pattern::Match&) {
    return !begins_[number] || begins_sentence(paragraph, at);
  });
}

std::size_t NoticeTales::weigh(std::string_view headline, std::string_view paragraph) const {
  std::vector<bool> met(weights_.size());
  std::size_t weight = 0;
  const bool never = patterns_.scan(paragraph, [&](std::size_t number, std::size_t at, const Pattern::Match&) {
    if (weights_[number] == kNever) return true;
    if (met[number] || (begins_[number] && !begins_sentence(paragraph, at))) return false;
    met[number] = true;
    weight += weights_[number];
    return false;
  });
  if (holds_speech(paragraph)) weight += kWhole;
  if (never || weight == 0) return 0;
  for (std::size_t at = 0; at < paragraph.size(); next_char(paragraph, at))
    if (selves_.find(paragraph, at)) return 0;
  return weight + is_double(headline) + words_.holds_news(headline);
}

}  // namespace jianbao
