// Stitching: what the two sides of a tear say of one another, and how signs become odds.
#include "catch.h"
#include "continuation.h"
#include "join_odds.h"
#include "tables.h"

using namespace jianbao;

TABLE_CHECK(begins) {
  const Seam seam = seam_between("全市", row["example"], rules);
  return tests::holds_word(row, "words") && std::to_string(seam.begins).starts_with(row["odds"]);
}

namespace {

Seam seam(std::string_view head, std::string_view tail) { return seam_between(head, tail, Rules::standard()); }

}  // namespace

TEST_CASE("a tear inside a word shows on both sides") {
  const Seam torn = seam("出租人应在合同中写明禁止室内充电的条", "款，并定期上门查看。");
  CHECK(torn.word_across);
  CHECK_FALSE(torn.word_behind);
  CHECK(torn.begins < 0);

  const Seam strange = seam("出租人应在合同中写明禁止室内充电的条", "记者近日走访了六个街道。");
  CHECK(strange.word_behind);
  CHECK(strange.begins > 1);
}

TEST_CASE("quotations go on over a tear or they do not") {
  CHECK(seam("他说：“这件事我", "认了。”").quotes == 1);
  CHECK(seam("他说：“这件事我", "市里通报了情况。").quotes == -1);
  CHECK(seam("他说这件事", "认了。”").quotes == -1);
  CHECK(seam("他说这件事", "办成了。").quotes == 0);
}

TEST_CASE("a tear at the ends of the text is no fault") {
  CHECK_FALSE(seam("", "").word_across);
  CHECK_FALSE(seam("条", "").word_across);
  CHECK(seam("", "的").begins < 0);
}

TEST_CASE("odds add up by sign") {
  Evidence nothing, torn;
  torn[Sign::word_across] = 1;
  CHECK(odds_of(nothing) == 0);
  CHECK(odds_of(torn) == weight_of(Sign::word_across));
}
