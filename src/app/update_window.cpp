// How does the timeline pan and zoom, and how far may it go?
#include <algorithm>
#include <cmath>

#include "app/moments.hpp"
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

TimeRange range_of(const std::vector<std::uint32_t>& events, const Story& story) {
  TimeRange range{latest_instant(), earliest_instant()};
  for (std::uint32_t event : events) {
    const Instant at = moment_of(story.events[event].when);
    range.begin = std::min(range.begin, at);
    range.end = std::max(range.end, at);
  }
  const double room = std::max(range.length_ms() * 0.2, static_cast<double>(kMsPerDay) * 3);
  return {plus_ms(range.begin, -room), plus_ms(range.end, room)};
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
    if (!cluster->members.empty())
      go_to(state, fitted(state, range_of(cluster->members, context.story), index), true);
  } else if (const auto* overview = std::get_if<MoveOverview>(&action)) {
    const TimeRange whole = whole_range(index);
    const Instant middle = plus_ms(whole.begin, whole.length_ms() * std::clamp(overview->fraction, 0.0, 1.0));
    set_scale(state,
              held(state.scale.panned(state.plot_width / 2 - state.scale.to_px(middle)), state, index));
  }
}

}  // namespace tp
