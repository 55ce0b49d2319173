#include "layout/rect_grid.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/random.hpp"

namespace tp {
namespace {

bool touch(const Rect& a, const Rect& b) {
  return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

/// Sizes and places over many orders of magnitude, some far below zero.
std::vector<Rect> random_rects(Random& random, std::size_t count) {
  std::vector<Rect> rects;
  for (std::size_t i = 0; i < count; ++i) {
    const double scale = static_cast<double>(1u << random.below(20));
    rects.push_back({(random.unit() - 0.5) * scale, (random.unit() - 0.5) * 2000, random.unit() * scale / 8,
                     random.unit() * static_cast<double>(1u << random.below(8))});
  }
  return rects;
}

TEST(RectGrid, FindsEverythingThatTouchesTheArea) {
  Random random(5);
  const std::vector<Rect> rects = random_rects(random, 3000);
  RectGrid grid({8, 8});
  for (std::uint32_t i = 0; i < rects.size(); ++i) grid.insert(rects[i], i);
  for (const Rect& area : random_rects(random, 400)) {
    std::set<std::uint32_t> found;
    grid.any_near(area, [&](std::uint32_t i) {
      if (touch(rects[i], area)) found.insert(i);
      return false;
    });
    std::set<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < rects.size(); ++i) {
      if (touch(rects[i], area)) expected.insert(i);
    }
    ASSERT_EQ(found, expected);
  }
}

TEST(RectGrid, StopsAtTheFirstYes) {
  RectGrid grid;
  for (std::uint32_t i = 0; i < 100; ++i) grid.insert({0, 0, 5, 5}, i);
  int visits = 0;
  EXPECT_TRUE(grid.any_near({1, 1, 1, 1}, [&](std::uint32_t) { return ++visits == 3; }));
  EXPECT_EQ(visits, 3);
  EXPECT_FALSE(grid.any_near({500, 500, 1, 1}, [](std::uint32_t) { return true; }));
}

TEST(RectGrid, VisitsFewWhereManyLongBarsLieFarApart) {
  RectGrid grid({12, 12});
  for (std::uint32_t i = 0; i < 2000; ++i) grid.insert({0, i * 14.0, 5000, 12}, i);
  int visits = 0;
  grid.any_near({2500, 14 * 1000, 60, 12}, [&](std::uint32_t) {
    ++visits;
    return false;
  });
  EXPECT_LT(visits, 400) << "of 2,000 bars; two are near";
}

TEST(RectGrid, ForgetsWhenCleared) {
  RectGrid grid;
  grid.insert({0, 0, 10, 10}, 1);
  grid.clear();
  EXPECT_FALSE(grid.any_near({0, 0, 10, 10}, [](std::uint32_t) { return true; }));
  grid.insert({0, 0, 10, 10}, 2);
  EXPECT_TRUE(grid.any_near({0, 0, 10, 10}, [](std::uint32_t i) { return i == 2; }));
}

}  // namespace
}  // namespace tp
