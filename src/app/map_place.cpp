#include "app/map_place.hpp"

#include <algorithm>

#include "app/playback.hpp"

namespace tp {

namespace {

constexpr double kMostFocusZoom = 2.2;
constexpr double kFocusRoom = 0.86;  // of the plot that what is framed may fill

// The plan was made for the pane in steps; the rest is stretched to the pane itself, a geographic map evenly.
MapFrame whole_frame(const MapPlan& plan, const Panes& panes, bool on_earth) {
  const Rect plot = map_plot(panes);
  const Size area = plan.key.area;
  const double x = plot.width / area.width, y = plot.height / area.height;
  if (!on_earth) return {x, y, {plot.x, plot.y}};
  const double scale = std::min(x, y);
  return {
      scale, scale, {plot.center().x - scale * area.width / 2, plot.center().y - scale * area.height / 2}};
}

Point zoomed(Point p, const State& state) {
  const Point middle = state.panes.map.center();
  return middle + (p - middle) * state.map.zoom;
}

const std::vector<Point>& anchors_of(const MapPlan& plan, const MapArrangement& arrangement) {
  return is_on_earth(arrangement, plan) ? plan.geo.anchors : plan.positions;
}

// Marks that were moved apart keep their distance from their true place at every zoom.
Point aside(const MapPlan& plan, const MapArrangement& arrangement, std::size_t actor) {
  return is_on_earth(arrangement, plan) ? plan.geo.places[actor] - plan.geo.anchors[actor] : Point{};
}

std::vector<Point> placed_in(const MapArrangement& arrangement, const MapPlan& plan, const State& state,
                             const Story& story, const StoryIndex& index) {
  const MapFrame frame = frame_of(arrangement, plan, state.panes, story, index);
  const std::vector<Point>& anchors = anchors_of(plan, arrangement);
  std::vector<Point> placed(anchors.size());
  for (std::size_t i = 0; i < placed.size(); ++i)
    placed[i] = place_of_anchor(anchors[i], frame, state) + aside(plan, arrangement, i);
  return placed;
}

// Of each actor whether it is framed; empty where all are.
std::vector<char> framed_actors(const MapArrangement& arrangement, const Story& story,
                                const StoryIndex& index) {
  std::vector<char> framed;
  if (arrangement.focus) {
    const int most = arrangement.focus->steps;
    for (const int steps : steps_ever(story, index, arrangement.focus->actor, most))
      framed.push_back(steps <= most);
  } else if (!arrangement.framed.empty()) {
    framed.assign(story.actors.size(), 0);
    for (const ActorIndex actor : arrangement.framed) framed[actor.at()] = 1;
  }
  return framed;
}

}  // namespace

bool is_on_earth(const MapArrangement& arrangement, const MapPlan& plan) {
  return arrangement.places && !plan.geo.places.empty();
}

double earth_share(const MapPlan& plan, const State& state) {
  const double now = is_on_earth(state.modes.arrangement, plan) ? 1 : 0;
  const double before = is_on_earth(state.move.before, plan) ? 1 : 0;
  const double share = move_share(state);
  return before + (now - before) * share;
}

Point place_of_anchor(Point anchor, const MapFrame& frame, const State& state) {
  return zoomed(frame.apply(anchor), state);
}

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
  const MapFrame whole = whole_frame(plan, panes, is_on_earth(arrangement, plan));
  const std::vector<char> framed = framed_actors(arrangement, story, index);
  if (framed.empty()) return whole;
  const std::vector<Point>& positions = anchors_of(plan, arrangement);
  Point low{1e300, 1e300}, high{-1e300, -1e300};
  for (std::size_t i = 0; i < framed.size(); ++i) {
    if (framed[i] == 0) continue;
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
  std::vector<Point> placed = placed_in(state.modes.arrangement, plan, state, story, index);
  const double share = move_share(state);
  if (share >= 1) return placed;
  const std::vector<Point> from = placed_in(state.move.before, plan, state, story, index);
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i] = from[i] + (placed[i] - from[i]) * share;
  return placed;
}

}  // namespace tp
