// How long after a reader asked is the answer in the scene? A change of the filter, a hidden event selected,
// a pointer moved, a letter typed.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "measured_frames.hpp"

namespace tp {
namespace {

constexpr const char* kParts[] = {"track", "actor", "status", "text"};

/// The `i`-th filter of those that differ in one part only.
Filter filter_by(std::int64_t part, std::int64_t mode, int i) {
  Filter filter;
  filter.mode = mode ? Filter::Mode::kHide : Filter::Mode::kDim;
  const auto n = static_cast<std::uint32_t>(i);
  if (part == 0) filter.hidden_tracks = {n % 5};
  if (part == 1) filter.actors = {n % 17, 17 + n % 19};
  if (part == 2) filter.hidden_statuses = static_cast<std::uint8_t>(1u << n % 3);
  if (part == 3) filter.text = n % 2 ? "waiver" : "talks";
  return filter;
}

/// Arguments: events, actors, relations; which part changes; 0 dims, 1 hides.
void change_filter(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), state.range(1), state.range(2));
  const std::int64_t part = state.range(3), mode = state.range(4);
  state.SetLabel(std::string(kParts[part]) + (mode ? ", hidden" : ", dimmed"));
  open.act(Select{});
  open.act(FitAll{});
  Filter first;
  first.text = "peace";
  open.act(SetFilter{first});  // reads the story for the search
  while (open.program.wants_frame()) open.settle();
  frames(state, open, [&](int i) { return SetFilter{filter_by(part, mode, i)}; });
  state.counters["shown"] = static_cast<double>(open.program.shown().event_count());
  open.act(SetFilter{});
}

void sizes_and_parts(benchmark::internal::Benchmark* bench) {
  for (const std::int64_t events : {10'000, 100'000, 1'000'000})
    for (const std::int64_t part : {0, 1, 2, 3})
      for (const std::int64_t mode : {0, 1}) bench->Args({events, 40, 80, part, mode});
  for (const std::int64_t mode : {0, 1}) bench->Args({100'000, 1000, 3000, 0, mode});
}

/// Selects one event after the other that the filter hides: each is drawn all the same.
void select_hidden(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), 40, 80);
  open.act(FitAll{});
  Filter filter = filter_by(0, state.range(1), 2);
  filter.hidden_tracks = {0, 1, 2};
  open.act(SetFilter{filter});
  std::vector<std::uint32_t> hidden;
  for (std::uint32_t i = 0; i < open.program.story().events.size() && hidden.size() < 4000; ++i)
    if (!open.program.shown().event(i)) hidden.push_back(i);
  frames(state, open, [&](int i) {
    return Select{{Kind::kEvent, hidden[static_cast<std::size_t>(i) * 37 % hidden.size()]}, false, false};
  });
  open.act(SetFilter{});
  open.act(Select{});
}

/// A frame after a pan, and then what lies under the pointer: the first question after a new scene is the
/// dearest.
void point_after_pan(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), state.range(1), state.range(2));
  open.act(FitAll{});
  open.act(ZoomTimeline{640, 64});
  InputEvent move;
  int i = 0;
  for (auto _ : state) {
    open.program.push(PanTimeline{i / 200 % 2 == 0 ? 11.0 : -11.0});
    open.program.frame(0, open.measurer);
    move.at = {100 + i * 37 % 1100 + 0.5, 20 + i * 53 % 690 + 0.5};
    ++i;
    const double begin = cpu_ms();
    open.program.input(move);
    state.SetIterationTime((cpu_ms() - begin) / 1e3);
  }
}

/// The same while nothing moves but the pointer.
void point_at_still_scene(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), state.range(1), state.range(2));
  open.act(FitAll{});
  InputEvent move;
  int i = 0;
  for (auto _ : state) {
    move.at = {100 + i * 37 % 1100 + 0.5, 20 + i * 53 % 690 + 0.5};
    ++i;
    const double begin = cpu_ms();
    open.program.input(move);
    state.SetIterationTime((cpu_ms() - begin) / 1e3);
    if (i % 64 == 0) open.program.frame(0, open.measurer);
  }
}

/// "waiver talks" letter by letter: from a key stroke to the frame that has the answer.
void type_a_letter(benchmark::State& state) {
  OpenProgram& open = opened(state.range(0), 40, 80);
  open.act(Search{"peace", 20});
  while (open.program.wants_frame()) open.settle();
  constexpr std::string_view kTyped = "waiver talks";
  frames(state, open, [&](int i) {
    return Search{std::string(kTyped.substr(0, static_cast<std::size_t>(i) % kTyped.size() + 1)), 20};
  });
  open.act(Search{});
}

BENCHMARK(change_filter)
    ->Apply(sizes_and_parts)
    ->Iterations(20)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(select_hidden)
    ->ArgsProduct({{10'000, 100'000, 1'000'000}, {0, 1}})
    ->Iterations(40)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(point_after_pan)
    ->Args({10'000, 40, 80})
    ->Args({100'000, 40, 80})
    ->Args({100'000, 1000, 3000})
    ->Args({1'000'000, 40, 80})
    ->Iterations(400)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(point_at_still_scene)
    ->Args({100'000, 40, 80})
    ->Args({100'000, 1000, 3000})
    ->Iterations(4000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(type_a_letter)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(60)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tp
