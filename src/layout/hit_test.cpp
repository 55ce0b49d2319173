#include "layout/hit_test.hpp"

#include <algorithm>
#include <cmath>

#include "layout/edge_paths.hpp"

namespace tp {
namespace {

using Curve = std::array<Point, 4>;

double length(Point p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}

Point mid(Point a, Point b) {
  return (a + b) * 0.5;
}

Rect box_of(const Curve& c) {
  const auto [left, right] = std::minmax({c[0].x, c[1].x, c[2].x, c[3].x});
  const auto [top, bottom] = std::minmax({c[0].y, c[1].y, c[2].y, c[3].y});
  return {left, top, right - left, bottom - top};
}

/// Inserts the boxes of short pieces, halved by de Casteljau: the box of a long slanting curve covers half
/// the map. Half a pixel more, since that is how exactly `distance_to` measures.
void insert_pieces(RectGrid& grid, const Curve& c, double half_width, std::uint32_t id, int depth) {
  const double span = length(c[1] - c[0]) + length(c[2] - c[1]) + length(c[3] - c[2]);
  if (depth == 0 || span <= 48) {
    grid.insert(box_of(c).grown(half_width + 0.5), id);
    return;
  }
  const Point a = mid(c[0], c[1]), b = mid(c[1], c[2]), d = mid(c[2], c[3]);
  const Point ab = mid(a, b), bd = mid(b, d), m = mid(ab, bd);
  insert_pieces(grid, {c[0], a, ab, m}, half_width, id, depth - 1);
  insert_pieces(grid, {m, bd, d, c[3]}, half_width, id, depth - 1);
}

}  // namespace

void HitIndex::clear() {
  entries_.clear();
  curves_.clear();
  grid_.clear();
}

void HitIndex::add_rect(const Rect& rect, std::uint32_t target) {
  grid_.insert(rect, static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back({Entry::Form::kRect, rect, 0, 0, target});
}

void HitIndex::add_circle(Point center, double radius, std::uint32_t target) {
  const Rect box{center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  grid_.insert(box, static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back({Entry::Form::kCircle, {center.x, center.y, 0, 0}, 0, radius, target});
}

void HitIndex::add_curve(const Curve& curve, double half_width, std::uint32_t target) {
  constexpr int kMostHalvings = 7;
  insert_pieces(grid_, curve, half_width, static_cast<std::uint32_t>(entries_.size()), kMostHalvings);
  entries_.push_back(
      {Entry::Form::kCurve, {}, static_cast<std::uint32_t>(curves_.size()), half_width, target});
  curves_.push_back(curve);
}

double HitIndex::distance(const Entry& entry, Point p) const {
  switch (entry.form) {
    case Entry::Form::kRect: {
      const double dx = std::max({entry.rect.x - p.x, 0.0, p.x - entry.rect.right()});
      const double dy = std::max({entry.rect.y - p.y, 0.0, p.y - entry.rect.bottom()});
      return length({dx, dy});
    }
    case Entry::Form::kCircle:
      return std::max(0.0, length(p - Point{entry.rect.x, entry.rect.y}) - entry.reach);
    case Entry::Form::kCurve:
      return std::max(0.0, distance_to(curves_[entry.curve], p) - entry.reach);
  }
  return 0;
}

std::optional<std::uint32_t> HitIndex::at(Point p, double slop_px) const {
  if (!std::isfinite(p.x) || !std::isfinite(p.y)) return std::nullopt;
  constexpr double kMostSlop = 1e6;
  constexpr double kRounding = 0.01;
  std::optional<std::uint32_t> best;
  double best_px = std::clamp(slop_px, 0.0, kMostSlop);
  const auto consider = [&](std::uint32_t e) {
    // Of equals the last added wins, so what is below the best so far need not be measured once that contains
    // p.
    if (best && (e == *best || (best_px <= 0 && e < *best))) return false;
    const double px = distance(entries_[e], p);
    if (px < best_px || (px == best_px && (!best || e > *best))) {
      best = e;
      best_px = px;
    }
    return false;
  };
  grid_.any_near(Rect{p.x, p.y, 0, 0}.grown(best_px + kRounding), consider);
  if (!best) return std::nullopt;
  return entries_[*best].target;
}

}  // namespace tp
