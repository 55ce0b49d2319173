#include "app/lens.hpp"

#include <algorithm>

#include "base/sort.hpp"

namespace tp {

namespace {

Standing standing(Status status, const std::vector<ActorIndex>& by, ActorIndex teller) {
  if (status == Status::kFact) return Standing::kFact;
  const bool own = std::find(by.begin(), by.end(), teller) != by.end();
  return own ? Standing::kOwn : Standing::kOthers;
}

}  // namespace

Standing standing_of(const Phase& phase, ActorIndex teller) {
  return standing(phase.status, phase.by, teller);
}

Standing standing_of(const Event& event, ActorIndex teller) {
  for (const View& view : event.views)
    if (std::find(view.by.begin(), view.by.end(), teller) != view.by.end()) return Standing::kOwn;
  return standing(event.status, event.by, teller);
}

std::vector<Teller> find_tellers(const Story& story) {
  std::vector<std::uint32_t> counts(story.actors.size(), 0);
  const auto count = [&](const std::vector<ActorIndex>& by) {
    for (const ActorIndex actor : by) ++counts[actor.at()];
  };
  for (const Relation& relation : story.relations)
    for (const Phase& phase : relation.phases)
      if (phase.status != Status::kFact) count(phase.by);
  for (const Event& event : story.events) {
    if (event.status != Status::kFact) count(event.by);
    for (const View& view : event.views) count(view.by);
  }
  std::vector<Teller> tellers;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) tellers.push_back({ActorIndex(i), counts[i]});
  sort_list(tellers, [](const Teller& a, const Teller& b) { return a.count > b.count; });
  return tellers;
}

}  // namespace tp
