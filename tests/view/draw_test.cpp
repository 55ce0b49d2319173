#include "view/draw.hpp"

#include "app/program.hpp"
#include "support.hpp"
#include "support/source_dir.hpp"
#include "view/card_panel.hpp"
#include "view/debug_overlay.hpp"

namespace tp {
namespace {

/// The real story on a screen without a GPU, with everything that the desktop program draws.
class DrawnStory {
 public:
  explicit DrawnStory(Size size, double density = 1) : screen_(size, density) {
    const std::string json = read_text(source_dir() + "/assets/story/us-azerbaijan.json");
    EXPECT_FALSE(program_.load(json).refuses());
    program_.push(SetAppearance{false, true});
    program_.push(Resize{divide_window(size)});
  }

  const ImDrawData& draw() {
    return screen_.frame([&] {
      program_.frame(1000, screen_.measurer());
      const Theme theme = make_theme({.dark = program_.state().dark, .accent = {}, .ink = {}, .paper = {}});
      draw_scene(screen_.pen(), theme, program_.scene());
      const Rect& card = program_.state().panes.card;
      if (!card.empty()) panel_.draw(screen_.pen(), theme, screen_.measurer(), program_, card);
      if (program_.state().debug) debug_.draw(screen_.pen(), theme, program_);
    });
  }
  /// Until nothing moves by itself.
  const ImDrawData& settle() {
    for (int i = 0; i < 100; ++i) {
      draw();
      if (!program_.wants_frame() && !panel_.wants_frame()) break;
    }
    return draw();
  }

  Program& program() { return program_; }
  CardPanel& panel() { return panel_; }

 private:
  NullScreen screen_;
  Program program_;
  CardPanel panel_;
  DebugOverlay debug_;
};

TEST(Draw, DrawsTheWholeStoryAtEverySize) {
  for (Size size : {Size{1280, 800}, Size{820, 1100}, Size{390, 844}, Size{844, 390}, Size{320, 200},
                    Size{2560, 1440}, Size{70, 70}}) {
    SCOPED_TRACE(std::to_string(size.width) + " x " + std::to_string(size.height));
    DrawnStory story(size);
    expect_sound(story.settle());
  }
}

TEST(Draw, DrawsEveryKindOfThingSelected) {
  DrawnStory story({1280, 800}, 2);
  story.draw();
  const Story& content = story.program().story();
  const auto select_all = [&](Kind kind, std::size_t count, std::size_t step = 1) {
    for (std::size_t i = 0; i < count; i += step) {
      story.program().push(Select{{kind, static_cast<std::uint32_t>(i)}});
      expect_sound(story.draw());
    }
  };
  select_all(Kind::kEvent, content.events.size(), 5);
  select_all(Kind::kActor, content.actors.size(), 3);
  select_all(Kind::kRelation, content.relations.size(), 3);
  select_all(Kind::kPeriod, content.periods.size());
  select_all(Kind::kSource, std::min<std::size_t>(content.sources.size(), 10));
}

TEST(Draw, DrawsTheSamePictureWhateverWayLedToIt) {
  DrawnStory story({1280, 800});
  story.settle();
  const auto go = [&](std::int64_t day) {
    story.program().push(SetPlayhead{{day, 0}, false});
    return corners_of(story.settle());
  };
  constexpr std::int64_t kAugust2025 = 20308, kOctober1992 = 8332;
  const std::vector<float> first = go(kAugust2025);
  EXPECT_NE(go(kOctober1992), first);
  EXPECT_EQ(go(kAugust2025), first);
}

TEST(Draw, DrawsDarkAndDebugToo) {
  DrawnStory story({1280, 800});
  const std::size_t plain = corners_of(story.settle()).size();
  story.program().push(SetAppearance{true, true});
  story.program().push(ToggleDebug{});
  const ImDrawData& data = story.settle();
  expect_sound(data);
  EXPECT_GT(corners_of(data).size(), plain);
}

TEST(Draw, ShowsStatusByFormAndNotByColourAlone) {
  NullScreen screen;
  for (Shape shape : {Shape::kCircle, Shape::kSquare, Shape::kDiamond, Shape::kTriangle, Shape::kHexagon,
                      Shape::kPerson, Shape::kStar, Shape::kCross}) {
    const auto corners = [&](Status status, bool uncertain) {
      const Color grey{90, 90, 90};
      const ImDrawData& data = screen.frame([&] {
        draw_shape(screen.pen(), shape, {50, 50}, 12, {grey, {255, 255, 255}, status, uncertain});
      });
      expect_sound(data);
      return corners_of(data);
    };
    const auto fact = corners(Status::kFact, false);
    EXPECT_NE(fact, corners(Status::kClaim, false));
    EXPECT_NE(fact, corners(Status::kDisputed, false));
    EXPECT_NE(corners(Status::kClaim, false), corners(Status::kDisputed, false));
    EXPECT_NE(fact, corners(Status::kFact, true));
  }
}

TEST(CardPanel, SelectsWhatIsClicked) {
  DrawnStory story({1280, 800});
  const Story& content = story.program().story();
  story.settle();
  story.program().push(Select{content.find("section-907")});
  story.settle();
  const Ref before = story.program().state().selected;
  // Down the panel until a link answers.
  const Rect card = story.program().state().panes.card;
  for (double y = card.y + 100; y < card.bottom() - 10 && story.program().state().selected == before;
       y += 6) {
    InputEvent event;
    event.at = {card.x + 60, y};
    for (auto type :
         {InputEvent::Type::kPointerMove, InputEvent::Type::kPointerDown, InputEvent::Type::kPointerUp}) {
      event.type = type;
      ASSERT_TRUE(story.panel().takes(event, card));
      story.panel().input(event);
      story.settle();
    }
  }
  EXPECT_NE(story.program().state().selected, before);
  EXPECT_TRUE(story.program().state().selected.valid());
}

TEST(CardPanel, LeavesInputBesideItToTheProgram) {
  CardPanel panel;
  InputEvent event;
  event.type = InputEvent::Type::kPointerDown;
  event.at = {10, 10};
  EXPECT_FALSE(panel.takes(event, {100, 0, 50, 50}));
  event.type = InputEvent::Type::kKey;
  event.at = {110, 10};
  EXPECT_FALSE(panel.takes(event, {100, 0, 50, 50}));
}

}  // namespace
}  // namespace tp
