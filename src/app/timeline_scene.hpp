// What does the timeline look like now? A plan moved to where the window is, with playhead, axis and
// overview.
#pragma once

#include "app/axis_index.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_index.hpp"
#include "app/timeline_plan.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// `related`: of a large story, the events that belong to what is selected; null: they are asked one by one.
TimelineScene timeline_scene(const TimelinePlan& plan, const State& state, const Story& story,
                             const StoryIndex& index, const AxisIndex& timeline, const TextMeasurer& measurer,
                             const RelatedEvents* related = nullptr);

/// Where events stand along the whole story; depends on the strip alone.
std::vector<OverviewTick> overview_density(const Rect& strip, const Story& story, const StoryIndex& index,
                                           const AxisIndex& timeline);

/// True where the event has to do with what is selected: itself, its actor, its relation.
bool is_related(const StoryIndex& index, const Story& story, Ref selected, std::uint32_t event);

}  // namespace tp
