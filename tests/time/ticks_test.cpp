#include "time/ticks.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "time/calendar.hpp"
#include "time/date.hpp"

namespace tp {
namespace {

// Ticks as EDTF, short enough to compare at a glance.
std::vector<std::string> ticks_between(std::string_view from, std::string_view to, TickStep step) {
  const TimeRange range{parse_date(from).value->bounds().begin, parse_date(to).value->bounds().begin};
  std::vector<std::string> texts;
  for (const Instant tick : list_ticks(range, step)) texts.push_back(to_edtf(tick));
  return texts;
}
using Texts = std::vector<std::string>;

Instant random_instant(Random& random) {
  const auto year = static_cast<std::int64_t>(random.next() % (2 * kMaxYear)) - kMaxYear;
  // Half of them near the year 1, where the calendar is least regular.
  const std::int64_t near = random.below(2) == 0 ? year : year % 5'000;
  return {days_from_civil({near, 1, 1}) + random.below(366),
          static_cast<std::int32_t>(random.below(kMsPerDay))};
}

TEST(Ticks, StandAtMultiplesWithinTheDay) {
  EXPECT_EQ(ticks_between("2025-08-08T22:30Z", "2025-08-09T13:00Z", {TickUnit::kHour, 6}),
            (Texts{"2025-08-09", "2025-08-09T06:00:00Z", "2025-08-09T12:00:00Z"}));
  EXPECT_EQ(
      ticks_between("2025-08-08T14:59:59.990Z", "2025-08-08T15:00:00.011Z", {TickUnit::kMillisecond, 10}),
      (Texts{"2025-08-08T14:59:59.990Z", "2025-08-08T15:00:00Z", "2025-08-08T15:00:00.010Z"}));
}

TEST(Ticks, CountDaysFromTheFirstOfEachMonth) {
  EXPECT_EQ(ticks_between("2025-01-20", "2025-03-10", {TickUnit::kDay, 7}),
            (Texts{"2025-01-22", "2025-02-01", "2025-02-08", "2025-02-15", "2025-02-22", "2025-03-01",
                   "2025-03-08"}));
  EXPECT_EQ(ticks_between("2024-02-25", "2024-03-04", {TickUnit::kDay, 2}),
            (Texts{"2024-02-25", "2024-02-27", "2024-03-01", "2024-03-03"}));
  EXPECT_EQ(ticks_between("2025-02-01", "2025-03-02", {TickUnit::kDay, 14}),
            (Texts{"2025-02-01", "2025-02-15", "2025-03-01"}));
}

TEST(Ticks, FollowRealMonths) {
  EXPECT_EQ(ticks_between("2024-11-15", "2025-08-01", {TickUnit::kMonth, 3}),
            (Texts{"2025-01-01", "2025-04-01", "2025-07-01"}));
  EXPECT_EQ(ticks_between("-0001-11-01", "0000-02-02", {TickUnit::kMonth, 1}),
            (Texts{"-0001-11-01", "-0001-12-01", "0000-01-01", "0000-02-01"}));
}

TEST(Ticks, StandAtRoundYearsOfBothEras) {
  EXPECT_EQ(ticks_between("1985", "2021", {TickUnit::kYear, 10}),
            (Texts{"1990-01-01", "2000-01-01", "2010-01-01", "2020-01-01"}));
  // 2000 BCE, 1000 BCE, 1 CE, 1000 CE.
  EXPECT_EQ(ticks_between("-2000", "1500", {TickUnit::kYear, 1'000}),
            (Texts{"-1999-01-01", "-0999-01-01", "0001-01-01", "1000-01-01"}));
  // Every fifth year has no room for the year 1: 10 BCE, 5 BCE, 5 CE.
  EXPECT_EQ(ticks_between("-0012", "0008", {TickUnit::kYear, 5}),
            (Texts{"-0009-01-01", "-0004-01-01", "0005-01-01"}));
  EXPECT_EQ(ticks_between("-0002", "0003", {TickUnit::kYear, 1}),
            (Texts{"-0002-01-01", "-0001-01-01", "0000-01-01", "0001-01-01", "0002-01-01"}));
}

TEST(Ticks, ReachFromMillisecondsToBillionsOfYears) {
  EXPECT_EQ(tick_steps().front(), (TickStep{TickUnit::kMillisecond, 1}));
  EXPECT_EQ(tick_steps().back(), (TickStep{TickUnit::kYear, kMaxYear}));
  for (std::size_t i = 1; i < tick_steps().size(); ++i) {
    const double ratio = approximate_ms(tick_steps()[i]) / approximate_ms(tick_steps()[i - 1]);
    EXPECT_GT(ratio, 1.2) << i;
    EXPECT_LT(ratio, 3.6) << i;
  }
  const TimeRange all{earliest_instant(), latest_instant()};
  EXPECT_EQ(list_ticks(all, {TickUnit::kYear, 10'000'000'000}).size(), 5u);
}

// What every step owes at any time: a floor that is a tick at or before, a next one that is after, none in
// between, and never less than the shortest distance.
TEST(Ticks, AgreeWithEachOtherAnywhere) {
  Random random(5);
  for (const TickStep step : tick_steps()) {
    for (int i = 0; i < 400; ++i) {
      const Instant t = random_instant(random);
      const Instant floor = floor_to_tick(t, step);
      const Instant next = next_tick(floor, step);
      const std::string where = to_edtf(t) + " every " + std::to_string(step.count);
      ASSERT_LE(floor, t) << where;
      ASSERT_LT(t, next) << where;
      ASSERT_EQ(floor_to_tick(floor, step), floor) << where;
      ASSERT_EQ(floor_to_tick(next, step), next) << where;
      ASSERT_EQ(floor_to_tick(plus_ms(next, -1), step), floor) << where;
      ASSERT_GE(ms_between(floor, next), shortest_ms(step)) << where;
      ASSERT_LE(ms_between(floor, next), 2.1 * approximate_ms(step)) << where;
    }
  }
}

TEST(Ticks, AreNeverCloserThanTheirShortestDistance) {
  for (const TickStep step : tick_steps()) {
    if (step.unit < TickUnit::kDay) continue;
    const std::int64_t years =
        step.unit == TickUnit::kYear ? 30 * std::min<std::int64_t>(step.count, 100'000'000) : 401;
    const TimeRange range{start_of_day({-years / 2, 1, 1}), start_of_day({years / 2, 1, 1})};
    const std::vector<Instant> ticks = list_ticks(range, step, 200'000);
    for (std::size_t i = 1; i < ticks.size(); ++i) {
      ASSERT_GE(ms_between(ticks[i - 1], ticks[i]), shortest_ms(step))
          << to_edtf(ticks[i]) << ' ' << step.count;
    }
  }
}

TEST(Ticks, DoNotMoveWhilePanning) {
  for (const TickStep step : tick_steps()) {
    if (step.unit == TickUnit::kYear && step.count > 100'000'000) break;
    const double length = approximate_ms(step);
    const Instant begin = start_of_day({-3, 5, 17});
    const std::vector<Instant> all = list_ticks({begin, plus_ms(begin, 20 * length)}, step);
    for (int shift = 1; shift < 40; ++shift) {
      const TimeRange window{plus_ms(begin, shift * length / 7),
                             plus_ms(begin, 10 * length + shift * length / 7)};
      std::vector<Instant> expected;
      for (const Instant tick : all) {
        if (window.contains(tick)) expected.push_back(tick);
      }
      ASSERT_EQ(list_ticks(window, step), expected) << step.count;
    }
  }
}

TEST(Ticks, AreChosenSoThatNeighboursHaveRoom) {
  for (double ms_per_px = 1e-4; ms_per_px < 1e19; ms_per_px *= 1.37) {
    for (const double min_px : {4.0, 24.0, 100.0, 400.0}) {
      const TickStep step = choose_tick_step(ms_per_px, min_px);
      const bool coarsest = step == tick_steps().back();
      ASSERT_TRUE(shortest_ms(step) / ms_per_px >= min_px || coarsest) << ms_per_px;
      for (const TickStep& finer : tick_steps()) {
        if (finer == step) break;
        ASSERT_LT(shortest_ms(finer) / ms_per_px, min_px) << ms_per_px;
      }
    }
  }
}

TEST(Ticks, AreNeverMoreThanTheLimitHoweverLongTheRange) {
  const TimeRange all{earliest_instant(), latest_instant()};
  for (const TickStep step : tick_steps()) {
    EXPECT_LE(list_ticks(all, step).size(), 4'096u);
    EXPECT_LE(list_ticks(all, step, 10).size(), 10u);
    EXPECT_TRUE(list_ticks(all, step, 0).empty());
  }
  const Instant t = start_of_day({2025, 8, 8});
  EXPECT_TRUE(list_ticks({t, t}, {TickUnit::kDay, 1}).empty());
  EXPECT_TRUE(list_ticks({{t.day + 1, 0}, t}, {TickUnit::kDay, 1}).empty());
}

TEST(Ticks, SurviveStepsThatAreNotInTheTable) {
  for (const std::int64_t count : {std::int64_t{0}, std::int64_t{-5}, std::int64_t{1} << 62}) {
    for (int unit = 0; unit <= static_cast<int>(TickUnit::kYear); ++unit) {
      const TickStep step{static_cast<TickUnit>(unit), count};
      const TimeRange all{earliest_instant(), latest_instant()};
      EXPECT_LE(list_ticks(all, step, 100).size(), 100u);
      EXPECT_LE(floor_to_tick({20'000, 5}, step), (Instant{20'000, 5}));
    }
  }
}

TEST(Ticks, AreGroupedByTheStepOfTheirContext) {
  EXPECT_EQ(context_step({TickUnit::kMillisecond, 200}), (TickStep{TickUnit::kMinute, 1}));
  EXPECT_EQ(context_step({TickUnit::kHour, 6}), (TickStep{TickUnit::kDay, 1}));
  EXPECT_EQ(context_step({TickUnit::kDay, 7}), (TickStep{TickUnit::kMonth, 1}));
  EXPECT_EQ(context_step({TickUnit::kMonth, 3}), (TickStep{TickUnit::kYear, 1}));
  EXPECT_EQ(context_step({TickUnit::kYear, 1}), (TickStep{TickUnit::kYear, 10}));
  EXPECT_EQ(context_step({TickUnit::kYear, 20}), (TickStep{TickUnit::kYear, 100}));
}

}  // namespace
}  // namespace tp
