// How do state and story become a picture? Plans are kept while what they depend on stays the same.
#pragma once

#include <optional>

#include "app/map_plan.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_scene.hpp"

namespace tp {

/// What the map's scene depends on beside its plan: equal keys, equal scenes but for the offset.
struct MapSceneKey {
  Panes panes;
  std::string language;
  Instant at;
  Ref selected, hovered;
  double zoom = 1;
  Instant from;  ///< of a change under way
  double progress = 1;
  friend bool operator==(const MapSceneKey&, const MapSceneKey&) = default;
};

class SceneMaker {
 public:
  /// Forgets every plan: another story, other fonts.
  void reset();
  /// `scene`: the same one each time, since what did not change stays in it.
  void make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
            const TextMeasurer& measurer);
  const TimelinePlan* timeline_plan() const { return timeline_ ? &*timeline_ : nullptr; }

 private:
  void plan_timeline_for(const State& state, const Story& story, const StoryIndex& index,
                         const TextMeasurer& measurer);

  std::optional<TimelineIndex> events_;  ///< of a large story; the plan points into it
  std::optional<TimelinePlan> timeline_;
  TimelineLookups lookups_;
  void make_map(MapScene& scene, const State& state, const Story& story, const StoryIndex& index,
                const TextMeasurer& measurer);

  std::optional<MapPlan> map_;
  std::optional<MapSceneKey> map_key_;
  std::uint32_t generation_ = 0;
};

}  // namespace tp
