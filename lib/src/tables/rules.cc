#include "jianbao/rules.h"

#include <atomic>
#include <fstream>
#include <iterator>

#include "tables/tables.h"
#include "text/embedded.h"

namespace jianbao {

const Table& Rules::Tables::table(std::string_view name) const {
  const auto found = sources.find(name);
  if (found == sources.end()) throw RulesError("no table named " + std::string(name));
  const Source& source = found->second;
  std::call_once(source.once, [&] { source.table.emplace(name, source.text); });
  return *source.table;
}

std::size_t Rules::Tables::next_number() {
  static std::atomic<std::size_t> next = 0;
  const std::size_t number = next++;
  if (number >= kMostCompiled) throw std::logic_error("kMostCompiled is too small");
  return number;
}

Rules::Tables::Tables(bool from_image) : from_image_(from_image) {
  for (const EmbeddedFile& file : embedded_files()) sources[std::string(file.name)].text = file.text;
}

Rules::Rules() : tables_(std::make_unique<Tables>(true)) {}

Rules::Rules(const std::filesystem::path& folder) : tables_(std::make_unique<Tables>()) {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) throw RulesError(folder.string() + ": " + error.message());
  for (const auto& entry : entries) {
    if (entry.path().extension() != ".tsv") continue;
    const std::string name = entry.path().stem().string();
    if (!tables_->sources.contains(name)) throw RulesError(entry.path().string() + ": there is no built-in table of this name");
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string& text = tables_->own_texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (!file) throw RulesError(entry.path().string() + ": cannot be read");
    tables_->table(name);
    tables_->sources.find(name)->second.table->merge(Table(entry.path().string(), text));
  }
}

Rules::Rules(Rules&&) noexcept = default;
Rules::~Rules() = default;

const Rules& Rules::standard() {
  static const Rules* const rules = new Rules;  // stays until the process ends: to take it apart would be work for nothing
  return *rules;
}

}  // namespace jianbao
