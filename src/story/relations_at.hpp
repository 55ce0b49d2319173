// Who is related to whom at an instant, and which events concern whom? Look-ups made once for a story.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "story/model.hpp"

namespace tp {

/// The phase of a relation that holds at an instant.
struct Holding {
  RelationIndex relation;
  std::uint32_t phase = 0;
  friend constexpr auto operator<=>(const Holding&, const Holding&) = default;
};

/// The phase of one relation that holds at `t`, or −1. A phase holds where `t` is inside its outer bounds;
/// where the outer bounds of two neighbours touch the same instant (both known to the month only), the later
/// one holds.
int phase_at(const Relation& relation, Instant t);

/// All phases that hold at `t`, in the order of the relations.
std::vector<Holding> relations_at(const Story& story, Instant t);

/// True where the actor exists at `t` (its `active`, or always).
bool exists_at(const Actor& actor, Instant t);

/// Rows of indexes, one row for each thing (compressed sparse rows).
template <class To>
struct Rows {
  std::vector<std::uint32_t> starts;
  std::vector<To> items;
  std::span<const To> of(std::size_t row) const {
    return std::span<const To>(items).subspan(starts[row], starts[row + 1] - starts[row]);
  }
};

/// The bounds of all phases, worked out once: a step of the playhead asks for those of every relation.
class PhaseTimes {
 public:
  PhaseTimes() = default;
  explicit PhaseTimes(const Story& story);
  /// As the function of that name says of the relation.
  int phase_at(std::size_t relation, Instant t) const;

 private:
  struct Bounds {
    TimeRange inner, outer;
  };
  Rows<Bounds> phases_;  ///< of each relation, in its order
};

/// What the rest of the program asks a story again and again.
struct StoryIndex {
  std::vector<EventIndex> events_in_time;    ///< by earliest begin, then importance (high first), then id
  std::vector<std::uint32_t> place_in_time;  ///< for each event its place in `events_in_time`
  Rows<EventIndex> events_of_actor;          ///< in time order
  Rows<EventIndex> events_of_relation;       ///< events of all its phases, in time order, each once
  Rows<RelationIndex> relations_of_actor;
  Rows<RelationIndex> relations_of_event;  ///< relations with a phase that names the event
  PhaseTimes phase_times;
  std::vector<std::uint32_t>
      place_of_track;  ///< its place among the tracks that hold events; others come after
  TimeRange extent;    ///< from the first known instant of any event, phase, period or series to the last;
                       ///< never empty
};

StoryIndex index_story(const Story& story);

}  // namespace tp
