// How does the reader arrange the timeline, and how does it coast on after a pan?
#include <algorithm>
#include <cmath>

#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kStepMs =
    4;  // coasting goes in equal steps, so that it ends at the same place at any frame rate
constexpr double kKept = 0.985;    // of the velocity, a step: it halves in 180 ms
constexpr double kSlowest = 0.02;  // px per ms; below, it stands
constexpr double kLeastFling = 0.12;
constexpr double kFastest = 6;
constexpr double kMeasureMs = 40;  // over which the hand's velocity is smoothed

Ref track_of(Ref ref, const Story& story) {
  switch (ref.kind) {
    case Kind::kTrack:
      return ref;
    case Kind::kEvent:
      return Ref::of(Kind::kTrack, story.events[ref.index].track);
    case Kind::kPeriod:
      return Ref::of(Kind::kTrack, story.periods[ref.index].track);
    case Kind::kSeries:
      return Ref::of(Kind::kTrack, story.series[ref.index].track);
    default:
      return {};
  }
}

void fold(State& state, Ref track, bool folded, const StoryContext& context) {
  if (!track.valid()) track = track_of(state.selected, context.story);
  if (track.kind != Kind::kTrack || track.index >= context.story.tracks.size()) return;
  std::vector<Ref>& list = state.timeline.folded;
  const auto at = std::lower_bound(list.begin(), list.end(), track);
  const bool is_folded = at != list.end() && *at == track;
  if (folded && !is_folded) list.insert(at, track);
  if (!folded && is_folded) list.erase(at);
}

void measure_hand(Coasting& coasting, double ms) {
  if (ms <= 0) return;
  const double share = std::min(1.0, ms / kMeasureMs);
  coasting.velocity += (coasting.moved_px / ms - coasting.velocity) * share;
  coasting.moved_px = 0;
  if (std::abs(coasting.velocity) < kSlowest) coasting.velocity = 0;
}

void coast(State& state, double ms, const StoryContext& context) {
  Coasting& coasting = state.timeline.coasting;
  coasting.owed_ms += ms;
  double by = 0;
  while (coasting.owed_ms >= kStepMs && std::abs(coasting.velocity) >= kSlowest) {
    coasting.owed_ms -= kStepMs;
    by += coasting.velocity * kStepMs;
    coasting.velocity *= kKept;
  }
  const TimeScale before = state.scale;
  if (by != 0) update_window(state, PanTimeline{by}, context);
  const bool stuck = by != 0 && state.scale == before;  // at the end of the story
  if (stuck || std::abs(coasting.velocity) < kSlowest) coasting = {};
}

}  // namespace

void interrupt_coasting(State& state, const Action& action) {
  const bool goes_on = std::holds_alternative<Tick>(action) || std::holds_alternative<Hover>(action) ||
                       std::holds_alternative<SetAppearance>(action) ||
                       std::holds_alternative<ReleaseTimeline>(action) ||
                       std::holds_alternative<EndGesture>(action) || std::holds_alternative<Search>(action);
  if (goes_on) return;
  const auto* pan = std::get_if<PanTimeline>(&action);
  if (!pan || !pan->by_hand || state.timeline.coasting.released) state.timeline.coasting = {};
}

void update_timeline(State& state, const Action& action, const StoryContext& context) {
  TimelineView& view = state.timeline;
  if (const auto* set = std::get_if<Fold>(&action)) {
    fold(state, set->track, set->folded, context);
  } else if (const auto* toggle = std::get_if<ToggleFold>(&action)) {
    fold(state, toggle->track, !view.is_folded(toggle->track), context);
  } else if (std::holds_alternative<CloseList>(action) || std::holds_alternative<Select>(action) ||
             std::holds_alternative<SelectNext>(action) || std::holds_alternative<ScrubPlayhead>(action)) {
    view.listed.clear();
  } else if (const auto* pan = std::get_if<PanTimeline>(&action)) {
    if (!pan->by_hand || !std::isfinite(pan->by_px)) return;
    view.coasting.held = true;
    view.coasting.moved_px += pan->by_px;
  } else if (std::holds_alternative<ReleaseTimeline>(action)) {
    Coasting& coasting = view.coasting;
    const double velocity = std::clamp(coasting.velocity, -kFastest, kFastest);
    coasting = {};
    if (state.reduced_motion || std::abs(velocity) < kLeastFling) return;
    coasting.velocity = velocity;
    coasting.released = true;
  } else if (const auto* tick = std::get_if<Tick>(&action)) {
    if (view.coasting.held) measure_hand(view.coasting, tick->elapsed_ms);
    if (view.coasting.released) coast(state, tick->elapsed_ms, context);
  }
}

}  // namespace tp
