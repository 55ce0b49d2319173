#include "time/calendar.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace tp {
namespace {

// The day after, by the rules of the calendar alone.
CivilDay next_day(CivilDay day) {
  if (day.day < days_in_month(day.year, day.month)) return {day.year, day.month, day.day + 1};
  if (day.month < 12) return {day.year, day.month + 1, 1};
  return {day.year + 1, 1, 1};
}

void expect_every_day_of_400_years(std::int64_t first_year) {
  CivilDay civil{first_year, 1, 1};
  std::int64_t days = days_from_civil(civil);
  const std::int64_t end = days + 146'097;
  for (; days < end; ++days, civil = next_day(civil)) {
    ASSERT_EQ(days_from_civil(civil), days);
    ASSERT_EQ(civil_from_days(days), civil);
  }
  EXPECT_EQ(civil, (CivilDay{first_year + 400, 1, 1}));
}

TEST(Calendar, CountsDaysFromTheFirstOfJanuary1970) {
  EXPECT_EQ(days_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(days_from_civil({1969, 12, 31}), -1);
  EXPECT_EQ(days_from_civil({2000, 3, 1}), 11'017);
  EXPECT_EQ(days_from_civil({2025, 8, 8}), 20'308);
  EXPECT_EQ(days_from_civil({0, 1, 1}), -719'528);
  // The Julian day number 0 is 24 November −4713 (proleptic Gregorian); 1970 begins with 2,440,588.
  EXPECT_EQ(days_from_civil({-4713, 11, 24}), -2'440'588);
  EXPECT_EQ(start_of_day({2025, 8, 8}), (Instant{20'308, 0}));
}

TEST(Calendar, ReturnsEveryDayOf400YearsFromBothSides) {
  expect_every_day_of_400_years(1900);
  expect_every_day_of_400_years(-200);
}

TEST(Calendar, ReturnsEveryDayAtTheEndsOfTime) {
  expect_every_day_of_400_years(-kMaxYear);
  expect_every_day_of_400_years(kMaxYear - 400);
}

TEST(Calendar, ReturnsRandomFarDays) {
  Random random(7);
  for (int i = 0; i < 100'000; ++i) {
    const auto year = static_cast<std::int64_t>(random.next() % (2 * kMaxYear)) - kMaxYear;
    const int month = 1 + static_cast<int>(random.below(12));
    const int day =
        1 + static_cast<int>(random.below(static_cast<std::uint32_t>(days_in_month(year, month))));
    const CivilDay civil{year, month, day};
    ASSERT_EQ(civil_from_days(days_from_civil(civil)), civil) << year << '-' << month << '-' << day;
  }
}

TEST(Calendar, KnowsLeapYearsBeforeAndAfterYearZero) {
  for (const std::int64_t year : {1992, 2000, 2024, 0, -4, -400, -1600})
    EXPECT_TRUE(is_leap_year(year)) << year;
  for (const std::int64_t year : {1900, 2100, 2023, 1, -1, -100, -300})
    EXPECT_FALSE(is_leap_year(year)) << year;
  EXPECT_TRUE(is_leap_year(10'000'000'000));
  EXPECT_FALSE(is_leap_year(-9'999'999'900));
}

TEST(Calendar, KnowsTheLengthOfEveryMonth) {
  const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int month = 1; month <= 12; ++month)
    EXPECT_EQ(days_in_month(2023, month), lengths[month - 1]) << month;
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(0, 2), 29);
}

TEST(Calendar, AddsMonthsOverYearEndsInBothDirections) {
  EXPECT_EQ(add_months({2025, 11, 1}, 2), (CivilDay{2026, 1, 1}));
  EXPECT_EQ(add_months({2025, 1, 1}, -1), (CivilDay{2024, 12, 1}));
  EXPECT_EQ(add_months({0, 1, 1}, -1), (CivilDay{-1, 12, 1}));
  EXPECT_EQ(add_months({-1, 12, 1}, 1), (CivilDay{0, 1, 1}));
  for (std::int64_t months = -3'000; months <= 3'000; ++months) {
    ASSERT_EQ(add_months(add_months({1, 5, 1}, months), -months), (CivilDay{1, 5, 1})) << months;
  }
}

TEST(Calendar, KnowsTheWeekdaysOfHistory) {
  const auto on = [](CivilDay day) { return weekday(days_from_civil(day)); };
  EXPECT_EQ(on({1970, 1, 1}), 4);    // Thursday
  EXPECT_EQ(on({1991, 12, 25}), 3);  // the Soviet Union ends, a Wednesday
  EXPECT_EQ(on({1992, 10, 24}), 6);  // Saturday
  EXPECT_EQ(on({2025, 8, 8}), 5);    // Friday
  EXPECT_EQ(on({2000, 2, 29}), 2);   // Tuesday
  EXPECT_EQ(on({1582, 10, 15}), 5);  // the first day of the Gregorian calendar, a Friday
  EXPECT_EQ(on({0, 1, 1}), 6);       // Saturday, as 2000-01-01
}

TEST(Calendar, KeepsTheWeekGoingThroughAllOfTime) {
  for (const std::int64_t from : {earliest_instant().day, std::int64_t{-10}, latest_instant().day - 20}) {
    for (std::int64_t day = from; day < from + 20; ++day) {
      ASSERT_EQ(weekday(day + 1), (weekday(day) + 1) % 7) << day;
    }
  }
}

}  // namespace
}  // namespace tp
