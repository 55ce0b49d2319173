// What does the picture say about what is under the pointer?
#pragma once

#include "app/map_findings.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// A few short lines beside the pointer, inside the canvas, never under the pointer.
Tooltip make_tooltip(const Scene& scene, const State& state, const Story& story, const MapFindings& findings,
                     const TextMeasurer& measurer);

}  // namespace tp
