#include "app/timeline_index.hpp"

#include <algorithm>
#include <bit>

#include "base/sort.hpp"
#include "layout/lane_packing.hpp"

namespace tp {

namespace {

constexpr std::uint32_t kPlaceBits = 26;

std::uint32_t mirrored(std::uint32_t place) {
  std::uint32_t out = 0;
  for (std::uint32_t bit = 0; bit < kPlaceBits; ++bit) out |= (place >> bit & 1u) << (kPlaceBits - 1 - bit);
  return out;
}

// Least first: what matters more, then places in an order that halves the lane again and again (van der
// Corput 1935). Were ties settled by time, each choice would hang on the one before it, back to the beginning
// of the story.
std::uint32_t key_of(const Event& event, std::uint32_t place) {
  const auto reach = std::min<std::uint32_t>(9, static_cast<std::uint32_t>(event.actors.size()));
  const auto weight = static_cast<std::uint32_t>(event.importance) * 10u + reach;
  return (63 - std::min(63u, weight)) << kPlaceBits | mirrored(place);
}

std::uint32_t place_of_key(std::uint32_t key) {
  return mirrored(key & ((1u << kPlaceBits) - 1));
}

// The latest end among all begun earlier (a Fenwick tree of maxima): does anything that has the row reach in
// here?
class RowEnds {
 public:
  explicit RowEnds(std::size_t count) : ends_(count + 1, Instant{INT64_MIN, 0}) {}
  void add(std::size_t position, Instant end) {
    for (std::size_t i = position + 1; i < ends_.size(); i += i & (~i + 1))
      ends_[i] = std::max(ends_[i], end);
  }
  Instant before(std::size_t position) const {
    Instant end{INT64_MIN, 0};
    for (std::size_t i = position; i > 0; i -= i & (~i + 1)) end = std::max(end, ends_[i]);
    return end;
  }

 private:
  std::vector<Instant> ends_;
};

// From the most important one down, each takes the first row that is free for all of it.
void give_rows_by_importance(std::span<IndexedBar> bars, const Story& story) {
  struct Keyed {
    std::uint32_t key, place;
  };
  std::vector<Keyed> order;
  for (std::uint32_t i = 0; i < bars.size(); ++i)
    order.push_back({key_of(story.events[bars[i].event], i), i});
  sort_list(order, [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
  std::vector<RowEnds> ends(BarIndex::kMostRows, RowEnds(bars.size()));
  for (const Keyed& keyed : order) {
    IndexedBar& bar = bars[keyed.place];
    const auto later = std::lower_bound(bars.begin(), bars.end(), bar.end,
                                        [](const IndexedBar& b, Instant end) { return b.begin < end; });
    const auto before = static_cast<std::size_t>(later - bars.begin());
    bar.row = BarIndex::kMostRows;
    for (std::uint32_t row = 0; row < BarIndex::kMostRows && bar.row == BarIndex::kMostRows; ++row) {
      if (ends[row].before(before) > bar.begin) continue;
      ends[row].add(keyed.place, bar.end);
      bar.row = row;
    }
  }
}

// What overlaps join: the fewest rows that hold all, and where these are too many, those that matter most.
void give_rows(std::span<IndexedBar> joined, const Story& story) {
  std::uint32_t rows = 0;
  for (const IndexedBar& bar : joined) rows = std::max(rows, bar.row + 1);
  if (rows > BarIndex::kMostRows) give_rows_by_importance(joined, story);
  for (IndexedBar& bar : joined) bar.rows = std::min(rows, BarIndex::kMostRows);
}

std::vector<IndexedBar> list_stretches(std::span<const std::uint32_t> in_time, const Story& story,
                                       const TimeRange& extent, const std::vector<char>& is_dimmed) {
  std::vector<IndexedBar> bars;  // `events_in_time` is by the earliest begin
  for (const std::uint32_t event : in_time) {
    const DateRange& when = story.events[event].when;
    if (!when.is_interval) continue;
    const TimeRange held = held_bounds(when, extent);
    bars.push_back({held.begin, held.end, event, static_cast<float>(held.length_ms()), 0, 1,
                    static_cast<std::uint32_t>(is_dimmed[event])});
  }
  sort_list(bars, [](const IndexedBar& a, const IndexedBar& b) { return a.begin < b.begin; });
  return bars;
}

}  // namespace

TimeRange held_bounds(const DateRange& when, const TimeRange& extent) {
  const double beyond = extent.length_ms() * 8;
  const Instant least = plus_ms(extent.begin, -beyond), most = plus_ms(extent.end, beyond);
  const TimeRange outer = when.outer();
  return {std::clamp(outer.begin, least, most), std::clamp(outer.end, least, most)};
}

void PointIndex::build(std::vector<IndexedEvent> events, const Story& story,
                       std::shared_ptr<std::vector<std::uint32_t>> place_of, std::uint32_t number) {
  sort_list(events, [](const IndexedEvent& a, const IndexedEvent& b) { return a.middle < b.middle; });
  auto list = std::make_shared<EventList>();
  const auto count = static_cast<std::uint32_t>(events.size());
  width_ = std::bit_ceil(std::max(1u, count));
  key_.assign(std::size_t{2} * width_, kNoPlace);
  shortest_.assign(std::size_t{2} * width_, 0);
  longest_.assign(std::size_t{2} * width_, 0);
  list->events.reserve(count);
  middle_.reserve(count);
  for (std::uint32_t place = 0; place < count; ++place) {
    const IndexedEvent& event = events[place];
    list->events.push_back(event.event);
    middle_.push_back(event.middle);
    (*place_of)[event.event] = place;
    key_[width_ + place] = key_of(story.events[event.event], place);
    shortest_[width_ + place] = longest_[width_ + place] = event.length_ms;
  }
  for (std::uint32_t node = width_; --node > 0;) {
    key_[node] = std::min(key_[2 * node], key_[2 * node + 1]);
    shortest_[node] = std::min(shortest_[2 * node], shortest_[2 * node + 1]);
    longest_[node] = std::max(longest_[2 * node], longest_[2 * node + 1]);
  }
  list->place_of = std::move(place_of);
  list->number = number;
  list_ = std::move(list);
}

bool PointIndex::is_bar(std::uint32_t place, double bar_ms) const {
  return longest_[width_ + place] >= static_cast<float>(bar_ms);
}

std::uint32_t PointIndex::best(std::uint32_t first, std::uint32_t last, float bar_ms) const {
  std::uint32_t least = kNoPlace;
  const auto visit = [&](const auto& self, std::uint32_t node, std::uint32_t begin,
                         std::uint32_t end) -> void {
    if (key_[node] >= least || end <= first || last <= begin || shortest_[node] >= bar_ms) return;
    if (first <= begin && end <= last && longest_[node] < bar_ms) {
      least = key_[node];
      return;
    }
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (middle == begin) return;
    // The better half first: it mostly settles the other.
    const bool left_first = key_[2 * node] <= key_[2 * node + 1];
    if (left_first) self(self, 2 * node, begin, middle);
    self(self, 2 * node + 1, middle, end);
    if (!left_first) self(self, 2 * node, begin, middle);
  };
  visit(visit, 1, 0, width_);
  return least == kNoPlace ? kNoPlace : place_of_key(least);
}

// What is left between two leads, from the whole lane down to what the window shows.
struct PointIndex::Search {
  const PointIndex& points;
  const TimeRange& window;
  double reach_ms;
  float bar_ms;
  std::vector<IndexedCluster>& out;

  /// The first place of [first, last) from which on `is_later` holds, or `last`.
  template <class IsLater>
  std::uint32_t first_where(std::uint32_t first, std::uint32_t last, const IsLater& is_later) const {
    const auto begin = points.middle_.begin();
    return static_cast<std::uint32_t>(
        std::partition_point(begin + first, begin + last, [&](Instant t) { return !is_later(t); }) - begin);
  }
  /// Of the places from `first` up to a lead: where those that are nearer to it than the reach begin.
  std::uint32_t reach_begin(std::uint32_t first, std::uint32_t lead) const {
    const Instant x = points.middle_[lead];
    return first_where(first, lead, [&](Instant t) { return ms_between(t, x) < reach_ms; });
  }
  /// Of the places after a lead up to `last`: where they end.
  std::uint32_t reach_end(std::uint32_t lead, std::uint32_t last) const {
    const Instant x = points.middle_[lead];
    return first_where(lead + 1, last, [&](Instant t) { return ms_between(x, t) >= reach_ms; });
  }

  void between(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || points.middle_[last - 1] < window.begin || points.middle_[first] > window.end)
      return;
    const std::uint32_t lead = points.best(first, last, bar_ms);
    if (lead != kNoPlace) split(first, last, lead);
  }

  void split(std::uint32_t first, std::uint32_t last, std::uint32_t lead) const {
    const Instant x = points.middle_[lead];
    if (x >= window.begin) between(first, reach_begin(first, lead));
    if (x >= window.begin && x <= window.end) out.push_back({lead, lead, lead + 1});
    if (x <= window.end) between(reach_end(lead, last), last);
  }

  // Each event belongs to the nearest lead; of two as near to the earlier one.
  void share_out() const {
    for (std::size_t i = 0; i < out.size(); ++i) {
      const std::uint32_t lead = out[i].lead;
      const Instant x = points.middle_[lead];
      const std::uint32_t after_last = i > 0 ? out[i - 1].lead + 1 : 0;
      const auto count = static_cast<std::uint32_t>(points.middle_.size());
      out[i].first = reach_begin(after_last, lead);
      out[i].last = reach_end(lead, i + 1 < out.size() ? out[i + 1].lead : count);
      if (i == 0) continue;
      const Instant before = points.middle_[out[i - 1].lead];
      const std::uint32_t parting =
          first_where(after_last, lead, [&](Instant t) { return ms_between(before, t) > ms_between(t, x); });
      out[i - 1].last = std::min(out[i - 1].last, parting);
      out[i].first = std::max(out[i].first, parting);
    }
  }
};

void PointIndex::clusters(const TimeRange& window, double reach_ms, double bar_ms, std::uint32_t first_choice,
                          std::vector<IndexedCluster>& out) const {
  out.clear();
  const auto count = static_cast<std::uint32_t>(middle_.size());
  // Whom a lead stands for hangs on its neighbours, which may lie as far as twice the reach beyond.
  const TimeRange wide{plus_ms(window.begin, -2 * reach_ms - 1), plus_ms(window.end, 2 * reach_ms + 1)};
  const Search search{*this, wide, reach_ms, static_cast<float>(bar_ms), out};
  if (first_choice != kNoPlace && !is_bar(first_choice, bar_ms)) {
    search.split(0, count, first_choice);
  } else {
    search.between(0, count);
  }
  search.share_out();
  std::erase_if(out, [&](const IndexedCluster& cluster) {
    const Instant x = middle_[cluster.lead];
    return x < window.begin || x > window.end;
  });
}

void BarIndex::build(std::vector<IndexedBar>& bars, const Story& story) {
  LaneRequest request;
  if (bars.empty()) return;
  for (const IndexedBar& bar : bars)
    request.items.push_back(
        {ms_between(bars.front().begin, bar.begin), ms_between(bars.front().begin, bar.end)});
  const LaneLayout packed = pack_lanes(request);
  for (std::size_t i = 0; i < bars.size(); ++i) bars[i].row = packed.row_of[i];
  for (std::size_t first = 0, last = 0; first < bars.size(); first = last) {
    Instant end = bars[first].end;
    for (last = first + 1; last < bars.size() && bars[last].begin < end; ++last)
      end = std::max(end, bars[last].end);
    give_rows(std::span(bars).subspan(first, last - first), story);
  }
  for (const IndexedBar& bar : bars)
    if (bar.row < kMostRows) rows_[bar.row].bars.push_back(bar);
  for (Row& row : rows_) {
    const std::size_t width = std::bit_ceil(std::max<std::size_t>(1, row.bars.size()));
    row.longest.assign(2 * width, 0);
    for (std::size_t i = 0; i < row.bars.size(); ++i) row.longest[width + i] = row.bars[i].length_ms;
    for (std::size_t node = width; --node > 0;)
      row.longest[node] = std::max(row.longest[2 * node], row.longest[2 * node + 1]);
  }
}

void BarIndex::find(const TimeRange& window, double bar_ms, std::vector<IndexedBar>& out) const {
  out.clear();
  for (const Row& row : rows_) {
    const auto& bars = row.bars;
    const auto first = static_cast<std::size_t>(
        std::partition_point(bars.begin(), bars.end(),
                             [&](const IndexedBar& bar) { return bar.end <= window.begin; }) -
        bars.begin());
    const auto last = static_cast<std::size_t>(
        std::partition_point(bars.begin(), bars.end(),
                             [&](const IndexedBar& bar) { return bar.begin < window.end; }) -
        bars.begin());
    const auto visit = [&](const auto& self, std::size_t node, std::size_t begin, std::size_t end) -> void {
      if (end <= first || last <= begin || row.longest[node] < static_cast<float>(bar_ms)) return;
      if (end - begin == 1) {
        out.push_back(bars[begin]);
        return;
      }
      const std::size_t middle = begin + (end - begin) / 2;
      self(self, 2 * node, begin, middle);
      self(self, 2 * node + 1, middle, end);
    };
    if (!bars.empty()) visit(visit, 1, 0, row.longest.size() / 2);
  }
}

namespace {

LaneIndex index_lane(std::span<const std::uint32_t> in_time, const Story& story, const TimeRange& extent,
                     const std::vector<char>& is_dimmed, std::vector<float>& length_of,
                     const std::shared_ptr<std::vector<std::uint32_t>>& place_of, std::uint32_t number) {
  LaneIndex lane;
  std::vector<IndexedBar> bars = list_stretches(in_time, story, extent, is_dimmed);
  lane.has_stretches = !bars.empty();
  lane.bars.build(bars, story);
  for (const IndexedBar& bar : bars)
    if (bar.row < BarIndex::kMostRows) length_of[bar.event] = bar.length_ms;
  std::vector<IndexedEvent> shown, dimmed;
  for (const std::uint32_t event : in_time) {
    const TimeRange held = held_bounds(story.events[event].when, extent);
    (is_dimmed[event] ? dimmed : shown)
        .push_back({plus_ms(held.begin, held.length_ms() / 2), event, length_of[event]});
  }
  lane.shown.build(std::move(shown), story, place_of, number);
  lane.dimmed.build(std::move(dimmed), story, place_of, number + 1);
  return lane;
}

}  // namespace

TimelineIndex index_timeline(const TimelineIndexKey& key, const Story& story, const StoryIndex& index,
                             const Shown& shown) {
  TimelineIndex timeline;
  timeline.key = key;
  timeline.lanes.resize(key.one_lane ? 1 : story.tracks.size() + 1);
  auto place_of = std::make_shared<std::vector<std::uint32_t>>(story.events.size(), kNoPlace);
  timeline.place_of = place_of;
  std::vector<std::vector<std::uint32_t>> in_time(timeline.lanes.size());
  std::vector<char> is_dimmed(story.events.size(), 0);
  for (const EventIndex event : index.events_in_time) {
    is_dimmed[event.at()] = !shown.event(event.at()) && event.value != key.kept;
    if (is_dimmed[event.at()] && shown.hides()) continue;
    in_time[timeline.lane_of(story[event].track)].push_back(event.value);
  }
  std::vector<float> length_of(story.events.size(), 0);
  for (std::size_t i = 0; i < timeline.lanes.size(); ++i)
    timeline.lanes[i] = index_lane(in_time[i], story, index.extent, is_dimmed, length_of, place_of,
                                   static_cast<std::uint32_t>(2 * i));
  return timeline;
}

RelatedEvents::RelatedEvents(const TimelineIndex& timeline, Ref selected, const StoryIndex& index,
                             std::span<const std::uint32_t> of_track)
    : places_(2 * timeline.lanes.size()) {
  const auto add = [&](std::uint32_t event) {
    const std::uint32_t place = (*timeline.place_of)[event];
    if (place == kNoPlace) return;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i)
      for (const PointIndex* points : {&timeline.lanes[i].shown, &timeline.lanes[i].dimmed}) {
        const auto& events = points->list()->events;
        if (place < events.size() && events[place] == event) places_[points->list()->number].push_back(place);
      }
  };
  if (selected.kind == Kind::kActor)
    for (const EventIndex event : index.events_of_actor.of(selected.index)) add(event.value);
  if (selected.kind == Kind::kRelation)
    for (const EventIndex event : index.events_of_relation.of(selected.index)) add(event.value);
  if (selected.kind == Kind::kTrack)
    for (const std::uint32_t event : of_track) add(event);
  for (std::vector<std::uint32_t>& places : places_) sort_list(places);
}

bool RelatedEvents::any(const Members& members) const {
  const EventList* list = members.list();
  return list && list->number < places_.size() && members.holds_any_place(places_[list->number]);
}

}  // namespace tp
