// What does the timeline ask of a story again and again? Look-ups made once for a story.
#pragma once

#include <cstdint>
#include <vector>

#include "app/series_values.hpp"
#include "app/shown.hpp"
#include "story/model.hpp"

namespace tp {

struct AxisIndex {
  /// For each track, and last for the events without one: its events by where they stand.
  std::vector<std::vector<std::uint32_t>> events;
  std::vector<std::vector<Instant>> all_moments;  ///< where each of these stands
  std::vector<std::vector<Instant>> moments;      ///< of those that the filter shows, sorted
  std::vector<std::vector<Instant>> dimmed;       ///< of those that it dims
  std::vector<SeriesIndex> series;
};

/// Shows everything.
AxisIndex index_axis(const Story& story);
/// Sorts the moments by what a filter shows; O(events).
void count_shown(AxisIndex& index, const Shown& shown);

}  // namespace tp
