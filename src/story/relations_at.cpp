#include "story/relations_at.hpp"

namespace tp {

int phase_at(const Relation& relation, Instant t) {
  for (std::size_t i = 0; i < relation.phases.size(); ++i) {
    if (relation.phases[i].when.inner().contains(t)) return static_cast<int>(i);
  }
  for (std::size_t i = relation.phases.size(); i-- > 0;) {
    const TimeRange outer = relation.phases[i].when.outer();
    if (outer.contains(t)) return static_cast<int>(i);
    // Phases do not overlap: when a later one has ended, the earlier ones have.
    if (outer.end <= t) break;
  }
  return -1;
}

std::vector<Holding> relations_at(const Story& story, Instant t) {
  std::vector<Holding> holding;
  for (std::size_t i = 0; i < story.relations.size(); ++i) {
    const int phase = phase_at(story.relations[i], t);
    if (phase >= 0) holding.push_back({RelationIndex(i), static_cast<std::uint32_t>(phase)});
  }
  return holding;
}

bool exists_at(const Actor& actor, Instant t) {
  return !actor.active || actor.active->outer().contains(t);
}

}  // namespace tp
