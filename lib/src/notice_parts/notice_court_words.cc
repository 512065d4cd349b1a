#include "notice_parts/notice_court_words.h"

#include <utility>

#include "notice_signs/word_uses.h"

namespace jianbao {
namespace {

constexpr WordUse<CourtWords, SuffixIndex> kEnds[] = {
    {"court", &CourtWords::courts}, {"elsewhere", &CourtWords::elsewhere}, {"limit", &CourtWords::limits}, {"realm", &CourtWords::realms},
    {"works", &CourtWords::works},  {"room", &CourtWords::rooms},          {"road", &CourtWords::roads},   {"no-road", &CourtWords::no_roads}, {"no-spot", &CourtWords::no_spots}};
constexpr WordUse<CourtWords, PrefixIndex> kBegins[] = {{"inside", &CourtWords::inside}, {"code", &CourtWords::codes}, {"no-work", &CourtWords::no_works}};
constexpr WordUse<CourtWords, std::vector<std::string>> kAnywhere[] = {
    {"court", &CourtWords::names}, {"contract", &CourtWords::contracts}, {"case-label", &CourtWords::case_labels}, {"code-part", &CourtWords::code_parts}, {"code-begin", &CourtWords::code_begins}};

}  // namespace

CourtWords::CourtWords(const Rules::Tables& tables) {
  const Table& table = tables.table("notice_court_words");
  for (const Table::Row& row : table.rows()) {
    const std::string& use = table.cell(row, "use");
    SuffixIndex* const ends = list_of(*this, kEnds, use);
    PrefixIndex* const begins = list_of(*this, kBegins, use);
    std::vector<std::string>* const anywhere = list_of(*this, kAnywhere, use);
    const bool province = use == "province";
    if (!ends && !begins && !anywhere && !province) throw unknown_use(row, use);
    for (const std::string& word : split_cell(table.cell(row, "words"))) {
      if (ends) ends->add(word);
      if (begins) begins->add(word);
      if (anywhere) anywhere->push_back(word);
      if (province) provinces.add(word), abbreviations.push_back(table.cell(row, "id"));
    }
  }
}

}  // namespace jianbao
