// A filter means the same on the timeline, on the map and in the card, and never hides what is selected
// without saying so.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/shown.hpp"
#include "base/random.hpp"
#include "support.hpp"

namespace tp {
namespace {

Filter random_filter(Random& random, const Story& story) {
  Filter filter;
  for (std::uint32_t i = 0; i < story.tracks.size(); ++i)
    if (random.below(3) == 0) filter.hidden_tracks.push_back(i);
  filter.hidden_statuses = random.below(2) ? static_cast<std::uint8_t>(random.below(8)) : 0;
  if (random.below(2))
    for (int i = 0; i < 3; ++i)
      filter.actors.push_back(random.below(static_cast<std::uint32_t>(story.actors.size())));
  const char* const texts[] = {"", "", "waiver", "peace", "a", "azerbaycan 907", "xyzzy"};
  filter.text = texts[random.below(7)];
  filter.mode = random.below(2) ? Filter::Mode::kHide : Filter::Mode::kDim;
  return filter;
}

// The rules once more, from the words of the story.
bool passes(const Filter& filter, const Event& event, std::uint32_t without = 0) {
  const auto has = [](const std::vector<std::uint32_t>& list, std::uint32_t i) {
    return std::find(list.begin(), list.end(), i) != list.end();
  };
  if (without != 1 && event.track.valid() && has(filter.hidden_tracks, event.track.value)) return false;
  if (without != 2 && (filter.hidden_statuses & Filter::bit(event.status))) return false;
  return without == 4 || filter.actors.empty() ||
         std::any_of(event.actors.begin(), event.actors.end(),
                     [&](ActorIndex actor) { return has(filter.actors, actor.value); });
}

struct FilterTest : ::testing::Test {
  FilterTest() { open.act(SetAppearance{false, true}); }  // fewer frames, the same pictures
  const Story& story() const { return open.program.story(); }
  const Shown& shown() const { return open.program.shown(); }
  void filter(const Filter& filter) { open.act(SetFilter{filter}); }
  Filter only_track(std::string_view id, Filter::Mode mode) const {
    Filter filter;
    filter.mode = mode;
    for (std::uint32_t i = 0; i < story().tracks.size(); ++i)
      if (story().tracks[i].id != id) filter.hidden_tracks.push_back(i);
    return filter;
  }
  std::set<std::uint32_t> drawn_events(bool dimmed) const {
    std::set<std::uint32_t> events;
    for (const EventMark& mark : open.program.scene().timeline.marks)
      if ((mark.emphasis == Emphasis::kDimmed) == dimmed)
        events.insert(mark.members.begin(), mark.members.end());
    return events;
  }
  OpenProgram open;
};

TEST_F(FilterTest, ShowsWhatPassesEveryPartOfIt) {
  Random random(11);
  for (int round = 0; round < 60; ++round) {
    Filter filter = random_filter(random, story());
    filter.text.clear();
    open.act(SetFilter{filter});
    std::size_t count = 0;
    for (std::size_t i = 0; i < story().events.size(); ++i) {
      ASSERT_EQ(shown().event(i), passes(filter, story().events[i])) << round << " " << story().events[i].id;
      count += shown().event(i);
    }
    EXPECT_EQ(shown().event_count(), count);
  }
}

TEST_F(FilterTest, CountsWhatEachChoiceWouldShow) {
  Random random(12);
  for (int round = 0; round < 30; ++round) {
    Filter filter = random_filter(random, story());
    filter.text.clear();
    open.act(SetFilter{filter});
    const Facets& facets = open.program.facets();
    ASSERT_EQ(facets.tracks.size(), story().tracks.size());
    std::vector<FacetCount> tracks(story().tracks.size()), statuses(3), actors(story().actors.size());
    for (const Event& event : story().events) {
      if (event.track.valid()) {
        ++tracks[event.track.at()].of;
        tracks[event.track.at()].count += passes(filter, event, 1);
      }
      FacetCount& status = statuses[static_cast<std::size_t>(event.status)];
      ++status.of;
      status.count += passes(filter, event, 2);
      for (const ActorIndex actor : event.actors) {
        ++actors[actor.at()].of;
        actors[actor.at()].count += passes(filter, event, 4);
      }
    }
    EXPECT_EQ(facets.tracks, tracks);
    EXPECT_EQ(facets.statuses, statuses);
    EXPECT_EQ(facets.actors, actors);
  }
}

TEST_F(FilterTest, RanksAndSelectsPlacesInTime) {
  Random random(13);
  for (int round = 0; round < 40; ++round) {
    filter(random_filter(random, story()));
    std::vector<std::size_t> places;
    const auto& order = open.program.index().events_in_time;
    for (std::size_t place = 0; place < order.size(); ++place) {
      ASSERT_EQ(shown().rank(place), places.size());
      ASSERT_EQ(shown().place(place), shown().event(order[place].at()));
      if (shown().place(place)) places.push_back(place);
    }
    ASSERT_EQ(shown().rank(order.size()), places.size());
    for (std::size_t n = 0; n < places.size(); ++n) ASSERT_EQ(shown().select(n), places[n]);
  }
}

TEST_F(FilterTest, ATextShowsTheEventsThatASearchFinds) {
  Filter filter;
  filter.text = "waiver";
  open.act(SetFilter{filter});
  open.act(Search{"waiver", 200});
  std::set<std::uint32_t> found, left;
  for (const Hit& hit : open.program.found().hits)
    if (hit.ref.kind == Kind::kEvent) found.insert(hit.ref.index);
  for (std::uint32_t i = 0; i < story().events.size(); ++i)
    if (shown().event(i)) left.insert(i);
  EXPECT_GT(found.size(), 3u);
  EXPECT_EQ(found, left);
  filter.text = "no such word anywhere";
  open.act(SetFilter{filter});
  EXPECT_EQ(shown().event_count(), 0u);
  filter.text = " ,;. ";
  open.act(SetFilter{filter});
  EXPECT_EQ(shown().event_count(), story().events.size()) << "no words: nothing to look for";
}

TEST_F(FilterTest, HiddenEventsAreNotDrawnAndClustersCountTheRest) {
  Random random(14);
  open.act(FitAll{});
  for (int round = 0; round < 30; ++round) {
    Filter next = random_filter(random, story());
    next.mode = Filter::Mode::kHide;
    open.act(Select{});
    filter(next);
    const auto drawn = drawn_events(false);
    EXPECT_EQ(drawn.size(), shown().event_count());
    for (const std::uint32_t event : drawn) EXPECT_TRUE(shown().event(event));
    for (const EventMark& mark : open.program.scene().timeline.marks) {
      if (mark.form == MarkForm::kCluster) {
        EXPECT_EQ(mark.count, std::to_string(mark.members.size()));
      }
    }
  }
}

TEST_F(FilterTest, DimmedEventsStayDrawnAndAreNamedByNothing) {
  Random random(15);
  open.act(FitAll{});
  for (int round = 0; round < 30; ++round) {
    Filter next = random_filter(random, story());
    next.mode = Filter::Mode::kDim;
    open.act(Select{});
    filter(next);
    const auto dimmed = drawn_events(true), normal = drawn_events(false);
    EXPECT_EQ(dimmed.size() + normal.size(), story().events.size());
    EXPECT_EQ(normal.size(), shown().event_count());
    for (const LabelBox& label : open.program.scene().timeline.labels) {
      if (label.ref.kind == Kind::kEvent) {
        EXPECT_TRUE(shown().event(label.ref.index));
      }
    }
  }
}

TEST_F(FilterTest, TheSamePartsOfTheMapStayAsOnTheTimeline) {
  Random random(16);
  const StoryIndex& index = open.program.index();
  for (int round = 0; round < 40; ++round) {
    open.act(Select{});
    filter(random_filter(random, story()));
    if (shown().everything()) continue;
    const auto any = [&](auto events) {
      return std::any_of(events.begin(), events.end(), [&](EventIndex e) { return shown().event(e.at()); });
    };
    std::set<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < story().relations.size(); ++i) {
      const auto events = index.events_of_relation.of(i);
      const Relation& relation = story().relations[i];
      const bool expected = events.empty() ? any(index.events_of_actor.of(relation.from.at())) &&
                                                 any(index.events_of_actor.of(relation.to.at()))
                                           : any(events);
      ASSERT_EQ(shown().relation(i), expected) << relation.id;
      if (!expected) continue;
      ends.insert(relation.from.value);
      ends.insert(relation.to.value);
    }
    for (std::uint32_t i = 0; i < story().actors.size(); ++i)
      ASSERT_EQ(shown().actor(i), ends.count(i) || any(index.events_of_actor.of(i))) << story().actors[i].id;
    for (const EdgeMark& edge : open.program.scene().map.edges) {
      EXPECT_EQ(edge.emphasis == Emphasis::kDimmed, !shown().relation(edge.ref.index));
      EXPECT_FALSE(shown().hides() && !shown().relation(edge.ref.index));
    }
    for (const NodeMark& node : open.program.scene().map.nodes) {
      EXPECT_EQ(node.emphasis == Emphasis::kDimmed, !shown().actor(node.ref.index));
      EXPECT_FALSE(shown().hides() && !shown().actor(node.ref.index));
    }
  }
}

TEST_F(FilterTest, WhatIsSelectedStaysDrawnAndIsSaidToBeHidden) {
  for (const Filter::Mode mode : {Filter::Mode::kHide, Filter::Mode::kDim}) {
    for (std::uint32_t i = 0; i < story().events.size(); ++i) {
      Filter next = only_track(story().tracks.front().id, mode);
      next.hidden_statuses = Filter::bit(Status::kFact);
      filter(next);
      open.act(Select{{Kind::kEvent, i}});
      const bool hidden = !shown().event(i);
      EXPECT_EQ(open.program.selection_is_hidden(), hidden);
      const auto& marks = open.program.scene().timeline.marks;
      EXPECT_TRUE(std::any_of(marks.begin(), marks.end(), [&](const EventMark& mark) {
        return mark.emphasis == Emphasis::kSelected &&
               std::find(mark.members.begin(), mark.members.end(), i) != mark.members.end();
      })) << story().events[i].id;
      EXPECT_EQ(open.program.card().title, story().events[i].title.in("en")) << "the card still says it";
    }
    for (std::uint32_t i = 0; i < story().relations.size(); ++i) {
      open.act(Select{{Kind::kRelation, i}});
      EXPECT_EQ(open.program.selection_is_hidden(), !shown().relation(i));
      const auto& edges = open.program.scene().map.edges;
      EXPECT_TRUE(std::any_of(edges.begin(), edges.end(), [&](const EdgeMark& edge) {
        return edge.ref.index == i && edge.emphasis == Emphasis::kSelected;
      })) << story().relations[i].id;
    }
    for (std::uint32_t i = 0; i < story().actors.size(); ++i) {
      open.act(Select{{Kind::kActor, i}});
      EXPECT_EQ(open.program.selection_is_hidden(), !shown().actor(i));
      const auto& nodes = open.program.scene().map.nodes;
      EXPECT_TRUE(std::any_of(nodes.begin(), nodes.end(), [&](const NodeMark& node) {
        return node.ref.index == i && node.emphasis == Emphasis::kSelected;
      })) << story().actors[i].id;
    }
  }
}

TEST_F(FilterTest, SteppingAndPlayingPassOverWhatIsFiltered) {
  Random random(17);
  const StoryIndex& index = open.program.index();
  for (int round = 0; round < 12; ++round) {
    filter(random_filter(random, story()));
    std::vector<std::uint32_t> expected;
    for (const EventIndex event : index.events_in_time)
      if (shown().event(event.at())) expected.push_back(event.value);
    if (expected.empty()) {
      open.act(Select{});
      open.act(SelectNext{1});
      EXPECT_FALSE(open.program.state().selected.valid());
      continue;
    }
    open.act(SelectNext{-(1 << 30)});
    std::vector<std::uint32_t> walked;
    open.act(Select{{Kind::kEvent, expected.front()}});
    for (std::size_t i = 0; i < expected.size() + 2; ++i) {
      if (walked.empty() || walked.back() != open.program.state().selected.index)
        walked.push_back(open.program.state().selected.index);
      if (open.program.card().next.valid() && i + 1 < expected.size()) {
        EXPECT_EQ(open.program.card().next.index, expected[i + 1]) << "the card's next is the next";
      }
      open.act(SelectNext{1});
    }
    EXPECT_EQ(walked, expected);
    std::reverse(expected.begin(), expected.end());
    walked.clear();
    for (std::size_t i = 0; i < expected.size() + 2; ++i) {
      if (walked.empty() || walked.back() != open.program.state().selected.index)
        walked.push_back(open.program.state().selected.index);
      open.act(SelectNext{-1});
    }
    EXPECT_EQ(walked, expected);
    open.act(SetPlaying{true});
    for (int step = 0; step < 200 && open.program.state().playback.playing; ++step) {
      open.program.frame(open.program.next_frame_in_ms(), open.measurer);
      open.settle();
      EXPECT_TRUE(shown().event(open.program.state().selected.index));
    }
    EXPECT_EQ(open.program.state().selected.index, expected.front());
    for (double x : {40.0, 300.0, 700.0, 1000.0}) {
      open.act(ScrubPlayhead{x});
      const Ref selected = open.program.state().selected;
      EXPECT_TRUE(!selected.valid() || selected.kind != Kind::kEvent || shown().event(selected.index));
    }
  }
}

TEST_F(FilterTest, SteppingFromAHiddenEventNeverTurnsBack) {
  filter(only_track(story().tracks.front().id, Filter::Mode::kHide));
  const StoryIndex& index = open.program.index();
  for (std::uint32_t i = 0; i < story().events.size(); ++i) {
    for (const int by : {1, -1}) {
      open.act(Select{{Kind::kEvent, i}});
      open.act(SelectNext{by});
      const std::uint32_t reached = open.program.state().selected.index;
      if (reached == i) continue;
      EXPECT_TRUE(shown().event(reached));
      EXPECT_EQ(index.place_in_time[reached] > index.place_in_time[i], by > 0);
    }
  }
}

TEST_F(FilterTest, NoFilterIsTheSamePictureAsBefore) {
  const std::string before = open.scene();
  Random random(18);
  for (int i = 0; i < 10; ++i) filter(random_filter(random, story()));
  filter({});
  EXPECT_EQ(open.scene(), before);
  EXPECT_FALSE(open.program.state().filter.is_on());
}

TEST_F(FilterTest, AFilterOfWhatTheStoryDoesNotHaveIsTidied) {
  Filter wild;
  wild.hidden_tracks = {900, 1, 1, 0, 4000000000u};
  wild.actors = {77777};
  wild.hidden_statuses = 0xff;
  wild.text = std::string(1 << 20, 'x');
  filter(wild);
  const Filter& kept = open.program.state().filter;
  EXPECT_EQ(kept.hidden_tracks, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_TRUE(kept.actors.empty());
  EXPECT_EQ(kept.hidden_statuses, 7);
  EXPECT_LE(kept.text.size(), Filter::kLongestText);
}

TEST_F(FilterTest, AnEditedStoryKeepsTheFilterByItsIds) {
  Filter next;
  next.hidden_tracks = {1};
  next.actors = {2};
  filter(next);
  std::string edited = real_story();
  ASSERT_FALSE(open.program.load(edited).refuses());
  open.settle();
  EXPECT_EQ(open.program.state().filter, next);
  EXPECT_FALSE(open.program.shown().everything());
}

TEST_F(FilterTest, CountsAreSaidWhenTheyChangeAndNotElse) {
  FrameChanges changes = open.program.frame(16, open.measurer);
  EXPECT_FALSE(changes.facets);
  Filter next;
  next.hidden_tracks = {0};
  open.program.push(SetFilter{next});
  EXPECT_TRUE(open.program.frame(16, open.measurer).facets);
  open.program.push(SetFilter{next});
  EXPECT_FALSE(open.program.frame(16, open.measurer).facets);
  open.program.push(PanTimeline{40});
  EXPECT_FALSE(open.program.frame(16, open.measurer).facets);
}

}  // namespace
}  // namespace tp
