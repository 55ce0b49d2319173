#include "app/action.hpp"

namespace tp {

namespace {

struct Name {
  const char* operator()(const Resize&) const { return "Resize"; }
  const char* operator()(const SetAppearance&) const { return "SetAppearance"; }
  const char* operator()(const SetLanguage&) const { return "SetLanguage"; }
  const char* operator()(const Select&) const { return "Select"; }
  const char* operator()(const Hover&) const { return "Hover"; }
  const char* operator()(const SelectNext&) const { return "SelectNext"; }
  const char* operator()(const SelectOnTrack&) const { return "SelectOnTrack"; }
  const char* operator()(const WalkMap&) const { return "WalkMap"; }
  const char* operator()(const SetPlayhead&) const { return "SetPlayhead"; }
  const char* operator()(const ScrubPlayhead&) const { return "ScrubPlayhead"; }
  const char* operator()(const EndScrub&) const { return "EndScrub"; }
  const char* operator()(const PanTimeline&) const { return "PanTimeline"; }
  const char* operator()(const ZoomTimeline&) const { return "ZoomTimeline"; }
  const char* operator()(const ShowRange&) const { return "ShowRange"; }
  const char* operator()(const FitAll&) const { return "FitAll"; }
  const char* operator()(const OpenCluster&) const { return "OpenCluster"; }
  const char* operator()(const MoveOverview&) const { return "MoveOverview"; }
  const char* operator()(const ResizeOverview&) const { return "ResizeOverview"; }
  const char* operator()(const FitTo&) const { return "FitTo"; }
  const char* operator()(const Fold&) const { return "Fold"; }
  const char* operator()(const ToggleFold&) const { return "ToggleFold"; }
  const char* operator()(const CloseList&) const { return "CloseList"; }
  const char* operator()(const ReleaseTimeline&) const { return "ReleaseTimeline"; }
  const char* operator()(const StopTimeline&) const { return "StopTimeline"; }
  const char* operator()(const PanMap&) const { return "PanMap"; }
  const char* operator()(const ZoomMap&) const { return "ZoomMap"; }
  const char* operator()(const FitMap&) const { return "FitMap"; }
  const char* operator()(const TogglePlay&) const { return "TogglePlay"; }
  const char* operator()(const SetPlaying&) const { return "SetPlaying"; }
  const char* operator()(const Tick&) const { return "Tick"; }
  const char* operator()(const ToggleDebug&) const { return "ToggleDebug"; }
  const char* operator()(const SetCompare&) const { return "SetCompare"; }
  const char* operator()(const SwapCompare&) const { return "SwapCompare"; }
  const char* operator()(const GrabCompare&) const { return "GrabCompare"; }
  const char* operator()(const DragCompare&) const { return "DragCompare"; }
  const char* operator()(const StepCompare&) const { return "StepCompare"; }
  const char* operator()(const SetTrace&) const { return "SetTrace"; }
  const char* operator()(const SetFocus&) const { return "SetFocus"; }
  const char* operator()(const SetTeller&) const { return "SetTeller"; }
  const char* operator()(const SetGhosts&) const { return "SetGhosts"; }
  const char* operator()(const SetPlaces&) const { return "SetPlaces"; }
  const char* operator()(const SetBrush&) const { return "SetBrush"; }
  const char* operator()(const DragBrush&) const { return "DragBrush"; }
  const char* operator()(const HideRelations&) const { return "HideRelations"; }
  const char* operator()(const Search&) const { return "Search"; }
  const char* operator()(const SetFilter&) const { return "SetFilter"; }
  const char* operator()(const Undo&) const { return "Undo"; }
  const char* operator()(const Redo&) const { return "Redo"; }
  const char* operator()(const EndGesture&) const { return "EndGesture"; }
  const char* operator()(const ShowStep&) const { return "ShowStep"; }
};

}  // namespace

const char* name_of(const Action& action) {
  return std::visit(Name{}, action);
}

}  // namespace tp
