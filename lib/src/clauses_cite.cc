#include "clauses_cite.h"

#include <algorithm>
#include <array>

#include "chars.h"
#include "numeral.h"

namespace jianbao {
namespace {

constexpr int kArticleRank = 40;
constexpr std::string_view kSub = "之";

/// Names of what hangs under an article: paragraph, item, subitem. Legislation Law article 65: 款 项 目; the laws of
/// Taiwan call the unnumbered paragraph 項 and the numbered item 款.
constexpr std::array<std::string_view, 3> kMainland = {"款", "项", "目"};
constexpr std::array<std::string_view, 3> kTaiwan = {"項", "款", "目"};
constexpr std::string_view kTaiwanArticle = "條";

std::string ordinal(int number, std::string_view name, bool digits) {
  return "第" + (digits ? std::to_string(number) : cn_numeral(number)) + std::string(name);
}

}  // namespace

int sub_number(std::string_view label) {
  if (const std::size_t at = label.rfind(kSub); at != std::string_view::npos)
    return parse_ordinal(label.substr(at + kSub.size())).value_or(0);
  std::size_t begin = label.find('-');
  if (begin == std::string_view::npos) return 0;
  std::size_t end = ++begin;
  while (end < label.size() && is_ascii_digit(static_cast<unsigned char>(label[end]))) ++end;
  return parse_ordinal(label.substr(begin, end - begin)).value_or(0);
}

std::string cite(const Article& article, const std::vector<Unit>& units, std::size_t unit, const NumberingStyles& styles) {
  const auto label = [&](std::size_t at) -> const Label& { return *article.blocks[units[at].blocks.front()].label; };
  const auto style = [&](std::size_t at) { return styles.find(label(at).style); };
  std::vector<std::size_t> path;
  for (std::size_t at = unit; at != Unit::kNone; at = units[at].parent) path.insert(path.begin(), at);
  const auto head = std::find_if(path.begin(), path.end(), [&](std::size_t at) { return style(at) && style(at)->rank == kArticleRank; });
  std::string out;
  if (head == path.end()) {
    for (const std::size_t at : path) {
      out += label(at).text;
      if (at != unit && style(at) && style(at)->role != Role::unit) out += ' ';  // 专栏1 2．
    }
    return out;
  }
  if (style(path.front())->role == Role::root) out += label(path.front()).text + ' ';
  const std::string& article_label = label(*head).text;
  out += article_label;
  const auto& names = article_label.find(kTaiwanArticle) != std::string::npos ? kTaiwan : kMainland;
  std::size_t second = 0;
  next_char(article_label, second);
  const bool digits = is_digit(char_at(article_label, second));
  for (auto at = head + 1; at != path.end(); ++at) {
    const auto depth = static_cast<std::size_t>(at - head);
    if (depth == 1 && units[*head].paragraphs > 1) out += ordinal(units[*at].paragraph, names[0], digits);
    out += depth < names.size() ? ordinal(label(*at).number, names[depth], digits) : label(*at).text;
  }
  return out;
}

}  // namespace jianbao
