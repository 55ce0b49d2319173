#include "layout/rect_grid.hpp"

#include <algorithm>
#include <cmath>

namespace tp {
namespace {

constexpr double kCoarser = 4;         // from one level to the next
constexpr double kMostCells = 12;      // that one rectangle covers before it moves to a coarser level
constexpr double kFarthestCell = 2e9;  // what is beyond shares the outermost cells

std::int32_t cell_of(double px, double cell_px) {
  return static_cast<std::int32_t>(std::clamp(std::floor(px / cell_px), -kFarthestCell, kFarthestCell));
}

}  // namespace

RectGrid::RectGrid(Size cell) {
  Size size{cell.width > 0 ? cell.width : 1, cell.height > 0 ? cell.height : 1};
  for (Level& level : levels_) {
    level.cell = size;
    size = {size.width * kCoarser, size.height * kCoarser};
  }
}

void RectGrid::clear() {
  for (Level& level : levels_) {
    level.refs.clear();
    std::fill(level.heads.begin(), level.heads.end(), kNone);
  }
}

RectGrid::Span RectGrid::span_of(const Rect& rect, Size cell) {
  return {{cell_of(rect.x, cell.width), cell_of(rect.y, cell.height)},
          {cell_of(rect.right(), cell.width), cell_of(rect.bottom(), cell.height)}};
}

std::size_t RectGrid::slot(const Level& level, Cell cell) {
  std::uint64_t h = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.x)) << 32) |
                    static_cast<std::uint32_t>(cell.y);
  h ^= h >> 29;
  h *= 0xbf58476d1ce4e5b9ull;
  return static_cast<std::size_t>(h >> 32) & (level.heads.size() - 1);
}

void RectGrid::rehash(Level& level, std::size_t slots) {
  level.heads.assign(slots, kNone);
  for (std::uint32_t r = 0; r < level.refs.size(); ++r) {
    std::uint32_t& head = level.heads[slot(level, level.refs[r].cell)];
    level.refs[r].next = head;
    head = r;
  }
}

void RectGrid::append(Level& level, Cell cell, std::uint32_t id) {
  if (level.refs.size() >= level.heads.size())
    rehash(level, std::max<std::size_t>(64, level.heads.size() * 2));
  std::uint32_t& head = level.heads[slot(level, cell)];
  level.refs.push_back({cell, id, head});
  head = static_cast<std::uint32_t>(level.refs.size() - 1);
}

void RectGrid::insert(const Rect& rect, std::uint32_t id) {
  std::size_t l = 0;
  Span span = span_of(rect, levels_[l].cell);
  while (l + 1 < kLevels && span.count() > kMostCells) span = span_of(rect, levels_[++l].cell);
  // Only what is wider than 10^16 px covers more than that of the coarsest cells: be wrong there, not
  // endless.
  span.last.x = std::min(span.last.x, span.first.x + 64);
  span.last.y = std::min(span.last.y, span.first.y + 64);
  for (Cell cell = span.first; cell.y <= span.last.y; ++cell.y) {
    for (cell.x = span.first.x; cell.x <= span.last.x; ++cell.x) append(levels_[l], cell, id);
  }
}

}  // namespace tp
