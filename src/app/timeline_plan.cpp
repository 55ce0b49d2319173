#include "app/timeline_plan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/lane_labels.hpp"
#include "base/sort.hpp"
#include "layout/mark_clusters.hpp"
#include "layout/span_bars.hpp"

namespace tp {

namespace {

constexpr double kMark = 12;
constexpr double kClusterSize = 18;
constexpr double kClusterGap = 2;  // between two clusters
constexpr double kSpanFrom = 16;   // shorter stretches are drawn as points
constexpr double kSpanGap = 3;     // between two bars at one height
constexpr double kAroundBars = 3;  // from the edges of a lane to the bars in it
constexpr double kFoot = 12;       // where one lane holds all tracks: bars lie at its foot, below the marks
constexpr double kFootBar = 6;

// One lane at a time: its events and their marks.
class LanePlanner {
 public:
  LanePlanner(TimelinePlan& plan, const Story& story, const StoryIndex& index, const TextMeasurer& measurer,
              const Shown& shown)
      : plan_(plan), story_(story), extent_(index.extent), measurer_(measurer), shown_(shown) {}

  void plan_lane(const Lane& lane, const std::vector<std::uint32_t>& events) {
    const std::size_t first = plan_.marks.size();
    std::vector<std::uint32_t> spans, points, dimmed_points;
    // Whether a lane has a foot depends on the story, not on the zoom, so that zooming moves nothing up or
    // down.
    const bool has_stretches = std::any_of(events.begin(), events.end(), [&](std::uint32_t event) {
      return story_.events[event].when.is_interval;
    });
    foot_ = has_stretches && lane.all ? kFoot : 0;
    for (std::uint32_t event : events) {
      if (is_dimmed(event) && shown_.hides()) continue;
      (!lane.folded && is_span(event) ? spans : is_dimmed(event) ? dimmed_points : points).push_back(event);
    }
    // What is dimmed lies below; it crowds nothing out, and words may lie over it.
    add_spans(lane, spans);
    const std::size_t dimmed_begin = plan_.marks.size();
    add_points(lane, dimmed_points, true);
    const std::size_t dimmed_end = plan_.marks.size();
    add_points(lane, points, false);
    add_lane_labels(plan_,
                    {lane, middle_of(lane), lane.rect.bottom() - foot_, first, dimmed_begin, dimmed_end},
                    story_, extent_, measurer_);
  }

 private:
  // What is selected is drawn whatever the filter says.
  bool is_dimmed(std::uint32_t event) const { return !shown_.event(event) && !is_selected(key(), event); }
  const TimelinePlanKey& key() const { return plan_.key; }
  double x_of(Instant t) const { return content_x(t, extent_, key()); }
  double middle_of(const Lane& lane) const {
    if (!lane.all) return lane.rect.center().y;
    return lane.rect.bottom() - foot_ - kMarkInOneLane * 0.8;  // labels stack above the marks
  }

  bool is_span(std::uint32_t event) const {
    const DateRange& when = story_.events[event].when;
    if (!when.is_interval) return false;
    const TimeRange outer = when.outer();
    return x_of(outer.end) - x_of(outer.begin) >= kSpanFrom;
  }

  void add_spans(const Lane& lane, const std::vector<std::uint32_t>& spans) {
    SpanBarRequest request;
    request.gap_px = kSpanGap;
    request.height_px = lane.all ? foot_ - 2 : std::max(1.0, lane.rect.height - 2 * kAroundBars);
    request.line_px = measurer_.measure("x", TextStyle::kLabel).height;
    if (lane.all) request.most_px = kFootBar;
    request.may_nest = !lane.all;
    for (std::uint32_t event : spans) {
      const TimeRange outer = story_.events[event].when.outer();
      request.items.push_back({x_of(outer.begin), x_of(outer.end)});
    }
    const std::vector<SpanBar> bars = lay_out_bars(request);
    const double top = lane.all ? lane.rect.bottom() - foot_ + 1 : lane.rect.y + kAroundBars;
    for (const std::uint32_t i : outer_first(request.items)) {
      const DateRange& when = story_.events[spans[i]].when;
      const LaneItem& item = request.items[i];
      PlannedMark mark;
      mark.event = spans[i];
      mark.form = MarkForm::kSpan;
      mark.rect = {item.begin_px, top + bars[i].y_px, item.end_px - item.begin_px, bars[i].height_px};
      mark.open_begin = when.start.kind != EndKind::kDate;
      mark.open_end = when.end.kind != EndKind::kDate;
      if (!mark.open_begin)
        mark.soft_begin_px = std::min(mark.rect.width, x_of(when.start.date.bounds().end) - item.begin_px);
      if (!mark.open_end)
        mark.soft_end_px = std::min(mark.rect.width, item.end_px - x_of(when.end.date.bounds().begin));
      mark.members = {spans[i]};
      mark.dimmed = is_dimmed(spans[i]);
      add_mark(std::move(mark));
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

  void add_points(const Lane& lane, const std::vector<std::uint32_t>& points, bool dimmed) {
    const double size = lane.all ? kMarkInOneLane : kMark;
    ClusterRequest request;
    request.mark_px = size + 2;
    request.cluster_px = kClusterSize + kClusterGap;
    for (std::uint32_t event : points) {
      const TimeRange outer = story_.events[event].when.outer();
      const double x = (x_of(outer.begin) + x_of(outer.end)) / 2;
      request.items.push_back({x, 0, priority_of(story_.events[event], is_selected(key(), event))});
    }
    for (const MarkCluster& cluster : gather_clusters(request)) {
      PlannedMark mark;
      mark.event = points[cluster.lead];
      mark.form = cluster.members.size() > 1 ? MarkForm::kCluster : MarkForm::kPoint;
      mark.dimmed = dimmed;
      const double extent = mark.form == MarkForm::kCluster && !dimmed ? kClusterSize : size;
      mark.rect = {cluster.x_px - extent / 2, middle_of(lane) - extent / 2, extent, extent};
      if (mark.form == MarkForm::kPoint) {
        const TimeRange outer = story_.events[mark.event].when.outer();
        const double half = (x_of(outer.end) - x_of(outer.begin)) / 2;
        if (half > extent / 2) mark.soft_begin_px = mark.soft_end_px = half;
      }
      for (std::uint32_t member : cluster.members) mark.members.push_back(points[member]);
      add_mark(std::move(mark));
    }
  }

  void add_mark(PlannedMark mark) {
    const auto position = static_cast<std::uint32_t>(plan_.marks.size());
    for (std::uint32_t member : mark.members) plan_.mark_of_event[member] = position;
    plan_.marks.push_back(std::move(mark));
  }

  TimelinePlan& plan_;
  const Story& story_;
  const TimeRange extent_;
  const TextMeasurer& measurer_;
  const Shown& shown_;
  double foot_ = 0;  ///< height of the room for bars below the marks of a lane of all tracks
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
