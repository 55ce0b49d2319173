// What changed between two dates? Relations gained, lost and flipped.
#pragma once

#include <cstdint>
#include <vector>

#include "story/model.hpp"

namespace tp {

/// One relation at two dates: the phase that holds at each, or −1.
struct RelationChange {
  RelationIndex relation;
  int before = -1;
  int after = -1;
  friend bool operator==(const RelationChange&, const RelationChange&) = default;
};

struct Comparison {
  std::vector<RelationChange> gained;   ///< held at `b` only
  std::vector<RelationChange> lost;     ///< held at `a` only
  std::vector<RelationChange> flipped;  ///< held at both, of another type or another sign of valence
  std::vector<RelationChange> unchanged;
  friend bool operator==(const Comparison&, const Comparison&) = default;
};

/// From `a` to `b`, in whichever order they lie in time; each list in the order of the story's relations.
/// Swapping the dates swaps gained with lost and the ends of each change, and nothing else.
Comparison compare_relations(const Story& story, Instant a, Instant b);

/// True where the two phases say different things about the relation: another type, or friendly, neutral and
/// hostile changed. More or less of the same is no flip.
bool is_flip(const Phase& before, const Phase& after);

}  // namespace tp
