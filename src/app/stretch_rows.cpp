#include "app/stretch_rows.hpp"

#include <algorithm>
#include <span>

#include "app/event_ranks.hpp"
#include "base/sort.hpp"
#include "layout/lane_packing.hpp"

namespace tp {

namespace {

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
void give_rows_by_importance(std::span<IndexedBar> bars, const std::vector<std::uint8_t>& ranks) {
  struct Keyed {
    std::uint32_t key, place;
  };
  std::vector<Keyed> order;
  order.reserve(bars.size());
  for (std::uint32_t i = 0; i < bars.size(); ++i) order.push_back({key_of(ranks[bars[i].event], i), i});
  sort_list(order, [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
  std::vector<RowEnds> ends(kMostBarRows, RowEnds(bars.size()));
  for (const Keyed& keyed : order) {
    IndexedBar& bar = bars[keyed.place];
    const auto later = std::lower_bound(bars.begin(), bars.end(), bar.end,
                                        [](const IndexedBar& b, Instant end) { return b.begin < end; });
    const auto before = static_cast<std::size_t>(later - bars.begin());
    bar.row = kMostBarRows;
    for (std::uint32_t row = 0; row < kMostBarRows && bar.row == kMostBarRows; ++row) {
      if (ends[row].before(before) > bar.begin) continue;
      ends[row].add(keyed.place, bar.end);
      bar.row = row;
    }
  }
}

// What overlaps join: the fewest rows that hold all, and where these are too many, those that matter most.
void give_joined_rows(std::span<IndexedBar> joined, const std::vector<std::uint8_t>& ranks) {
  std::uint32_t rows = 0;
  for (const IndexedBar& bar : joined) rows = std::max(rows, bar.row + 1);
  if (rows > kMostBarRows) give_rows_by_importance(joined, ranks);
  for (IndexedBar& bar : joined) bar.rows = std::min(rows, kMostBarRows);
}

}  // namespace

void give_rows(std::vector<IndexedBar>& bars, const std::vector<std::uint8_t>& ranks) {
  LaneRequest request;
  request.items.reserve(bars.size());
  for (const IndexedBar& bar : bars)
    request.items.push_back(
        {ms_between(bars.front().begin, bar.begin), ms_between(bars.front().begin, bar.end)});
  const LaneLayout packed = pack_lanes(request);
  for (std::size_t i = 0; i < bars.size(); ++i) bars[i].row = packed.row_of[i];
  for (std::size_t first = 0, last = 0; first < bars.size(); first = last) {
    Instant end = bars[first].end;
    for (last = first + 1; last < bars.size() && bars[last].begin < end; ++last)
      end = std::max(end, bars[last].end);
    give_joined_rows(std::span(bars).subspan(first, last - first), ranks);
  }
}

}  // namespace tp
