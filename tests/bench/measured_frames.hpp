// How are frames of a program measured? Generated stories that are read once, and the time of each frame.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <memory>

#include "generate_story.hpp"
#include "support.hpp"

namespace tp {

/// CPU time of this thread, so that what else runs on the machine matters less.
inline double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Stories are read once: the largest takes seconds.
inline OpenProgram& opened(std::int64_t events, std::int64_t actors, std::int64_t relations) {
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

}  // namespace tp
