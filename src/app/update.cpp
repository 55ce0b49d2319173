#include "app/update.hpp"

#include "app/moments.hpp"
#include "app/timeline_frame.hpp"

namespace tp {

void update(State& state, const Action& action, const StoryContext& context) {
  interrupt_coasting(state, action);
  if (const auto* resize = std::get_if<Resize>(&action)) {
    const TimeRange shown = state.plot_width > 0 ? state.scale.visible(0, state.plot_width) : TimeRange{};
    state.panes = resize->panes;
    const double width = timeline_frame(state.panes).plot.width;
    if (state.plot_width > 0 && width > 0 && width != state.plot_width) {
      state.scale = fit_range(shown, 0, width);
      state.glide.reset();
    } else if (state.plot_width <= 0 && width > 0) {
      state.plot_width = width;
      start_story(state, context);
    }
    state.plot_width = std::max(0.0, width);
    return;
  }
  if (const auto* appearance = std::get_if<SetAppearance>(&action)) {
    state.dark = appearance->dark;
    state.reduced_motion = appearance->reduced_motion;
    return;
  }
  if (const auto* language = std::get_if<SetLanguage>(&action)) {
    state.language = language->language;
    return;
  }
  if (std::holds_alternative<ToggleDebug>(action)) {
    state.debug = !state.debug;
    return;
  }
  update_window(state, action, context);
  update_selection(state, action, context);
  update_map(state, action);
  update_modes(state, action, context);
  update_timeline(state, action, context);
  update_view(state, action, context);
  update_tour(state, action, context);
  update_playback(state, action, context);
}

void start_story(State& state, const StoryContext& context) {
  const Story& story = context.story;
  const Start& start = story.start;
  const TimeRange range = start.range ? start.range->outer() : whole_range(context.index);
  if (state.plot_width > 0) state.scale = fit_range(range, 0, state.plot_width);
  state.glide.reset();
  state.timeline = {};
  state.map = {};
  state.modes = {};
  state.move = {};
  state.playback = {};
  state.filter = {};
  state.tour = {};
  state.hovered = {};
  state.selected = start.select;
  if (start.at) {
    state.at = moment_of(*start.at);
  } else if (start.select.kind == Kind::kEvent) {
    state.at = moment_of(story.events[start.select.index].when);
  } else {
    state.at = plus_ms(context.index.extent.end, -1);
  }
  state.change = {state.at, 1};
}

}  // namespace tp
