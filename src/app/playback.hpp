// How long does playing stay at an event, and how far has the map's change come?
#pragma once

#include "app/state.hpp"
#include "app/update.hpp"

namespace tp {

/// Time for reading the selected event, in ms.
double dwell_ms(const State& state, const StoryContext& context);
bool at_last_event(const State& state, const StoryContext& context);

/// 0 … 1, eased: how far what starts and ends has come.
double change_share(const State& state);
/// 1 … 0: how much what changed still glows.
double glow_share(const State& state);
/// 0 … 1, eased: how far actors are on their way to another arrangement.
double move_share(const State& state);

}  // namespace tp
