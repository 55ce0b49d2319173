// How has the reader arranged the timeline? Folded lanes, a list opened in the card, and what still coasts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "story/model.hpp"

namespace tp {

/// The way that a panned timeline keeps after the hand has let go.
struct Coasting {
  double velocity = 0;    ///< px per ms; measured while the hand pans, then running out
  double moved_px = 0;    ///< since the last tick
  double owed_ms = 0;     ///< time that has passed and is less than one step
  bool held = false;      ///< the hand is on it
  bool released = false;  ///< it coasts
  friend bool operator==(const Coasting&, const Coasting&) = default;
};

struct TimelineView {
  std::vector<Ref> folded;            ///< tracks drawn as a line of density; in order, each once
  std::vector<std::uint32_t> listed;  ///< events that the card lists: a cluster at one instant
  Coasting coasting;

  bool is_folded(Ref track) const { return std::binary_search(folded.begin(), folded.end(), track); }
  bool moves() const {
    return coasting.released || (coasting.held && (coasting.velocity != 0 || coasting.moved_px != 0));
  }
  friend bool operator==(const TimelineView&, const TimelineView&) = default;
};

}  // namespace tp
