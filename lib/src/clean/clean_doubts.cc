// Characters that no rule can read, from the private-use areas of fonts and those that stand for a lost one, and lines that are no text.
#include <algorithm>
#include <utility>

#include "clean/clean_pass.h"
#include "text/chars.h"

namespace jianbao {
namespace {

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

}  // namespace

void doubt_unreadable(const CleanContext& context, const CleanScan& scan, Page& page) {
  if (!context.on.has(Rule::unicode_lost)) return;
  const auto doubt = [&](Span at, std::string message) { page.doubts.push_back({std::string(name_of(Rule::unicode_lost)), at, std::move(message)}); };
  for (const ScannedLine& line : scan.lines()) {
    if (!(line.has & ScannedLine::unreadable)) continue;
    for (std::size_t at = line.begin; (at = skip_han(page.text, at, line.end)) < line.end;) {
      const std::size_t here = at;
      const char32_t c = next_char(page.text, at);
      if (is_private(c)) doubt({here, at}, "a private-use character");
      if (c == 0xFFFD) doubt({here, at}, "a lost character");
    }
  }
}

void doubt_pictures(const CleanContext& context, const CleanScan& scan, Page& page) {
  if (!context.on.has(Rule::junk_picture)) return;
  for (const Span line : context.known.noise(page.text, scan)) page.doubts.push_back({std::string(name_of(Rule::junk_picture)), line, "no text, but what was read in a picture"});
}

void find_doubts(const CleanContext& context, const CleanScan& scan, Page& page) {
  doubt_unreadable(context, scan, page);
  page.doubts.insert(page.doubts.end(), context.doubts.begin(), context.doubts.end());
  doubt_pictures(context, scan, page);
  doubt_dots(context, scan, page);
  doubt_quotes(context, scan, page);
  doubt_repeats(context, scan, page);
  std::stable_sort(page.doubts.begin(), page.doubts.end(),
                   [](const Doubt& a, const Doubt& b) { return a.at.begin < b.at.begin; });
}

}  // namespace jianbao
