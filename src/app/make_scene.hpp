// How do state and story become a picture? Plans are kept while what they depend on stays the same.
#pragma once

#include <optional>

#include "app/finder.hpp"
#include "app/map_plan.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_plan.hpp"

namespace tp {

class SceneMaker {
 public:
  /// Forgets every plan: another story, other fonts.
  void reset();
  void make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
            const Finder& finder, const TextMeasurer& measurer);
  const TimelinePlan* timeline_plan() const { return timeline_ ? &*timeline_ : nullptr; }

 private:
  std::optional<TimelinePlan> timeline_;
  std::optional<MapPlan> map_;
};

}  // namespace tp
