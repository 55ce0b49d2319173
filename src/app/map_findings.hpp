// What does the story answer to the map's questions now? Comparison, chains, accounts: kept until their
// question changes.
#pragma once

#include <optional>
#include <vector>

#include "app/compare.hpp"
#include "app/lens.hpp"
#include "app/state.hpp"
#include "app/trace.hpp"

namespace tp {

struct MapFindings {
  Comparison comparison;
  std::vector<Chain> chains;
  std::optional<Instant> first_chain;
  std::vector<Teller> tellers;
  bool has_places = false;  ///< any actor has coordinates
};

class MapFinder {
 public:
  /// Forgets everything: another story.
  void reset();
  const MapFindings& find(const State& state, const Story& story);
  const MapFindings& found() const { return found_; }

 private:
  MapFindings found_;
  bool knows_story_ = false;
  std::optional<ComparePair> compared_;
  std::optional<TracePair> traced_;
  Instant traced_at_;
};

}  // namespace tp
