#include "app/make_scene.hpp"

#include "app/map_scene.hpp"
#include "app/timeline_scene.hpp"
#include "app/tooltip.hpp"
#include "app/words.hpp"

namespace tp {

namespace {

constexpr double kButton = 26;
constexpr double kButtonTouch = 44;
constexpr std::size_t kLargeStory = 400;  // events: from here on only what the window shows is planned

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
  const bool moved = !(state.map == MapWindow{});
  if (!scene.map.area.empty() && moved) {
    add({scene.map.area.right() - size - 14, scene.map.area.y + 8, size, size}, Icon::kFit, Target::kMap,
        words.fit_map);
  }
}

}  // namespace

void SceneMaker::reset() {
  timeline_.reset();
  events_.reset();
  lookups_.reset();
  map_.reset();
  map_key_.reset();
}

void SceneMaker::make_map(MapScene& scene, const State& state, const Story& story, const StoryIndex& index,
                          const TextMeasurer& measurer) {
  if (state.panes.map.empty()) {
    scene = {};
    map_key_.reset();
    return;
  }
  const MapPlanKey plan_key = map_plan_key(state.panes, state.language);
  if (!map_ || !(map_->key == plan_key)) {
    map_ = plan_map(plan_key, story, index, measurer);
    map_key_.reset();
  }
  MapSceneKey key{state.panes,   state.language, state.at,          state.selected,
                  state.hovered, state.map.zoom, state.change.from, state.change.progress};
  if (!(map_key_ && *map_key_ == key)) {
    State still = state;
    still.map.pan = {};
    scene = map_scene(*map_, still, story, index, measurer);
    scene.generation = ++generation_;
    for (const NodeMark& node : scene.nodes) scene.actors += node.has_relations;
    for (const EdgeMark& edge : scene.edges) scene.relations += edge.opacity > 0.5;
    map_key_ = std::move(key);
  }
  scene.offset = state.map.pan;
}

void SceneMaker::plan_timeline_for(const State& state, const Story& story, const StoryIndex& index,
                                   const TextMeasurer& measurer) {
  const TimelinePlanKey key = plan_key(state);
  const bool large = story.events.size() > kLargeStory;
  const PlanWindow window = large ? plan_window(state, index) : PlanWindow{};
  if (timeline_ && timeline_->key == key && timeline_->window.covers(window)) return;
  if (!large) {
    timeline_ = plan_timeline(key, story, index, measurer);
    return;
  }
  const bool folded = timeline_frame(key.panes).folded;
  if (!events_ || events_->folded != folded) {
    lookups_.reset();
    events_ = index_timeline(story, index, folded);
  }
  timeline_ = plan_timeline(key, window, story, index, *events_, measurer);
}

void SceneMaker::make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
                      const TextMeasurer& measurer) {
  plan_timeline_for(state, story, index, measurer);
  lookups_.update(*timeline_, events_ ? &*events_ : nullptr, state.selected, story, index);
  scene.canvas = state.panes.canvas;
  scene.timeline = timeline_scene(*timeline_, lookups_, state, story, index, measurer);
  make_map(scene.map, state, story, index, measurer);
  scene.buttons.clear();
  add_buttons(scene, state);
  scene.tooltip = make_tooltip(scene, state, story, measurer);
}

}  // namespace tp
