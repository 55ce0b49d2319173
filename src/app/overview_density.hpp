// Where do events stand along the whole story? The lines of the overview's strip.
#pragma once

#include <vector>

#include "app/axis_index.hpp"
#include "app/scene.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// Depends on the strip and on what the filter shows, on nothing else.
std::vector<OverviewTick> overview_density(const Rect& strip, const Story& story, const StoryIndex& index,
                                           const AxisIndex& timeline);

}  // namespace tp
