// What does a frame of the program cost, without drawing it, and how does that grow with the story?
#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <memory>

#include "generate_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

/// CPU time of this thread, so that what else runs on the machine matters less.
double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Stories are read once: the largest takes seconds.
OpenProgram& opened(std::int64_t events, std::int64_t actors, std::int64_t relations) {
  static std::map<std::int64_t, std::unique_ptr<OpenProgram>> programs;
  std::unique_ptr<OpenProgram>& program = programs[events * 1'000'000 + actors];
  if (!program) {
    StorySize size;
    size.events = static_cast<std::uint32_t>(events);
    size.actors = static_cast<std::uint32_t>(actors);
    size.relations = static_cast<std::uint32_t>(relations);
    size.summary_words = events < 1'000'000 ? 14 : 4;
    size.lasting = true;
    program = std::make_unique<OpenProgram>(generate_story(size, 1));
  }
  return *program;
}

/// Runs frames, each after one action, and reports the median and the 99th percentile.
template <class Act>
void frames(benchmark::State& state, OpenProgram& open, Act act) {
  std::vector<double> times;
  int i = 0;
  for (auto _ : state) {
    open.program.push(act(i++));
    const double begin = cpu_ms();
    open.program.frame(0, open.measurer);
    times.push_back(cpu_ms() - begin);
    state.SetIterationTime(times.back() / 1e3);
  }
  std::sort(times.begin(), times.end());
  state.counters["median_ms"] = times[times.size() / 2];
  state.counters["p99_ms"] = times[times.size() * 99 / 100];
  state.counters["marks"] = static_cast<double>(open.program.scene().timeline.marks.size());
  state.counters["labels"] = static_cast<double>(open.program.scene().timeline.labels.size());
  state.counters["edges"] = static_cast<double>(open.program.scene().map.edges.size());
}

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
