// Which gesture does what? Turns pointer, wheel and keys over a scene into actions; keeps only the gesture
// under way.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/action.hpp"
#include "app/input_event.hpp"
#include "app/scene_hits.hpp"
#include "app/state.hpp"

namespace tp {

class Gestures {
 public:
  /// Adds the actions that `event` means to `out`. True where the program used it.
  bool handle(const InputEvent& event, const Scene& scene, SceneHits& hits, const State& state,
              std::vector<Action>& out);
  /// Lets go of what is hovered where it has moved away from a pointer that rests. What came below it instead
  /// waits for the pointer to move: whoever steps through a tour points at nothing.
  void look_again(SceneHits& hits, const State& state, std::vector<Action>& out) const;

  enum class Drag : std::uint8_t {
    kNone,
    kPending,
    kScrub,
    kPanTimeline,
    kOverview,
    kOverviewLeft,
    kOverviewRight,
    kPanMap,
    kHandle,
    kBrush
  };
  Drag drag() const { return drag_; }

 private:
  bool press(const InputEvent& event, const Scene& scene, SceneHits& hits, const State& state,
             std::vector<Action>& out);
  bool move(const InputEvent& event, const Scene& scene, SceneHits& hits, const State& state,
            std::vector<Action>& out);
  bool release(const InputEvent& event, const Scene& scene, const State& state, std::vector<Action>& out);
  bool wheel(const InputEvent& event, const Scene& scene, std::vector<Action>& out) const;
  bool key(const InputEvent& event, const Scene& scene, const State& state, std::vector<Action>& out);
  bool timeline_key(const InputEvent& event, const Scene& scene, const State& state,
                    std::vector<Action>& out) const;
  /// Takes hold of the window in the overview, or of one of its edges.
  void press_overview(const HitTarget& target, Point at, const TimelineScene& timeline,
                      std::vector<Action>& out);
  void drag_overview(Point at, const TimelineScene& timeline, std::vector<Action>& out) const;
  void click(const HitTarget& target, const Scene& scene, const State& state, Point at,
             std::vector<Action>& out) const;

  Drag drag_ = Drag::kNone;
  std::optional<Point> resting_;  ///< where a mouse or pen is while nothing is pressed
  Drag intended_ = Drag::kNone;   ///< what the pending press becomes once it moves
  HitTarget pressed_;
  bool pressed_any_ = false;
  int clicks_ = 1;  ///< of the last press
  Point start_;
  Point last_;
  PaneFocus pane_ = PaneFocus::kTimeline;  ///< where keys go that do not say it themselves
  double grip_px_ = 0;  ///< from the pointer to what it holds in the overview: its middle or an edge
};

}  // namespace tp
