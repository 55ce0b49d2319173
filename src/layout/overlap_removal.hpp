// How do boxes on the map come apart? Removes overlaps with little movement, inside an area, around what is
// fixed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.hpp"
#include "base/paced.hpp"

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
/// still overlap. A unit of work is about the third of a look at a
/// neighbour.
Paced<std::uint32_t> remove_overlaps(BoxSet& boxes, std::optional<Rect> bounds);

/// For many boxes: thins out where they are crowded beyond what pushing can solve, by moving all of them
/// towards an even distribution that keeps their order in x and, strip by strip, in y; only as far as is
/// needed.
void thin_out(BoxSet& boxes, const Rect& bounds);

/// Evens out how densely boxes lie where `bounds` has room to spare: moves them as if each were larger all
/// around, by as much as lets them all fill about half of it, at most `most_px`.
Paced<> spread_boxes(BoxSet& boxes, std::optional<Rect> bounds, double most_px = 28);

/// How many boxes overlap at least one other.
Paced<std::uint32_t> count_overlapping(const BoxSet& boxes);

}  // namespace tp
