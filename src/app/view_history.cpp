#include "app/view_history.hpp"

namespace tp {

namespace {

bool ends_gesture(const Action& action) {
  return std::holds_alternative<EndScrub>(action) || std::holds_alternative<EndGesture>(action) ||
         std::holds_alternative<TogglePlay>(action) || std::holds_alternative<SetPlaying>(action);
}

}  // namespace

PastView view_of(const State& state) {
  PastView view{state.at,         state.selected, state.glide ? state.glide->to : state.scale,
                state.plot_width, state.map,      state.modes,
                state.filter,     state.tour,     state.timeline.folded};
  view.modes.grabbed = CompareEnd::kNone;
  return view;
}

ViewHistory::Gesture ViewHistory::gesture_of(const Action& action) {
  if (std::holds_alternative<ScrubPlayhead>(action)) return Gesture::kScrub;
  if (std::holds_alternative<PanTimeline>(action) || std::holds_alternative<ZoomTimeline>(action))
    return Gesture::kTimeline;
  if (std::holds_alternative<MoveOverview>(action) || std::holds_alternative<ResizeOverview>(action))
    return Gesture::kOverview;
  if (std::holds_alternative<PanMap>(action) || std::holds_alternative<ZoomMap>(action)) return Gesture::kMap;
  if (std::holds_alternative<Tick>(action)) return Gesture::kPlaying;
  if (std::holds_alternative<DragCompare>(action)) return Gesture::kCompare;
  if (std::holds_alternative<DragBrush>(action)) return Gesture::kBrush;
  // A key fits both panes at once.
  if (std::holds_alternative<FitAll>(action) || std::holds_alternative<FitMap>(action)) return Gesture::kFit;
  return Gesture::kNone;
}

bool ViewHistory::concerns(const Action& action, const State& state) {
  if (std::holds_alternative<Tick>(action)) return state.playback.playing;
  return !std::holds_alternative<Hover>(action) && !std::holds_alternative<Resize>(action) &&
         !std::holds_alternative<SetAppearance>(action) && !std::holds_alternative<SetLanguage>(action) &&
         !std::holds_alternative<ToggleDebug>(action) && !std::holds_alternative<Search>(action);
}

bool ViewHistory::goes_on(const Action& action) const {
  return going_on_ != Gesture::kNone && gesture_of(action) == going_on_;
}

void ViewHistory::note(const Action& action, const PastView& before, const PastView& after) {
  const bool in_step = goes_on(action);
  if (before == after) {
    // A gesture that has begun goes on; nothing else that changes nothing ends it but letting go.
    if (ends_gesture(action)) going_on_ = Gesture::kNone;
    return;
  }
  going_on_ = gesture_of(action);
  future_.clear();
  if (in_step) return;
  past_.push_back(before);
  if (past_.size() > kMost) past_.pop_front();
}

std::optional<PastView> ViewHistory::travel(std::deque<PastView>& from, std::deque<PastView>& to,
                                            const PastView& now) {
  going_on_ = Gesture::kNone;
  while (!from.empty() && from.back() == now) from.pop_back();
  if (from.empty()) return std::nullopt;
  PastView view = std::move(from.back());
  from.pop_back();
  to.push_back(now);
  if (to.size() > kMost) to.pop_front();
  return view;
}

void ViewHistory::clear() {
  *this = {};
}

}  // namespace tp
