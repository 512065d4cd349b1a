#include "clean/common_chars.h"

#include "tables/tables.h"
#include "text/utf8.h"

namespace jianbao {

CommonChars::CommonChars(const Rules::Tables& tables) {
  const Table& table = tables.table("common");
  for (const Table::Row& row : table.rows()) {
    const std::string& characters = table.cell(row, "characters");
    for (std::size_t at = 0; at < characters.size();)
      if (const char32_t c = next_char(characters, at); c < kEnd) set_.set(c);
  }
}

const CommonChars& CommonChars::get() {
  static const CommonChars& common = Rules::standard().tables().compiled<CommonChars>();
  return common;
}

}  // namespace jianbao
