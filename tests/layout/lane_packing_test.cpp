#include "layout/lane_packing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "base/random.hpp"

namespace tp {
namespace {

LaneRequest random_request(std::uint64_t seed, std::size_t count, double gap_px) {
  Random random(seed);
  LaneRequest request;
  request.gap_px = gap_px;
  for (std::size_t i = 0; i < count; ++i) {
    const double begin = random.below(1000);
    request.items.push_back({begin, begin + random.below(80)});
  }
  return request;
}

bool collide(const LaneItem& a, const LaneItem& b, double gap_px) {
  return a.begin_px < b.end_px + gap_px && b.begin_px < a.end_px + gap_px;
}

/// The greatest number of items, each with its gap, that lie over one place: no packing needs fewer rows.
std::uint32_t depth(const LaneRequest& request) {
  std::uint32_t most = 0;
  for (const LaneItem& at : request.items) {
    std::uint32_t here = 0;
    for (const LaneItem& i : request.items) {
      here += i.begin_px <= at.begin_px && at.begin_px < i.end_px + request.gap_px ? 1 : 0;
    }
    most = std::max({most, here, 1u});
  }
  return most;
}

TEST(LanePacking, KeepsOverlappingEventsInDifferentLanes) {
  const LaneLayout layout = pack_lanes({{{0, 10}, {5, 15}, {12, 20}}, 0});
  EXPECT_EQ(layout.row_of, (std::vector<std::uint32_t>{0, 1, 0}));
  EXPECT_EQ(layout.row_count, 2u);
}

TEST(LanePacking, LetsNeighborsTouchOnlyWithoutAGap) {
  EXPECT_EQ(pack_lanes({{{0, 10}, {10, 20}}, 0}).row_count, 1u);
  EXPECT_EQ(pack_lanes({{{0, 10}, {10, 20}}, 1}).row_count, 2u);
  EXPECT_EQ(pack_lanes({{{0, 10}, {11, 20}}, 1}).row_count, 1u);
}

TEST(LanePacking, HasNoRowsForNoItems) {
  EXPECT_EQ(pack_lanes({}).row_count, 0u);
}

TEST(LanePacking, NeedsTheFewestRowsWithoutOverlapAtAnyGap) {
  for (int gap = 0; gap <= 60; gap += 3) {
    const LaneRequest request = random_request(static_cast<std::uint64_t>(gap) + 1, 200, gap);
    const LaneLayout layout = pack_lanes(request);
    EXPECT_EQ(layout.row_count, depth(request)) << "gap " << gap;
    for (std::size_t i = 0; i < request.items.size(); ++i) {
      ASSERT_LT(layout.row_of[i], layout.row_count);
      for (std::size_t j = 0; j < i; ++j) {
        if (layout.row_of[i] != layout.row_of[j]) continue;
        ASSERT_FALSE(collide(request.items[i], request.items[j], gap))
            << i << " and " << j << ", gap " << gap;
      }
    }
  }
}

TEST(LanePacking, PutsItemsThatOverlapForEverInRowsOfTheirOwn) {
  const double forever = std::numeric_limits<double>::infinity();
  const LaneLayout layout = pack_lanes({{{0, forever}, {10, forever}, {20, 30}, {40, 50}}, 4});
  EXPECT_EQ(layout.row_of, (std::vector<std::uint32_t>{0, 1, 2, 2}));
}

TEST(LanePacking, TakesTheTopmostFreeRow) {
  const LaneLayout layout = pack_lanes({{{0, 10}, {0, 12}, {0, 14}, {20, 30}}, 0});
  EXPECT_EQ(layout.row_of[3], 0u);
}

TEST(LanePacking, GivesTheSameAnswerTwice) {
  const LaneRequest request = random_request(7, 500, 4);
  EXPECT_EQ(pack_lanes(request), pack_lanes(request));
}

TEST(LanePacking, PacksThousandsOfEventsAtOneInstantIntoARowEach) {
  LaneRequest request;
  for (int i = 0; i < 5000; ++i) request.items.push_back({100, 112});
  const LaneLayout layout = pack_lanes(request);
  EXPECT_EQ(layout.row_count, 5000u);
  for (std::uint32_t i = 0; i < 5000; ++i) ASSERT_EQ(layout.row_of[i], i);
}

}  // namespace
}  // namespace tp
