// Cutting a run of lines into the texts of several titles.
#include <random>

#include "catch.h"
#include "split/segments.h"

using namespace jianbao;

namespace {

constexpr double kInOrder = 0.4;

/// What each title is worth for each run between two cuts.
struct Gains {
  Gains(std::size_t number_of_cuts, std::size_t number_of_titles, std::mt19937& random) : cuts(number_of_cuts), titles(number_of_titles), of((titles + 1) * cuts * cuts) {
    std::uniform_real_distribution<double> any(-2, 4);
    for (double& gain : of) gain = any(random);
  }
  double operator()(std::size_t title, std::size_t begin, std::size_t end) const { return of[(title * cuts + begin) * cuts + end]; }

  std::size_t cuts, titles;
  std::vector<double> of;
};

/// The most that the rest from a cut on can be worth, tried out in every way.
double most_from(const Gains& gains, std::size_t begin, std::size_t used) {
  if (begin + 1 == gains.cuts) return 0;
  double most = -1e9;
  for (std::size_t end = begin + 1; end < gains.cuts; ++end)
    for (std::size_t title = 0; title <= gains.titles; ++title) {
      if (title < gains.titles && (used >> title & 1) != 0) continue;
      const double ordered = title < gains.titles && used >> title == 0 ? kInOrder : 0;
      const std::size_t now = title < gains.titles ? used | std::size_t{1} << title : used;
      most = std::max(most, gains(title, begin, end) + ordered + most_from(gains, end, now));
    }
  return most;
}

}  // namespace

TEST_CASE("no other way to cut a run and give its parts to titles is worth more") {
  std::mt19937 random(7);
  for (int n = 0; n < 60; ++n) {
    const Gains gains(2 + random() % 5, 1 + random() % 3, random);
    const std::vector<Segment> segments = best_segments(gains.cuts, gains.titles, gains, gains.titles, kInOrder);
    double worth = 0;
    std::size_t used = 0, at = 0;
    for (const Segment& segment : segments) {
      CHECK(segment.begin == at);  // nothing between two of them
      at = segment.end;
      worth += gains(segment.title, segment.begin, segment.end);
      if (segment.title == gains.titles) continue;
      CHECK((used >> segment.title & 1) == 0);  // a title has one text
      if (used >> segment.title == 0) worth += kInOrder;
      used |= std::size_t{1} << segment.title;
    }
    CHECK(at + 1 == gains.cuts);
    CHECK(worth == Approx(most_from(gains, 0, 0)));
  }
}

TEST_CASE("a text that no title gains by has none") {
  const auto gain = [](std::size_t title, std::size_t begin, std::size_t) { return title == 1 ? 0.0 : begin == 0 ? -1.0 : 2.0; };
  const std::vector<Segment> segments = best_segments(3, 1, gain, 1, 0);
  REQUIRE(segments.size() == 2);
  CHECK(segments[0].title == 1);
  CHECK(segments[1].title == 0);
}
