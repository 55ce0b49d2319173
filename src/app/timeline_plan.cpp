#include "app/timeline_plan.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "app/timeline_marks.hpp"
#include "base/sort.hpp"
#include "layout/mark_clusters.hpp"

namespace tp {

namespace {

// One lane at a time: its events and their marks.
class LanePlanner {
 public:
  LanePlanner(TimelinePlan& plan, const Story& story, const StoryIndex& index, const TextMeasurer& measurer,
              const Shown& shown)
      : plan_(plan), story_(story), extent_(index.extent), measurer_(measurer), shown_(shown) {}

  void plan_lane(const Lane& lane, const std::vector<std::uint32_t>& events) {
    const std::size_t first = plan_.marks.size();
    std::vector<std::uint32_t> spans, points, dimmed_points;
    const bool has_stretches = std::any_of(events.begin(), events.end(), [&](std::uint32_t event) {
      return story_.events[event].when.is_interval;
    });
    const LaneMarker marker(key(), lane, has_stretches, extent_);
    for (std::uint32_t event : events) {
      if (is_dimmed(event) && shown_.hides()) continue;
      const bool is_span = !lane.folded && marker.is_span(story_.events[event].when);
      (is_span ? spans : is_dimmed(event) ? dimmed_points : points).push_back(event);
    }
    // What is dimmed lies below; it crowds nothing out, and words may lie over it.
    add_spans(marker, spans);
    const std::size_t dimmed_begin = plan_.marks.size();
    add_points(marker, dimmed_points, true);
    const std::size_t dimmed_end = plan_.marks.size();
    add_points(marker, points, false);
    add_lane_labels(plan_, {lane, marker.middle_y(), marker.bottom_y(), first, dimmed_begin, dimmed_end},
                    story_, extent_, measurer_);
  }

 private:
  // What is selected is drawn whatever the filter says.
  bool is_dimmed(std::uint32_t event) const { return !shown_.event(event) && !is_selected(key(), event); }
  const TimelinePlanKey& key() const { return plan_.key; }

  void add_spans(const LaneMarker& marker, const std::vector<std::uint32_t>& spans) {
    SpanBarRequest request = marker.bar_room(measurer_.measure("x", TextStyle::kLabel).height);
    for (std::uint32_t event : spans) request.items.push_back(marker.span_of(story_.events[event].when));
    const std::vector<SpanBar> bars = lay_out_bars(request);
    for (const std::uint32_t i : outer_first(request.items)) {
      PlannedMark mark = marker.span(story_.events[spans[i]].when, request.items[i], bars[i]);
      mark.event = spans[i];
      mark.dimmed = is_dimmed(spans[i]);
      add_mark(std::move(mark), {spans[i]});
    }
  }

  // What begins first lies below what begins inside of it.
  static std::vector<std::uint32_t> outer_first(const std::vector<LaneItem>& items) {
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0u);
    sort_list(order, [&](std::uint32_t a, std::uint32_t b) {
      return items[a].begin_px != items[b].begin_px ? items[a].begin_px < items[b].begin_px
                                                    : items[a].end_px > items[b].end_px;
    });
    return order;
  }

  void add_points(const LaneMarker& marker, const std::vector<std::uint32_t>& points, bool dimmed) {
    ClusterRequest request;
    request.mark_px = marker.point_size() + 2;
    request.cluster_px = kClusterSize + kClusterGap;
    for (std::uint32_t event : points) {
      const LaneItem item = marker.span_of(story_.events[event].when);
      const double x = (item.begin_px + item.end_px) / 2;
      request.items.push_back({x, 0, priority_of(story_.events[event], is_selected(key(), event))});
    }
    for (const MarkCluster& cluster : gather_clusters(request)) {
      const std::uint32_t lead = points[cluster.lead];
      PlannedMark mark = marker.point(story_.events[lead].when, cluster.x_px, cluster.members.size(), dimmed);
      mark.event = lead;
      std::vector<std::uint32_t> members;
      for (std::uint32_t member : cluster.members) members.push_back(points[member]);
      add_mark(std::move(mark), members);
    }
  }

  void add_mark(PlannedMark mark, const std::vector<std::uint32_t>& members) {
    const auto position = static_cast<std::uint32_t>(plan_.marks.size());
    const auto first = static_cast<std::uint32_t>(list_->events.size());
    list_->events.insert(list_->events.end(), members.begin(), members.end());
    mark.members = Members(list_, first, static_cast<std::uint32_t>(members.size()));
    for (std::uint32_t member : members) plan_.mark_of_event[member] = position;
    plan_.marks.push_back(std::move(mark));
  }

  TimelinePlan& plan_;
  const Story& story_;
  const TimeRange extent_;
  const TextMeasurer& measurer_;
  const Shown& shown_;
  std::shared_ptr<EventList> list_ = std::make_shared<EventList>();
};

// 1970 for every story that is not longer than a hundred million pixels. Beyond that a double has no pixels
// to spare: content counts from a round day near the middle of the window, another one only after a journey
// of as far.
Instant origin_near(const State& state) {
  constexpr double kReachPx = 1e8;
  const double days =
      std::floor(std::max(1.0, kReachPx * state.scale.ms_per_px / static_cast<double>(kMsPerDay)));
  const Instant middle = state.scale.from_px(state.plot_width / 2);
  return {static_cast<std::int64_t>(std::round(static_cast<double>(middle.day) / days) * days), 0};
}

}  // namespace

double content_x(Instant t, const TimeRange& extent, const TimelinePlanKey& key) {
  const double beyond = extent.length_ms() * 8;
  const Instant held = std::clamp(t, plus_ms(extent.begin, -beyond), plus_ms(extent.end, beyond));
  return ms_between(key.origin, held) / key.ms_per_px;
}

TimelinePlanKey plan_key(const State& state) {
  TimelinePlanKey key{state.scale.ms_per_px,
                      origin_near(state),
                      state.panes,
                      {},
                      {state.timeline.folded, {}},
                      state.language,
                      0};
  if (state.selected.kind == Kind::kEvent) key.selected = state.selected;
  if (state.selected.kind == Kind::kSeries) key.lanes.shown = state.selected;
  return key;
}

TimelinePlan plan_timeline(const TimelinePlanKey& key, const Story& story, const StoryIndex& index,
                           const TextMeasurer& measurer, const Shown& shown) {
  TimelinePlan plan;
  plan.key = key;
  plan.frame = timeline_frame(key.panes);
  plan.mark_of_event.assign(story.events.size(), TimelinePlan::kNoMark);
  if (plan.frame.plot.width <= 0) return plan;
  plan.lanes = divide_lanes(plan.frame, story, key.lanes);
  plan.heads = write_lane_heads(plan.frame, plan.lanes, story, key.language, measurer);

  std::vector<std::vector<std::uint32_t>> events_of_lane(plan.lanes.size());
  std::vector<std::size_t> lane_of_track(story.tracks.size() + 1, 0);
  for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
    const Lane& lane = plan.lanes[i];
    if (lane.all) std::fill(lane_of_track.begin(), lane_of_track.end(), i);
    if (lane.band || lane.all || lane.series >= 0) continue;
    lane_of_track[lane.track.valid() ? lane.track.at() : story.tracks.size()] = i;
  }
  for (EventIndex event : index.events_in_time) {
    const TrackIndex track = story[event].track;
    const std::size_t lane = lane_of_track[track.valid() ? track.at() : story.tracks.size()];
    // Of a folded lane only what is selected is drawn as itself: it is never hidden.
    if (!plan.lanes[lane].folded || is_selected(key, event.value))
      events_of_lane[lane].push_back(event.value);
  }

  LanePlanner planner(plan, story, index, measurer, shown);
  for (std::size_t i = 0; i < plan.lanes.size(); ++i)
    if (!plan.lanes[i].band && plan.lanes[i].series < 0) planner.plan_lane(plan.lanes[i], events_of_lane[i]);
  return plan;
}

}  // namespace tp
