// The whole journey on any bytes. What must hold for every input is checked by trapping; sanitizers see the rest.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "jianbao/jianbao.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// Write a record and read it again: the reader takes whatever the writer makes.
template <class Record>
void through_json(const Record& record) {
  std::string line;
  jianbao::write_json(line, record);
  jianbao::read_json(line);
}

/// The reader may refuse a line, but only in its own words.
void read_any(std::string_view line) {
  try {
    jianbao::read_json(line);
  } catch (const jianbao::JsonError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_any(bytes);
  const jianbao::Decoded decoded = jianbao::decode(bytes);
  const jianbao::Page page = jianbao::clean(decoded.text, "p");
  require(jianbao::undo(page) == decoded.text);
  if (decoded.encoding.empty()) require(jianbao::undo(jianbao::clean(decoded, bytes, "fuzz")) == bytes);
  through_json(page);
  for (const jianbao::Article& article : jianbao::split(page)) {
    through_json(article);
    for (const jianbao::Heading& heading : jianbao::outline(article)) through_json(heading);
    for (const jianbao::Clause& clause : jianbao::clauses(article)) through_json(clause);
    for (const jianbao::Notice& notice : jianbao::notices(article)) through_json(notice);
  }
  return 0;
}
