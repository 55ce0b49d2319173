#include "story/relations_at.hpp"

namespace tp {

namespace {

// `inner` and `outer` give the bounds of the phase at a place.
template <class Inner, class Outer>
int find_phase(std::size_t count, Instant t, const Inner& inner, const Outer& outer) {
  for (std::size_t i = 0; i < count; ++i) {
    if (inner(i).contains(t)) return static_cast<int>(i);
  }
  for (std::size_t i = count; i-- > 0;) {
    const TimeRange bounds = outer(i);
    if (bounds.contains(t)) return static_cast<int>(i);
    // Phases do not overlap: when a later one has ended, the earlier ones have.
    if (bounds.end <= t) break;
  }
  return -1;
}

}  // namespace

int phase_at(const Relation& relation, Instant t) {
  const auto when = [&](std::size_t i) -> const DateRange& { return relation.phases[i].when; };
  return find_phase(
      relation.phases.size(), t, [&](std::size_t i) { return when(i).inner(); },
      [&](std::size_t i) { return when(i).outer(); });
}

PhaseTimes::PhaseTimes(const Story& story) {
  phases_.starts.push_back(0);
  for (const Relation& relation : story.relations) {
    for (const Phase& phase : relation.phases)
      phases_.items.push_back({phase.when.inner(), phase.when.outer()});
    phases_.starts.push_back(static_cast<std::uint32_t>(phases_.items.size()));
  }
}

int PhaseTimes::phase_at(std::size_t relation, Instant t) const {
  const std::span<const Bounds> phases = phases_.of(relation);
  return find_phase(
      phases.size(), t, [&](std::size_t i) { return phases[i].inner; },
      [&](std::size_t i) { return phases[i].outer; });
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
