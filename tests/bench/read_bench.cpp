// How fast is a story's JSON read and checked? Megabytes a second, from the text to a story that can be used.
#include <benchmark/benchmark.h>

#include <string>

#include "generate_story.hpp"
#include "story/read_story.hpp"
#include "story/relations_at.hpp"

namespace tp {
namespace {

std::string json_of(std::int64_t events) {
  StorySize size;
  size.events = static_cast<std::uint32_t>(events);
  size.actors = 1000;
  size.relations = 3000;
  if (events > 500'000) size.summary_words = 6;  // a story's file is at most 256 MiB
  return generate_story(size, 1);
}

void read_json(benchmark::State& state) {
  const std::string json = json_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(read_story(json));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}

/// What a reader waits for besides.
void index_what_was_read(benchmark::State& state) {
  const std::string json = json_of(state.range(0));
  const StoryResult result = read_story(json);
  for (auto _ : state) benchmark::DoNotOptimize(index_story(*result.story));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}

BENCHMARK(read_json)->Arg(1000)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(index_what_was_read)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tp
