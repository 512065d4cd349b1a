#include "clean/continuation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "names/persons.h"
#include "tables/prefix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::u32string_view kPowers = U"\u5341\u767E\u5343\u4E07\u4EBF\u842C\u5104";  // of ten, in either script
constexpr double kSurname = 0.3, kOther = -0.4;  // of what stands in no row of begins.tsv, counted like it

struct Begins {
  explicit Begins(const Rules::Tables& tables) {
    const Table& table = tables.table("begins");
    for (const Table::Row& row : table.rows()) {
      const std::string& cell = table.cell(row, "odds");
      double value = 0;
      const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      if (read.ec != std::errc() || read.ptr != cell.data() + cell.size()) throw RulesError(row.place + ": '" + cell + "' is no number");
      for (std::string& word : split_cell(table.cell(row, "words"))) words.add(std::move(word), odds.size());
      odds.push_back(value);
    }
    units = tables.compiled<WordTable>().beginnings("unit");
    for (const std::string& word : tables.compiled<WordTable>().list("unfinished")) unfinished.add(word);
  }

  PrefixIndex words, units;
  WordList unfinished;       ///< what no sentence ends with
  std::vector<double> odds;  ///< by row
};

/// The logarithm of how likely a word is among all words; a character that is no word by itself is the rarest of all.
double likelihood(int frequency) {
  constexpr double kStep = 0.1733, kAllWords = 103.4;  // a quarter of ln 2; the words of the lexicon together, in steps of Word
  return kStep * (frequency - kAllWords);
}

constexpr int kRare = 7;  // words of two characters or more that were counted less than three times explain too much

/// Calls `take` with the characters of each word of `text` at `at` and how likely it is.
template <class Take>
void each_word(std::string_view text, std::size_t at, Take take) {
  bool single = false;
  for (WordsAt words(text, at); const Word word = words.next();) {
    const std::size_t length = count_chars(text.substr(at, word.at.end - at));
    single |= length == 1;
    if (length == 1 || word.frequency >= kRare) take(length, likelihood(word.frequency));
  }
  if (!single) take(1, likelihood(0));
}

constexpr double kImpossible = -1e9;

/// The Han that the text ends with, up to SeamEdge::kReach.
std::string_view last_han(std::string_view text) {
  std::size_t from = text.size();
  for (std::size_t n = 0; n < SeamEdge::kReach && from > 0 && is_han(char_at(text, before(text, from))); ++n) from = before(text, from);
  return text.substr(from);
}

std::string_view first_han(std::string_view text) {
  std::size_t to = 0;
  for (std::size_t n = 0; n < SeamEdge::kReach && to < text.size() && is_han(char_at(text, to)); ++n) next_char(text, to);
  return text.substr(0, to);
}

constexpr std::size_t kModelReach = 12;  // characters on each side of a tear

/// Of the first characters of a text, its marks as Chinese has them; without spaces.
WordRows rows_of(std::string_view text) {
  std::array<char32_t, kModelReach> chars;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < chars.size();)
    if (const char32_t c = fold(next_char(text, at)); !is_space(c)) chars[count++] = c;
  return WordRows({chars.data(), count});
}

/// Where each character begins, and the end.
using Places = std::array<std::size_t, SeamEdge::kReach + 1>;
Places places_of(std::string_view text) {
  Places places{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) next_char(text, at), places[++count] = at;
  return places;
}

/// An edge of which only this is known: that no characters cost nothing.
SeamEdge edge_of(std::string_view chars) {
  SeamEdge edge;
  edge.chars = chars;
  edge.count = count_chars(chars);
  edge.odds.fill(kImpossible);
  edge.odds[edge.count] = 0;
  return edge;
}

/// Words from the left: the best that the first characters make.
SeamEdge edge_before(std::string_view text) {
  SeamEdge edge = edge_of(last_han(text));
  const Places places = places_of(edge.chars);
  for (std::size_t i = 0; i < edge.count; ++i)
    each_word(edge.chars, places[i], [&](std::size_t length, double likely) {
      double& odds = edge.odds[edge.count - i - length];
      odds = std::max(odds, edge.odds[edge.count - i] + likely);
    });
  return edge;
}

/// Words from the right: the best that the last characters make.
SeamEdge edge_behind(std::string_view text) {
  SeamEdge edge = edge_of(first_han(text));
  const Places places = places_of(edge.chars);
  for (std::size_t i = edge.count; i-- > 0;)
    each_word(edge.chars, places[i], [&](std::size_t length, double likely) {
      if (likely + edge.odds[i + length] <= edge.odds[i]) return;
      edge.odds[i] = likely + edge.odds[i + length];
      edge.next_word = length;
    });
  return edge;
}

/// word_torn() of both sides; what their words are is asked for where a word goes across the tear, which few do.
template <class Head, class Tail>
double word_torn(const TornWords& torn, std::string_view behind, Head head_edge, Tail tail_edge) {
  constexpr double kMost = 12;  // a longer word says no more
  double best = 0;
  for (const auto& [left, open] : torn.all())
    for (WordsAt words = open.going_on_in(behind); const Word word = words.next();) {
      if (word.frequency < kRare) continue;
      const SeamEdge &head = head_edge(), &tail = tail_edge();
      const std::size_t right = count_chars(behind.substr(0, word.at.end));
      const double across = head.odds[left] + likelihood(word.frequency) + tail.odds[right];
      best = std::max(best, across - head.odds[0] - tail.odds[0]);
    }
  return std::min(best, kMost);
}

/// Whether the words before the first mark end with one of saying, and somebody stands before it: 说：“… goes on where 她 breaks off.
bool says(std::string_view tail, const Rules& rules) {
  constexpr int kLongestClause = 30;
  std::size_t at = 0;
  for (int n = 0; n < kLongestClause && at < tail.size(); ++n) {
    const std::size_t mark = at;
    const char32_t c = fold(next_char(tail, at));
    if (is_han(c) || is_digit(c) || is_letter(c)) continue;
    if (c != U'，' && c != U'：') return false;
    const std::string_view clause = tail.substr(0, mark);
    const auto& words = rules.tables().compiled<WordTable>().list("says");
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return clause.size() > word.size() && clause.ends_with(word); });
  }
  return false;
}

/// 0分, .2, ％
bool goes_on_in_figure(std::string_view tail) {
  const char32_t first = first_char(tail);
  if (is_digit(first) || first == '%' || first == U'％') return true;
  return first == '.' && tail.size() > 1 && is_digit(char_at(tail, 1));
}

/// 把琴, 年，: not 年轻的.
bool begins_with_unit(std::string_view tail, const SeamEdge& edge, const Rules& rules) {
  if (!rules.tables().compiled<Begins>().units.find(tail)) return false;  // most tails
  const auto& words = rules.tables().compiled<WordTable>().list("unit");
  const auto is_first = [&](const std::string& word) { return tail.starts_with(word) && (edge.next_word == 0 || edge.next_word == count_chars(word)); };
  return std::any_of(words.begin(), words.end(), is_first);
}

bool is_unfinished(std::string_view head, const Rules& rules) { return rules.tables().compiled<Begins>().unfinished.suffix_of(head) > 0; }

enum Pair : std::size_t { kQuotation, kBracket, kTitle, kHeading };  // “” （） 《》 【】

/// Of each pair those that the text leaves open, and those that it closes without having
/// opened them.
struct OpenPairs {
  std::array<int, 4> left{}, closed{};

  void open(std::size_t pair) { ++left[pair]; }
  void close(std::size_t pair) {
    if (left[pair] > 0) --left[pair];
    else ++closed[pair];
  }
};

OpenPairs open_pairs(std::string_view text) {
  OpenPairs pairs;
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) switch (fold(next_char(text, at))) {
      case U'“': case U'「': pairs.open(kQuotation); break;
      case U'”': case U'」': pairs.close(kQuotation); break;
      case U'（': pairs.open(kBracket); break;
      case U'）': pairs.close(kBracket); break;
      case U'《': pairs.open(kTitle); break;
      case U'》': pairs.close(kTitle); break;
      case U'【': pairs.open(kHeading); break;
      case U'】': pairs.close(kHeading); break;
      default: break;
    }
  return pairs;
}

}  // namespace

double begin_odds(std::string_view tail, const Rules& rules) {
  const auto& begins = rules.tables().compiled<Begins>();
  if (const auto hit = begins.words.find(tail)) return begins.odds[hit.value];
  return surname_length(tail, rules) > 0 ? kSurname : kOther;
}

SeamHead seam_head(std::string_view text, const Rules& rules) {
  const char32_t last = last_char(text);
  const bool figure = is_digit(last) || ((last == '.' || last == U'．') && text.size() > 1 && is_digit(last_char(text.substr(0, before(text, text.size())))));  // 铺装2.⏎1万平方米
  return {edge_before(text), is_unfinished(text, rules), figure, figure || is_cn_numeral(last), kPowers.find(last) != kPowers.npos, open_pairs(text).left, TornWords(text)};
}

SeamTail seam_tail(std::string_view text, const Rules& rules) {
  const SeamEdge edge = edge_behind(text);
  return {edge, begin_odds(text, rules), goes_on_in_figure(text), begins_with_unit(text, edge, rules), is_cn_numeral(first_char(text)), says(text, rules), open_pairs(text).closed};
}

WordRows rows_before(std::string_view head) {
  std::size_t from = head.size();
  for (std::size_t n = 0; n < kModelReach && from > 0; ++n) from = before(head, from);
  return rows_of(head.substr(from));
}

RowsBehind rows_behind(std::string_view tail) { return RowsBehind(rows_of(tail)); }

TornWords::TornWords(std::string_view text) {
  const std::string_view han = last_han(text);
  std::size_t begin = han.size();
  for (std::size_t left = 1; begin > 0; ++left) {
    begin = before(han, begin);
    WordsAt words(han, begin);
    if (words.read_all()) open_[count_++] = {left, words};
  }
}

double word_torn(const SeamHead& head, const SeamTail& tail) {
  return word_torn(
      head.words, tail.edge.chars, [&]() -> const SeamEdge& { return head.edge; }, [&]() -> const SeamEdge& { return tail.edge; });
}

double word_torn(std::string_view head, std::string_view tail) {
  return word_torn(
      TornWords(head), tail, [&] { return edge_before(head); }, [&] { return edge_behind(tail); });
}

double continuation_odds(const SeamHead& head, std::string_view tail, const Rules& rules) { return SharedTail(tail, rules).continues(head); }

double SharedTail::begins() {
  if (!begins_) begins_ = begin_odds(text_, rules_);
  return *begins_;
}

double SharedTail::continues(const SeamHead& head) {
  // Fitted on 12,000 pairs, half of them torn at random from one paragraph, half of an end and a strange paragraph's begin.
  constexpr double kBegins = -1.15, kWordTorn = 1.4, kUnfinished = 0.85;
  if (head.figure && goes_on_in_figure(text_)) return kFigureTorn;
  const auto edge = [&]() -> const SeamEdge& {
    if (!edge_) edge_ = edge_behind(text_);
    return *edge_;
  };
  const double torn = word_torn(
      head.words, text_, [&]() -> const SeamEdge& { return head.edge; }, edge);
  return kBegins * begins() + kWordTorn * torn + kUnfinished * head.unfinished;
}

bool leaves_quote_open(std::string_view text) { return open_pairs(text).left[kQuotation] > 0; }

bool leaves_pair_open(std::string_view text) {
  const OpenPairs pairs = open_pairs(text);
  return std::any_of(pairs.left.begin(), pairs.left.end(), [](int left) { return left > 0; });
}

bool leaves_bracket_open(std::string_view text) { return open_pairs(text).left[kBracket] > 0; }
bool ends_strange_bracket(std::string_view text) { return open_pairs(text).closed[kBracket] > 0; }

bool has_half_quotation(std::string_view text) {
  const OpenPairs pairs = open_pairs(text);
  return pairs.left[kQuotation] > 0 || pairs.closed[kQuotation] > 0;
}

int quotes_between(const SeamHead& head, const SeamTail& tail) {
  int both = 0, one = 0;
  for (std::size_t pair = 0; pair < head.left_open.size(); ++pair) {
    const bool left = head.left_open[pair] > 0, right = tail.closed[pair] > 0;
    both += left && right;
    one += left != right;
  }
  return one > 0 ? -1 : both > 0 ? 1 : 0;
}

}  // namespace jianbao
