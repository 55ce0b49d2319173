// How are two actors joined? The shortest chain of relations that hold at an instant, the next best, and the
// first instant at which there is any.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "story/relations_at.hpp"

namespace tp {

/// A way from one actor to another: `actors` from end to end, and between each two the relation that joins
/// them.
struct Chain {
  std::vector<ActorIndex> actors;
  std::vector<Holding> links;  ///< one fewer than actors
  friend bool operator==(const Chain&, const Chain&) = default;
};

/// The shortest chain and its alternatives, the best first; none where the two are not joined at `t` or are
/// the same. Relations are followed in both directions; of parallel ones the strongest counts.
///
/// Fewer relations come first, then the greater sum of strengths, then the earlier actors of the story. The
/// alternatives are the k shortest paths without a repeated actor (Yen 1971, "Finding the K Shortest Loopless
/// Paths in a Network"), each step a breadth-first search: O(k · length · (actors + relations)).
std::vector<Chain> find_chains(const Story& story, ActorIndex from, ActorIndex to, Instant t,
                               std::size_t most = 4);

/// The first instant at which a chain joins the two; none where there never is one. Exact: chains may break
/// again, so that no bisection over time finds it. All stretches in which relations hold go into a segment
/// tree over the instants at which any begins or ends, and a union-find with undo walks it in order of time:
/// O(phases · log² phases).
std::optional<Instant> first_chain(const Story& story, ActorIndex from, ActorIndex to);

/// The begin of the relation that began then, as precisely as the story gives it; none where it has no begin.
std::optional<Date> date_of_begin(const Story& story, Instant t);

}  // namespace tp
