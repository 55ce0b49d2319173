// Where is it and how large? Points, sizes and rectangles in CSS pixels, x to the right and y downward.
#pragma once

#include <algorithm>

namespace tp {

struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
};

struct Size {
  double width = 0;
  double height = 0;
  friend bool operator==(const Size&, const Size&) = default;
};

/// An axis-aligned rectangle. Its right and bottom edges are not part of it.
struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Point center() const { return {x + width / 2, y + height / 2}; }
  bool empty() const { return width <= 0 || height <= 0; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  /// True where the two share area; touching edges do not count.
  bool overlaps(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  Rect moved(double dx, double dy) const { return {x + dx, y + dy, width, height}; }
  /// Grown by `by` on every side (shrunk where negative, never below zero size).
  Rect grown(double by) const {
    return {x - by, y - by, std::max(0.0, width + 2 * by), std::max(0.0, height + 2 * by)};
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace tp
