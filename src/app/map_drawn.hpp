// Which relations are on the map, in which phase and why? From date, compare, brush, ghosts and the legend's
// filter.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "app/map_findings.hpp"
#include "app/relation_class.hpp"
#include "app/shown.hpp"
#include "app/state.hpp"

namespace tp {

/// So many relations that the map changes at once instead of gradually, its curves keep clear of all actors,
/// whether on the map now or not, and only the names that matter most are tried.
bool is_large_map(const Story& story);

/// One relation in one phase. Of a relation more than one may be drawn in a brushed range.
struct DrawnRelation {
  std::uint32_t relation = 0;
  std::uint32_t phase = 0;
  EdgeRole role = EdgeRole::kHolds;
  double opacity = 1;  ///< below 1 while it comes or goes
  double glow = 0;
  int before = -1;                               ///< of a flipped one: the phase that it had
  bool leaving = false;                          ///< holds no more and is on its way out
  RelationClass look = RelationClass::kNeutral;  ///< of its phase, whatever its role
};

struct DrawnMap {
  std::vector<DrawnRelation> relations;  ///< in the story's order
  std::size_t relation_count = 0;        ///< that hold, hidden ones too
  std::size_t hidden_count = 0;          ///< of those, left out by the legend
  /// By class, what is on the map or would be if the class were not hidden.
  std::array<std::uint32_t, kRelationClasses> class_counts{};
};

/// `shown`: what the filter leaves; where it hides, the rest is left out.
DrawnMap choose_relations(const State& state, const Story& story, const StoryIndex& index,
                          const MapFindings& findings, const Shown& shown);

/// The phase of a relation that is nearest to `t` among those before it, else its first.
std::uint32_t nearest_phase(const Relation& relation, Instant t);

}  // namespace tp
