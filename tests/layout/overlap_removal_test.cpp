#include "layout/overlap_removal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace tp {
namespace {

Rect box_of(const BoxSet& boxes, std::size_t i) {
  const Size s = boxes.sizes[i];
  return {boxes.centers[i].x - s.width / 2, boxes.centers[i].y - s.height / 2, s.width, s.height};
}

std::uint32_t brute_force_overlapping(const BoxSet& boxes) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < boxes.centers.size(); ++i) {
    bool any = false;
    for (std::size_t j = 0; j < boxes.centers.size(); ++j)
      any |= i != j && box_of(boxes, i).overlaps(box_of(boxes, j));
    count += any ? 1 : 0;
  }
  return count;
}

/// Boxes that fill `share` of 1,000 × 640 px, all thrown within `spread` px of the middle.
BoxSet random_boxes(std::uint64_t seed, std::size_t count, double share, double spread) {
  Random random(seed);
  BoxSet boxes;
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    boxes.sizes.push_back({20 + 100 * random.unit(), 14 + 30 * random.unit()});
    sum += boxes.sizes.back().width * boxes.sizes.back().height;
    boxes.centers.push_back({500 + (random.unit() - 0.5) * spread, 320 + (random.unit() - 0.5) * spread});
    boxes.fixed.push_back(0);
  }
  const double scale = std::sqrt(share * 1000 * 640 / sum);
  for (Size& size : boxes.sizes) size = {size.width * scale, size.height * scale};
  return boxes;
}

constexpr std::optional<Rect> kArea = Rect{0, 0, 1000, 640};

void expect_inside(const BoxSet& boxes) {
  for (std::size_t i = 0; i < boxes.centers.size(); ++i) {
    if (boxes.fixed[i] != 0) continue;
    const Rect b = box_of(boxes, i);
    ASSERT_TRUE(b.x >= -1e-9 && b.y >= -1e-9 && b.right() <= 1000 + 1e-9 && b.bottom() <= 640 + 1e-9) << i;
  }
}

TEST(OverlapRemoval, LeavesNoOverlapWhereThereIsRoom) {
  for (const double share : {0.05, 0.2, 0.35, 0.5, 0.6}) {
    for (const double spread : {0.0, 50.0, 900.0}) {
      for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        BoxSet boxes = random_boxes(seed, 60, share, spread);
        EXPECT_EQ(finish(remove_overlaps(boxes, kArea)), 0u)
            << share << " filled, spread " << spread << ", seed " << seed;
        EXPECT_EQ(brute_force_overlapping(boxes), 0u);
        expect_inside(boxes);
      }
    }
  }
}

TEST(OverlapRemoval, KeepsFixedBoxesAndMovesOthersAroundThem) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    BoxSet boxes = random_boxes(seed, 40, 0.25, 300);
    boxes.centers[0] = {500, 320};
    boxes.centers[1] = {500, 420};
    boxes.fixed[0] = boxes.fixed[1] = 1;
    const BoxSet before = boxes;
    EXPECT_EQ(finish(remove_overlaps(boxes, kArea)), 0u);
    EXPECT_EQ(boxes.centers[0], before.centers[0]);
    EXPECT_EQ(boxes.centers[1], before.centers[1]);
  }
}

TEST(OverlapRemoval, MovesNothingThatDoesNotOverlap) {
  BoxSet boxes{{{100, 100}, {300, 100}, {100, 300}}, {{50, 20}, {50, 20}, {50, 20}}, {0, 0, 0}};
  const auto before = boxes.centers;
  EXPECT_EQ(finish(remove_overlaps(boxes, kArea)), 0u);
  EXPECT_EQ(boxes.centers, before);
}

TEST(OverlapRemoval, MovesTwoThatOverlapALittleOnlyALittle) {
  BoxSet boxes{{{100, 100}, {145, 104}}, {{50, 20}, {50, 20}}, {0, 0}};
  EXPECT_EQ(finish(remove_overlaps(boxes, kArea)), 0u);
  EXPECT_NEAR(boxes.centers[0].x, 97.5, 0.1);
  EXPECT_NEAR(boxes.centers[1].x, 147.5, 0.1);
  EXPECT_EQ(boxes.centers[0].y, 100);
}

TEST(OverlapRemoval, EndsAndStaysInsideWhereThereIsNoRoom) {
  BoxSet boxes = random_boxes(4, 80, 1.4, 600);
  const std::uint32_t left = finish(remove_overlaps(boxes, kArea));
  EXPECT_GT(left, 0u);
  EXPECT_EQ(left, brute_force_overlapping(boxes));
  expect_inside(boxes);
}

TEST(OverlapRemoval, PutsABoxThatIsLargerThanTheAreaInItsMiddle) {
  BoxSet boxes{{{10, 10}}, {{5000, 20}}, {0}};
  EXPECT_EQ(finish(remove_overlaps(boxes, kArea)), 0u);
  EXPECT_EQ(boxes.centers[0], (Point{500, 10}));
}

TEST(OverlapRemoval, WorksWithoutBounds) {
  BoxSet boxes = random_boxes(9, 200, 0.9, 100);
  EXPECT_EQ(finish(remove_overlaps(boxes, std::nullopt)), 0u);
  EXPECT_EQ(brute_force_overlapping(boxes), 0u);
}

TEST(OverlapRemoval, GivesTheSameAnswerTwice) {
  BoxSet a = random_boxes(2, 100, 0.5, 0);
  BoxSet b = a;
  finish(remove_overlaps(a, kArea));
  finish(remove_overlaps(b, kArea));
  EXPECT_EQ(a.centers, b.centers);
}

TEST(OverlapRemoval, SpreadingUsesRoomToSpare) {
  BoxSet boxes = random_boxes(6, 30, 0.1, 200);
  BoxSet unspread = boxes;
  finish(remove_overlaps(unspread, kArea));
  finish(spread_boxes(boxes, kArea));
  EXPECT_EQ(finish(remove_overlaps(boxes, kArea)), 0u);
  expect_inside(boxes);
  const auto least_gap = [](const BoxSet& set) {
    double least = 1e9;
    for (std::size_t i = 0; i < set.centers.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Rect a = box_of(set, i), b = box_of(set, j);
        least =
            std::min(least, std::max({a.x - b.right(), b.x - a.right(), a.y - b.bottom(), b.y - a.bottom()}));
      }
    }
    return least;
  };
  EXPECT_GT(least_gap(boxes), 5);
  EXPECT_LT(least_gap(unspread), 1);
}

}  // namespace
}  // namespace tp
