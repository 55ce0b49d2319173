// What is larger than the limits is refused with a clear error; what is exactly as large is read.
#include "story/limits.hpp"

#include <gtest/gtest.h>

#include "story_files.hpp"

namespace tp {
namespace {

constexpr std::string_view kEvent = R"({"id": "event-#", "when": "1992", "title": "E"})";
constexpr std::string_view kActor = R"({"id": "actor-#", "kind": "state", "name": "A"})";
constexpr std::string_view kRelation =
    R"({"id": "r-#", "from": "actor-0", "to": "actor-0", "phases": [{"when": "1992/1993", "type": "owns"}]})";
constexpr std::string_view kTrack = R"({"id": "track-#", "title": "T"})";

std::string list_of(std::string_view name, std::string_view element, std::size_t count) {
  std::string out = "\"" + std::string(name) + "\": [";
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t mark = element.find('#');
    out += i ? ", " : "";
    out += std::string(element.substr(0, mark)) + std::to_string(i) + std::string(element.substr(mark + 1));
  }
  return out + "]";
}

std::string report_within(const Limits& limits, std::string_view json) {
  return to_text(read_story(json, limits).diagnostics, "f");
}

TEST(Limits, AreTheOnesOfTheFormat) {
  const Limits limits;
  EXPECT_EQ(limits.file_bytes, 268'435'456u);
  EXPECT_EQ(limits.nesting, 64u);
  EXPECT_EQ(limits.string_bytes, 1'048'576u);
  EXPECT_EQ(limits.events, 2'000'000u);
  EXPECT_EQ(limits.actors, 200'000u);
  EXPECT_EQ(limits.relations, 1'000'000u);
}

TEST(Limits, HoldForEachKindOfElement) {
  Limits limits;
  limits.events = limits.actors = limits.relations = limits.others = 3;
  const std::string actors = list_of("actors", kActor, 3);
  EXPECT_EQ(report_within(limits, story_with(list_of("events", kEvent, 3))), "");
  EXPECT_EQ(report_within(limits, story_with(actors + ", " + list_of("relations", kRelation, 3))), "");
  EXPECT_EQ(report_within(limits, story_with(list_of("tracks", kTrack, 3))), "");
  EXPECT_NE(
      report_within(limits, story_with(list_of("events", kEvent, 4))).find("/events: more than 3 events"),
      std::string::npos);
  EXPECT_NE(
      report_within(limits, story_with(list_of("actors", kActor, 4))).find("/actors: more than 3 actors"),
      std::string::npos);
  EXPECT_NE(report_within(limits, story_with(actors + ", " + list_of("relations", kRelation, 4)))
                .find("/relations: more than 3 relations"),
            std::string::npos);
  EXPECT_NE(
      report_within(limits, story_with(list_of("tracks", kTrack, 4))).find("/tracks: more than 3 tracks"),
      std::string::npos);
}

TEST(Limits, HoldForTheFile) {
  const std::string json = story_with("");
  Limits limits;
  limits.file_bytes = json.size();
  EXPECT_EQ(report_within(limits, json), "");
  limits.file_bytes = json.size() - 1;
  EXPECT_NE(report_within(limits, json).find("f:1:1: error: the file is larger than"), std::string::npos);
}

TEST(Limits, HoldForTheLargestFileWithoutLookingInside) {
  const Limits limits;
  const std::size_t size = limits.file_bytes + 1;
  const std::unique_ptr<char[]> untouched(new char[size]);
  EXPECT_EQ(to_text(read_story({untouched.get(), size}).diagnostics, "f"),
            "f:1:1: error: the file is larger than 268,435,456 bytes\n");
}

TEST(Limits, HoldForTheValuesOfOneElement) {
  Limits limits;
  limits.element_values = 10;
  EXPECT_EQ(report_within(limits, story_with("\"extra\": [[1,2,3,4,5,6,7,8,9]]")).find("error"),
            std::string::npos);
  EXPECT_NE(report_within(limits, story_with("\"extra\": [[1,2,3,4,5,6,7,8,9,10]]"))
                .find("error: /extra/0: more than 10 values in one element"),
            std::string::npos);
  EXPECT_EQ(report_within(limits, story_with("\"extra\": [1,2,3,4,5,6,7,8,9,10,11,12]")).find("error"),
            std::string::npos);
}

TEST(Limits, HoldForStringsAndNesting) {
  Limits limits;
  limits.string_bytes = 15;
  EXPECT_EQ(report_within(limits, story_with("\"subtitle\": \"123456789012345\"")), "");
  EXPECT_NE(
      report_within(limits, story_with("\"subtitle\": \"1234567890123456\"")).find("longer than 15 bytes"),
      std::string::npos);
  limits.nesting = 2;
  EXPECT_EQ(report_within(limits, story_with("")), "");
  EXPECT_NE(report_within(limits, story_with(list_of("events", kEvent, 1))).find("nested more than 2 deep"),
            std::string::npos);
}

}  // namespace

// Moving half a million events to a larger place each time costs a quarter of the reading.
TEST(RoomForEvents, IsFoundOnceAndHardlyTooLarge) {
  const std::string usual =
      R"({"id": "event-#", "when": "1992", "title": ")" + std::string(220, 'x') + R"("})";
  for (const std::size_t count : {1, 511, 512, 513, 2000, 20'000}) {
    const StoryResult result = read_story(story_with(list_of("events", usual, count)));
    ASSERT_TRUE(result.story) << count;
    EXPECT_EQ(result.story->events.size(), count);
    if (count <= 513) continue;
    EXPECT_LT(result.story->events.capacity(), count + count / 8) << count;
  }
}

TEST(RoomForEvents, IsHeldToWhatTheFileIsWorth) {
  const std::string long_text = R"(, "credits": ")" + std::string(1'000'000, 'x') + "\"";
  const std::string json = story_with(list_of("events", kEvent, 600) + long_text);
  const StoryResult result = read_story(json);
  ASSERT_TRUE(result.story);
  EXPECT_EQ(result.story->events.size(), 600u);
  EXPECT_LE(result.story->events.capacity() * sizeof(Event), 2 * json.size());
}

}  // namespace tp
