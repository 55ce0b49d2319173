// How do state and story become a picture? Plans are kept while what they depend on stays the same.
#pragma once

#include <optional>

#include "app/finder.hpp"
#include "app/map_findings.hpp"
#include "app/map_plan.hpp"
#include "app/map_scene.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_plan.hpp"

namespace tp {

class SceneMaker {
 public:
  /// Forgets every plan: another story, other fonts.
  void reset();
  /// The same for an edited story, whose actors then start from where they stand in `before`.
  void reset_for_edit(const Story& before);
  void make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
            const Finder& finder, const TextMeasurer& measurer);
  const MapFindings& findings() const { return map_finder_.found(); }
  const TimelinePlan* timeline_plan() const { return timeline_ ? &*timeline_ : nullptr; }

 private:
  std::optional<TimelinePlan> timeline_;
  std::optional<MapPlan> map_;
  FormerPlaces former_;
  MapFinder map_finder_;
  MapPainter painter_;
};

}  // namespace tp
