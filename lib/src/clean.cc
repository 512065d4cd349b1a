#include "jianbao/clean.h"

namespace jianbao {

Page clean(std::string_view text, std::string id, std::size_t offset, const CleanOptions&, const Rules&) {
  Page page;
  page.id = std::move(id);
  page.text = text;
  page.offset = offset;
  return page;
}

Decoded decode(std::string_view bytes, std::string_view) { return {std::string(bytes), {}, {}}; }

std::string undo(const Page& page) {
  std::string source;
  std::size_t at = 0;
  for (const Edit& edit : page.edits) {
    source.append(page.text, at, edit.to.begin - at).append(edit.before);
    at = edit.to.end;
  }
  return source.append(page.text, at);
}

}  // namespace jianbao
