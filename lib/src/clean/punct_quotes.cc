// Quotation marks, in pairs.
#include <algorithm>

#include "clean/punct.h"
#include "clean/quotes.h"
#include "tables/prefix_index.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_double_quote(char32_t c) { return c == U'“' || c == U'”' || c == '"' || c == U'＂'; }

/// OCR reads the wide space behind `第三条` as a quote. Such a quote has no partner, or is first and closes.
bool mend_gap(const MarkLine& line, Mark& first) {
  std::size_t at = line.begin;
  if (first.at == at || next_char(line.text, at) != U'第') return false;
  char32_t c = 0;
  while (at < first.at && is_cn_numeral(c = next_char(line.text, at))) {
  }
  if (at != first.at || (c != U'条' && c != U'章' && c != U'节')) return false;
  change(first, "　", Rule::punct_quote);
  return true;
}

/// 关于推进“无废⏎城市”建设的通知: the line above opens a quotation and leaves it to this one to close.
bool opens_above(const MarkLine& line) {
  if (line.begin == 0) return false;
  const std::string_view before = line.text.substr(0, line.begin - 1);
  const std::size_t line_end = before.rfind('\n');
  const std::string_view above = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  std::size_t quotes = 0;  // an even number pairs, however OCR turned them
  char32_t last = 0;
  for (std::size_t at = 0; at < above.size();)
    if (const char32_t c = next_char(above, at); is_double_quote(c)) ++quotes, last = c;
  return quotes % 2 != 0 && last == U'“';
}

bool is_between_han(const MarkLine& line, const Mark& quote) {
  return line.left(quote.at) == Side::han && side_of(line.next(quote.at + quote.size)) == Side::han;
}

/// “人才夜市”开张 两小时…: a word or two, and then a space: the quote parts nothing itself, and has lost its other one.
bool ends_part_soon(const MarkLine& line, const Mark& quote) {
  constexpr std::size_t kFew = 3;  // characters
  std::size_t at = quote.at + quote.size, count = 0;
  while (at < line.end && is_han(char_at(line.text, at))) next_char(line.text, at), ++count;
  return count <= kFew && at < line.end && is_space(char_at(line.text, at));
}

/// So does it between the parts of a line that is no sentence: `编辑/温琪”美编/程大可`, `福临门家电”六月“下乡”送到家`. Among quotations it
/// takes a longer part at either side: of a quotation that begins the line, as many do, the first mark may be lost.
bool mend_gaps(const MarkLine& line, const std::vector<Mark*>& quotes) {
  constexpr std::size_t kPart = 5;  // characters
  const std::string_view text = line.text.substr(line.begin, line.end - line.begin);
  if (text.find("。") != std::string_view::npos || quotes.empty() || quotes.back()->c == U'“') return false;
  const std::vector<Mark*> strays = find_strays(quotes);
  const bool alone = strays.size() == quotes.size();
  if (quotes.size() == 1 && ends_part_soon(line, *quotes[0])) return false;
  const auto is_gap = [&](const Mark* quote) {
    const std::string_view before = line.text.substr(line.begin, quote->at - line.begin), behind = line.text.substr(quote->at + quote->size, line.end - quote->at - quote->size);
    return is_between_han(line, *quote) && (alone || (count_chars(before) >= kPart && count_chars(behind) >= kPart));
  };
  if (strays.empty() || !std::all_of(strays.begin(), strays.end(), is_gap)) return false;
  for (Mark* quote : strays) change(*quote, "　", Rule::punct_quote);
  return true;
}

/// What a dateline ends with: 日电, 报讯, 报道.
struct DatelineEnds {
  explicit DatelineEnds(const Rules::Tables& tables) : words(tables.compiled<WordTable>().endings("dateline-end")) {}
  SuffixIndex words;
};

/// So does it behind a dateline, and between those who wrote it: `新华社布拉格三日电”捷克…`, `晚报讯”记者方小禾报道”…`. Such quotes close
/// nothing, and no mark of a sentence stands before them.
void mend_dateline_gaps(const MarkLine& line, std::vector<Mark*>& quotes, const Rules& rules) {
  constexpr std::size_t kLongest = 3 * 40;  // bytes
  const auto& ends = rules.tables().compiled<DatelineEnds>().words;
  std::size_t gaps = 0;
  for (std::size_t i = 0; i < quotes.size() && quotes[i]->c == U'”' && is_between_han(line, *quotes[i]); ++i) {
    const std::string_view before = line.text.substr(line.begin, quotes[i]->at - line.begin);
    if (before.size() > kLongest || before.find("。") != std::string_view::npos || before.find("，") != std::string_view::npos) break;
    if (ends.find(before) > 0) gaps = i + 1;
  }
  if (gaps == 0 || opens_above(line)) return;
  for (std::size_t i = 0; i < gaps; ++i) change(*quotes[i], "　", Rule::punct_quote);
  quotes.erase(quotes.begin(), quotes.begin() + static_cast<std::ptrdiff_t>(gaps));
}

/// What stands before a name: 记者, 通讯员.
struct RoleEnds {
  explicit RoleEnds(const Rules::Tables& tables) : roles(tables.compiled<WordTable>().endings("role")) {}
  SuffixIndex roles;
};

/// So many Han stand from `at` to the end of the line, to a space or to a closing bracket; none where anything else does.
std::size_t count_name(const MarkLine& line, std::size_t at) {
  std::size_t han = 0;
  for (; at < line.end; ++han) {
    const char32_t c = next_char(line.text, at);
    if (is_space(c) || is_round_close(c)) return han;
    if (!is_han(c)) return 0;
  }
  return han;
}

/// Whether a quote that pairs with none stands between a role and a name, where print has a space: `（记者”高敬）`, `本报记者“李平`.
bool parts_role_and_name(const MarkLine& line, const Mark& quote, const Rules& rules) {
  constexpr std::size_t kLongest = 3 * 8;  // bytes of a role
  constexpr std::size_t kLongestName = 4;  // characters
  const std::size_t name = count_name(line, quote.at + quote.size);
  if (name == 0 || name > kLongestName) return false;
  const std::string_view before = trim(line.text.substr(line.begin, quote.at - line.begin));
  if (!is_han(last_char(before))) return false;
  const std::string_view end = before.substr(before.size() > kLongest ? before.size() - kLongest : 0);
  return rules.tables().compiled<RoleEnds>().roles.find(end) > 0;
}

/// So does it behind a role. The quotes that are left are those of quotations.
void mend_role_gaps(const MarkLine& line, std::vector<Mark*>& quotes, const Rules& rules) {
  bool opened = false;
  std::vector<Mark*> left;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const bool closes = quotes[i]->c == U'”' && !opened;
    const bool opens = quotes[i]->c == U'“' && (i + 1 == quotes.size() || quotes[i + 1]->c == U'“');
    if ((closes || opens) && parts_role_and_name(line, *quotes[i], rules)) {
      change(*quotes[i], "　", Rule::punct_quote);
    } else {
      opened = quotes[i]->c == U'“';
      left.push_back(quotes[i]);
    }
  }
  quotes = std::move(left);
}

/// The report said, "Exports rose.": ASCII quotes behind a Latin word, with no Han between them, are of that language.
void leave_latin(const MarkLine& line, std::vector<Mark*>& quotes) {
  const auto is_latin = [&](const Mark& open, const Mark& close) {
    if (open.c != '"' || close.c != '"' || has_han(line.text.substr(open.at + open.size, close.at - open.at - open.size))) return false;
    std::size_t at = open.at;
    while (at > line.begin && (line.text[at - 1] == ' ' || line.text[at - 1] == ',' || line.text[at - 1] == ':')) --at;
    const bool in_word = at == open.at && is_ascii_letter(line.next(close.at + close.size));  // Toys"R"Us
    return (at < open.at || in_word) && is_ascii_letter(line.previous(at));
  };
  for (std::size_t i = 0; i + 1 < quotes.size();)
    if (is_latin(*quotes[i], *quotes[i + 1])) quotes.erase(quotes.begin() + static_cast<std::ptrdiff_t>(i), quotes.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    else ++i;
}

/// ““老黄牛””: a quotation has its marks twice. One inside of another has single ones, so that neither is the other's.
void mend_doubled_quotes(const MarkLine& line, std::vector<Mark*>& quotes) {
  constexpr std::size_t kFour = 4;
  const auto touch = [](const Mark& a, const Mark& b) { return a.c == b.c && a.at + a.size == b.at; };
  for (std::size_t i = 0; i + kFour <= quotes.size();) {
    Mark &first = *quotes[i], &second = *quotes[i + 1], &third = *quotes[i + 2], &last = *quotes[i + 3];
    const bool doubled = first.c == U'“' && third.c == U'”' && touch(first, second) && touch(third, last);
    if (!doubled || line.next(last.at + last.size) == U'”' || line.previous(first.at) == U'“') {
      ++i;
      continue;
    }
    first.size += second.size;
    third.size += last.size;
    change(first, "“", Rule::punct_quote);
    change(third, "”", Rule::punct_quote);
    const auto begin = quotes.begin() + static_cast<std::ptrdiff_t>(i);
    quotes.erase(begin, begin + kFour);
  }
}

/// What stands between two quotations, and begins none: 等于, 而是, 的.
struct BetweenQuotations {
  explicit BetweenQuotations(const Rules::Tables& tables) : words(tables.compiled<WordTable>().beginnings("between-quotations")) {}
  PrefixIndex words;
};

/// “减轻”不等于“免除”, read as 减轻”不等于免除”: a closing quote may have lost its own partner.
bool closes_before_link(const MarkLine& line, const Mark& quote, const Rules& rules) {
  return quote.c == U'”' && rules.tables().compiled<BetweenQuotations>().words.find(line.text.substr(0, line.end), quote.at + quote.size);
}

}  // namespace

bool mend_quotes(const MarkLine& line, std::vector<Mark>& marks, const Rules& rules) {
  std::vector<Mark*> quotes;
  for (Mark& mark : marks)
    if (is_double_quote(mark.c)) quotes.push_back(&mark);
  leave_latin(line, quotes);
  mend_dateline_gaps(line, quotes, rules);
  mend_role_gaps(line, quotes, rules);
  mend_doubled_quotes(line, quotes);
  mend_touching_quotes(line, quotes);
  std::size_t opening = 0, closing = 0;
  bool ascii = false;
  for (const Mark* quote : quotes) {
    opening += quote->c == U'“';
    closing += quote->c == U'”';
    ascii |= quote->c == '"' || quote->c == U'＂';
  }
  if (!quotes.empty() && (quotes.size() % 2 != 0 || quotes[0]->c == U'”') && mend_gap(line, *quotes[0])) return false;
  const bool above = closing > 0 && !ascii && opens_above(line);
  if (closing > 0 && !ascii && !above && mend_gaps(line, quotes)) return false;
  if (quotes.size() % 2 != 0 || (!ascii && opening == closing && (above || !are_turned(line, quotes)))) return above;
  if (ascii && opening + closing == 0 &&
      !has_han(line.text.substr(line.begin, std::min<std::size_t>(line.end - line.begin, 600))))
    return above;
  if (!can_pair(line, quotes)) return above;
  for (std::size_t i = 0; i < quotes.size(); i += 2)
    if (closes_before_link(line, *quotes[i], rules)) return above;
  for (std::size_t i = 0; i < quotes.size(); ++i)
    if (quotes[i]->c != (i % 2 == 0 ? U'“' : U'”')) change(*quotes[i], i % 2 == 0 ? "“" : "”", Rule::punct_quote);
  return above;
}

}  // namespace jianbao
