// Stitching: what the two sides of a tear say of one another, and how signs become odds.
#include "catch.h"
#include "clean/continuation.h"
#include "split/join_odds.h"
#include "split/kinship.h"
#include "tables.h"

using namespace jianbao;

TABLE_CHECK(begins) {
  const SeamTail tail = seam_tail(row["example"], rules);
  return tests::holds_word(row, "words") && std::to_string(tail.begins).starts_with(row["odds"]);
}

namespace {

SeamHead head_of(std::string_view text) { return seam_head(text, Rules::standard()); }
SeamTail tail_of(std::string_view text) { return seam_tail(text, Rules::standard()); }
double torn(std::string_view head, std::string_view tail) { return word_torn(head_of(head), tail_of(tail)); }
int quotes(std::string_view head, std::string_view tail) { return quotes_between(head_of(head), tail_of(tail)); }

}  // namespace

TEST_CASE("a tear inside a word shows on both sides") {
  CHECK(torn("出租人应在合同中写明禁止室内充电的条", "款，并定期上门查看。") > 3);
  CHECK(tail_of("款，并定期上门查看。").edge.next_word == 1);
  CHECK(tail_of("款，并定期上门查看。").begins < 0);

  CHECK(torn("出租人应在合同中写明禁止室内充电的条", "记者近日走访了六个街道。") == 0);
  CHECK(tail_of("记者近日走访了六个街道。").begins > 1);
}

TEST_CASE("a word across a tear must be better than the words on both sides") {
  CHECK(torn("乡镇人民政府会同业主委员会制定增设", "方案；场地确有困难的，可以在外设置。") == 0);
  CHECK(torn("乡镇人民政府会同业主委员会制定增设", "立法的温度常常藏在细节里。") == 0);  // 设立, but 立法
  CHECK(torn("乡镇人民政府会同业主委员会制定增", "设方案；场地确有困难的，可以在外设置。") > 3);
}

TEST_CASE("who speaks at the begin of a paragraph") {
  CHECK(tail_of("市住建局有关负责人表示，明年再改造一批。").says);
  CHECK_FALSE(tail_of("市住建局有关负责人到场，现场办公。").says);
  CHECK_FALSE(tail_of("，他表示，明年再改造一批。").says);
}

TEST_CASE("a head asks for more or does not") {
  CHECK(head_of("市、县人民政府应当依法从重处罚的").unfinished);
  CHECK_FALSE(head_of("本报记者摄影报道").unfinished);
}

TEST_CASE("quotations go on over a tear or they do not") {
  CHECK(quotes("他说：“这件事我", "认了。”") == 1);
  CHECK(quotes("依照《殡葬管理", "条例》的规定，责令改正。") == 1);
  CHECK(quotes("他说：“这件事我", "市里通报了情况。") == -1);
  CHECK(quotes("他说这件事", "认了。”") == -1);
  CHECK(quotes("他说这件事", "办成了。") == 0);
}

TEST_CASE("a tear at the ends of the text is no fault") {
  CHECK(torn("", "") == 0);
  CHECK(torn("条", "") == 0);
  CHECK(torn("", "款") == 0);
  CHECK(tail_of("的").begins < 0);
}

TEST_CASE("odds add up by sign") {
  Evidence word, all;
  CHECK(word.odds() == 0);
  word.add(Sign::word_torn, 2);
  CHECK(word.odds() == 2 * weight_of(Sign::word_torn).join);
  CHECK(word.cut_odds() == 2 * weight_of(Sign::word_torn).cut);

  all.add(Sign::any, 1);
  all.add(word);
  CHECK(all.odds() == weight_of(Sign::any).join + word.odds());
}

TEST_CASE("signs are kept where they are to be explained") {
  Evidence figure(true), all(true);
  figure.add(Sign::figure_torn, 0.5);
  all.add(figure);
  CHECK(all.values()[static_cast<std::size_t>(Sign::figure_torn)] == 0.5);
  CHECK(Evidence().values().empty());
}

TEST_CASE("what is printed behind a text begins another one") {
  Line first, last, other;
  last.span = {0, 10};
  other.span = {40, 50};
  first.span = {20, 30};
  Draft stitched, next;
  stitched.lines = {{&first, Role::title}, {&last, Role::body}};  // its end was printed before its begin
  next.lines = {{&other, Role::title}};
  CHECK_FALSE(printed_behind({stitched, next}, 0));
  first.span = {60, 70};
  CHECK(printed_behind({stitched, next}, 0) == 1);
}
