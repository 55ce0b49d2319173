// Which marks are too close to be told apart? Gathers neighbours of a row into counted clusters.
#pragma once

#include <cstdint>
#include <vector>

namespace tp {

struct ClusterItem {
  double x_px = 0;  ///< centre of the mark, in content space: where panning does not move it
  std::uint32_t row = 0;
  double priority = 0;  ///< at or above `keep_priority` an item stays itself where two such are apart
};

struct ClusterRequest {
  std::vector<ClusterItem> items;
  double mark_px = 12;  ///< two marks whose centres are closer than this cannot both be drawn
};

struct MarkCluster {
  double x_px = 0;  ///< where the cluster is drawn: the place of its first member by priority
  std::uint32_t row = 0;
  std::uint32_t lead = 0;             ///< the member with the highest priority
  std::vector<std::uint32_t> members;  ///< in x order; one member: a plain mark
};

/// Every item is in exactly one cluster; drawn clusters of a row are at least `mark_px` apart. Independent of
/// panning: the answer depends on differences of `x_px` only.
std::vector<MarkCluster> gather_clusters(const ClusterRequest& request);

}  // namespace tp
