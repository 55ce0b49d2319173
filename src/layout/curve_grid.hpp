// How many lines run through this rectangle? Curves flattened into a grid, so that labels can keep off them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/geometry.hpp"
#include "layout/rect_grid.hpp"

namespace tp {

/// Holds cubic Bézier curves as short straight pieces; a query costs what is near, not what there is.
class CurveGrid {
 public:
  void add(const std::array<Point, 4>& curve);
  /// How many of the curves cross or touch `rect`, at most `most`.
  std::uint32_t count_through(const Rect& rect, std::uint32_t most) const;

 private:
  struct Piece {
    Point from, to;
    std::uint32_t curve = 0;
  };
  std::vector<Piece> pieces_;
  RectGrid grid_{{48, 24}};
  std::uint32_t count_ = 0;
};

/// True where the straight line from `a` to `b` has a point in `rect`, its edges included.
bool runs_through(Point a, Point b, const Rect& rect);

}  // namespace tp
