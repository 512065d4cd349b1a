// Notices: the tables they are read by, single fields, and invented notices with their expected fields (tests/notices).
#include "jianbao/records.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>

#include "catch.h"
#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/phones.h"
#include "notice_parts/notice_tail.h"
#include "tables.h"
#include "tables/pattern_set.h"

using namespace jianbao;

namespace {

bool holds_pattern(const std::string& pattern, std::string_view text) {
  std::size_t begin = 0;
  Pattern::Match match;
  return find_pattern(Pattern(pattern), text, 0, begin, match);
}

bool holds_word(const std::string& words, const std::string& text) {
  const auto list = split_cell(words);
  return std::any_of(list.begin(), list.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::string own_pattern(std::string pattern) { return pattern.starts_with('^') ? pattern.substr(1) : pattern; }

}  // namespace

TABLE_CHECK(notices) {
  return row["id"] == "other" || holds_word(row["topics"], row["example"]);
}
TABLE_CHECK(notice_columns) { return tests::holds_word(row, "words"); }
TABLE_CHECK(notice_triggers) { return holds_pattern(row["pattern"], row["example"]); }
TABLE_CHECK(notice_speakers) { return holds_word(row["words"], row["example"]); }
TABLE_CHECK(notice_fields) { return holds_pattern(row["pattern"], row["example"]); }
TABLE_CHECK(notice_deadlines) { return holds_pattern(row["pattern"], row["example"]); }
TABLE_CHECK(notice_parties) { return holds_pattern(own_pattern(row["pattern"]), row["example"]); }
TABLE_CHECK(notice_tales) { return holds_pattern(row["pattern"], row["example"]); }
TABLE_CHECK(notice_cues) { return holds_pattern(row["pattern"], row["example"]) && is_notice_text(row["example"], rules); }
TABLE_CHECK(notice_starts) {
  static const std::set<std::string_view> kWords = {"closing", "end", "self", "void", "manner", "told", "no-subject"};
  const bool words = kWords.count(row["role"]) > 0;
  return words ? holds_word(row["pattern"], row["example"]) : holds_pattern(row["pattern"], row["example"]);
}
TABLE_CHECK(mask_labels) { return holds_word(row["words"], row["example"]); }
TABLE_CHECK(notice_words) { return holds_word(row["words"], row["example"]); }
TABLE_CHECK(notice_party_words) {
  const auto patterns = split_cell(row["use"] == "cut" ? row["words"] : "");
  return holds_word(row["words"], row["example"]) || std::any_of(patterns.begin(), patterns.end(), [&](const std::string& p) { return holds_pattern(p, row["example"]); });
}
TABLE_CHECK(notice_court_words) { return holds_word(row["words"], row["example"]); }
TABLE_CHECK(notice_items) { return holds_word(row["words"], row["example"]); }
TABLE_CHECK(notice_item_words) { return holds_word(row["words"], row["example"]); }
TABLE_CHECK(phone_labels) { return holds_word(row["words"], row["example"]); }
TABLE_CHECK(surnames) { return is_person(row["example"], rules); }
TABLE_CHECK(person_words) { return is_person(row["example"], rules) == (row["use"] == "pair"); }
TABLE_CHECK(organisation_suffixes) { return is_organisation(row["example"], rules); }

TEST_CASE("dates in all printed forms") {
  const auto iso = [](std::string_view text) {
    const auto date = whole_date(text);
    return date ? date->iso() : std::string("none");
  };
  CHECK(iso("2024年10月21日") == "2024-10-21");
  CHECK(iso("二〇二四年十月二十一日") == "2024-10-21");
  CHECK(iso("二○二四年十月二十一日") == "2024-10-21");
  CHECK(iso("２０２４ 年 10 月 21 日") == "2024-10-21");
  CHECK(iso("10月21日") == "--10-21");
  CHECK(iso("2024-10-21") == "2024-10-21");
  CHECK(iso("2024.10.21") == "2024-10-21");
  CHECK(iso("2024年13月21日") == "none");
  CHECK(iso("3.15") == "none");
  CHECK(iso("45日") == "none");
  Date date{0, 12, 28};
  complete_year(date, "2025-01-03");
  CHECK(date.iso() == "2024-12-28");
}

TEST_CASE("amounts") {
  const auto yuan = [](std::string_view text) {
    const auto money = parse_money(text);
    return money ? money->value : -1;
  };
  CHECK(yuan("5435.56元") == 5435.56);
  CHECK(yuan("1,234.56元") == 1234.56);
  CHECK(yuan("人民币8000万元") == 80000000);
  CHECK(yuan("1.5亿元") == 150000000);
  CHECK(yuan("壹拾贰万叁仟元整") == 123000);
  CHECK(yuan("贰佰零伍元叁角") == 205.3);
  CHECK(yuan("￥50,000.00") == 50000);
  CHECK(yuan("3号楼") == -1);
  CHECK(parse_money("减少至3 000万元", 9)->value == 30000000);
  CHECK(yuan("3 500万元") == -1);  // a row's number and its amount
  CHECK(parse_money("20万美元")->currency == "USD");
}

TEST_CASE("telephones") {
  const auto numbers = [](std::string_view text) {
    std::string all;
    for (const Phone& phone : find_phones(text, Rules::standard())) all += (all.empty() ? "" : " ") + phone.number;
    return all;
  };
  CHECK(numbers("电话：13907350268。") == "13907350268");
  CHECK(numbers("电话：0735-2345678-802") == "0735-2345678-802");
  CHECK(numbers("电话（0735）2288888") == "0735-2288888");
  CHECK(numbers("联系电话：0735—2221111、138 0000 1234") == "0735-2221111 13800001234");
  CHECK(numbers("举报电话：12380") == "12380");
  CHECK(numbers("反馈电话：2368888") == "2368888");
  CHECK(numbers("编号：43100008590，金额2368888元") == "");
  CHECK(numbers("发票代码：043001900104，账号：82013750000003611") == "");
}

TEST_CASE("check digits") {
  for (const char* code : {"91431003MA4PQ1A21Q", "92431003MA4PQ1A21M", "52431000MA4PQ1A21E", "91350100M000100Y43"}) CHECK(credit_code_checks(code));
  CHECK_FALSE(credit_code_checks("91431003MA4PQ1A21A"));
  for (const char* number : {"11010519491231002X", "431002199003074510", "431021196311220036"}) CHECK(identity_number_checks(number));
  CHECK_FALSE(identity_number_checks("431002199003074511"));
  CHECK(find_case_number("案号（2024）湘0603民初2187号，现").value() == Span{6, 36});
}

TEST_CASE("names") {
  const Rules& rules = Rules::standard();
  CHECK(read_names("高 敬 李晓明", rules) == std::vector<std::string>{"高敬", "李晓明"});
  CHECK(read_names("张三、欧阳志强", rules) == std::vector<std::string>{"张三", "欧阳志强"});
  CHECK(is_person("买买提·吐尔逊", rules));
  CHECK(is_person("张某某", rules));
  CHECK_FALSE(is_person("石桥镇", rules));
  CHECK_FALSE(is_person("公告", rules));
  CHECK(is_organisation("天成咨询中心（有限合伙）", rules));
  CHECK_FALSE(is_organisation("有限公司", rules));
}

TEST_CASE("headings and texts of notices are told from news") {
  const Rules& rules = Rules::standard();
  for (const char* line : {"遗失启事", "声 明", "★遗失★", "临沅市云溪区人民法院公告", "东门桥封闭施工公告", "关于召开天然气价格听证会的公告"})
    CHECK(is_notice_heading(line, rules));
  for (const char* line : {"教育部发布招生公告", "三部门联合公告", "失物招领公告引热议", "国务院关于开展经济普查的通知", "特此公告", "招标公司"})
    CHECK_FALSE(is_notice_heading(line, rules));
  CHECK_FALSE(is_notice_text("他不慎遗失了钱包，民警帮他找回。", rules));
  CHECK_FALSE(is_notice_text("根据公告，新规将于下月实施。", rules));
}

TEST_CASE("further notices in one paragraph") {
  const auto pieces = [](std::string_view text) { return 1 + notice_starts(text, Rules::standard()).size(); };
  CHECK(pieces("张三遗失身份证；李四遗失驾驶证；王五遗失学生证，以上证件声明作废。") == 3);
  CHECK(pieces("●张三遗失身份证，声明作废●李四遗失学生证，声明作废。") == 2);
  CHECK(pieces("张三不慎遗失身份证声明作废李四不慎遗失驾驶证声明作废") == 2);
  CHECK(pieces("东山市利民商店遗失公章一枚，刘芳遗失残疾证，证号23，均声明作废。") == 2);
  CHECK(pieces("新桥公司遗失公章、财务专用章各一枚，编号：12、13，声明作废。") == 1);
  CHECK(pieces("刘强：本院受理原告李四诉你一案，现公告送达。王芳、赵六：本院受理原告某银行诉你们一案。") == 2);
}

TEST_CASE("an article that is no notice has none") {
  Article article;
  article.type = ArticleType::news;
  article.text = "张三不慎遗失身份证，声明作废。";
  article.blocks.resize(1);
  article.blocks[0].range = {0, article.text.size()};
  CHECK(notices(article).empty());
}

TEST_CASE("identity and mobile numbers are masked") {
  CHECK(masked("编号：201121110431002199003074510，声明作废") == "编号：201121110431002********4510，声明作废");
  CHECK(masked("身份证号：431002199003074510，电话13907350268，编号431000085909") ==
        "身份证号：431002********4510，电话139****0268，编号431000085909");
}

// ---- invented notices with expected fields; the format is told in tests/notices/README.md

namespace {

struct Expected {
  std::string kind;
  std::vector<std::string> values;  ///< `party 张三`, `phone …`, `item 公章 # 12 x 1`
};

struct Case {
  std::vector<std::string> text;
  std::vector<Expected> notices;
};

std::vector<Case> read_cases(const std::string& name) {
  std::ifstream file(std::string(SOURCE_DIR) + "/tests/notices/" + name);
  REQUIRE(file);
  std::vector<Case> cases(1);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() && !cases.back().text.empty()) cases.emplace_back();
    if (line.empty() || line[0] == '#') continue;
    Case& last = cases.back();
    if (line[0] != '>')
      last.text.push_back(line);
    else if (line[1] == '>' || last.notices.empty())
      last.notices.push_back({line.substr(line[1] == '>' ? 3 : 2), {}});
    else
      last.notices.back().values.push_back(line.substr(2));
  }
  if (cases.back().text.empty()) cases.pop_back();
  return cases;
}

/// What gather makes of such a text: a line a block, and a block for each further notice in one.
Article article_of(const Case& one) {
  Article article;
  article.id = "n";
  article.type = ArticleType::notice;
  article.issue = "2024-10-22";
  const auto add = [&](std::string_view text, bool item) {
    if (!article.text.empty()) article.text += '\n';
    Block block;
    block.kind = item ? BlockKind::item : BlockKind::paragraph;
    block.range = {article.text.size(), article.text.size() + text.size()};
    block.spans = {block.range};
    article.text += text;
    article.blocks.push_back(std::move(block));
  };
  for (const std::string& line : one.text) {
    std::size_t begin = 0;
    for (const std::size_t start : notice_starts(line, Rules::standard())) {
      add(std::string_view(line).substr(begin, start - begin), begin > 0);
      begin = start;
    }
    add(std::string_view(line).substr(begin), begin > 0);
  }
  return article;
}

std::string plain(double value) {
  std::ostringstream out;
  out.precision(15);
  out << value;
  return out.str();
}

std::string line_of(const Item& item) {
  std::string line = "item " + item.name;
  for (const std::string& number : item.numbers) line += " # " + number;
  if (!item.issuer.empty()) line += " by " + item.issuer;
  if (!item.issued.empty()) line += " on " + item.issued;
  if (item.amount) line += " = " + plain(*item.amount);
  if (item.count) line += " x " + plain(*item.count);
  return line;
}

/// The scored fields of a notice, in the words of the fixtures.
std::vector<std::string> lines_of(const Notice& notice) {
  std::vector<std::string> lines;
  for (const Party& party : notice.parties) lines.push_back("party " + party.name);
  for (const Item& item : notice.items) lines.push_back(line_of(item));
  for (const std::string& phone : notice.phones) lines.push_back("phone " + phone);
  if (!notice.signatory.empty()) lines.push_back("signatory " + notice.signatory);
  if (!notice.date.empty()) lines.push_back("date " + notice.date);
  if (notice.deadline_days) lines.push_back("days " + plain(*notice.deadline_days));
  for (const auto& [name, value] : notice.fields) {
    const auto* text = std::get_if<std::string>(&value);
    const auto* number = std::get_if<double>(&value);
    const auto* texts = std::get_if<std::vector<std::string>>(&value);
    const auto* numbers = std::get_if<std::vector<double>>(&value);
    std::string shown = text ? *text : number ? plain(*number) : std::string();
    if (texts)
      for (const std::string& one : *texts) shown += (shown.empty() ? "" : "、") + one;
    if (numbers)
      for (const double one : *numbers) shown += (shown.empty() ? "" : "、") + plain(one);
    const std::string word = name == "case_number" ? "case" : name == "credit_code" ? "credit" : name == "capital_before" ? "before"
                             : name == "capital_after" ? "after" : name == "court" ? "court" : "field " + name;
    lines.push_back(word + " " + shown);
  }
  return lines;
}

struct Counts {
  int kinds = 0, notices = 0, right = 0, wanted = 0;
};

Counts compare(const std::string& name) {
  Counts counts;
  for (const Case& one : read_cases(name)) {
    const std::vector<Notice> found = notices(article_of(one));
    INFO(one.text.front());
    CHECK(found.size() == one.notices.size());
    for (std::size_t i = 0; i < std::min(found.size(), one.notices.size()); ++i) {
      const Expected& expected = one.notices[i];
      ++counts.notices;
      counts.kinds += found[i].kind == expected.kind;
      if (found[i].kind != expected.kind) WARN(one.text.front() << ": " << found[i].kind);
      auto lines = lines_of(found[i]);
      for (const std::string& value : expected.values) {
        ++counts.wanted;
        const auto same = std::find(lines.begin(), lines.end(), value);
        if (same == lines.end()) {
          WARN(one.text.front() << ": no " << value);
          continue;
        }
        ++counts.right;
        lines.erase(same);
      }
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("amounts in two scales") {
  const auto yuan = [](std::string_view text) { return parse_money(text).value().value; };
  CHECK(yuan("壹亿贰仟万元整") == 120000000);
  CHECK(yuan("一万零五百亿元") == 1050000000000);
  CHECK(yuan("二万亿元") == 2000000000000);
  CHECK(yuan("1亿2000万元") == 120000000);
  CHECK(yuan("3万5000元") == 35000);
  CHECK(yuan("500万元") == 5000000);
}

TEST_CASE("numbers of persons are masked however they are set") {
  const auto shown = [](std::string text) {
    Notice notice;
    notice.text = std::move(text);
    mask(notice);
    return notice.text;
  };
  CHECK(shown("身份证430602198501011724") == "身份证430602********1724");
  CHECK(shown("身份证430602 1985 0101 1724") == "身份证430602 **** **** 1724");
  CHECK(shown("身份证43O602l985O1011724") == "身份证43O602********1724");    // as OCR reads it
  CHECK(shown("身份证430602850101172") == "身份证430602******172");            // of before 2000
  CHECK(shown("残疾人证43060219850101172X42") == "残疾人证430602********172X42");
  CHECK(shown("手机138 2828 1177") == "手机138 **** 1177");
  CHECK(shown("身份证350503199202306617") == "身份证350503********6617");       // no such day: as OCR reads it
  CHECK(shown("收据号13805956677") == "收据号13805956677");                       // a number of a paper
  CHECK(shown("注册号：650102600123456") == "注册号：650102600123456");
  CHECK(shown("手机138.2828.1177") == "手机138.****.1177");
  CHECK(shown("手机(138)28281177") == "手机(138)****1177");
  CHECK(shown("手机1382828\n1177") == "手机138****\n1177");
  CHECK(shown("價格10.5元，比2014.5.20低") == "價格10.5元，比2014.5.20低");
  CHECK(shown("身分證A123456789") == "身分證A12****789");
  CHECK(shown("编号A123456788") == "编号A123456788");                                  // its sum is wrong: another number
  CHECK(shown("香港身份證A123456（3）") == "香港身份證A12****（3）");
  CHECK(shown("手机+86 13828281177") == "手机+86 138****1177");
  CHECK(shown("电话0731-85551234") == "电话0731-85551234");                    // an office's
  CHECK(shown("2024年10月21日13828") == "2024年10月21日13828");
}

TEST_CASE("what is called an identity number is masked however it is damaged") {
  CHECK(masked("身份证号：43060219850101172×，因病") == "身份证号：430602********172×，因病");
  CHECK(masked("身份证号：43060219850101172*，因病") == "身份证号：430602********172*，因病");
  CHECK(masked("身份证号：43060219850101172？，因病") == "身份证号：430602********172？，因病");
  CHECK(masked("身份证号：43060219850101172Х，因病") == "身份证号：430602********172Х，因病");  // Cyrillic
  CHECK(masked("号码43060219850101172 X，因病") == "号码430602********172 X，因病");
  CHECK(masked("号码43060219850101172×，因病") == "号码430602********172×，因病");
  CHECK(masked("身份证号43060219850101172，因病") == "身份证号430602********172，因病");
  CHECK(masked("身份证号4306021985001011724，因病") == "身份证号430602*********1724，因病");
  CHECK(masked("身份证，号码：430602198513011724，因病") == "身份证，号码：430602********1724，因病");
  CHECK(masked("身份证号4306021985B1011724，因病") == "身份证号430602********1724，因病");
  CHECK(masked("身份证号l30602198501011724，因病") == "身份证号l30602********1724，因病");
  CHECK(masked("身份证号430602198，因病") == "身份证号430602***，因病");
  CHECK(masked("身份证20240315签发") == "身份证20240315签发");  // a day
  CHECK(masked("驾驶证，档案编号430602123456") == "驾驶证，档案编号430602123456");
  CHECK(masked("43060219850101172件") == "43060219850101172件");
  CHECK(masked("统一社会信用代码914306021234567890") == "统一社会信用代码914306021234567890");
}

TEST_CASE("mobile numbers are masked however they are printed") {
  CHECK(masked("电话013828281177") == "电话0138****1177");
  CHECK(masked("电话0-13828281177") == "电话0-138****1177");
  CHECK(masked("电话0086-13828281177") == "电话0086-138****1177");
  CHECK(masked("电话1382828117З") == "电话138****117З");
  CHECK(masked("电话138282811З7") == "电话138****11З7");
  CHECK(masked("电话l3828281177") == "电话l38****1177");
  CHECK(masked("微信 wx13828281177") == "微信 wx138****1177");
  CHECK(masked("微信号：abc13828281177") == "微信号：abc138****1177");
  CHECK(masked("138 2828 1177 139 2828 1177") == "138 **** 1177 139 **** 1177");
  CHECK(masked("0731-8555123413828281177") == "0731-85551234138****1177");
  CHECK(masked("编号AB13828281177") == "编号AB13828281177");
  CHECK(masked("许可证l3828281177") == "许可证l3828281177");
  CHECK(masked("编号013828281177") == "编号013828281177");
  CHECK(masked("电话0731-85551234") == "电话0731-85551234");
  CHECK(masked("（2024）湘0602民初13828号") == "（2024）湘0602民初13828号");
  CHECK(masked("价格13828.28元，138282.81元") == "价格13828.28元，138282.81元");
}

TEST_CASE("a number that is masked at one place is masked at all") {
  CHECK(masked("编号13828281177，电话13828281177") == "编号138****1177，电话138****1177");
  CHECK(masked("430602198513011724，身份证号430602198513011724") == "430602********1724，身份证号430602********1724");
}

TEST_CASE("the example bank of the domain") {
  const Counts counts = compare("bank.txt");
  CHECK(counts.kinds == counts.notices);
  CHECK(counts.right >= counts.wanted * 97 / 100);
}

TEST_CASE("notices of other regions and habits") {
  struct Floor {
    const char* set;
    int kinds, fields;  // percent
  };
  for (const Floor floor : {Floor{"own-a.txt", 97, 95}, {"own-b.txt", 97, 95}, {"own-c.txt", 97, 95}, {"own-d.txt", 94, 88}}) {
    const Counts counts = compare(floor.set);
    INFO(floor.set);
    CHECK(counts.kinds >= counts.notices * floor.kinds / 100);
    CHECK(counts.right >= counts.wanted * floor.fields / 100);
  }
}
