// Which row of its lane has a stretch of time? At every zoom the same one.
#pragma once

#include <cstdint>
#include <vector>

#include "time/instant.hpp"

namespace tp {

struct IndexedBar {
  Instant begin, end;
  std::uint32_t event = 0;
  float length_ms = 0;
  std::uint32_t row = 0;
  std::uint32_t rows = 1;  ///< among all that overlaps join it to
  std::uint32_t dimmed = 0;
};

inline constexpr std::uint32_t kMostBarRows = 6;

/// Gives rows to the stretches of a lane, which are ordered by their begin; sets `row` to `kMostBarRows`
/// where none is free: that stretch stays a point. `ranks`: of every event of the story.
void give_rows(std::vector<IndexedBar>& bars, const std::vector<std::uint8_t>& ranks);

}  // namespace tp
