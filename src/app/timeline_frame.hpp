// How is the timeline's pane divided? Heads, plot, axis, overview, lanes: rectangles from the pane alone.
#pragma once

#include <vector>

#include "app/panes.hpp"
#include "story/model.hpp"

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
  TrackIndex track;     ///< invalid: events without a track, or all events when folded
  bool band = false;    ///< periods only: a strip of status
  bool all = false;     ///< on narrow panes: events of every track
  Rect rect;            ///< from the left of the heads to the right of the plot
  bool folded = false;  ///< by the reader, to a line of density
  int series = -1;      ///< a plot of numbers: its place in Story::series
};

/// What of a reader's view decides about lanes.
struct LaneWishes {
  std::vector<Ref> folded;  ///< tracks, sorted
  Ref shown;                ///< a series that must be there
  friend bool operator==(const LaneWishes&, const LaneWishes&) = default;
};

/// What the tracks of a story hold; O(events).
struct LaneContents {
  std::vector<char> has_events, has_periods;  ///< of each track
  bool loose_events = false;                  ///< some have no track, or there are none
};
LaneContents lane_contents(const Story& story);

/// Every track that has events or periods, in the story's order; on narrow panes its strips, then one lane
/// for all. Between the strips and the tracks stand as many series as leave the tracks enough height.
std::vector<Lane> divide_lanes(const TimelineFrame& frame, const Story& story, const LaneWishes& wishes = {});
std::vector<Lane> divide_lanes(const TimelineFrame& frame, const Story& story, const LaneContents& contents,
                               const LaneWishes& wishes);

}  // namespace tp
