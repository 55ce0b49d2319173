// Where do the separate parts of a map go? Packs the disconnected components into one shape without gaps.
#pragma once

#include <vector>

#include "base/geometry.hpp"
#include "base/paced.hpp"

namespace tp {

struct MapPart {
  std::vector<Rect> boxes;
  struct Line {
    Point from;
    Point to;
  };
  std::vector<Line> lines;  ///< other parts keep off these too
  bool fixed = false;       ///< stays where it is
};

/// How far each part moves. The larger come first and go nearest to `center`, in the proportions of `area`,
/// by their true shapes on a grid (Freivalds, Dogrusoz & Kikusts 2002, "Disconnected Graph Layout and the
/// Polyomino Packing Approach"), at least `gap_px` apart. A unit of work is a cell looked at.
Paced<std::vector<Point>> pack_parts(const std::vector<MapPart>& parts, Point center, Size area,
                                     double gap_px);

}  // namespace tp
