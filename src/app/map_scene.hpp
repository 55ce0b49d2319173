// What does the map look like as of the playhead? The plan's actors with the relations that hold then.
#pragma once

#include "app/map_plan.hpp"
#include "app/scene.hpp"
#include "app/shown.hpp"
#include "app/state.hpp"
#include "story/relations_at.hpp"

namespace tp {

MapScene map_scene(const MapPlan& plan, const State& state, const Story& story, const StoryIndex& index,
                   const Shown& shown, const TextMeasurer& measurer);

/// How a phase is drawn: hostile dashed, talks dotted, what is claimed or disputed dash-dotted, else solid.
Dash dash_of(const Phase& phase);

}  // namespace tp
