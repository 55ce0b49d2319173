// What do filter, tour, history and the map's modes add to the state and the facets? Inside the bridge only.
#pragma once

#include "app/program.hpp"
#include "bridge/json_parts.hpp"

namespace tp {

/// "filter", "tour", "step", "canUndo", "canRedo" of the page's state.
void add_view_state(JsonOut& state, const Program& program);
/// "compare", "trace", "focus", "focusSteps", "toldBy", "ghosts", "places", "brush", "hiddenRelations".
void add_map_state(JsonOut& out, const State& state, const Story& story);
/// Playhead, timeline window, map window and what a step of a tour frames, once nothing moves any more: what
/// read_exact_view needs besides the state.
JsonOut exact_view(const State& state);
/// Of the facets: relations, tellers, hasPlaces.
void add_map_facets(JsonOut& out, const Program& program);

}  // namespace tp
