// Mouse, finger and key over a real scene: each gesture does what the product says, and leaves the page its
// own.
#include "app/gestures.hpp"

#include <gtest/gtest.h>

#include "support.hpp"
#include "support/source_dir.hpp"

namespace tp {
namespace {

struct GesturesTest : ::testing::Test {
  bool send(InputEvent::Type type, Point p, PointerKind pointer = PointerKind::kMouse) {
    InputEvent event;
    event.type = type;
    event.at = p;
    event.pointer = pointer;
    const bool used = open.program.input(event);
    open.settle();
    return used;
  }
  bool press_key(Key key, bool shift = false, bool alt = false) {
    InputEvent event;
    event.type = InputEvent::Type::kKey;
    event.key = key;
    event.shift = shift;
    event.alt = alt;
    const bool used = open.program.input(event);
    open.settle();
    return used;
  }
  bool turn_wheel(Point p, Point by, bool zoom) {
    InputEvent event;
    event.type = InputEvent::Type::kWheel;
    event.at = p;
    event.wheel = by;
    event.zoom_modifier = zoom;
    const bool used = open.program.input(event);
    open.settle();
    return used;
  }
  void click(Point p, PointerKind pointer = PointerKind::kMouse) {
    send(InputEvent::Type::kPointerDown, p, pointer);
    send(InputEvent::Type::kPointerUp, p, pointer);
  }
  void drag(Point from, Point to) {
    send(InputEvent::Type::kPointerDown, from);
    for (int i = 1; i <= 8; ++i) send(InputEvent::Type::kPointerMove, from + (to - from) * (i / 8.0));
    send(InputEvent::Type::kPointerUp, to);
  }
  const TimelineScene& timeline() const { return open.program.scene().timeline; }
  const State& state() const { return open.program.state(); }
  OpenProgram open;
};

TEST_F(GesturesTest, ClickingAMarkSelectsItsEvent) {
  for (const EventMark& mark : std::vector<EventMark>(timeline().marks)) {
    if (mark.form != MarkForm::kPoint || !timeline().plot.contains(mark.rect.center())) continue;
    open.act(Select{});
    open.act(FitAll{});
    for (const EventMark& now : timeline().marks)
      if (now.ref == mark.ref && now.form == MarkForm::kPoint) {
        click(now.rect.center());
        EXPECT_EQ(state().selected, mark.ref) << open.program.story().id_of(mark.ref);
        break;
      }
  }
}

TEST_F(GesturesTest, AFingerBesideAMarkHitsItAndAMouseDoesNot) {
  OpenProgram small(read_text(source_dir() + "/tests/app/golden/story.json"));
  const Ref act = small.find("act");
  SceneHits hits;
  hits.build(small.program.scene());
  for (const EventMark& mark : small.program.scene().timeline.marks) {
    if (mark.ref != act) continue;
    const Point above{mark.rect.center().x, mark.rect.y - 12};
    const HitTarget* by_finger = hits.at(above, PointerKind::kTouch);
    const HitTarget* by_mouse = hits.at(above, PointerKind::kMouse);
    ASSERT_TRUE(by_finger && by_mouse);
    EXPECT_EQ(by_finger->ref, act);
    EXPECT_NE(by_mouse->ref, act);
    return;
  }
  FAIL() << "the mark is on screen";
}

TEST_F(GesturesTest, ClickingAClusterZoomsToItsMembers) {
  open.act(FitAll{});
  for (std::size_t i = 0; i < timeline().marks.size(); ++i) {
    const EventMark mark = timeline().marks[i];
    if (mark.form != MarkForm::kCluster) continue;
    const double before = state().scale.ms_per_px;
    click(mark.rect.center());
    EXPECT_LT(state().scale.ms_per_px, before);
    return;
  }
  FAIL() << "the whole real story has at least one cluster";
}

TEST_F(GesturesTest, DraggingThePlotPansByTheSamePixels) {
  open.act(ZoomTimeline{500, 5});
  const Point from{timeline().plot.center().x, timeline().plot.bottom() - 3};
  const double origin = state().scale.to_px(open.program.index().extent.begin);
  drag(from, from + Point{-60, 0});
  EXPECT_NEAR(state().scale.to_px(open.program.index().extent.begin), origin - 60, 8);
}

TEST_F(GesturesTest, DraggingThePlayheadMovesTimeAndTheCardFollows) {
  const Instant before = state().at;
  const Rect badge = timeline().playhead_badge.rect;
  drag(badge.center(), {timeline().plot.x + 200, badge.center().y});
  EXPECT_LT(state().at, before);
  EXPECT_NEAR(state().scale.to_px(state().at), 200, 10);
  EXPECT_EQ(state().selected.kind, Kind::kEvent);
  EXPECT_FALSE(state().scrubbing);
}

TEST_F(GesturesTest, ClickingTheAxisPutsThePlayheadThere) {
  click({timeline().plot.x + 321, timeline().axis.bottom() - 6});
  EXPECT_NEAR(state().scale.to_px(state().at), 321, 8);
}

TEST_F(GesturesTest, ClickingAnActorSelectsItAndClickingNothingOnTheMapClears) {
  const NodeMark node = open.program.scene().map.nodes.front();
  click(node.center);
  EXPECT_EQ(state().selected, node.ref);
  click({open.program.scene().map.area.x + 3, open.program.scene().map.area.y + 3});
  EXPECT_FALSE(state().selected.valid());
}

TEST_F(GesturesTest, APlainWheelBelongsToThePage) {
  const TimeScale before = state().scale;
  EXPECT_FALSE(turn_wheel(timeline().plot.center(), {0, 120}, false));
  EXPECT_FALSE(turn_wheel(open.program.scene().map.area.center(), {0, 120}, false));
  EXPECT_EQ(state().scale, before);
}

TEST_F(GesturesTest, AModifiedWheelZoomsAndASidewaysWheelPans) {
  const double zoom = state().scale.ms_per_px;
  EXPECT_TRUE(turn_wheel(timeline().plot.center(), {0, -120}, true));
  EXPECT_LT(state().scale.ms_per_px, zoom);
  const double map = state().map.zoom;
  EXPECT_TRUE(turn_wheel(open.program.scene().map.area.center(), {0, -120}, true));
  EXPECT_GT(state().map.zoom, map);
  const double x = state().scale.to_px(Instant{});
  EXPECT_TRUE(turn_wheel(timeline().plot.center(), {40, 0}, false));
  EXPECT_LT(state().scale.to_px(Instant{}), x);
}

TEST_F(GesturesTest, KeysWalkEventsAndUnknownKeysBelongToThePage) {
  press_key(Key::kHome);
  EXPECT_EQ(state().selected, Ref::of(Kind::kEvent, open.program.index().events_in_time.front()));
  EXPECT_TRUE(press_key(Key::kRight));
  EXPECT_EQ(state().selected, Ref::of(Kind::kEvent, open.program.index().events_in_time[1]));
  EXPECT_TRUE(press_key(Key::kEscape));
  EXPECT_FALSE(state().selected.valid());
  EXPECT_FALSE(press_key(Key::kEscape)) << "nothing left to clear: the reader steps out";
  EXPECT_FALSE(press_key(Key::kNone));
  press_key(Key::kSpace);
  EXPECT_TRUE(state().playback.playing);
}

TEST_F(GesturesTest, EachDragIsAStepThatAltAndAnArrowTakeBack) {
  open.act(ZoomTimeline{500, 5});
  const Point from{timeline().plot.center().x, timeline().plot.bottom() - 3};
  const TimeScale start = state().scale;
  drag(from, from + Point{-60, 0});
  const TimeScale middle = state().scale;
  drag(from, from + Point{-80, 0});
  EXPECT_TRUE(press_key(Key::kLeft, false, true));
  EXPECT_EQ(state().scale, middle);
  EXPECT_TRUE(press_key(Key::kLeft, false, true));
  EXPECT_EQ(state().scale, start);
  EXPECT_TRUE(press_key(Key::kRight, false, true));
  EXPECT_EQ(state().scale, middle);
}

TEST_F(GesturesTest, HoverIsReportedOnceAndLeavesWithThePointer) {
  const NodeMark node = open.program.scene().map.nodes.front();
  send(InputEvent::Type::kPointerMove, node.center);
  EXPECT_EQ(state().hovered, node.ref);
  EXPECT_EQ(open.program.cursor(), Cursor::kPointer);
  EXPECT_TRUE(open.program.scene().tooltip.visible);
  send(InputEvent::Type::kPointerLeave, {-5, -5});
  EXPECT_FALSE(state().hovered.valid());
}

// A mark that was pointed at slides away below a mouse that rests: its words must not stay behind.
TEST_F(GesturesTest, WhatMovedAwayFromARestingPointerIsNotHoveredAnyLonger) {
  open.act(Select{});
  open.act(ZoomTimeline{500, 2});
  for (const EventMark& mark : std::vector<EventMark>(timeline().marks)) {
    if (mark.form != MarkForm::kPoint || !timeline().plot.grown(-80).contains(mark.rect.center())) continue;
    send(InputEvent::Type::kPointerMove, mark.rect.center());
    ASSERT_EQ(state().hovered, mark.ref);
    turn_wheel(mark.rect.center(), {0, -120}, true);
    EXPECT_EQ(state().hovered, mark.ref) << "a zoom about the pointer leaves it where it is";
    open.act(PanTimeline{60});
    EXPECT_FALSE(state().hovered == mark.ref);
    EXPECT_TRUE(open.program.scene().tooltip.lines.empty());
    return;
  }
  FAIL() << "no point is in view";
}

}  // namespace
}  // namespace tp
