// How do boxes on the map come apart? Removes overlaps with little movement, inside an area, around what is
// fixed.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace tp {

struct BoxSet {
  std::vector<Point> centers;
  std::vector<Size> sizes;
  std::vector<std::uint8_t> fixed;  ///< not 0: stays where it is
};

/// Moves boxes until none overlap, as far as there is room; boxes that are not fixed end inside `bounds`
/// (empty: anywhere). First by projecting one overlapping pair after another onto the nearest placement
/// without overlap (the constraint projection of Dwyer 2009, "Scalable, Versatile and Simple Constrained
/// Graph Layout"); what is still in conflict then goes to the nearest free place. Returns how many boxes
/// still overlap.
std::uint32_t remove_overlaps(BoxSet& boxes, const Rect& bounds);

/// How many boxes overlap at least one other.
std::uint32_t count_overlapping(const BoxSet& boxes);

}  // namespace tp
