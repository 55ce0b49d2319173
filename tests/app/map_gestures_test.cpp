// Handles, legend, brush and focus under mouse and keys.
#include <gtest/gtest.h>

#include "app/moments.hpp"
#include "support.hpp"

namespace tp {
namespace {

struct MapGesturesTest : ::testing::Test {
  bool send(InputEvent::Type type, Point p, bool shift = false, int clicks = 1) {
    InputEvent event;
    event.type = type;
    event.at = p;
    event.shift = shift;
    event.clicks = clicks;
    const bool used = open.program.input(event);
    open.settle();
    return used;
  }
  bool press_key(Key key, char letter = 0, bool shift = false) {
    InputEvent event;
    event.type = InputEvent::Type::kKey;
    event.key = key;
    event.letter = letter;
    event.shift = shift;
    const bool used = open.program.input(event);
    open.settle();
    return used;
  }
  void click(Point p, int clicks = 1) {
    send(InputEvent::Type::kPointerDown, p, false, clicks);
    send(InputEvent::Type::kPointerUp, p, false, clicks);
  }
  void drag(Point from, Point to, bool shift = false) {
    send(InputEvent::Type::kPointerDown, from, shift);
    for (int i = 1; i <= 8; ++i) send(InputEvent::Type::kPointerMove, from + (to - from) * (i / 8.0), shift);
    send(InputEvent::Type::kPointerUp, to, shift);
  }
  const Scene& scene() const { return open.program.scene(); }
  const State& state() const { return open.program.state(); }
  NamedMoment named(std::string_view edtf) const { return named_moment(*parse_date_range(edtf).value); }
  OpenProgram open;
};

TEST_F(MapGesturesTest, EitherHandleDragsItsDate) {
  open.act(SetCompare{ComparePair{named("2000"), named("2015")}});
  for (const CompareEnd end : {CompareEnd::kA, CompareEnd::kB}) {
    const ComparePair before = *state().modes.compare;
    const auto which = static_cast<std::size_t>(end == CompareEnd::kB);
    const Point from = scene().handles.marks[which].badge.rect.center();
    const double to = scene().timeline.plot.x + 0.4 * scene().timeline.plot.width;
    drag(from, {to, from.y});
    const ComparePair& after = *state().modes.compare;
    const NamedMoment& moved = end == CompareEnd::kA ? after.a : after.b;
    EXPECT_NEAR(scene().timeline.plot.x + state().scale.to_px(moved.at), to, 8);
    EXPECT_EQ(end == CompareEnd::kA ? after.b : after.a, end == CompareEnd::kA ? before.b : before.a);
    EXPECT_EQ(named(moved.edtf), moved) << "its text says exactly where it is";
    open.act(SetCompare{ComparePair{named("2000"), named("2015")}});
  }
}

TEST_F(MapGesturesTest, AGrabbedDateWalksFromEventToEvent) {
  open.act(SetCompare{ComparePair{named("2000"), named("2015")}});
  click(scene().handles.marks[0].badge.rect.center());
  EXPECT_EQ(state().modes.grabbed, CompareEnd::kA);
  const Ref selected = state().selected;
  const Instant before = state().modes.compare->a.at;
  press_key(Key::kRight);
  const Instant next = state().modes.compare->a.at;
  EXPECT_GT(next, before);
  EXPECT_EQ(state().selected, selected) << "the arrows do not move the selection";
  press_key(Key::kLeft);
  press_key(Key::kRight);
  EXPECT_EQ(state().modes.compare->a.at, next);
  press_key(Key::kDown);
  EXPECT_EQ(state().modes.grabbed, CompareEnd::kB);
  press_key(Key::kEscape);
  EXPECT_EQ(state().modes.grabbed, CompareEnd::kNone);
  EXPECT_TRUE(state().modes.compare.has_value());
  press_key(Key::kEscape);
  EXPECT_FALSE(state().modes.compare.has_value());
}

TEST_F(MapGesturesTest, EveryModeHasAKey) {
  press_key(Key::kLetter, 'c');
  EXPECT_TRUE(state().modes.compare.has_value());
  const ComparePair pair = *state().modes.compare;
  press_key(Key::kLetter, 'x');
  EXPECT_EQ(state().modes.compare->a, pair.b);
  press_key(Key::kLetter, 'c');
  EXPECT_FALSE(state().modes.compare.has_value());
  press_key(Key::kLetter, 'b');
  EXPECT_TRUE(state().modes.brush.has_value());
  press_key(Key::kLetter, 'b');
  EXPECT_FALSE(state().modes.brush.has_value());
  press_key(Key::kLetter, 'g');
  EXPECT_TRUE(state().modes.ghosts);
  press_key(Key::kLetter, 'p');
  EXPECT_TRUE(state().modes.arrangement.places);
  press_key(Key::kLetter, 'p');
  open.act(Select{open.find("armenia")});
  press_key(Key::kLetter, 'v');
  EXPECT_EQ(state().modes.told_by.value, open.find("armenia").index);
  press_key(Key::kLetter, 'r');
  open.act(Select{open.find("us-congress")});
  EXPECT_EQ(state().modes.trace->from.value, open.find("armenia").index);
  EXPECT_EQ(state().modes.trace->to.value, open.find("us-congress").index);
  press_key(Key::kLetter, 'r');
  EXPECT_FALSE(state().modes.trace.has_value());
  press_key(Key::kLetter, '1');
  EXPECT_EQ(state().modes.hidden, bit_of(scene().map.legend[0].of));
  EXPECT_FALSE(press_key(Key::kLetter, 'z')) << "others are left to others";
}

TEST_F(MapGesturesTest, ShiftDragBrushesARange) {
  const TimelineScene timeline = scene().timeline;
  for (const double y : {timeline.axis.center().y, timeline.plot.center().y}) {
    open.act(SetBrush{});
    const TimeScale before = state().scale;
    drag({timeline.plot.x + 200, y}, {timeline.plot.x + 500, y}, true);
    ASSERT_TRUE(state().modes.brush.has_value());
    EXPECT_EQ(state().scale, before) << "the timeline did not pan";
    EXPECT_NEAR(scene().handles.brush.x, timeline.plot.x + 200, 2);
    EXPECT_NEAR(scene().handles.brush.right(), timeline.plot.x + 500, 2);
  }
}

TEST_F(MapGesturesTest, AClickOnTheLegendHidesItsClass) {
  open.act(Select{});
  const LegendEntry entry = scene().map.legend[1];
  click(entry.label.rect.center());
  EXPECT_EQ(state().modes.hidden, bit_of(entry.of));
  click(scene().map.legend[1].label.rect.center());
  EXPECT_EQ(state().modes.hidden, 0u);
}

TEST_F(MapGesturesTest, ADoubleClickOrEnterFocusesAndEscapeLeaves) {
  open.act(Select{});
  const auto center = [&](std::string_view id) {
    for (const NodeMark& node : scene().map.nodes)
      if (node.ref == open.find(id)) return node.center;
    return Point{};
  };
  const Point at = center("armenia");
  click(at);
  click(at, 2);
  ASSERT_TRUE(state().modes.arrangement.focus.has_value());
  EXPECT_EQ(state().modes.arrangement.focus->actor.value, open.find("armenia").index);
  EXPECT_EQ(state().modes.arrangement.focus->steps, 1);
  for (const int steps : {2, 3, 1}) {
    press_key(Key::kEnter);
    EXPECT_EQ(state().modes.arrangement.focus->steps, steps);
  }
  press_key(Key::kEscape);
  EXPECT_FALSE(state().modes.arrangement.focus.has_value());
  EXPECT_EQ(center("armenia"), at);
}

TEST_F(MapGesturesTest, AClickOnARelationOpensItsLedger) {
  open.act(Select{});
  open.act(SetPlayhead{moment_of(*parse_date("2025-08-08").value)});
  for (const EdgeMark& edge : std::vector<EdgeMark>(scene().map.edges)) {
    open.act(Select{edge.ref});
    const Card& card = open.program.card();
    ASSERT_FALSE(card.phases.empty());
    std::size_t now = 0, linked = 0;
    for (const CardPhase& phase : card.phases) {
      now += phase.holds_now;
      linked += phase.events.size() + phase.sources.size();
      EXPECT_FALSE(phase.status_words.empty());
      for (const CardLink& event : phase.events) EXPECT_EQ(event.ref.kind, Kind::kEvent);
    }
    EXPECT_EQ(now, 1u) << card.title;
    EXPECT_GT(linked, 0u) << card.title << ": a line without a source";
  }
}

}  // namespace
}  // namespace tp
