// Which gesture or key asks what of the map? Focus, compare, trace, account, ghosts, places, brush, legend.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "app/input_event.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"

namespace tp {

/// The keys of the map while it has the focus: walking, panning and zooming. True where it was one.
bool walk_key(const InputEvent& event, const Scene& scene, std::vector<Action>& out);
/// Keys that mean something to the map's modes, before any other meaning. True where it was one.
bool map_key(const InputEvent& event, const Scene& scene, const State& state, std::vector<Action>& out);
/// What Escape leaves first: a grabbed date, compare, trace or brush, focus. False where none of them is on.
bool leave_mode(const State& state, std::vector<Action>& out);
/// A click on an entry of the legend hides or shows its class.
Action toggle_class(const State& state, RelationClass c);
/// The next wider focus on an actor; around again from the widest.
Action focus_on(const State& state, std::uint32_t actor);

}  // namespace tp
