// Each file in tests/stories/valid is read without an error; warnings only where .expected.txt has them.
#include <gtest/gtest.h>

#include <filesystem>

#include "story_files.hpp"

namespace tp {
namespace {

class ValidStories : public testing::TestWithParam<std::string> {};

TEST_P(ValidStories, AreReadWithExactlyTheExpectedWarnings) {
  const std::string& path = GetParam();
  const StoryResult result = read_story(file_text(path));
  const std::string expected = path.substr(0, path.size() - std::string(".json").size()) + ".expected.txt";
  const std::string lines = std::filesystem::exists(expected) ? file_text(expected) : "";
  EXPECT_EQ(to_text(result.diagnostics, file_name(path)), lines);
  EXPECT_TRUE(result.story.has_value());
}

TEST_P(ValidStories, KeepNoReferenceToTheirText) {
  std::string json = file_text(GetParam());
  StoryResult result = read_story(json);
  std::fill(json.begin(), json.end(), '\xff');
  ASSERT_TRUE(result.story.has_value());
  const Story story = std::move(*result.story);
  for (const Event& event : story.events) {
    EXPECT_EQ(event.id.find('\xff'), std::string_view::npos);
    EXPECT_EQ(event.title.in("en").find('\xff'), std::string_view::npos);
    for (const auto& translation : event.title.translations()) {
      EXPECT_EQ(translation.language.find('\xff'), std::string_view::npos);
    }
    EXPECT_EQ(story.find(event.id).kind, Kind::kEvent);
  }
  for (const std::string_view language : story.languages) {
    EXPECT_EQ(language.find('\xff'), std::string_view::npos);
  }
}

TEST_P(ValidStories, FindEveryIdAgain) {
  const Story story = must_read(file_text(GetParam()));
  for (const auto& [id, ref] : story.ids) EXPECT_EQ(story.id_of(ref), id);
  std::size_t steps = 0;
  for (const Tour& tour : story.tours) steps += tour.steps.size();
  std::size_t named_questions = 0;
  for (const Question& question : story.quiz) named_questions += question.id.empty() ? 0 : 1;
  EXPECT_EQ(story.ids.size(), story.tracks.size() + story.actors.size() + story.relations.size() +
                                  story.events.size() + story.periods.size() + story.series.size() +
                                  story.sources.size() + story.glossary.size() + story.tours.size() + steps +
                                  named_questions);
}

INSTANTIATE_TEST_SUITE_P(Files, ValidStories, testing::ValuesIn(story_files("valid")),
                         [](const auto& one) { return test_name(one.param); });

TEST(ValidStoryFiles, AreAllThere) {
  EXPECT_GE(story_files("valid").size(), 12u);
}

}  // namespace
}  // namespace tp
