#include "app/timeline_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>

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
constexpr double kChunk = 512;      // px of content that a large story is planned in
constexpr double kLeastWords = 24;  // px beside a mark that are worth trying to write into

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
  LanePlanner(TimelinePlan& plan, const Story& story, const StoryIndex& index, const TextMeasurer& measurer)
      : plan_(plan), story_(story), extent_(index.extent), measurer_(measurer) {}

  void plan_lane(const Lane& lane, const std::vector<std::uint32_t>& events) {
    const std::size_t first = plan_.marks.size();
    std::vector<std::uint32_t> spans, points;
    bool has_stretches = false;
    for (std::uint32_t event : events) {
      has_stretches = has_stretches || story_.events[event].when.is_interval;
      (is_span(event) ? spans : points).push_back(event);
    }
    // Marks and words share the upper line of a lane, stretches of time lie below it like an underline.
    // Whether there is a foot depends on the story, not on the zoom, so that zooming moves nothing up or
    // down.
    foot_ = has_stretches ? kBarBlock : 0;
    add_spans(lane, spans);
    add_points(lane, points);
    std::vector<std::uint32_t> all(plan_.marks.size() - first);
    std::iota(all.begin(), all.end(), static_cast<std::uint32_t>(first));
    const double left = x_of(extent_.begin);
    add_labels(lane, all, {}, left, x_of(extent_.end) + kMark);
  }

  // The same of a window, from look-ups. Words never cross from one chunk into the next, so that each chunk
  // comes out the same whatever window it is seen in.
  void plan_window(const Lane& lane, const TimelineIndex& index) {
    lane_ = static_cast<std::uint32_t>(index.lane_of(lane.track));
    const LaneIndex& events = index.lanes[lane_];
    foot_ = events.has_stretches() ? kBarBlock : 0;
    const std::size_t first = plan_.marks.size();
    add_indexed_spans(lane, events);
    const std::size_t first_point = plan_.marks.size();
    add_indexed_points(lane, events, index);
    // Chunks are cut where their first mark begins: no words may lie on it anyway.
    std::vector<double> cuts;
    std::size_t next = first_point;
    for (std::int64_t chunk = plan_.window.first - 1; chunk <= plan_.window.last + 1; ++chunk) {
      const double begin = static_cast<double>(chunk) * kChunk;
      while (next < plan_.marks.size() && plan_.marks[next].rect.center().x < begin) ++next;
      const bool has_mark = next < plan_.marks.size() && plan_.marks[next].rect.center().x < begin + kChunk;
      cuts.push_back(has_mark ? plan_.marks[next].rect.x - 1 : begin + kChunk - 1);
    }
    std::vector<std::uint32_t> own, others;
    for (std::size_t cut = 0; cut + 1 < cuts.size(); ++cut) {
      own.clear(), others.clear();
      for (std::size_t i = first; i < plan_.marks.size(); ++i) {
        const Rect& rect = plan_.marks[i].rect;
        if (rect.right() < cuts[cut] || rect.x >= cuts[cut + 1]) continue;
        (rect.x >= cuts[cut] && has_room(i, first_point, lane) ? own : others)
            .push_back(static_cast<std::uint32_t>(i));
      }
      const double left = std::max(x_of(extent_.begin), cuts[cut]);
      const double right = std::min(x_of(extent_.end) + kMark, cuts[cut + 1] - (lane.all ? 5 : 0));
      if (right > left && !own.empty()) add_labels(lane, own, others, left, right);
    }
  }

 private:
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
    for (std::size_t i = 0; i < spans.size(); ++i)
      add_span(remember({&spans[i], 1}), request.items[i], top + pitch * rows.row_of[i], bar);
  }

  void add_span(std::span<const std::uint32_t> member, const LaneItem& item, double y, double height) {
    const DateRange& when = story_.events[member.front()].when;
    PlannedMark mark;
    mark.event = member.front();
    mark.form = MarkForm::kSpan;
    mark.rect = {item.begin_px, y, item.end_px - item.begin_px, height};
    mark.open_begin = when.start.kind != EndKind::kDate;
    mark.open_end = when.end.kind != EndKind::kDate;
    if (!mark.open_begin)
      mark.soft_begin_px = std::min(mark.rect.width, x_of(when.start.date.bounds().end) - item.begin_px);
    if (!mark.open_end)
      mark.soft_end_px = std::min(mark.rect.width, item.end_px - x_of(when.end.date.bounds().begin));
    mark.members = member;
    add_mark(mark);
  }

  // Keeps members where marks can point at them: there is room for every event once.
  std::span<const std::uint32_t> remember(std::span<const std::uint32_t> members) {
    plan_.members.insert(plan_.members.end(), members.begin(), members.end());
    return std::span<const std::uint32_t>(plan_.members).last(members.size());
  }

  void add_indexed_spans(const Lane& lane, const LaneIndex& events) {
    const double ms = key().ms_per_px;
    events.stretches(begin_px() * ms, end_px() * ms, kSpanFrom * ms, stretches_);
    const double pitch = events.row_count() > 2 ? kBarBlock / events.row_count() : kBarPitch;
    const double top = lane.rect.bottom() - kBarBlock - 1;
    for (const IndexedStretch& stretch : stretches_) {
      const auto member = events.events().subspan(stretch.place, 1);
      const LaneItem item{stretch.begin_ms / ms, stretch.end_ms / ms};
      add_span(member, item, top + pitch * stretch.row, std::min(kBar, std::max(1.0, pitch - 1)));
    }
  }

  double begin_px() const { return static_cast<double>(plan_.window.first - 1) * kChunk; }
  double end_px() const { return static_cast<double>(plan_.window.last + 2) * kChunk; }

  void add_indexed_points(const Lane& lane, const LaneIndex& events, const TimelineIndex& index) {
    const double ms = key().ms_per_px;
    const double size = lane.all ? kMarkNarrow : kMark;
    const double reach = size + 2;
    std::uint32_t chosen = LaneIndex::kNone;
    if (key().selected.kind == Kind::kEvent) {
      const std::uint32_t place = index.place_of[key().selected.index];
      if (place < events.events().size() && events.events()[place] == key().selected.index) chosen = place;
    }
    // A little more than is kept: whom the outermost ones stand for depends on their neighbours.
    events.clusters((begin_px() - 4 * reach) * ms, (end_px() + 4 * reach) * ms, reach * ms, kSpanFrom * ms,
                    chosen, clusters_);
    // Stretches are drawn by themselves.
    members_.assign(clusters_.size(), 0);
    for (const IndexedStretch& stretch : stretches_) {
      const auto after = std::upper_bound(
          clusters_.begin(), clusters_.end(), stretch.place,
          [](std::uint32_t place, const IndexedCluster& cluster) { return place < cluster.first; });
      const auto at = after - clusters_.begin() - 1;
      if (at >= 0 && stretch.place - clusters_[static_cast<std::size_t>(at)].first <
                         clusters_[static_cast<std::size_t>(at)].count)
        ++members_[static_cast<std::size_t>(at)];
    }
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      const IndexedCluster& cluster = clusters_[i];
      const double x = events.middle_ms(cluster.lead) / ms;
      if (x < begin_px() || x >= end_px()) continue;
      add_point(lane, events.events()[cluster.lead], events.events().subspan(cluster.first, cluster.count),
                cluster.count - members_[i], x, size);
    }
  }

  // Where the marks of the row leave no gap, no words need to be measured. Folded, words lie above the marks.
  bool has_room(std::size_t mark, std::size_t first_point, const Lane& lane) const {
    if (lane.all || stands_for_selected(plan_.marks[mark])) return true;
    const std::span<const PlannedMark> points = std::span(plan_.marks).subspan(first_point);
    const Rect& rect = plan_.marks[mark].rect;
    if (mark >= first_point) {
      const std::size_t i = mark - first_point;
      const double before = i > 0 ? rect.x - points[i - 1].rect.right() : kChunk;
      const double after = i + 1 < points.size() ? points[i + 1].rect.x - rect.right() : kChunk;
      return std::max(before, after) >= kLeastWords + kLabelGap;
    }
    const auto next = std::lower_bound(points.begin(), points.end(), rect.x,
                                       [](const PlannedMark& m, double x) { return m.rect.right() < x; });
    double free_from = rect.x;
    for (auto point = next; point != points.end() && free_from < rect.right(); ++point) {
      if (point->rect.x - free_from >= kLeastWords) return true;
      free_from = point->rect.right();
    }
    return free_from < rect.right();
  }

  void add_points(const Lane& lane, const std::vector<std::uint32_t>& points) {
    const double size = lane.all ? kMarkNarrow : kMark;
    ClusterRequest request;
    request.mark_px = size + 2;
    for (std::uint32_t event : points) {
      const TimeRange outer = story_.events[event].when.outer();
      const double x = (x_of(outer.begin) + x_of(outer.end)) / 2;
      request.items.push_back({x, 0, priority_of(story_.events[event], is_selected(key(), event))});
    }
    for (const MarkCluster& cluster : gather_clusters(request)) {
      members_.clear();
      for (std::uint32_t member : cluster.members) members_.push_back(points[member]);
      add_point(lane, points[cluster.lead], remember(members_), static_cast<std::uint32_t>(members_.size()),
                cluster.x_px, size);
    }
  }

  void add_point(const Lane& lane, std::uint32_t lead, std::span<const std::uint32_t> members,
                 std::uint32_t count, double x, double size) {
    PlannedMark mark;
    mark.event = lead;
    mark.count = count;
    mark.form = count > 1 ? MarkForm::kCluster : MarkForm::kPoint;
    const double extent = mark.form == MarkForm::kCluster ? kClusterSize : size;
    mark.rect = {x - extent / 2, middle_of(lane) - extent / 2, extent, extent};
    if (mark.form == MarkForm::kPoint) {
      const TimeRange outer = story_.events[lead].when.outer();
      const double half = (x_of(outer.end) - x_of(outer.begin)) / 2;
      if (half > extent / 2) mark.soft_begin_px = mark.soft_end_px = half;
    }
    mark.members = members;
    add_mark(mark);
  }

  void add_mark(PlannedMark& mark) {
    const auto position = static_cast<std::uint32_t>(plan_.marks.size());
    mark.lane = lane_;
    if (plan_.window.whole)
      for (std::uint32_t member : mark.members) plan_.mark_of_event[member] = position;
    plan_.marks.push_back(mark);
  }

  bool stands_for_selected(const PlannedMark& mark) const {
    if (key().selected.kind != Kind::kEvent) return false;
    if (!plan_.window.whole) return mark.event == key().selected.index;  // what is selected always leads
    return std::find(mark.members.begin(), mark.members.end(), key().selected.index) != mark.members.end();
  }

  // `own`: the marks to write beside; `others`: what else is in the way. Nothing is written beyond the ends
  // of the story: what stands at one is labelled on its other side.
  void add_labels(const Lane& lane, const std::vector<std::uint32_t>& own,
                  const std::vector<std::uint32_t>& others, double left, double right) {
    LabelRequest request;
    request.gap_px = 5;
    std::vector<PlannedLabel> wanted;
    request.bounds = {left, lane.rect.y - 2, right - left, lane.rect.height + 2};
    for (const std::uint32_t i : own) {
      const PlannedMark& mark = plan_.marks[i];
      const bool selected = stands_for_selected(mark);
      const std::uint32_t shown = selected ? key().selected.index : mark.event;
      const Event& event = story_.events[shown];
      PlannedLabel label;
      label.mark = i;
      label.own = static_cast<std::uint32_t>(request.obstacles.size());
      label.style = selected ? TextStyle::kLabelStrong : TextStyle::kLabel;
      label.text = std::string(event.title.in(key().language));
      LabelItem item;
      item.size = measurer_.measure(label.text, label.style);
      item.priority = priority_of(event, selected);
      item.required = selected;
      item.own_obstacle = label.own;
      item.candidates = candidates(lane, mark, item.size);
      if (selected)
        std::stable_partition(item.candidates.begin(), item.candidates.end(),
                              [&](Point p) { return p.x + item.size.width <= request.bounds.right(); });
      request.obstacles.push_back(mark.rect);
      request.items.push_back(std::move(item));
      wanted.push_back(std::move(label));
    }
    const Rect row{left, middle_of(lane) - 12, right - left, 24};
    for (const std::uint32_t i : others)
      if (lane.all || plan_.marks[i].rect.overlaps(row)) request.obstacles.push_back(plan_.marks[i].rect);
    place(request, wanted);
    shorten_the_rest(lane, request, wanted);
  }

  // Moves what found a place from `wanted` to the plan; its room is an obstacle from then on.
  void place(LabelRequest& request, std::vector<PlannedLabel>& wanted) {
    const std::vector<PlacedLabel> placed = place_labels(request);
    std::vector<PlannedLabel> left;
    request.items.clear();
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (placed[i].shown) {
        wanted[i].rect = placed[i].rect;
        request.obstacles.push_back(placed[i].rect.grown(request.gap_px));
        plan_.labels.push_back(std::move(wanted[i]));
      } else {
        left.push_back(std::move(wanted[i]));
      }
    }
    wanted = std::move(left);
  }

  // What matters most and found no room is said in fewer words before it is left out.
  void shorten_the_rest(const Lane& lane, LabelRequest& request, std::vector<PlannedLabel>& wanted) {
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
        item.own_obstacle = label.own;
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
  double foot_ = 0;
  std::uint32_t lane_ = 0;
  std::vector<IndexedStretch> stretches_;
  std::vector<IndexedCluster> clusters_;
  std::vector<std::uint32_t> members_;
};

}  // namespace

double content_x(Instant t, const TimeRange& extent, double ms_per_px) {
  const double beyond = extent.length_ms() * 8;
  const double ms = std::clamp(ms_between(extent.begin, t), -beyond, extent.length_ms() + beyond);
  return ms / ms_per_px;
}

TimelinePlanKey plan_key(const State& state) {
  return {state.scale.ms_per_px, state.panes, state.selected.kind == Kind::kEvent ? state.selected : Ref{},
          state.language};
}

TimelinePlan plan_timeline(const TimelinePlanKey& key, const Story& story, const StoryIndex& index,
                           const TextMeasurer& measurer) {
  TimelinePlan plan;
  plan.key = key;
  plan.frame = timeline_frame(key.panes);
  plan.mark_of_event.assign(story.events.size(), 0);
  plan.members.reserve(story.events.size());
  if (plan.frame.plot.width <= 0) return plan;
  plan.lanes = divide_lanes(plan.frame, story, index);

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

  LanePlanner planner(plan, story, index, measurer);
  for (std::size_t i = 0; i < plan.lanes.size(); ++i)
    if (!plan.lanes[i].band) planner.plan_lane(plan.lanes[i], events_of_lane[i]);
  return plan;
}

TimelinePlan plan_timeline(const TimelinePlanKey& key, const PlanWindow& window, const Story& story,
                           const StoryIndex& index, const TimelineIndex& events,
                           const TextMeasurer& measurer) {
  TimelinePlan plan;
  plan.key = key;
  plan.window = window;
  plan.frame = timeline_frame(key.panes);
  if (plan.frame.plot.width <= 0) return plan;
  plan.lanes = divide_lanes(plan.frame, story, index);
  LanePlanner planner(plan, story, index, measurer);
  for (const Lane& lane : plan.lanes)
    if (!lane.band) planner.plan_window(lane, events);
  return plan;
}

PlanWindow plan_window(const State& state, const StoryIndex& index) {
  const double left = -state.scale.to_px(index.extent.begin);
  const auto chunk = [](double px) { return static_cast<std::int64_t>(std::floor(px / kChunk)); };
  return {false, chunk(left), chunk(left + state.plot_width)};
}

}  // namespace tp
