// Where do the arrow keys lead on the map? Around an actor along its relations, along one of them to its
// other end, from actor to actor; and what is said of the place that they reach.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/map_drawn.hpp"
#include "app/map_findings.hpp"
#include "app/update.hpp"

namespace tp {

/// A relation that an actor has on the map, in the phase that is drawn.
struct WalkedRelation {
  RelationIndex relation;
  std::uint32_t phase = 0;
};

/// The relations of `actor` that are drawn, the strongest first; each once.
std::vector<WalkedRelation> walked_relations(const State& state, const StoryContext& context,
                                             const MapFindings& findings, ActorIndex actor);

/// What a step from what is selected selects; nothing where there is nowhere to go. From what is not on the
/// map the first step leads to an actor of the selected event, else to the story's first actor.
std::optional<Select> walk_map(const State& state, const StoryContext& context, const MapFindings& findings,
                               MapWay way);

/// One short sentence for speech: the selected relation as it is drawn, with how many more the actor has from
/// which the walk began; or the selected actor with its kind and the number of its relations. Empty for
/// anything else.
std::string said_of_place(const State& state, const StoryContext& context, const MapFindings& findings);

}  // namespace tp
