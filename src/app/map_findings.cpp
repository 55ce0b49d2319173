#include "app/map_findings.hpp"

#include <algorithm>

namespace tp {

namespace {

Rows<RelationClass> classes_of(const Story& story) {
  Rows<RelationClass> rows;
  rows.starts.push_back(0);
  for (const Relation& relation : story.relations) {
    for (const Phase& phase : relation.phases) rows.items.push_back(class_of(phase));
    rows.starts.push_back(static_cast<std::uint32_t>(rows.items.size()));
  }
  return rows;
}

}  // namespace

void MapFinder::reset() {
  *this = {};
}

const MapFindings& MapFinder::find(const State& state, const Story& story) {
  const MapModes& modes = state.modes;
  if (!knows_story_) {
    knows_story_ = true;
    found_.tellers = find_tellers(story);
    found_.classes = classes_of(story);
    found_.has_places = std::any_of(story.actors.begin(), story.actors.end(),
                                    [](const Actor& actor) { return actor.geo.has_value(); });
  }
  if (modes.compare != compared_) {
    compared_ = modes.compare;
    found_.comparison = compared_ ? compare_relations(story, compared_->a.at, compared_->b.at) : Comparison{};
  }
  if (modes.trace != traced_ || (traced_ && traced_at_ != state.at)) {
    const bool other = modes.trace != traced_;
    traced_ = modes.trace;
    traced_at_ = state.at;
    found_.chains = traced_ ? find_chains(story, traced_->from, traced_->to, state.at) : std::vector<Chain>{};
    if (other) found_.first_chain = traced_ ? first_chain(story, traced_->from, traced_->to) : std::nullopt;
  }
  return found_;
}

}  // namespace tp
