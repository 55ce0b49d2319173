// What does the timeline ask of a story again and again? Look-ups made once for a story.
#pragma once

#include <vector>

#include "app/series_values.hpp"
#include "story/model.hpp"

namespace tp {

struct AxisIndex {
  /// For each track, and last for the events without one, where its events stand: sorted.
  std::vector<std::vector<Instant>> moments;
  std::vector<SeriesIndex> series;
};

AxisIndex index_axis(const Story& story);

}  // namespace tp
