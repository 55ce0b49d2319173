#include "app/timeline_index.hpp"

#include <algorithm>
#include <bit>

namespace tp {

namespace {

constexpr std::uint32_t kPlaceBits = 26;

// Least first: what matters more, then places in an order that halves the lane again and again (van der
// Corput 1935). Were ties settled by time, each choice would hang on the one before it, back to the beginning
// of the story.
std::uint32_t key_of(std::uint32_t weight, std::uint32_t place) {
  std::uint32_t mirrored = 0;
  for (std::uint32_t bit = 0; bit < kPlaceBits; ++bit)
    mirrored |= (place >> bit & 1u) << (kPlaceBits - 1 - bit);
  return (63 - weight) << kPlaceBits | mirrored;
}

std::uint32_t place_of_key(std::uint32_t key) {
  std::uint32_t place = 0;
  for (std::uint32_t bit = 0; bit < kPlaceBits; ++bit) place |= (key >> bit & 1u) << (kPlaceBits - 1 - bit);
  return place;
}

// As `content_x`, in ms: open ends are held a little outside the story.
double ms_of(Instant t, const TimeRange& extent, double length) {
  return std::clamp(ms_between(extent.begin, t), -8 * length, 9 * length);
}

struct Placed {
  double middle_ms = 0;
  std::uint32_t order = 0;
  std::uint32_t event = 0;
  friend bool operator<(const Placed& a, const Placed& b) {
    return a.middle_ms != b.middle_ms ? a.middle_ms < b.middle_ms : a.order < b.order;
  }
};

// The latest end among all begun earlier (a Fenwick tree of maxima): does anything that has the row reach in
// here?
class RowEnds {
 public:
  explicit RowEnds(std::size_t count) : ends_(count + 1, -1e300) {}
  void add(std::size_t position, double end) {
    for (std::size_t i = position + 1; i < ends_.size(); i += i & (~i + 1))
      ends_[i] = std::max(ends_[i], end);
  }
  double before(std::size_t position) const {
    double end = -1e300;
    for (std::size_t i = position; i > 0; i -= i & (~i + 1)) end = std::max(end, ends_[i]);
    return end;
  }

 private:
  std::vector<double> ends_;
};

}  // namespace

std::uint32_t weight_of(const Event& event) {
  return event.importance * 10u + std::min<std::uint32_t>(9, static_cast<std::uint32_t>(event.actors.size()));
}

void LaneIndex::build(const Story& story, const TimeRange& extent, std::span<const std::uint32_t> in_time) {
  const double length = extent.length_ms();
  std::vector<Placed> placed;
  placed.reserve(in_time.size());
  for (const std::uint32_t event : in_time) {
    const TimeRange outer = story.events[event].when.outer();
    const double middle = (ms_of(outer.begin, extent, length) + ms_of(outer.end, extent, length)) / 2;
    placed.push_back({middle, static_cast<std::uint32_t>(placed.size()), event});
    has_stretches_ = has_stretches_ || story.events[event].when.is_interval;
  }
  if (!std::is_sorted(placed.begin(), placed.end())) std::sort(placed.begin(), placed.end());
  events_.reserve(placed.size());
  middle_ms_.reserve(placed.size());
  for (const Placed& p : placed) events_.push_back(p.event), middle_ms_.push_back(p.middle_ms);
  build_tree(story);
  if (has_stretches_) give_rows(story, extent, in_time);
  for (std::uint32_t node = width_; --node > 0;) {
    span_[node] = std::min(span_[2 * node], span_[2 * node + 1]);
    longest_[node] = std::max(longest_[2 * node], longest_[2 * node + 1]);
  }
}

void LaneIndex::build_tree(const Story& story) {
  const auto count = static_cast<std::uint32_t>(events_.size());
  width_ = std::bit_ceil(std::max(1u, count));
  key_.assign(std::size_t{2} * width_, kNone);
  span_.assign(std::size_t{2} * width_, 0);
  longest_.assign(std::size_t{2} * width_, 0);
  for (std::uint32_t place = 0; place < count; ++place)
    key_[width_ + place] = key_of(weight_of(story.events[events_[place]]), place);
  for (std::uint32_t node = width_; --node > 0;) key_[node] = std::min(key_[2 * node], key_[2 * node + 1]);
}

// From the most important one down, each takes the first row that is free for all of it; what finds none
// stays a point.
void LaneIndex::give_rows(const Story& story, const TimeRange& extent,
                          std::span<const std::uint32_t> in_time) {
  const double length = extent.length_ms();
  std::vector<std::uint32_t> place_of(story.events.size(), 0);
  for (std::uint32_t place = 0; place < events_.size(); ++place) place_of[events_[place]] = place;
  std::vector<IndexedStretch> stretches;  // by their begin
  for (const std::uint32_t event : in_time) {
    if (!story.events[event].when.is_interval) continue;
    const TimeRange outer = story.events[event].when.outer();
    stretches.push_back(
        {ms_of(outer.begin, extent, length), ms_of(outer.end, extent, length), place_of[event], kRows});
  }
  std::vector<std::uint32_t> keys;
  keys.reserve(stretches.size());
  for (std::uint32_t i = 0; i < stretches.size(); ++i)
    keys.push_back(key_of(weight_of(story.events[events_[stretches[i].place]]), i));
  std::sort(keys.begin(), keys.end());
  std::vector<RowEnds> ends(kRows, RowEnds(stretches.size()));
  for (const std::uint32_t key : keys) {
    const std::uint32_t i = place_of_key(key);
    const auto later = std::lower_bound(stretches.begin(), stretches.end(), stretches[i].end_ms,
                                        [](const IndexedStretch& s, double end) { return s.begin_ms < end; });
    const auto before = static_cast<std::size_t>(later - stretches.begin());
    for (std::uint32_t r = 0; r < kRows && stretches[i].row == kRows; ++r) {
      if (ends[r].before(before) > stretches[i].begin_ms) continue;
      ends[r].add(i, stretches[i].end_ms);
      stretches[i].row = r;
    }
  }
  row_of_.assign(events_.size(), kRows);
  for (const IndexedStretch& stretch : stretches) {
    if (stretch.row == kRows) continue;
    rows_[stretch.row].push_back(stretch);
    row_of_[stretch.place] = static_cast<std::uint8_t>(stretch.row);
    span_[width_ + stretch.place] = longest_[width_ + stretch.place] =
        static_cast<float>(stretch.end_ms - stretch.begin_ms);
  }
}

std::uint32_t LaneIndex::row_count() const {
  std::uint32_t count = 0;
  for (const auto& row : rows_) count += row.empty() ? 0 : 1;
  return count;
}

void LaneIndex::stretches(double begin_ms, double end_ms, double span_ms,
                          std::vector<IndexedStretch>& out) const {
  out.clear();
  const float span = static_cast<float>(span_ms);
  for (const auto& row : rows_) {
    // Of what the window cuts: the last that began before it, and the last that begins in it.
    const auto from = [&](double ms) {
      return std::lower_bound(row.begin(), row.end(), ms,
                              [](const IndexedStretch& s, double at) { return s.begin_ms < at; });
    };
    const auto inside = from(begin_ms), after = from(end_ms);
    const auto is_cut = [&](const IndexedStretch& s) {
      return s.end_ms > begin_ms && static_cast<float>(s.end_ms - s.begin_ms) >= span &&
             (middle_ms_[s.place] < begin_ms || middle_ms_[s.place] > end_ms);
    };
    if (inside != row.begin() && is_cut(*(inside - 1))) out.push_back(*(inside - 1));
    if (after != inside && is_cut(*(after - 1))) out.push_back(*(after - 1));
  }
  const auto visit = [&](auto&& self, std::uint32_t node, std::uint32_t begin, std::uint32_t end) -> void {
    if (begin >= events_.size() || longest_[node] < span) return;
    if (middle_ms_[begin] > end_ms || middle_ms_[std::min<std::size_t>(end, events_.size()) - 1] < begin_ms)
      return;
    if (end - begin > 1) {
      const std::uint32_t middle = begin + (end - begin) / 2;
      self(self, 2 * node, begin, middle);
      self(self, 2 * node + 1, middle, end);
      return;
    }
    const auto& row = rows_[row_of_[begin]];
    const auto self_in_row =
        std::lower_bound(row.begin(), row.end(), begin, [&](const IndexedStretch& s, std::uint32_t place) {
          return middle_ms_[s.place] != middle_ms_[place] ? middle_ms_[s.place] < middle_ms_[place]
                                                          : s.place < place;
        });
    out.push_back(*self_in_row);
  };
  if (has_stretches_) visit(visit, 1, 0, width_);
}

std::uint32_t LaneIndex::best(std::uint32_t first, std::uint32_t last, float span) const {
  std::uint32_t least = kNone;
  const auto visit = [&](auto&& self, std::uint32_t node, std::uint32_t begin, std::uint32_t end) -> void {
    if (key_[node] >= least || end <= first || last <= begin || span_[node] >= span) return;
    if (first <= begin && end <= last && longest_[node] < span) {
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
  return least == kNone ? kNone : place_of_key(least);
}

// What is left between two leads, from the whole lane down to what the window shows.
struct LaneIndex::Search {
  const LaneIndex& lane;
  double begin_ms, end_ms, reach_ms;
  float span;
  std::vector<IndexedCluster>& out;

  std::uint32_t first_from(double ms) const {
    const auto& x = lane.middle_ms_;
    return static_cast<std::uint32_t>(std::lower_bound(x.begin(), x.end(), ms) - x.begin());
  }
  std::uint32_t first_after(double ms) const {
    const auto& x = lane.middle_ms_;
    return static_cast<std::uint32_t>(std::upper_bound(x.begin(), x.end(), ms) - x.begin());
  }

  void between(std::uint32_t first, std::uint32_t last) {
    if (first >= last || lane.middle_ms_[last - 1] < begin_ms || lane.middle_ms_[first] > end_ms) return;
    const std::uint32_t lead = lane.best(first, last, span);
    if (lead != kNone) split(first, last, lead);
  }

  void split(std::uint32_t first, std::uint32_t last, std::uint32_t lead) {
    const double x = lane.middle_ms_[lead];
    between(first, std::min(lead, first_after(x - reach_ms)));
    if (x >= begin_ms && x <= end_ms) out.push_back({lead, lead, 1});
    between(std::max(lead + 1, first_from(x + reach_ms)), last);
  }
};

void LaneIndex::clusters(double begin_ms, double end_ms, double reach_ms, double span_ms,
                         std::uint32_t first_choice, std::vector<IndexedCluster>& out) const {
  out.clear();
  const auto count = static_cast<std::uint32_t>(events_.size());
  const float span = static_cast<float>(span_ms);
  // Who belongs to a lead depends on the next one beyond the window too: the reach of two leads on either
  // side.
  Search search{*this, begin_ms, end_ms, reach_ms, span, out};
  if (first_choice != kNone && !is_stretch(first_choice, span_ms)) {
    search.split(0, count, first_choice);
  } else {
    search.between(0, count);
  }
  // Each event belongs to the nearest lead; of two as near the earlier.
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint32_t from = i == 0 ? search.first_from(begin_ms) : out[i - 1].first + out[i - 1].count;
    std::uint32_t to = i + 1 < out.size()
                           ? search.first_after((middle_ms_[out[i].lead] + middle_ms_[out[i + 1].lead]) / 2)
                           : search.first_after(end_ms);
    to = std::max(to, out[i].lead + 1);
    out[i].first = std::min(from, out[i].lead);
    out[i].count = to - out[i].first;
  }
}

TimelineIndex index_timeline(const Story& story, const StoryIndex& index, bool folded) {
  TimelineIndex timeline;
  timeline.folded = folded;
  timeline.lanes.resize(folded ? 1 : story.tracks.size() + 1);
  std::vector<std::vector<std::uint32_t>> in_time(timeline.lanes.size());
  for (const EventIndex event : index.events_in_time)
    in_time[timeline.lane_of(story[event].track)].push_back(event.value);
  timeline.place_of.assign(story.events.size(), 0);
  for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
    timeline.lanes[i].build(story, index.extent, in_time[i]);
    const auto events = timeline.lanes[i].events();
    for (std::uint32_t place = 0; place < events.size(); ++place) timeline.place_of[events[place]] = place;
  }
  return timeline;
}

}  // namespace tp
