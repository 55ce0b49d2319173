#include "app/compare.hpp"

#include "story/relations_at.hpp"

namespace tp {

namespace {

int sign_of(int valence) {
  return (valence > 0) - (valence < 0);
}

}  // namespace

bool is_flip(const Phase& before, const Phase& after) {
  return before.type != after.type || sign_of(before.valence) != sign_of(after.valence);
}

Comparison compare_relations(const Story& story, Instant a, Instant b) {
  Comparison out;
  for (std::size_t i = 0; i < story.relations.size(); ++i) {
    const Relation& relation = story.relations[i];
    const RelationChange change{RelationIndex(i), phase_at(relation, a), phase_at(relation, b)};
    if (change.before < 0 && change.after < 0) continue;
    if (change.before < 0) {
      out.gained.push_back(change);
    } else if (change.after < 0) {
      out.lost.push_back(change);
    } else {
      const Phase& before = relation.phases[static_cast<std::size_t>(change.before)];
      const Phase& after = relation.phases[static_cast<std::size_t>(change.after)];
      (is_flip(before, after) ? out.flipped : out.unchanged).push_back(change);
    }
  }
  return out;
}

}  // namespace tp
