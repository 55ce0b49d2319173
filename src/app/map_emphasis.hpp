// What on the map stands out and what steps back? From selection, trace, focus and account, in one place.
#pragma once

#include <vector>

#include "app/map_drawn.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// Answers for one picture. The rules, the first that applies:
///   1. what is selected is selected;
///   2. in a trace, the shortest chain is related, its alternatives are normal, all else is dimmed;
///   3. what the filter does not show, what is outside a focus, and in an account what only others say, is
///      dimmed;
///   4. what belongs to the selection is related;
///   5. where the selection has relations all else is dimmed, and on the geographic map what leads to an
///   actor
///      without a place;
///   6. between two compared dates, what did not change is dimmed.
class MapEmphasis {
 public:
  MapEmphasis(const State& state, const Story& story, const StoryIndex& index, const MapFindings& findings,
              const DrawnMap& drawn, const Shown& shown);

  Emphasis of_relation(const DrawnRelation& drawn) const;
  Emphasis of_actor(std::size_t actor) const;
  bool on_chain(const DrawnRelation& drawn) const { return chain_of_relation_[drawn.relation] == 1; }
  /// Belongs to the selection, or the reader asked for it: drawn even where it has no relations now.
  bool is_wanted(std::size_t actor) const { return wanted_[actor] != 0; }

 private:
  void find_wanted();
  void find_concerned(const StoryIndex& index);
  void find_chains(const MapFindings& findings);
  void find_near(const DrawnMap& drawn);

  const State& state_;
  const Story& story_;
  const Shown& shown_;
  std::vector<char> wanted_;             // of each actor: belongs to the selection
  std::vector<char> beside_;             // of each actor: a neighbour of the selected one
  std::vector<char> concerned_;          // of each relation: belongs to the selection
  std::vector<char> near_;               // of each actor: within the focus
  std::vector<char> chain_of_relation_;  // 1: of the shortest chain, 2: of an alternative
  std::vector<char> chain_of_actor_;
  bool traced_ = false;
  bool event_has_relations_ = false;  // the selected one
};

}  // namespace tp
