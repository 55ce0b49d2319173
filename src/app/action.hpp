// What can happen? Every change of state is one of these, named for what the reader or the page intends.
#pragma once

#include <string>
#include <variant>

#include "app/map_actions.hpp"
#include "app/panes.hpp"
#include "app/view_actions.hpp"
#include "base/geometry.hpp"
#include "story/model.hpp"
#include "time/date.hpp"
#include "time/time_scale.hpp"

namespace tp {

struct Resize {
  Panes panes;
};
struct SetAppearance {
  bool dark = false;
  bool reduced_motion = false;
};
struct SetLanguage {
  std::string language;
};

/// An event moves the playhead to where it begins; an invalid ref selects nothing.
struct Select {
  Ref ref;
  bool move_playhead = true;
  bool reveal = true;
  ActorIndex walked_from = {};  ///< the actor whose relations the arrow keys walk
};
struct Hover {
  Ref ref;
  int button = -1;
  int mark = -1;
  Point at;
  int legend = -1;
};
struct SelectNext {
  int by = 1;
};  ///< events in time order; −1 for the previous one
/// The event of the next or previous track that is nearest in time to what is selected.
struct SelectOnTrack {
  int by = 1;
};

struct SetPlayhead {
  Instant at;
  bool animate = true;
};
/// While dragging: snaps to events, and the card follows the latest event that has begun.
struct ScrubPlayhead {
  double plot_x = 0;
};
struct EndScrub {};

struct PanTimeline {
  double by_px = 0;
  bool by_hand = false;  ///< a drag: how fast it goes is remembered, and goes on once the hand lets go
};
struct ZoomTimeline {
  double plot_x = 0;
  double factor = 1;
  bool animate = false;
};
struct ShowRange {
  TimeRange range;
  bool animate = true;
};
struct FitAll {
  bool animate = true;
};
/// Zooms to the members; where no zoom tells them apart, the card lists them.
struct OpenCluster {
  std::vector<std::uint32_t> members;
};
struct MoveOverview {
  double fraction = 0;
};  ///< the middle of the window, 0 … 1 of the whole story

/// One edge of the window in the overview; the other stays where it is.
struct ResizeOverview {
  bool right = false;   ///< which edge
  double fraction = 0;  ///< of the whole story
};
/// Shows the span of an event, a track, an actor, a relation, a period or a series; an invalid ref: of what
/// is selected, else of everything.
struct FitTo {
  Ref ref;
};
/// An invalid track: the one of what is selected.
struct Fold {
  Ref track;
  bool folded = true;
};
struct ToggleFold {
  Ref track;
};
/// The card goes back from a list of events to what is selected.
struct CloseList {};
/// A hand has let go of the timeline: it coasts on as fast as it was panned.
struct ReleaseTimeline {};
/// Whatever moves by itself stands still.
struct StopTimeline {};

struct PanMap {
  Point by;
};
struct ZoomMap {
  Point at;
  double factor = 1;
};
struct FitMap {};

struct TogglePlay {};
struct SetPlaying {
  bool playing = false;
};
struct Tick {
  double elapsed_ms = 0;
};
struct ToggleDebug {};

using Action =
    std::variant<Resize, SetAppearance, SetLanguage, Select, Hover, SelectNext, SetPlayhead, ScrubPlayhead,
                 EndScrub, PanTimeline, ZoomTimeline, ShowRange, FitAll, OpenCluster, MoveOverview,
                 ResizeOverview, FitTo, Fold, ToggleFold, CloseList, ReleaseTimeline, StopTimeline, PanMap,
                 ZoomMap, FitMap, WalkMap, SelectOnTrack, TogglePlay, SetPlaying, Tick, ToggleDebug, Search,
                 SetFilter, Undo, Redo, EndGesture, ShowStep,
                 // Of the map's modes.
                 SetCompare, SwapCompare, GrabCompare, DragCompare, StepCompare, SetTrace, SetFocus,
                 SetTeller, SetGhosts, SetPlaces, SetBrush, DragBrush, HideRelations>;

/// The name of an action, for the log.
const char* name_of(const Action& action);

}  // namespace tp
