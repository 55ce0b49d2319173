#include "layout/lane_packing.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>

#include "base/sort.hpp"

namespace tp {
namespace {

struct Busy {
  double end_px = 0;
  std::uint32_t row = 0;
  friend bool operator>(const Busy& a, const Busy& b) {
    return a.end_px != b.end_px ? a.end_px > b.end_px : a.row > b.row;
  }
};

template <class T>
using MinHeap = std::priority_queue<T, std::vector<T>, std::greater<T>>;

std::vector<std::uint32_t> by_begin(const std::vector<LaneItem>& items) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0u);
  sort_list(order, [&](std::uint32_t a, std::uint32_t b) {
    return items[a].begin_px != items[b].begin_px ? items[a].begin_px < items[b].begin_px : a < b;
  });
  return order;
}

}  // namespace

LaneLayout pack_lanes(const LaneRequest& request) {
  LaneLayout layout;
  layout.row_of.resize(request.items.size());
  MinHeap<Busy> busy;
  MinHeap<std::uint32_t> free_rows;  // the topmost free row is taken, so that rows fill from the top
  for (const std::uint32_t i : by_begin(request.items)) {
    const LaneItem& item = request.items[i];
    while (!busy.empty() && busy.top().end_px + request.gap_px <= item.begin_px) {
      free_rows.push(busy.top().row);
      busy.pop();
    }
    if (free_rows.empty()) free_rows.push(layout.row_count++);
    layout.row_of[i] = free_rows.top();
    free_rows.pop();
    busy.push({std::max(item.begin_px, item.end_px), layout.row_of[i]});
  }
  return layout;
}

}  // namespace tp
