// What stands above and below the map? A line that says what it shows, and the legend made from it.
#pragma once

#include "app/map_drawn.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"

namespace tp {

/// "As of 8 August 2025 · 31 of 40 actors, 46 relations"; of other modes what they show.
void add_map_heading(MapScene& map, const DrawnMap& drawn, const MapFindings& findings, const State& state,
                     const Story& story, const TextMeasurer& measurer);
/// How far the layout of a large map has come, in the middle of its pane.
void add_arranging(MapScene& map, double progress, const State& state, const Story& story,
                   const TextMeasurer& measurer);
/// One entry for each class that is on the map or hidden; returns the top of what it takes.
double add_map_legend(MapScene& map, const DrawnMap& drawn, const State& state, const TextMeasurer& measurer);

}  // namespace tp
