// How do state and story become a picture? Plans are kept while what they depend on stays the same.
#pragma once

#include <optional>

#include "app/axis_index.hpp"
#include "app/finder.hpp"
#include "app/map_findings.hpp"
#include "app/map_plan.hpp"
#include "app/map_scene.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_plan.hpp"
#include "app/timeline_scene.hpp"
#include "app/timeline_window.hpp"

namespace tp {

class SceneMaker {
 public:
  /// Forgets every plan: another story, other fonts.
  void reset();
  /// The same for an edited story, whose actors then start from where they stand in `before`.
  void reset_for_edit(const Story& before);
  /// `scene` is written over: the one of the frame before gives its room.
  void make(Scene& scene, const State& state, const Story& story, const StoryIndex& index,
            const Finder& finder, const TextMeasurer& measurer);
  const MapFindings& findings() const { return map_finder_.found(); }
  /// True while the places of a large map are on their way: the next scene is another one.
  bool is_arranging() const { return planner_.has_value(); }

 private:
  const TimelinePlan& plan_timeline_for(const State& state, const Story& story, const StoryIndex& index,
                                        const Finder& finder, const TextMeasurer& measurer);
  void plan_map_for(const State& state, const Story& story, const StoryIndex& index,
                    const TextMeasurer& measurer);
  void look_up(const State& state, const Story& story, const StoryIndex& index, const Finder& finder);

  std::optional<TimelinePlan> timeline_;
  // Of a large story, instead: its events looked up once, and a plan of what is around the window.
  std::optional<TimelineBase> base_;
  std::optional<TimelineIndex> events_;
  std::optional<LaneContents> contents_;
  WindowPlanner window_;
  RelatedEvents related_;
  Ref related_to_;
  TimelineScratch scratch_;

  std::optional<MapPlan> map_;
  std::optional<MapPlanner> planner_;  ///< of the plan that comes next
  FormerPlaces former_;
  MapFinder map_finder_;
  MapPainter painter_;

  // The strip of the whole story changes with its own place only.
  struct Overview {
    Rect strip;
    std::vector<OverviewTick> ticks;
  };
  std::optional<AxisIndex> axis_index_;
  Overview overview_;
  std::uint32_t shown_in_axis_ = 0;  ///< which answer of the filter
};

}  // namespace tp
