#include "app/make_scene.hpp"

#include "app/timeline_handles.hpp"
#include "app/timeline_scene.hpp"
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
  const auto add = [&](Rect rect, Icon icon, Target target, std::string_view name) {
    ButtonMark button;
    button.rect = rect;
    button.icon = icon;
    button.target = target;
    button.name = name;
    button.hovered = state.hovered_button == static_cast<int>(scene.buttons.size());
    scene.buttons.push_back(std::move(button));
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

void SceneMaker::make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
                      const Finder& finder, const TextMeasurer& measurer) {
  TimelinePlanKey timeline_key = plan_key(state);
  timeline_key.filter = finder.revision();
  if (!timeline_ || !(timeline_->key == timeline_key))
    timeline_ = plan_timeline(timeline_key, story, index, measurer, finder.shown());
  const MapPlanKey map_key = map_plan_key(state.panes, state.language);
  if (!state.panes.map.empty() && (!map_ || !(map_->key == map_key))) {
    map_ = plan_map(map_key, story, index, measurer, former_);
    painter_.reset();
  }
  const MapFindings& findings = map_finder_.find(state, story);

  scene = Scene{};
  scene.canvas = state.panes.canvas;
  if (!axis_index_) axis_index_ = index_axis(story);
  if (shown_in_axis_ != finder.revision()) {
    count_shown(*axis_index_, story, finder.shown());
    shown_in_axis_ = finder.revision();
    overview_ = {};
  }
  scene.timeline = timeline_scene(*timeline_, state, story, index, *axis_index_, measurer);
  if (!(overview_.strip == scene.timeline.overview))
    overview_ = {scene.timeline.overview,
                 overview_density(scene.timeline.overview, story, index, *axis_index_)};
  scene.timeline.overview_ticks = overview_.ticks;
  if (map_) scene.map = painter_.paint(*map_, findings, state, story, index, finder, measurer);
  add_handles(scene, state, measurer);
  add_buttons(scene, state);
  scene.tooltip = make_tooltip(scene, state, story, findings, measurer);
}

}  // namespace tp
