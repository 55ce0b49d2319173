#include "time/instant.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/random.hpp"
#include "time/calendar.hpp"

namespace tp {
namespace {

constexpr std::int32_t kLastMs = 86'399'999;

TEST(Instant, MeasuresNeighboursExactlyHoweverFarFrom1970) {
  for (const std::int64_t year : {-13'800'000'000, -kMaxYear, std::int64_t{2025}, kMaxYear}) {
    const Instant last{days_from_civil({year, 12, 30}), kLastMs};
    const Instant next{last.day + 1, 0};
    EXPECT_EQ(ms_between(last, next), 1.0) << year;
    EXPECT_EQ(ms_between(next, last), -1.0) << year;
    EXPECT_EQ(plus_ms(last, 1), next) << year;
    EXPECT_EQ(plus_ms(next, -1), last) << year;
  }
}

TEST(Instant, ReturnsFromEveryExactJourney) {
  Random random(11);
  for (int i = 0; i < 100'000; ++i) {
    const auto year = static_cast<std::int64_t>(random.next() % kMaxYear) - kMaxYear / 2;
    const Instant from{days_from_civil({year, 1, 1}), static_cast<std::int32_t>(random.below(kMsPerDay))};
    // Up to 2^52 ms, where every whole millisecond is a double.
    const double ms = std::floor((random.unit() - 0.5) * 0x1p53);
    const Instant there = plus_ms(from, ms);
    ASSERT_GE(there.ms, 0);
    ASSERT_LE(there.ms, kLastMs);
    ASSERT_EQ(ms_between(from, there), ms);
    ASSERT_EQ(plus_ms(there, -ms), from);
  }
}

TEST(Instant, RoundsToWholeMilliseconds) {
  const Instant t{100, 500};
  EXPECT_EQ(plus_ms(t, 0.4), t);
  EXPECT_EQ(plus_ms(t, 0.5), (Instant{100, 501}));
  EXPECT_EQ(plus_ms(t, -0.5), (Instant{100, 499}));
}

TEST(Instant, StopsAtTheEndsOfTime) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (const double far : {1e30, 1e300, kInfinity, 1.5e21}) {
    EXPECT_EQ(plus_ms({0, 0}, far), latest_instant()) << far;
    EXPECT_EQ(plus_ms({0, 0}, -far), earliest_instant()) << far;
  }
  EXPECT_EQ(plus_ms(latest_instant(), 1), latest_instant());
  EXPECT_EQ(plus_ms(earliest_instant(), -1), earliest_instant());
  EXPECT_EQ(plus_ms({5, 5}, std::numeric_limits<double>::quiet_NaN()), (Instant{5, 5}));
}

TEST(Instant, SpansTimeFromTheFirstYearToTheEndOfTheLast) {
  EXPECT_EQ(civil_from_days(earliest_instant().day), (CivilDay{-kMaxYear, 1, 1}));
  EXPECT_EQ(civil_from_days(latest_instant().day), (CivilDay{kMaxYear + 1, 1, 1}));
  EXPECT_GT(ms_between(earliest_instant(), latest_instant()), 1.26e21);
  EXPECT_GT(kMaxYear, 13'800'000'000);
}

TEST(Instant, AnswersForInstantsOutsideOfTime) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  EXPECT_GT(ms_between({kLeast, 0}, {kMost, 0}), 1e21);
  EXPECT_LT(ms_between({kMost, 0}, {kLeast, 0}), -1e21);
  EXPECT_EQ(plus_ms({kMost, 0}, 5), latest_instant());
}

TEST(TimeRange, IncludesItsBeginAndExcludesItsEnd) {
  const TimeRange range{{1, 0}, {2, 0}};
  EXPECT_TRUE(range.contains({1, 0}));
  EXPECT_TRUE(range.contains({1, kLastMs}));
  EXPECT_FALSE(range.contains({2, 0}));
  EXPECT_FALSE(range.overlaps({{2, 0}, {3, 0}}));
  EXPECT_TRUE(range.overlaps({{1, kLastMs}, {3, 0}}));
  EXPECT_EQ(range.length_ms(), 86'400'000.0);
}

}  // namespace
}  // namespace tp
