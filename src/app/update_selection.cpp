// What is selected, what is hovered, and where does the playhead go?
#include <algorithm>
#include <cmath>

#include "app/moments.hpp"
#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kSnapPx = 7;

void select(State& state, const Select& action, const StoryContext& context) {
  state.selected = action.ref;
  if (action.ref.kind == Kind::kEvent) {
    const Instant at = moment_of(context.story.events[action.ref.index].when);
    if (action.move_playhead) move_playhead(state, at, true);
    if (action.reveal) reveal(state, at);
  }
}

// Steps from the selected event, or from the playhead where something else or nothing is selected. What is
// filtered is stepped over.
void select_next(State& state, int by, const StoryContext& context) {
  const Shown& shown = context.shown;
  const std::ptrdiff_t count = static_cast<std::ptrdiff_t>(shown.event_count());
  if (count == 0 || by == 0) return;
  const bool from_event = state.selected.kind == Kind::kEvent;
  const std::ptrdiff_t from =
      from_event ? static_cast<std::ptrdiff_t>(context.index.place_in_time[state.selected.index])
                 : last_event_begun(context.story, context.index, state.at);
  // Going back from the playhead, the event it stands at or has passed is the first.
  const std::ptrdiff_t before = by > 0 || !from_event ? from + 1 : from;
  std::ptrdiff_t goal = static_cast<std::ptrdiff_t>(shown.rank(static_cast<std::size_t>(before)));
  goal = std::clamp<std::ptrdiff_t>(goal + by - (by > 0 ? 1 : 0), 0, count - 1);
  const std::size_t place = shown.select(static_cast<std::size_t>(goal));
  const bool turns_back = from_event && (by > 0) != (static_cast<std::ptrdiff_t>(place) >= from);
  if (turns_back && static_cast<std::ptrdiff_t>(place) != from) return;
  select(state, {Ref::of(Kind::kEvent, context.index.events_in_time[place])}, context);
}

// The moment of the event nearest to `x`, if it is near enough to snap to.
std::optional<EventIndex> snap_target(const State& state, double x, const StoryContext& context) {
  const Instant lo = state.scale.from_px(x - kSnapPx);
  const Instant hi = state.scale.from_px(x + kSnapPx);
  std::optional<EventIndex> best;
  double best_distance = kSnapPx;
  for (auto i = last_event_begun(context.story, context.index, hi); i >= 0; --i) {
    const EventIndex event = context.index.events_in_time[static_cast<std::size_t>(i)];
    const Instant at = moment_of(context.story[event].when);
    if (at < lo) break;
    if (!context.shown.event(event.at())) continue;
    const double distance = std::abs(state.scale.to_px(at) - x);
    const bool better =
        distance < best_distance || (best && distance == best_distance &&
                                     context.story[event].importance > context.story[*best].importance);
    if (better) {
      best = event;
      best_distance = distance;
    }
  }
  return best;
}

void scrub(State& state, double x, const StoryContext& context) {
  state.scrubbing = true;
  const double inside = std::clamp(x, 0.0, state.plot_width);
  const std::optional<EventIndex> snapped = snap_target(state, inside, context);
  Instant at = snapped ? moment_of(context.story[*snapped].when) : state.scale.from_px(inside);
  at = std::clamp(at, context.index.extent.begin, context.index.extent.end);
  move_playhead(state, at, true);
  // An actor or a relation stays selected: its card tells what is true at the new date.
  if (state.selected.valid() && state.selected.kind != Kind::kEvent) return;
  if (snapped) {
    state.selected = Ref::of(Kind::kEvent, *snapped);
    return;
  }
  const std::ptrdiff_t begun = last_event_begun(context.story, context.index, at);
  const std::size_t shown = context.shown.rank(static_cast<std::size_t>(begun + 1));
  state.selected = shown == 0
                       ? Ref{}
                       : Ref::of(Kind::kEvent, context.index.events_in_time[context.shown.select(shown - 1)]);
}

}  // namespace

void move_playhead(State& state, Instant to, bool animate) {
  if (to == state.at) return;
  if (!animate || state.reduced_motion) {
    state.change = {to, 1};
  } else if (state.change.progress >= 1) {
    state.change = {state.at, 0};
  }
  state.at = to;
}

void update_selection(State& state, const Action& action, const StoryContext& context) {
  if (const auto* chosen = std::get_if<Select>(&action)) {
    select(state, *chosen, context);
  } else if (const auto* hover = std::get_if<Hover>(&action)) {
    state.hovered = hover->ref;
    state.hovered_button = hover->button;
    state.hovered_mark = hover->mark;
    state.pointer = hover->at;
  } else if (const auto* next = std::get_if<SelectNext>(&action)) {
    select_next(state, next->by, context);
  } else if (const auto* set = std::get_if<SetPlayhead>(&action)) {
    move_playhead(state, set->at, set->animate);
    reveal(state, set->at);
  } else if (const auto* drag = std::get_if<ScrubPlayhead>(&action)) {
    scrub(state, drag->plot_x, context);
  } else if (std::holds_alternative<EndScrub>(action)) {
    state.scrubbing = false;
  }
}

}  // namespace tp
