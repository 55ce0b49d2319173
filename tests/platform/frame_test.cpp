// Frames in a real OpenGL context, without a display.
#include "platform/frame.hpp"

#include <gtest/gtest.h>

#include <map>

#include "platform/desktop_panels.hpp"
#include "platform/files.hpp"
#include "platform/snapshot.hpp"
#include "story/generate_story.hpp"
#include "support/source_dir.hpp"

namespace tp {
namespace {

constexpr Size kSize{960, 640};

class Frames : public testing::Test {
 protected:
  void SetUp() override {
    runner_.set_panels(&panels_);
    const std::string fonts = source_dir() + "/build/fonts/turning-point-sans-";
    for (const auto& [name, weight] : std::map<std::string, int>{{"regular", 400}, {"semibold", 600}}) {
      const auto bytes = read_file(fonts + name + ".ttf");
      ASSERT_TRUE(bytes) << "build/fonts is made by ./scripts/setup";
      ASSERT_TRUE(
          runner_.add_font({reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size()}, weight));
    }
    std::string reason;
    ASSERT_TRUE(runner_.open({"", kSize, false}, reason)) << reason;
    const auto story = read_file(source_dir() + "/assets/story/us-azerbaijan.json");
    ASSERT_TRUE(story);
    ASSERT_FALSE(runner_.load(*story).refuses());
    runner_.program().push(SetAppearance{false, true});
    runner_.program().push(Resize{divide_window(kSize)});
    runner_.set_target(kSize);
    target_ = std::make_unique<SnapshotTarget>(kSize);
    ASSERT_TRUE(target_->ready());
  }
  void TearDown() override { target_.reset(); }

  void settle() {
    for (int i = 0; i < 200 && runner_.frame(now_ += 16); ++i) {
    }
  }
  std::vector<std::uint8_t> picture() {
    runner_.frame(now_ += 16);
    return target_->read_pixels();
  }

  DesktopPanels panels_;
  FrameRunner runner_;
  std::unique_ptr<SnapshotTarget> target_;
  double now_ = 1000;
};

TEST_F(Frames, ComeToRestAndStayThere) {
  settle();
  EXPECT_FALSE(runner_.frame(now_ += 16));
  EXPECT_EQ(runner_.next_frame_in_ms(), -1);
  EXPECT_GT(runner_.cpu_ms(), 0);
}

TEST_F(Frames, AreTheSameToThePixelWhileNothingHappens) {
  settle();
  const auto first = picture();
  now_ += 60'000;
  EXPECT_EQ(picture(), first);
}

TEST_F(Frames, ShowInkOnPaper) {
  settle();
  const auto pixels = picture();
  std::map<int, int> shades;
  for (std::size_t i = 0; i < pixels.size(); i += 3)
    ++shades[pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]];
  EXPECT_GT(shades[0xFBFAF7], static_cast<int>(pixels.size()) / 3 / 4);
  EXPECT_GT(shades.size(), 300u);
}

TEST_F(Frames, ComeBackUnchangedAfterTheContextWasLost) {
  settle();
  const auto before = picture();
  const long long drawn = runner_.frames_drawn();
  runner_.context_lost();
  EXPECT_FALSE(runner_.frame(now_ += 16));
  EXPECT_EQ(runner_.frames_drawn(), drawn);
  runner_.context_restored();
  EXPECT_EQ(picture(), before);
}

// Letters of a new size can make their texture grow in the middle of a frame.
TEST_F(Frames, AreRightTheFirstTimeAtEveryDensity) {
  settle();
  for (int i = 4; i < 16; ++i) {
    SCOPED_TRACE(i);
    runner_.set_density(0.27 * i);
    const auto first = picture();
    EXPECT_EQ(picture(), first);
  }
}

TEST_F(Frames, FollowTheColoursOfTheHost) {
  settle();
  runner_.set_colors({Rgb{0xAA, 0x10, 0x10}, std::nullopt, Rgb{0xFF, 0xFF, 0xFF}});
  const auto pixels = picture();
  EXPECT_EQ(pixels[0], 0xFF);
  EXPECT_EQ(runner_.theme().accent, (Color{0xAA, 0x10, 0x10}));
}

TEST_F(Frames, DoNotCountTheTimeOfARestAsAnimation) {
  settle();
  runner_.program().push(SetAppearance{false, false});
  runner_.frame(now_ += 16);
  now_ += 100'000;
  runner_.program().push(FitAll{});
  runner_.program().push(ZoomTimeline{200, 4, true});
  // The first frame of an animation is its beginning, however long ago the last one was.
  EXPECT_TRUE(runner_.frame(now_));
}

TEST_F(Frames, OpenAgainAfterClosing) {
  settle();
  const auto before = picture();
  target_.reset();
  runner_.close();
  EXPECT_FALSE(runner_.is_open());
  EXPECT_FALSE(runner_.frame(now_));
  std::string reason;
  ASSERT_TRUE(runner_.open({"", kSize, false}, reason)) << reason;
  target_ = std::make_unique<SnapshotTarget>(kSize);
  settle();
  EXPECT_EQ(picture(), before);
}

// Its triangles lie on the GPU; moved, it must be the same picture but for where it is.
TEST_F(Frames, MoveAMapOfManyActorsAsItIs) {
  StorySize size;
  size.actors = 150;
  size.relations = 450;
  ASSERT_FALSE(runner_.load(generate_story(size, 3)).refuses());
  const TimeRange told = runner_.program().index().extent;
  runner_.program().push(SetPlayhead{plus_ms(told.begin, told.length_ms() / 2), false});
  settle();
  const auto before = picture();
  const MapScene& map = runner_.program().scene().map;
  ASSERT_GT(map.edges.size(), 100u);
  constexpr int kRight = 40, kDown = 24;
  runner_.program().push(PanMap{{kRight, kDown}});
  const auto after = picture();
  // Away from the pane's edges, its heading and its legend.
  const Rect& a = map.area;
  int ink = 0, same = 0;
  const auto pixel = [](const std::vector<std::uint8_t>& from, int x, int y) {
    const std::size_t i = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(kSize.width) +
                               static_cast<std::size_t>(x));
    return from[i] << 16 | from[i + 1] << 8 | from[i + 2];
  };
  for (int y = static_cast<int>(a.y) + 60; y < static_cast<int>(a.bottom()) - 90; ++y)
    for (int x = static_cast<int>(a.x) + 60; x < static_cast<int>(a.right()) - 110; ++x) {
      if (pixel(before, x, y) == pixel(before, 2, 2)) continue;
      ++ink;
      if (pixel(before, x, y) == pixel(after, x + kRight, y + kDown)) ++same;
    }
  EXPECT_GT(ink, 20'000);
  EXPECT_GT(same, ink * 97 / 100);
}

TEST(FrameRunner, NeedsAFont) {
  FrameRunner runner;
  std::string reason;
  EXPECT_FALSE(runner.open({"", kSize, false}, reason));
  EXPECT_FALSE(reason.empty());
  const unsigned char words[] = "no font";
  EXPECT_FALSE(runner.add_font(words, 400));
}

}  // namespace
}  // namespace tp
