#include "time/calendar.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace tp {
namespace {

TEST(Calendar, CountsDaysFromTheFirstOfJanuary1970) {
  EXPECT_EQ(days_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(days_from_civil({1969, 12, 31}), -1);
  EXPECT_EQ(days_from_civil({2000, 3, 1}), 11017);
  EXPECT_EQ(days_from_civil({2025, 8, 8}), 20308);
  EXPECT_EQ(days_from_civil({0, 1, 1}), -719528);
  EXPECT_EQ(civil_from_days(20308), (CivilDay{2025, 8, 8}));
}

}  // namespace
}  // namespace tp
