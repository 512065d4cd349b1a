// Numbering: numerals, the rows of its tables, and articles whose blocks are numbered.
#include "numbering/numbering.h"

#include "catch.h"
#include "clauses/clauses_cite.h"
#include "jianbao/json.h"
#include "jianbao/records.h"
#include "numbering/numbering_document.h"
#include "numbering/numbering_glyphs.h"
#include "numbering/numbering_lines.h"
#include "numbering/numbering_styles.h"
#include "tables.h"
#include "tables/tables.h"
#include "text/numeral.h"

using namespace jianbao;

namespace {

/// An article of one line a block; the first line is its title.
Article article_of(std::string_view text, ArticleType type = ArticleType::document) {
  Article article;
  article.id = "p1/1";
  article.page = "p1";
  article.type = type;
  article.text = text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Block block;
    block.kind = at == 0 ? BlockKind::title : BlockKind::paragraph;
    block.range = {at, end};
    block.spans = {{at, end}};
    article.blocks.push_back(block);
    at = end + 1;
  }
  article.title = article.view(article.blocks.front());
  article.spans = {{0, text.size()}};
  number_blocks(article, Rules::standard());
  return article;
}

std::vector<std::string> cites(const Article& article, const ClauseOptions& options = {}) {
  std::vector<std::string> out;
  for (const Clause& clause : clauses(article, Rules::standard(), options))
    if (clause.level > 0) out.push_back(clause.cite);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TABLE_CHECK(numbering) {
  const NumberingStyles& styles = NumberingStyles::of(rules);
  const bool in_line = row["role"] == "inline";
  const auto reading = styles.read(row["example"], in_line);
  const auto counter = styles.read(row["counter"], in_line);
  return reading && reading->style->id == row["id"] && !(counter && counter->style->id == row["id"]);
}

TABLE_CHECK(numbering_words) {
  const NumberingLines& lines = NumberingLines::of(rules);
  return lines.role(row["example"]) != LineRole::none;
}

TABLE_CHECK(document_signs) {
  const DocumentSigns& signs = DocumentSigns::of(rules);
  std::vector<bool> seen(signs.count());
  signs.look(row["example"], true, seen);
  const auto& rows = rules.tables().table("document_signs").rows();
  const auto own = std::find_if(rows.begin(), rows.end(), [&](const Table::Row& other) { return other.cells[0] == row["id"]; });
  return seen[static_cast<std::size_t>(own - rows.begin())];
}

// `（ニ） => （二）`: the damaged label may be read as the sound one, and only with this row's characters.
TABLE_CHECK(numbering_glyphs) {
  const std::string& example = row["example"];
  const std::size_t arrow = example.find(" => ");
  if (arrow == std::string::npos) return false;
  const auto sound = NumberingStyles::of(rules).read(example.substr(arrow + 4));
  if (!sound) return false;
  for (const Suspect& suspect : NumberingGlyphs::of(rules).suspects(example.substr(0, arrow)))
    if (suspect.style == sound->style && suspect.may_be(sound->number)) return true;
  return false;
}

TABLE_CHECK(numbering_names) {
  const std::string& example = row["example"];
  return UnitNames::of(rules).of_article(example.substr(0, example.find(row["article"]) + row["article"].size())).front() == row["paragraph"];
}

TEST_CASE("a numeral is written in one hand") {
  CHECK(parse_numeral("三千") == 3000);
  CHECK(parse_numeral("3000") == 3000);
  CHECK_FALSE(parse_numeral("3千"));
  CHECK_FALSE(parse_numeral("3三"));
  CHECK_FALSE(parse_numeral("三3"));
}

TEST_CASE("numbers that count sections") {
  CHECK(parse_ordinal("十") == 10);
  CHECK(parse_ordinal("二十一") == 21);
  CHECK(parse_ordinal("廿一") == 21);
  CHECK(parse_ordinal("一百零三") == 103);
  CHECK(parse_ordinal("一千二百六十") == 1260);
  CHECK(parse_ordinal("一〇") == 10);
  CHECK(parse_ordinal("１２") == 12);
  CHECK_FALSE(parse_ordinal("三四"));  // an estimate: three or four
  CHECK_FALSE(parse_ordinal("十十"));
  CHECK_FALSE(parse_ordinal(""));
  CHECK(parse_roman("XIV") == 14);
  CHECK_FALSE(parse_roman("IIII"));
  CHECK_FALSE(parse_roman(""));
}

TEST_CASE("an article that comes back from JSON gives the same clauses and headings") {
  const Article article = article_of(
      "镜湖规划\n第一章 总则\n第一条 为了养护镜湖，制定本规划。\n专栏1 水质目标\n1．湖心二类\n2．湖岸三类\n第二条 禁止下列行为：\n（一）取水；\n(ニ)捕捞。\n"
      "违反前款的，处以罚款。");
  std::string json;
  write_json(json, article);
  const ReadRecord record = read_json(json);
  const Article& back = std::get<Article>(record.record);
  CHECK(cites(back) == cites(article));
  CHECK(cites(article) == Texts{"第一章", "第一条", "专栏1", "专栏1 1．", "专栏1 2．", "第二条", "第二条第一款第一项", "第二条第一款第二项"});
  CHECK(outline(back).size() == outline(article).size());
}

TEST_CASE("ids are unique, also where numbers repeat") {
  const Article article = article_of("办法\n第一条 下列：\n（一）甲；\n（二）乙。\n下列：\n（一）丙；\n（二）丁。\n第二条 施行。\n第二条 施行。\n第三条 完。");
  std::vector<std::string> ids;
  for (const Clause& clause : clauses(article)) ids.push_back(clause.id);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("enumerations inside a paragraph are clauses on request") {
  const Article article = article_of("意见\n一、任务\n抓好三件事：一是培训；二是督导；三是考核。唯一是不得拖延。\n二、要求\n一是一，二是二。");
  ClauseOptions options;
  options.inline_items = true;
  CHECK(cites(article) == Texts{"一、", "二、"});
  CHECK(cites(article, options) == Texts{"一、", "一、一是", "一、二是", "一、三是", "二、"});
  const auto items = clauses(article, Rules::standard(), options);
  CHECK(items[3].text == "考核。");
  CHECK(items[3].spans.size() == 1);
  CHECK(article.text.substr(items[3].spans[0].begin, items[3].spans[0].size()) == "三是考核。");
}

TEST_CASE("only documents have clauses") {
  CHECK(clauses(article_of("怎么办\n一、钱\n分摊。\n二、人\n轮值。", ArticleType::news)).empty());
}

TEST_CASE("what may be a damaged label") {
  const Rules& rules = Rules::standard();
  CHECK(may_be_label(") 推动医养结合。", rules));
  CHECK(may_be_label("〔一)推动医养结合。", rules));
  CHECK(may_be_label("第几条 本市适用。", rules));
  CHECK_FALSE(may_be_label("推动医养结合。", rules));
  CHECK_FALSE(may_be_label("", rules));
}

TEST_CASE("long and hostile input takes linear time") {
  const Rules& rules = Rules::standard();
  std::string brackets;
  for (int i = 0; i < 100000; ++i) brackets += "（";
  CHECK_FALSE(match_label(brackets, rules));
  std::string lines = "题\n";
  for (int i = 0; i < 20000; ++i) lines += "（二）乙\n第九条 丙\n) 丁\n";
  CHECK_NOTHROW(clauses(article_of(lines)));
}
