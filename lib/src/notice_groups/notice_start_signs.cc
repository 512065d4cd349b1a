#include "notice_groups/notice_start_signs.h"

#include <iterator>
#include <optional>
#include <string_view>

#include "notice_signs/word_uses.h"

namespace jianbao {
namespace {

/// A role of patterns by its name.
std::optional<StartRole> role_of(std::string_view name) {
  static constexpr std::string_view kNames[] = {"bullet", "lost", "court", "act", "opening", "speaker", "called", "signed", "done", "declared", "applied"};
  for (std::size_t i = 0; i < std::size(kNames); ++i)
    if (kNames[i] == name) return static_cast<StartRole>(i);
  return {};
}

constexpr WordUse<StartSigns, std::vector<std::string>> kLists[] = {
    {"manner", &StartSigns::manners}, {"no-subject", &StartSigns::others}};
constexpr WordUse<StartSigns, WordList> kWords[] = {{"told", &StartSigns::told}, {"void", &StartSigns::void_words}};
constexpr WordUse<StartSigns, SuffixIndex> kEnds[] = {{"closing", &StartSigns::closings}, {"end", &StartSigns::ends}};
constexpr WordUse<StartSigns, PrefixIndex> kBegins[] = {{"self", &StartSigns::selves}};

}  // namespace

StartSigns::StartSigns(const Rules::Tables& tables) {
  const Table& table = tables.table("notice_starts");
  for (const Table::Row& row : table.rows()) {
    const std::string& role = table.cell(row, "role");
    const std::string& cell = table.cell(row, "pattern");
    if (const auto sign = role_of(role)) {
      patterns.add(cell, row.place);
      roles.push_back(*sign);
      if (*sign == StartRole::opening) openings.emplace_back(cell, row.place);
      continue;
    }
    if (role == "case") {
      cases.emplace_back(cell, row.place);
      continue;
    }
    auto* const list = list_of(*this, kLists, role);
    auto* const words = list_of(*this, kWords, role);
    auto* const endings = list_of(*this, kEnds, role);
    auto* const begins = list_of(*this, kBegins, role);
    if (!list && !words && !endings && !begins) throw RulesError(row.place + ": unknown role '" + role + "'");
    for (const std::string& word : split_cell(cell)) {
      if (list) list->push_back(word);
      if (words) words->add(word);
      if (endings) endings->add(word);
      if (begins) begins->add(word);
    }
  }
}

}  // namespace jianbao
