// Which marks are too close to be told apart? Gathers neighbours of a row into counted clusters.
#pragma once

#include <cstdint>
#include <vector>

namespace tp {

struct ClusterItem {
  double x_px = 0;  ///< centre of the mark, in content space: where panning does not move it
  std::uint32_t row = 0;
  double priority = 0;  ///< higher: more likely to stay where it is; ties: the earlier item
  friend bool operator==(const ClusterItem&, const ClusterItem&) = default;
};

struct ClusterRequest {
  std::vector<ClusterItem> items;
  double mark_px = 12;  ///< two marks whose centres are closer than this cannot both be drawn
  double cluster_px =
      0;  ///< the same for two clusters, where these are drawn larger; between the two, the mean
  friend bool operator==(const ClusterRequest&, const ClusterRequest&) = default;
};

struct MarkCluster {
  double x_px = 0;  ///< where the cluster is drawn: the place of its first member by priority
  std::uint32_t row = 0;
  std::uint32_t lead = 0;              ///< the member with the highest priority
  std::vector<std::uint32_t> members;  ///< in x order; one member: a plain mark
  friend bool operator==(const MarkCluster&, const MarkCluster&) = default;
};

/// Every item is in exactly one cluster; what is drawn in a row keeps its distance (`mark_px`, `cluster_px`),
/// and each cluster is drawn where its lead is: from the highest priority down, an item leads a cluster
/// unless a lead is already too near. Where a mark that has become a cluster touches its neighbour, the more
/// important of the two takes the other in, until none touch. Members are less than the larger distance from
/// their lead, and the clusters of a row do not interleave. Sorted by row, then x. Independent of panning:
/// the answer depends on differences of `x_px` only. O(n log n) for each of a few rounds. Places must be
/// finite.
std::vector<MarkCluster> gather_clusters(const ClusterRequest& request);

}  // namespace tp
