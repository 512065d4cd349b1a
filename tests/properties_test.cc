// What is true of any text, over samples, inputs of the specification and noise.
#include <map>
#include <algorithm>
#include <random>
#include <set>

#include "catch.h"
#include "jianbao/jianbao.h"
#include "text/chars.h"
#include "texts.h"

using namespace jianbao;

namespace {

/// White space and the marks of Markdown: the only bytes that need not be in an article (contract, "Nothing is lost").
bool may_be_lost(char32_t c) {
  return is_space(c) || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0x1680 || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF || c == '#' || c == '*' || c == '>' || c == '_' || c == '`' || c == '-';
}

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// How often each byte of the source stands in an article's spans.
std::vector<int> coverage(const std::vector<Article>& articles, std::size_t size) {
  std::vector<int> count(size);
  for (const Article& article : articles)
    for (const Span span : article.spans)
      for (std::size_t i = span.begin; i < span.end && i < size; ++i) ++count[i];
  return count;
}

/// The first fault of the contract's tiling, as words; empty where there is none.
std::string fault_of_tiling(const std::vector<Article>& articles, std::string_view source) {
  const std::vector<int> count = coverage(articles, source.size());
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(source, at);
    for (std::size_t i = begin; i < at; ++i) {
      if (count[i] > 1) return "byte " + std::to_string(i) + " is in two articles: " + std::string(source.substr(begin, 60));
      if (count[i] == 0 && !may_be_lost(c)) return "byte " + std::to_string(begin) + " is in no article: " + std::string(source.substr(begin, 60));
    }
  }
  return {};
}

void check_spans(const std::vector<Span>& spans, std::string_view source) {
  CHECK_FALSE(spans.empty());
  for (const Span span : spans) {
    CHECK(span.begin < span.end);
    CHECK(span.end <= source.size());
    CHECK((span.end > source.size() || (on_boundary(source, span.begin) && on_boundary(source, span.end))));
  }
}

/// Letters, digits and Han of a text in either width, each with its count: what the check of the contract compares.
std::map<char32_t, int> letters(std::string_view text) {
  std::map<char32_t, int> count;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = fold(next_char(text, at)); is_han(c) || is_digit(c) || is_letter(c)) ++count[c];
  return count;
}

/// A record's text stands at its spans, but for the few characters that cleaning repaired.
void check_text(std::string_view text, const std::vector<Span>& spans, std::string_view source) {
  std::string there;
  for (const Span span : spans) there += source.substr(span.begin, span.size());
  const auto found = letters(there);
  int size = 0, made = 0;
  for (const auto& [c, n] : letters(text)) {
    const auto same = found.find(c);
    size += n;
    made += std::max(0, n - (same == found.end() ? 0 : same->second));
  }
  INFO(text << "\n<> " << there);
  CHECK(made <= std::min(3.0, size / 2.0) + 0.03 * size);
}

void check_article(const Article& article, std::string_view source, std::set<std::string>& ids) {
  INFO(article.id);
  CHECK(ids.insert(article.id).second);
  check_spans(article.spans, source);
  check_text(article.text, article.spans, source);
  std::size_t at = 0;
  for (const Block& block : article.blocks) {  // blocks tile the article's text, but for its line ends
    CHECK(block.range.begin >= at);
    REQUIRE(block.range.begin < block.range.end);
    REQUIRE(block.range.end <= article.text.size());
    CHECK(article.text.substr(at, block.range.begin - at).find_first_not_of("\n") == std::string::npos);
    at = block.range.end;
    check_spans(block.spans, source);
  }
  CHECK(article.text.substr(at).find_first_not_of("\n") == std::string::npos);
}

template <class Record>
void check_record(const Record& record, std::string_view source, std::set<std::string>& ids) {
  INFO(record.id);
  CHECK(ids.insert(record.id).second);
  check_spans(record.spans, source);
  check_text(record.text, record.spans, source);
}

}  // namespace

TEST_CASE("cleaning can be undone, and cleaning again changes nothing") {
  for (const tests::Text& text : tests::all_texts()) {
    CAPTURE(text.name);
    const Page page = clean(text.text, "p");
    CHECK(undo(page) == text.text);
    const Page again = clean(page.text, "p");
    CHECK(again.text == page.text);
    std::size_t at = 0;
    for (const Edit& edit : page.edits) {
      CHECK(edit.to.begin >= at);
      REQUIRE(edit.to.end <= page.text.size());
      CHECK(page.view(edit.to) == edit.after);
      CHECK(edit.before != edit.after);
      at = edit.to.end;
    }
  }
}

TEST_CASE("the text is the same where it is all that is asked for") {
  for (const tests::Text& text : tests::all_texts()) {
    CAPTURE(text.name);
    for (const Fix fix : {Fix::none, Fix::certain, Fix::likely}) {
      const Page page = clean(text.text, "p", 0, {.fix = fix, .text_only = true});
      CHECK(page.text == clean(text.text, "p", 0, {.fix = fix}).text);
      CHECK(page.edits.empty());
      CHECK(page.doubts.empty());
    }
  }
}

TEST_CASE("articles cover every byte of a page that is no white space once") {
  for (const tests::Text& text : tests::all_texts()) {
    CAPTURE(text.name);
    const Page page = clean(text.text, "p");
    const std::vector<Article> articles = split(page);
    CHECK(fault_of_tiling(articles, text.text) == "");
    std::set<std::string> ids;
    for (const Article& article : articles) check_article(article, text.text, ids);
  }
}

TEST_CASE("records say where they come from") {
  for (const tests::Text& text : tests::all_texts()) {
    CAPTURE(text.name);
    for (const Article& article : split(clean(text.text, "p"))) {
      std::set<std::string> headings_seen, clauses_seen, notices_seen;
      for (const Heading& heading : outline(article)) check_record(heading, text.text, headings_seen);
      for (const Clause& clause : clauses(article)) check_record(clause, text.text, clauses_seen);
      for (const Notice& notice : notices(article)) check_record(notice, text.text, notices_seen);
    }
  }
}

TEST_CASE("no byte is of two notices") {
  for (const tests::Text& text : tests::all_texts()) {
    CAPTURE(text.name);
    std::vector<Span> spans;
    for (const Article& article : split(clean(text.text, "p")))
      for (const Notice& notice : notices(article)) spans.insert(spans.end(), notice.spans.begin(), notice.spans.end());
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < spans.size(); ++i) CHECK(spans[i - 1].end <= spans[i].begin);
  }
}

TEST_CASE("an article that went through JSON gives the same records") {
  for (const tests::Text& text : tests::all_texts()) {
    CAPTURE(text.name);
    for (const Article& article : split(clean(text.text, "p"))) {
      std::string line, again;
      write_json(line, article);
      const Article read = std::get<Article>(read_json(line).record);
      write_json(again, read);
      CHECK(again == line);
      std::string here, there;
      for (const Clause& clause : clauses(article)) write_json(here, clause);
      for (const Clause& clause : clauses(read)) write_json(there, clause);
      for (const Notice& notice : notices(article)) write_json(here, notice);
      for (const Notice& notice : notices(read)) write_json(there, notice);
      for (const Heading& heading : outline(article)) write_json(here, heading);
      for (const Heading& heading : outline(read)) write_json(there, heading);
      CHECK(there == here);
    }
  }
}

TEST_CASE("no bytes make the library throw") {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    std::string bytes(static_cast<std::size_t>(random() % 2000), '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    const Decoded decoded = decode(bytes);
    for (const Article& article : split(clean(decoded.text, "p"))) {
      CHECK_NOTHROW(outline(article));
      CHECK_NOTHROW(clauses(article));
      CHECK_NOTHROW(notices(article));
    }
  }
}

TEST_CASE("bytes of any encoding come back when cleaning is undone") {
  std::mt19937 random(2);
  const std::string_view text = "今天天氣好,明天也好。\n第十屆會議(上午9:30)開幕了,\n市民前來參觀。\n";
  for (const char* const encoding : {"GB18030", "GBK", "Big5", "Big5-HKSCS", "EUC-TW", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-7"}) {
    CAPTURE(encoding);
    for (int round = 0; round < 60; ++round) {
      std::string bytes = encode(text, encoding);
      for (int n = round % 6; n > 0; --n) {
        const std::size_t at = random() % bytes.size();
        if (random() % 3 == 0) bytes.erase(at, 1);
        else bytes[at] = static_cast<char>(random());
      }
      for (const char* const name : {encoding, ""}) {
        const Decoded decoded = decode(bytes, name);
        const Page page = clean(decoded, bytes, "p");
        CHECK(encode(undo(page), page.encoding) == bytes);
        std::string line;
        write_json(line, page);
        CHECK(undo(std::get<Page>(read_json(line).record)) == undo(page));
      }
    }
  }
}

TEST_CASE("wrong bytes come back when cleaning is undone") {
  for (const std::string_view bytes : {"\xFF", "今天\xFF天气好,明天也好。", "\xE4\xB8", "abc\xC0\xAF。\n\n(\xFE)", "\xED\xA0\x80，\x80\x80"}) {
    const Page page = clean(decode(bytes, "UTF-8"), bytes, "p", 7);
    CHECK(undo(page) == bytes);
    CHECK(page.edits.front().from.begin >= 7);
    std::string line;
    write_json(line, page);
    CHECK(undo(std::get<Page>(read_json(line).record)) == bytes);
  }
}

TEST_CASE("a title that is torn above rows of several columns loses nothing") {
  const std::vector<std::string> rows{"竹溪市市场监督管理局”东桥市农|业农村", "局关于规范乡村集体聚餐服务的指导意见", "溪市监发 [2021] 33号       (二) 因地制宜。可以采用下 污水经隔油池排放。       三报备案",
                                      "各县 (市、区) 市场监督管理 ”列方式:                     (3 配备灭火毯2条以上。        (五) 举办100人以上聚餐的", "农村）聚餐点多面广，   2与文化活动中心合建，   一、管\t理        WE", "(六) 未按规定报告造成食品",
                                      "(一) 合理布局。   每个点都要有水有电。 少于8学时，考核不合格的不得承办 。"};
  std::mt19937 random(12);
  for (int n = 0; n < 200; ++n) {
    std::string source;
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (n == 0 || row < 2 || random() % 4 > 0) source += rows[row] + "\n";
    const Page page = clean(decode(source).text, "p");
    INFO(source);
    CHECK(fault_of_tiling(split(page), source) == "");
  }
}

TEST_CASE("rows of titles and the texts behind them, in any order, lose nothing") {
  const std::vector<std::string> titles{"## 渡口增开夜航班次", "## 柳坪小学搬进新校舍", "## 竹溪县渡口管理办法", "## 读者来信", "## 一只木桨用了四十年——", "## 县长在柳坪镇调研时强调", "### 两艘新船", "# 东码头客流创新高"};
  const std::vector<std::string> texts{"本报讯（记者 方小禾）竹溪县交通局昨日宣布，东码头渡口从下月起增开夜航班次4个。", "柳坪小学的172名学生本周搬进了新校舍。", "新校舍共三层，有教室12间，图书室和",
                                       "本报记者 林一鸣", "（2024年5月8日竹溪县人民政府第20次常务会议通过）", "第一条 为了加强渡口安全管理，制定本办法。", "第二条 渡口的设置由县人民政府批准。", "江畔时评",
                                       "编辑同志：", "图为4月5日，乘客在东码头上船。秦小禾 摄", "县长在柳坪、东桥两镇调研粮食收购时提出", "遗失声明", "李明遗失学生证，声明作废。", "食堂各一间。", "责任编辑：方小禾"};
  std::mt19937 random(11);
  for (int n = 0; n < 300; ++n) {
    std::string source;
    for (std::size_t row = 1 + random() % 8; row > 0; --row) {
      for (std::size_t i = random() % 8; i > 0; --i) source += titles[random() % titles.size()] + "\n\n";
      for (std::size_t i = random() % (random() % 20 == 0 ? 90 : 7); i > 0; --i) source += texts[random() % texts.size()] + "\n\n";
    }
    const Page page = clean(decode(source).text, "p");
    INFO(source);
    CHECK(fault_of_tiling(split(page), source) == "");
  }
}
