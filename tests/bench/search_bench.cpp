// How long does a key stroke take, how long a change of the filter, and how much memory does the index need?
#include <benchmark/benchmark.h>

#include <memory>

#include "app/finder.hpp"
#include "generate_story.hpp"
#include "story/read_story.hpp"

namespace tp {
namespace {

struct Opened {
  std::optional<Story> story;
  StoryIndex index;
};

Opened& opened(std::int64_t events) {
  static std::int64_t size = 0;
  static std::unique_ptr<Opened> one;
  if (size != events) {
    one = std::make_unique<Opened>();
    StorySize wanted;
    wanted.events = static_cast<std::uint32_t>(events);
    wanted.actors = 1000;
    wanted.relations = 3000;
    if (events > 500'000) wanted.summary_words = 6;  // a story's file is at most 256 MiB
    one->story = std::move(read_story(generate_story(wanted, 1)).story);
    one->index = index_story(*one->story);
    size = events;
  }
  return *one;
}

void build_index(benchmark::State& state) {
  const Opened& o = opened(state.range(0));
  std::size_t bytes = 0;
  for (auto _ : state) {
    SearchIndex index;
    index.start(*o.story, o.index);
    index.build(*o.story, ~std::size_t{0});
    bytes = index.bytes();
  }
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}
BENCHMARK(build_index)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

// The longest of the frames in which the story is read.
void build_slice(benchmark::State& state) {
  const Opened& o = opened(state.range(0));
  SearchIndex index;
  for (auto _ : state) {
    if (!index.is_started() || index.is_complete()) index.start(*o.story, o.index);
    index.build(*o.story, 384 * 1024);
  }
}
BENCHMARK(build_slice)->Arg(100'000)->Unit(benchmark::kMillisecond);

// Typing "waiver talks" letter by letter; what is told is one key stroke.
void type_letters(benchmark::State& state) {
  const Opened& o = opened(state.range(0));
  SearchIndex index;
  index.start(*o.story, o.index);
  index.build(*o.story, ~std::size_t{0});
  const std::string typed = "waiver talks";
  SearchQuery query;
  std::size_t n = 0;
  for (auto _ : state) {
    n = n % typed.size() + 1;
    query.text = typed.substr(0, n);
    benchmark::DoNotOptimize(make_found(query, index, *o.story, "en"));
  }
}
BENCHMARK(type_letters)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

// One letter that most events hold: the worst.
void first_letter(benchmark::State& state) {
  const Opened& o = opened(state.range(0));
  SearchIndex index;
  index.start(*o.story, o.index);
  index.build(*o.story, ~std::size_t{0});
  SearchQuery query;
  bool other = false;
  for (auto _ : state) {
    query.text = (other = !other) ? "a" : "t";
    benchmark::DoNotOptimize(make_found(query, index, *o.story, "en"));
  }
}
BENCHMARK(first_letter)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void change_filter(benchmark::State& state) {
  const Opened& o = opened(state.range(0));
  Finder finder;
  finder.start(*o.story);
  SearchQuery nothing;
  Filter filter;
  filter.text = state.range(1) ? "waiver" : "";
  finder.filter(filter, *o.story, o.index);
  while (finder.is_reading()) finder.answer(nothing, "en", *o.story, o.index);
  std::uint32_t track = 0;
  for (auto _ : state) {
    track = (track + 1) % 6;
    filter.hidden_tracks = {track};
    filter.actors = {track, track + 20};
    finder.filter(filter, *o.story, o.index);
  }
}
BENCHMARK(change_filter)
    ->Args({10'000, 0})
    ->Args({100'000, 0})
    ->Args({100'000, 1})
    ->Args({1'000'000, 0})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tp
