#include "app/map_place.hpp"

#include <algorithm>

#include "app/playback.hpp"

namespace tp {

namespace {

constexpr double kMostFocusZoom = 2.2;
constexpr double kFocusRoom = 0.86;  // of the plot that what is framed may fill

// The plan was made for the pane in steps; the rest is stretched to the pane itself.
MapFrame whole_frame(const MapPlan& plan, const Panes& panes) {
  const Rect plot = map_plot(panes);
  return {plot.width / plan.key.area.width, plot.height / plan.key.area.height, {plot.x, plot.y}};
}

Point zoomed(Point p, const State& state) {
  const Point middle = state.panes.map.center();
  return middle + (p - middle) * state.map.zoom;
}

}  // namespace

std::vector<int> steps_ever(const Story& story, const StoryIndex& index, ActorIndex from, int most) {
  std::vector<int> steps(story.actors.size(), most + 1);
  std::vector<std::uint32_t> queue{from.value};
  steps[from.at()] = 0;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::uint32_t actor = queue[i];
    if (steps[actor] == most) break;
    for (const RelationIndex r : index.relations_of_actor.of(actor)) {
      const Relation& relation = story[r];
      const std::uint32_t other = relation.from.value == actor ? relation.to.value : relation.from.value;
      if (steps[other] <= most) continue;
      steps[other] = steps[actor] + 1;
      queue.push_back(other);
    }
  }
  return steps;
}

MapFrame frame_of(const MapArrangement& arrangement, const MapPlan& plan, const Panes& panes,
                  const Story& story, const StoryIndex& index) {
  const MapFrame whole = whole_frame(plan, panes);
  if (!arrangement.focus || arrangement.focus->actor.value >= story.actors.size()) return whole;
  const std::vector<Point>& positions = positions_of(plan, arrangement.places);
  const std::vector<int> steps = steps_ever(story, index, arrangement.focus->actor, arrangement.focus->steps);
  Point low{1e300, 1e300}, high{-1e300, -1e300};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i] > arrangement.focus->steps) continue;
    const Point p = whole.apply(positions[i]);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  const Rect plot = map_plot(panes);
  const double width = std::max(1.0, high.x - low.x), height = std::max(1.0, high.y - low.y);
  const double scale =
      std::clamp(std::min(plot.width / width, plot.height / height) * kFocusRoom, 1.0, kMostFocusZoom);
  const Point middle = (low + high) * 0.5;
  const Point target = plot.center();
  return {whole.scale_x * scale,
          whole.scale_y * scale,
          {target.x + (whole.shift.x - middle.x) * scale, target.y + (whole.shift.y - middle.y) * scale}};
}

std::vector<Point> place_actors(const MapPlan& plan, const State& state, const Story& story,
                                const StoryIndex& index) {
  const MapArrangement& now = state.modes.arrangement;
  const MapFrame frame = frame_of(now, plan, state.panes, story, index);
  const std::vector<Point>& positions = positions_of(plan, now.places);
  std::vector<Point> placed(positions.size());
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i] = zoomed(frame.apply(positions[i]), state);
  const double share = move_share(state);
  if (share >= 1) return placed;
  const MapFrame before = frame_of(state.move.before, plan, state.panes, story, index);
  const std::vector<Point>& old = positions_of(plan, state.move.before.places);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const Point from = zoomed(before.apply(old[i]), state);
    placed[i] = from + (placed[i] - from) * share;
  }
  return placed;
}

}  // namespace tp
