// How do state and story become a picture? Plans are kept while what they depend on stays the same.
#pragma once

#include <optional>

#include "app/map_plan.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_scene.hpp"

namespace tp {

class SceneMaker {
 public:
  /// Forgets every plan: another story, other fonts.
  void reset();
  void make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
            const TextMeasurer& measurer);
  const TimelinePlan* timeline_plan() const { return timeline_ ? &*timeline_ : nullptr; }

 private:
  void plan_timeline_for(const State& state, const Story& story, const StoryIndex& index,
                         const TextMeasurer& measurer);

  std::optional<TimelineIndex> events_;  ///< of a large story; the plan points into it
  std::optional<TimelinePlan> timeline_;
  TimelineLookups lookups_;
  std::optional<MapPlan> map_;
};

}  // namespace tp
