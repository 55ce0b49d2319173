// Where does each event stand at this zoom? What panning cannot change: marks, clusters and labels in content
// space.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_frame.hpp"
#include "app/timeline_index.hpp"
#include "layout/text_measurer.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// Content space: x in px from the story's first instant at the zoom of the plan, y in canvas px.
struct PlannedMark {
  std::uint32_t event = 0;  ///< the leading one of a cluster
  MarkForm form = MarkForm::kPoint;
  Rect rect;
  double soft_begin_px = 0, soft_end_px = 0;
  bool open_begin = false, open_end = false;
  std::span<const std::uint32_t>
      members;              ///< by time; of a large story stretches between them may be among them
  std::uint32_t lane = 0;   ///< of the timeline's index; whole plans have one only
  std::uint32_t count = 1;  ///< how many it stands for
};

struct PlannedLabel {
  std::uint32_t mark = 0;  ///< which of the marks
  std::uint32_t own = 0;   ///< its place among what is in the way while labels are placed
  Rect rect;
  std::string text;
  TextStyle style = TextStyle::kLabel;
};

/// What the plan depends on: equal keys, equal plans.
struct TimelinePlanKey {
  double ms_per_px = 0;
  Panes panes;
  Ref selected;
  std::string language;
  friend bool operator==(const TimelinePlanKey&, const TimelinePlanKey&) = default;
};

/// Which part of the content a plan covers: a large story is planned for what the window shows and a little
/// more, in chunks that lie fixed in content space. What stands in a chunk never depends on the window.
struct PlanWindow {
  bool whole = true;
  std::int64_t first = 0, last = 0;  ///< chunks, both included
  bool covers(const PlanWindow& other) const {
    return whole || (!other.whole && first <= other.first && other.last <= last);
  }
};

struct TimelinePlan {
  TimelinePlan() = default;
  TimelinePlan(TimelinePlan&&) = default;
  TimelinePlan& operator=(TimelinePlan&&) = default;

  TimelinePlanKey key;
  PlanWindow window;
  TimelineFrame frame;
  std::vector<Lane> lanes;
  std::vector<PlannedMark> marks;
  std::vector<PlannedLabel> labels;
  std::vector<std::uint32_t> mark_of_event;  ///< for each event the mark that stands for it; whole plans only
  std::vector<std::uint32_t> members;        ///< what the marks' members point into; whole plans only
};

TimelinePlanKey plan_key(const State& state);
TimelinePlan plan_timeline(const TimelinePlanKey& key, const Story& story, const StoryIndex& index,
                           const TextMeasurer& measurer);
/// The same for a story of any size, of a window only. `events` must outlive the plan.
TimelinePlan plan_timeline(const TimelinePlanKey& key, const PlanWindow& window, const Story& story,
                           const StoryIndex& index, const TimelineIndex& events,
                           const TextMeasurer& measurer);
/// The chunks that the plot shows.
PlanWindow plan_window(const State& state, const StoryIndex& index);

/// The content x of an instant at that zoom. Open ends are held a little outside the story.
double content_x(Instant t, const TimeRange& extent, double ms_per_px);

}  // namespace tp
