#include "app/timeline_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "layout/label_placement.hpp"
#include "layout/lane_packing.hpp"
#include "layout/mark_clusters.hpp"

namespace tp {

namespace {

constexpr double kMark = 12;
constexpr double kMarkNarrow = 14;
constexpr double kClusterSize = 18;
constexpr double kBar = 4;
constexpr double kBarPitch = 5;
constexpr double kBarBlock = 10;  // the foot of a lane that holds stretches: two bars, more of them thinner
constexpr double kSpanFrom = 16;  // shorter stretches are drawn as points
constexpr double kLabelGap = 6;
constexpr std::array<std::size_t, 3> kShortened{26, 20, 14};  // bytes of a title that has no room
constexpr int kShortenFrom = 4;                               // of importance

bool is_selected(const TimelinePlanKey& key, std::uint32_t event) {
  return key.selected.kind == Kind::kEvent && key.selected.index == event;
}

double priority_of(const Event& event, bool selected) {
  const double reach = static_cast<double>(event.actors.size());
  return (selected ? 1000 : 0) + event.importance * 10.0 + std::min(9.0, reach);
}

// The first words of a title, at most `letters` bytes of them, with an ellipsis; empty where that is no
// saving.
std::string shortened(std::string_view title, std::size_t letters) {
  if (title.size() <= letters) return {};
  const std::size_t cut = title.substr(0, letters + 1).rfind(' ');
  if (cut == std::string_view::npos || title.substr(0, cut).find(' ') == std::string_view::npos) return {};
  return std::string(title.substr(0, cut)) + "\u2026";
}

// One lane at a time: its events, their marks, their labels.
class LanePlanner {
 public:
  LanePlanner(TimelinePlan& plan, const Story& story, const StoryIndex& index, const TextMeasurer& measurer,
              const Shown& shown)
      : plan_(plan), story_(story), extent_(index.extent), measurer_(measurer), shown_(shown) {}

  void plan_lane(const Lane& lane, const std::vector<std::uint32_t>& events) {
    const std::size_t first = plan_.marks.size();
    std::vector<std::uint32_t> spans, points, dimmed_points;
    bool has_stretches = false;
    for (std::uint32_t event : events) {
      has_stretches = has_stretches || story_.events[event].when.is_interval;
      if (is_dimmed(event) && shown_.hides()) continue;
      (is_span(event) ? spans : is_dimmed(event) ? dimmed_points : points).push_back(event);
    }
    // Marks and words share the upper line of a lane, stretches of time lie below it like an underline.
    // Whether there is a foot depends on the story, not on the zoom, so that zooming moves nothing up or
    // down.
    foot_ = has_stretches ? kBarBlock : 0;
    // What is dimmed lies below; it crowds nothing out, and words may lie over it.
    add_spans(lane, spans);
    dimmed_begin_ = plan_.marks.size();
    add_points(lane, dimmed_points, true);
    dimmed_end_ = plan_.marks.size();
    add_points(lane, points, false);
    add_labels(lane, first);
  }

 private:
  // What is selected is drawn whatever the filter says.
  bool is_dimmed(std::uint32_t event) const { return !shown_.event(event) && !is_selected(key(), event); }
  const TimelinePlanKey& key() const { return plan_.key; }
  double x_of(Instant t) const { return content_x(t, extent_, key().ms_per_px); }
  double middle_of(const Lane& lane) const {
    if (!lane.all) return lane.rect.y + (lane.rect.height - foot_) / 2;
    return lane.rect.bottom() - foot_ - kMarkNarrow * 0.8;  // folded: labels stack above the marks
  }

  bool is_span(std::uint32_t event) const {
    const DateRange& when = story_.events[event].when;
    if (!when.is_interval) return false;
    const TimeRange outer = when.outer();
    return x_of(outer.end) - x_of(outer.begin) >= kSpanFrom;
  }

  void add_spans(const Lane& lane, const std::vector<std::uint32_t>& spans) {
    LaneRequest request;
    request.gap_px = 3;
    for (std::uint32_t event : spans) {
      const TimeRange outer = story_.events[event].when.outer();
      request.items.push_back({x_of(outer.begin), x_of(outer.end)});
    }
    const LaneLayout rows = pack_lanes(request);
    const double pitch = rows.row_count > 2 ? kBarBlock / rows.row_count : kBarPitch;
    const double bar = std::min(kBar, std::max(1.0, pitch - 1));
    const double top = lane.rect.bottom() - kBarBlock - 1;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const DateRange& when = story_.events[spans[i]].when;
      const LaneItem& item = request.items[i];
      PlannedMark mark;
      mark.event = spans[i];
      mark.form = MarkForm::kSpan;
      mark.rect = {item.begin_px, top + pitch * rows.row_of[i], item.end_px - item.begin_px, bar};
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

  void add_points(const Lane& lane, const std::vector<std::uint32_t>& points, bool dimmed) {
    const double size = lane.all ? kMarkNarrow : kMark;
    ClusterRequest request;
    request.mark_px = size + 2;
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

  void add_labels(const Lane& lane, std::size_t first_mark) {
    LabelRequest request;
    request.gap_px = 5;
    std::vector<PlannedLabel> wanted;
    // Nothing is written beyond the ends of the story: what stands at one is labelled on its other side.
    const double left = x_of(extent_.begin);
    request.bounds = {left, lane.rect.y - 2, x_of(extent_.end) + kMark - left, lane.rect.height + 2};
    for (std::size_t i = first_mark; i < plan_.marks.size(); ++i) {
      const PlannedMark& mark = plan_.marks[i];
      if (is_overlaid(i)) continue;
      if (mark.dimmed) {
        request.obstacles.push_back(mark.rect);
        continue;
      }
      const bool selected = std::any_of(mark.members.begin(), mark.members.end(),
                                        [&](std::uint32_t event) { return is_selected(key(), event); });
      const std::uint32_t shown = selected ? key().selected.index : mark.event;
      const Event& event = story_.events[shown];
      PlannedLabel label;
      label.mark = static_cast<std::uint32_t>(i);
      label.style = selected ? TextStyle::kLabelStrong : TextStyle::kLabel;
      label.text = std::string(event.title.in(key().language));
      LabelItem item;
      item.size = measurer_.measure(label.text, label.style);
      item.priority = priority_of(event, selected);
      item.required = selected;
      item.own_obstacle = obstacle_of(i, first_mark);
      item.candidates = candidates(lane, mark, item.size);
      if (selected)
        std::stable_partition(item.candidates.begin(), item.candidates.end(),
                              [&](Point p) { return p.x + item.size.width <= request.bounds.right(); });
      request.obstacles.push_back(mark.rect);
      request.items.push_back(std::move(item));
      wanted.push_back(std::move(label));
    }
    place(request, wanted);
    shorten_the_rest(lane, first_mark, request, wanted);
  }

  // Dimmed points: words may lie over them.
  bool is_overlaid(std::size_t mark) const { return mark >= dimmed_begin_ && mark < dimmed_end_; }

  // The place of a mark among the obstacles.
  std::uint32_t obstacle_of(std::size_t mark, std::size_t first_mark) const {
    const std::size_t overlaid = mark >= dimmed_end_ ? dimmed_end_ - dimmed_begin_ : 0;
    return static_cast<std::uint32_t>(mark - first_mark - overlaid);
  }

  bool lies_over_dimmed(const Rect& rect) const {
    std::size_t low = dimmed_begin_, high = dimmed_end_;  // they are in order of x
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (plan_.marks[middle].rect.right() <= rect.x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < dimmed_end_ && plan_.marks[low].rect.overlaps(rect);
  }

  // Moves what found a place from `wanted` to the plan; its room is an obstacle from then on.
  void place(LabelRequest& request, std::vector<PlannedLabel>& wanted) {
    const std::vector<PlacedLabel> placed = place_labels(request);
    std::vector<PlannedLabel> left;
    request.items.clear();
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (placed[i].shown) {
        wanted[i].rect = placed[i].rect;
        wanted[i].plate = lies_over_dimmed(placed[i].rect);
        request.obstacles.push_back(placed[i].rect.grown(request.gap_px));
        plan_.labels.push_back(std::move(wanted[i]));
      } else {
        left.push_back(std::move(wanted[i]));
      }
    }
    wanted = std::move(left);
  }

  // What matters most and found no room is said in fewer words before it is left out.
  void shorten_the_rest(const Lane& lane, std::size_t first_mark, LabelRequest& request,
                        std::vector<PlannedLabel>& wanted) {
    for (const std::size_t letters : kShortened) {
      std::vector<PlannedLabel> trying, kept;
      for (PlannedLabel& label : wanted) {
        const PlannedMark& mark = plan_.marks[label.mark];
        const Event& event = story_.events[mark.event];
        std::string brief = shortened(event.title.in(key().language), letters);
        if (event.importance < kShortenFrom || brief.empty()) {
          kept.push_back(std::move(label));
          continue;
        }
        label.text = std::move(brief);
        LabelItem item;
        item.size = measurer_.measure(label.text, label.style);
        item.priority = priority_of(event, false);
        item.own_obstacle = obstacle_of(label.mark, first_mark);
        item.candidates = candidates(lane, mark, item.size);
        request.items.push_back(std::move(item));
        trying.push_back(std::move(label));
      }
      place(request, trying);
      std::move(trying.begin(), trying.end(), std::back_inserter(kept));
      wanted = std::move(kept);
    }
  }

  std::vector<Point> candidates(const Lane& lane, const PlannedMark& mark, Size size) const {
    const Rect& r = mark.rect;
    const double y = middle_of(lane) - size.height / 2;
    const double after = r.right() + kLabelGap;
    const double before = r.x - kLabelGap - size.width;
    std::vector<Point> places;
    if (lane.all) {
      // Folded: three rows above the marks, nearest first.
      for (double up = r.y - size.height - 2; up >= lane.rect.y; up -= size.height + 1) {
        places.push_back({r.center().x - size.width / 2, up});
        places.push_back({r.x, up});
        places.push_back({r.right() - size.width, up});
      }
      return places;
    }
    if (mark.form == MarkForm::kSpan) {
      // Above its bar, from the beginning on; else wherever along it there is room.
      const double slack = std::max(0.0, r.width - size.width);
      for (double share : {0.0, 0.25, 0.5, 0.75, 1.0}) places.push_back({r.x + slack * share, y});
      if (slack <= 0) places.push_back({r.right() - size.width, y});
    } else {
      places = {{after, y}, {before, y}};
    }
    return places;
  }

  TimelinePlan& plan_;
  const Story& story_;
  const TimeRange extent_;
  const TextMeasurer& measurer_;
  const Shown& shown_;
  std::size_t dimmed_begin_ = 0, dimmed_end_ = 0;  ///< of the lane's dimmed points among the marks
  double foot_ = 0;
};

}  // namespace

double content_x(Instant t, const TimeRange& extent, double ms_per_px) {
  const double beyond = extent.length_ms() * 8;
  const double ms = std::clamp(ms_between(extent.begin, t), -beyond, extent.length_ms() + beyond);
  return ms / ms_per_px;
}

TimelinePlanKey plan_key(const State& state) {
  return {state.scale.ms_per_px, state.panes, state.selected.kind == Kind::kEvent ? state.selected : Ref{},
          state.language, 0};
}

TimelinePlan plan_timeline(const TimelinePlanKey& key, const Story& story, const StoryIndex& index,
                           const TextMeasurer& measurer, const Shown& shown) {
  TimelinePlan plan;
  plan.key = key;
  plan.frame = timeline_frame(key.panes);
  plan.mark_of_event.assign(story.events.size(), TimelinePlan::kNoMark);
  if (plan.frame.plot.width <= 0) return plan;
  plan.lanes = divide_lanes(plan.frame, story);

  std::vector<std::vector<std::uint32_t>> events_of_lane(plan.lanes.size());
  std::vector<std::size_t> lane_of_track(story.tracks.size() + 1, 0);
  for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
    const Lane& lane = plan.lanes[i];
    if (lane.all) std::fill(lane_of_track.begin(), lane_of_track.end(), i);
    if (lane.band || lane.all) continue;
    lane_of_track[lane.track.valid() ? lane.track.at() : story.tracks.size()] = i;
  }
  for (EventIndex event : index.events_in_time) {
    const TrackIndex track = story[event].track;
    events_of_lane[lane_of_track[track.valid() ? track.at() : story.tracks.size()]].push_back(event.value);
  }

  LanePlanner planner(plan, story, index, measurer, shown);
  for (std::size_t i = 0; i < plan.lanes.size(); ++i)
    if (!plan.lanes[i].band) planner.plan_lane(plan.lanes[i], events_of_lane[i]);
  return plan;
}

}  // namespace tp
