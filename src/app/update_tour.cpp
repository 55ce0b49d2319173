// What does a step of a tour show? Each of the author's wishes is an ordinary action.
#include <algorithm>

#include "app/moments.hpp"
#include "app/update.hpp"

namespace tp {

namespace {

// A lens brings a track or a status forward: all others are dimmed. A series is always there.
std::optional<Filter> filter_of(std::string_view lens, const Story& story) {
  if (lens.empty()) return Filter{};
  Filter filter;
  constexpr std::pair<std::string_view, Status> kStatuses[] = {
      {"fact", Status::kFact}, {"claim", Status::kClaim}, {"disputed", Status::kDisputed}};
  const Ref ref = story.find(lens);
  if (ref.kind == Kind::kTrack) {
    for (std::uint32_t i = 0; i < story.tracks.size(); ++i)
      if (i != ref.index) filter.hidden_tracks.push_back(i);
    return filter;
  }
  for (const auto& [word, status] : kStatuses)
    if (lens == word) filter.hidden_statuses = static_cast<std::uint8_t>(~Filter::bit(status) & 7);
  return filter;
}

std::vector<Action> actions_of(const Step& step, const StoryContext& context) {
  std::vector<Action> actions;
  // What the step selects is read, not travelled to, where it says itself what date and stretch it is about.
  Select select{step.select};
  select.move_playhead = !step.at;
  select.reveal = !step.range;
  actions.push_back(select);
  if (step.at) actions.push_back(SetPlayhead{moment_of(*step.at)});
  if (step.range) actions.push_back(ShowRange{step.range->outer()});
  if (const auto filter = filter_of(step.lens, context.story)) actions.push_back(SetFilter{*filter});
  // The map's part of a step: `compare` and `focus`.
  return actions;
}

}  // namespace

const Step* shown_step(const State& state, const Story& story) {
  if (!state.tour.valid() || state.tour.tour >= story.tours.size()) return nullptr;
  const std::vector<Step>& steps = story.tours[state.tour.tour].steps;
  return state.tour.step < steps.size() ? &steps[state.tour.step] : nullptr;
}

void update_tour(State& state, const Action& action, const StoryContext& context) {
  const auto* show = std::get_if<ShowStep>(&action);
  if (!show) return;
  const std::vector<Tour>& tours = context.story.tours;
  if (show->tour >= tours.size() || tours[show->tour].steps.empty()) {
    state.tour = {};
    return;
  }
  const std::size_t last = tours[show->tour].steps.size() - 1;
  const auto number = static_cast<std::uint32_t>(std::min<std::size_t>(show->step, last));
  state.playback = {};
  for (const Action& wish : actions_of(tours[show->tour].steps[number], context))
    update(state, wish, context);
  state.tour = {show->tour, number};
}

}  // namespace tp
