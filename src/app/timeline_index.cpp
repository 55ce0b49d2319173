#include "app/timeline_index.hpp"

#include <algorithm>
#include <bit>

#include "app/event_ranks.hpp"
#include "base/sort.hpp"

namespace tp {

void PointIndex::build(std::span<const IndexedEvent> events, const std::vector<std::uint8_t>& ranks,
                       const std::shared_ptr<std::vector<std::uint32_t>>& place_of, std::uint32_t number) {
  auto list = std::make_shared<EventList>();
  const auto count = static_cast<std::uint32_t>(events.size());
  width_ = std::bit_ceil(std::max(1u, count));
  tree_.assign(std::size_t{2} * width_, {});
  list->events.resize(count);
  middle_.resize(count);
  for (std::uint32_t place = 0; place < count; ++place) {
    const IndexedEvent& event = events[place];
    list->events[place] = event.event;
    middle_[place] = event.middle;
    (*place_of)[event.event] = place;
    tree_[width_ + place] = {key_of(ranks[event.event], place), event.length_ms, event.length_ms};
  }
  for (std::uint32_t node = width_; --node > 0;) {
    const Node &left = tree_[2 * node], &right = tree_[2 * node + 1];
    tree_[node] = {std::min(left.key, right.key), std::min(left.shortest, right.shortest),
                   std::max(left.longest, right.longest)};
  }
  list->place_of = place_of;
  list->number = number;
  list_ = std::move(list);
}

bool PointIndex::is_bar(std::uint32_t place, double bar_ms) const {
  return tree_[width_ + place].longest >= static_cast<float>(bar_ms);
}

std::uint32_t PointIndex::best(std::uint32_t first, std::uint32_t last, float bar_ms) const {
  std::uint32_t least = kNoPlace;
  const auto visit = [&](const auto& self, std::uint32_t node, std::uint32_t begin,
                         std::uint32_t end) -> void {
    const Node& here = tree_[node];
    if (here.key >= least || end <= first || last <= begin || here.shortest >= bar_ms) return;
    if (first <= begin && end <= last && here.longest < bar_ms) {
      least = here.key;
      return;
    }
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (middle == begin) return;
    // The better half first: it mostly settles the other.
    const bool left_first = tree_[2 * node].key <= tree_[2 * node + 1].key;
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

void BarIndex::build(std::span<const IndexedBar> bars) {
  for (Row& row : rows_) row.bars.clear();
  for (const IndexedBar& bar : bars)
    if (bar.row < kMostBarRows) rows_[bar.row].bars.push_back(bar);
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

/// What an answer of the filter makes of lanes.
class LaneIndexer {
 public:
  LaneIndexer(const TimelineIndexKey& key, const TimelineBase& base, const Shown& shown,
              std::shared_ptr<std::vector<std::uint32_t>> place_of)
      : key_(key), base_(base), shown_(shown), place_of_(std::move(place_of)) {}

  void index(LaneIndex& lane, std::size_t number) {
    const LaneBase& base = base_.lanes[number];
    const bool same_rows = list_bars(base.stretches);
    lane.has_stretches = !bars_.empty();
    lane.bars.build(bars_);
    list_points(base.events, same_rows);
    lane.shown.build(points_, base_.ranks, place_of_, static_cast<std::uint32_t>(2 * number));
    lane.dimmed.build(dimmed_, base_.ranks, place_of_, static_cast<std::uint32_t>(2 * number + 1));
  }

 private:
  bool is_filtered(std::uint32_t event) const { return !shown_.event(event) && event != key_.kept; }

  // True where the rows are those of the base: as long as nothing is hidden.
  bool list_bars(const std::vector<IndexedBar>& stretches) {
    bars_.clear();
    for (const IndexedBar& stretch : stretches) {
      const bool filtered = is_filtered(stretch.event);
      if (filtered && shown_.hides()) continue;
      bars_.push_back(stretch);
      bars_.back().dimmed = filtered;
    }
    if (bars_.size() == stretches.size()) return true;
    give_rows(bars_, base_.ranks);
    length_of_.resize(base_.ranks.size());
    for (const IndexedBar& bar : bars_) length_of_[bar.event] = bar.row < kMostBarRows ? bar.length_ms : 0;
    return false;
  }

  void list_points(const std::vector<IndexedEvent>& events, bool same_rows) {
    points_.clear();
    dimmed_.clear();
    for (const IndexedEvent& event : events) {
      const bool filtered = is_filtered(event.event);
      if (filtered && shown_.hides()) continue;
      (filtered ? dimmed_ : points_).push_back(event);
    }
    if (!same_rows)
      for (IndexedEvent& point : points_) point.length_ms = length_of_[point.event];
  }

  const TimelineIndexKey& key_;
  const TimelineBase& base_;
  const Shown& shown_;
  std::shared_ptr<std::vector<std::uint32_t>> place_of_;
  std::vector<IndexedBar> bars_;
  std::vector<IndexedEvent> points_, dimmed_;
  std::vector<float> length_of_;  ///< by event: of a lane whose rows are not those of the base
};

}  // namespace

void index_timeline(TimelineIndex& timeline, const TimelineIndexKey& key, const TimelineBase& base,
                    const Story& story, const Shown& shown) {
  const TimelineIndexKey before = timeline.key;
  const bool only_kept =
      !timeline.lanes.empty() && before.one_lane == key.one_lane && before.filter == key.filter;
  // Lists of the lanes that stay keep the places that they know: those of their own events are the same.
  auto place_of = only_kept ? std::make_shared<std::vector<std::uint32_t>>(*timeline.place_of)
                            : std::make_shared<std::vector<std::uint32_t>>(base.ranks.size(), kNoPlace);
  timeline.key = key;
  timeline.lanes.resize(base.lanes.size());
  std::vector<char> is_new(base.lanes.size(), !only_kept);
  if (only_kept) {
    for (const std::uint32_t event : {before.kept, key.kept}) {
      if (event == kNoPlace) continue;
      is_new[base.lane_of(story.events[event].track)] = 1;
      (*place_of)[event] = kNoPlace;
    }
  }
  LaneIndexer indexer(key, base, shown, place_of);
  for (std::size_t i = 0; i < timeline.lanes.size(); ++i)
    if (is_new[i]) indexer.index(timeline.lanes[i], i);
  timeline.place_of = std::move(place_of);
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
