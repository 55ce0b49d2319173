#include "layout/label_placement.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/random.hpp"
#include "layout/edge_paths.hpp"

namespace tp {
namespace {

/// Marks along rows, each with a label beside it: a timeline in small.
LabelRequest random_timeline(std::uint64_t seed, double width, std::size_t count) {
  Random random(seed);
  LabelRequest request;
  request.bounds = {0, 0, width, 160};
  for (std::uint32_t i = 0; i < count; ++i) {
    const Rect mark{std::floor(random.unit() * width), 4.0 + 20 * random.below(8), 10.0 + random.below(30),
                    10};
    request.obstacles.push_back(mark);
    LabelItem item;
    item.size = {static_cast<double>(20 + random.below(90)), 14};
    item.candidates = beside_candidates(mark, item.size, 3);
    item.priority = static_cast<double>(1 + random.below(5));
    item.required = random.below(40) == 0;
    item.own_obstacle = i;
    request.items.push_back(item);
  }
  return request;
}

/// Round marks with labels around them: a map in small.
LabelRequest random_map(std::uint64_t seed, double width, std::size_t count) {
  Random random(seed);
  LabelRequest request;
  request.bounds = {0, 0, width, width * 0.7};
  for (std::uint32_t i = 0; i < count; ++i) {
    const Point center{random.unit() * width, random.unit() * width * 0.7};
    const double radius = 6 + 8 * random.unit();
    request.obstacles.push_back({center.x - radius, center.y - radius, 2 * radius, 2 * radius});
    LabelItem item;
    item.size = {30 + 60 * random.unit(), 14};
    item.candidates = around_candidates(center, radius, item.size, 2);
    item.priority = random.unit();
    item.own_obstacle = i;
    request.items.push_back(item);
  }
  return request;
}

bool lies_inside(const Rect& rect, const Rect& bounds) {
  return rect.x >= bounds.x && rect.y >= bounds.y && rect.right() <= bounds.right() &&
         rect.bottom() <= bounds.bottom();
}

void expect_sound(const LabelRequest& request, const std::vector<PlacedLabel>& placed) {
  ASSERT_EQ(placed.size(), request.items.size());
  for (std::uint32_t i = 0; i < placed.size(); ++i) {
    const LabelItem& item = request.items[i];
    if (item.required) {
      ASSERT_TRUE(placed[i].shown);
    }
    if (!placed[i].shown || item.required) continue;
    const Point corner = item.candidates[placed[i].candidate];
    ASSERT_EQ(placed[i].rect, (Rect{corner.x, corner.y, item.size.width, item.size.height}));
    ASSERT_TRUE(lies_inside(placed[i].rect, request.bounds)) << i;
    for (std::uint32_t o = 0; o < request.obstacles.size(); ++o) {
      if (o != item.own_obstacle) {
        ASSERT_FALSE(request.obstacles[o].overlaps(placed[i].rect)) << i << " over mark " << o;
      }
    }
    for (std::uint32_t j = 0; j < placed.size(); ++j) {
      if (j == i || !placed[j].shown) continue;
      ASSERT_FALSE(placed[i].rect.grown(request.gap_px).overlaps(placed[j].rect)) << i << " and " << j;
    }
  }
}

/// What is hidden has no room at any of its candidates: as much is shown as a greedy choice can show.
void expect_nothing_left_out(const LabelRequest& request, const std::vector<PlacedLabel>& placed) {
  for (std::uint32_t i = 0; i < placed.size(); ++i) {
    if (placed[i].shown) continue;
    for (const Point corner : request.items[i].candidates) {
      const Rect rect{corner.x, corner.y, request.items[i].size.width, request.items[i].size.height};
      bool blocked = !lies_inside(rect, request.bounds);
      for (std::uint32_t o = 0; o < request.obstacles.size() && !blocked; ++o) {
        blocked = o != request.items[i].own_obstacle && request.obstacles[o].overlaps(rect);
      }
      for (const PlacedLabel& other : placed) {
        blocked = blocked || (other.shown && other.rect.overlaps(rect.grown(request.gap_px)));
      }
      ASSERT_TRUE(blocked) << "label " << i << " would fit";
    }
  }
}

TEST(LabelPlacement, ShowsTheMoreImportantOfTwoThatCollide) {
  LabelRequest request;
  request.items = {{{50, 12}, {{0, 0}}, 1}, {{50, 12}, {{20, 0}}, 2}};
  const auto placed = place_labels(request);
  EXPECT_FALSE(placed[0].shown);
  EXPECT_TRUE(placed[1].shown);
}

TEST(LabelPlacement, TakesTheFirstCandidateThatIsFree) {
  LabelRequest request;
  request.obstacles = {{0, 0, 30, 30}};
  request.items = {{{20, 10}, {{5, 5}, {25, 5}, {40, 5}, {60, 5}}, 1}};
  const auto placed = place_labels(request);
  EXPECT_EQ(placed[0].candidate, 2u);
  EXPECT_EQ(placed[0].rect, (Rect{40, 5, 20, 10}));
}

TEST(LabelPlacement, MayTouchItsOwnMarkOnly) {
  LabelRequest request;
  request.obstacles = {{0, 0, 30, 30}, {100, 0, 30, 30}};
  request.items = {{{20, 10}, {{5, 5}}, 1, false, 0}, {{20, 10}, {{105, 5}}, 1, false, 0}};
  const auto placed = place_labels(request);
  EXPECT_TRUE(placed[0].shown);
  EXPECT_FALSE(placed[1].shown);
}

TEST(LabelPlacement, AlwaysShowsWhatIsRequiredAndPushesOthersAway) {
  LabelRequest request;
  request.bounds = {0, 0, 200, 40};
  request.obstacles = {{0, 0, 200, 40}};
  request.items = {{{40, 12}, {{10, 10}}, 9, false, 0}, {{40, 12}, {{30, 10}}, 1, true}};
  const auto placed = place_labels(request);
  EXPECT_FALSE(placed[0].shown);
  EXPECT_TRUE(placed[1].shown);
}

TEST(LabelPlacement, MovesARequiredLabelIntoTheBounds) {
  LabelRequest request;
  request.bounds = {0, 0, 100, 40};
  request.items = {{{40, 12}, {{90, -5}}, 1, true}};
  EXPECT_EQ(place_labels(request)[0].rect, (Rect{60, 0, 40, 12}));
}

/// Labels in rows above their marks, each on a line that leads down to its mark.
LabelRequest random_flags(std::uint64_t seed, double width) {
  Random random(seed);
  LabelRequest request;
  request.bounds = {0, 0, width, 100};
  for (std::uint32_t i = 0; i < 60; ++i) {
    const double x = random.unit() * width;
    request.obstacles.push_back({x - 5, 80, 10, 10});
    LabelItem item;
    item.size = {static_cast<double>(20 + random.below(90)), 14};
    for (int row = 1; row <= 4; ++row) {
      const double y = 80 - 18.0 * row;
      item.candidates.push_back({x + 4, y});
      item.candidates.push_back({x - 4 - item.size.width, y});
      item.tails.insert(item.tails.end(), 2, Rect{x - 0.5, y, 1, 80 - y});
    }
    item.priority = static_cast<double>(1 + random.below(5));
    item.own_obstacle = i;
    request.items.push_back(item);
  }
  return request;
}

TEST(LabelPlacement, TailsCrossNoLabelAndNoLabelCoversATail) {
  for (int width = 40; width <= 1600; width += 60) {
    const LabelRequest request = random_flags(static_cast<std::uint64_t>(width), width);
    const auto placed = place_labels(request);
    std::size_t shown = 0;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (!placed[i].shown) continue;
      ++shown;
      const Rect tail = request.items[i].tails[placed[i].candidate];
      for (std::size_t j = 0; j < placed.size(); ++j)
        ASSERT_FALSE(i != j && placed[j].shown && placed[j].rect.overlaps(tail))
            << width << ": " << i << " " << j;
    }
    EXPECT_GT(shown, 0u);
  }
}

TEST(LabelPlacement, HoldsForTimelinesOfEveryWidth) {
  for (int width = 1; width <= 2000; width += 11) {
    const LabelRequest request = random_timeline(static_cast<std::uint64_t>(width) + 1, width, 70);
    const auto placed = place_labels(request);
    expect_sound(request, placed);
    expect_nothing_left_out(request, placed);
    ASSERT_EQ(placed, place_labels(request));
    if (HasFatalFailure()) FAIL() << "width " << width;
  }
}

TEST(LabelPlacement, HoldsForMapsOfEveryWidth) {
  for (int width = 1; width <= 2000; width += 23) {
    const LabelRequest request = random_map(static_cast<std::uint64_t>(width), width, 60);
    const auto placed = place_labels(request);
    expect_sound(request, placed);
    expect_nothing_left_out(request, placed);
    if (HasFatalFailure()) FAIL() << "width " << width;
  }
}

TEST(LabelPlacement, IsNotChangedByLessImportantLabels) {
  const LabelRequest request = random_timeline(99, 600, 80);
  const auto placed = place_labels(request);
  for (std::uint32_t without = 0; without < request.items.size(); ++without) {
    LabelRequest fewer = request;
    fewer.items[without].candidates.clear();
    const auto still = place_labels(fewer);
    for (std::uint32_t i = 0; i < request.items.size(); ++i) {
      const LabelItem& kept = request.items[i];
      const LabelItem& gone = request.items[without];
      const bool before = kept.required != gone.required   ? kept.required
                          : kept.priority != gone.priority ? kept.priority > gone.priority
                                                           : i < without;
      if (before) {
        ASSERT_EQ(still[i], placed[i]) << "without " << without;
      }
    }
  }
}

TEST(LabelPlacement, DoesNotChangeWhilePanningOverTheWholeContent) {
  LabelRequest request = random_timeline(17, 900, 100);
  request.bounds = {};
  const auto still = place_labels(request);
  for (int quarter = 1; quarter <= 200; quarter += 3) {
    LabelRequest panned = request;
    for (Rect& rect : panned.obstacles) rect.x += quarter * 0.25;
    for (LabelItem& item : panned.items) {
      for (Point& corner : item.candidates) corner.x += quarter * 0.25;
    }
    const auto moved = place_labels(panned);
    for (std::size_t i = 0; i < still.size(); ++i) {
      ASSERT_EQ(moved[i].shown, still[i].shown);
      ASSERT_EQ(moved[i].candidate, still[i].candidate);
    }
  }
}

TEST(LabelPlacement, PlacesAHundredThousandWithoutOverlap) {
  LabelRequest request;
  Random random(1);
  for (int i = 0; i < 100'000; ++i) {
    const Point at{random.unit() * 40'000, std::floor(random.unit() * 100) * 16};
    request.items.push_back({{60, 14}, {at, {at.x - 60, at.y}}, random.unit()});
  }
  const auto placed = place_labels(request);
  std::vector<std::vector<Rect>> rows(100);
  for (const PlacedLabel& label : placed) {
    if (label.shown) rows[static_cast<std::size_t>(label.rect.y / 16)].push_back(label.rect);
  }
  for (auto& row : rows) {
    std::sort(row.begin(), row.end(), [](const Rect& a, const Rect& b) { return a.x < b.x; });
    ASSERT_GT(row.size(), 300u);
    for (std::size_t i = 1; i < row.size(); ++i)
      ASSERT_GE(row[i].x, row[i - 1].right() + request.gap_px - 1e-9);
  }
}

TEST(LabelPlacement, KeepsOffAMarkThatIsTrillionsOfPixelsLong) {
  // A span of the story at the zoom of milliseconds.
  LabelRequest request;
  request.obstacles = {{-3e12, 0, 5e12, 12}, {-1e15, 40, 2e15, 12}};
  request.items = {{{50, 12}, {{1e6, 4}}, 1}, {{50, 12}, {{-2.9e12, 44}}, 1}, {{50, 12}, {{7, 20}}, 1}};
  const auto placed = place_labels(request);
  EXPECT_FALSE(placed[0].shown);
  EXPECT_FALSE(placed[1].shown);
  EXPECT_TRUE(placed[2].shown);
}

TEST(LabelPlacement, HidesWhatHasNoCandidateOrNoFinitePlace) {
  LabelRequest request;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  request.obstacles = {{nan, 0, 10, 10}};
  request.items = {{{10, 10}, {}, 1, true},
                   {{10, 10}, {{nan, 0}}, 1, true},
                   {{nan, 10}, {{0, 0}}, 1},
                   {{10, 10}, {{0, 0}}, 1}};
  const auto placed = place_labels(request);
  EXPECT_FALSE(placed[0].shown);
  EXPECT_FALSE(placed[1].shown);
  EXPECT_FALSE(placed[2].shown);
  EXPECT_TRUE(placed[3].shown);
}

TEST(LabelCandidates, BesideAMarkAreCenteredOnItsHeight) {
  const auto corners = beside_candidates({100, 10, 20, 10}, {50, 14}, 4);
  EXPECT_EQ(corners, (std::vector<Point>{{124, 8}, {46, 8}}));
}

TEST(LabelCandidates, AroundACircleLeaveItFreeByTheGap) {
  const Size size{50, 14};
  for (const Point corner : around_candidates({0, 0}, 20, size, 3)) {
    const Point nearest{std::clamp(0.0, corner.x, corner.x + size.width),
                        std::clamp(0.0, corner.y, corner.y + size.height)};
    EXPECT_NEAR(std::sqrt(nearest.x * nearest.x + nearest.y * nearest.y), 23, 0.01);
  }
}

TEST(LabelCandidates, AlongACurveBeginOnItsMiddleAndThenLieBesideIt) {
  const std::array<Point, 4> curve{Point{0, 0}, Point{80, -60}, Point{160, -60}, Point{240, 0}};
  const Size size{40, 12};
  const auto corners = along_candidates(curve, size, 3);
  ASSERT_EQ(corners.size(), 21u);
  EXPECT_EQ(corners[0] + Point({20, 6}), bezier_at(curve, 0.5));
  for (std::size_t i = 7; i < corners.size(); ++i) {
    const Rect box{corners[i].x, corners[i].y, size.width, size.height};
    for (double t = 0; t <= 1; t += 0.01) EXPECT_FALSE(box.contains(bezier_at(curve, t))) << i << " at " << t;
  }
}

TEST(LabelCandidates, OfADegenerateCurveAreFinite) {
  const std::array<Point, 4> curve{Point{5, 5}, Point{5, 5}, Point{5, 5}, Point{5, 5}};
  for (const Point corner : along_candidates(curve, {10, 10}, 2)) {
    EXPECT_TRUE(std::isfinite(corner.x) && std::isfinite(corner.y));
  }
}

}  // namespace
}  // namespace tp
