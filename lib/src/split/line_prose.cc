#include "split/line_prose.h"

#include <algorithm>
#include <string>

#include "tables/prefix_index.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kLongestPlain = 20;   // of a title with a comma and another mark of its kind
constexpr std::uint32_t kLongestAddress = 12;  // of a line that ends in a colon: 亲爱的老乡：
constexpr std::uint32_t kLongestDeck = 26;    // characters of a title with both a colon and a comma

struct Connectives {
  explicit Connectives(const Rules::Tables& tables) : begins(tables.compiled<WordTable>().beginnings("connective")) {}
  PrefixIndex begins;
};

/// Words that stand in the first sentence of a report without a dateline.
struct LearntWords {
  explicit LearntWords(const Rules::Tables& tables) {
    for (const std::string& word : tables.compiled<WordTable>().list("reporter")) who.add(word);
    for (const std::string& word : tables.compiled<WordTable>().list("learnt")) learnt.add(word);
  }
  WordList who, learnt;
};

}  // namespace

bool tells_what_was_learnt(std::string_view text, const Rules& rules) {
  constexpr std::size_t kReach = 40 * 3;  // bytes
  const std::string_view begin = text.substr(0, std::min(text.find("。"), kReach));
  const auto& words = rules.tables().compiled<LearntWords>();
  return words.learnt.any_in(begin.substr(words.who.first_in(begin)));
}

bool begins_with_rest_of_word(std::string_view text) {
  std::size_t at = 0;
  const char32_t first = next_char(text, at), mark = at < text.size() ? fold(char_at(text, at)) : 0;
  return is_han(first) && !is_cn_numeral(first) && (mark == U'，' || mark == U'。' || mark == U'、');
}

bool has_end(std::string_view text) {
  char32_t last = last_char(text);
  while (is_closing(last) && text.size() > 3) {
    text.remove_suffix(text.size() - before(text, text.size()));
    last = last_char(text);
  }
  if (last == '.') return text.size() < 2 || !is_digit(char_at(text, before(text, text.size() - 1)));  // 上涨0. was torn in a figure
  return last == U'。' || is_stop(last) || last == U'；' || last == U'：' || last == ';' || last == ':';
}

bool reads_like_prose(std::string_view text, std::uint32_t chars) {
  int commas = 0, colons = 0, stops = 0, lists = 0;
  bool spaced = false;  // a headline of two parts is set with a space between them
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const char32_t c = fold(next_char(text, at));
    commas += c == U'，';
    lists += c == U'、';
    spaced |= is_space(c);
    colons += c == U'：';
    stops += c == U'。' || c == U'；';
  }
  if (commas > 0 && text.find(kGap) != std::string_view::npos) return true;  // running text of columns that nothing could part
  const char32_t last = last_char(text);
  if (fold(last) == U'：' && (commas + lists > 0 || chars <= kLongestAddress)) return true;  // whom it is for, or what follows
  if (colons > 1 || (colons > 0 && lists > 1)) return true;  // labels and their values
  if (commas > 0 && commas + lists > 1 && !spaced && chars >= kLongestPlain) return true;
  if (commas > 2 || (commas > 0 && colons > 0 && chars > kLongestDeck) || stops > (last == U'。')) return true;
  if (last == U'。' || last == U'；' || last == U'，' || last == U'、' || last == ';' || last == ',') return true;
  return (last == U'”' || last == U'’') && text.size() > 6 && char_at(text, before(text, before(text, text.size()))) == U'。';
}

bool reports_speech(const LineText& line) {
  if (line.text.find("，") == std::string_view::npos && line.text.find("：") == std::string_view::npos) return false;
  if (line.table.hearsay.prefix_of(line.text) > 0) return true;
  const WordList& words = line.table.saying;
  return words.each_in(line.text, [&](std::size_t at, std::size_t word) { return at > 0 && !line.text.starts_with(words[word]); });
}

bool is_ornament(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); is_han(c) || is_letter(c) || is_digit(c)) return false;
  return true;
}

bool is_end_of_sentence(const LineText& line) {
  constexpr std::uint32_t kMost = 3;
  bool ends = false;
  for (std::size_t at = 0; line.chars <= kMost && at < line.text.size();) {
    const char32_t c = fold(next_char(line.text, at));
    if (!(is_stop(c) || c == U'；' || is_closing(c) || c == U'％' || c == '%')) return false;
    ends |= is_stop(c) || c == U'；';
  }
  return ends;
}

bool begins_with_connective(std::string_view text, const Rules& rules) { return rules.tables().compiled<Connectives>().begins.find(text).bytes > 0; }

bool begins_like_rest(std::string_view text) {
  const char32_t c = first_char(text);
  return is_closing(c) || std::u32string_view(U"，。、；：！？,;:!?%％").find(c) != std::u32string_view::npos;
}

}  // namespace jianbao
