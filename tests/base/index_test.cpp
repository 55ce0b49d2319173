#include "base/index.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

using Place = Index<struct PlaceTag>;

TEST(Index, PointsAtNothingUntilItIsGivenAPosition) {
  EXPECT_FALSE(Place().valid());
  EXPECT_TRUE(Place(0).valid());
  EXPECT_EQ(Place(7).at(), 7u);
}

TEST(Index, SortsByPositionWithNothingLast) {
  EXPECT_LT(Place(1), Place(2));
  EXPECT_LT(Place(1'000'000), Place());
}

}  // namespace
}  // namespace tp
