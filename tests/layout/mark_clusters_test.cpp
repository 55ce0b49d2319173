#include "layout/mark_clusters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/random.hpp"

namespace tp {
namespace {

ClusterRequest random_request(std::uint64_t seed, double width_px, std::size_t count = 150) {
  Random random(seed);
  ClusterRequest request;
  for (std::size_t i = 0; i < count; ++i) {
    // Quarters, so that moving all of them is exact; some fall on one place.
    const double x = std::floor(random.unit() * width_px * 4) / 4;
    request.items.push_back({x, random.below(4), static_cast<double>(1 + random.below(5))});
  }
  return request;
}

bool outranks(const ClusterRequest& request, std::uint32_t a, std::uint32_t b) {
  const double pa = request.items[a].priority, pb = request.items[b].priority;
  return pa != pb ? pa > pb : a < b;
}

void expect_sound(const ClusterRequest& request, const std::vector<MarkCluster>& clusters) {
  std::vector<int> seen(request.items.size(), 0);
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    const MarkCluster& cluster = clusters[c];
    ASSERT_FALSE(cluster.members.empty());
    ASSERT_EQ(cluster.x_px, request.items[cluster.lead].x_px);
    double last_px = -1e300;
    for (const std::uint32_t m : cluster.members) {
      ++seen[m];
      const ClusterItem& item = request.items[m];
      ASSERT_EQ(item.row, cluster.row);
      ASSERT_GE(item.x_px, last_px) << "members are in x order";
      last_px = item.x_px;
      ASSERT_FALSE(outranks(request, m, cluster.lead)) << "the lead is the most important";
      if (m != cluster.lead) {
        ASSERT_LT(std::abs(item.x_px - cluster.x_px), std::max(request.mark_px, request.cluster_px));
      }
    }
    if (c == 0 || clusters[c - 1].row != cluster.row) continue;
    ASSERT_GE(cluster.x_px - clusters[c - 1].x_px, request.mark_px) << "drawn marks are apart";
    const double left_end = request.items[clusters[c - 1].members.back()].x_px;
    ASSERT_LE(left_end, request.items[cluster.members.front()].x_px) << "clusters do not interleave";
  }
  for (const int times : seen) ASSERT_EQ(times, 1) << "every item is in one cluster";
}

TEST(MarkClusters, LeavesMarksThatAreApartAlone) {
  const auto clusters = gather_clusters({{{0, 0, 1}, {12, 0, 1}, {24, 0, 1}}, 12});
  ASSERT_EQ(clusters.size(), 3u);
  EXPECT_EQ(clusters[1].members, std::vector<std::uint32_t>{1});
}

TEST(MarkClusters, KeepsTheImportantMarkWhereItIs) {
  const auto clusters = gather_clusters({{{0, 0, 1}, {8, 0, 5}, {16, 0, 1}}, 12});
  ASSERT_EQ(clusters.size(), 1u);
  EXPECT_EQ(clusters[0].x_px, 8);
  EXPECT_EQ(clusters[0].lead, 1u);
  EXPECT_EQ(clusters[0].members, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(MarkClusters, GathersOnlyWithinARow) {
  EXPECT_EQ(gather_clusters({{{0, 0, 1}, {1, 1, 1}, {2, 2, 1}}, 12}).size(), 3u);
}

TEST(MarkClusters, NeverPutsAnItemUnderALessImportantLead) {
  // 11 is nearer to 12.5 than to 0, but more important than what leads there.
  const auto clusters = gather_clusters({{{0, 0, 5}, {11, 0, 3}, {12.5, 0, 2}}, 12});
  ASSERT_EQ(clusters.size(), 2u);
  EXPECT_EQ(clusters[0].members, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(clusters[1].members, (std::vector<std::uint32_t>{2}));
}

TEST(MarkClusters, HoldAtEveryWidth) {
  for (int width = 0; width <= 2000; width += 7) {
    const ClusterRequest request = random_request(static_cast<std::uint64_t>(width), width);
    expect_sound(request, gather_clusters(request));
    if (HasFatalFailure()) FAIL() << "width " << width;
  }
}

TEST(MarkClusters, KeepTheirDistanceWhereTheyAreDrawnLarger) {
  for (int width = 20; width <= 2000; width += 13) {
    ClusterRequest request = random_request(static_cast<std::uint64_t>(width), width);
    request.mark_px = 14;
    request.cluster_px = 22;
    const auto clusters = gather_clusters(request);
    expect_sound(request, clusters);
    const auto reach = [&](const MarkCluster& c) {
      return (c.members.size() > 1 ? request.cluster_px : request.mark_px) / 2;
    };
    for (std::size_t c = 1; c < clusters.size(); ++c) {
      if (clusters[c].row != clusters[c - 1].row) continue;
      ASSERT_GE(clusters[c].x_px - clusters[c - 1].x_px, reach(clusters[c]) + reach(clusters[c - 1]) - 1e-9)
          << width;
    }
    if (HasFatalFailure()) FAIL() << "width " << width;
  }
}

TEST(MarkClusters, GrowOnlyWhereTheyMust) {
  // The two at 0 become a cluster of 22 px: the mark at 17 would touch it, the one at 19 does not.
  EXPECT_EQ(gather_clusters({{{0, 0, 2}, {0, 0, 1}, {17, 0, 1}}, 14, 22}).size(), 1u);
  EXPECT_EQ(gather_clusters({{{0, 0, 2}, {0, 0, 1}, {19, 0, 1}}, 14, 22}).size(), 2u);
  EXPECT_EQ(gather_clusters({{{0, 0, 2}, {17, 0, 1}}, 14, 22}).size(), 2u) << "two plain marks";
}

TEST(MarkClusters, DoNotChangeWhilePanning) {
  const ClusterRequest request = random_request(3, 700);
  const auto still = gather_clusters(request);
  for (int quarter = -400; quarter <= 400; quarter += 13) {
    ClusterRequest panned = request;
    for (ClusterItem& item : panned.items) item.x_px += quarter * 0.25;
    const auto moved = gather_clusters(panned);
    ASSERT_EQ(moved.size(), still.size());
    for (std::size_t c = 0; c < still.size(); ++c) {
      ASSERT_EQ(moved[c].members, still[c].members);
      ASSERT_EQ(moved[c].x_px, still[c].x_px + quarter * 0.25);
    }
  }
}

TEST(MarkClusters, GatherThousandsAtOneInstant) {
  ClusterRequest request;
  for (int i = 0; i < 5000; ++i) request.items.push_back({40, 0, i == 1234 ? 5.0 : 3.0});
  const auto clusters = gather_clusters(request);
  ASSERT_EQ(clusters.size(), 1u);
  EXPECT_EQ(clusters[0].lead, 1234u);
  EXPECT_EQ(clusters[0].members.size(), 5000u);
}

TEST(MarkClusters, KeepEveryMarkWithoutAMarkSize) {
  const ClusterRequest request{{{5, 0, 1}, {5, 0, 1}, {5, 0, 2}}, 0};
  const auto clusters = gather_clusters(request);
  EXPECT_EQ(clusters.size(), 3u);
}

TEST(MarkClusters, GiveTheSameAnswerTwice) {
  const ClusterRequest request = random_request(11, 300, 1000);
  EXPECT_EQ(gather_clusters(request), gather_clusters(request));
}

}  // namespace
}  // namespace tp
