// What does the timeline look like now? A plan moved to where the window is, with playhead, axis and
// overview.
#pragma once

#include "app/axis_index.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_index.hpp"
#include "app/timeline_plan.hpp"
#include "layout/axis_layout.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// What is kept between two pictures of the timeline, for its room.
struct TimelineScratch {
  AxisWriter axis;
  std::vector<int> mark_of_plan;  ///< of each planned mark its place in the scene, or −1
  struct HeldLabel {
    const PlannedLabel* label = nullptr;
    double x = 0;  ///< canvas px
  };
  std::vector<HeldLabel> held;  ///< words of bars that go on where their words would leave the plot
};

/// `scene` is written over. `related`: of a large story, the events that belong to what is selected; null:
/// they are asked one by one.
void paint_timeline(TimelineScene& scene, TimelineScratch& scratch, const TimelinePlan& plan,
                    const State& state, const Story& story, const StoryIndex& index,
                    const AxisIndex& timeline, const TextMeasurer& measurer,
                    const RelatedEvents* related = nullptr);

/// True where the event has to do with what is selected: itself, its actor, its relation.
bool is_related(const StoryIndex& index, const Story& story, Ref selected, std::uint32_t event);

}  // namespace tp
