#include "clean/join_ends.h"

#include <algorithm>
#include <optional>
#include <string>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::string_view kStop = "。", kWideSpace = "\u3000";
constexpr std::size_t kLongestNote = 8;  // printed lines

/// 方小禾, 方　禾 as print sets it wide, or whoever stands behind 记者.
bool ends_with_author(const JoinPage& page, std::string_view text) {
  const auto word_begin = [&](std::size_t end) {
    while (end > 0 && (is_han(char_at(text, before(text, end))) || char_at(text, before(text, end)) == U'·')) end = before(text, end);
    return end;
  };
  const std::size_t word = word_begin(text.size());
  const std::size_t wide = word > 0 ? word_begin(before(text, word)) : 0;
  const auto is_author = [&](std::string_view who) { return is_person(who, page.rules) || is_sounded(who, page.rules) || is_organisation(who, page.rules) || page.ends().author.find(who) > 0; };
  return is_author(text.substr(word)) || is_author(text.substr(wide)) || page.ends().author.find(trim(text.substr(0, word))) > 0;
}

/// A date in figures or in words begins so.
bool is_day_begin(char32_t c) { return is_digit(c) || is_cn_numeral(c); }

/// 2019年11月4日 and nothing else.
bool is_day(std::string_view text) {
  const auto date = parse_date(text);
  return date && date->begin == 0 && date->end == text.size();
}

/// 云溪县…, 和田市…: the name of a place in two characters or more stands at the begin.
bool begins_with_place(const JoinPage& page, std::string_view name) {
  constexpr std::size_t kFirst = 2, kLast = 5;  // characters before its last one
  std::size_t at = 0;
  for (std::size_t n = 0; n <= kLast && at < name.size(); ++n, next_char(name, at))
    if (const auto rank = n >= kFirst ? page.ends().rank.find(name, at) : PrefixIndex::Hit{}) return at + rank.bytes < name.size();
  return false;
}

int bracket(char32_t c) { return c == U'（' ? 1 : c == U'）' ? -1 : 0; }

/// How many brackets of a note that lines up to `i` hold are open; none where they hold no such note, or more than it.
std::optional<int> note_depth(const JoinPage& page, std::size_t i) {
  const std::size_t begin = page.paragraph_begin(i, kLongestNote);
  if (fold(page.lines[begin].first) != U'（') return {};
  int depth = 0;
  for (std::size_t n = begin; n <= i; ++n)
    for (std::size_t at = page.lines[n].begin; at < page.lines[n].end;) {
      if (depth == 0 && at > page.lines[begin].begin) return {};  // most: （一）…
      depth += bracket(fold(next_char(page.text, at)));
    }
  return page.start(page.lines[begin]) == Start::titled ? std::optional(depth) : std::nullopt;
}

std::string_view behind_bracket(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_closing(next_char(text, at))) return text.substr(at);
  return {};
}

}  // namespace

bool is_page_number(std::string_view text) {
  constexpr std::size_t kMost = 5;  // characters
  std::size_t count = 0, numbers = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const char32_t c = next_char(text, at);
    const bool number = is_ascii_digit(c) || is_cn_numeral(c) || is_circled_digit(c);
    numbers += number;
    const bool begins = count == 0 && (c == U'第' || is_ascii_letter(c)), ends = at == text.size() && c == U'版';
    if (!number && !begins && !ends) return false;
  }
  return numbers > 0 && count <= kMost;
}

bool leads_to_page(const JoinPage& page, const PrintedLine& line) {
  constexpr std::string_view kDots = "……";
  if (line.last != U'版' && !is_ascii_digit(line.last) && !is_circled_digit(line.last)) return false;  // most lines
  const std::string_view text = page.view(line);
  const std::size_t dots = text.rfind(kDots);
  return dots != std::string_view::npos && dots > 0 && is_page_number(trim(text.substr(dots + kDots.size())));
}

bool ends_story(const JoinPage& page, const PrintedLine& line) {
  const std::string_view text = page.view(line);
  if (page.ends().story.find(text) > 0) return true;
  const std::string_view who = text.substr(0, text.size() - page.ends().credit.find(text));
  const char32_t mark = last_char(who);
  const bool apart = who.size() < text.size() && (is_space(mark) || mark == '/' || mark == U'／');
  return apart && ends_with_author(page, trim(who.substr(0, before(who, who.size()))));
}

bool ends_signed(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kLongest = 3 * 16;  // bytes
  constexpr std::size_t kWhole = 3;         // characters of a name
  const PrintedLine& line = page.lines[i];
  if (!line.stop || !page.is_between_han(i)) return false;
  const std::string_view text = page.view(line);
  const std::size_t stop = text.rfind(kStop);
  if (stop == std::string_view::npos || text.size() - stop > kLongest) return false;
  const std::string_view last = trim(text.substr(stop + kStop.size()));
  if (const std::size_t farewell = page.ends().farewell.find(last); farewell > 0 && farewell < last.size()) return true;
  std::size_t at = page.ends().signing.find(last).bytes;
  if (at == 0 || at >= last.size() || fold(next_char(last, at)) != U'：') return false;
  const std::string_view name = trim(last.substr(at));
  return count_chars(name) >= kWhole && is_person(name, page.rules);
}

bool ends_notice_of_loss(const JoinPage& page, std::size_t i) {
  if (!page.is_between_han(i) || page.ends().declared_void.find(page.view(page.lines[i])) == 0) return false;
  const auto tells_of_loss = [&](std::string_view text) {
    return std::any_of(page.ends().loss.begin(), page.ends().loss.end(), [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
  };
  return tells_of_loss(page.view(page.next(i))) || (page.next(i).blanks > 0 && tells_of_loss(page.view(page.lines[i])));
}

bool ends_with_source(const JoinPage& page, const PrintedLine& line) {
  constexpr std::size_t kLongest = 3 * 8;  // bytes
  constexpr std::string_view kDash = "——";
  if (!line.stop || (!is_han(line.last) && line.last != U'》')) return false;
  std::string_view text = page.view(line);
  text.remove_prefix(text.size() - std::min(text.size(), kLongest + 2 * kDash.size()));
  if (text.find(kDash[0]) == std::string_view::npos) return false;  // most lines
  const std::size_t dash = text.rfind(kDash);
  if (dash == std::string_view::npos || dash == 0 || !is_stop(last_char(text.substr(0, dash)))) return false;
  const std::string_view who = text.substr(dash + kDash.size());
  return is_person(who, page.rules) || (first_char(who) == U'《' && line.last == U'》');
}

bool signs_below(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kNumber = 7, kLeast = 3 * 5, kLines = 1;  // figures of the shortest number; bytes of a name; that an office may have before its last one
  const std::string_view line = page.view(page.lines[i]), name = page.view(page.next(i));
  if (name.size() < kLeast || !all_han(name)) return false;
  const bool signs = page.ends().office.find(name) > 0;
  if (!signs && page.ends().notice.find(name) == 0) return false;  // most lines
  std::size_t begin = line.size();
  while (begin > 0 && is_ascii_digit(static_cast<unsigned char>(line[begin - 1]))) --begin;
  if (begin < line.size()) return signs && line.size() - begin >= kNumber;
  if (page.ends().office.find(line) == 0) return false;
  const std::size_t first = page.paragraph_begin(i, kLines);
  return (first == 0 || !page.lines[first - 1].goes_on) && all_han(page.view(page.lines[first])) && all_han(line);
}

bool is_aside(const JoinPage& page, std::size_t i) {
  constexpr int kWidest = 2 * 20;
  const PrintedLine& line = page.lines[i];
  if (fold(line.first) != U'（' || fold(line.last) != U'）' || line.even_width > kWidest || line.width < line.even_width) return false;
  return (page.measures.is_wrapped() || page.measures.indented()) && last_bracket(page.view(line)) == 0;
}

bool is_signature(const JoinPage& page, const PrintedLine& line) {
  constexpr int kParagraph = 2;  // characters of the usual indent
  return line.indent > 2 * kParagraph && fold(line.first) == U'（' && fold(line.last) == U'）' && last_bracket(page.view(line)) == 0;
}

bool ends_like_signature(const JoinPage& page, std::string_view text) {
  constexpr std::size_t kLeast = 4, kMost = 20;  // characters
  const SuffixIndex& office = page.ends().office;
  if (!office.may_end(last_char(text))) return false;
  const std::size_t stop = text.rfind("。");
  if (stop == std::string_view::npos) return false;
  std::string_view name = trim(text.substr(stop + 3));
  if (is_opening(first_char(name))) name = behind_bracket(name);
  const std::size_t chars = count_chars(name);
  return chars >= kLeast && chars <= kMost && all_han(name) && office.find(name) > 0;
}

bool signs_over_heading(const JoinPage& page, std::size_t i) {
  constexpr std::size_t kLeast = 4;  // characters of a heading; a person may sign below an organisation
  constexpr char32_t kPause = U'、';
  const PrintedLine& following = page.next(i);
  if (following.stop || !is_han(following.first) || !is_han(following.last) || !ends_like_signature(page, page.view(page.lines[i]))) return false;
  const std::string_view heading = page.view(following);
  for (std::size_t at = 0; at < heading.size();)
    if (const char32_t c = next_char(heading, at); !is_han(c) && c != kPause) return false;
  return count_chars(heading) >= kLeast && page.ends().office.find(heading) == 0 && page.ends().farewell.find(heading) == 0 && !page.is_full(i + 1);
}

bool ends_with_name_and_day(const JoinPage& page, const PrintedLine& line) {
  if (!line.row || !is_han(line.last)) return false;
  const std::string_view text = page.view(line);
  const std::size_t gap = text.rfind(kWideSpace);
  if (gap == std::string_view::npos) return false;
  const std::string_view day = text.substr(gap + kWideSpace.size());
  return is_day(day) && is_organisation(trim(text.substr(0, gap)), page.rules);
}

bool is_over_signature(const JoinPage& page, std::size_t i) {
  constexpr int kLeast = 2 * 5;  // half characters
  if (i + 2 >= page.lines.size() || !is_day_begin(page.lines[i + 2].first) || !(page.lines[i].comma || page.lines[i].stop)) return false;  // most lines
  const PrintedLine& following = page.next(i);
  const std::string_view name = page.view(following);
  if (following.comma || following.stop || following.even_width < kLeast || !all_han(name)) return false;
  return is_day(page.view(page.lines[i + 2])) && begins_with_place(page, name) && is_organisation(name, page.rules);
}

bool signs_over_day(const JoinPage& page, std::size_t i) {
  const PrintedLine& line = page.lines[i];
  if (i == 0 || !is_digit(page.next(i).first) || line.comma || line.stop || !page.next(i).comma || !page.ends_sentence(page.lines[i - 1])) return false;  // most lines
  const std::string_view following = page.view(page.next(i));
  const auto day = parse_date(following);
  if (!day || day->begin > 0 || fold(char_at(following, day->end)) != U'，') return false;
  std::string name(page.view(line));
  std::erase(name, ' ');
  return all_han(name) && begins_with_place(page, name) && is_organisation(name, page.rules);
}

bool has_tail(std::string_view text) {
  bool dash = false;  // at the beginning of what was passed
  for (std::size_t at = text.size(); at > 0;) {
    at = before(text, at);
    const char32_t c = fold(char_at(text, at));
    if (is_space(c)) return true;
    if (is_closing(c)) return dash;
    if (c == U'。' || c == U'，' || c == U'、') return false;
    dash = c == U'—';
  }
  return false;
}

bool ends_note(const JoinPage& page, std::size_t i) { return fold(page.lines[i].last) == U'）' && note_depth(page, i) == 0; }

bool begins_sentence_of_note(const JoinPage& page, std::size_t i) { return page.ends().preamble.find(page.view(page.lines[i])) && note_depth(page, i - 1).value_or(0) > 0; }

bool note_goes_on(const JoinPage& page, std::size_t i) {
  if (page.next(i).blanks > 0) return false;
  int depth = note_depth(page, i).value_or(0);
  for (std::size_t n = i + 1; depth > 0 && n < page.lines.size() && n < i + kLongestNote; ++n) {
    if (page.lines[n].blanks > 0 || page.lines[n].stop || page.lines[n].first == '#') return false;
    for (std::size_t at = page.lines[n].begin; at < page.lines[n].end;) {
      depth += bracket(fold(next_char(page.text, at)));
      if (depth == 0) return at == page.lines[n].end;
    }
  }
  return false;
}

}  // namespace jianbao
