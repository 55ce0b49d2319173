#include "base/geometry.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

TEST(Rect, HasItsLeftAndTopEdgesButNotTheOthers) {
  const Rect rect{10, 20, 30, 40};
  EXPECT_TRUE(rect.contains({10, 20}));
  EXPECT_FALSE(rect.contains({40, 20}));
  EXPECT_FALSE(rect.contains({10, 60}));
  EXPECT_EQ(rect.center(), (Point{25, 40}));
}

TEST(Rect, DoesNotOverlapWhatItOnlyTouches) {
  const Rect rect{0, 0, 10, 10};
  EXPECT_FALSE(rect.overlaps({10, 0, 5, 5}));
  EXPECT_FALSE(rect.overlaps({0, -5, 5, 5}));
  EXPECT_TRUE(rect.overlaps({9.5, 9.5, 5, 5}));
  EXPECT_TRUE(rect.overlaps({2, 2, 1, 1}));
}

TEST(Rect, ShrinksToNothingAtTheLeast) {
  EXPECT_EQ((Rect{0, 0, 10, 4}.grown(2)), (Rect{-2, -2, 14, 8}));
  EXPECT_TRUE((Rect{0, 0, 10, 4}.grown(-3)).empty());
  EXPECT_EQ((Rect{0, 0, 10, 4}.grown(-3)).height, 0);
}

}  // namespace
}  // namespace tp
