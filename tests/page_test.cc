// From a page's text back to its source.
#include "jianbao/page.h"

#include "catch.h"
#include "jianbao/clean.h"

using namespace jianbao;

namespace {

// source: ab,cd⏎⏎ef   text: ab，cdef   at byte 100 of its file
Page page() {
  Page page;
  page.text = "ab，cdef";
  page.offset = 100;
  page.edits = {{"width", {102, 103}, {2, 5}, ",", "，"}, {"join", {105, 107}, {7, 7}, "\n\n", ""}};
  return page;
}

}  // namespace

TEST_CASE("a run of the text has a place in the source") {
  CHECK(page().source_of({0, 2}) == Span{100, 102});
  CHECK(page().source_of({5, 7}) == Span{103, 105});
  CHECK(page().source_of({7, 9}) == Span{107, 109});
}

TEST_CASE("an edit that a run touches is taken whole") {
  CHECK(page().source_of({0, 5}) == Span{100, 103});
  CHECK(page().source_of({2, 5}) == Span{102, 103});
  CHECK(page().source_of({5, 9}) == Span{103, 109});
}

TEST_CASE("edits undone give the source") {
  Page local = page();
  CHECK(undo(local) == "ab,cd\n\nef");
  local.edits.clear();
  CHECK(undo(local) == local.text);
}
