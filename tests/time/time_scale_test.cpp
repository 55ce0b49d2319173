#include "time/time_scale.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/random.hpp"
#include "time/calendar.hpp"

namespace tp {
namespace {

constexpr double kWidthPx = 2'000;
const std::int64_t kYears[] = {-13'800'000'000, -kMaxYear, -44, 0, 1970, 2025, kMaxYear};

TimeScale scale_at(std::int64_t year, double ms_per_px) {
  return {start_of_day({year, 6, 15}), 700.25, ms_per_px};
}

TEST(TimeScale, PutsNeighbouringMillisecondsExactlyOnePixelApart) {
  for (const std::int64_t year : kYears) {
    const TimeScale scale = scale_at(year, 1);
    Instant t = scale.from_px(0);
    for (int i = 0; i < 2'000; ++i) {
      const Instant next = plus_ms(t, 1);
      ASSERT_EQ(scale.to_px(next) - scale.to_px(t), 1.0) << year;
      t = next;
    }
  }
}

TEST(TimeScale, KeepsNeighboursExactAfterALongJourney) {
  // Panned in steps from 1970 to the beginning, then zoomed in to the millisecond there.
  TimeScale scale{{0, 0}, 0, 1e12};
  while (scale.from_px(0) > start_of_day({-13'800'000'000, 1, 1}))
    scale = scale.panned(10'000).reanchored(500);
  while (scale.ms_per_px > 1) scale = scale.zoomed_around(500, std::min(10.0, scale.ms_per_px));
  EXPECT_EQ(scale.ms_per_px, 1);
  const Instant t = scale.from_px(500);
  EXPECT_LT(civil_from_days(t.day).year, -13'700'000'000);
  EXPECT_EQ(scale.to_px(plus_ms(t, 1)) - scale.to_px(t), 1.0);
  EXPECT_EQ(scale.to_px(plus_ms(t, 777)) - scale.to_px(t), 777.0);
}

TEST(TimeScale, ReturnsToTheSameInstantAtEveryZoom) {
  Random random(3);
  for (double ms_per_px = 1e-2; ms_per_px < 2e18; ms_per_px *= 3.7) {
    for (const std::int64_t year : kYears) {
      const TimeScale scale = scale_at(year, ms_per_px);
      for (int i = 0; i < 50; ++i) {
        const Instant t = scale.from_px(random.unit() * kWidthPx);
        const double px = scale.to_px(t);
        const Instant back = scale.from_px(px);
        // A pixel position has 53 bits: up to centuries per pixel they hold every millisecond of the window.
        if (ms_per_px < 1e11) {
          ASSERT_EQ(back, t) << year << ' ' << ms_per_px;
        }
        ASSERT_NEAR(scale.to_px(back), px, 1e-9) << year << ' ' << ms_per_px;
      }
    }
  }
}

// Zooms in from there to a thousandth of a millisecond per pixel.
void expect_fixed_pointer(TimeScale scale, double at_px) {
  while (scale.ms_per_px > 1e-3) {
    const Instant under = scale.from_px(at_px);
    if (under == latest_instant() || under == earliest_instant()) return;  // nothing is under the pointer
    // Where the pointer is between two milliseconds, it stays in the same place between them.
    const double off_px = scale.to_px(under) - at_px;
    const TimeScale zoomed = scale.zoomed_around(at_px, 1.25);
    ASSERT_NEAR(zoomed.to_px(under) - at_px, off_px * 1.25, 1e-9) << at_px << ' ' << scale.ms_per_px;
    ASSERT_DOUBLE_EQ(zoomed.ms_per_px * 1.25, scale.ms_per_px);
    scale = zoomed;
  }
}

TEST(TimeScale, KeepsTheInstantUnderThePointerWhileZooming) {
  for (const std::int64_t year : kYears) {
    for (const double at_px : {0.0, 333.3, 1999.0}) {
      for (const double ms_per_px : {1e16, 7.3, 0.9}) expect_fixed_pointer(scale_at(year, ms_per_px), at_px);
    }
  }
}

TEST(TimeScale, ZoomsInAndOutToWhereItWas) {
  const TimeScale scale = scale_at(2025, 3'600'000);
  TimeScale there = scale;
  for (int i = 0; i < 40; ++i) there = there.zoomed_around(640, 1.3);
  for (int i = 0; i < 40; ++i) there = there.zoomed_around(640, 1 / 1.3);
  const Instant t = start_of_day({2025, 6, 17});
  EXPECT_NEAR(there.to_px(t), scale.to_px(t), 1e-6);
}

TEST(TimeScale, PansByExactlyWhatItIsTold) {
  const TimeScale scale = scale_at(-13'800'000'000, 250);
  const Instant t = plus_ms(scale.anchor, 12'345);
  EXPECT_EQ(scale.panned(-37.5).to_px(t), scale.to_px(t) - 37.5);
  EXPECT_EQ(scale.panned(10).panned(-10), scale);
}

TEST(TimeScale, ShowsTheSameAfterMovingItsAnchor) {
  for (double ms_per_px = 1; ms_per_px < 1e17; ms_per_px *= 10) {
    const TimeScale scale = scale_at(1992, ms_per_px);
    const TimeScale moved = scale.reanchored(1'500);
    EXPECT_NEAR(moved.anchor_px, 1'500, 0.5 / ms_per_px + 1e-9);
    for (double px = 0; px <= kWidthPx; px += 250) {
      const Instant t = scale.from_px(px);
      ASSERT_NEAR(moved.to_px(t), scale.to_px(t), 1e-8) << ms_per_px;
    }
  }
}

TEST(TimeScale, DoesNotOverflowAtTheEndsOfTime) {
  for (const Instant end : {earliest_instant(), latest_instant()}) {
    for (const double ms_per_px : {1e-3, 1.0, 1e9, 1e18}) {
      const TimeScale scale{end, 0, ms_per_px};
      EXPECT_TRUE(std::isfinite(scale.to_px(earliest_instant())));
      EXPECT_TRUE(std::isfinite(scale.to_px(latest_instant())));
      EXPECT_EQ(scale.from_px(-1e9) >= earliest_instant(), true);
      EXPECT_EQ(scale.from_px(1e9) <= latest_instant(), true);
      EXPECT_EQ(scale.from_px(0), end);
    }
  }
  const TimeScale wide{{0, 0}, 0, 1e18};
  EXPECT_EQ(wide.from_px(1e6), latest_instant());
  EXPECT_EQ(wide.from_px(-1e6), earliest_instant());
}

TEST(TimeScale, IgnoresAZoomThatMeansNothing) {
  const TimeScale scale = scale_at(2025, 1'000);
  for (const double factor : {0.0, -2.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
    EXPECT_EQ(scale.zoomed_around(10, factor), scale) << factor;
  }
}

TEST(TimeScale, ShowsAWholeRangeBetweenTwoPixels) {
  const TimeRange range{start_of_day({1991, 1, 1}), start_of_day({2026, 1, 1})};
  const TimeScale scale = fit_range(range, 20, 1'220);
  EXPECT_DOUBLE_EQ(scale.to_px(range.begin), 20);
  EXPECT_DOUBLE_EQ(scale.to_px(range.end), 1'220);
  EXPECT_EQ(scale.visible(20, 1'220), range);

  const TimeRange all{earliest_instant(), latest_instant()};
  EXPECT_EQ(fit_range(all, 0, 1'000).visible(0, 1'000), all);
}

TEST(TimeScale, ShowsADayAroundAnInstant) {
  const Instant t{20'308, 54'000'000};
  const TimeScale scale = fit_range({t, t}, 0, 1'000);
  EXPECT_DOUBLE_EQ(scale.to_px(t), 500);
  EXPECT_EQ(scale.visible(0, 1'000).length_ms(), 86'400'000.0);
  EXPECT_GT(fit_range({t, {t.day + 1, 0}}, 100, 100).ms_per_px, 0);
}

}  // namespace
}  // namespace tp
