// What has the reader asked of the map besides the date? Compare, trace, focus, an account, ghosts, places, a
// range, hidden classes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "story/model.hpp"
#include "time/time_scale.hpp"

namespace tp {

/// A date with its text as it was given, so that links and messages keep its precision.
struct NamedMoment {
  std::string edtf;
  Instant at;
  friend bool operator==(const NamedMoment&, const NamedMoment&) = default;
};

/// Two dates whose difference the map shows, from `a` to `b`.
struct ComparePair {
  NamedMoment a, b;
  friend bool operator==(const ComparePair&, const ComparePair&) = default;
};

/// Two actors whose chain of relations the map shows.
struct TracePair {
  ActorIndex from, to;
  friend bool operator==(const TracePair&, const TracePair&) = default;
};

/// An actor whose surroundings the map frames.
struct FocusPoint {
  ActorIndex actor;
  int steps = 1;  ///< 1 … kMostFocusSteps
  friend bool operator==(const FocusPoint&, const FocusPoint&) = default;
};
inline constexpr int kMostFocusSteps = 3;

/// A stretch of time: the map shows everything that held at some instant of it.
struct BrushRange {
  std::string edtf;
  TimeRange range;
  friend bool operator==(const BrushRange&, const BrushRange&) = default;
};

enum class CompareEnd : std::uint8_t { kNone, kA, kB };

/// Where actors are put; the map moves from one arrangement to the next.
struct MapArrangement {
  std::optional<FocusPoint> focus;
  std::vector<ActorIndex> framed;  ///< without a focus: what a step of a tour frames; nothing fades
  bool places = false;             ///< actors with coordinates stand on a geographic map
  friend bool operator==(const MapArrangement&, const MapArrangement&) = default;
};

struct MapModes {
  // At most one of these three: each says which relations are looked at.
  std::optional<ComparePair> compare;
  std::optional<TracePair> trace;
  std::optional<BrushRange> brush;

  CompareEnd grabbed = CompareEnd::kNone;  ///< the date that the arrow keys move
  MapArrangement arrangement;
  ActorIndex told_by;  ///< invalid: everybody
  bool ghosts = false;
  std::uint32_t hidden = 0;  ///< RelationClasses
  friend bool operator==(const MapModes&, const MapModes&) = default;
};

}  // namespace tp
