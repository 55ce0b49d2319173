// Going back gives the very same picture, one step for each thing done.
#include "app/view_history.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "support.hpp"

namespace tp {
namespace {

const State& state(const OpenProgram& open) {
  return open.program.state();
}

TEST(ViewHistory, UndoAndRedoShowTheSamePictures) {
  OpenProgram open;
  Filter filter;
  filter.hidden_tracks = {0, 2};
  const std::vector<Action> actions{Select{{Kind::kActor, 1}},
                                    SetPlayhead{parse_date("1993-06").value->bounds().begin},
                                    ZoomTimeline{300, 4},
                                    SelectNext{3},
                                    SetFilter{filter},
                                    ZoomMap{{300, 200}, 2},
                                    FitAll{},
                                    ShowStep{0, 2},
                                    Select{}};
  std::vector<std::string> pictures{open.scene()};
  for (const Action& action : actions) {
    open.act(action);
    if (open.scene() != pictures.back()) pictures.push_back(open.scene());
    EXPECT_TRUE(state(open).can_undo);
    EXPECT_FALSE(state(open).can_redo);
  }
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = pictures.size() - 1; i-- > 0;) {
      open.act(Undo{});
      EXPECT_EQ(open.scene(), pictures[i]) << i;
      EXPECT_TRUE(state(open).can_redo);
    }
    EXPECT_FALSE(state(open).can_undo);
    open.act(Undo{});
    EXPECT_EQ(open.scene(), pictures.front());
    for (std::size_t i = 1; i < pictures.size(); ++i) {
      open.act(Redo{});
      EXPECT_EQ(open.scene(), pictures[i]) << i;
    }
    EXPECT_FALSE(state(open).can_redo);
  }
}

TEST(ViewHistory, SomethingNewForgetsWhatWasUndone) {
  OpenProgram open;
  open.act(SelectNext{-3});
  open.act(SelectNext{-3});
  open.act(Undo{});
  ASSERT_TRUE(state(open).can_redo);
  open.act(Select{{Kind::kActor, 0}});
  EXPECT_FALSE(state(open).can_redo);
}

TEST(ViewHistory, ADragIsOneStepAndTheNextDragAnother) {
  OpenProgram open;
  open.act(ZoomTimeline{300, 5});
  open.act(EndGesture{});
  const std::string start = open.scene();
  for (int i = 0; i < 20; ++i) open.act(PanTimeline{-7});
  open.act(EndGesture{});
  const std::string middle = open.scene();
  for (int i = 0; i < 20; ++i) open.act(PanTimeline{-5});
  open.act(EndGesture{});
  open.act(Undo{});
  EXPECT_EQ(open.scene(), middle);
  open.act(Undo{});
  EXPECT_EQ(open.scene(), start);
}

// A drag of some frames, let go while it still moves.
void let_coast(OpenProgram& open) {
  for (int i = 0; i < 8; ++i) {
    open.program.push(PanTimeline{-12, true});
    open.program.frame(16, open.measurer);
  }
  open.program.push(ReleaseTimeline{});
  open.program.push(EndGesture{});
  open.program.frame(16, open.measurer);
}

TEST(ViewHistory, APanThatCoastsOnIsOneStepWithItsWay) {
  OpenProgram open;
  open.act(ZoomTimeline{300, 30});
  open.act(EndGesture{});
  const std::string start = open.scene();
  open.program.push(EndGesture{});
  let_coast(open);
  ASSERT_TRUE(state(open).timeline.coasting.released) << "the end of the gesture does not stop it";
  open.settle();
  const std::string rested = open.scene();
  ASSERT_NE(rested, start);
  open.act(Undo{});
  EXPECT_EQ(open.scene(), start);
  open.act(Redo{});
  EXPECT_EQ(open.scene(), rested);
}

TEST(ViewHistory, UndoWhileItCoastsStopsIt) {
  OpenProgram open;
  open.act(ZoomTimeline{300, 30});
  open.act(EndGesture{});
  const std::string start = open.scene();
  let_coast(open);
  ASSERT_TRUE(state(open).timeline.coasting.released);
  open.act(Undo{});
  EXPECT_EQ(open.scene(), start);
}

TEST(ViewHistory, AnEdgeOfTheOverviewsWindowIsOneStepADrag) {
  OpenProgram open;
  const std::string start = open.scene();
  for (double fraction : {0.9, 0.8, 0.7, 0.6}) open.act(ResizeOverview{true, fraction});
  open.act(EndGesture{});
  const std::string middle = open.scene();
  for (double fraction : {0.1, 0.2}) open.act(ResizeOverview{false, fraction});
  open.act(EndGesture{});
  open.act(Undo{});
  EXPECT_EQ(open.scene(), middle);
  open.act(Undo{});
  EXPECT_EQ(open.scene(), start);
}

TEST(ViewHistory, EachFoldIsAStep) {
  OpenProgram open;
  const std::string start = open.scene();
  open.act(Fold{open.find("law"), true});
  const std::string one = open.scene();
  open.act(ToggleFold{open.find("energy")});
  open.act(Undo{});
  EXPECT_EQ(open.scene(), one);
  open.act(Undo{});
  EXPECT_EQ(open.scene(), start);
  EXPECT_TRUE(state(open).timeline.folded.empty());
  open.act(Redo{});
  EXPECT_EQ(open.scene(), one);
}

TEST(ViewHistory, ScrubbingAndPlayingAreOneStepEach) {
  OpenProgram open;
  const Instant before = state(open).at;
  for (double x : {100.0, 300.0, 500.0, 700.0}) open.act(ScrubPlayhead{x});
  open.act(EndScrub{});
  const Instant scrubbed = state(open).at;
  open.act(SetPlaying{true});
  for (int i = 0; i < 4; ++i) {
    open.program.frame(open.program.next_frame_in_ms(), open.measurer);
    open.settle();
  }
  open.act(SetPlaying{false});
  EXPECT_GT(state(open).at, scrubbed);
  open.act(Undo{});
  EXPECT_EQ(state(open).at, scrubbed);
  open.act(Undo{});
  EXPECT_EQ(state(open).at, before);
}

TEST(ViewHistory, UndoStopsPlaying) {
  OpenProgram open;
  open.act(SelectNext{-6});
  open.act(SetPlaying{true});
  open.act(Undo{});
  EXPECT_FALSE(state(open).playback.playing);
}

TEST(ViewHistory, LooksAndPointerAreNoSteps) {
  OpenProgram open;
  open.act(Hover{{Kind::kActor, 1}, -1, -1, {5, 5}});
  open.act(SetAppearance{true, true});
  open.act(SetLanguage{"az"});
  open.act(Search{"waiver", 3});
  open.act(Resize{divide_window({900, 700})});
  open.act(ToggleDebug{});
  EXPECT_FALSE(state(open).can_undo);
}

TEST(ViewHistory, InAnotherWidthTheSameStretchOfTimeComesBack) {
  OpenProgram open;
  open.act(ZoomTimeline{300, 6});
  const TimeRange shown = state(open).scale.visible(0, state(open).plot_width);
  open.act(FitAll{});
  open.act(Resize{divide_window({820, 900})});
  open.act(Undo{});
  const TimeRange back = state(open).scale.visible(0, state(open).plot_width);
  const double pixel = state(open).scale.ms_per_px;
  EXPECT_NEAR(ms_between(shown.begin, back.begin) / pixel, 0, 0.1);
  EXPECT_NEAR(ms_between(shown.end, back.end) / pixel, 0, 0.1);
}

TEST(ViewHistory, GoesBackAHundredStepsAndNoMore) {
  OpenProgram open;
  for (int i = 0; i < 150; ++i) open.act(Select{{i % 2 ? Kind::kActor : Kind::kRelation, 1}});
  int steps = 0;
  while (state(open).can_undo && steps < 1000) {
    open.act(Undo{});
    ++steps;
  }
  EXPECT_EQ(steps, static_cast<int>(ViewHistory::kMost));
}

TEST(ViewHistory, AnotherStoryHasNoPast) {
  OpenProgram open;
  open.act(SelectNext{-3});
  open.program.load(real_story());
  open.act(Hover{});
  EXPECT_FALSE(state(open).can_undo);
}

Action random_action(Random& random, const Story& story) {
  const auto below = [&](std::size_t count) { return random.below(static_cast<std::uint32_t>(count)); };
  switch (random.below(19)) {
    case 0:
      return PanTimeline{(random.unit() - 0.5) * 900};
    case 1:
      return ZoomTimeline{random.unit() * 1200, 0.2 + random.unit() * 5, random.below(2) == 0};
    case 2:
      return Select{{Kind::kEvent, below(story.events.size())}};
    case 3:
      return Select{{Kind::kActor, below(story.actors.size())}};
    case 4:
      return Select{{Kind::kRelation, below(story.relations.size())}};
    case 5:
      return SelectNext{static_cast<int>(random.below(9)) - 4};
    case 6:
      return ScrubPlayhead{random.unit() * 1200};
    case 7:
      return EndScrub{};
    case 8:
      return PanMap{{(random.unit() - 0.5) * 90, (random.unit() - 0.5) * 90}};
    case 9:
      return ZoomMap{{random.unit() * 900, random.unit() * 500}, 0.5 + random.unit()};
    case 10:
      return MoveOverview{random.unit()};
    case 11:
      return EndGesture{};
    case 12: {
      Filter filter;
      filter.hidden_tracks = {below(story.tracks.size())};
      filter.mode = random.below(2) ? Filter::Mode::kHide : Filter::Mode::kDim;
      return SetFilter{filter};
    }
    case 13:
      return SetFilter{};
    case 14:
      return ShowStep{0, random.below(12)};
    case 15:
      return ToggleFold{{Kind::kTrack, below(story.tracks.size())}};
    case 16:
      return ResizeOverview{random.below(2) == 0, random.unit()};
    case 17:
      return FitTo{{Kind::kTrack, below(story.tracks.size())}};
    default:
      return FitAll{};
  }
}

TEST(ViewHistory, RandomDoingsCanAllBeUndoneAndRedone) {
  Random random(20250808);
  const std::string start = OpenProgram().scene();
  for (int round = 0; round < 6; ++round) {
    OpenProgram open;
    open.act(SetAppearance{false, round > 0});  // once with every animation
    for (int i = 0; i < 50; ++i) open.act(random_action(random, open.program.story()));
    std::vector<std::string> pictures{open.scene()};
    while (state(open).can_undo && pictures.size() < 300) {
      open.act(Undo{});
      pictures.push_back(open.scene());
    }
    ASSERT_LT(pictures.size(), 300u);
    EXPECT_EQ(pictures.back(), start) << "back at the start";
    for (std::size_t i = pictures.size() - 1; i-- > 0;) {
      ASSERT_TRUE(state(open).can_redo);
      open.act(Redo{});
      ASSERT_EQ(open.scene(), pictures[i]) << round << " " << i;
    }
    EXPECT_FALSE(state(open).can_redo);
  }
}

}  // namespace
}  // namespace tp
