// How is the timeline's pane divided? Heads, plot, axis, overview, lanes: rectangles from the pane alone.
#pragma once

#include <vector>

#include "app/panes.hpp"
#include "story/relations_at.hpp"

namespace tp {

struct TimelineFrame {
  Rect area;
  Rect heads;  ///< names of the lanes; empty when folded
  Rect plot;   ///< where time runs
  Rect axis;
  Rect overview;  ///< empty where there is no room
  bool folded = false;
};

TimelineFrame timeline_frame(const Panes& panes);

/// One lane of the timeline, from top to bottom.
struct Lane {
  TrackIndex track;   ///< invalid: events without a track, or all events when folded
  bool band = false;  ///< periods only: a strip of status
  bool all = false;   ///< folded: events of every track
  Rect rect;          ///< from the left of the heads to the right of the plot
};

/// Every track that has events or periods, in the story's order; folded: its strips, then one lane for all.
std::vector<Lane> divide_lanes(const TimelineFrame& frame, const Story& story, const StoryIndex& index);

}  // namespace tp
