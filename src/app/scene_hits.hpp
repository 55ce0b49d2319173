// What does a place under the pointer mean? Marks, words, lanes and panes of a scene as targets.
#pragma once

#include <cstdint>
#include <vector>

#include "app/input_event.hpp"
#include "app/scene.hpp"
#include "layout/hit_test.hpp"

namespace tp {

/// What of a scene can be pointed at.
class SceneHits {
 public:
  void build(const Scene& scene);
  /// The target under `p`: marks and labels before lanes, a finger reaching further than a mouse.
  const HitTarget* at(Point p, PointerKind pointer) const;

 private:
  std::uint32_t add(HitTarget target);
  void add_timeline(const TimelineScene& timeline);
  void add_marks(const TimelineScene& timeline);
  void add_overview(const TimelineScene& timeline);
  void add_series(const SeriesPlot& plot);
  void add_map(const MapScene& map);
  HitIndex index_;    ///< marks, curves, labels: a near miss counts
  HitIndex folds_;    ///< where lanes fold: a finger reaches further
  HitIndex grounds_;  ///< panes: only what is inside
  std::vector<HitTarget> targets_;
};

}  // namespace tp
