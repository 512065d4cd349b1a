#include "split/page_numbers.h"

#include <algorithm>

#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr long long kMost = 999;  // pages

}  // namespace

PageNumbers::PageNumbers(const Rules::Tables& tables)
    : page_(tables.compiled<WordTable>().beginnings("page")),
      front_(tables.compiled<WordTable>().beginnings("front-page")),
      ordinal_(tables.compiled<WordTable>().beginnings("ordinal")),
      mastheads_(tables.compiled<WordTable>().list("front-masthead")) {}

/// The number at the begin of a text: 3, A03, 三, with 第 before it; moves `text` behind it.
std::optional<std::string> PageNumbers::read(std::string_view& text) const {
  std::string_view rest = trim(text);
  rest = trim(rest.substr(ordinal_.find(rest).bytes));
  std::string letter;
  if (!rest.empty() && rest.front() >= 'A' && rest.front() <= 'Z') letter = rest.front(), rest.remove_prefix(1);
  if (letter == "P") letter.clear();  // P2 is page 2, A2 the second of its part
  std::size_t end = 0;
  while (end < rest.size() && (is_digit(char_at(rest, end)) || is_cn_numeral(char_at(rest, end)))) next_char(rest, end);
  const auto number = parse_numeral(rest.substr(0, end));
  if (!number || *number <= 0 || *number > kMost) return {};
  text = rest.substr(end);
  return letter + std::to_string(*number);
}

void PageNumbers::add_from(std::string_view line, std::vector<std::string>& numbers) const {
  for (std::size_t at = 0; at < line.size();) {
    while (at < line.size() && is_space(char_at(line, at))) next_char(line, at);
    const std::size_t begin = at;
    while (at < line.size() && !is_space(char_at(line, at))) next_char(line, at);
    std::string_view rest = line.substr(begin, at - begin);
    const auto number = rest.empty() ? std::nullopt : read(rest);
    if (number && (rest.empty() || page_.find(rest))) numbers.push_back(*number);
  }
}

bool PageNumbers::is_front(const Article& furniture) const {
  return std::any_of(mastheads_.begin(), mastheads_.end(), [&](const std::string& word) { return furniture.text.find(word) != std::string::npos; });
}

std::vector<std::string> PageNumbers::of(const std::vector<Article>& articles) const {
  std::vector<std::string> numbers;
  bool front = false;
  for (const Article& article : articles) {
    const bool titled = std::any_of(article.blocks.begin(), article.blocks.end(), [](const Block& block) { return block.kind == BlockKind::title; });
    if (article.type != ArticleType::furniture || titled) continue;  // 导读
    for (const Block& block : article.blocks) add_from(article.view(block), numbers);
    front = front || is_front(article);
  }
  if (numbers.empty() && front) numbers.emplace_back("1");
  return numbers;
}

std::optional<std::string> PageNumbers::number(std::string_view printed) const {
  if (front_.find(printed)) return "1";
  return read(printed);
}

}  // namespace jianbao
