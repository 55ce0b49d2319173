// However long somebody looks around, the program holds no more memory than after a while.
#include <gtest/gtest.h>

#include <algorithm>

#include "allocation_count.hpp"
#include "generate_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

/// Somebody who looks around: rounds of pans, zooms, steps, hovers, selections and filters that end where
/// they began, no two the same.
class Reader {
 public:
  static constexpr int kRound = 500;  // frames
  explicit Reader(OpenProgram& opened) : open_(opened) { open_.act(SetAppearance{false, true}); }

  void read_a_round() {
    ++round_;
    for (int i = 0; i < kRound; ++i) {
      step(i);
      open_.program.frame(16, open_.measurer);
    }
    open_.act(SetFilter{});
    open_.act(Select{});
    open_.act(Search{});
    open_.act(FitMap{});
    open_.act(FitAll{});
  }

 private:
  void point(InputEvent::Type type, Point at) {
    InputEvent event;
    event.type = type;
    event.at = at;
    open_.program.input(event);
  }
  void wheel(Point at, Point by, bool zooms) {
    InputEvent event;
    event.type = InputEvent::Type::kWheel;
    event.at = at;
    event.wheel = by;
    event.zoom_modifier = zooms;
    open_.program.input(event);
  }
  void press(Key key) {
    InputEvent event;
    event.type = InputEvent::Type::kKey;
    event.key = key;
    open_.program.input(event);
  }
  void drag(int i, Point from, Point by) {
    const Point at{from.x + by.x * (i % 50), from.y + by.y * (i % 50)};
    point(i % 50 == 0    ? InputEvent::Type::kPointerDown
          : i % 50 == 49 ? InputEvent::Type::kPointerUp
                         : InputEvent::Type::kPointerMove,
          at);
  }

  void step(int i) {
    const Story& story = open_.program.story();
    const Scene& scene = open_.program.scene();
    const Point in_lanes = scene.timeline.plot.center(), on_map = scene.map.area.center();
    const auto n = static_cast<std::uint32_t>(i + 13 * round_);
    const int phase = i / 50;
    // What lays out anew is done in every third frame: a hand does it less often than that.
    const bool is_quick = phase <= 1 || phase == 3 || phase == 4;
    if (!is_quick && i % 3 != 0)
      return point(InputEvent::Type::kPointerMove, {20 + i * 61 % 1200 + 0.5, 10 + i * 29 % 700 + 0.5});
    i /= is_quick ? 1 : 3;
    switch (phase) {
      case 0:
        return drag(i, in_lanes, {round_ % 2 ? 9.0 + 0.1 * round_ : -9.0 - 0.1 * round_, 0});
      case 1:
        return wheel(in_lanes, {0, i % 50 < 30 ? -60.0 - round_ : 100.0}, true);
      case 2:
        return press(i % 3 ? Key::kPeriod : Key::kComma);
      case 3:
        return point(InputEvent::Type::kPointerMove,
                     {20 + (i + round_) * 37 % 1200 + 0.5, 10 + (i + round_) * 53 % 700 + 0.5});
      case 4:
        return drag(i, on_map, {3, 2.0 - 0.1 * round_});
      case 5:
        return open_.program.push(ZoomMap{on_map, i % 16 < 8 ? 1.1 + 0.001 * round_ : 1 / 1.1});
      case 6: {
        Filter filter;
        filter.hidden_tracks = {n % static_cast<std::uint32_t>(story.tracks.size())};
        if (i % 3 == 0) filter.text = "a";
        filter.mode = i % 2 ? Filter::Mode::kHide : Filter::Mode::kDim;
        return open_.program.push(i % 7 ? SetFilter{filter} : SetFilter{});
      }
      case 7: {
        const bool is_event = i % 2 != 0;
        const auto count =
            static_cast<std::uint32_t>(is_event ? story.events.size() : story.relations.size());
        return open_.program.push(Select{{is_event ? Kind::kEvent : Kind::kRelation, n * 7 % count}});
      }
      case 8:
        return open_.program.push(
            i % 2 ? Action(Search{i % 4 == 1 ? "war" : "peace talks", 20})
                  : Action(Fold{{Kind::kTrack, n % static_cast<std::uint32_t>(story.tracks.size())},
                                i % 4 == 0}));
      default:
        return open_.program.push(i % 3 == 0 ? Action(Undo{}) : Action(SelectNext{i % 2 ? 1 : -3}));
    }
  }

  OpenProgram& open_;
  int round_ = 0;
};

// Rounds that are read first fill what is bounded: the history of views, the log, kept plans and texts, and
// the room of lists, which is that of the longest they have been. What is allowed after that is less than
// what a kept word a frame would take.
void expect_no_growth(OpenProgram& open, int warm_up, int rounds) {
  constexpr std::size_t kFluctuation = 64 * 1024;
  Reader reader(open);
  std::size_t most = 0;
  for (int round = 0; round < warm_up; ++round) {
    reader.read_a_round();
    most = std::max(most, bytes_in_use());
  }
  for (int round = warm_up; round < rounds; ++round) {
    reader.read_a_round();
    EXPECT_LE(bytes_in_use(), most + kFluctuation) << "after " << (round + 1) * Reader::kRound << " frames";
  }
}

TEST(Memory, DoesNotGrowWhileSomebodyLooksAroundInTheRealStory) {
  OpenProgram open;
  expect_no_growth(open, 4, 8);
}

TEST(Memory, DoesNotGrowWhileSomebodyLooksAroundInALargeStory) {
  StorySize size;
  size.events = 4000;
  OpenProgram open(generate_story(size, 9));
  expect_no_growth(open, 8, 12);
}

}  // namespace
}  // namespace tp
