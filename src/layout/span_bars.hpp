// How high is the bar of a stretch of time and where does it lie in its lane? Overlapping bars are nested
// while they are few, stacked where there is room or where they are many.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/lane_packing.hpp"

namespace tp {

struct SpanBarRequest {
  std::vector<LaneItem> items;
  double gap_px = 0;     ///< least room along the axis between two bars at one height
  double height_px = 0;  ///< of the room for bars
  double line_px = 16;   ///< a bar of this height holds a line of words: stacked from there on
  double most_px = 18;   ///< no bar is higher
  bool may_nest = true;  ///< false: always stacked
  friend bool operator==(const SpanBarRequest&, const SpanBarRequest&) = default;
};

struct SpanBar {
  double y_px = 0;  ///< its top, from the top of the room
  double height_px = 0;
  bool nested = false;  ///< it may lie upon another bar, or another one upon it
  friend bool operator==(const SpanBar&, const SpanBar&) = default;
};

/// A bar for each item, inside the room. What overlaps along the axis never has the same height and place; of
/// nested bars the one that begins later lies inside the height of the other. How a bar lies depends only on
/// those that it is joined to by overlaps, so that nothing far away moves it. O(n log n).
std::vector<SpanBar> lay_out_bars(const SpanBarRequest& request);

/// The bar of an item that is the `row`-th of `rows` which share the height.
SpanBar bar_in_row(const SpanBarRequest& request, std::uint32_t row, std::uint32_t rows);

}  // namespace tp
