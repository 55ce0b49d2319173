#include <gtest/gtest.h>

#include <set>

#include "time/calendar.hpp"
#include "time/format_date.hpp"

namespace tp {
namespace {

constexpr Instant kAfternoon{20'308, 52'205'250};  // 2025-08-08T14:30:05.250Z
constexpr TickStep kYear{TickUnit::kYear, 1};

TEST(FormatTick, SaysOnlyItsOwnUnit) {
  EXPECT_EQ(format_tick(kAfternoon, kYear, "en"), "2025");
  EXPECT_EQ(format_tick(kAfternoon, {TickUnit::kMonth, 3}, "en"), "Aug");
  EXPECT_EQ(format_tick(kAfternoon, {TickUnit::kMonth, 1}, "tr"), "Ağu");
  EXPECT_EQ(format_tick(kAfternoon, {TickUnit::kDay, 7}, "en"), "8");
  EXPECT_EQ(format_tick(kAfternoon, {TickUnit::kHour, 1}, "en"), "14:30");
  EXPECT_EQ(format_tick(kAfternoon, {TickUnit::kMinute, 5}, "en"), "14:30");
  EXPECT_EQ(format_tick(kAfternoon, {TickUnit::kSecond, 5}, "en"), "14:30:05");
  EXPECT_EQ(format_tick(kAfternoon, {TickUnit::kMillisecond, 50}, "en"), ":05.250");
}

TEST(FormatTick, HasTheRestInTheContextAbove) {
  EXPECT_EQ(format_tick_context(kAfternoon, {TickUnit::kMonth, 1}, "en"), "2025");
  EXPECT_EQ(format_tick_context(kAfternoon, {TickUnit::kDay, 1}, "en"), "August 2025");
  EXPECT_EQ(format_tick_context(kAfternoon, {TickUnit::kDay, 1}, "hy"), "2025 թ. օգոստոս");
  EXPECT_EQ(format_tick_context(kAfternoon, {TickUnit::kDay, 1}, "ru"), "август 2025 г.");
  EXPECT_EQ(format_tick_context(kAfternoon, {TickUnit::kHour, 1}, "en"), "8 August 2025");
  EXPECT_EQ(format_tick_context(kAfternoon, {TickUnit::kMillisecond, 1}, "en"), "8 August 2025, 14:30");
  EXPECT_EQ(format_tick_context(kAfternoon, kYear, "en"), "");
}

TEST(FormatTick, MarksYearsThatAreNotRecognisedAsSuch) {
  const auto year = [](std::int64_t y, const char* language) {
    return format_tick(start_of_day({y, 1, 1}), kYear, language);
  };
  EXPECT_EQ(year(1, "en"), "1 CE");
  EXPECT_EQ(year(0, "en"), "1 BCE");
  EXPECT_EQ(year(-999, "en"), "1000 BCE");
  EXPECT_EQ(year(-43, "ru"), "44 до н. э.");
  EXPECT_EQ(year(-43, "az"), "e.ə. 44");
  EXPECT_EQ(year(-11'999, "en"), "12,000 BCE");
  EXPECT_EQ(year(-13'799'999'999, "en"), "13.8 billion years ago");
  EXPECT_EQ(year(-65'999'999, "tr"), "66 milyon yıl önce");
}

TEST(FormatTick, NeverSaysTheSameOfTwoTicksInOneContext) {
  for (const char* language : {"en", "az", "hy", "ru", "tr"}) {
    for (const TickStep step : tick_steps()) {
      for (const std::int64_t year :
           std::initializer_list<std::int64_t>{-13'800'000'020, -66'000'010, -12'010, -5, 1990}) {
        std::set<std::string> seen;
        const Instant begin = start_of_day({year, 1, 27});
        const Instant end = plus_ms(begin, 60 * approximate_ms(step));
        const std::vector<Instant> ticks = list_ticks({begin, end}, step);
        for (const Instant tick : ticks) {
          const Instant context = floor_to_tick(tick, context_step(step));
          const std::string where = step.unit == TickUnit::kYear ? "" : to_edtf(context);
          const std::string text = where + " " + format_tick(tick, step, language);
          ASSERT_TRUE(seen.insert(text).second) << text << " twice, every " << step.count;
        }
      }
    }
  }
}

TEST(FormatTick, SaysTheSameContextThroughoutAContext) {
  for (const TickStep step : tick_steps()) {
    if (step.unit == TickUnit::kYear) break;
    const Instant begin = floor_to_tick(start_of_day({2024, 2, 1}), context_step(step));
    const Instant next = next_tick(begin, context_step(step));
    const std::string context = format_tick_context(begin, step, "en");
    for (const Instant tick : list_ticks({begin, next}, step, 500)) {
      ASSERT_EQ(format_tick_context(tick, step, "en"), context);
    }
    EXPECT_NE(format_tick_context(next, step, "en"), context);
  }
}

}  // namespace
}  // namespace tp
