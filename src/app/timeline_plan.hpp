// Where does each event stand at this zoom? What panning cannot change: marks, clusters and labels in content
// space.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/lane_heads.hpp"
#include "app/members.hpp"
#include "app/scene.hpp"
#include "app/shown.hpp"
#include "app/state.hpp"
#include "app/timeline_frame.hpp"
#include "layout/text_measurer.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// Content space: x in px from the plan's origin at its zoom, y in canvas px.
struct PlannedMark {
  std::uint32_t event = 0;  ///< the leading one of a cluster
  MarkForm form = MarkForm::kPoint;
  Rect rect;
  double soft_begin_px = 0, soft_end_px = 0;
  bool open_begin = false, open_end = false;
  Members members;
  bool dimmed = false;  ///< the filter does not show it
};

struct PlannedLabel {
  std::uint32_t mark = 0;  ///< which of the marks
  Rect rect;
  std::string text;
  TextStyle style = TextStyle::kLabel;
  Rect tail;           ///< down or up to its mark; empty where it stands beside it
  bool plate = false;  ///< lies over dimmed marks
};

/// What the plan depends on: equal keys, equal plans.
struct TimelinePlanKey {
  double ms_per_px = 0;
  Instant origin;  ///< where content begins to count: near what is in view, so that pixels there are exact
  Panes panes;
  Ref selected;  ///< an event
  LaneWishes lanes;
  std::string language;
  std::uint32_t filter = 0;  ///< which answer of the filter
  friend bool operator==(const TimelinePlanKey&, const TimelinePlanKey&) = default;
};

struct TimelinePlan {
  TimelinePlanKey key;
  TimelineFrame frame;
  std::vector<Lane> lanes;
  LaneHeads heads;  ///< of each lane
  std::vector<PlannedMark> marks;
  std::vector<PlannedLabel> labels;
  /// For each event the mark that stands for it; kNoMark where the filter hides it or its lane is folded.
  /// Empty in a plan of a window.
  std::vector<std::uint32_t> mark_of_event;
  static constexpr std::uint32_t kNoMark = 0xffffffffu;
};

TimelinePlanKey plan_key(const State& state);
TimelinePlan plan_timeline(const TimelinePlanKey& key, const Story& story, const StoryIndex& index,
                           const TextMeasurer& measurer, const Shown& shown);

/// The content x of an instant. Open ends are held a little outside the story.
double content_x(Instant t, const TimeRange& extent, const TimelinePlanKey& key);

}  // namespace tp
