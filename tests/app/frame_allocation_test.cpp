// A frame asks for no memory that the last one had: none where nothing changes, hardly any while something is
// panned. And what is written over or kept is what would be made afresh.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "allocation_count.hpp"
#include "app/make_scene.hpp"
#include "app/update.hpp"
#include "base/random.hpp"
#include "generate_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

std::string story_text(std::uint32_t events) {
  if (events == 0) return real_story();
  StorySize size;
  size.events = events;
  size.summary_words = 2;
  return generate_story(size, 9);
}

/// The real story, one that is planned whole and one that is planned in windows.
constexpr std::array<std::uint32_t, 3> kStories{0, 300, 4000};

struct FrameAllocations : ::testing::TestWithParam<std::uint32_t> {
  FrameAllocations() {
    open.act(SetAppearance{false, true});
    open.act(FitAll{});
    open.act(ZoomTimeline{400, 4});
  }
  /// The most that any of some frames asks for, each after `act`. The first ones find room and plan ahead.
  template <class Act>
  std::size_t most(const Act& act) {
    constexpr int kWarmUp = 240, kFrames = 240;
    std::size_t most = 0;
    for (int i = 0; i < kWarmUp + kFrames; ++i) {
      act(i);
      const std::size_t before = allocations();
      open.program.frame(0, open.measurer);
      if (i >= kWarmUp) most = std::max(most, allocations() - before);
    }
    return most;
  }
  OpenProgram open{story_text(GetParam())};
};

TEST_P(FrameAllocations, NoneWhereNothingChanges) {
  EXPECT_EQ(most([](int) {}), 0u);
  open.act(Select{{Kind::kEvent, 7}});
  EXPECT_EQ(most([](int) {}), 0u);
}

// What is left, a handful whatever the story: words that are made anew in each frame and are longer than a
// string holds in itself, as the playhead's date and the figure of a series. libstdc++ holds 15 letters, and
// at most 5 pieces are asked for; libc++ as WebAssembly 10, and 7.
constexpr std::size_t kFew = 8;

TEST_P(FrameAllocations, FewWhileTheTimelineIsPanned) {
  EXPECT_LE(most([&](int i) { open.program.push(PanTimeline{i % 40 < 20 ? 1.0 : -1.0}); }), kFew);
}

TEST_P(FrameAllocations, FewWhileTheMapIsPanned) {
  EXPECT_LE(most([&](int i) { open.program.push(PanMap{{i % 40 < 20 ? 1.0 : -1.0, 0.5}}); }), kFew);
}

INSTANTIATE_TEST_SUITE_P(Stories, FrameAllocations, ::testing::ValuesIn(kStories));

Action any_action(Random& random, const Story& story) {
  const auto any = [&](const auto& list) { return random.below(static_cast<std::uint32_t>(list.size())); };
  switch (random.below(16)) {
    case 0:
      return Select{{Kind::kEvent, any(story.events)}};
    case 1:
      return Select{{Kind::kActor, any(story.actors)}};
    case 2:
      return Select{};
    case 3: {
      Filter filter;
      filter.hidden_tracks = {any(story.tracks)};
      filter.mode = random.below(2) ? Filter::Mode::kHide : Filter::Mode::kDim;
      return SetFilter{random.below(3) ? filter : Filter{}};
    }
    case 4:
      return ZoomTimeline{random.unit() * 900, random.below(2) ? 2.5 : 0.5};
    case 5:
      return PanTimeline{random.unit() * 600 - 300};
    case 6:
      return FitAll{random.below(2) == 0};
    case 7:
      return PanMap{{random.unit() * 60 - 30, random.unit() * 60 - 30}};
    case 8:
      return ZoomMap{{random.unit() * 900, random.unit() * 400}, random.below(2) ? 1.3 : 0.8};
    case 9:
      return ToggleFold{{Kind::kTrack, any(story.tracks)}};
    case 10: {
      Hover hover;
      hover.ref = {Kind::kEvent, any(story.events)};
      hover.at = {random.unit() * 900, random.unit() * 700};
      return random.below(3) ? hover : Hover{};
    }
    case 11:
      return SelectNext{random.below(2) ? 1 : -1};
    case 12: {
      constexpr std::array<Size, 4> kSizes{Size{1280, 760}, {820, 900}, {390, 844}, {900, 400}};
      return Resize{divide_window(kSizes[random.below(4)])};
    }
    case 13:
      return SetGhosts{random.below(2) == 0};
    case 14:
      return SetLanguage{random.below(2) ? "en" : "de"};
    default:
      return Hover{};
  }
}

struct SceneRoom : ::testing::TestWithParam<std::uint32_t> {};

// A scene that others were written over has nothing left of them.
TEST_P(SceneRoom, WrittenOverIsAsMadeAfresh) {
  OpenProgram open(story_text(GetParam()));
  const Story& story = open.program.story();
  const StoryIndex& index = open.program.index();
  SceneMaker maker;
  Finder finder;
  finder.start(story);
  State state = open.program.state();
  Random random(41);
  Scene kept;
  for (int i = 0; i < 400; ++i) {
    update(state, any_action(random, story), {story, index, finder.shown()});
    update(state, Tick{static_cast<double>(random.below(3) * 40)}, {story, index, finder.shown()});
    finder.filter(state.filter, story, index);
    maker.make(kept, state, story, index, finder, open.measurer);
    Scene fresh;
    maker.make(fresh, state, story, index, finder, open.measurer);
    ASSERT_TRUE(kept == fresh) << i << "\n"
                               << scene_text(kept, story) << "\n----\n"
                               << scene_text(fresh, story);
  }
}

// Where a scene is kept from the frame before, it is the one that would be made. A measurer of its own for
// every other frame makes the other program make all of them.
TEST_P(SceneRoom, KeptIsAsMadeAfresh) {
  const std::string json = story_text(GetParam());
  OpenProgram keeps(json), makes(json);
  const FixedMeasurer other;
  Random random(42);
  for (int i = 0; i < 300; ++i) {
    if (random.below(2)) {
      const Action action = any_action(random, keeps.program.story());
      keeps.program.push(action);
      makes.program.push(action);
    }
    const double elapsed = random.below(2) ? 16 : 0;
    keeps.program.frame(elapsed, keeps.measurer);
    makes.program.frame(elapsed, i % 2 ? other : makes.measurer);
    ASSERT_EQ(keeps.scene(), makes.scene()) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Stories, SceneRoom, ::testing::ValuesIn(kStories));

}  // namespace
}  // namespace tp
