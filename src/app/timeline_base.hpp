// What of a timeline's look-ups does no filter change? Orders, lengths, ranks and rows: worked out once for a
// story.
#pragma once

#include <cstdint>
#include <vector>

#include "app/stretch_rows.hpp"
#include "story/relations_at.hpp"

namespace tp {

struct IndexedEvent {
  Instant middle;
  std::uint32_t event = 0;
  float length_ms = 0;  ///< of a stretch that has a row while nothing is hidden; 0: always a point
};

struct LaneBase {
  std::vector<IndexedEvent> events;   ///< by their middle, then as in `StoryIndex::events_in_time`
  std::vector<IndexedBar> stretches;  ///< by their begin, in the rows that they have while nothing is hidden
};

struct TimelineBase {
  bool one_lane = false;            ///< for the events of every track
  std::vector<LaneBase> lanes;      ///< by track, those without a track last; or one
  std::vector<std::uint8_t> ranks;  ///< of each event
  std::size_t lane_of(TrackIndex track) const {
    return one_lane ? 0 : track.valid() ? track.at() : lanes.size() - 1;
  }
};

/// O(n log n) for n events.
TimelineBase base_of_timeline(bool one_lane, const Story& story, const StoryIndex& index);

/// The bounds of an event; open ends are held a little outside the story.
TimeRange held_bounds(const DateRange& when, const TimeRange& extent);

}  // namespace tp
