// How does time pass by itself? Animations run out, and playing steps from event to event at reading speed.
#include <algorithm>
#include <cmath>

#include "app/map_drawn.hpp"
#include "app/moments.hpp"
#include "app/playback.hpp"
#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kChangeMs = 240;  // the map's way to a new date
constexpr double kGlideMs = 220;   // the timeline's way to a new window
constexpr double kMoveMs = 250;    // actors on their way to other places
constexpr double kGlowMs = 900;    // what changed glows, then settles

double eased(double x) {
  return 1 - (1 - x) * (1 - x) * (1 - x);
}

// Zooming is even in the ratio of scales, so the way there is too: interpolating ms per px by powers needs no
// logarithm when done by repeated square roots; a plain blend of both ends' times at the plot's edges looks
// the same over 220 ms and cannot drift.
TimeScale between(const TimeScale& from, const TimeScale& to, double share, double width) {
  const TimeRange a = from.visible(0, width);
  const TimeRange b = to.visible(0, width);
  const TimeRange mixed{plus_ms(a.begin, ms_between(a.begin, b.begin) * share),
                        plus_ms(a.end, ms_between(a.end, b.end) * share)};
  return fit_range(mixed, 0, width);
}

void advance_animations(State& state, double ms, bool at_once) {
  if (at_once) state.change.progress = state.move.progress = 1;
  if (state.change.progress < 1)
    state.change.progress = std::min(1.0, state.change.progress + ms / (kChangeMs + kGlowMs));
  state.move.progress = std::min(1.0, state.move.progress + ms / kMoveMs);
  if (!state.glide) return;
  state.glide->progress = std::min(1.0, state.glide->progress + ms / kGlideMs);
  if (state.glide->progress >= 1) {
    state.scale = state.glide->to.reanchored(state.plot_width / 2);
    state.glide.reset();
  } else {
    state.scale = between(state.glide->from, state.glide->to, eased(state.glide->progress), state.plot_width);
  }
}

// What comes after the selected event, or after the playhead, and matters enough to stop at; where nothing
// does, the last event of all.
std::optional<EventIndex> next_stop(const State& state, const StoryContext& context) {
  constexpr int kStopFrom = 3;  // of importance
  const auto& order = context.index.events_in_time;
  const std::ptrdiff_t place =
      state.selected.kind == Kind::kEvent
          ? static_cast<std::ptrdiff_t>(context.index.place_in_time[state.selected.index])
          : last_event_begun(context.story, context.index, state.at);
  std::optional<EventIndex> last;
  for (std::ptrdiff_t next = place + 1; next < std::ssize(order); ++next) {
    const auto at = static_cast<std::size_t>(next);
    if (!context.shown.place(at)) continue;
    last = order[at];
    if (context.story[*last].importance >= kStopFrom) return last;
  }
  return last;
}

void arrive(State& state, std::uint32_t event, const StoryContext& context) {
  state.playback.travel.reset();
  state.playback.waited_ms = 0;
  update_selection(state, Select{{Kind::kEvent, event}}, context);
}

// The farther on the axis, the longer the way takes, within bounds.
void set_out(State& state, EventIndex event, const StoryContext& context) {
  constexpr double kLeast = 350, kMost = 1600, kPerPx = 4;
  const Instant to = moment_of(context.story[event].when);
  const double px = std::abs(ms_between(state.at, to)) / state.scale.ms_per_px;
  if (state.reduced_motion || px < 1) return arrive(state, event.value, context);
  state.playback.travel = Travel{state.at, event.value, std::clamp(px * kPerPx, kLeast, kMost), 0};
  reveal(state, to);
}

void advance_travel(State& state, double ms, const StoryContext& context) {
  Travel& travel = *state.playback.travel;
  travel.gone_ms += ms;
  const double share = travel.gone_ms / travel.length_ms;
  if (share >= 1) return arrive(state, travel.to, context);
  const Instant to = moment_of(context.story.events[travel.to].when);
  const double eased_share = share * share * (3 - 2 * share);
  move_playhead(state, plus_ms(travel.from, ms_between(travel.from, to) * eased_share), true);
}

void advance_playback(State& state, double ms, const StoryContext& context) {
  if (!state.playback.playing) return;
  if (state.playback.travel) return advance_travel(state, ms, context);
  state.playback.waited_ms += ms;
  if (state.playback.waited_ms < dwell_ms(state, context)) return;
  state.playback.waited_ms = 0;
  if (const auto stop = next_stop(state, context)) {
    set_out(state, *stop, context);
  } else {
    state.playback.playing = false;
  }
}

void set_playing(State& state, bool playing, const StoryContext& context) {
  if (playing && !state.playback.playing && at_last_event(state, context) && context.shown.event_count() > 0)
    update_selection(
        state, Select{Ref::of(Kind::kEvent, context.index.events_in_time[context.shown.select(0)])}, context);
  state.playback = {playing, 0, {}};
}

}  // namespace

double change_share(const State& state) {
  return eased(std::min(1.0, state.change.progress * (kChangeMs + kGlowMs) / kChangeMs));
}

double move_share(const State& state) {
  return eased(state.move.progress);
}

double glow_share(const State& state) {
  const double ms = state.change.progress * (kChangeMs + kGlowMs) - kChangeMs;
  return std::clamp(1 - std::max(0.0, ms) / kGlowMs, 0.0, 1.0);
}

double dwell_ms(const State& state, const StoryContext& context) {
  // About 17 characters a second, a slow reader's speed; long cards are left before they are read out.
  constexpr double kLeast = 1800, kPerByte = 60, kMost = 9000;
  if (state.selected.kind != Kind::kEvent) return kLeast;
  const Event& event = context.story.events[state.selected.index];
  const double bytes =
      static_cast<double>(event.title.in(state.language).size() + event.summary.in(state.language).size());
  return std::min(kMost, kLeast + bytes * kPerByte / 2);
}

bool at_last_event(const State& state, const StoryContext& context) {
  const std::size_t count = context.shown.event_count();
  if (count == 0) return true;
  return state.selected.kind == Kind::kEvent &&
         context.index.place_in_time[state.selected.index] >= context.shown.select(count - 1);
}

void update_playback(State& state, const Action& action, const StoryContext& context) {
  if (std::holds_alternative<TogglePlay>(action)) {
    set_playing(state, !state.playback.playing, context);
  } else if (const auto* set = std::get_if<SetPlaying>(&action)) {
    set_playing(state, set->playing, context);
  } else if (const auto* tick = std::get_if<Tick>(&action)) {
    advance_animations(state, tick->elapsed_ms, is_large_map(context.story));
    advance_playback(state, tick->elapsed_ms, context);
  } else if (std::holds_alternative<Select>(action) || std::holds_alternative<ScrubPlayhead>(action) ||
             std::holds_alternative<SelectNext>(action) || std::holds_alternative<SetPlayhead>(action)) {
    state.playback.travel.reset();
    state.playback.waited_ms = 0;  // the reader took over: the next step waits its full time
  }
}

}  // namespace tp
