// The keyboard's walk along relations and tracks, and what is said on it.
#include "app/map_walk.hpp"

#include <gtest/gtest.h>

#include <set>

#include "app/moments.hpp"
#include "support.hpp"

namespace tp {
namespace {

struct MapWalkTest : ::testing::Test {
  // One key in a part of the picture; what was said.
  std::string press(Key key, PaneFocus pane = PaneFocus::kMap, bool shift = false) {
    InputEvent event;
    event.type = InputEvent::Type::kKey;
    event.key = key;
    event.pane = pane;
    event.shift = shift;
    EXPECT_TRUE(open.program.input(event));
    std::string said = open.program.frame(0, open.measurer).announcement;
    open.settle();
    return said;
  }
  const State& state() const { return open.program.state(); }
  const Story& story() const { return open.program.story(); }
  const Relation& selected_relation() const { return story().relations[state().selected.index]; }
  bool is_drawn(Ref ref) const {
    return std::ranges::any_of(open.program.scene().map.edges,
                               [&](const EdgeMark& edge) { return edge.ref == ref; });
  }
  OpenProgram open;
};

TEST_F(MapWalkTest, BeginsAtAnActorOfTheSelectedEvent) {
  open.act(Select{open.find("fsa-907-1992")});
  press(Key::kRight);
  ASSERT_EQ(state().selected.kind, Kind::kActor);
  const Event& event = story().events[open.find("fsa-907-1992").index];
  EXPECT_NE(std::ranges::find(event.actors, ActorIndex(state().selected.index)), event.actors.end());
}

TEST_F(MapWalkTest, GoesOnceAroundTheRelationsOfAnActorBothWays) {
  open.act(Select{open.find("azerbaijan")});
  const ActorIndex self(open.find("azerbaijan").index);
  std::vector<Ref> met;
  for (press(Key::kRight); met.empty() || !(state().selected == met.front()); press(Key::kRight)) {
    ASSERT_EQ(state().selected.kind, Kind::kRelation);
    ASSERT_TRUE(selected_relation().from == self || selected_relation().to == self);
    ASSERT_TRUE(is_drawn(state().selected)) << "what is not seen is not walked";
    met.push_back(state().selected);
    ASSERT_LT(met.size(), 200u);
  }
  std::size_t drawn = 0;
  for (const EdgeMark& edge : open.program.scene().map.edges) {
    const Relation& r = story().relations[edge.ref.index];
    drawn += r.from == self || r.to == self;
  }
  EXPECT_EQ(std::set<Ref>(met.begin(), met.end()).size(), met.size());
  EXPECT_EQ(met.size(), drawn) << "none is left out";
  press(Key::kLeft);
  EXPECT_EQ(state().selected, met.back());
}

TEST_F(MapWalkTest, FollowsARelationToItsOtherEndAndComesBack) {
  open.act(Select{open.find("azerbaijan")});
  press(Key::kRight);
  const Relation& relation = selected_relation();
  const Ref along = state().selected;
  press(Key::kUp);
  EXPECT_EQ(state().selected, open.find("azerbaijan"));
  press(Key::kRight);
  EXPECT_EQ(state().selected, along);
  press(Key::kDown);
  const ActorIndex self(open.find("azerbaijan").index);
  EXPECT_EQ(state().selected, Ref::of(Kind::kActor, relation.from == self ? relation.to : relation.from));
}

TEST_F(MapWalkTest, GoesFromActorToActorInTheStorysOrderAndAround) {
  open.act(Select{open.find("azerbaijan")});
  std::vector<std::uint32_t> met;
  do {
    met.push_back(state().selected.index);
    press(Key::kDown);
    ASSERT_EQ(state().selected.kind, Kind::kActor);
    ASSERT_LT(met.size(), 200u);
  } while (!(state().selected == open.find("azerbaijan")));
  EXPECT_EQ(met.size(), open.program.scene().map.actor_count);
  press(Key::kUp);
  EXPECT_EQ(state().selected.index, met.back());
}

TEST_F(MapWalkTest, SaysTheRelationAsItHoldsAndHowManyMoreThereAre) {
  open.act(SetPlayhead{named_moment(*parse_date_range("1995").value).at, false});
  open.act(Select{open.find("azerbaijan")});
  const std::string said = press(Key::kRight);
  const State& now = state();
  const std::size_t own =
      walked_relations(now, {story(), open.program.index(), open.program.shown()},
                       open.program.map_findings(), ActorIndex(open.find("azerbaijan").index))
          .size();
  EXPECT_NE(said.find("Azerbaijan"), std::string::npos) << said;
  EXPECT_NE(said.find(": "), std::string::npos) << said;
  EXPECT_NE(said.find("; and " + std::to_string(own - 1) + " more"), std::string::npos) << said;
  EXPECT_LT(said.size(), 160u);
}

TEST_F(MapWalkTest, SaysThatAStatementIsAClaimOrDisputed) {
  open.act(SetPlayhead{named_moment(*parse_date_range("1993").value).at, false});
  for (const Relation& relation : story().relations) {
    const int phase = phase_at(relation, state().at);
    if (phase < 0 || relation.phases[static_cast<std::size_t>(phase)].status != Status::kDisputed) continue;
    open.program.push(Select{open.find(relation.id)});
    EXPECT_NE(open.program.frame(0, open.measurer).announcement.find("Disputed"), std::string::npos);
    return;
  }
  FAIL() << "the story holds no disputed relation in 1993";
}

TEST_F(MapWalkTest, AnActorIsSaidWithItsKindAndTheNumberOfItsRelations) {
  open.act(Select{open.find("fsa-907-1992")});
  open.program.push(Select{open.find("armenia")});
  const std::string said = open.program.frame(0, open.measurer).announcement;
  EXPECT_TRUE(said.starts_with("Armenia, State, ")) << said;
  EXPECT_TRUE(said.ends_with(" relations")) << said;
}

TEST_F(MapWalkTest, LeavesOutWhatTheLegendHides) {
  open.act(Select{open.find("azerbaijan")});
  open.act(HideRelations{bit_of(RelationClass::kClose)});
  for (int i = 0; i < 60; ++i) {
    press(Key::kRight);
    ASSERT_TRUE(is_drawn(state().selected));
  }
}

TEST_F(MapWalkTest, OnAMapWithoutRelationsNothingHappens) {
  OpenProgram empty(R"({"format":"turning-point/1","id":"s","languages":["en"],"title":"T",
    "events":[{"id":"e","when":"2000","title":"E"}]})");
  InputEvent event;
  event.type = InputEvent::Type::kKey;
  event.key = Key::kRight;
  event.pane = PaneFocus::kMap;
  const Ref before = empty.program.state().selected;
  empty.program.input(event);
  empty.settle();
  EXPECT_EQ(empty.program.state().selected, before);
}

TEST_F(MapWalkTest, KeysOfTheMapMoveAndZoomTheMapAlone) {
  const auto range = state().scale.visible(0, state().plot_width);
  press(Key::kPlus);
  EXPECT_GT(state().map.zoom, 1);
  press(Key::kRight, PaneFocus::kMap, true);
  EXPECT_NE(state().map.pan, Point{});
  press(Key::kZero);
  EXPECT_EQ(state().map, MapWindow{});
  const auto after = state().scale.visible(0, state().plot_width);
  EXPECT_EQ(range.begin, after.begin);
  EXPECT_EQ(range.end, after.end);
}

TEST_F(MapWalkTest, OnTheTimelineDownAndUpGoFromTrackToTrack) {
  open.act(Select{open.find("fsa-907-1992")});
  std::vector<std::uint32_t> tracks;
  const auto track = [&] { return story().events[state().selected.index].track.value; };
  std::uint32_t before = track();
  for (int i = 0; i < 20; ++i) {
    press(Key::kDown, PaneFocus::kTimeline);
    ASSERT_EQ(state().selected.kind, Kind::kEvent);
    if (track() == before) break;  // the last one
    EXPECT_GT(track(), before);
    before = track();
    tracks.push_back(before);
  }
  EXPECT_GE(tracks.size(), 4u);
  for (std::size_t i = tracks.size(); i-- > 1;) {
    press(Key::kUp, PaneFocus::kTimeline);
    EXPECT_EQ(track(), tracks[i - 1]) << "the same tracks on the way back";
  }
}

TEST_F(MapWalkTest, TabGoesFromPartToPartWhereThePageHasNoneOfItsOwn) {
  open.act(Select{open.find("fsa-907-1992")});
  press(Key::kTab, PaneFocus::kNone);
  press(Key::kRight, PaneFocus::kNone);
  EXPECT_EQ(state().selected.kind, Kind::kActor);
  press(Key::kTab, PaneFocus::kNone);
  press(Key::kRight, PaneFocus::kNone);
  EXPECT_EQ(state().selected.kind, Kind::kEvent);
}

}  // namespace
}  // namespace tp
