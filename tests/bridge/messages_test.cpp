// What the page is told: valid JSON, whole cards, ids that exist.
#include "bridge/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "../app/support.hpp"

namespace tp {
namespace {

using Json = nlohmann::json;

Json parsed(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << text.substr(0, 200);
  return json;
}

TEST(Messages, TheStateSaysDateSelectionAndCounts) {
  OpenProgram open;
  open.act(SetPlayhead{parse_date("2025-08-08").value->bounds().begin});
  open.act(Select{});
  const Json state = parsed(change_message(open.program, 12, 1.5))["state"];
  EXPECT_EQ(state["at"], "2025-08-08");
  EXPECT_EQ(state["atWords"], "8 August 2025");
  EXPECT_TRUE(state["select"].is_null());
  EXPECT_EQ(state["frames"], 12);
  EXPECT_EQ(state["counts"]["relations"], relations_at(open.program.story(), open.program.state().at).size());
}

TEST(Messages, EveryCardIsValidJson) {
  OpenProgram open;
  const Story& story = open.program.story();
  for (const auto& [id, ref] :
       std::vector<std::pair<std::string_view, Ref>>(story.ids.begin(), story.ids.end())) {
    const Json card =
        parsed(card_json(make_card(story, open.program.index(), ref, open.program.state().at, "en"), story));
    EXPECT_TRUE(card["title"].is_string()) << id;
  }
}

TEST(Messages, TheOutlineHoldsTheWholeStoryOnce) {
  OpenProgram open;
  const Story& story = open.program.story();
  const Json outline = parsed(outline_json(make_outline(story, open.program.index(), "en"), story, "en"));
  EXPECT_EQ(outline["events"].size(), story.events.size());
  EXPECT_EQ(outline["actors"].size(), story.actors.size());
  EXPECT_EQ(outline["sources"].size(), story.sources.size());
  std::multiset<std::string> in_chapters;
  for (const Json& chapter : outline["chapters"])
    for (const Json& id : chapter["events"]) in_chapters.insert(id.get<std::string>());
  EXPECT_EQ(in_chapters.size(), story.events.size());
  for (const Event& event : story.events) EXPECT_EQ(in_chapters.count(std::string(event.id)), 1u) << event.id;
}

TEST(Messages, EachChapterHoldsTheEventThatItsStepIsAbout) {
  OpenProgram open;
  const Story& story = open.program.story();
  const Outline outline = make_outline(story, open.program.index(), "en");
  ASSERT_EQ(outline.chapters.size(), story.tours.front().steps.size());
  for (std::size_t i = 0; i < outline.chapters.size(); ++i) {
    const Ref about = story.tours.front().steps[i].select;
    if (about.kind != Kind::kEvent) continue;
    const auto& events = outline.chapters[i].events;
    EXPECT_TRUE(std::find(events.begin(), events.end(), EventIndex(about.index)) != events.end())
        << outline.chapters[i].title;
  }
}

TEST(Messages, ChaptersOfTheRealStoryBeginWhereTheirStoryDoes) {
  OpenProgram open;
  const Outline outline = make_outline(open.program.story(), open.program.index(), "en");
  const auto chapter_of = [&](std::string_view id) {
    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
      for (EventIndex event : outline.chapters[i].events)
        if (open.program.story()[event].id == id) return i + 1;
    return std::size_t{0};
  };
  EXPECT_EQ(chapter_of("us-recognition-1991"), 1u);
  EXPECT_EQ(chapter_of("fsa-907-1992"), 2u);
  EXPECT_EQ(chapter_of("senate-waiver-2001"), 4u);
  EXPECT_EQ(chapter_of("waiver-2025"), 7u);
  EXPECT_EQ(chapter_of("charter-2026"), 8u);
}

TEST(Messages, WhatWasFoundIsSaidWithItsMarks) {
  OpenProgram open;
  open.act(Search{"WAIV\xff", 3});
  const Json found = parsed(found_message(open.program));
  EXPECT_EQ(found["type"], "found");
  EXPECT_GT(found["total"], 3);
  ASSERT_EQ(found["hits"].size(), 3u);
  for (const Json& hit : found["hits"]) {
    EXPECT_TRUE(open.find(hit["id"].get<std::string>()).valid());
    for (const char* key : {"kind", "kindWords", "title", "detail", "date"})
      EXPECT_TRUE(hit[key].is_string());
    EXPECT_TRUE(hit["at"].is_array());
  }
  EXPECT_EQ(found["hits"][0]["at"][0][1], 4);
}

TEST(Messages, FilterAndItsChoicesAreSaid) {
  OpenProgram open;
  const Story& story = open.program.story();
  EXPECT_TRUE(parsed(change_message(open.program, 0, 0))["state"]["filter"].is_null());
  Filter filter;
  for (std::uint32_t i = 1; i < story.tracks.size(); ++i) filter.hidden_tracks.push_back(i);
  filter.mode = Filter::Mode::kHide;
  open.act(SetFilter{filter});
  const EventIndex hidden =
      *std::find_if(open.program.index().events_in_time.begin(), open.program.index().events_in_time.end(),
                    [&](EventIndex event) { return !open.program.shown().event(event.at()); });
  open.act(Select{Ref::of(Kind::kEvent, hidden)});
  const Json state = parsed(change_message(open.program, 0, 0))["state"];
  EXPECT_EQ(state["filter"]["shown"], open.program.shown().event_count());
  EXPECT_EQ(state["filter"]["of"], story.events.size());
  EXPECT_EQ(state["filter"]["mode"], "hide");
  EXPECT_EQ(state["filter"]["hideTracks"].size(), story.tracks.size() - 1);
  EXPECT_TRUE(state["filter"]["selectionHidden"]);
  EXPECT_TRUE(state["canUndo"]);
  EXPECT_FALSE(state["canRedo"]);
  const Json facets = parsed(facets_message(open.program));
  ASSERT_EQ(facets["tracks"].size(), story.tracks.size());
  std::size_t of = 0;
  for (const Json& track : facets["tracks"]) of += track["of"].get<std::size_t>();
  EXPECT_EQ(of, story.events.size());
  EXPECT_EQ(facets["statuses"].size(), 3u);
  EXPECT_GT(facets["actors"].size(), 10u);
}

TEST(Messages, AStepOfATourIsSaid) {
  OpenProgram open;
  EXPECT_TRUE(parsed(step_message(open.program))["tour"].is_null());
  open.act(ShowStep{0, 1});
  const Tour& tour = open.program.story().tours.front();
  const Json step = parsed(step_message(open.program));
  EXPECT_EQ(step["tour"], std::string(tour.id));
  EXPECT_EQ(step["step"], 1);
  EXPECT_EQ(step["count"], tour.steps.size());
  EXPECT_EQ(step["title"], std::string(tour.steps[1].title.in("en")));
  EXPECT_EQ(parsed(change_message(open.program, 0, 0))["state"]["tour"], std::string(tour.id));
}

TEST(Messages, PlacesAreOnTheCanvas) {
  OpenProgram open;
  const std::string id(open.program.story().id_of(open.program.state().selected));
  const Json located = parsed(located_message(id, open.program));
  ASSERT_TRUE(located["rect"].is_array()) << id;
  EXPECT_TRUE(parsed(located_message("no-such-thing", open.program))["rect"].is_null());
  EXPECT_TRUE(parsed(located_message("@playhead", open.program))["rect"].is_array());
}

}  // namespace
}  // namespace tp
