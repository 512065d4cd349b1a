#include "jianbao/rules.h"

#include <fstream>
#include <iterator>

#include "embedded.h"
#include "tables.h"

namespace jianbao {

const Table& Rules::Tables::table(std::string_view name) const {
  const auto found = tables.find(name);
  if (found == tables.end()) throw RulesError("no table named " + std::string(name));
  return found->second;
}

Rules::Tables::Slot& Rules::Tables::slot_of(std::type_index type) const {
  const std::lock_guard lock(mutex_);
  return slots_[type];
}

Rules::Rules() : tables_(std::make_unique<Tables>()) {
  for (const EmbeddedFile& file : embedded_files()) tables_->tables.try_emplace(std::string(file.name), file.name, file.text);
}

Rules::Rules(const std::filesystem::path& folder) : Rules() {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) throw RulesError(folder.string() + ": " + error.message());
  for (const auto& entry : entries) {
    if (entry.path().extension() != ".tsv") continue;
    const auto known = tables_->tables.find(entry.path().stem().string());
    if (known == tables_->tables.end()) throw RulesError(entry.path().string() + ": there is no built-in table of this name");
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw RulesError(entry.path().string() + ": cannot be read");
    known->second.merge(Table(entry.path().string(), text));
  }
}

Rules::Rules(Rules&&) noexcept = default;
Rules::~Rules() = default;

const Rules& Rules::standard() {
  static const Rules rules;
  return rules;
}

}  // namespace jianbao
