// How does the state change? The only place where it does: one function for each subject, no drawing, no
// clock.
#pragma once

#include "app/action.hpp"
#include "app/shown.hpp"
#include "app/state.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// What an update may look at besides the state.
struct StoryContext {
  const Story& story;
  const StoryIndex& index;
  const Shown& shown;  ///< what the filter leaves
};

struct PastView;

/// Applies one action. Actions that make no sense now (an event of another story, a pan of nothing) change
/// nothing.
void update(State& state, const Action& action, const StoryContext& context);

/// The state that a reader sees first: the story's `start`.
void start_story(State& state, const StoryContext& context);

// Parts of it, by subject.
void update_window(State& state, const Action& action, const StoryContext& context);  // timeline pan and zoom
void update_selection(State& state, const Action& action,
                      const StoryContext& context);  // select, hover, playhead
void update_playback(State& state, const Action& action, const StoryContext& context);  // play, tick
void update_map(State& state, const Action& action);
void update_modes(State& state, const Action& action,
                  const StoryContext& context);  // compare, trace, focus …
void update_timeline(State& state, const Action& action,
                     const StoryContext& context);  // folding, lists, coasting
/// Any input but a hover stops what coasts.
void interrupt_coasting(State& state, const Action& action);
void update_view(State& state, const Action& action, const StoryContext& context);  // filter, search
void update_tour(State& state, const Action& action, const StoryContext& context);

/// Puts an earlier view back; the way there is animated.
void restore_view(State& state, const PastView& view);
/// The same, already there: nothing moves afterwards.
void show_view(State& state, const PastView& view);
/// The step of a tour that is shown, or null.
const Step* shown_step(const State& state, const Story& story);

/// What the whole timeline shows: the story's extent with some room.
TimeRange whole_range(const StoryIndex& index);
/// Moves the window, where it must, so that `t` is well inside it.
void reveal(State& state, Instant t);
/// The event nearest to `plot_x` that is near enough to snap to.
std::optional<EventIndex> snap_target(const State& state, double plot_x, const StoryContext& context);
/// The timeline's way to another window; at once where motion is reduced.
void glide_to(State& state, const TimeScale& target);
/// Puts the playhead and starts the map's change.
void move_playhead(State& state, Instant to, bool animate);

}  // namespace tp
