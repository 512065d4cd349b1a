#include "script.h"

#include <algorithm>
#include <stdexcept>

#include "embedded.h"
#include "table.h"
#include "utf8.h"

namespace jianbao {

SimplifiedForms::SimplifiedForms() {
  for (std::size_t i = 0; i < forms_.size(); ++i) forms_[i] = static_cast<char16_t>(kFirst + i);
  const auto files = embedded_files();
  const auto file = std::find_if(files.begin(), files.end(), [](const EmbeddedFile& f) { return f.name == "traditional"; });
  const Table table(file->name, file->text());
  for (const Table::Row& row : table.rows()) {
    const std::string &from = table.cell(row, "traditional"), &to = table.cell(row, "simplified");
    for (std::size_t a = 0, b = 0; a < from.size() && b < to.size();) {
      const char32_t traditional = next_char(from, a), simplified = next_char(to, b);
      if (traditional >= kFirst && traditional <= kLast && simplified >= kFirst && simplified <= kLast)
        forms_[traditional - kFirst] = static_cast<char16_t>(simplified);
    }
  }
}

const SimplifiedForms kSimplifiedForms;

}  // namespace jianbao
