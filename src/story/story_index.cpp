// The look-ups that are made once for a story: who takes part in what, in time order.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/sort.hpp"
#include "story/relations_at.hpp"

namespace tp {
namespace {

/// One entry of a table while it is collected: the row it belongs to and what it holds.
template <class To>
struct Entry {
  std::uint32_t row = 0;
  std::uint32_t place = 0;  // orders a row
  To item;
  friend constexpr auto operator<=>(const Entry&, const Entry&) = default;
};

template <class To>
Rows<To> make_rows(std::size_t row_count, std::vector<Entry<To>> entries) {
  sort_list(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  Rows<To> rows;
  rows.starts.assign(row_count + 1, 0);
  rows.items.reserve(entries.size());
  for (const Entry<To>& entry : entries) {
    ++rows.starts[entry.row + 1];
    rows.items.push_back(entry.item);
  }
  std::partial_sum(rows.starts.begin(), rows.starts.end(), rows.starts.begin());
  return rows;
}

std::vector<EventIndex> events_in_time(const Story& story) {
  std::vector<Instant> begins;
  begins.reserve(story.events.size());
  for (const Event& event : story.events) begins.push_back(event.when.outer().begin);
  std::vector<EventIndex> order;
  order.reserve(story.events.size());
  for (std::size_t i = 0; i < story.events.size(); ++i) order.emplace_back(i);
  sort_list(order, [&](EventIndex a, EventIndex b) {
    const auto key = [&](EventIndex i) {
      const Event& event = story[i];
      return std::tuple(begins[i.at()], -static_cast<int>(event.importance), event.id, i);
    };
    return key(a) < key(b);
  });
  return order;
}

void index_events(const Story& story, StoryIndex& index) {
  std::vector<Entry<EventIndex>> of_actor;
  for (std::size_t i = 0; i < story.events.size(); ++i) {
    for (const ActorIndex actor : story.events[i].actors) {
      of_actor.push_back({actor.value, index.place_in_time[i], EventIndex(i)});
    }
  }
  index.events_of_actor = make_rows(story.actors.size(), std::move(of_actor));
}

void index_relations(const Story& story, StoryIndex& index) {
  std::vector<Entry<EventIndex>> of_relation;
  std::vector<Entry<RelationIndex>> of_actor;
  std::vector<Entry<RelationIndex>> of_event;
  for (std::uint32_t i = 0; i < story.relations.size(); ++i) {
    const Relation& relation = story.relations[i];
    of_actor.push_back({relation.from.value, i, RelationIndex(std::size_t{i})});
    of_actor.push_back({relation.to.value, i, RelationIndex(std::size_t{i})});
    for (const Phase& phase : relation.phases) {
      for (const EventIndex event : phase.events) {
        of_relation.push_back({i, index.place_in_time[event.at()], event});
        of_event.push_back({event.value, i, RelationIndex(std::size_t{i})});
      }
    }
  }
  index.events_of_relation = make_rows(story.relations.size(), std::move(of_relation));
  index.relations_of_actor = make_rows(story.actors.size(), std::move(of_actor));
  index.relations_of_event = make_rows(story.events.size(), std::move(of_event));
}

/// Grows over the known ends of everything dated.
class Extent {
 public:
  void add(const DateRange& when) {
    if (when.start.kind == EndKind::kDate) add(when.start.date.bounds());
    if (when.is_interval && when.end.kind == EndKind::kDate) add(when.end.date.bounds());
  }

  void add(const TimeRange& range) {
    range_ =
        is_empty_ ? range : TimeRange{std::min(range_.begin, range.begin), std::max(range_.end, range.end)};
    is_empty_ = false;
  }

  TimeRange get() const {
    if (!is_empty_) return range_;
    const Instant epoch{};
    return {epoch, {epoch.day + 1, 0}};
  }

 private:
  TimeRange range_;
  bool is_empty_ = true;
};

TimeRange extent_of(const Story& story) {
  Extent extent;
  for (const Event& event : story.events) extent.add(event.when);
  for (const Period& period : story.periods) extent.add(period.when);
  for (const Relation& relation : story.relations) {
    for (const Phase& phase : relation.phases) extent.add(phase.when);
  }
  for (const Series& series : story.series) {
    if (series.points.empty()) continue;
    extent.add(series.points.front().when.bounds());
    extent.add(series.points.back().when.bounds());
  }
  return extent.get();
}

// Tracks with events first, in their order; a strip of periods does not take a place among them.
std::vector<std::uint32_t> places_of_tracks(const Story& story) {
  std::vector<char> has_events(story.tracks.size(), 0);
  for (const Event& event : story.events) {
    if (event.track.valid()) has_events[event.track.at()] = 1;
  }
  std::vector<std::uint32_t> places(story.tracks.size(), 0);
  std::uint32_t next = 0;
  for (const bool wanted : {true, false}) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if ((has_events[i] != 0) == wanted) places[i] = next++;
    }
  }
  return places;
}

}  // namespace

StoryIndex index_story(const Story& story) {
  StoryIndex index;
  index.events_in_time = events_in_time(story);
  index.place_in_time.resize(story.events.size());
  for (std::uint32_t place = 0; place < index.events_in_time.size(); ++place) {
    index.place_in_time[index.events_in_time[place].at()] = place;
  }
  index_events(story, index);
  index_relations(story, index);
  index.phase_times = PhaseTimes(story);
  index.place_of_track = places_of_tracks(story);
  index.extent = extent_of(story);
  return index;
}

}  // namespace tp
