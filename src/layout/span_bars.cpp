#include "layout/span_bars.hpp"

#include <algorithm>
#include <numeric>

#include "base/sort.hpp"

namespace tp {
namespace {

constexpr std::uint32_t kMostNested = 3;
constexpr double kNestStep = 6;  // of height, from a bar to the one inside it
constexpr double kLeastNested = 4;
constexpr double kStackGap = 2;  // between two bars that hold words

/// For each item how many rows there are among those that overlaps join it to.
std::vector<std::uint32_t> rows_around(const SpanBarRequest& request, const LaneLayout& lanes) {
  std::vector<std::uint32_t> order(request.items.size());
  std::iota(order.begin(), order.end(), 0u);
  sort_list(order, [&](std::uint32_t a, std::uint32_t b) {
    return request.items[a].begin_px < request.items[b].begin_px;
  });
  std::vector<std::uint32_t> rows(order.size(), 1);
  for (std::size_t first = 0; first < order.size();) {
    double end = request.items[order[first]].end_px;
    std::uint32_t count = 0;
    std::size_t last = first;
    for (; last < order.size(); ++last) {
      const LaneItem& item = request.items[order[last]];
      if (last > first && item.begin_px >= end + request.gap_px) break;
      end = std::max(end, item.end_px);
      count = std::max(count, lanes.row_of[order[last]] + 1);
    }
    for (std::size_t i = first; i < last; ++i) rows[order[i]] = count;
    first = last;
  }
  return rows;
}

}  // namespace

SpanBar bar_in_row(const SpanBarRequest& request, std::uint32_t row, std::uint32_t rows) {
  const double room = request.height_px;
  const double pitch = room / rows;
  if (rows > 1 && request.may_nest && rows <= kMostNested && pitch - kStackGap < request.line_px) {
    const double outer = std::min(room, request.most_px);
    const double height = std::max(std::min(outer, kLeastNested), outer - row * kNestStep);
    return {(room - height) / 2, height, true};
  }
  const double gap = rows == 1 ? 0 : pitch >= request.line_px ? kStackGap : std::min(1.0, pitch / 4);
  const double height = std::min(request.most_px, pitch - gap);
  return {row * pitch + (pitch - height) / 2, height, false};
}

std::vector<SpanBar> lay_out_bars(const SpanBarRequest& request) {
  const LaneLayout lanes = pack_lanes({request.items, request.gap_px});
  const std::vector<std::uint32_t> rows = rows_around(request, lanes);
  std::vector<SpanBar> bars;
  bars.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) bars.push_back(bar_in_row(request, lanes.row_of[i], rows[i]));
  return bars;
}

}  // namespace tp
