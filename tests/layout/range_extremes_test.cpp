// The least and largest of any stretch of values, against looking at each of them.
#include "layout/range_extremes.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace tp {
namespace {

std::optional<Extremes> by_looking(const std::vector<std::optional<double>>& values, std::size_t first,
                                   std::size_t last) {
  std::optional<Extremes> found;
  for (std::size_t i = first; i < std::min(last, values.size()); ++i) {
    if (!values[i]) continue;
    if (!found) found = Extremes{*values[i], *values[i], i, i};
    if (*values[i] < found->least) found->least = *values[i], found->least_at = i;
    if (*values[i] > found->largest) found->largest = *values[i], found->largest_at = i;
  }
  return found;
}

TEST(RangeExtremes, AnswersAsLookingAtEachValueWould) {
  Random random(7);
  for (std::size_t count : {0u, 1u, 15u, 16u, 17u, 255u, 256u, 257u, 5000u}) {
    std::vector<std::optional<double>> values(count);
    for (auto& value : values)
      if (random.below(4) != 0) value = static_cast<double>(random.below(40)) - 20;
    const RangeExtremes extremes(values);
    for (int i = 0; i < 400; ++i) {
      const std::size_t first = random.below(static_cast<std::uint32_t>(count + 2));
      const std::size_t last = first + random.below(static_cast<std::uint32_t>(count + 2));
      EXPECT_EQ(extremes.between(first, last), by_looking(values, first, last))
          << count << ": " << first << " to " << last;
    }
    EXPECT_EQ(extremes.between(0, count), by_looking(values, 0, count));
  }
}

TEST(RangeExtremes, HasNoneWhereAllIsMissing) {
  const RangeExtremes extremes(std::vector<std::optional<double>>(100));
  EXPECT_FALSE(extremes.between(0, 100));
  EXPECT_FALSE(RangeExtremes().between(0, 3));
}

}  // namespace
}  // namespace tp
