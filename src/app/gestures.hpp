// Which gesture does what? Turns pointer, wheel and keys over a scene into actions; keeps only the gesture
// under way.
#pragma once

#include <cstdint>
#include <vector>

#include "app/action.hpp"
#include "app/input_event.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "layout/hit_test.hpp"

namespace tp {

/// What of a scene can be pointed at.
class SceneHits {
 public:
  /// Another scene, which must outlive this. It is looked through when something is asked: most frames of a
  /// pan never are.
  void build(const Scene& scene) {
    scene_ = &scene;
    stale_ = true;
  }
  /// The target under `p`: marks and labels before lanes, a finger reaching further than a mouse.
  const HitTarget* at(Point p, PointerKind pointer) const;

 private:
  struct Targets {
    void build(const Scene& scene);
    std::uint32_t add(HitTarget target);
    void add_timeline(const TimelineScene& timeline);
    HitIndex index;    ///< marks, curves, labels: a near miss counts
    HitIndex grounds;  ///< panes: only what is inside
    std::vector<HitTarget> list;
  };
  /// The map's, where it lies before the reader pans.
  struct MapTargets {
    void build(const MapScene& map);
    HitIndex index;
    std::vector<HitTarget> list;
    std::uint32_t generation = 0;
  };
  const Scene* scene_ = nullptr;
  mutable bool stale_ = false;
  mutable Targets targets_;
  mutable MapTargets map_;
};

class Gestures {
 public:
  /// Adds the actions that `event` means to `out`. True where the program used it.
  bool handle(const InputEvent& event, const Scene& scene, const SceneHits& hits, const State& state,
              std::vector<Action>& out);

  enum class Drag : std::uint8_t { kNone, kPending, kScrub, kPanTimeline, kOverview, kPanMap };
  Drag drag() const { return drag_; }

 private:
  bool press(const InputEvent& event, const Scene& scene, const SceneHits& hits, std::vector<Action>& out);
  bool move(const InputEvent& event, const Scene& scene, const SceneHits& hits, const State& state,
            std::vector<Action>& out);
  bool release(const InputEvent& event, const Scene& scene, const State& state, std::vector<Action>& out);
  bool wheel(const InputEvent& event, const Scene& scene, std::vector<Action>& out) const;
  bool key(const InputEvent& event, const Scene& scene, const State& state, std::vector<Action>& out) const;
  void click(const HitTarget& target, const Scene& scene, const State& state, Point at,
             std::vector<Action>& out) const;

  Drag drag_ = Drag::kNone;
  Drag intended_ = Drag::kNone;  ///< what the pending press becomes once it moves
  HitTarget pressed_;
  bool pressed_any_ = false;
  Point start_;
  Point last_;
};

}  // namespace tp
