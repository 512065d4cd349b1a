#include "common_chars.h"

#include <bitset>
#include <memory>

#include "tables.h"
#include "utf8.h"

namespace jianbao {
namespace {

struct CommonChars {
  explicit CommonChars(const Rules::Tables& tables) {
    const Table& table = tables.table("common");
    for (const Table::Row& row : table.rows()) {
      const std::string& characters = table.cell(row, "characters");
      for (std::size_t at = 0; at < characters.size();)
        if (const char32_t c = next_char(characters, at); c < 0x10000) set.set(c);
    }
  }
  std::bitset<0x10000> set;
};

}  // namespace

bool is_common(char32_t c) {
  static const CommonChars& common = Rules::standard().tables().compiled<CommonChars>();
  return c < 0x10000 && common.set[c];
}

}  // namespace jianbao
