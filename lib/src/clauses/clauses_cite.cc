#include "clauses/clauses_cite.h"

#include <algorithm>

#include "tables/tables.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr int kArticleRank = 40;

std::string ordinal(const std::string& prefix, int number, const std::string& name, bool digits) {
  return prefix + (digits ? std::to_string(number) : cn_numeral(number)) + name;
}

/// 1, 2: bare digits before the paragraphs of an article, as collections of laws print them.
bool numbers_paragraph(const Label& label) { return label.style == "decimal" && label.text == std::to_string(label.number); }

}  // namespace

UnitNames::UnitNames(const Rules::Tables& tables) {
  const Table& table = tables.table("numbering_names");
  for (const Table::Row& row : table.rows())
    regimes_.push_back({table.cell(row, "article"), {table.cell(row, "paragraph"), table.cell(row, "item"), table.cell(row, "subitem")}});
}

const UnitNames& UnitNames::of(const Rules& rules) { return rules.tables().compiled<UnitNames>(); }

const std::vector<std::string>& UnitNames::of_article(std::string_view label) const {
  for (const auto& [article, names] : regimes_)
    if (label.find(article) != std::string_view::npos) return names;
  return regimes_.front().second;
}

std::string cite(const Article& article, const std::vector<Unit>& units, std::size_t unit, const Rules& rules) {
  const NumberingStyles& styles = NumberingStyles::of(rules);
  const auto label = [&](std::size_t at) -> const Label& { return *article.blocks[units[at].blocks.front()].label; };
  const auto style = [&](std::size_t at) { return styles.find(label(at).style); };
  std::vector<std::size_t> path;
  for (std::size_t at = unit; at != Unit::kNone; at = units[at].parent) path.insert(path.begin(), at);
  const auto head = std::find_if(path.begin(), path.end(), [&](std::size_t at) { return style(at) && style(at)->rank == kArticleRank; });
  std::string out;
  if (head == path.end()) {
    std::size_t own = 0;  // behind the annex or the box
    for (const std::size_t at : path) {
      if (style(at) && style(at)->numerals == Numerals::decimal) out.erase(style(at)->open.front().empty() ? own : 0);  // 1.3.1 names all above it but for those, A.1 them as well
      out += label(at).text;
      if (at != unit && style(at) && style(at)->role != StyleRole::unit) out += ' ', own = out.size();  // 专栏1 2．
    }
    return out;
  }
  if (style(path.front())->role == StyleRole::root) out += label(path.front()).text + ' ';
  const std::string& article_label = label(*head).text;
  out += article_label;
  const std::vector<std::string>& names = UnitNames::of(rules).of_article(article_label);
  const std::string& prefix = style(*head)->open.front();
  std::size_t second = 0;
  next_char(article_label, second);
  const bool digits = is_digit(char_at(article_label, second));
  bool numbered = false;
  std::size_t depth = 0;
  for (auto at = head + 1; at != path.end(); ++at) {
    if (++depth == 1 && numbers_paragraph(label(*at))) {
      out += ordinal(prefix, label(*at).number, names[0], digits);
      depth = 0, numbered = true;
      continue;
    }
    if (depth == 1 && !numbered && units[*head].paragraphs > 1) out += ordinal(prefix, units[*at].paragraph, names[0], digits);
    out += depth < names.size() ? ordinal(prefix, label(*at).number, names[depth], digits) : label(*at).text;
  }
  return out;
}

}  // namespace jianbao
