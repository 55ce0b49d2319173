// What can the reader ask of the map? The actions of compare, trace, focus, account, ghosts, places, brush
// and legend.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/map_modes.hpp"

namespace tp {

/// A way from what is selected along what is drawn.
enum class MapWay : std::uint8_t {
  kRight,  ///< the next relation of the actor
  kLeft,   ///< the one before
  kDown,   ///< to the relation's other end; from an actor to the next one
  kUp,     ///< back to the actor; from an actor to the one before
};
struct WalkMap {
  MapWay way = MapWay::kRight;
};

struct SetCompare {
  std::optional<ComparePair> pair;  ///< none: off
};
struct SwapCompare {};
struct GrabCompare {
  CompareEnd end = CompareEnd::kNone;
};
/// Snaps to events.
struct DragCompare {
  CompareEnd end = CompareEnd::kA;
  double plot_x = 0;
};
/// Moves the grabbed date to the next or previous event.
struct StepCompare {
  int by = 1;
};

struct SetTrace {
  std::optional<TracePair> pair;
};
struct SetFocus {
  std::optional<FocusPoint> focus;
  std::vector<ActorIndex> framed = {};  ///< where there is no focus
};
struct SetTeller {
  ActorIndex actor;  ///< invalid: everybody
};
struct SetGhosts {
  bool on = false;
};
struct SetPlaces {
  bool on = false;
};
struct SetBrush {
  std::optional<BrushRange> brush;
};
/// From one px of the plot to another, in either order.
struct DragBrush {
  double from_x = 0;
  double to_x = 0;
};
struct HideRelations {
  std::uint32_t hidden = 0;  ///< RelationClasses
};

}  // namespace tp
