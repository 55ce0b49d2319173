// What is under the pointer? The nearest of many rectangles, circles and curves, the topmost where they tie.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.hpp"
#include "layout/rect_grid.hpp"

namespace tp {

/// Targets are added from the bottom up; a query costs what is near the point, not what there is. Coordinates
/// must be finite.
class HitIndex {
 public:
  void clear();
  void add_rect(const Rect& rect, std::uint32_t target);
  void add_circle(Point center, double radius, std::uint32_t target);
  void add_curve(const std::array<Point, 4>& curve, double half_width, std::uint32_t target);

  /// The target that contains `p` (edges included), the last added first; else the nearest within `slop_px`,
  /// the last added of equals; else none. A curve is as wide as its half width on either side.
  std::optional<std::uint32_t> at(Point p, double slop_px) const;

 private:
  struct Entry {
    enum class Form : std::uint8_t { kRect, kCircle, kCurve } form = Form::kRect;
    Rect rect;
    std::uint32_t curve = 0;  ///< its place in `curves_`
    double reach = 0;         ///< radius or half width
    std::uint32_t target = 0;
  };
  /// 0 inside.
  double distance(const Entry& entry, Point p) const;

  std::vector<Entry> entries_;
  std::vector<std::array<Point, 4>> curves_;
  RectGrid grid_;
};

}  // namespace tp
