// What do the map's modes put on the timeline? The two compared dates as handles, and the brushed range.
#pragma once

#include "app/scene.hpp"
#include "app/state.hpp"

namespace tp {

/// To a scene whose timeline is placed; words of the axis that handles cover make room.
void add_handles(Scene& scene, const State& state, const TextMeasurer& measurer);

}  // namespace tp
