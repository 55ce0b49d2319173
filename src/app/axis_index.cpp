#include "app/axis_index.hpp"

#include "app/moments.hpp"
#include "base/sort.hpp"

namespace tp {

AxisIndex index_axis(const Story& story) {
  AxisIndex index;
  index.events.resize(story.tracks.size() + 1);
  std::vector<Instant> moments;
  moments.reserve(story.events.size());
  for (std::uint32_t i = 0; i < story.events.size(); ++i) {
    const TrackIndex track = story.events[i].track;
    index.events[track.valid() ? track.at() : story.tracks.size()].push_back(i);
    moments.push_back(moment_of(story.events[i].when));
  }
  for (std::vector<std::uint32_t>& row : index.events)
    sort_list(row, [&](std::uint32_t a, std::uint32_t b) {
      return moments[a] != moments[b] ? moments[a] < moments[b] : a < b;
    });
  index.all_moments.resize(index.events.size());
  for (std::size_t row = 0; row < index.events.size(); ++row) {
    index.all_moments[row].reserve(index.events[row].size());
    for (const std::uint32_t event : index.events[row]) index.all_moments[row].push_back(moments[event]);
  }
  index.series.reserve(story.series.size());
  for (const Series& series : story.series) index.series.push_back(index_series(series));
  Shown everything;
  count_shown(index, everything);
  return index;
}

void count_shown(AxisIndex& index, const Shown& shown) {
  index.moments.resize(index.events.size());
  index.dimmed.resize(index.events.size());
  for (std::size_t row = 0; row < index.events.size(); ++row) {
    index.dimmed[row].clear();
    if (shown.everything()) {
      index.moments[row] = index.all_moments[row];
      continue;
    }
    index.moments[row].clear();
    for (std::size_t i = 0; i < index.events[row].size(); ++i) {
      const bool is_shown = shown.event(index.events[row][i]);
      if (!is_shown && shown.hides()) continue;
      (is_shown ? index.moments : index.dimmed)[row].push_back(index.all_moments[row][i]);
    }
  }
}

}  // namespace tp
