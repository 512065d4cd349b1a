#include <algorithm>
#include <bit>

#include "characters.h"
#include "chars.h"
#include "jianbao/rules.h"

namespace jianbao {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_char(text, at);
  return out;
}

}  // namespace

Lookalikes::Lookalikes(const Rules::Tables& tables) {
  const Table& table = tables.table("lookalikes");
  rows_.reserve(table.rows().size());
  for (const Table::Row& row : table.rows()) {
    const std::string &wrong = table.cell(row, "example"), &right = table.cell(row, "right");
    if (wrong.size() != right.size() || wrong.size() < 6) throw RulesError(row.place + ": the two strings differ in length");
    std::size_t at = 0;
    const char32_t first = next_char(wrong, at), second = next_char(wrong, at);
    filter_.set(hash(first, second) >> 15);
    rows_.push_back({{wrong, right, table.cell(row, "grade") == "certain"},
                     pair_of(first, second),
                     decoded(table.cell(row, "not_after")),
                     decoded(table.cell(row, "not_before"))});
  }
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.pair < b.pair; });
  slots_.resize(std::bit_ceil(4 * rows_.size() + 1));
  for (std::size_t i = rows_.size(); i-- > 0;)
    slots_[slot_of(rows_[i].pair)] = {rows_[i].pair, static_cast<std::uint32_t>(i)};
  const Table& covers = tables.table("covers");
  covers_.reserve(covers.rows().size());
  for (const Table::Row& row : covers.rows())
    covers_.emplace(first_char(row.cells[0]), Cover{decoded(row.cells[1]), decoded(row.cells[2])});
}

std::size_t Lookalikes::slot_of(std::uint32_t pair) const {
  std::size_t slot = pair * 0x9E3779B1u >> 12;
  for (;; ++slot)
    if (const Slot& there = slots_[slot &= slots_.size() - 1]; there.pair == pair || there.pair == 0) return slot;
}

const Lookalikes::Found* Lookalikes::find(std::string_view text, std::size_t at, char32_t first, char32_t second) const {
  const std::uint32_t pair = pair_of(first, second);
  const Slot& slot = slots_[slot_of(pair)];
  const Row* best = nullptr;
  if (slot.pair == 0) return best;
  for (std::size_t i = slot.row; i < rows_.size() && rows_[i].pair == pair; ++i) {
    const Row& row = rows_[i];
    if (best && best->wrong.size() >= row.wrong.size()) continue;
    if (text.substr(at, row.wrong.size()) == row.wrong && !is_covered(text, at, row)) best = &row;
  }
  return best;
}

bool Lookalikes::is_covered(std::string_view text, std::size_t at, const Row& row) const {
  const std::size_t end = at + row.wrong.size();
  const char32_t left = at > 0 ? char_at(text, before(text, at)) : 0, right = char_at(text, end);
  const auto has = [](const std::u32string& set, char32_t c) { return set.find(c) != std::u32string::npos; };
  if (has(row.not_after, left) || has(row.not_before, right)) return true;
  if (row.wrong.size() > 6) return false;
  const auto first = covers_.find(first_char(row.wrong)), last = covers_.find(last_char(row.wrong));
  return (first != covers_.end() && has(first->second.before, left)) ||
         (last != covers_.end() && has(last->second.behind, right));
}

CharacterMaps::CharacterMaps(const Rules::Tables& tables) : simplified_(0x10000) {
  for (const Table::Row& row : tables.table("traditional").rows()) {
    const std::u32string from = decoded(row.cells[0]), to = decoded(row.cells[1]);
    if (from.size() != to.size()) throw RulesError(row.place + ": not as many simplified as traditional characters");
    for (std::size_t i = 0; i < from.size(); ++i)
      listed_.set(from[i] & 0xFFFF), simplified_[from[i] & 0xFFFF] = static_cast<char16_t>(to[i]);
  }
  listed_.set(0x4E00);
  for (const Table::Row& row : tables.table("strays").rows()) {
    strays_ += first_char(row.cells[0]);
    strays_for_ += first_char(row.cells[1]);
  }
}

char32_t CharacterMaps::stray(char32_t c) const {
  const std::size_t at = strays_.find(c);
  return at == std::u32string::npos ? 0 : strays_for_[at];
}

Guards::Guards(const Rules::Tables& tables) {
  const auto words = [&](std::string_view id) {
    for (const Table::Row& row : tables.table("guards").rows())
      if (row.cells[0] == id) return split_cell(row.cells[1]);
    throw RulesError("guards: no row '" + std::string(id) + "'");
  };
  organisation = words("organisation");
  person_before = words("person-before");
  formula = words("formula");
}

}  // namespace jianbao
