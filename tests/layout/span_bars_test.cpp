#include "layout/span_bars.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace tp {
namespace {

SpanBarRequest request_of(std::vector<LaneItem> items, double height = 22) {
  SpanBarRequest request;
  request.items = std::move(items);
  request.height_px = height;
  return request;
}

TEST(SpanBars, OneBarAloneStandsInTheMiddleAtFullHeight) {
  const auto bars = lay_out_bars(request_of({{0, 100}}));
  ASSERT_EQ(bars.size(), 1u);
  EXPECT_EQ(bars[0], (SpanBar{2, 18, false}));
}

TEST(SpanBars, TheLaterOfTwoThatOverlapLiesInsideTheOther) {
  const auto bars = lay_out_bars(request_of({{0, 100}, {40, 60}}));
  EXPECT_TRUE(bars[0].nested && bars[1].nested);
  EXPECT_GT(bars[1].y_px, bars[0].y_px);
  EXPECT_LT(bars[1].y_px + bars[1].height_px, bars[0].y_px + bars[0].height_px);
}

TEST(SpanBars, WithRoomForWordsTheyAreStacked) {
  const auto bars = lay_out_bars(request_of({{0, 100}, {40, 60}}, 44));
  EXPECT_FALSE(bars[0].nested);
  EXPECT_GE(bars[1].y_px, bars[0].y_px + bars[0].height_px);
  EXPECT_GE(bars[1].height_px, 16);
}

TEST(SpanBars, ManyAreStackedAndNoneIsLost) {
  std::vector<LaneItem> items;
  for (int i = 0; i < 9; ++i) items.push_back({static_cast<double>(i), 100.0 + i});
  const auto bars = lay_out_bars(request_of(items));
  for (std::size_t i = 0; i < bars.size(); ++i) {
    EXPECT_GT(bars[i].height_px, 0);
    EXPECT_LE(bars[i].y_px + bars[i].height_px, 22 + 1e-9);
    if (i > 0) {
      EXPECT_GE(bars[i].y_px, bars[i - 1].y_px + bars[i - 1].height_px);
    }
  }
}

TEST(SpanBars, WhatIsFarAwayMovesNothing) {
  const auto alone = lay_out_bars(request_of({{0, 100}}));
  std::vector<LaneItem> items{{0, 100}};
  for (int i = 0; i < 9; ++i) items.push_back({1000.0 + i, 1100.0 + i});
  EXPECT_EQ(lay_out_bars(request_of(items))[0], alone[0]);
}

TEST(SpanBars, OverlappingBarsNeverLookTheSame) {
  Random random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<LaneItem> items;
    for (int i = 0; i < 12; ++i) {
      const double begin = random.unit() * 400;
      items.push_back({begin, begin + random.unit() * 200});
    }
    const double height = 4 + random.unit() * 60;
    const auto bars = lay_out_bars(request_of(items, height));
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_GE(bars[i].y_px, -1e-9);
      EXPECT_LE(bars[i].y_px + bars[i].height_px, height + 1e-9);
      for (std::size_t j = 0; j < i; ++j) {
        const bool overlap = items[i].begin_px < items[j].end_px && items[j].begin_px < items[i].end_px;
        if (overlap && height > 18) {
          EXPECT_FALSE(bars[i].y_px == bars[j].y_px && bars[i].height_px == bars[j].height_px) << height;
        }
      }
    }
  }
}

}  // namespace
}  // namespace tp
