// How long does each layout take, and how does that grow?
#include <benchmark/benchmark.h>

#include <array>

#include "base/random.hpp"
#include "layout/axis_layout.hpp"
#include "layout/edge_paths.hpp"
#include "layout/graph_layout.hpp"
#include "layout/hit_test.hpp"
#include "layout/label_placement.hpp"
#include "layout/lane_packing.hpp"
#include "layout/mark_clusters.hpp"
#include "sample_graphs.hpp"
#include "time/calendar.hpp"

namespace tp {
namespace {

void pack_many_lanes(benchmark::State& state) {
  Random random(1);
  LaneRequest request;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    const double begin = random.unit() * 1e5;
    request.items.push_back({begin, begin + random.unit() * 100});
  }
  for (auto _ : state) benchmark::DoNotOptimize(pack_lanes(request));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(pack_many_lanes)->RangeMultiplier(10)->Range(1000, 1'000'000)->Complexity();

void gather_many_clusters(benchmark::State& state) {
  Random random(1);
  ClusterRequest request;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    request.items.push_back({random.unit() * 1e5, random.below(8), random.unit()});
  }
  for (auto _ : state) benchmark::DoNotOptimize(gather_clusters(request));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(gather_many_clusters)->RangeMultiplier(10)->Range(1000, 1'000'000)->Complexity();

void place_many_labels(benchmark::State& state) {
  Random random(1);
  LabelRequest request;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    const Rect mark{random.unit() * 20'000, 20.0 * random.below(100), 12, 12};
    request.obstacles.push_back(mark);
    LabelItem item;
    item.size = {20 + 80 * random.unit(), 14};
    item.candidates = beside_candidates(mark, item.size, 3);
    item.priority = random.unit();
    item.own_obstacle = static_cast<std::uint32_t>(i);
    request.items.push_back(item);
  }
  for (auto _ : state) benchmark::DoNotOptimize(place_labels(request));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(place_many_labels)->RangeMultiplier(10)->Range(1000, 100'000)->Complexity();

void hit_among_many(benchmark::State& state) {
  Random random(1);
  const double extent = 4000;
  HitIndex index;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    const Point at{random.unit() * extent, random.unit() * extent};
    const Point to{at.x + random.unit() * 300, at.y + random.unit() * 300};
    const auto target = static_cast<std::uint32_t>(i);
    if (i % 3 == 0) index.add_rect({at.x, at.y, 40, 12}, target);
    if (i % 3 == 1) index.add_circle(at, 8, target);
    if (i % 3 == 2) index.add_curve({at, {to.x, at.y}, {at.x, to.y}, to}, 2, target);
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(index.at({random.unit() * extent, random.unit() * extent}, 8));
}
BENCHMARK(hit_among_many)->RangeMultiplier(10)->Range(1000, 100'000);

class PlainMeasurer : public TextMeasurer {
 public:
  Size measure(std::string_view text, TextStyle) const override {
    return {6.5 * static_cast<double>(text.size()), 14};
  }
};

void lay_out_many_axes(benchmark::State& state) {
  const PlainMeasurer measurer;
  AxisRequest request;
  request.right_px = 1600;
  request.language = "en";
  double ms_per_px = 0.01;
  for (auto _ : state) {
    request.scale = {start_of_day({2025, 8, 8}), 800, ms_per_px};
    benchmark::DoNotOptimize(lay_out_axis(request, measurer));
    ms_per_px = ms_per_px > 1e15 ? 0.01 : ms_per_px * 1.7;
  }
}
BENCHMARK(lay_out_many_axes);

/// Arguments: nodes, edges for each node.
void lay_out_map(benchmark::State& state) {
  const auto count = static_cast<std::uint32_t>(state.range(0));
  GraphLayoutRequest request = story_like_graph(count, static_cast<std::uint32_t>(state.range(1)), 1, 0.1);
  request.area = {2000, 1300};
  GraphLayout layout;
  for (auto _ : state) layout = finish(lay_out_graph(request));
  state.counters["stress"] = layout.stress;
  state.counters["overlaps"] = layout.overlaps;
}
BENCHMARK(lay_out_map)
    ->Args({50, 2})
    ->Args({200, 3})
    ->Args({1000, 3})
    ->Args({5000, 4})
    ->Unit(benchmark::kMillisecond);

void trace_map_edges(benchmark::State& state) {
  const auto count = static_cast<std::uint32_t>(state.range(0));
  GraphLayoutRequest graph = story_like_graph(count, 4, 1, 0.1);
  graph.area = {2000, 1300};
  const GraphLayout layout = finish(lay_out_graph(graph));
  EdgePathRequest request;
  for (const Point p : layout.positions) request.nodes.push_back({p, 4});
  for (const GraphEdge& e : graph.edges) request.edges.push_back({e.from, e.to});
  for (auto _ : state) benchmark::DoNotOptimize(trace_edges(request));
}
BENCHMARK(trace_map_edges)->Arg(50)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tp
