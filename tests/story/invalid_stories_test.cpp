// Each file in tests/stories/invalid is refused with exactly the lines of the .expected.txt beside it.
#include <gtest/gtest.h>

#include "story_files.hpp"

namespace tp {
namespace {

class InvalidStories : public testing::TestWithParam<std::string> {};

TEST_P(InvalidStories, AreRefusedWithExactlyTheExpectedLines) {
  const std::string& path = GetParam();
  const StoryResult result = read_story(file_text(path));
  const std::string expected = path.substr(0, path.size() - std::string(".json").size()) + ".expected.txt";
  EXPECT_EQ(to_text(result.diagnostics, file_name(path)), file_text(expected));
  EXPECT_FALSE(result.story.has_value());
  EXPECT_TRUE(result.diagnostics.refuses());
}

INSTANTIATE_TEST_SUITE_P(Files, InvalidStories, testing::ValuesIn(story_files("invalid")),
                         [](const auto& one) { return test_name(one.param); });

TEST(InvalidStoryFiles, AreAllThere) {
  EXPECT_GE(story_files("invalid").size(), 70u);
}

TEST(InvalidStoryFiles, HaveAStableCodeOnEveryDiagnostic) {
  for (const std::string& path : story_files("invalid")) {
    for (const Diagnostic& item : read_story(file_text(path)).diagnostics.items) {
      EXPECT_FALSE(item.code.empty()) << path;
      EXPECT_EQ(item.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos)
          << path;
    }
  }
}

TEST(InvalidStoryFiles, ReportNoLineTwice) {
  for (const std::string& path : story_files("invalid")) {
    std::string before;
    for (const Diagnostic& item : read_story(file_text(path)).diagnostics.items) {
      const std::string line = to_line(item, "x");
      EXPECT_NE(line, before) << path;
      before = line;
    }
  }
}

}  // namespace
}  // namespace tp
