#include "app/scene_hits.hpp"

#include <algorithm>

namespace tp {

namespace {

constexpr double kMouseSlop = 5;
constexpr double kFingerSlop = 16;  // with a 12 px mark: a target of 44 px
constexpr double kFoldSlop = 10;    // with 24 px of a folded lane: 44 px

}  // namespace

std::uint32_t SceneHits::add(HitTarget target) {
  targets_.push_back(target);
  return static_cast<std::uint32_t>(targets_.size() - 1);
}

void SceneHits::build(const Scene& scene) {
  scene_ = &scene;
  looked_ = false;
}

void SceneHits::look() {
  const Scene& scene = *scene_;
  looked_ = true;
  index_.clear();
  folds_.clear();
  grounds_.clear();
  targets_.clear();
  if (!scene.map.area.empty()) {
    grounds_.add_rect(scene.map.area, add({HitTarget::Type::kMap, {}, 0}));
    add_legend(scene.map);
    if (!scene.map.whole) {
      look_at_map(scene.map);
    } else if (map_generation_ != scene.map.generation) {
      look_at_map(*scene.map.whole);
      map_generation_ = scene.map.generation;
    }
  }
  add_timeline(scene.timeline);
  for (std::size_t i = 0; i < scene.handles.marks.size(); ++i) {
    const HandleMark& mark = scene.handles.marks[i];
    const std::uint32_t self = add({HitTarget::Type::kHandle, {}, static_cast<std::uint32_t>(i)});
    if (mark.visible)
      index_.add_rect({mark.x - 2, scene.timeline.plot.y, 4, scene.timeline.plot.height}, self);
    index_.add_rect(mark.badge.rect, self);
  }
  for (std::size_t i = 0; i < scene.buttons.size(); ++i)
    index_.add_rect(scene.buttons[i].rect,
                    add({HitTarget::Type::kButton, {}, static_cast<std::uint32_t>(i)}));
}

void SceneHits::look_at_map(const MapScene& map) {
  on_map_.clear();
  map_targets_.clear();
  const auto add_ref = [&](Ref ref) {
    map_targets_.push_back({HitTarget::Type::kRef, ref, 0});
    return static_cast<std::uint32_t>(map_targets_.size() - 1);
  };
  for (const EdgeMark& edge : map.edges)
    on_map_.add_curve(edge.curve, std::max(3.0, edge.width / 2 + 2), add_ref(edge.ref));
  for (const EdgeBadge& badge : map.badges)
    on_map_.add_circle(badge.center, badge.radius, add_ref(badge.ref));
  for (const LabelBox& label : map.labels)
    if (label.ref.valid()) on_map_.add_rect(label.rect, add_ref(label.ref));
  for (const NodeMark& node : map.nodes)
    on_map_.add_circle(node.center, std::max(12.0, node.radius), add_ref(node.ref));
}

void SceneHits::add_legend(const MapScene& map) {
  for (std::size_t i = 0; i < map.legend.size(); ++i) {
    const LegendEntry& entry = map.legend[i];
    const Rect& words = entry.label.rect;
    index_.add_rect({entry.sample.x - 4, words.y - 2, words.right() - entry.sample.x + 8, words.height + 4},
                    add({HitTarget::Type::kLegend, {}, static_cast<std::uint32_t>(i)}));
  }
}

void SceneHits::add_timeline(const TimelineScene& timeline) {
  if (timeline.area.empty()) return;
  grounds_.add_rect(timeline.area, add({HitTarget::Type::kPlot, {}, 0}));
  grounds_.add_rect(timeline.axis, add({HitTarget::Type::kAxis, {}, 0}));
  add_overview(timeline);
  for (std::size_t i = 0; i < timeline.series.size(); ++i) add_series(timeline.series[i]);
  for (const PeriodBand& band : timeline.bands)
    if (!band.whole_height) grounds_.add_rect(band.rect, add({HitTarget::Type::kRef, band.ref, 0}));
  for (const LaneHead& lane : timeline.lanes) {
    const Rect head = timeline.folded
                          ? Rect{}
                          : Rect{lane.rect.x, lane.rect.y, timeline.plot.x - lane.rect.x, lane.rect.height};
    if (lane.ref.valid() && lane.has_icon) grounds_.add_rect(head, add({HitTarget::Type::kRef, lane.ref, 0}));
    if (!lane.fold.empty()) folds_.add_rect(lane.fold, add({HitTarget::Type::kFold, lane.ref, 0}));
  }
  add_marks(timeline);
}

// Bars are ground to what stands on them: the playhead, words, points and clusters.
void SceneHits::add_marks(const TimelineScene& timeline) {
  std::vector<std::uint32_t> targets;
  for (std::size_t i = 0; i < timeline.marks.size(); ++i) {
    const EventMark& mark = timeline.marks[i];
    const auto type = mark.form == MarkForm::kCluster ? HitTarget::Type::kCluster : HitTarget::Type::kRef;
    targets.push_back(add({type, mark.ref, static_cast<std::uint32_t>(i)}));
    if (mark.form == MarkForm::kSpan) index_.add_rect(mark.rect, targets[i]);
  }
  if (timeline.playhead_visible) {
    index_.add_rect({timeline.playhead_x - 2, timeline.plot.y, 4, timeline.plot.height},
                    add({HitTarget::Type::kPlayhead, {}, 0}));
  }
  for (const LabelBox& label : timeline.labels)
    if (label.ref.valid()) index_.add_rect(label.rect, add({HitTarget::Type::kRef, label.ref, 0}));
  for (std::size_t i = 0; i < timeline.marks.size(); ++i)
    if (timeline.marks[i].form != MarkForm::kSpan) index_.add_rect(timeline.marks[i].rect, targets[i]);
  if (timeline.playhead_visible)
    index_.add_rect(timeline.playhead_badge.rect, add({HitTarget::Type::kPlayhead, {}, 0}));
}

// The window's edges are 24 px wide targets; where the window is narrow they lie outside of it, so that there
// is always something of it left to take hold of.
void SceneHits::add_overview(const TimelineScene& timeline) {
  if (timeline.overview.empty()) return;
  constexpr double kAround = 5;
  constexpr double kEdge = 24;
  constexpr double kMiddle = 16;
  const Rect strip = timeline.overview.grown(kAround);
  const Rect& window = timeline.overview_window;
  grounds_.add_rect(strip, add({HitTarget::Type::kOverview, {}, 0}));
  grounds_.add_rect({window.x, strip.y, window.width, strip.height},
                    add({HitTarget::Type::kOverviewWindow, {}, 0}));
  const double inside = std::clamp((window.width - kMiddle) / 2, 0.0, kEdge / 2);
  grounds_.add_rect({window.x + inside - kEdge, strip.y, kEdge, strip.height},
                    add({HitTarget::Type::kOverviewLeft, {}, 0}));
  grounds_.add_rect({window.right() - inside, strip.y, kEdge, strip.height},
                    add({HitTarget::Type::kOverviewRight, {}, 0}));
}

void SceneHits::add_series(const SeriesPlot& plot) {
  constexpr double kLeast = 8;
  for (const Rect& rect : {plot.head, plot.rect})
    if (!rect.empty())
      grounds_.add_rect(rect, add({HitTarget::Type::kSeries, plot.ref, HitTarget::kNoNumber}));
  for (const SeriesSample& sample : plot.samples) {
    const double grow = std::max(0.0, (kLeast - sample.rect.width) / 2);
    grounds_.add_rect({sample.rect.x - grow, plot.rect.y, sample.rect.width + 2 * grow, plot.rect.height},
                      add({HitTarget::Type::kSeries, plot.ref, sample.point}));
  }
}

const HitTarget* SceneHits::at(Point p, PointerKind pointer) {
  if (!scene_) return nullptr;
  if (!looked_) look();
  const double slop = pointer == PointerKind::kMouse ? kMouseSlop : kFingerSlop;
  const MapScene& map = scene_->map;
  if (map.area.contains(p)) {
    // Buttons and the legend lie on the map, so a near miss of theirs comes after what is on it.
    if (const auto over = index_.at(p, 0)) return &targets_[*over];
    if (const auto near = on_map_.at(map.whole ? p - map.offset : p, slop)) return &map_targets_[*near];
  }
  if (const auto near = index_.at(p, slop)) return &targets_[*near];
  if (const auto fold = folds_.at(p, pointer == PointerKind::kMouse ? 0 : kFoldSlop)) return &targets_[*fold];
  if (const auto ground = grounds_.at(p, 0)) return &targets_[*ground];
  return nullptr;
}

}  // namespace tp
