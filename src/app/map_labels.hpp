// What is written on the map, and where? Names of actors and words of relations, packed by importance, off
// the lines where there is a place.
#pragma once

#include "app/map_drawn.hpp"
#include "app/map_plan.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"

namespace tp {

/// Adds labels to a map whose nodes, edges and badges are placed. `bounds`: where they may stand. All that is
/// on the map is looked at, on screen or not, so that panning moves every label by the same pixels.
void add_map_labels(MapScene& map, const Rect& bounds, const MapPlan& plan, const State& state,
                    const Story& story, const TextMeasurer& measurer);

}  // namespace tp
