#include "story/closest.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace tp {
namespace {

TEST(EditDistance, CountsInsertedDeletedReplacedAndSwappedLetters) {
  EXPECT_EQ(edit_distance("socar", "socar", 4), 0u);
  EXPECT_EQ(edit_distance("socarr", "socar", 4), 1u);
  EXPECT_EQ(edit_distance("scar", "socar", 4), 1u);
  EXPECT_EQ(edit_distance("sokar", "socar", 4), 1u);
  EXPECT_EQ(edit_distance("soacr", "socar", 4), 1u);
  EXPECT_EQ(edit_distance("kitten", "sitting", 4), 3u);
  EXPECT_EQ(edit_distance("", "abc", 4), 3u);
}

TEST(EditDistance, IsTheSameBothWays) {
  const std::array<std::string, 6> words = {"", "a", "ab", "ba", "abcdef", "badcfe"};
  for (const auto& a : words) {
    for (const auto& b : words) EXPECT_EQ(edit_distance(a, b, 9), edit_distance(b, a, 9)) << a << " " << b;
  }
}

TEST(EditDistance, SaysOnlyMoreWhereItIsMore) {
  for (std::size_t most = 0; most < 8; ++most) {
    EXPECT_EQ(edit_distance("kitten", "sitting", most), std::min<std::size_t>(3, most + 1)) << most;
    EXPECT_EQ(edit_distance("abcdef", "badcfe", most), std::min<std::size_t>(3, most + 1)) << most;
  }
  EXPECT_EQ(edit_distance(std::string(100'000, 'a'), std::string(100'000, 'b'), 4), 5u);
}

TEST(Closest, TakesTheNearestAndOfEquallyNearOnesTheFirst) {
  const std::array<std::string_view, 4> candidates = {"socar-trading", "socal", "socar", "sokar"};
  EXPECT_EQ(closest_of("socarr", candidates), "socar");
  EXPECT_EQ(closest_of("socat", candidates), "socal");
}

TEST(Closest, SuggestsNothingThatIsFarAway) {
  const std::array<std::string_view, 2> candidates = {"events", "actors"};
  EXPECT_EQ(closest_of("zzz", candidates), "");
  EXPECT_EQ(closest_of("x", candidates), "");
  EXPECT_EQ(closest_of("", candidates), "");
  EXPECT_EQ(closest_of("evnts", candidates), "events");
}

}  // namespace
}  // namespace tp
