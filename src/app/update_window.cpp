// How does the timeline pan and zoom, and how far may it go?
#include <algorithm>
#include <cmath>

#include "app/moments.hpp"
#include "app/span_of.hpp"
#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kFinestMsPerPx = 0.05;     // a millisecond over 20 px
constexpr double kWidestOfStory = 4;        // zoomed out: at most this many story lengths
constexpr double kRoomAroundStory = 0.025;  // of its length, at either end of the whole view
constexpr double kRevealMargin = 0.02;      // of the plot's width

double clamp_zoom(double ms_per_px, const State& state, const StoryIndex& index) {
  const double widest = index.extent.length_ms() * kWidestOfStory / std::max(1.0, state.plot_width);
  return std::clamp(ms_per_px, std::min(kFinestMsPerPx, widest), widest);
}

// Keeps the story in reach: the middle of the window stays within its extent.
TimeScale held(const TimeScale& scale, const State& state, const StoryIndex& index) {
  const double middle = state.plot_width / 2;
  const double first = scale.to_px(index.extent.begin);
  const double last = scale.to_px(index.extent.end);
  if (first > middle) return scale.panned(middle - first);
  if (last < middle) return scale.panned(middle - last);
  return scale;
}

void go_to(State& state, const TimeScale& target, bool animate) {
  if (animate && !state.reduced_motion) {
    state.glide = Glide{state.scale, target, 0};
  } else {
    state.scale = target;
    state.glide.reset();
  }
}

void set_scale(State& state, const TimeScale& scale) {
  state.scale = scale.reanchored(state.plot_width / 2);
  state.glide.reset();
}

TimeScale zoomed(const State& state, const TimeScale& from, double plot_x, double factor,
                 const StoryIndex& index) {
  const double wanted = clamp_zoom(from.ms_per_px / factor, state, index);
  return held(from.zoomed_around(plot_x, from.ms_per_px / wanted), state, index);
}

TimeScale fitted(const State& state, TimeRange range, const StoryIndex& index) {
  TimeScale scale = fit_range(range, 0, state.plot_width);
  const double wanted = clamp_zoom(scale.ms_per_px, state, index);
  return scale.zoomed_around(state.plot_width / 2, scale.ms_per_px / wanted);
}

// True where some zoom tells the members apart: they are not all known to the same instant.
bool can_be_told_apart(const std::vector<std::uint32_t>& events, const Story& story) {
  return std::any_of(events.begin(), events.end(), [&](std::uint32_t event) {
    const DateRange& when = story.events[event].when;
    const DateRange& first = story.events[events.front()].when;
    return when.is_interval || moment_of(when) != moment_of(first);
  });
}

// From the first to the last of them, with enough around that the reader still knows where this is.
TimeRange range_of(const std::vector<std::uint32_t>& events, const State& state,
                   const StoryContext& context) {
  constexpr double kRoom = 0.2;      // of their spread
  constexpr double kOfWindow = 0.1;  // of what was in view: opening a cluster always zooms in
  constexpr double kContextDays = 3;
  TimeRange range{latest_instant(), earliest_instant()};
  for (std::uint32_t event : events) {
    const DateRange& when = context.story.events[event].when;
    const Instant at = moment_of(when);
    range.begin = std::min(range.begin, at);
    range.end = std::max(range.end, at);
    if (when.is_interval && when.end.kind == EndKind::kDate)
      range.end = std::max(range.end, when.end.date.bounds().end);
  }
  const double shown = state.scale.ms_per_px * state.plot_width;
  const double context_ms = std::min(static_cast<double>(kMsPerDay) * kContextDays, shown * kOfWindow);
  const double room = std::max(range.length_ms() * kRoom, context_ms);
  return {plus_ms(range.begin, -room), plus_ms(range.end, room)};
}

void open_cluster(State& state, const std::vector<std::uint32_t>& members, const StoryContext& context) {
  if (members.empty()) return;
  if (can_be_told_apart(members, context.story)) {
    go_to(state, fitted(state, range_of(members, state, context), context.index), true);
  } else {
    state.timeline.listed = members;
  }
}

void resize_overview(State& state, const ResizeOverview& action, const StoryIndex& index) {
  constexpr double kLeast = 0.002;  // of the whole story
  if (!std::isfinite(action.fraction)) return;
  const TimeRange whole = whole_range(index);
  TimeRange shown = state.scale.visible(0, state.plot_width);
  const Instant edge = plus_ms(whole.begin, whole.length_ms() * std::clamp(action.fraction, 0.0, 1.0));
  const double least = std::max(kFinestMsPerPx * state.plot_width, whole.length_ms() * kLeast);
  if (action.right) {
    shown.end = std::max(edge, plus_ms(shown.begin, least));
  } else {
    shown.begin = std::min(edge, plus_ms(shown.end, -least));
  }
  set_scale(state, held(fitted(state, shown, index), state, index));
}

void fit_to(State& state, Ref ref, const StoryContext& context) {
  const Ref wanted = ref.valid() ? ref : state.selected;
  const std::optional<TimeRange> span = span_to_show(context.story, context.index, wanted);
  go_to(state, fitted(state, span ? *span : whole_range(context.index), context.index), true);
}

}  // namespace

TimeRange whole_range(const StoryIndex& index) {
  const double room = index.extent.length_ms() * kRoomAroundStory;
  return {plus_ms(index.extent.begin, -room), plus_ms(index.extent.end, room)};
}

void glide_to(State& state, const TimeScale& target) {
  if (!(target == state.scale)) go_to(state, target, true);
}

void reveal(State& state, Instant t) {
  if (state.plot_width <= 0) return;
  const TimeScale target = state.glide ? state.glide->to : state.scale;
  const double x = target.to_px(t);
  const double margin = state.plot_width * kRevealMargin;
  if (x < margin || x > state.plot_width - margin) {
    const bool near = x > -state.plot_width && x < 2 * state.plot_width;
    const double goal = !near ? state.plot_width / 2 : x < margin ? margin : state.plot_width - margin;
    go_to(state, target.panned(goal - x), true);
  }
}

void update_window(State& state, const Action& action, const StoryContext& context) {
  if (state.plot_width <= 0) return;
  const StoryIndex& index = context.index;
  if (const auto* pan = std::get_if<PanTimeline>(&action)) {
    set_scale(state, held(state.scale.panned(pan->by_px), state, index));
  } else if (const auto* zoom = std::get_if<ZoomTimeline>(&action)) {
    if (!(zoom->factor > 0) || !std::isfinite(zoom->factor)) return;
    const TimeScale& from = zoom->animate && state.glide ? state.glide->to : state.scale;
    const TimeScale target = zoomed(state, from, zoom->plot_x, zoom->factor, index);
    if (zoom->animate) {
      go_to(state, target, true);
    } else {
      set_scale(state, target);
    }
  } else if (const auto* show = std::get_if<ShowRange>(&action)) {
    go_to(state, fitted(state, show->range, index), show->animate);
  } else if (const auto* fit = std::get_if<FitAll>(&action)) {
    go_to(state, fitted(state, whole_range(index), index), fit->animate);
  } else if (const auto* cluster = std::get_if<OpenCluster>(&action)) {
    open_cluster(state, cluster->members, context);
  } else if (const auto* fit_one = std::get_if<FitTo>(&action)) {
    fit_to(state, fit_one->ref, context);
  } else if (const auto* edge = std::get_if<ResizeOverview>(&action)) {
    resize_overview(state, *edge, index);
  } else if (const auto* overview = std::get_if<MoveOverview>(&action)) {
    const TimeRange whole = whole_range(index);
    const Instant middle = plus_ms(whole.begin, whole.length_ms() * std::clamp(overview->fraction, 0.0, 1.0));
    set_scale(state,
              held(state.scale.panned(state.plot_width / 2 - state.scale.to_px(middle)), state, index));
  }
}

}  // namespace tp
