// What does the program tell the page of the map's modes? Comparison and chains as lists, what can be
// filtered and told by, and its part of the state.
#pragma once

#include <string>

#include "app/program.hpp"
#include "bridge/json_parts.hpp"

namespace tp {

/// {"type":"comparison", on, a, b, aWords, bWords, gained, lost, flipped}
std::string comparison_message(const Program& program);
/// {"type":"chains", on, from, to, fromWords, toWords, chains, first, firstWords}
std::string chains_message(const Program& program);
/// Of the facets: relations, tellers, hasPlaces.
void add_map_facets(JsonOut& out, const Program& program);

/// compare, trace, focus, focusSteps, toldBy, ghosts, places, brush, hiddenRelations
void add_map_state(JsonOut& out, const State& state, const Story& story);

}  // namespace tp
