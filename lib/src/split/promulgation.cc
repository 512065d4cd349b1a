#include "split/promulgation.h"

#include <algorithm>
#include <string>

#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {

namespace {

/// Whether a paragraph puts the document into force that it begins with.
bool promulgates(std::string_view paragraph, const Rules& rules) {
  if (first_char(paragraph) != U'《') return false;
  const auto& words = rules.tables().compiled<WordTable>().list("promulgate");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return paragraph.find(word) != std::string_view::npos; });
}

}  // namespace

void find_promulgations(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].shape != Shape::notice_heading && lines[i].shape != Shape::brief_act) continue;
    const std::size_t text = lines[i + 1].shape == Shape::document_note ? i + 2 : i + 1;
    if (text == lines.size() || lines[text].shape != Shape::prose || !promulgates(page.view(lines[text].span), rules)) continue;
    lines[i].shape = Shape::document_title;
    lines[text].shape = Shape::document_note;
  }
}

}  // namespace jianbao
