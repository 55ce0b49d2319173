// How fast is a story read and checked? Prints MB/s of CPU time for generated stories of growing size; build
// it in Release.
//   story_reading_speed [events]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "generate_story.hpp"
#include "story/read_story.hpp"
#include "story/relations_at.hpp"

namespace {

/// CPU time, so that what else runs on the machine matters less.
double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measure(std::uint32_t events, std::uint32_t languages) {
  // A million events fit into the largest file with short summaries in one language.
  const std::uint32_t words = events < 1'000'000 ? 14 : 4;
  const std::string json = tp::generate_story({events, events / 20 + 10, events / 10, languages, words}, 1);
  double best = 1e9;
  double indexing = 0;
  bool is_read = false;
  for (int i = 0; i < 3; ++i) {
    const double start = cpu_seconds();
    const tp::StoryResult result = tp::read_story(json);
    best = std::min(best, cpu_seconds() - start);
    is_read = result.story.has_value();
    if (!is_read) break;
    const double middle = cpu_seconds();
    [[maybe_unused]] const tp::StoryIndex index = tp::index_story(*result.story);
    indexing = cpu_seconds() - middle;
  }
  const double megabytes = static_cast<double>(json.size()) / 1e6;
  std::printf("%8u events, %u language%s, %7.1f MB: %6.3f s, %5.0f MB/s, index %.3f s%s\n", events, languages,
              languages == 1 ? " " : "s", megabytes, best, megabytes / best, indexing,
              is_read ? "" : " (refused)");
}

}  // namespace

int main(int count, char** arguments) {
  const auto most = static_cast<std::uint32_t>(count > 1 ? std::atoi(arguments[1]) : 100'000);
  for (std::uint32_t events = 1'000; events <= most; events *= 10) {
    measure(events, 1);
    if (events < 1'000'000) measure(events, 3);
  }
}
