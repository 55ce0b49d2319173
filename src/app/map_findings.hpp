// What does the story answer to the map's questions now? Comparison, chains, accounts: kept until their
// question changes.
#pragma once

#include <optional>
#include <vector>

#include "app/compare.hpp"
#include "app/lens.hpp"
#include "app/relation_class.hpp"
#include "app/state.hpp"
#include "app/trace.hpp"
#include "story/relations_at.hpp"

namespace tp {

struct MapFindings {
  Comparison comparison;
  std::vector<Chain> chains;
  std::optional<Instant> first_chain;
  std::vector<Teller> tellers;
  bool has_places = false;      ///< any actor has coordinates
  Rows<RelationClass> classes;  ///< of each relation's phases

  /// The class of a phase; as its function of that name, but kept once the story has been asked.
  RelationClass class_of(const Story& story, std::uint32_t relation, std::uint32_t phase) const {
    if (classes.starts.empty()) return tp::class_of(story.relations[relation].phases[phase]);
    return classes.items[classes.starts[relation] + phase];
  }
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
