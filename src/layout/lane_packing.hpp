// Which row does an event sit in? Packs spans into the fewest rows so that none overlap.
#pragma once

#include <cstdint>
#include <vector>

namespace tp {

struct LaneItem {
  double begin_px = 0;
  double end_px = 0;  ///< not before `begin_px`
  friend bool operator==(const LaneItem&, const LaneItem&) = default;
};

struct LaneRequest {
  std::vector<LaneItem> items;
  double gap_px = 0;  ///< least room between two neighbours of a row
  friend bool operator==(const LaneRequest&, const LaneRequest&) = default;
};

struct LaneLayout {
  std::vector<std::uint32_t> row_of;  ///< for each item, from 0
  std::uint32_t row_count = 0;        ///< the fewest possible
  friend bool operator==(const LaneLayout&, const LaneLayout&) = default;
};

/// Interval partitioning by earliest begin (Kleinberg & Tardos 2005, §4.1), O(n log n); ties by position;
/// each item takes the topmost row that is free. Two items of a row may touch where the gap is 0, and an item
/// without length then needs no room: give marks their width. Begins must not be NaN; ends may be infinite
/// (open).
LaneLayout pack_lanes(const LaneRequest& request);

}  // namespace tp
