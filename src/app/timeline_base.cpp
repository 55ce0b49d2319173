#include "app/timeline_base.hpp"

#include <algorithm>

#include "app/event_ranks.hpp"
#include "base/sort.hpp"

namespace tp {

namespace {

void finish_lane(LaneBase& lane, const std::vector<std::uint8_t>& ranks, std::vector<float>& length_of) {
  // `events_in_time` is by the earliest begin, before it is held.
  sort_list(lane.stretches, [](const IndexedBar& a, const IndexedBar& b) { return a.begin < b.begin; });
  give_rows(lane.stretches, ranks);
  for (const IndexedBar& bar : lane.stretches)
    if (bar.row < kMostBarRows) length_of[bar.event] = bar.length_ms;
  for (IndexedEvent& event : lane.events) event.length_ms = length_of[event.event];
  sort_list(lane.events, [](const IndexedEvent& a, const IndexedEvent& b) { return a.middle < b.middle; });
}

}  // namespace

TimeRange held_bounds(const DateRange& when, const TimeRange& extent) {
  const double beyond = extent.length_ms() * 8;
  const Instant least = plus_ms(extent.begin, -beyond), most = plus_ms(extent.end, beyond);
  const TimeRange outer = when.outer();
  return {std::clamp(outer.begin, least, most), std::clamp(outer.end, least, most)};
}

TimelineBase base_of_timeline(bool one_lane, const Story& story, const StoryIndex& index) {
  TimelineBase base;
  base.one_lane = one_lane;
  base.lanes.resize(one_lane ? 1 : story.tracks.size() + 1);
  base.ranks.reserve(story.events.size());
  for (const Event& event : story.events) base.ranks.push_back(rank_of(event));
  for (const EventIndex event : index.events_in_time) {
    const DateRange& when = story[event].when;
    const TimeRange held = held_bounds(when, index.extent);
    const double length = held.length_ms();
    LaneBase& lane = base.lanes[base.lane_of(story[event].track)];
    lane.events.push_back({plus_ms(held.begin, length / 2), event.value, 0});
    if (when.is_interval)
      lane.stretches.push_back({held.begin, held.end, event.value, static_cast<float>(length), 0, 1, 0});
  }
  std::vector<float> length_of(story.events.size(), 0);
  for (LaneBase& lane : base.lanes) finish_lane(lane, base.ranks, length_of);
  return base;
}

}  // namespace tp
