#include "layout/curve_grid.hpp"

#include <algorithm>
#include <cmath>

#include "layout/edge_paths.hpp"

namespace tp {

namespace {

constexpr int kPieces = 12;

bool is_finite(const std::array<Point, 4>& curve) {
  return std::all_of(curve.begin(), curve.end(),
                     [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

}  // namespace

bool runs_through(Point a, Point b, const Rect& rect) {
  // Liang & Barsky 1984: the part of the line within each pair of sides; something is left where it is
  // inside.
  double first = 0, last = 1;
  const Point way = b - a;
  const auto clip = [&](double from, double by, double low, double high) {
    if (by == 0) return from >= low && from <= high;
    const double t0 = (low - from) / by, t1 = (high - from) / by;
    first = std::max(first, std::min(t0, t1));
    last = std::min(last, std::max(t0, t1));
    return first <= last;
  };
  return clip(a.x, way.x, rect.x, rect.right()) && clip(a.y, way.y, rect.y, rect.bottom());
}

void CurveGrid::add(const std::array<Point, 4>& curve) {
  const std::uint32_t self = count_++;
  if (!is_finite(curve)) return;
  Point from = curve[0];
  for (int i = 1; i <= kPieces; ++i) {
    const Point to = i == kPieces ? curve[3] : bezier_at(curve, static_cast<double>(i) / kPieces);
    grid_.insert(
        {std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x), std::abs(to.y - from.y)},
        static_cast<std::uint32_t>(pieces_.size()));
    pieces_.push_back({from, to, self});
    from = to;
  }
}

std::uint32_t CurveGrid::count_through(const Rect& rect, std::uint32_t most) const {
  std::vector<std::uint32_t> seen;
  grid_.any_near(rect, [&](std::uint32_t p) {
    const Piece& piece = pieces_[p];
    const bool known = std::find(seen.begin(), seen.end(), piece.curve) != seen.end();
    if (!known && runs_through(piece.from, piece.to, rect)) seen.push_back(piece.curve);
    return seen.size() >= most;
  });
  return static_cast<std::uint32_t>(seen.size());
}

}  // namespace tp
