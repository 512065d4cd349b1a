#include "clean/characters.h"

#include <span>

#include "jianbao/rules.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_char(text, at);
  return out;
}

/// 公园|满园春色, 当作|崇高: a word of the text ends inside of the string, or begins there and goes on behind it.
bool is_parted_by_words(std::string_view text, Span string) {
  return word_across(text, {string.begin, string.begin}, kGoodWord) || word_across(text, {string.end, string.end}, kGoodWord);
}

}  // namespace

Lookalikes::Lookalikes(const Rules::Tables& tables) {
  const Table& table = tables.table("lookalikes");
  rows_.reserve(table.rows().size());
  for (const Table::Row& row : table.rows()) {
    const std::string_view wrong = table.cell(row, "example"), right = table.cell(row, "right");
    if (wrong.size() != right.size() || wrong.size() < 6) throw RulesError(row.place + ": the two strings differ in length");
    std::size_t at = 0;
    const char32_t first = next_char(wrong, at), second = next_char(wrong, at);
    filter_.set(hash(first, second));
    rows_.push_back({{std::string(wrong), std::string(right)}, decoded(table.cell(row, "not_after")), decoded(table.cell(row, "not_before"))});
  }
}

const Lookalikes::Found* Lookalikes::find(std::string_view text, std::size_t at, char32_t first, char32_t second) const {
  const Row* best = nullptr;
  if (!may_begin(first, second)) return best;
  const auto has = [](const std::u32string& set, char32_t c) { return set.find(c) != std::u32string::npos; };
  const char32_t left = at > 0 ? char_at(text, before(text, at)) : 0;
  for (const Row& row : rows_)
    if (text.substr(at, row.wrong.size()) == row.wrong && !has(row.not_after, left) &&
        !has(row.not_before, char_at(text, at + row.wrong.size())) && (!best || best->wrong.size() < row.wrong.size()))
      best = &row;
  return best && !is_parted_by_words(text, {at, at + best->wrong.size()}) ? best : nullptr;
}

CharacterMaps::CharacterMaps(const Rules::Tables& tables) {
  const std::u32string& both = tables.compiled<Guards>().both_scripts;
  for (const Table::Row& row : tables.table("traditional").rows()) {
    const std::u32string from = decoded(row.cells[0]), to = decoded(row.cells[1]);
    if (from.size() != to.size()) throw RulesError(row.place + ": not as many simplified as traditional characters");
    for (std::size_t i = 0; i < from.size(); ++i) {
      simplified_[from[i] & 0xFFFF] = to[i];
      if (both.find(to[i]) == std::u32string::npos) forms_[to[i] & 0xFFFF] = from[i];
    }
  }
  for (const Table::Row& row : tables.table("strays").rows()) strays_[first_char(row.cells[0]) & 0xFFFF] = first_char(row.cells[1]);
}

Watched::Watched(const Rules::Tables& tables) {
  const auto watch = [&](std::u32string_view characters, Kind kind) {
    for (const char32_t c : characters) {
      if (c >= kinds_.size()) continue;
      kinds_[c] = static_cast<std::uint8_t>(kinds_[c] | kind);
      for (CharBits& set : std::span(sets_).subspan(kind == misreading)) set.insert(c);
    }
  };
  const auto watch_rows = [&](std::string_view table, Kind kind) {
    for (const Table::Row& row : tables.table(table).rows()) watch(decoded(row.cells[0]), kind);
  };
  for (const Table::Row& row : tables.table("lookalikes").rows())
    if (const std::u32string wrong = decoded(row.cells[0]); wrong.size() > 1) watch({&wrong[1], 1}, second);
  watch_rows("confusables", confusable);
  for (const Table::Row& row : tables.table("misreadings").rows()) watch(decoded(row.cells[0]).substr(0, 1), misreading);
  watch_rows("traditional", mapped);
  watch_rows("strays", mapped);
  watch(U"Oo0○Ｏ", zero);
  watch(U"OolI\u3007", figure);  // and the zero of Han
  watch(U"一", stroke);
}

Guards::Guards(const Rules::Tables& tables) {
  const auto words = [&](std::string_view id) {
    for (const Table::Row& row : tables.table("guards").rows())
      if (row.cells[0] == id) return split_cell(row.cells[1]);
    throw RulesError("guards: no row '" + std::string(id) + "'");
  };
  const auto add_words = [&](WordList& list, std::string_view id) {
    for (std::string& word : words(id)) list.add(std::move(word));
  };
  add_words(organisation, "organisation");
  add_words(person_before, "person-before");
  add_words(person_called, "person-called");
  add_words(speaks_of_script, "speaks-of-script");
  for (std::string& name : words("family-of-japan")) family_of_japan.add(std::move(name));
  formula = words("formula");
  law_formula = words("law-formula");
  company = words("company");
  seat = words("seat");
  weekday = words("weekday");
  for (const auto* const list : {&seat, &weekday})
    for (const std::string& word : *list) first_of_alike.insert(first_char(word)), last_of_alike.insert(last_char(word));
  traditional_right = words("traditional-right");
  for (const std::string& form : words("forms-of-japan")) forms_of_japan.insert(form);
  known = words("known");
  both_right = words("both-right");
  for (const std::string& word : both_right) of_both_right.insert(word);
  for (const std::string& word : known) of_known.insert(word);
  counter = words("counter");
  latin_unit = words("latin-unit");
  between_scores = words("between-scores");
  behind_dash = words("behind-dash");
  const auto characters = [&](std::string_view id) {
    std::u32string all;
    for (const std::string& word : words(id)) all += decoded(word);
    return all;
  };
  place = characters("place");
  address = characters("address");
  listed_place = characters("listed-place");
  village = characters("village");
  both_scripts = characters("both-scripts");
  never_first = characters("never-first");
  const Table& surnames = tables.table("surnames");
  int rank = 0;
  for (const Table::Row& row : surnames.rows()) {
    if (surnames.cell(row, "length") != "1") continue;
    for (const char32_t c : decoded(surnames.cell(row, "names"))) surname_ranks_[c] = rank++;
  }
}

}  // namespace jianbao
