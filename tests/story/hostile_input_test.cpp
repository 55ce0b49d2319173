// Files that were made to hurt: each is refused with an error, quickly, and nothing crashes.
#include <gtest/gtest.h>

#include <string>

#include "story_files.hpp"
#include "support/source_dir.hpp"

namespace tp {
namespace {

std::string full_story() {
  return file_text(source_dir() + "/tests/stories/valid/full.json");
}

void expect_refused(std::string_view json, std::string_view line) {
  const StoryResult result = read_story(json);
  EXPECT_FALSE(result.story.has_value());
  const std::string report = to_text(result.diagnostics, "test.json");
  EXPECT_NE(report.find(line), std::string::npos) << report;
}

TEST(HostileInput, IsRefusedWhereTheStoryIsCutAtAnyByte) {
  const std::string whole = full_story();
  const std::size_t end = whole.find_last_of('}') + 1;
  for (std::size_t size = 0; size < end; ++size) {
    const std::string cut = whole.substr(0, size);  // its own memory: reading past its end would be noticed
    const StoryResult result = read_story(cut);
    ASSERT_FALSE(result.story.has_value()) << size;
    ASSERT_EQ(result.diagnostics.error_count, 1u) << size << "\n" << to_text(result.diagnostics, "cut");
  }
}

TEST(HostileInput, IsRefusedWhereAnyByteIsNull) {
  const std::string whole = full_story();
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    std::string broken = whole;
    broken[i] = '\0';
    const bool refused = !read_story(broken).story.has_value();
    ASSERT_TRUE(refused) << i;
  }
}

TEST(HostileInput, IsRefusedWhereAnyByteIsNoUtf8) {
  const std::string whole = full_story();
  for (std::size_t i = 0; i < whole.size(); i += 11) {
    std::string broken = whole;
    broken[i] = '\xff';
    const bool refused = !read_story(broken).story.has_value();
    ASSERT_TRUE(refused) << i;
  }
}

TEST(HostileInput, MayNestOnlySixtyFourDeep) {
  const auto nested = [](std::size_t depth) {
    return story_with("\"extra\": " + std::string(depth, '[') + std::string(depth, ']'));
  };
  EXPECT_EQ(report_of(nested(63)).find("nested"), std::string::npos);
  expect_refused(nested(64), "arrays and objects are nested more than 64 deep");
  expect_refused(std::string(100'000, '['), "a story is one object, found an array");
  expect_refused(story_with("\"extra\": " + std::string(100'000, '[')), "nested more than 64 deep");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  expect_refused(objects, "nested more than 64 deep");
}

TEST(HostileInput, CanNotSetAnythingByTheNameOfAField) {
  const Story story = must_read(story_with(
      R"("__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "hasOwnProperty": 1)"));
  EXPECT_EQ(story.ids.size(), 0u);
}

TEST(HostileInput, MayHaveManyKeysInOneObject) {
  std::string many = "\"extra\": {\"k\": 0";
  for (int i = 0; i < 20'000; ++i) many += ",\"k" + std::to_string(i) + "\": 0";
  EXPECT_EQ(report_of(story_with(many + "}")).find("error"), std::string::npos);
  expect_refused(story_with(many + ", \"k7777\": 1}"), "the field \"k7777\" is there twice");
}

TEST(HostileInput, MayHaveManyFieldsAtTheTop) {
  std::string many = "\"k\": 0";
  for (int i = 0; i < 20'000; ++i) many += ",\"k" + std::to_string(i) + "\": 0";
  const StoryResult result = read_story(story_with(many));
  EXPECT_TRUE(result.story.has_value());
  EXPECT_EQ(result.diagnostics.warning_count, 20'001u);
}

TEST(HostileInput, MayNameUnknownIdsByTheThousand) {
  std::string actors;
  std::string names;
  for (int i = 0; i < 5'000; ++i) {
    actors +=
        (i ? "," : "") + ("{\"id\": \"actor-" + std::to_string(i)) + R"(", "kind": "state", "name": "x"})";
    names += (i ? ",\"" : "\"") + ("acter-" + std::to_string(i)) + "\"";
  }
  const StoryResult result = read_story(
      story_with("\"actors\": [" + actors +
                 R"(], "events": [{"id": "e", "when": "1992", "title": "E", "actors": [)" + names + "]}]"));
  EXPECT_EQ(result.diagnostics.error_count, 5'000u);
  EXPECT_EQ(result.diagnostics.items.front().message, "no actor \"acter-0\"; did you mean \"actor-0\"?");
}

TEST(HostileInput, KeepsNumbersInTheirPlace) {
  const auto importance = [](std::string_view number) {
    return report_of(story_with(R"("events": [{"id": "e", "when": "1992", "title": "E", "importance": )" +
                                std::string(number) + "}]"));
  };
  EXPECT_EQ(importance("5"), "");
  EXPECT_EQ(importance("5.0"), "");
  EXPECT_EQ(importance("50e-1"), "");
  for (const char* number : {"1e999", "-1e999", "99999999999999999999999", "-9223372036854775809", "1e-400",
                             "0.5", "-0", "4294967299", "18446744073709551619"}) {
    EXPECT_NE(importance(number).find("error"), std::string::npos) << number;
  }
  EXPECT_NE(importance(std::string(100'000, '9')).find("too large"), std::string::npos);
}

// Texts in which a careless search starts again at every bracket: they would take minutes.
TEST(HostileInput, MayHaveAsManyBracketsAsItLikes) {
  for (const std::string_view piece : {"[[", "[[a|", "[[a]", "[[a|\\n]] [[[[", "\\u005b["}) {
    std::string text;
    while (text.size() + piece.size() < 300'000) text += piece;
    const StoryResult result = read_story(story_with("\"answer\": \"" + text + "\""));
    EXPECT_GE(result.diagnostics.items.size(), Diagnostics::kMost) << piece;
  }
}

TEST(HostileInput, MayHoldAMegabyteInAString) {
  const std::string title(std::size_t{1} << 20, 'x');
  EXPECT_EQ(must_read(story_with("\"subtitle\": \"" + title + "\"")).subtitle.in("en").size(), title.size());
  expect_refused(story_with("\"subtitle\": \"" + title + "x\""), "a string is longer than 1,048,576 bytes");
}

}  // namespace
}  // namespace tp
