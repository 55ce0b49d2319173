#include "app/axis_index.hpp"

#include <algorithm>

#include "app/moments.hpp"

namespace tp {

AxisIndex index_axis(const Story& story) {
  AxisIndex index;
  index.moments.resize(story.tracks.size() + 1);
  for (const Event& event : story.events) {
    const std::size_t row = event.track.valid() ? event.track.at() : story.tracks.size();
    index.moments[row].push_back(moment_of(event.when));
  }
  for (std::vector<Instant>& row : index.moments) std::sort(row.begin(), row.end());
  index.series.reserve(story.series.size());
  for (const Series& series : story.series) index.series.push_back(index_series(series));
  return index;
}

}  // namespace tp
