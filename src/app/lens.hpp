// What is one party's account? Facts, and what that party itself says; what others claim steps back.
//
// A statement belongs to the account of a party
//   - where it is a fact: facts are nobody's,
//   - where it is a claim or disputed and the party is among those in its `by`.
// Everything else that is claimed or disputed, whoever says it, is not part of the account: it is drawn
// faded, never left out. A disputed statement without a `by` is nobody's account in particular and fades for
// all.
#pragma once

#include <cstdint>
#include <vector>

#include "story/model.hpp"

namespace tp {

enum class Standing : std::uint8_t {
  kFact,
  kOwn,     ///< the party says so: it is shown as its words
  kOthers,  ///< somebody else says so, or it is not known who
};

/// How a phase stands in the account of `teller`; an invalid teller is everybody, to whom every claim is
/// somebody's.
Standing standing_of(const Phase& phase, ActorIndex teller);
Standing standing_of(const Event& event, ActorIndex teller);

struct Teller {
  ActorIndex actor;
  std::uint32_t count = 0;  ///< phases and events claimed or disputed by it, and views of it on events
};

/// Everybody whose account the story holds: who is named in a `by`. The most statements first, then in the
/// story's order.
std::vector<Teller> find_tellers(const Story& story);

}  // namespace tp
