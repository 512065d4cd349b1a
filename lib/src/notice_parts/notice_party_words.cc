#include "notice_parts/notice_party_words.h"

#include <utility>

#include "notice_signs/word_uses.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// The uses of rows that are lists of words.
constexpr WordUse<PartyWords, WordList> kLists[] = {
    {"lead", &PartyWords::leads}, {"post", &PartyWords::posts}, {"skip", &PartyWords::skips},
    {"pronoun", &PartyWords::pronouns}, {"partner", &PartyWords::partners}, {"title", &PartyWords::titles},
    {"role", &PartyWords::roles}, {"closing", &PartyWords::closings}, {"loss", &PartyWords::losses},
    {"couple", &PartyWords::couples}, {"organ", &PartyWords::organs}, {"joint", &PartyWords::joints},
    {"et", &PartyWords::ets}, {"companion", &PartyWords::companions},
    {"shortening", &PartyWords::shortenings}, {"kin", &PartyWords::kin},
    {"legal-form", &PartyWords::legal_forms}, {"misread-loss", &PartyWords::misread_losses},
    {"cause", &PartyWords::causes}, {"dwelling", &PartyWords::dwellings}, {"foreign", &PartyWords::foreigns},
    {"witness", &PartyWords::witnesses}, {"count", &PartyWords::counts}, {"whole", &PartyWords::wholes},
    {"asked", &PartyWords::asked}, {"farewell", &PartyWords::farewells}, {"inviter", &PartyWords::inviters},
    {"following", &PartyWords::followings}, {"column", &PartyWords::columns},
    {"manager", &PartyWords::managers}, {"preposition", &PartyWords::prepositions}, {"by", &PartyWords::bys}, {"teller", &PartyWords::tellers},
    {"opening", &PartyWords::openings}, {"calling", &PartyWords::callings},
    {"address", &PartyWords::addresses}, {"foreign-firm", &PartyWords::foreign_firms},
    {"name-cut", &PartyWords::name_cuts}, {"nobody", &PartyWords::nobodies}, {"given", &PartyWords::given},
    {"given-end", &PartyWords::given_ends}, {"place", &PartyWords::places},
    {"placed-end", &PartyWords::placed_ends}, {"day-unit", &PartyWords::day_units}, {"counted", &PartyWords::counted},
    {"day-time", &PartyWords::day_times}, {"self", &PartyWords::selves}, {"action", &PartyWords::actions},
    {"deed", &PartyWords::deeds}, {"paper", &PartyWords::papers}, {"branch", &PartyWords::branches}, {"taker", &PartyWords::takers}, {"former", &PartyWords::formers}, {"wordlike-begin", &PartyWords::wordlike_begins}, {"bold-surname", &PartyWords::bold_surnames}, {"about", &PartyWords::abouts}, {"about-act", &PartyWords::about_acts}};

}  // namespace

PartyWords::PartyWords(const Rules::Tables& tables) {
  const Table& words = tables.table("notice_party_words");
  for (const Table::Row& row : words.rows()) {
    const std::string_view use = words.cell(row, "use");
    WordList* const list = list_of(*this, kLists, use);
    if (!list && use != "cut") throw unknown_use(row, use);
    for (std::string& word : split_cell(words.cell(row, "words"))) {
      if (list == &wordlike_begins)
        for (WordList* other : {&leads, &skips, &prepositions}) other->except(word);
      if (list)
        list->add(std::move(word));
      else
        cuts.add(word, row.place);
    }
  }
  const Table& table = tables.table("notice_parties");
  for (const Table::Row& row : table.rows()) {
    const std::string& id = row.cells.front();
    std::string_view pattern = table.cell(row, "pattern");
    const bool at_start = pattern.starts_with('^');
    if (at_start) pattern.remove_prefix(1);
    rows.push_back({id.substr(0, id.find('-')), at_start, Pattern(pattern, row.place)});
  }
}

std::size_t behind_branch(std::string_view text, std::size_t at, const PartyWords& words) {
  constexpr std::size_t kLongest = 8;  // characters
  if (at >= text.size() || fold(char_at(text, at)) != U'（') return at;
  std::size_t inside = at;
  next_char(text, inside);
  std::size_t close = inside;
  for (std::size_t n = 0; n < kLongest && is_han(char_at(text, close)); ++n) next_char(text, close);
  const std::string_view branch = text.substr(inside, close - inside);
  if (words.branches.suffix_of(branch) == 0 || words.branches.suffix_of(branch) == branch.size() || fold(char_at(text, close)) != U'）') return at;
  next_char(text, close);
  return close;
}

std::size_t behind_partner(std::string_view text, std::size_t at, const PartyWords& words) {
  if (at >= text.size() || fold(char_at(text, at)) != U'（') return at;
  if (const std::size_t branch = behind_branch(text, at, words); branch > at) return branch;
  std::size_t inside = at;
  next_char(text, inside);
  const std::size_t partner = words.partners.prefix_of(text.substr(inside));
  std::size_t close = inside + partner;
  if (partner == 0 || close >= text.size() || fold(next_char(text, close)) != U'）') return at;
  return close;
}

}  // namespace jianbao
