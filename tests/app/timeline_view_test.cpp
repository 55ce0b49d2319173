// Folding, clusters, the overview's window, fitting and coasting: what the reader arranges stays as it was
// put.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/axis_index.hpp"
#include "app/density.hpp"
#include "app/gestures.hpp"
#include "app/moments.hpp"
#include "app/span_of.hpp"
#include "base/random.hpp"
#include "support.hpp"

namespace tp {
namespace {

struct TimelineViewTest : ::testing::Test {
  InputEvent event_at(InputEvent::Type type, Point p, int clicks = 1) {
    InputEvent event;
    event.type = type;
    event.at = p;
    event.clicks = clicks;
    return event;
  }
  void click(Point p, int clicks = 1) {
    open.program.input(event_at(InputEvent::Type::kPointerDown, p, clicks));
    open.program.input(event_at(InputEvent::Type::kPointerUp, p, clicks));
    open.settle();
  }
  void drag(Point from, Point to) {
    open.program.input(event_at(InputEvent::Type::kPointerDown, from));
    for (int i = 1; i <= 8; ++i)
      open.program.input(event_at(InputEvent::Type::kPointerMove, from + (to - from) * (i / 8.0)));
    open.program.input(event_at(InputEvent::Type::kPointerUp, to));
    open.settle();
  }
  bool press_key(Key key, bool shift = false) {
    InputEvent event;
    event.type = InputEvent::Type::kKey;
    event.key = key;
    event.shift = shift;
    const bool used = open.program.input(event);
    open.settle();
    return used;
  }
  const TimelineScene& timeline() const { return open.program.scene().timeline; }
  const State& state() const { return open.program.state(); }
  const LaneHead* lane(std::string_view id) const {
    for (const LaneHead& lane : timeline().lanes)
      if (lane.ref == open.find(id)) return &lane;
    return nullptr;
  }
  TimeRange shown() const { return state().scale.visible(0, state().plot_width); }
  OpenProgram open;
};

TEST_F(TimelineViewTest, TheChevronFoldsALaneToItsDensityAndBack) {
  open.act(Select{});
  const double before = lane("law")->rect.height;
  click(lane("law")->fold.center());
  ASSERT_TRUE(state().timeline.is_folded(open.find("law")));
  EXPECT_LT(lane("law")->rect.height, before);
  EXPECT_GT(lane("energy")->rect.height, before) << "what is left has more room";
  for (const EventMark& mark : timeline().marks)
    EXPECT_NE(open.program.story().events[mark.ref.index].track.value, open.find("law").index);
  ASSERT_EQ(timeline().densities.size(), 1u);
  EXPECT_FALSE(timeline().densities[0].bars.empty());
  click(lane("law")->fold.center());
  EXPECT_FALSE(state().timeline.is_folded(open.find("law")));
  EXPECT_TRUE(timeline().densities.empty());
}

TEST_F(TimelineViewTest, ShiftUpAndDownFoldTheLaneOfWhatIsSelected) {
  open.act(Select{});
  EXPECT_FALSE(press_key(Key::kUp, true)) << "nothing selected: the key belongs to the page";
  open.act(Select{open.find("energy")});
  EXPECT_TRUE(press_key(Key::kUp, true));
  EXPECT_TRUE(state().timeline.is_folded(open.find("energy")));
  EXPECT_TRUE(press_key(Key::kDown, true));
  EXPECT_TRUE(state().timeline.folded.empty());
  const std::vector<Ref> folded = state().timeline.folded;
  EXPECT_TRUE(press_key(Key::kDown));
  EXPECT_EQ(state().timeline.folded, folded) << "plain arrows walk the tracks and fold nothing";
}

TEST_F(TimelineViewTest, WhatIsSelectedIsDrawnEvenInAFoldedLane) {
  for (EventIndex event : open.program.index().events_in_time) {
    const TrackIndex track = open.program.story()[event].track;
    open.act(Fold{Ref::of(Kind::kTrack, track), true});
    open.act(Select{Ref::of(Kind::kEvent, event)});
    const bool drawn =
        std::any_of(timeline().marks.begin(), timeline().marks.end(),
                    [&](const EventMark& mark) { return mark.emphasis == Emphasis::kSelected; });
    EXPECT_TRUE(drawn) << open.program.story()[event].id;
  }
}

TEST_F(TimelineViewTest, FoldingThereAndBackIsTheSamePicture) {
  const std::string before = open.scene();
  for (const char* id : {"people", "law", "energy"}) open.act(Fold{open.find(id), true});
  EXPECT_NE(open.scene(), before);
  for (const char* id : {"law", "energy", "people"}) open.act(Fold{open.find(id), false});
  EXPECT_EQ(open.scene(), before);
}

TEST_F(TimelineViewTest, AnEditedStoryKeepsItsFolds) {
  open.act(Fold{open.find("conflict"), true});
  ASSERT_FALSE(open.program.load(real_story()).refuses());
  open.settle();
  EXPECT_TRUE(state().timeline.is_folded(open.find("conflict")));
}

TEST_F(TimelineViewTest, FoldTargetsAreLargeEnoughForAPointerAndAFinger) {
  for (std::size_t i = 0; i < open.program.story().tracks.size(); ++i)
    open.act(Fold{{Kind::kTrack, static_cast<std::uint32_t>(i)}, true});
  SceneHits hits;
  hits.build(open.program.scene());
  for (const LaneHead& head : timeline().lanes) {
    if (head.fold.empty()) continue;
    EXPECT_GE(head.fold.width, 24);
    EXPECT_GE(head.fold.height, 24);
  }
  const Rect fold = lane("law")->fold;
  const Point beside{fold.right() + 9, fold.center().y};
  EXPECT_EQ(hits.at(beside, PointerKind::kTouch)->type, HitTarget::Type::kFold) << "a finger: 44 px";
  EXPECT_NE(hits.at(beside, PointerKind::kMouse)->type, HitTarget::Type::kFold);
}

TEST_F(TimelineViewTest, TheDensityOfAFoldedLaneAndOfTheOverviewObeyTheFilter) {
  open.act(Select{});
  open.act(Fold{open.find("law"), true});
  const auto bars = [&] { return timeline().densities.at(0).bars.size(); };
  const auto ticks = [&] { return timeline().overview_ticks.size(); };
  const std::size_t all_bars = bars(), all_ticks = ticks();
  Filter filter;
  filter.hidden_statuses = Filter::bit(Status::kClaim) | Filter::bit(Status::kDisputed);
  filter.mode = Filter::Mode::kHide;
  open.act(SetFilter{filter});
  EXPECT_LT(ticks(), all_ticks);
  filter.hidden_tracks = {open.find("law").index};
  open.act(SetFilter{filter});
  EXPECT_EQ(bars(), 0u);
  open.act(SetFilter{});
  EXPECT_EQ(bars(), all_bars);
  EXPECT_EQ(ticks(), all_ticks);
}

TEST_F(TimelineViewTest, WordsOnABarMeanTheirOwnEvent) {
  open.act(Select{});
  int on_bars = 0;
  for (double zoom : {1.0, 2.0, 2.0, 2.0}) {
    open.act(ZoomTimeline{500, zoom});
    SceneHits hits;
    hits.build(open.program.scene());
    for (const LabelBox& label : timeline().labels) {
      if (label.ref.kind != Kind::kEvent || !timeline().plot.contains(label.rect.center())) continue;
      for (const EventMark& mark : timeline().marks)
        on_bars += mark.form == MarkForm::kSpan && mark.ref != label.ref && mark.rect.overlaps(label.rect);
      // The playhead may run through words; beside it they answer.
      const Point p{label.rect.x + 4, label.rect.center().y};
      if (std::abs(p.x - timeline().playhead_x) < 12) continue;
      EXPECT_EQ(hits.at(p, PointerKind::kMouse)->ref, label.ref) << label.text;
    }
  }
  EXPECT_GT(on_bars, 0) << "the story has words on foreign bars";
}

std::string crowd_at_one_instant(int count) {
  std::string json = R"({"format": "turning-point/1", "id": "crowd", "languages": ["en"], "title": "Crowd",
    "tracks": [{"id": "t", "title": "Track"}], "events": [
    {"id": "first", "when": "1990", "track": "t", "title": "First"})";
  for (int i = 0; i < count; ++i)
    json += R"(, {"id": "c)" + std::to_string(i) +
            R"(", "when": "2001-09-09", "track": "t", "title": "Case )" + std::to_string(i) + "\"}";
  return json + "]}";
}

TEST_F(TimelineViewTest, AClusterAtOneInstantIsListedAndNotZoomed) {
  OpenProgram crowd(crowd_at_one_instant(5000));
  ASSERT_TRUE(crowd.program.has_story());
  crowd.act(Select{});
  crowd.act(FitAll{});
  const EventMark* cluster = nullptr;
  for (const EventMark& mark : crowd.program.scene().timeline.marks)
    if (mark.form == MarkForm::kCluster) cluster = &mark;
  ASSERT_NE(cluster, nullptr);
  EXPECT_EQ(cluster->count, "5k");
  const TimeScale before = crowd.program.state().scale;
  crowd.act(OpenCluster{{cluster->members.begin(), cluster->members.end()}});
  EXPECT_EQ(crowd.program.state().scale, before);
  const Card& card = crowd.program.card();
  EXPECT_EQ(card.title, "5000 events");
  EXPECT_EQ(card.date, "9 September 2001");
  EXPECT_EQ(card.events.size(), 1000u);
  EXPECT_EQ(card.also, "and 4000 more");
  const CardLink chosen = card.events[3];
  crowd.act(Select{chosen.ref});
  EXPECT_EQ(crowd.program.card().title, chosen.words) << "choosing one closes the list";
}

TEST_F(TimelineViewTest, AListHasWhatTheFilterShows) {
  OpenProgram crowd(crowd_at_one_instant(7));
  crowd.act(OpenCluster{{1, 2, 3, 4, 5, 6, 7}});
  ASSERT_EQ(crowd.program.card().events.size(), 7u);
  Filter filter;
  filter.text = "Case 3";
  crowd.act(SetFilter{filter});
  ASSERT_EQ(crowd.program.card().events.size(), 1u);
  EXPECT_EQ(crowd.program.card().events[0].words, "Case 3");
  EXPECT_EQ(crowd.program.card().title, "Case 3");
  crowd.act(SetFilter{});
  EXPECT_EQ(crowd.program.card().events.size(), 7u);
}

TEST_F(TimelineViewTest, OpeningAClusterAlwaysZoomsInUntilItCanBeListed) {
  for (int round = 0; round < 40; ++round) {
    const EventMark* cluster = nullptr;
    for (const EventMark& mark : timeline().marks)
      if (mark.form == MarkForm::kCluster && timeline().plot.contains(mark.rect.center())) cluster = &mark;
    if (!cluster) {
      open.act(FitAll{});
      continue;
    }
    const double before = state().scale.ms_per_px;
    open.act(OpenCluster{{cluster->members.begin(), cluster->members.end()}});
    const bool listed = !state().timeline.listed.empty();
    EXPECT_TRUE(listed || state().scale.ms_per_px < before * 0.7) << round;
    if (listed) open.act(FitAll{});
  }
}

TEST_F(TimelineViewTest, EnterOpensTheClusterOfWhatIsSelectedElseGoesThere) {
  open.act(FitAll{});
  const EventMark* cluster = nullptr;
  for (const EventMark& mark : timeline().marks)
    if (mark.form == MarkForm::kCluster) cluster = &mark;
  ASSERT_NE(cluster, nullptr);
  open.act(Select{cluster->ref});
  const double before = state().scale.ms_per_px;
  EXPECT_TRUE(press_key(Key::kEnter));
  EXPECT_LT(state().scale.ms_per_px, before);
  open.act(Select{});
  EXPECT_FALSE(press_key(Key::kEnter));
}

TEST_F(TimelineViewTest, EscapeClosesTheListBeforeTheSelection) {
  Ref event;
  for (EventIndex i : open.program.index().events_in_time)
    if (!open.program.story()[i].when.is_interval) event = Ref::of(Kind::kEvent, i);
  open.act(Select{event});
  open.act(OpenCluster{{event.index, event.index}});
  ASSERT_FALSE(state().timeline.listed.empty());
  EXPECT_TRUE(press_key(Key::kEscape));
  EXPECT_TRUE(state().timeline.listed.empty());
  EXPECT_EQ(state().selected, event);
  EXPECT_EQ(open.program.card().ref, event);
}

TEST_F(TimelineViewTest, DraggingAnEdgeOfTheWindowMovesThatEdgeOnly) {
  open.act(FitAll{});
  open.act(ZoomTimeline{500, 3});
  for (const bool right : {true, false}) {
    const TimeRange before = shown();
    const Rect window = timeline().overview_window;
    const Point edge{right ? window.right() : window.x, window.center().y};
    drag(edge, edge + Point{right ? 60.0 : -60.0, 0});
    const Rect after = timeline().overview_window;
    EXPECT_NEAR(right ? after.x : after.right(), right ? window.x : window.right(), 0.6);
    EXPECT_NEAR(right ? after.right() : after.x, edge.x + (right ? 60 : -60), 0.6);
    EXPECT_GT(shown().length_ms(), before.length_ms());
  }
}

TEST_F(TimelineViewTest, TheWindowIsDraggedWhereItIsHeld) {
  open.act(FitAll{});
  open.act(ZoomTimeline{500, 4});
  const Rect window = timeline().overview_window;
  const Point held{window.x + window.width * 0.3, window.center().y};
  click(held);
  EXPECT_NEAR(timeline().overview_window.x, window.x, 0.1) << "pressing it moves nothing";
  drag(held, held + Point{50, 0});
  EXPECT_NEAR(timeline().overview_window.x, window.x + 50, 0.6);
  EXPECT_NEAR(timeline().overview_window.width, window.width, 0.6);
}

TEST_F(TimelineViewTest, EdgesAreTargetsOf24PxAtAnyWidthOfTheWindow) {
  for (double factor : {1.0, 3.0, 40.0, 1e5}) {
    open.act(FitAll{});
    open.act(ZoomTimeline{600, factor});
    SceneHits hits;
    hits.build(open.program.scene());
    int left = 0, right = 0, middle = 0;
    const Rect& window = timeline().overview_window;
    for (double x = window.x - 40; x < window.right() + 40; x += 1) {
      const HitTarget* target = hits.at({x, window.center().y}, PointerKind::kMouse);
      if (!target) continue;
      left += target->type == HitTarget::Type::kOverviewLeft;
      right += target->type == HitTarget::Type::kOverviewRight;
      middle += target->type == HitTarget::Type::kOverviewWindow;
    }
    EXPECT_GE(left, 23) << factor;
    EXPECT_GE(right, 23) << factor;
    EXPECT_GE(middle, 5) << factor;
  }
}

TEST_F(TimelineViewTest, AnEdgeNeverPassesTheOther) {
  for (double fraction : {-3.0, 0.0, 0.4, 1.0, 7.0})
    for (bool right : {true, false}) {
      open.act(FitAll{});
      open.act(ResizeOverview{right, fraction});
      EXPECT_GT(shown().length_ms(), 0);
      EXPECT_TRUE(std::isfinite(state().scale.ms_per_px));
    }
}

TEST_F(TimelineViewTest, FitToShowsAllOfATrackAnActorARelationAndASeries) {
  for (const char* id : {"energy", "people", "azerbaijan", "series-gas-to-europe", "period-first-war"}) {
    const Ref ref = open.find(id);
    if (!ref.valid()) continue;
    open.act(FitTo{ref});
    const auto span = span_of(open.program.story(), open.program.index(), ref);
    ASSERT_TRUE(span) << id;
    EXPECT_LE(shown().begin, span->begin) << id;
    EXPECT_GE(shown().end, span->end) << id;
    EXPECT_LT(shown().length_ms(), span->length_ms() * 1.2) << id;
  }
  for (std::size_t i = 0; i < open.program.story().relations.size(); ++i) {
    open.act(FitTo{{Kind::kRelation, static_cast<std::uint32_t>(i)}});
    EXPECT_GT(shown().length_ms(), 0);
  }
}

TEST_F(TimelineViewTest, ADoubleClickOnALaneFitsItsTrack) {
  open.act(FitAll{});
  const TimeRange before = shown();
  click(lane("security")->title.rect.center());
  EXPECT_EQ(state().selected, open.find("security"));
  click(lane("security")->title.rect.center(), 2);
  EXPECT_NE(shown(), before);
}

// As a hand does it: a move of 12 px every 16 ms.
void fling(OpenProgram& open, double px_each) {
  const Rect& plot = open.program.scene().timeline.plot;
  Point p{plot.center().x, plot.bottom() - 2};
  InputEvent event;
  event.type = InputEvent::Type::kPointerDown;
  event.at = p;
  open.program.input(event);
  open.program.frame(0, open.measurer);
  event.type = InputEvent::Type::kPointerMove;
  for (int i = 0; i < 8; ++i) {
    event.at = p = p + Point{px_each, 0};
    open.program.input(event);
    open.program.frame(16, open.measurer);
  }
  event.type = InputEvent::Type::kPointerUp;
  open.program.input(event);
  open.program.frame(16, open.measurer);
}

TEST_F(TimelineViewTest, APanCoastsOnSlowsDownAndRests) {
  open.act(ZoomTimeline{500, 30});
  fling(open, -12);
  double last_by = 1e9;
  double x = state().scale.to_px(Instant{});
  int frames = 0;
  while (open.program.wants_frame() && frames < 600) {
    open.program.frame(16, open.measurer);
    const double by = std::abs(state().scale.to_px(Instant{}) - x);
    x = state().scale.to_px(Instant{});
    EXPECT_LE(by, last_by + 1e-3);
    last_by = by;
    ++frames;
  }
  EXPECT_GT(frames, 20);
  EXPECT_LT(frames, 120) << "it comes to rest within two seconds";
  const TimeScale at_rest = state().scale;
  for (int i = 0; i < 5; ++i) open.program.frame(16, open.measurer);
  EXPECT_EQ(state().scale, at_rest);
  EXPECT_EQ(open.program.next_frame_in_ms(), -1);
}

TEST_F(TimelineViewTest, CoastingEndsAtTheSamePlaceAtAnyFrameRate) {
  double ends[3];
  int which = 0;
  for (double step : {8.0, 16.0, 40.0}) {
    OpenProgram own;
    own.act(ZoomTimeline{500, 30});
    fling(own, -12);
    for (int i = 0; i < 2000 && own.program.wants_frame(); ++i) own.program.frame(step, own.measurer);
    ends[which++] = own.program.state().scale.to_px(Instant{});
  }
  EXPECT_NEAR(ends[0], ends[1], 0.01);
  EXPECT_NEAR(ends[0], ends[2], 0.01);
}

TEST_F(TimelineViewTest, AnyInputStopsCoasting) {
  const auto coasts = [&] { return open.program.state().timeline.coasting.released; };
  open.act(ZoomTimeline{500, 30});
  fling(open, -12);
  ASSERT_TRUE(coasts());
  open.program.input(event_at(InputEvent::Type::kPointerDown, timeline().plot.center()));
  open.program.frame(16, open.measurer);
  EXPECT_FALSE(coasts());
  open.program.input(event_at(InputEvent::Type::kPointerCancel, timeline().plot.center()));
  fling(open, -12);
  ASSERT_TRUE(coasts());
  open.program.push(ZoomTimeline{300, 1.2});
  open.program.frame(16, open.measurer);
  EXPECT_FALSE(coasts());
}

TEST_F(TimelineViewTest, AHandThatRestsBeforeItLetsGoLeavesNothingMoving) {
  open.act(ZoomTimeline{500, 30});
  const Rect plot = timeline().plot;
  Point p{plot.center().x, plot.bottom() - 2};
  open.program.input(event_at(InputEvent::Type::kPointerDown, p));
  for (int i = 0; i < 6; ++i) {
    p = p + Point{-12, 0};
    open.program.input(event_at(InputEvent::Type::kPointerMove, p));
    open.program.frame(16, open.measurer);
  }
  int frames = 0;
  while (open.program.wants_frame() && frames < 100) open.program.frame(16, open.measurer), ++frames;
  EXPECT_LT(frames, 60) << "holding still draws nothing";
  const TimeScale held = state().scale;
  open.program.input(event_at(InputEvent::Type::kPointerUp, p));
  open.settle();
  EXPECT_EQ(state().scale, held);
}

TEST_F(TimelineViewTest, ReducedMotionHasNoCoasting) {
  open.act(SetAppearance{false, true});
  open.act(ZoomTimeline{500, 30});
  fling(open, -12);
  EXPECT_FALSE(open.program.wants_frame());
}

TEST(Density, CountsEveryMomentOnceWhereverTheWindowIs) {
  Random random(5);
  std::vector<Instant> moments;
  for (int i = 0; i < 5000; ++i) moments.push_back({8000 + static_cast<int>(random.below(4000)), 0});
  std::sort(moments.begin(), moments.end());
  const TimeScale whole = fit_range({{7900, 0}, {12100, 0}}, 0, 1000);
  std::size_t counted = 0;
  for (const DensityBucket& bucket : count_density(moments, whole, {7900, 0}, 0, 1000, 3))
    counted += bucket.count;
  EXPECT_EQ(counted, moments.size());
  for (double by : {0.25, 1.0, 17.5, -40.0}) {
    const auto before = count_density(moments, whole, {7900, 0}, -5000, 6000, 3);
    const auto after = count_density(moments, whole.panned(by), {7900, 0}, -5000, 6000, 3);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      EXPECT_EQ(before[i].count, after[i].count);
      EXPECT_NEAR(after[i].x - before[i].x, by, 1e-6);
    }
  }
}

TEST(Density, OneIsSeenAndManyStayInBounds) {
  EXPECT_EQ(density_share(0, 9), 0);
  EXPECT_EQ(density_share(1, 1), 1);
  EXPECT_GT(density_share(1, 1000000), 0.3);
  EXPECT_EQ(density_share(1000000, 1000000), 1);
  for (std::uint32_t n = 1; n < 200; ++n) EXPECT_LT(density_share(n, 200), density_share(n + 1, 200));
}

TEST(AxisIndexTest, KnowsTheMomentOfEveryEvent) {
  OpenProgram open;
  const AxisIndex index = index_axis(open.program.story());
  std::size_t count = 0;
  for (const auto& row : index.moments) {
    EXPECT_TRUE(std::is_sorted(row.begin(), row.end()));
    count += row.size();
  }
  EXPECT_EQ(count, open.program.story().events.size());
}

}  // namespace
}  // namespace tp
