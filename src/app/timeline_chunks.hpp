// Into which pieces is the axis cut when a large story is planned? The same ones wherever the window lies.
#pragma once

#include <cstdint>

#include "time/instant.hpp"

namespace tp {

/// Pieces of at least `least_px` and less than twice that. They are cut at multiples of 2^n days, or of a
/// day's 2^n-th parts: at instants that zoom alone decides. Counted from where `origin` is, so that no number
/// overflows at any zoom.
class ChunkGrid {
 public:
  ChunkGrid() = default;
  ChunkGrid(double ms_per_px, Instant origin, double least_px);
  std::int64_t chunk_of(Instant t) const;
  Instant begin_of(std::int64_t chunk) const;

 private:
  std::int64_t days_ = 1;    ///< in a chunk
  std::int64_t parts_ = 1;   ///< of a day; one of the two is 1
  std::int64_t origin_ = 0;  ///< in days, or in chunks of several days
};

}  // namespace tp
