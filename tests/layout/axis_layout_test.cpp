#include "layout/axis_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "time/calendar.hpp"

namespace tp {
namespace {

/// Letters of fixed widths: digits 7 px, but "1" 4 px; everything else 6 px. Strong text is wider.
class TestMeasurer : public TextMeasurer {
 public:
  Size measure(std::string_view text, TextStyle style) const override {
    double width = 0;
    for (const char c : text) {
      if ((static_cast<unsigned char>(c) & 0xc0u) == 0x80u) continue;  // inside a UTF-8 letter
      width += c == '1' ? 4 : c >= '0' && c <= '9' ? 7 : 6;
    }
    return {style == TextStyle::kSmallStrong ? width * 1.1 : width, 14};
  }
};

const TestMeasurer kMeasurer;

AxisRequest request_at(Instant center, double ms_per_px, double width_px = 900, std::string language = "en") {
  AxisRequest request;
  request.scale = {center, width_px / 2, ms_per_px};
  request.right_px = width_px;
  request.language = std::move(language);
  return request;
}

Instant day(std::int64_t year, int month = 1, int d = 1) {
  return start_of_day({year, month, d});
}

constexpr double kYearMs = 365.2425 * 86'400'000.0;

void expect_sound(const AxisRequest& request, const AxisLayout& layout) {
  double label_end = -1e300;
  double last_x = -1e300;
  for (const AxisTick& tick : layout.ticks) {
    ASSERT_GT(tick.x_px, last_x) << "in order, and none twice";
    last_x = tick.x_px;
    ASSERT_GE(tick.x_px, request.left_px);
    ASSERT_LE(tick.x_px, request.right_px);
    if (tick.label.empty()) continue;
    ASSERT_TRUE(tick.major);
    ASSERT_NEAR(tick.label_x_px + tick.label_width_px / 2, tick.x_px, 1e-9) << "centred";
    ASSERT_GE(tick.label_x_px, label_end + request.label_gap_px - 1e-6) << tick.label;
    label_end = tick.label_x_px + tick.label_width_px;
    ASSERT_GE(tick.label_x_px, request.left_px);
    ASSERT_LE(label_end, request.right_px);
  }
  for (std::size_t c = 1; c < layout.contexts.size(); ++c) {
    const AxisContext& before = layout.contexts[c - 1];
    ASSERT_GE(layout.contexts[c].x_px, before.x_px + before.width_px + request.label_gap_px - 1e-6)
        << before.label;
  }
}

std::vector<std::string> labels(const AxisLayout& layout) {
  std::vector<std::string> texts;
  for (const AxisTick& tick : layout.ticks) {
    if (!tick.label.empty()) texts.push_back(tick.label);
  }
  return texts;
}

TEST(AxisLayout, LabelsYearsOfTheStory) {
  AxisRequest request;
  request.scale = fit_range({day(1991), day(2027)}, 0, 1000);
  request.right_px = 1000;
  request.language = "en";
  const AxisLayout layout = lay_out_axis(request, kMeasurer);
  EXPECT_EQ(layout.step, (TickStep{TickUnit::kYear, 2}));
  EXPECT_EQ(labels(layout).front(), "1992");
  EXPECT_EQ(labels(layout).back(), "2026");
  EXPECT_TRUE(layout.contexts.empty());
}

TEST(AxisLayout, PutsTheYearAboveItsMonths) {
  const AxisLayout layout = lay_out_axis(request_at(day(2025, 8, 8), kYearMs / 900), kMeasurer);
  EXPECT_EQ(layout.step, (TickStep{TickUnit::kMonth, 1}));
  ASSERT_EQ(layout.contexts.size(), 2u);
  EXPECT_EQ(layout.contexts[0].label, "2025");
  EXPECT_EQ(layout.contexts[0].x_px, 0) << "held at the left";
  EXPECT_EQ(layout.contexts[1].label, "2026");
  EXPECT_EQ(layout.contexts[1].x_px, layout.contexts[1].begin_px) << "at its start";
}

TEST(AxisLayout, PushesAContextOutByTheNext) {
  AxisRequest request = request_at(day(2026), kYearMs / 900);
  request.scale.anchor_px = 30;  // 2026 begins 30 px from the left; "2025" is 30.8 px wide
  const AxisLayout layout = lay_out_axis(request, kMeasurer);
  ASSERT_GE(layout.contexts.size(), 2u);
  EXPECT_EQ(layout.contexts[0].label, "2025");
  EXPECT_NEAR(layout.contexts[0].x_px, 30 - request.label_gap_px - layout.contexts[0].width_px, 1e-9);
  EXPECT_EQ(layout.contexts[1].x_px, 30);
}

TEST(AxisLayout, HasMinorTicksBetweenMajorOnes) {
  const AxisLayout layout = lay_out_axis(request_at(day(2008), 36 * kYearMs / 1000, 1000), kMeasurer);
  EXPECT_EQ(layout.minor_step, (TickStep{TickUnit::kMonth, 6}));
  for (std::size_t i = 4; i < layout.ticks.size(); i += 4)
    EXPECT_EQ(layout.ticks[i].major, layout.ticks[0].major);
  EXPECT_EQ(
      std::count_if(layout.ticks.begin(), layout.ticks.end(), [](const AxisTick& t) { return t.major; }), 18);
}

/// Zooms from a thousandth of a millisecond to half a billion years per pixel: twenty-two orders of
/// magnitude.
std::vector<double> all_zooms() {
  std::vector<double> zooms;
  for (double ms_per_px = 1e-3; ms_per_px < 2e19; ms_per_px *= 2.7) zooms.push_back(ms_per_px);
  return zooms;
}

TEST(AxisLayout, NeverOverlapsAtAnyZoomPlaceOrLanguage) {
  const std::array<Instant, 7> places{day(2025, 8, 8), day(1),       day(0, 6, 1),
                                      day(-44, 3, 15), day(-12'000), day(-13'800'000'000),
                                      day(99'998)};
  for (const char* language : {"en", "az", "hy", "ru", "tr"}) {
    for (const Instant place : places) {
      for (const double ms_per_px : all_zooms()) {
        const AxisRequest request = request_at(place, ms_per_px, 900, language);
        expect_sound(request, lay_out_axis(request, kMeasurer));
        if (HasFatalFailure()) FAIL() << language << " " << ms_per_px << " ms/px, day " << place.day;
      }
    }
  }
}

TEST(AxisLayout, NeverOverlapsAtAnyWidth) {
  for (int width = 0; width <= 2000; width += 9) {
    for (const double ms_per_px : {1e-2, 1e3, 1e6, 86'400'000.0, 3e9, 1e13}) {
      const AxisRequest request = request_at(day(2001, 5, 5), ms_per_px, width);
      expect_sound(request, lay_out_axis(request, kMeasurer));
      if (HasFatalFailure()) FAIL() << width << " px at " << ms_per_px;
    }
  }
}

TEST(AxisLayout, ShowsAsMuchAsFits) {
  // Neither a bare axis nor one with a handful of labels where many fit.
  for (const double ms_per_px : all_zooms()) {
    if (ms_per_px < 0.02 || ms_per_px > 1e17) continue;  // one millisecond, or all of time, fills the view
    const AxisLayout layout = lay_out_axis(request_at(day(2025, 8, 8), ms_per_px, 1400), kMeasurer);
    EXPECT_GE(labels(layout).size(), 4u) << ms_per_px << " ms/px";
  }
}

/// Which instants away from the edges have which label.
std::map<Instant, std::string> labelled_inside(const AxisLayout& layout, const AxisRequest& request,
                                               double margin_px) {
  std::map<Instant, std::string> found;
  for (const AxisTick& tick : layout.ticks) {
    if (tick.x_px < request.left_px + margin_px || tick.x_px > request.right_px - margin_px) continue;
    if (tick.major) found[tick.instant] = tick.label;
  }
  return found;
}

TEST(AxisLayout, DoesNotFlickerWhilePanning) {
  const std::array<Instant, 3> places{day(2024, 12, 20), day(-500), day(-13'800'000'000)};
  for (const Instant place : places) {
    for (double ms_per_px = 1e-2; ms_per_px < 1e16; ms_per_px *= 11) {
      const AxisRequest still = request_at(place, ms_per_px);
      const AxisLayout first = lay_out_axis(still, kMeasurer);
      for (int quarter = 1; quarter <= 120; ++quarter) {
        AxisRequest panned = still;
        panned.scale = still.scale.panned(quarter * 0.25);
        const AxisLayout layout = lay_out_axis(panned, kMeasurer);
        expect_sound(panned, layout);
        ASSERT_EQ(layout.step, first.step) << ms_per_px;
        ASSERT_EQ(layout.minor_step, first.minor_step);
        // What is well inside before and after keeps its label; 120 px is more than any label and the pan.
        const auto before = labelled_inside(first, still, 250);
        const auto after = labelled_inside(layout, panned, 150);
        for (const auto& [instant, label] : before) {
          const auto found = after.find(instant);
          ASSERT_NE(found, after.end()) << label;
          ASSERT_EQ(found->second, label);
        }
      }
    }
  }
}

TEST(AxisLayout, GivesRoomForTheWidestLabelOfTheLanguage) {
  // At every month's width between the two, the step differs by language only.
  const auto step_in = [](const char* language, double month_px) {
    return lay_out_axis(request_at(day(2020), kYearMs / 12 / month_px, 900, language), kMeasurer).step;
  };
  EXPECT_EQ(step_in("en", 42), (TickStep{TickUnit::kMonth, 1}));
  EXPECT_EQ(step_in("en", 34), (TickStep{TickUnit::kMonth, 3}));
}

TEST(AxisLayout, GivesYearsBeforeTheCommonEraTheRoomTheyNeed) {
  const double ms_per_px = kYearMs * 10 / 54;  // a decade in 54 px: room for "1990", not for "1990 BCE"
  EXPECT_EQ(lay_out_axis(request_at(day(1950), ms_per_px), kMeasurer).step, (TickStep{TickUnit::kYear, 10}));
  EXPECT_EQ(lay_out_axis(request_at(day(-1950), ms_per_px), kMeasurer).step, (TickStep{TickUnit::kYear, 20}));
}

TEST(AxisLayout, CoversAllOfTime) {
  AxisRequest request;
  request.scale = fit_range({day(-13'800'000'000), day(2025)}, 0, 1000);
  request.right_px = 1000;
  request.language = "en";
  const AxisLayout layout = lay_out_axis(request, kMeasurer);
  EXPECT_GE(labels(layout).size(), 3u);
  EXPECT_NE(labels(layout).front().find("billion years ago"), std::string::npos);
}

TEST(AxisLayout, IsEmptyWithoutRoomOrScale) {
  EXPECT_EQ(lay_out_axis(request_at(day(2000), 1e6, 0), kMeasurer), AxisLayout{});
  EXPECT_EQ(lay_out_axis(request_at(day(2000), 0), kMeasurer), AxisLayout{});
  EXPECT_EQ(lay_out_axis(request_at(day(2000), std::nan("")), kMeasurer), AxisLayout{});
}

TEST(AxisLayout, GivesTheSameAnswerTwice) {
  const AxisRequest request = request_at(day(2000), 1e8);
  EXPECT_EQ(lay_out_axis(request, kMeasurer), lay_out_axis(request, kMeasurer));
}

}  // namespace
}  // namespace tp
