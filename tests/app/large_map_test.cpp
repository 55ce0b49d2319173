// Does a map of thousands do what a small one does: point, step, name, and the same picture there and back?
#include <gtest/gtest.h>

#include <algorithm>

#include "generate_story.hpp"
#include "support.hpp"
#include "time/calendar.hpp"

namespace tp {
namespace {

struct LargeMap : ::testing::Test {
  static std::string story() {
    StorySize size;
    size.events = 60;
    size.actors = 600;
    size.relations = 2000;
    return generate_story(size, 5);
  }
  const MapScene& map() const { return open.program.scene().map; }
  Point middle_of(const EdgeMark& edge) const {
    return (edge.curve[0] + edge.curve[1] * 3 + edge.curve[2] * 3 + edge.curve[3]) * 0.125;
  }
  void go_to_the_middle() {
    const TimeRange told = open.program.index().extent;
    open.act(SetPlayhead{plus_ms(told.begin, told.length_ms() / 2)});
  }
  void point_at(Point p) {
    InputEvent event;
    event.type = InputEvent::Type::kPointerMove;
    event.at = p;
    open.program.input(event);
    open.settle();
  }
  OpenProgram open{story()};
};

TEST_F(LargeMap, ChangesAtOnce) {
  const TimeRange told = open.program.index().extent;
  open.program.push(SetPlayhead{plus_ms(told.begin, told.length_ms() / 2), true});
  open.program.frame(0, open.measurer);
  ASSERT_GT(map().whole->edges.size(), 200u);
  EXPECT_FALSE(map().moving);
  for (const EdgeMark& edge : map().whole->edges) ASSERT_EQ(edge.opacity, 1);
}

TEST_F(LargeMap, WhatHoldsIsDrawnInItsPhase) {
  go_to_the_middle();
  const std::vector<Holding> holding = relations_at(open.program.story(), open.program.state().at);
  ASSERT_EQ(map().whole->edges.size(), holding.size());
  for (std::size_t i = 0; i < holding.size(); ++i) {
    ASSERT_EQ(map().whole->edges[i].ref, Ref::of(Kind::kRelation, holding[i].relation));
    ASSERT_EQ(map().whole->edges[i].phase, holding[i].phase);
  }
}

// Wherever it was panned to, a pointer finds what is drawn there.
TEST_F(LargeMap, APointerFindsWhatItIsOnAfterPanning) {
  go_to_the_middle();
  for (const Point by : {Point{0, 0}, Point{37, -21}, Point{-60, 15}}) {
    open.act(PanMap{by});
    int found = 0, tried = 0;
    for (std::size_t i = 0; i < map().nodes.size(); i += 40) {
      const NodeMark node = map().nodes[i];
      if (!map().area.grown(-40).contains(node.center)) continue;
      ++tried;
      point_at(node.center);
      found += open.program.state().hovered == node.ref;
    }
    ASSERT_GT(tried, 5);
    EXPECT_GE(found, tried - 1) << "words may lie on a mark, rarely";
  }
}

TEST_F(LargeMap, OnlyTheLineThatIsPointedAtIsDrawnAgain) {
  go_to_the_middle();
  open.act(PanMap{{25, 10}});
  EXPECT_TRUE(map().edges.empty());
  for (std::size_t i = 0; i < map().whole->edges.size(); ++i) {
    const EdgeMark edge = map().whole->edges[i];
    Hover hover;
    hover.ref = edge.ref;
    open.act(hover);
    if (map().edges.empty()) continue;  // outside of the pane
    ASSERT_EQ(map().edges.size(), 1u);
    EXPECT_EQ(map().edges[0].ref, edge.ref);
    EXPECT_TRUE(map().edges[0].hovered);
    EXPECT_EQ(middle_of(map().edges[0]), middle_of(edge) + map().offset);
    EXPECT_EQ(find_edge(map(), edge.ref)->curve, map().edges[0].curve);
    return;
  }
  FAIL() << "no line is in the pane";
}

TEST_F(LargeMap, ThereAndBackIsTheSamePicture) {
  go_to_the_middle();
  open.act(Select{});
  const std::vector<EdgeMark> edges = map().whole->edges;
  const std::string before = open.scene();
  const Instant at = open.program.state().at;
  for (const int days : {200, -900, 4000, -12'000}) {
    open.act(SetPlayhead{{at.day + days, 0}});
    open.act(Select{});
  }
  open.act(SetPlayhead{at});
  open.act(Select{});
  EXPECT_EQ(open.scene(), before);
  ASSERT_EQ(map().whole->edges.size(), edges.size());
  for (std::size_t i = 0; i < edges.size(); ++i) ASSERT_EQ(map().whole->edges[i].curve, edges[i].curve);
}

TEST_F(LargeMap, NamesDoNotOverlapAndTheSelectedActorHasOne) {
  go_to_the_middle();
  const Ref actor = map().nodes.back().ref;
  open.act(Select{actor});
  const std::vector<LabelBox>& labels = map().labels;
  ASSERT_GT(labels.size(), 10u);
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const LabelBox& l) { return l.ref == actor; }));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool of_the_actor = labels[i].ref == actor || labels[j].ref == actor;
      if (of_the_actor || labels[i].ref == labels[j].ref) continue;
      ASSERT_FALSE(labels[i].rect.overlaps(labels[j].rect)) << labels[i].text << " / " << labels[j].text;
    }
  }
}

struct ArrangingMap : ::testing::Test {
  static std::string story(std::uint64_t seed = 5) {
    StorySize size;
    size.events = 60;
    size.actors = 1200;
    size.relations = 3000;
    return generate_story(size, seed);
  }
  void open_at(Size size) {
    program.load(story());
    program.push(Resize{divide_window(size)});
    const TimeRange told = program.index().extent;
    program.push(SetPlayhead{plus_ms(told.begin, told.length_ms() / 2), true});
    program.frame(0, measurer);
  }
  void settle() {
    for (int i = 0; i < 10'000 && program.wants_frame(); ++i) program.frame(16, measurer);
  }
  const MapScene& map() const { return program.scene().map; }
  /// Frames until the map is there; what it said of its progress before each.
  std::vector<double> progress_until_there() {
    std::vector<double> said;
    while (map().whole == nullptr && said.size() < 10'000) {
      said.push_back(map().arranging.progress);
      program.frame(16, measurer);
    }
    return said;
  }
  FixedMeasurer measurer;
  Program program;
};

TEST_F(ArrangingMap, SaysHowFarItIsAndThenIsThere) {
  open_at({1280, 726});
  ASSERT_EQ(map().whole, nullptr);
  EXPECT_EQ(map().arranging.words.text, "Arranging 1200 actors");
  EXPECT_TRUE(map().area.contains(map().arranging.words.rect.center()));
  EXPECT_TRUE(program.wants_frame());
  const std::vector<double> said = progress_until_there();
  ASSERT_GT(said.size(), 4u) << "in pieces";
  EXPECT_TRUE(std::is_sorted(said.begin(), said.end()));
  EXPECT_GT(said.back(), said.front() + 0.3);
  EXPECT_LE(said.back(), 1);
  EXPECT_FALSE(map().nodes.empty());
  EXPECT_TRUE(map().arranging.words.text.empty());
}

TEST_F(ArrangingMap, IsSaidOnceAndOnceMoreWhenItIsThere) {
  program.load(story());
  program.push(Resize{divide_window({1280, 726})});
  std::vector<std::string> said;
  for (int i = 0; i < 10'000 && (i == 0 || map().whole == nullptr); ++i)
    if (FrameChanges changes = program.frame(16, measurer); !changes.announcement.empty())
      said.push_back(changes.announcement);
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said[0], "Arranging 1200 actors");
  EXPECT_EQ(said[1], map().counts.text);
  EXPECT_FALSE(said[1].empty());
}

// The timeline answers meanwhile, and none of it moves anybody.
TEST_F(ArrangingMap, InputMeanwhileChangesNoPlace) {
  open_at({1280, 726});
  const Rect plot = program.scene().timeline.plot;
  const double before = program.state().scale.ms_per_px;
  int frames = 0;
  for (; map().whole == nullptr && frames < 10'000; ++frames) {
    InputEvent event;
    event.type = InputEvent::Type::kPointerMove;
    event.at = {plot.x + 10 + frames, plot.y + 10};
    program.input(event);
    if (frames < 3) program.push(ZoomTimeline{plot.center().x, 1.25});
    program.frame(16, measurer);
  }
  EXPECT_GT(frames, 3);
  EXPECT_LT(program.state().scale.ms_per_px, before);
  settle();
  OpenProgram calm(story());
  const TimeRange told = calm.program.index().extent;
  calm.act(SetPlayhead{plus_ms(told.begin, told.length_ms() / 2), true});
  ASSERT_EQ(map().whole->nodes.size(), calm.program.scene().map.whole->nodes.size());
  for (std::size_t i = 0; i < map().whole->nodes.size(); ++i)
    ASSERT_EQ(map().whole->nodes[i].center, calm.program.scene().map.whole->nodes[i].center);
}

TEST_F(ArrangingMap, WhileAnotherShapeIsArrangedTheOneBeforeStays) {
  open_at({1280, 726});
  progress_until_there();
  settle();
  program.push(Resize{divide_window({900, 900})});
  program.frame(16, measurer);
  ASSERT_TRUE(program.wants_frame());
  ASSERT_NE(map().whole, nullptr);
  ASSERT_FALSE(map().nodes.empty());
  const std::uint32_t before = map().generation;
  settle();
  EXPECT_GT(map().generation, before);
  OpenProgram direct(story(), {900, 900});
  direct.act(SetPlayhead{program.state().at, true});
  ASSERT_FALSE(map().nodes.empty());
  ASSERT_EQ(map().nodes.size(), direct.program.scene().map.nodes.size());
  for (std::size_t i = 0; i < map().nodes.size(); ++i)
    ASSERT_EQ(map().nodes[i].center, direct.program.scene().map.nodes[i].center);
}

TEST_F(ArrangingMap, AnotherStoryInTheMiddleOfItIsArrangedInstead) {
  open_at({1280, 726});
  ASSERT_EQ(map().whole, nullptr);
  program.load(real_story());
  program.push(SetPlayhead{start_of_day({2025, 9, 1}), true});
  program.frame(16, measurer);
  ASSERT_NE(map().whole, nullptr) << "a small one is there at once";
  EXPECT_FALSE(map().nodes.empty());
}

}  // namespace
}  // namespace tp
