#include <gtest/gtest.h>

#include <algorithm>

#include "generate_story.hpp"
#include "story/relations_at.hpp"
#include "story_files.hpp"

namespace tp {
namespace {

std::string event(std::string_view id, std::string_view when, int importance, std::string_view list = "[]") {
  return R"({"id": ")" + std::string(id) + R"(", "when": ")" + std::string(when) +
         R"(", "title": "E", "importance": )" + std::to_string(importance) +
         ", \"actors\": " + std::string(list) + "}";
}

TEST(StoryIndex, PutsEventsInTimeThenByImportanceThenById) {
  const Story story =
      must_read(story_with("\"events\": [" + event("c", "1992", 3) + "," + event("late", "1993", 5) + "," +
                           event("b", "1992-01-01", 3) + "," + event("a", "1992-01", 5) + "," +
                           event("open", "../1994", 1) + "]"));
  const StoryIndex index = index_story(story);
  std::string order;
  for (const EventIndex i : index.events_in_time) order += std::string(story[i].id) + " ";
  EXPECT_EQ(order, "open a b c late ");
  for (std::size_t i = 0; i < story.events.size(); ++i) {
    EXPECT_EQ(index.events_in_time[index.place_in_time[i]].at(), i);
  }
}

TEST(StoryIndex, ReachesFromTheFirstKnownInstantToTheLast) {
  const Story story =
      must_read(story_with(R"("events": [)" + event("a", "1992-10-24/..", 3) + R"(], "periods": [
      {"id": "p", "when": "1988", "title": "P"}], "actors": [{"id": "x", "kind": "state", "name": "X"}], "relations": [
      {"id": "r", "from": "x", "to": "x", "phases": [{"when": "../2025-08", "type": "owns"}]}])"));
  const TimeRange extent = index_story(story).extent;
  EXPECT_EQ(to_edtf(extent.begin), "1988-01-01");
  EXPECT_EQ(to_edtf(extent.end), "2025-09-01");
}

TEST(StoryIndex, HasAnExtentWithoutAnyDate) {
  const TimeRange extent = index_story(must_read(story_with(""))).extent;
  EXPECT_LT(extent.begin, extent.end);
}

TEST(StoryIndex, ListsALoopOnceForItsActor) {
  const Story story =
      must_read(story_with(R"("actors": [{"id": "x", "kind": "state", "name": "X"}], "relations": [
      {"id": "r", "from": "x", "to": "x", "phases": [{"when": "1992/1993", "type": "owns"}]}])"));
  EXPECT_EQ(index_story(story).relations_of_actor.of(0).size(), 1u);
}

// Every row against what a plain search through a generated story finds.
TEST(StoryIndex, AgreesWithASearchThroughTheStory) {
  const Story story = must_read(generate_story({400, 30, 60, 1}, 7));
  const StoryIndex index = index_story(story);
  const auto in_time = [&](EventIndex a, EventIndex b) {
    return index.place_in_time[a.at()] < index.place_in_time[b.at()];
  };
  for (std::size_t actor = 0; actor < story.actors.size(); ++actor) {
    std::vector<EventIndex> events;
    for (const EventIndex i : index.events_in_time) {
      const auto& named = story[i].actors;
      if (std::find(named.begin(), named.end(), ActorIndex(actor)) != named.end()) events.push_back(i);
    }
    const auto row = index.events_of_actor.of(actor);
    EXPECT_TRUE(std::equal(row.begin(), row.end(), events.begin(), events.end())) << actor;
  }
  std::size_t pairs = 0;
  for (std::size_t relation = 0; relation < story.relations.size(); ++relation) {
    const auto row = index.events_of_relation.of(relation);
    EXPECT_TRUE(std::is_sorted(row.begin(), row.end(), in_time));
    EXPECT_EQ(std::adjacent_find(row.begin(), row.end()), row.end());
    for (const EventIndex i : row) {
      const auto back = index.relations_of_event.of(i.at());
      EXPECT_NE(std::find(back.begin(), back.end(), RelationIndex(relation)), back.end());
    }
    pairs += row.size();
  }
  EXPECT_EQ(index.relations_of_event.items.size(), pairs);
  EXPECT_GT(pairs, 0u);
}

}  // namespace
}  // namespace tp
