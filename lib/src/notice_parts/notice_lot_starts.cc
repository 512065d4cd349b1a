#include "notice_parts/notice_lot_starts.h"

#include "notice_parts/notice_thing.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_circled(char32_t c) { return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277F); }

/// Bytes of 标的1：, 1号标的： at `at`; 0 where there is none.
std::size_t lot_label(std::string_view text, std::size_t at, const ItemWords& words) {
  const std::size_t begin = at;
  const std::size_t first = lot_numeral(text, at);
  at += first;
  const auto word = words.lots.find(text, at);
  if (!word) return 0;
  at += word.bytes;
  if (first == 0) {
    const std::size_t numeral = lot_numeral(text, at);
    if (numeral == 0) return 0;
    at += numeral;
  }
  const char32_t mark = at < text.size() ? fold(next_char(text, at)) : 0;
  return mark == U'：' || mark == U'、' ? at - begin : 0;
}

/// 竞买保证金：①②各5000元, （①号1万元，②号2万元）: behind two lots a count right before another one or before 各, or one that was there
/// before, speaks of lots that were told.
bool refers_back(std::string_view text, std::size_t at, std::size_t behind, char32_t last, const ItemWords& words) {
  if (char_at(text, at) <= last) return true;
  if (char_at(text, behind) == U'、') next_char(text, behind);
  return is_circled(char_at(text, behind)) || words.equally.find(text, behind);
}

/// Where the text behind labels of lots begins: 标的1：…；标的2：….
std::vector<std::size_t> labelled_lots(std::string_view text, const ItemWords& words) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size() && starts.size() < kMostLots;) {
    const std::size_t bytes = lot_label(text, at, words);
    if (bytes) starts.push_back(at + bytes);
    if (bytes) at += bytes; else next_char(text, at);
  }
  return starts;
}

/// Where the text begins behind （一）, （二） in order, each with a price behind it: what is told of the sale so has none.
std::vector<std::size_t> bracketed_lots(std::string_view text, const ItemWords& words) {
  std::vector<std::size_t> begins, starts;
  for (std::size_t at = 0; at < text.size() && starts.size() < kMostLots;) {
    const std::size_t open = at;
    if (fold(next_char(text, at)) != U'（') continue;
    const std::size_t numeral = lot_numeral(text, at), close = at + numeral;
    if (numeral == 0 || is_digit(char_at(text, at)) || fold(char_at(text, close)) != U'）') continue;
    if (parse_numeral(text.substr(at, numeral)) != static_cast<long long>(starts.size() + 1)) continue;
    at = close;
    next_char(text, at);
    begins.push_back(open);
    starts.push_back(at);
  }
  const auto is_priced = [&](std::size_t i) {
    const std::size_t end = i + 1 < starts.size() ? begins[i + 1] : text.size();
    std::size_t price = 0;
    return words.prices.search(text.substr(0, end), starts[i], price) || words.estimates.search(text.substr(0, end), starts[i], price);
  };
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (!is_priced(i)) return {};
  return starts.size() > 1 ? starts : std::vector<std::size_t>{};
}

}  // namespace

std::size_t lot_number(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  if (at >= text.size()) return 0;
  const char32_t c = next_char(text, at);
  if (is_circled(c)) return at - begin;
  const bool bracket = fold(c) == U'（';
  if (bracket && at >= text.size()) return 0;
  if (!bracket && !is_digit(c)) return 0;
  int digits = bracket ? 0 : 1;
  while (at < text.size() && is_digit(char_at(text, at)) && digits < 3) next_char(text, at), ++digits;
  if (digits == 0 || digits > 2 || at >= text.size()) return 0;
  const char32_t mark = next_char(text, at);
  const bool closes = bracket ? fold(mark) == U'）' : mark == '.' || mark == U'．' || mark == U'、';
  return closes && !is_digit(char_at(text, at)) ? at - begin : 0;
}

std::size_t lot_numeral(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 3;  // characters
  const std::size_t begin = at;
  for (std::size_t n = 0; n < kMost && at < text.size() && (is_digit(char_at(text, at)) || is_cn_numeral(char_at(text, at))); ++n) next_char(text, at);
  if (at > begin && char_at(text, at) == U'号') next_char(text, at);
  return at - begin;
}

namespace {

/// Where the text behind counts begins: 1．…；2．…, ①…②….
std::vector<std::size_t> counted_lots(std::string_view text, const ItemWords& words) {
  std::vector<std::size_t> starts;
  bool after_mark = true;
  char32_t circled = 0;  // the last one
  for (std::size_t at = 0; at < text.size() && starts.size() < kMostLots;) {
    const std::size_t bytes = after_mark || is_circled(char_at(text, at)) ? lot_number(text, at) : 0;
    if (bytes) {
      if (const char32_t c = char_at(text, at); is_circled(c)) {
        if (starts.size() > 1 && refers_back(text, at, at + bytes, circled, words)) break;
        circled = c;
      }
      at += bytes;
      starts.push_back(at);
      after_mark = false;
      continue;
    }
    const char32_t c = next_char(text, at);
    after_mark = ends_clause(c) || (after_mark && is_space(c));
  }
  return starts;
}

}  // namespace

std::vector<std::size_t> lot_starts(std::string_view text, const ItemWords& words) {
  if (std::vector<std::size_t> labelled = labelled_lots(text, words); !labelled.empty()) return labelled;
  const std::vector<std::size_t> groups = bracketed_lots(text, words);
  if (groups.empty()) return counted_lots(text, words);
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < groups.size(); ++i) {  // （一）公务车：1.轿车；2.客车。（二）…
    const std::size_t end = i + 1 < groups.size() ? groups[i + 1] : text.size();
    const std::vector<std::size_t> inner = counted_lots(text.substr(groups[i], end - groups[i]), words);
    if (inner.size() < 2) starts.push_back(groups[i]);
    else for (const std::size_t start : inner) starts.push_back(groups[i] + start);
  }
  return starts;
}

}  // namespace jianbao
