// Which rectangles are near this one? A hashed grid in several sizes; cheap whatever the extent and the mix
// of sizes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace tp {

/// Finds candidates; who asks tests them exactly. Each rectangle lives in the finest of a ladder of grids,
/// each four times as coarse as the one before, in which it covers few cells, so neither a long bar nor a
/// crowd of dots makes a query slow. Coordinates must be finite.
class RectGrid {
 public:
  /// `cell`: about the size of what is asked for.
  explicit RectGrid(Size cell = {16, 16});

  void clear();
  void insert(const Rect& rect, std::uint32_t id);

  /// Calls `visit(id)` for every rectangle that may touch `area` (shared edges count) until it returns true,
  /// and says whether it did. An id may be visited more than once; the order is fixed by the insertions
  /// alone.
  template <class Visit>
  bool any_near(const Rect& area, Visit&& visit) const {
    for (const Level& level : levels_) {
      if (!level.refs.empty() && visit_level(level, area, visit)) return true;
    }
    return false;
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffffu;
  static constexpr std::size_t kLevels = 24;

  struct Cell {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  /// The cells from `first` to `last`, both included.
  struct Span {
    Cell first;
    Cell last;
    /// As a floating number: it may be beyond every integer.
    double count() const {
      return (static_cast<double>(last.x) - first.x + 1) * (static_cast<double>(last.y) - first.y + 1);
    }
  };
  struct Ref {
    Cell cell;
    std::uint32_t id = 0;
    std::uint32_t next = kNone;
  };
  struct Level {
    Size cell;
    std::vector<std::uint32_t> heads;  ///< a power of two of them
    std::vector<Ref> refs;
  };

  static Span span_of(const Rect& rect, Size cell);
  static std::size_t slot(const Level& level, Cell cell);
  static void append(Level& level, Cell cell, std::uint32_t id);
  static void rehash(Level& level, std::size_t slots);

  template <class Visit>
  static bool visit_level(const Level& level, const Rect& area, Visit&& visit) {
    const Span span = span_of(area, level.cell);
    if (span.count() >= static_cast<double>(level.refs.size())) {
      for (const Ref& ref : level.refs) {
        const bool near = ref.cell.x >= span.first.x && ref.cell.x <= span.last.x &&  //
                          ref.cell.y >= span.first.y && ref.cell.y <= span.last.y;
        if (near && visit(ref.id)) return true;
      }
      return false;
    }
    for (Cell cell = span.first; cell.y <= span.last.y; ++cell.y) {
      for (cell.x = span.first.x; cell.x <= span.last.x; ++cell.x) {
        for (std::uint32_t r = level.heads[slot(level, cell)]; r != kNone; r = level.refs[r].next) {
          if (level.refs[r].cell == cell && visit(level.refs[r].id)) return true;
        }
      }
    }
    return false;
  }

  std::array<Level, kLevels> levels_;
};

}  // namespace tp
