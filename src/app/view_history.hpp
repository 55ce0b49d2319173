// What did the reader look at before? Views that can be gone back to, one for each thing done.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "app/action.hpp"
#include "app/state.hpp"

namespace tp {

/// The part of the state that history keeps: what is looked at, and how. Hover, panes, appearance, language
/// and what moves by itself are not part of it.
struct PastView {
  Instant at;
  Ref selected;
  TimeScale scale;  ///< where it is gliding to
  double plot_width = 0;
  MapWindow map;
  MapModes modes;
  Filter filter;
  TourPlace tour;
  std::vector<Ref> folded;  ///< tracks, as in `TimelineView`
  friend bool operator==(const PastView&, const PastView&) = default;
};
PastView view_of(const State& state);

/// At most `kMost` views back. What a hand does without letting go is one step, and so is a run of turns of a
/// wheel or presses of a key that zoom or pan, and what plays by itself.
class ViewHistory {
 public:
  static constexpr std::size_t kMost = 100;

  /// False for actions after which no look at the view is worth its time.
  static bool concerns(const Action& action, const State& state);
  /// True where `action` belongs to the step under way: it need not be noted.
  bool goes_on(const Action& action) const;
  /// After `action` made `after` of `before`.
  void note(const Action& action, const PastView& before, const PastView& after);
  /// The view to go back (or on) to from `now`; nothing where there is none.
  std::optional<PastView> undo(const PastView& now) { return travel(past_, future_, now); }
  std::optional<PastView> redo(const PastView& now) { return travel(future_, past_, now); }
  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }
  void clear();

 private:
  enum class Gesture : std::uint8_t {
    kNone,
    kScrub,
    kTimeline,
    kOverview,
    kMap,
    kFit,
    kPlaying,
    kCompare,
    kBrush
  };
  static Gesture gesture_of(const Action& action);
  std::optional<PastView> travel(std::deque<PastView>& from, std::deque<PastView>& to, const PastView& now);

  std::deque<PastView> past_, future_;  ///< the nearest last
  Gesture going_on_ = Gesture::kNone;
};

}  // namespace tp
