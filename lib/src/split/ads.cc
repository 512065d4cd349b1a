#include "split/ads.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "notice_signs/phones.h"
#include "tables/pattern.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// ad_signs.tsv, compiled.
class AdSigns {
 public:
  explicit AdSigns(const Rules::Tables& tables) {
    const std::pair<std::string_view, std::vector<Pattern>*> kinds[] = {{"label", &label_}, {"contact", &contact_}, {"bargain", &bargain_}};
    const Table& table = tables.table("ad_signs");
    for (const Table::Row& row : table.rows()) {
      const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.first == table.cell(row, "sign"); });
      if (kind == std::end(kinds)) throw RulesError(row.place + ": sign is label, contact or bargain");
      kind->second->emplace_back(table.cell(row, "words"), row.place);
    }
  }

  bool names_ad(std::string_view line) const { return any(label_, line); }
  bool says_where(std::string_view line) const { return any(contact_, line); }
  bool holds_bargain(std::string_view line) const { return any(bargain_, line); }

 private:
  static bool any(const std::vector<Pattern>& patterns, std::string_view line) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) { return pattern.matches(line); });
  }
  std::vector<Pattern> label_, contact_, bargain_;
};

/// 独栋办公楼　层高7.8米: no sentence, and 进店有礼！ is none either.
bool states(const Line& line, std::string_view text) { return !line.open && fold(last_char(text)) != U'！' && line.shape != Shape::offer; }

}  // namespace

bool is_ad(const Draft& draft, const Page& page, const Rules& rules) {
  constexpr std::uint32_t kLongest = 40;          // characters of a line
  constexpr std::size_t kLeast = 3, kStated = 2;  // lines; sentences beside a bargain
  const auto& signs = rules.tables().compiled<AdSigns>();
  std::size_t stated = 0;
  bool contact = false, bargain = false;
  for (const DraftLine& line : draft.lines) {
    const std::string_view text = page.view(line.line->span);
    if (signs.names_ad(text)) return true;
    if (line.line->shape == Shape::dateline || line.line->chars > kLongest) return false;
    stated += states(*line.line, text);
    contact = contact || signs.says_where(text) || !find_phones(text, rules).empty();
    bargain = bargain || signs.holds_bargain(text);
  }
  return contact && draft.lines.size() >= kLeast && stated <= (bargain ? kStated : 0);
}

}  // namespace jianbao
