#include "generate_story.hpp"

#include <gtest/gtest.h>

#include "story_files.hpp"

namespace tp {
namespace {

TEST(GeneratedStories, HaveNoProblemsAtAnySize) {
  for (const std::uint32_t events : {0u, 1u, 2u, 50u, 1'000u}) {
    for (const std::uint32_t languages : {1u, 2u, 3u}) {
      const StorySize size{events, events / 5, events / 3, languages};
      const StoryResult result = read_story(generate_story(size, events));
      ASSERT_TRUE(result.story.has_value());
      EXPECT_EQ(to_text(result.diagnostics, "f"), "");
      EXPECT_EQ(result.story->events.size(), events);
      EXPECT_EQ(result.story->actors.size(), size.actors);
      EXPECT_EQ(result.story->languages.size(), languages);
    }
  }
}

TEST(GeneratedStories, DependOnTheirSeedOnly) {
  EXPECT_EQ(generate_story({20, 5, 5, 1}, 1), generate_story({20, 5, 5, 1}, 1));
  EXPECT_NE(generate_story({20, 5, 5, 1}, 1), generate_story({20, 5, 5, 1}, 2));
}

}  // namespace
}  // namespace tp
