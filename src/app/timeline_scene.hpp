// What does the timeline look like now? A plan moved to where the window is, with playhead, axis and
// overview.
#pragma once

#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_plan.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// What is looked up once and kept from frame to frame.
class TimelineLookups {
 public:
  /// Forgets everything: another story.
  void reset() { *this = {}; }
  /// Looks up again what has changed. `events`: of a large story, or null.
  void update(const TimelinePlan& plan, const TimelineIndex* events, Ref selected, const Story& story,
              const StoryIndex& index);

  const std::vector<OverviewTick>& overview_ticks() const { return ticks_; }
  /// True where one of a mark's events belongs to what is selected; of large stories only.
  bool is_related(const PlannedMark& mark) const;
  /// True where the mark stands for that event.
  bool holds(const PlannedMark& mark, std::uint32_t event) const;

 private:
  void find_related(const Story& story, const StoryIndex& index);

  const TimelineIndex* events_ = nullptr;
  Rect overview_;
  std::vector<OverviewTick> ticks_;
  Ref selected_;
  std::vector<std::vector<std::uint32_t>> related_;  ///< by lane, the places of events, ascending
};

TimelineScene timeline_scene(const TimelinePlan& plan, const TimelineLookups& lookups, const State& state,
                             const Story& story, const StoryIndex& index, const TextMeasurer& measurer);

/// True where the event has to do with what is selected: itself, its actor, its relation.
bool is_related(const StoryIndex& index, const Story& story, Ref selected, std::uint32_t event);

}  // namespace tp
