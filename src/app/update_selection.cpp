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
  state.walked_from = action.walked_from;
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

// To the track below or above; those without a shown event are stepped over.
void select_on_track(State& state, int by, const StoryContext& context) {
  const Story& story = context.story;
  const bool from_event = state.selected.kind == Kind::kEvent;
  const auto& order = context.index.events_in_time;
  const auto count = static_cast<std::ptrdiff_t>(order.size());
  // Events without a track come last, as on the timeline.
  const auto place = [&](EventIndex event) {
    const TrackIndex track = story[event].track;
    return static_cast<std::ptrdiff_t>(track.valid() ? track.at() : story.tracks.size());
  };
  const std::ptrdiff_t from = from_event ? place(EventIndex(state.selected.index)) : (by > 0 ? -1 : count);
  const std::ptrdiff_t middle =
      from_event ? static_cast<std::ptrdiff_t>(context.index.place_in_time[state.selected.index])
                 : last_event_begun(story, context.index, state.at);
  const Instant at = from_event ? moment_of(story.events[state.selected.index].when) : state.at;
  std::optional<EventIndex> best;
  std::ptrdiff_t best_track = 0;
  double best_ms = 0;
  const auto offer = [&](std::ptrdiff_t i) {
    const EventIndex event = order[static_cast<std::size_t>(i)];
    if (!context.shown.event(event.at())) return;
    const std::ptrdiff_t track = place(event);
    if (by > 0 ? track <= from : track >= from) return;
    const double away = std::abs(ms_between(at, moment_of(story[event].when)));
    const bool nearer_track = best && (by > 0 ? track < best_track : track > best_track);
    if (best && !nearer_track && !(track == best_track && away < best_ms)) return;
    best = event;
    best_track = track;
    best_ms = away;
  };
  for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(middle, 0); i < count; ++i) offer(i);
  for (std::ptrdiff_t i = std::min(middle, count) - 1; i >= 0; --i) offer(i);
  if (best) select(state, {Ref::of(Kind::kEvent, *best)}, context);
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
    state.hovered_legend = hover->legend;
  } else if (const auto* next = std::get_if<SelectNext>(&action)) {
    select_next(state, next->by, context);
  } else if (const auto* track = std::get_if<SelectOnTrack>(&action)) {
    select_on_track(state, track->by, context);
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
