#include "clean/quotes.h"

#include <algorithm>
#include <array>
#include <string>

#include "clean/clean_pass.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_left_out(const std::vector<Mark*>& left_out, const Mark* quote) { return std::find(left_out.begin(), left_out.end(), quote) != left_out.end(); }

/// Whether a quote can open or close where it stands.
bool can_open(const MarkLine& line, const Mark& mark) {
  const Side right = side_of(line.next(mark.at + mark.size));
  return right == Side::han || right == Side::digit || right == Side::latin || right == Side::opening;
}

bool can_close(const MarkLine& line, const Mark& mark) {
  const char32_t left = line.previous(mark.at);
  const Side side = side_of(left);
  return side != Side::edge && side != Side::opening && left != U'：' && left != ':' && left != ' ';
}

/// Marks of a pair, and what is said of one that has no partner.
struct Kind {
  char32_t open, close;
  Rule rule;
  std::string_view message;
};
constexpr std::array<Kind, 4> kKinds = {{{U'“', U'”', Rule::punct_quote, "a quotation mark that pairs with none"},
                                         {U'《', U'》', Rule::punct_title, "a title mark that pairs with none"},
                                         {U'〈', U'〉', Rule::punct_title, "a title mark that pairs with none"},
                                         {U'（', U'）', Rule::punct_bracket, "a bracket that pairs with none"}}};

/// 1）, 一）, （3)、a）: behind a label of a few characters a bracket needs no other one.
bool is_of_label(std::string_view text, const ScannedLine& line, std::size_t at) {
  constexpr std::size_t kMost = 3;  // characters
  std::size_t count = 0, begin = at;
  for (; begin > line.begin && count <= kMost; ++count) {
    const char32_t c = char_at(text, before(text, begin));
    if (!is_digit(c) && !is_ascii_letter(c) && !is_cn_numeral(c) && !is_circled_digit(c)) break;
    begin = before(text, begin);
  }
  return count > 0 && count <= kMost;
}

/// A line of a page by the marks of a kind that it has.
struct QuotedLine {
  std::size_t number;  ///< of the line
  std::vector<Mark> quotes;
};

using LinesOfKinds = std::array<std::vector<QuotedLine>, kKinds.size()>;

/// Whether the last round bracket of a line so far opens.
bool is_in_bracket(const LinesOfKinds& found, std::size_t line) {
  const std::vector<QuotedLine>& lines = found.back();
  return !lines.empty() && lines.back().number == line && lines.back().quotes.back().c == U'（';
}

LinesOfKinds find_quotes(std::string_view text, const CleanScan& scan) {
  LinesOfKinds found;
  for (std::size_t n = 0; n < scan.lines().size(); ++n) {
    const ScannedLine& line = scan.lines()[n];
    if (!(line.has & ScannedLine::unpaired)) continue;
    for (std::size_t at = line.begin; (at = skip_han(text, at, line.end)) < line.end;) {
      const std::size_t begin = at;
      char32_t c = next_char(text, at);
      if (c == '(' || c == ')') c = fold(c);  // OCR may have read one of the two narrow
      if (c == U'）' && is_of_label(text, line, begin) && !is_in_bracket(found, n)) continue;
      for (std::size_t kind = 0; c >= 0x80 && kind < kKinds.size(); ++kind) {
        if (c != kKinds[kind].open && c != kKinds[kind].close) continue;
        std::vector<QuotedLine>& lines = found[kind];
        if (lines.empty() || lines.back().number != n) lines.push_back({n, {}});
        lines.back().quotes.push_back({begin, at - begin, c});
      }
    }
  }
  return found;
}

/// Whether the paragraph behind a line opens anew the quotation that the line leaves open.
bool is_opened_again(std::string_view text, const CleanScan& scan, const Kind& kind, const QuotedLine& line) {
  for (std::size_t n = line.number + 1; n < scan.lines().size(); ++n) {
    const ScannedLine& behind = scan.lines()[n];
    std::size_t at = behind.begin;
    while (at < behind.end && is_space(char_at(text, at))) next_char(text, at);
    if (at < behind.end) return char_at(text, at) == kind.open;
  }
  return false;
}

/// Whether the next line that has quotes, and is close by, closes first.
bool is_closed_below(std::string_view text, const CleanScan& scan, const Kind& kind, const QuotedLine& line, const QuotedLine& next) {
  constexpr std::size_t kFarthest = 30;  // lines
  if (next.quotes.front().c != kind.close || next.number > line.number + kFarthest) return false;
  const std::size_t begin = scan.lines()[line.number].end;
  std::string open;
  append_char(open, kind.open);
  return text.substr(begin, scan.lines()[next.number].begin - begin).find(open) == std::string_view::npos;
}

}  // namespace

bool can_pair(const MarkLine& line, const std::vector<Mark*>& quotes) {
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const bool opens = i % 2 == 0;
    if (quotes[i]->c == (opens ? U'“' : U'”')) continue;
    if (!(opens ? can_open(line, *quotes[i]) : can_close(line, *quotes[i]))) return false;
  }
  return quotes.size() % 2 == 0;
}

void mend_touching_quotes(const MarkLine& line, std::vector<Mark*>& quotes) {
  std::vector<Mark*> extra, rest;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const bool touches = i > 0 && quotes[i - 1]->c == quotes[i]->c && quotes[i - 1]->at + quotes[i - 1]->size == quotes[i]->at && !is_left_out(extra, quotes[i - 1]);
    (touches ? extra : rest).push_back(quotes[i]);
  }
  if (extra.empty() || rest.size() % 2 != 0 || (!find_strays(rest).empty() && !(are_turned(line, rest) && can_pair(line, rest)))) return;
  for (Mark* const quote : rest) {
    const bool doubled = std::any_of(extra.begin(), extra.end(), [&](const Mark* other) { return other->at == quote->at + quote->size; });
    if (!doubled) continue;
    quote->size *= 2;
    quote->after = quote->c == U'“' ? "“" : "”";
    quote->rule = Rule::punct_quote;
  }
  quotes = std::move(rest);
}

bool are_turned(const MarkLine& line, const std::vector<Mark*>& quotes) {
  if (find_strays(quotes).empty()) return false;
  return std::any_of(quotes.begin(), quotes.end(), [&](const Mark* quote) {
    const char32_t left = line.previous(quote->at), right = line.next(quote->at + quote->size);
    return quote->c == U'“' ? is_stop(right) || is_pause(right) || right == U'：' || right == U'；' || right == U'，' || right == U'）' : left == U'：' || left == U'（';
  });
}

void doubt_quotes(const CleanContext& context, const CleanScan& scan, Page& page) {
  if (!scan.any(ScannedLine::unpaired)) return;
  LinesOfKinds of_kinds = find_quotes(page.text, scan);
  for (std::size_t n = 0; n < kKinds.size(); ++n) {
    const Kind& kind = kKinds[n];
    std::vector<QuotedLine>& lines = of_kinds[n];
    if (!context.on.has(kind.rule)) continue;
    bool open = false;  // a line above left one open, and this one may close it
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::vector<Mark*> quotes;
      for (Mark& quote : lines[i].quotes) quotes.push_back(&quote);
      std::vector<Mark*> strays = find_strays(quotes, kind.open);
      if (open && quotes.front()->c == kind.close) std::erase(strays, quotes.front());
      const bool stays_open = quotes.back()->c == kind.open;
      open = stays_open && i + 1 < lines.size() && is_closed_below(page.text, scan, kind, lines[i], lines[i + 1]);
      if (stays_open && !open && !is_opened_again(page.text, scan, kind, lines[i])) strays.push_back(quotes.back());
      std::erase_if(strays, [](const Mark* stray) { return stray->size == 1; });  // :) of ASCII
      for (const Mark* const stray : strays) page.doubts.push_back({std::string(name_of(kind.rule)), {stray->at, stray->at + stray->size}, std::string(kind.message)});
    }
  }
}

}  // namespace jianbao
