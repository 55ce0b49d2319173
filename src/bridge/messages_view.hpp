// What does the state say of filter, tour and history? Inside the bridge only.
#pragma once

#include "app/program.hpp"
#include "bridge/json_parts.hpp"

namespace tp {

/// "filter", "tour", "step", "canUndo", "canRedo" of the page's state.
void add_view_state(JsonOut& state, const Program& program);

}  // namespace tp
