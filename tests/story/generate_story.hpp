// How does a large story look? Well-formed stories of any size from a seed, for tests and measurements.
#pragma once

#include <cstdint>
#include <string>

namespace tp {

struct StorySize {
  std::uint32_t events = 100;
  std::uint32_t actors = 20;
  std::uint32_t relations = 40;
  std::uint32_t languages = 1;  ///< 1 to 3; every text is there in all of them
  std::uint32_t summary_words = 14;
  bool lasting = false;  ///< every relation holds to 2030: a map of today has all of them
};

/// The JSON text of a story without errors or warnings: the same text for the same size and seed on every
/// machine.
std::string generate_story(const StorySize& size, std::uint64_t seed);

}  // namespace tp
