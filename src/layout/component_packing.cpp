#include "layout/component_packing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

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

/// Cells from the middle outward, by the ellipse of the area's proportions.
std::vector<Cell> list_outward(std::int32_t half, Size area) {
  const double stretch = std::clamp(area.height > 0 ? area.width / area.height : 1.0, 0.2, 5.0);
  const std::int32_t half_y = std::max(1, static_cast<std::int32_t>(half / std::max(1.0, stretch)));
  const std::int32_t half_x = std::max(1, static_cast<std::int32_t>(half / std::max(1.0, 1 / stretch)));
  std::vector<Cell> cells;
  for (std::int32_t y = -half_y; y <= half_y; ++y) {
    for (std::int32_t x = -half_x; x <= half_x; ++x) cells.push_back({x, y});
  }
  const auto far = [&](Cell c) { return double{1} * c.x * c.x + stretch * stretch * c.y * c.y; };
  sort_list(cells, [&](Cell a, Cell b) { return far(a) != far(b) ? far(a) < far(b) : a < b; });
  return cells;
}

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

std::vector<Point> pack_parts(const std::vector<MapPart>& parts, Point center, Size area, double gap_px) {
  constexpr double kCellsPerPart = 30;
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
  if (parts.size() < 2) return moves;
  constexpr double kMostCellsOnASide = 1500;
  const double side = widest + 4 * std::sqrt(sum);
  const double cell_count = std::max(2500.0, kCellsPerPart * static_cast<double>(parts.size()));
  const double cell_px = std::max({4.0, std::sqrt(sum / cell_count), side / kMostCellsOnASide});
  const std::int32_t half = static_cast<std::int32_t>(side / cell_px / 2) + 2;

  Board board(2 * half);
  const std::vector<Cell> outward = list_outward(half, area);
  std::size_t first_free = 0;  // all cells before it are taken
  for (const std::size_t p : packing_order(parts, bounds)) {
    const Point to_middle = parts[p].fixed ? center * -1 : bounds[p].center() * -1;
    const std::vector<Cell> cells = cells_of(parts[p], to_middle, gap_px, cell_px);
    Cell place;
    if (!parts[p].fixed) {
      while (first_free + 1 < outward.size() && !board.is_free(outward[first_free])) ++first_free;
      const bool covers_middle = std::binary_search(cells.begin(), cells.end(), Cell{});
      for (std::size_t o = covers_middle ? first_free : 0; o < outward.size(); ++o) {
        place = outward[o];
        const bool fits = std::all_of(cells.begin(), cells.end(), [&](Cell c) {
          return board.is_free({c.x + place.x, c.y + place.y});
        });
        if (fits) break;
      }
      moves[p] = center + to_middle + Point{place.x * cell_px, place.y * cell_px};
    }
    for (const Cell c : cells) board.take({c.x + place.x, c.y + place.y});
  }
  return moves;
}

}  // namespace tp
