#include "continuation.h"

#include <charconv>
#include <string>
#include <vector>

#include "chars.h"
#include "lexicon.h"
#include "persons.h"
#include "prefix_index.h"
#include "tables.h"

namespace jianbao {
namespace {

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
  }

  PrefixIndex words;
  std::vector<double> odds;  ///< by row
};

double begin_odds(std::string_view tail, const Rules& rules) {
  const auto& begins = rules.tables().compiled<Begins>();
  if (const auto hit = begins.words.find(tail)) return begins.odds[hit.value];
  return surname_length(tail, rules) > 0 ? kSurname : kOther;
}

bool word_goes_across(std::string_view head, std::string_view tail) {
  std::size_t from = head.size(), to = 0;
  for (int n = 0; n < kLongestWord && from > 0; ++n) from = before(head, from);
  for (int n = 0; n < kLongestWord && to < tail.size(); ++n) next_char(tail, to);
  const std::size_t left = head.size() - from;
  const std::string seam = std::string(head.substr(from)) + std::string(tail.substr(0, to));
  return static_cast<bool>(word_across(seam, {left, left}, kGoodWord));
}

int open_quotes(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const char32_t c = next_char(text, at);
    depth += c == U'“' || c == U'「';
    depth -= c == U'”' || c == U'」';
  }
  return depth;
}

int quotes_between(std::string_view head, std::string_view tail) {
  const bool left = open_quotes(head) > 0, right = open_quotes(tail) < 0;
  return left && right ? 1 : left || right ? -1 : 0;
}

}  // namespace

Seam seam_between(std::string_view head, std::string_view tail, const Rules& rules) {
  return {begin_odds(tail, rules), word_goes_across(head, tail), static_cast<bool>(longest_word_at(tail, 0, kGoodWord)), quotes_between(head, tail)};
}

}  // namespace jianbao
