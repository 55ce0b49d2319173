// What does a place under the pointer mean? Marks, words, lanes and panes of a scene as targets.
#pragma once

#include <cstdint>
#include <vector>

#include "app/input_event.hpp"
#include "app/scene.hpp"
#include "layout/hit_test.hpp"

namespace tp {

/// What of a scene can be pointed at. Looked for only when somebody points: a scene that nobody points at
/// costs nothing, and a map that was only panned is not gone through again.
class SceneHits {
 public:
  /// The scene must stay where it is until the next `build`.
  void build(const Scene& scene);
  /// The target under `p`: marks and labels before lanes, a finger reaching further than a mouse.
  const HitTarget* at(Point p, PointerKind pointer);

 private:
  void look();
  std::uint32_t add(HitTarget target);
  void add_timeline(const TimelineScene& timeline);
  void add_marks(const TimelineScene& timeline);
  void add_overview(const TimelineScene& timeline);
  void add_series(const SeriesPlot& plot);
  void add_legend(const MapScene& map);
  void look_at_map(const MapScene& map);

  const Scene* scene_ = nullptr;
  bool looked_ = false;
  HitIndex index_;    ///< marks, words and signs of the timeline, buttons, the legend: a near miss counts
  HitIndex folds_;    ///< where lanes fold: a finger reaches further
  HitIndex grounds_;  ///< panes: only what is inside
  std::vector<HitTarget> targets_;
  HitIndex on_map_;  ///< curves, actors and their words, where they are without panning
  std::vector<HitTarget> map_targets_;
  std::uint32_t map_generation_ = 0;
};

}  // namespace tp
