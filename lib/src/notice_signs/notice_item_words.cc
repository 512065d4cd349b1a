#include "notice_signs/notice_item_words.h"

#include "notice_signs/word_uses.h"

namespace jianbao {

namespace {

constexpr WordUse<ItemWords, PrefixIndex> kLists[] = {
    {"lost", &ItemWords::lost}, {"issue", &ItemWords::issue}, {"part", &ItemWords::parts},
    {"unit", &ItemWords::units}, {"not-item", &ItemWords::not_items}, {"not-unit", &ItemWords::not_units},
    {"number", &ItemWords::numbers}, {"other-number", &ItemWords::other_numbers},
    {"issuer", &ItemWords::issuers}, {"issued", &ItemWords::issued}, {"price", &ItemWords::prices},
    {"possessive", &ItemWords::possessives}, {"kin", &ItemWords::kin}, {"vehicle", &ItemWords::vehicles},
    {"make", &ItemWords::makes}, {"sealed", &ItemWords::sealed}, {"find", &ItemWords::finds},
    {"sale", &ItemWords::sales}, {"not-sold", &ItemWords::not_sold}, {"sale-act", &ItemWords::acts},
    {"caused", &ItemWords::caused}, {"unclaimed", &ItemWords::unclaimed}, {"parcel", &ItemWords::parcels},
    {"estimate", &ItemWords::estimates}, {"equally", &ItemWords::equally}, {"skip-prefix", &ItemWords::skips},
    {"gap", &ItemWords::gaps}, {"separately", &ItemWords::separately},
    {"issuer-lead", &ItemWords::issuer_leads}, {"issuer-tail", &ItemWords::issuer_tails},
    {"serial", &ItemWords::serials}, {"longer", &ItemWords::longer}, {"after-digit", &ItemWords::after_digit},
    {"unplated", &ItemWords::unplated}, {"lot", &ItemWords::lots}, {"place", &ItemWords::places},
    {"origin", &ItemWords::origins}, {"per", &ItemWords::pers}, {"owned", &ItemWords::owned},
    {"thing-end", &ItemWords::thing_ends}, {"deed", &ItemWords::deeds},
    {"counterparty", &ItemWords::counterparties}, {"deed-number", &ItemWords::deed_numbers},
    {"echo", &ItemWords::echoes}, {"exchange", &ItemWords::exchanges}, {"finder", &ItemWords::finders}, {"handler", &ItemWords::handlers},
    {"sale-manner", &ItemWords::manners}, {"mishap", &ItemWords::mishaps},
    {"parcel-label", &ItemWords::parcel_labels}, {"each", &ItemWords::each},
    {"tax-number", &ItemWords::tax_numbers}, {"tax-paper", &ItemWords::tax_papers},
    {"paid", &ItemWords::paid}, {"some", &ItemWords::some}, {"detail", &ItemWords::details},
    {"account", &ItemWords::accounts}, {"sex", &ItemWords::sexes},
    {"not-after-digit", &ItemWords::not_after_digit}, {"address", &ItemWords::addresses},
    {"leading-unit", &ItemWords::leading_units}, {"tax", &ItemWords::taxes}, {"rank", &ItemWords::ranks}, {"road", &ItemWords::roads},
    {"no-road", &ItemWords::no_roads}, {"side", &ItemWords::sides}, {"house-number", &ItemWords::house_numbers},
    {"room", &ItemWords::rooms}, {"post-unit", &ItemWords::post_units}, {"hire", &ItemWords::hires}, {"no-post", &ItemWords::no_posts},
    {"identity", &ItemWords::identities}, {"content", &ItemWords::contents}, {"of", &ItemWords::ofs},
    {"taker", &ItemWords::takers}, {"their", &ItemWords::theirs}, {"void-act", &ItemWords::acts_of_void}, {"batch-code", &ItemWords::batch_codes}, {"own-number", &ItemWords::own_numbers}, {"school", &ItemWords::schools}, {"school-paper", &ItemWords::school_papers}, {"whose", &ItemWords::whose}};

}  // namespace

ItemWords::ItemWords(const Rules::Tables& tables) {
  const Table& items = tables.table("notice_items");
  for (const Table::Row& row : items.rows()) {
    for (std::string& word : split_cell(items.cell(row, "words"))) heads.add(std::move(word), kinds.size());
    kinds.push_back(items.cell(row, "kind"));
    persons_only.push_back(items.cell(row, "holder") == "person");
  }
  const Table& words = tables.table("notice_item_words");
  for (const Table::Row& row : words.rows()) {
    if (words.cell(row, "use") == "row") {
      in_rows = split_cell(words.cell(row, "words"));
      if (in_rows.size() != 3) throw RulesError(row.place + ": a row of losses takes three words");
      continue;
    }
    if (words.cell(row, "use") == "misread") {  // in pairs: what stands there, and what it is read for
      std::vector<std::string> pairs = split_cell(words.cell(row, "words"));
      if (pairs.size() % 2 != 0) throw RulesError(row.place + ": a misread word lacks the right one");
      for (std::size_t i = 0; i < pairs.size(); i += 2) misread.add(std::move(pairs[i])), meant.push_back(std::move(pairs[i + 1]));
      continue;
    }
    PrefixIndex* const list = list_of(*this, kLists, words.cell(row, "use"));
    if (!list) throw unknown_use(row, words.cell(row, "use"));
    for (std::string& word : split_cell(words.cell(row, "words"))) list->add(std::move(word));
  }
}

}  // namespace jianbao
