#include "app/make_scene.hpp"

#include "app/map_heading.hpp"
#include "app/overview_density.hpp"
#include "app/timeline_handles.hpp"
#include "app/tooltip.hpp"
#include "app/words.hpp"

namespace tp {

namespace {

constexpr double kButton = 26;
constexpr double kButtonTouch = 44;

void add_buttons(Scene& scene, const State& state) {
  const Words& words = words_in(state.language);
  using Icon = ButtonMark::Icon;
  using Target = ButtonMark::Target;
  scene.buttons.clear();
  const auto add = [&](Rect rect, Icon icon, Target target, std::string_view name) {
    ButtonMark button;
    button.rect = rect;
    button.icon = icon;
    button.target = target;
    button.name = name;
    button.hovered = state.hovered_button == static_cast<int>(scene.buttons.size());
    scene.buttons.push_back(button);
  };
  const TimelineScene& timeline = scene.timeline;
  const double size = state.panes.touch ? kButtonTouch : kButton;
  if (timeline.plot.width > 0 && !timeline.folded) {
    // In the column of lane names, beside the axis.
    const double y = timeline.axis.y + 7;
    double x = timeline.lanes.empty() ? timeline.area.x + 20 : timeline.lanes.front().rect.x - 4;
    const double pitch = state.panes.touch ? 34 : size + 2;
    const double side = state.panes.touch ? 34 : size;
    add({x, y, side, side}, Icon::kZoomOut, Target::kTimeline, words.zoom_out);
    add({x + pitch, y, side, side}, Icon::kZoomIn, Target::kTimeline, words.zoom_in);
    add({x + 2 * pitch, y, side, side}, Icon::kFit, Target::kTimeline, words.show_all);
  }
  const bool moved = !(state.map == MapWindow{}) || state.modes.arrangement.focus.has_value() ||
                     !state.modes.arrangement.framed.empty();
  if (!scene.map.area.empty() && moved) {
    add({scene.map.area.right() - size - 14, scene.map.area.y + 8, size, size}, Icon::kFit, Target::kMap,
        words.fit_map);
  }
}

}  // namespace

void SceneMaker::reset() {
  timeline_.reset();
  window_.reset();
  base_.reset();
  events_.reset();
  contents_.reset();
  related_ = {};
  related_to_ = {};
  scratch_ = {};
  planner_.reset();
  map_.reset();
  axis_index_.reset();
  overview_ = {};
  shown_in_axis_ = 0;
  map_finder_.reset();
  painter_.reset();
}

void SceneMaker::reset_for_edit(const Story& before) {
  former_ = map_ ? places_of(*map_, before) : FormerPlaces{};
  reset();
}

void SceneMaker::look_up(const State& state, const Story& story, const StoryIndex& index,
                         const Finder& finder) {
  TimelineIndexKey key{timeline_frame(state.panes).folded, finder.revision(), kNoPlace};
  const bool is_event = state.selected.kind == Kind::kEvent;
  if (is_event && !finder.shown().event(state.selected.index)) key.kept = state.selected.index;
  const bool same = events_ && events_->key == key;
  if (!contents_) contents_ = lane_contents(story);
  if (!same) {
    window_.reset();
    if (!base_ || base_->one_lane != key.one_lane) base_ = base_of_timeline(key.one_lane, story, index);
    if (!events_) events_.emplace();
    index_timeline(*events_, key, *base_, story, finder.shown());
  }
  if (same && related_to_ == state.selected) return;
  related_to_ = state.selected;
  const bool is_track = state.selected.kind == Kind::kTrack;
  related_ =
      RelatedEvents(*events_, state.selected, index,
                    is_track ? std::span<const std::uint32_t>(axis_index_->events[state.selected.index])
                             : std::span<const std::uint32_t>());
}

const TimelinePlan& SceneMaker::plan_timeline_for(const State& state, const Story& story,
                                                  const StoryIndex& index, const Finder& finder,
                                                  const TextMeasurer& measurer) {
  TimelinePlanKey key = plan_key(state);
  key.filter = finder.revision();
  if (story.events.size() >= WindowPlanner::kLargeStory) {
    look_up(state, story, index, finder);
    return window_.plan(key, state.scale.visible(0, state.plot_width),
                        {story, index, *events_, *contents_, measurer});
  }
  if (!timeline_ || !(timeline_->key == key))
    timeline_ = plan_timeline(key, story, index, measurer, finder.shown());
  return *timeline_;
}

// A map of a hundred actors is there at once; a larger one comes over frames, and the one before stays until
// then.
void SceneMaker::plan_map_for(const State& state, const Story& story, const StoryIndex& index,
                              const TextMeasurer& measurer) {
  constexpr std::int64_t kAtOnce = 4'000'000;  // units of work: 20 to 40 ms
  constexpr std::int64_t kSlice = 1'500'000;
  const MapPlanKey key = map_plan_key(state.panes, state.language);
  if (state.panes.map.empty() || (map_ && map_->key == key)) return planner_.reset();
  const bool goes_on = planner_ && planner_->key() == key;
  if (!goes_on) planner_.emplace(key, story, index, measurer, former_);
  if (!planner_->advance(goes_on ? kSlice : kAtOnce)) return;
  map_ = planner_->take();
  planner_.reset();
  painter_.reset();
}

void SceneMaker::make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
                      const Finder& finder, const TextMeasurer& measurer) {
  plan_map_for(state, story, index, measurer);
  const MapFindings& findings = map_finder_.find(state, story);

  scene.canvas = state.panes.canvas;
  if (!axis_index_) axis_index_ = index_axis(story);
  if (shown_in_axis_ != finder.revision()) {
    count_shown(*axis_index_, finder.shown());
    shown_in_axis_ = finder.revision();
    overview_ = {};
  }
  const TimelinePlan& plan = plan_timeline_for(state, story, index, finder, measurer);
  paint_timeline(scene.timeline, scratch_, plan, state, story, index, *axis_index_, measurer,
                 events_ ? &related_ : nullptr);
  if (!(overview_.strip == scene.timeline.overview))
    overview_ = {scene.timeline.overview,
                 overview_density(scene.timeline.overview, story, index, *axis_index_)};
  scene.timeline.overview_ticks = overview_.ticks;
  if (map_) {
    painter_.paint(scene.map, *map_, findings, state, story, index, finder, measurer);
  } else {
    scene.map = {};
    if (planner_) add_arranging(scene.map, planner_->progress(), state, story, measurer);
  }
  scene.handles = {};
  add_handles(scene, state, measurer);
  add_buttons(scene, state);
  scene.tooltip = make_tooltip(scene, state, story, findings, measurer);
}

}  // namespace tp
