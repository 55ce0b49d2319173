#include <algorithm>

#include "app/update.hpp"
#include "app/words.hpp"
#include "base/sort.hpp"
#include "bridge/messages.hpp"
#include "bridge/messages_parts.hpp"

namespace tp {

namespace {

constexpr std::size_t kMostActors = 200;  // of a list that nobody could read further
constexpr Status kStatuses[] = {Status::kFact, Status::kClaim, Status::kDisputed};

JsonOut hit_json(const Hit& hit, const Story& story) {
  JsonOut at = JsonOut::array();
  for (const MarkedStretch& mark : hit.at) at.push_back({mark.start, mark.length});
  JsonOut out{{"id", story.id_of(hit.ref)},  {"kind", kind_word(hit.ref.kind)},
              {"kindWords", hit.kind_words}, {"title", hit.title},
              {"detail", hit.detail},        {"date", hit.date},
              {"at", std::move(at)}};
  if (!hit.url.empty()) out["url"] = hit.url;
  return out;
}

// The actors with the most events, and those that are chosen.
std::vector<std::size_t> listed_actors(const Facets& facets, const Filter& filter) {
  std::vector<std::uint32_t> sizes;
  for (const FacetCount& facet : facets.actors) sizes.push_back(facet.of);
  std::uint32_t least = 1;
  if (sizes.size() > kMostActors) {
    sort_list(sizes);
    least = std::max(least, sizes[sizes.size() - kMostActors]);
  }
  std::vector<std::size_t> listed;
  std::size_t room = kMostActors;
  for (std::size_t i = 0; i < facets.actors.size(); ++i) {
    const bool chosen =
        std::binary_search(filter.actors.begin(), filter.actors.end(), static_cast<std::uint32_t>(i));
    const bool large = facets.actors[i].of >= least && room > 0;
    if (!chosen && !large) continue;
    listed.push_back(i);
    if (room > 0) --room;
  }
  return listed;
}

JsonOut ids(const std::vector<std::uint32_t>& list, Kind kind, const Story& story) {
  JsonOut out = JsonOut::array();
  for (const std::uint32_t i : list) out.push_back(story.id_of({kind, i}));
  return out;
}

JsonOut filter_json(const Program& program) {
  const Filter& filter = program.state().filter;
  const Story& story = program.story();
  if (!filter.is_on()) return nullptr;
  JsonOut statuses = JsonOut::array();
  for (const Status status : kStatuses)
    if (filter.hidden_statuses & Filter::bit(status)) statuses.push_back(status_word(status));
  return {{"hideTracks", ids(filter.hidden_tracks, Kind::kTrack, story)},
          {"hideStatuses", std::move(statuses)},
          {"actors", ids(filter.actors, Kind::kActor, story)},
          {"text", filter.text},
          {"mode", filter.mode == Filter::Mode::kHide ? "hide" : "dim"},
          {"shown", program.shown().event_count()},
          {"of", story.events.size()},
          {"selectionHidden", program.selection_is_hidden()}};
}

std::string_view words_of(Status status, const Words& words) {
  return status == Status::kFact ? words.fact : status == Status::kClaim ? words.claim : words.disputed;
}

}  // namespace

std::string found_message(const Program& program) {
  const Found& found = program.found();
  JsonOut hits = JsonOut::array();
  for (const Hit& hit : found.hits) hits.push_back(hit_json(hit, program.story()));
  return written({{"type", "found"},
                  {"text", found.text},
                  {"total", found.total},
                  {"complete", found.complete},
                  {"hits", std::move(hits)}});
}

std::string facets_message(const Program& program) {
  const Story& story = program.story();
  const Facets& facets = program.facets();
  const std::string& language = program.state().language;
  const auto counts = [](JsonOut out, const FacetCount& facet) {
    out["count"] = facet.count;
    out["of"] = facet.of;
    return out;
  };
  JsonOut tracks = JsonOut::array(), statuses = JsonOut::array(), actors = JsonOut::array();
  for (std::size_t i = 0; i < facets.tracks.size(); ++i)
    tracks.push_back(counts({{"id", story.tracks[i].id}, {"title", story.tracks[i].title.in(language)}},
                            facets.tracks[i]));
  for (std::size_t i = 0; i < facets.statuses.size(); ++i)
    statuses.push_back(
        counts({{"status", status_word(kStatuses[i])}, {"words", words_of(kStatuses[i], words_in(language))}},
               facets.statuses[i]));
  for (const std::size_t i : listed_actors(facets, program.state().filter))
    actors.push_back(
        counts({{"id", story.actors[i].id}, {"title", story.actors[i].name.in(language)}}, facets.actors[i]));
  JsonOut out{{"type", "facets"},
              {"tracks", std::move(tracks)},
              {"statuses", std::move(statuses)},
              {"actors", std::move(actors)}};
  add_map_facets(out, program);
  return written(out);
}

std::string step_message(const Program& program) {
  const State& state = program.state();
  const Step* step = shown_step(state, program.story());
  if (!step) return written({{"type", "step"}, {"tour", nullptr}});
  const Tour& tour = program.story().tours[state.tour.tour];
  const std::string& language = state.language;
  return written({{"type", "step"},
                  {"tour", tour.id},
                  {"step", state.tour.step},
                  {"count", tour.steps.size()},
                  {"id", step->id},
                  {"title", step->title.in(language)},
                  {"text", step->text.in(language)},
                  {"notes", step->notes.in(language)}});
}

void add_view_state(JsonOut& state, const Program& program) {
  const TourPlace& tour = program.state().tour;
  state["filter"] = filter_json(program);
  state["tour"] = tour.valid() ? JsonOut(program.story().tours[tour.tour].id) : JsonOut(nullptr);
  state["step"] = tour.valid() ? JsonOut(tour.step) : JsonOut(nullptr);
  state["canUndo"] = program.state().can_undo;
  state["canRedo"] = program.state().can_redo;
}

}  // namespace tp
