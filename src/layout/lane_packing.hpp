// Which row does an event sit in? Packs spans into the fewest rows so that none overlap.
#pragma once

#include <cstdint>
#include <vector>

namespace tp {

struct LaneItem {
  double begin_px = 0;
  double end_px = 0;  ///< not before `begin_px`
};

struct LaneRequest {
  std::vector<LaneItem> items;
  double gap_px = 0;  ///< least room between two neighbours of a row
};

struct LaneLayout {
  std::vector<std::uint32_t> row_of;  ///< for each item, from 0
  std::uint32_t row_count = 0;        ///< the fewest possible
};

/// Interval partitioning by earliest begin (Kleinberg & Tardos 2005, §4.1), O(n log n); ties by position.
LaneLayout pack_lanes(const LaneRequest& request);

}  // namespace tp
