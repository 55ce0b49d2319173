#include "layout/component_packing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

#include "base/sort.hpp"

namespace tp {
namespace {

struct Cell {
  std::int32_t x = 0;
  std::int32_t y = 0;
  friend auto operator<=>(const Cell&, const Cell&) = default;
};

Rect union_of(const std::vector<Rect>& boxes) {
  if (boxes.empty()) return {};
  double left = boxes[0].x, top = boxes[0].y, right = boxes[0].right(), bottom = boxes[0].bottom();
  for (const Rect& b : boxes) {
    left = std::min(left, b.x), top = std::min(top, b.y);
    right = std::max(right, b.right()), bottom = std::max(bottom, b.bottom());
  }
  return {left, top, right - left, bottom - top};
}

std::int32_t cell_of(double px, double cell_px) {
  constexpr double kFarthest = 1e8;
  return static_cast<std::int32_t>(std::clamp(std::floor(px / cell_px), -kFarthest, kFarthest));
}

/// The cells that a part covers, its boxes widened by half the gap, when it is moved by `offset`.
std::vector<Cell> cells_of(const MapPart& part, Point offset, double gap_px, double cell_px) {
  std::vector<Cell> cells;
  for (const Rect& box : part.boxes) {
    const Rect wide = box.grown(gap_px / 2).moved(offset.x, offset.y);
    for (std::int32_t y = cell_of(wide.y, cell_px); y <= cell_of(wide.bottom(), cell_px); ++y) {
      for (std::int32_t x = cell_of(wide.x, cell_px); x <= cell_of(wide.right(), cell_px); ++x)
        cells.push_back({x, y});
    }
  }
  for (const MapPart::Line& line : part.lines) {
    const Point span = line.to - line.from;
    const int steps = 1 + static_cast<int>(std::max(std::abs(span.x), std::abs(span.y)) / cell_px * 2);
    for (int i = 0; i <= steps; ++i) {
      const Point p = line.from + span * (static_cast<double>(i) / steps) + offset;
      cells.push_back({cell_of(p.x, cell_px), cell_of(p.y, cell_px)});
    }
  }
  sort_list(cells);
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

/// Which cells are taken, in a square around the origin as wide as anything can need.
class Board {
 public:
  explicit Board(std::int32_t half)
      : half_(half),
        taken_(static_cast<std::size_t>(2 * half + 1) * static_cast<std::size_t>(2 * half + 1), 0) {}

  bool is_free(Cell c) const { return !inside(c) || taken_[at(c)] == 0; }
  void take(Cell c) {
    if (inside(c)) taken_[at(c)] = 1;
  }

 private:
  bool inside(Cell c) const { return std::abs(c.x) <= half_ && std::abs(c.y) <= half_; }
  std::size_t at(Cell c) const {
    return static_cast<std::size_t>(c.y + half_) * static_cast<std::size_t>(2 * half_ + 1) +
           static_cast<std::size_t>(c.x + half_);
  }
  std::int32_t half_;
  std::vector<std::uint8_t> taken_;
};

/// Cells from the middle outward, by the ellipse of the area's proportions; found ring by ring, for mostly
/// few rings are asked for.
class Outward {
 public:
  Outward(std::int32_t half, Size area)
      : stretch_(std::clamp(area.height > 0 ? area.width / area.height : 1.0, 0.2, 5.0)),
        half_x_(std::max(1, static_cast<std::int32_t>(half / std::max(1.0, 1 / stretch_)))),
        half_y_(std::max(1, static_cast<std::int32_t>(half / std::max(1.0, stretch_)))) {}

  bool has(std::size_t place) {
    while (place >= cells_.size() && ring_ <= ring_of({half_x_, half_y_})) add_ring();
    return place < cells_.size();
  }
  Cell operator[](std::size_t place) const { return cells_[place]; }

 private:
  double squared(Cell c) const { return double{1} * c.x * c.x + stretch_ * stretch_ * c.y * c.y; }
  std::int32_t ring_of(Cell c) const { return static_cast<std::int32_t>(std::sqrt(squared(c))); }

  void add_ring() {
    const std::size_t begin = cells_.size();
    for (std::int32_t y = -half_y_; y <= half_y_; ++y) {
      const double aside = squared({0, y});
      const double inner = std::max(0.0, double{1} * ring_ * ring_ - aside);
      const double outer = (ring_ + 1.0) * (ring_ + 1.0) - aside;
      if (outer < 0) continue;
      // A cell more on both sides: the exact question is asked of each.
      const std::int32_t last = std::min(half_x_, static_cast<std::int32_t>(std::sqrt(outer)) + 1);
      for (std::int32_t x = std::max(0, static_cast<std::int32_t>(std::sqrt(inner)) - 1); x <= last; ++x) {
        if (ring_of({x, y}) != ring_) continue;
        cells_.push_back({x, y});
        if (x != 0) cells_.push_back({-x, y});
      }
    }
    std::vector<Cell> ring(cells_.begin() + static_cast<std::ptrdiff_t>(begin), cells_.end());
    sort_list(ring,
              [&](Cell a, Cell b) { return squared(a) != squared(b) ? squared(a) < squared(b) : a < b; });
    std::copy(ring.begin(), ring.end(), cells_.begin() + static_cast<std::ptrdiff_t>(begin));
    ++ring_;
  }

  double stretch_;
  std::int32_t half_x_;
  std::int32_t half_y_;
  std::int32_t ring_ = 0;  ///< the next one
  std::vector<Cell> cells_;
};

/// Parts by area, the largest first; fixed ones before all.
std::vector<std::size_t> packing_order(const std::vector<MapPart>& parts, const std::vector<Rect>& bounds) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto size = [&](std::size_t p) { return bounds[p].width * bounds[p].height; };
  sort_list(order, [&](std::size_t a, std::size_t b) {
    if (parts[a].fixed != parts[b].fixed) return parts[a].fixed;
    return size(a) != size(b) ? size(a) > size(b) : a < b;
  });
  return order;
}

}  // namespace

Paced<std::vector<Point>> pack_parts(const std::vector<MapPart>& parts, Point center, Size area,
                                     double gap_px) {
  constexpr double kCellsPerPart = 30;
  constexpr std::int64_t kUnitsPerCell = 8;  // listing and sorting it
  constexpr std::int64_t kUnitsAtOnce = 4096;
  std::vector<Point> moves(parts.size());
  std::vector<Rect> bounds;
  double sum = 0;
  double widest = 0;
  for (const MapPart& part : parts) {
    const Rect b = bounds.emplace_back(union_of(part.boxes).grown(gap_px / 2));
    sum += b.width * b.height;
    widest = std::max({widest, b.width, b.height});
    if (part.fixed)
      widest =
          std::max({widest, 2 * std::abs(b.center().x - center.x), 2 * std::abs(b.center().y - center.y)});
  }
  if (parts.size() < 2) co_return moves;
  constexpr double kMostCellsOnASide = 1500;
  const double side = widest + 4 * std::sqrt(sum);
  const double cell_count = std::max(2500.0, kCellsPerPart * static_cast<double>(parts.size()));
  const double cell_px = std::max({4.0, std::sqrt(sum / cell_count), side / kMostCellsOnASide});
  const std::int32_t half = static_cast<std::int32_t>(side / cell_px / 2) + 2;

  Board board(2 * half);
  Outward outward(half, area);
  std::size_t first_free = 0;  // all cells before it are taken
  for (const std::size_t p : packing_order(parts, bounds)) {
    const Point to_middle = parts[p].fixed ? center * -1 : bounds[p].center() * -1;
    const std::vector<Cell> cells = cells_of(parts[p], to_middle, gap_px, cell_px);
    std::int64_t looked_at = static_cast<std::int64_t>(cells.size()) * kUnitsPerCell;
    Cell place;
    if (!parts[p].fixed) {
      while (outward.has(first_free + 1) && !board.is_free(outward[first_free])) ++first_free;
      const bool covers_middle = std::binary_search(cells.begin(), cells.end(), Cell{});
      for (std::size_t o = covers_middle ? first_free : 0; outward.has(o); ++o) {
        place = outward[o];
        const bool fits = std::all_of(cells.begin(), cells.end(), [&](Cell c) {
          ++looked_at;
          return board.is_free({c.x + place.x, c.y + place.y});
        });
        if (fits) break;
        if (looked_at >= kUnitsAtOnce) co_await Work{std::exchange(looked_at, 0)};
      }
      moves[p] = center + to_middle + Point{place.x * cell_px, place.y * cell_px};
    }
    for (const Cell c : cells) board.take({c.x + place.x, c.y + place.y});
    co_await Work{looked_at};
  }
  co_return moves;
}

}  // namespace tp
