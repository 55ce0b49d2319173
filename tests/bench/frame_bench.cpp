// What does a frame of the program cost, without drawing it, and how does that grow with the story?
#include <benchmark/benchmark.h>

#include "measured_frames.hpp"

namespace tp {
namespace {

void zoom_timeline(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), 40, 80);
  open.act(FitAll{});
  // In over twenty octaves and out again.
  frames(state, open, [](int i) { return ZoomTimeline{640, i / 400 % 2 == 0 ? 1.035 : 1 / 1.035}; });
}

void pan_timeline(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), 40, 80);
  open.act(FitAll{});
  open.act(ZoomTimeline{640, static_cast<double>(1 << state.range(1))});
  frames(state, open, [](int i) { return PanTimeline{i / 200 % 2 == 0 ? 11.0 : -11.0}; });
}

void step_playhead(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), state.range(1), state.range(2));
  frames(state, open, [](int) { return SelectNext{-1}; });
}

void pan_map(benchmark::State& state) {
  OpenProgram& open = opened(1000, state.range(0), state.range(1));
  open.act(Select{});
  frames(state, open, [](int i) { return PanMap{{i / 50 % 2 == 0 ? 3.0 : -3.0, 1}}; });
}

BENCHMARK(zoom_timeline)
    ->Arg(50)
    ->Arg(400)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(800)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(pan_timeline)
    ->ArgsProduct({{50, 10'000, 100'000, 1'000'000}, {1, 6, 12}})
    ->Iterations(800)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(step_playhead)
    ->Args({1'000'000, 40, 80})
    ->Args({1000, 1000, 3000})
    ->Args({1000, 5000, 20'000})
    ->Iterations(200)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(pan_map)
    ->Args({1000, 3000})
    ->Args({5000, 20'000})
    ->Iterations(200)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tp
