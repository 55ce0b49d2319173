// What does the reader filter and ask for, and how is an earlier view put back?
#include "app/search.hpp"
#include "app/update.hpp"
#include "app/view_history.hpp"

namespace tp {

namespace {

constexpr std::uint32_t kMostHits = 200;

}  // namespace

void update_view(State& state, const Action& action, const StoryContext& context) {
  if (const auto* set = std::get_if<SetFilter>(&action)) {
    state.filter = tidied(set->filter, context.story);
    state.filter.text = cut_whole(state.filter.text, Filter::kLongestText);
  } else if (const auto* search = std::get_if<Search>(&action)) {
    state.search.text = cut_whole(search->text, SearchQuery::kLongest);
    state.search.limit = std::min(search->limit, kMostHits);
    ++state.search.number;
  }
}

void restore_view(State& state, const PastView& view) {
  state.playback = {};
  state.timeline.coasting = {};
  state.timeline.listed.clear();
  state.selected = view.selected;
  state.filter = view.filter;
  state.tour = view.tour;
  state.timeline.folded = view.folded;
  if (!(state.modes.arrangement == view.modes.arrangement))
    state.move = {state.modes.arrangement, state.reduced_motion ? 1.0 : 0.0};
  state.modes = view.modes;
  state.map = view.map;
  move_playhead(state, view.at, true);
  if (state.plot_width <= 0 || view.plot_width <= 0) return;
  // In a plot of another width the same stretch of time is shown.
  const bool same = state.plot_width == view.plot_width;
  glide_to(state, same ? view.scale : fit_range(view.scale.visible(0, view.plot_width), 0, state.plot_width));
}

void show_view(State& state, const PastView& view) {
  restore_view(state, view);
  state.change = {state.at, 1};
  state.move.progress = 1;
  if (state.glide) state.scale = state.glide->to;
  state.glide.reset();
}

}  // namespace tp
