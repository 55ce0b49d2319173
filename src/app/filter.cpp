#include "app/filter.hpp"

#include <algorithm>

namespace tp {

namespace {

void tidy(std::vector<std::uint32_t>& list, std::size_t count) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  while (!list.empty() && list.back() >= count) list.pop_back();
}

template <class T>
std::vector<std::string> ids_of(const std::vector<std::uint32_t>& list, const std::vector<T>& things) {
  std::vector<std::string> ids;
  for (const std::uint32_t i : list)
    if (i < things.size()) ids.emplace_back(things[i].id);
  return ids;
}

std::vector<std::uint32_t> indexes_of(const std::vector<std::string>& ids, Kind kind, const Story& story) {
  std::vector<std::uint32_t> list;
  for (const std::string& id : ids) {
    const Ref ref = story.find(id);
    if (ref.kind == kind) list.push_back(ref.index);
  }
  return list;
}

}  // namespace

Filter tidied(Filter filter, const Story& story) {
  tidy(filter.hidden_tracks, story.tracks.size());
  tidy(filter.actors, story.actors.size());
  constexpr auto kAll =
      Filter::bit(Status::kFact) | Filter::bit(Status::kClaim) | Filter::bit(Status::kDisputed);
  filter.hidden_statuses &= kAll;
  if (!filter.is_on()) return {};
  return filter;
}

FilterByName by_name(const Filter& filter, const Story& story) {
  return {ids_of(filter.hidden_tracks, story.tracks), ids_of(filter.actors, story.actors), filter};
}

Filter found_again(const FilterByName& named, const Story& story) {
  Filter filter = named.rest;
  filter.hidden_tracks = indexes_of(named.hidden_tracks, Kind::kTrack, story);
  filter.actors = indexes_of(named.actors, Kind::kActor, story);
  return tidied(std::move(filter), story);
}

}  // namespace tp
