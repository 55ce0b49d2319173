// Where in the pane does each actor stand now? The plan's places through the arrangement: whole, focused or
// on the geographic map, and on the way between two of them.
#pragma once

#include <vector>

#include "app/map_plan.hpp"
#include "app/state.hpp"

namespace tp {

/// A uniform scaling and a shift: plan px to canvas px, before the reader's own zoom and pan.
struct MapFrame {
  double scale_x = 1, scale_y = 1;
  Point shift;
  Point apply(Point p) const { return {p.x * scale_x + shift.x, p.y * scale_y + shift.y}; }
};

/// Steps from `from` along relations of any date to each actor: 0 for itself; `most` + 1 for all that are
/// farther.
std::vector<int> steps_ever(const Story& story, const StoryIndex& index, ActorIndex from, int most);

/// How an arrangement fits its actors into the pane. Of a focus the surroundings in the whole story are
/// framed, so that no date moves anybody.
MapFrame frame_of(const MapArrangement& arrangement, const MapPlan& plan, const Panes& panes,
                  const Story& story, const StoryIndex& index);

/// True where the arrangement is geographic and the story has coordinates.
bool is_on_earth(const MapArrangement& arrangement, const MapPlan& plan);
/// 0 … 1: how much of the way from network to geographic map is gone.
double earth_share(const MapPlan& plan, const State& state);
/// Canvas px of a point of the geographic map, at the reader's zoom, as if not panned.
Point place_of_anchor(Point anchor, const MapFrame& frame, const State& state);

/// Canvas px of every actor at the reader's zoom, as if not panned; add `state.map.pan`.
std::vector<Point> place_actors(const MapPlan& plan, const State& state, const Story& story,
                                const StoryIndex& index);

}  // namespace tp
