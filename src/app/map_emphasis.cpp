#include "app/map_emphasis.hpp"

#include <span>

namespace tp {

MapEmphasis::MapEmphasis(const State& state, const Story& story, const StoryIndex& index,
                         const MapFindings& findings, const DrawnMap& drawn, const Shown& shown)
    : state_(state),
      story_(story),
      shown_(shown),
      wanted_(story.actors.size(), 0),
      beside_(story.actors.size(), 0),
      concerned_(story.relations.size(), 0),
      chain_of_relation_(story.relations.size(), 0),
      chain_of_actor_(story.actors.size(), 0) {
  find_wanted();
  find_concerned(index);
  find_chains(findings);
  find_near(drawn);
  if (state.selected.kind != Kind::kActor) return;
  for (const DrawnRelation& one : drawn.relations) {
    if (concerned_[one.relation] == 0) continue;
    beside_[story.relations[one.relation].from.at()] = 1;
    beside_[story.relations[one.relation].to.at()] = 1;
  }
}

void MapEmphasis::find_wanted() {
  const Ref selected = state_.selected;
  if (selected.kind == Kind::kActor) {
    wanted_[selected.index] = 1;
  } else if (selected.kind == Kind::kRelation) {
    wanted_[story_.relations[selected.index].from.at()] = 1;
    wanted_[story_.relations[selected.index].to.at()] = 1;
  } else if (selected.kind == Kind::kEvent) {
    for (const ActorIndex actor : story_.events[selected.index].actors) wanted_[actor.at()] = 1;
  }
}

void MapEmphasis::find_chains(const MapFindings& findings) {
  if (!state_.modes.trace) return;
  traced_ = true;
  wanted_[state_.modes.trace->from.at()] = wanted_[state_.modes.trace->to.at()] = 1;
  chain_of_actor_[state_.modes.trace->from.at()] = chain_of_actor_[state_.modes.trace->to.at()] = 1;
  for (std::size_t c = 0; c < findings.chains.size(); ++c) {
    const char rank = c == 0 ? 1 : 2;
    for (const ActorIndex actor : findings.chains[c].actors)
      if (chain_of_actor_[actor.at()] == 0) chain_of_actor_[actor.at()] = rank;
    for (const Holding& link : findings.chains[c].links)
      if (chain_of_relation_[link.relation.at()] == 0) chain_of_relation_[link.relation.at()] = rank;
  }
}

// Steps are counted along what is drawn, so the surroundings are those of the date.
void MapEmphasis::find_near(const DrawnMap& drawn) {
  const std::optional<FocusPoint>& focus = state_.modes.arrangement.focus;
  if (!focus) return;
  near_.assign(story_.actors.size(), 0);
  near_[focus->actor.at()] = 1;
  wanted_[focus->actor.at()] = 1;
  for (int step = 0; step < focus->steps; ++step) {
    const std::vector<char> before = near_;
    for (const DrawnRelation& one : drawn.relations) {
      const Relation& relation = story_.relations[one.relation];
      if (before[relation.from.at()] != 0) near_[relation.to.at()] = 1;
      if (before[relation.to.at()] != 0) near_[relation.from.at()] = 1;
    }
  }
}

void MapEmphasis::find_concerned(const StoryIndex& index) {
  const auto mark = [&](std::span<const RelationIndex> relations) {
    for (const RelationIndex relation : relations) concerned_[relation.at()] = 1;
  };
  if (state_.selected.kind == Kind::kRelation) concerned_[state_.selected.index] = 1;
  if (state_.selected.kind == Kind::kActor) mark(index.relations_of_actor.of(state_.selected.index));
  if (state_.selected.kind != Kind::kEvent) return;
  mark(index.relations_of_event.of(state_.selected.index));
  event_has_relations_ = !index.relations_of_event.of(state_.selected.index).empty();
}

Emphasis MapEmphasis::of_relation(const DrawnRelation& drawn) const {
  const Relation& relation = story_.relations[drawn.relation];
  if (state_.selected == Ref{Kind::kRelation, drawn.relation}) return Emphasis::kSelected;
  if (traced_) {
    const char rank = chain_of_relation_[drawn.relation];
    return rank == 1 ? Emphasis::kRelated : rank == 2 ? Emphasis::kNormal : Emphasis::kDimmed;
  }
  if (!shown_.relation(drawn.relation)) return Emphasis::kDimmed;
  if (!near_.empty() && (near_[relation.from.at()] == 0 || near_[relation.to.at()] == 0))
    return Emphasis::kDimmed;
  const ActorIndex teller = state_.modes.told_by;
  if (teller.valid() && standing_of(relation.phases[drawn.phase], teller) == Standing::kOthers)
    return Emphasis::kDimmed;
  if (concerned_[drawn.relation] != 0) return Emphasis::kRelated;
  const bool placed = story_[relation.from].geo && story_[relation.to].geo;
  if (state_.modes.arrangement.places && !placed) return Emphasis::kDimmed;
  if (state_.modes.compare)
    return drawn.role == EdgeRole::kUnchanged || state_.selected.kind == Kind::kActor ||
                   state_.selected.kind == Kind::kRelation
               ? Emphasis::kDimmed
               : Emphasis::kNormal;
  const bool others_step_back =
      state_.selected.kind == Kind::kActor || state_.selected.kind == Kind::kRelation || event_has_relations_;
  return others_step_back ? Emphasis::kDimmed : Emphasis::kNormal;
}

Emphasis MapEmphasis::of_actor(std::size_t actor) const {
  if (state_.selected == Ref{Kind::kActor, static_cast<std::uint32_t>(actor)}) return Emphasis::kSelected;
  if (traced_) {
    const char rank = chain_of_actor_[actor];
    return rank == 1 ? Emphasis::kRelated : rank == 2 ? Emphasis::kNormal : Emphasis::kDimmed;
  }
  if (!shown_.actor(actor)) return Emphasis::kDimmed;
  if (!near_.empty() && near_[actor] == 0) return Emphasis::kDimmed;
  if (wanted_[actor] != 0) return Emphasis::kRelated;
  if (state_.selected.kind == Kind::kActor)
    return beside_[actor] != 0 ? Emphasis::kNormal : Emphasis::kDimmed;
  return state_.selected.kind == Kind::kRelation ? Emphasis::kDimmed : Emphasis::kNormal;
}

}  // namespace tp
