// Actions in, state and scene out: what the reader's doings lead to.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/moments.hpp"
#include "base/random.hpp"
#include "support.hpp"
#include "time/format_date.hpp"

namespace tp {
namespace {

Instant at(std::string_view edtf) {
  return moment_of(*parse_date(edtf).value);
}

TEST(Replay, OpensTheRealStoryWithoutProblems) {
  OpenProgram open;
  EXPECT_EQ(open.diagnostics.error_count, 0u) << to_text(open.diagnostics, "us-azerbaijan.json");
  ASSERT_TRUE(open.program.has_story());
  EXPECT_GE(open.program.story().events.size(), 54u);
}

TEST(Replay, SelectingAnEventMovesThePlayheadAndFillsTheCard) {
  OpenProgram open;
  const Ref event = Ref::of(Kind::kEvent, open.program.index().events_in_time[3]);
  open.act(Select{event});
  const Event& selected = open.program.story().events[event.index];
  EXPECT_EQ(open.program.state().at, moment_of(selected.when));
  EXPECT_EQ(open.program.card().title, selected.title.in("en"));
  EXPECT_EQ(open.program.card().date, format_date_range(selected.when, "en"));
  EXPECT_FALSE(open.program.card().sources.empty());
}

TEST(Replay, NextAndPreviousWalkEveryEventInTimeAndStopAtTheEnds) {
  OpenProgram open;
  const auto& order = open.program.index().events_in_time;
  open.act(Select{Ref::of(Kind::kEvent, order.front())});
  for (std::size_t i = 1; i < order.size(); ++i) {
    open.act(SelectNext{1});
    ASSERT_EQ(open.program.state().selected, Ref::of(Kind::kEvent, order[i])) << i;
  }
  open.act(SelectNext{1});
  EXPECT_EQ(open.program.state().selected, Ref::of(Kind::kEvent, order.back()));
  for (std::size_t i = order.size() - 1; i > 0; --i) {
    open.act(SelectNext{-1});
    ASSERT_EQ(open.program.state().selected, Ref::of(Kind::kEvent, order[i - 1])) << i;
  }
}

TEST(Replay, ScrubbingThereAndBackGivesTheSamePicture) {
  OpenProgram open;
  open.act(ScrubPlayhead{300});
  const std::string before = open.scene();
  for (double x : {310.0, 500.0, 900.0, 20.0, 700.0}) open.act(ScrubPlayhead{x});
  open.act(ScrubPlayhead{300});
  EXPECT_EQ(open.scene(), before);
}

TEST(Replay, ActorsKeepTheirPlacesWhateverTheDate) {
  OpenProgram open;
  std::map<std::uint32_t, Point> places;
  for (const char* date :
       {"1989", "1992-10-24", "2002-01-25", "2020-10", "2023-09-20", "2025-08-08", "2026-03"}) {
    open.act(SetPlayhead{at(date)});
    for (const NodeMark& node : open.program.scene().map.nodes) {
      const auto [place, first] = places.emplace(node.ref.index, node.center);
      EXPECT_EQ(place->second, node.center) << date << " " << open.program.story().id_of(node.ref);
    }
  }
  EXPECT_GT(places.size(), 20u);
}

TEST(Replay, TheMapShowsExactlyTheRelationsThatHold) {
  OpenProgram open;
  open.act(Select{});
  for (const char* date : {"1991-12-30", "1993-06-01", "2002-02-01", "2024-01-01", "2025-08-08"}) {
    open.act(SetPlayhead{at(date)});
    const auto holding = relations_at(open.program.story(), open.program.state().at);
    ASSERT_EQ(open.program.scene().map.edges.size(), holding.size()) << date;
    for (std::size_t i = 0; i < holding.size(); ++i) {
      EXPECT_EQ(open.program.scene().map.edges[i].ref, Ref::of(Kind::kRelation, holding[i].relation));
      EXPECT_EQ(open.program.scene().map.edges[i].phase, holding[i].phase);
    }
  }
}

TEST(Replay, TheMapNamesEveryCommunityOnItOrNone) {
  for (const Size size : {Size{1280, 726}, Size{820, 900}, Size{390, 844}, Size{320, 640}}) {
    OpenProgram open(real_story(), size);
    for (const char* date : {"1993-06-01", "2020-11-12", "2023-10-01", "2025-08-08"}) {
      open.act(SetPlayhead{at(date)});
      open.act(Select{});
      const MapScene& map = open.program.scene().map;
      std::size_t drawn = 0;
      for (const NodeMark& node : map.nodes) drawn += node.kind == ActorKind::kCommunity;
      std::set<std::uint32_t> communities;  // a long name stands on two lines, a label each
      for (const LabelBox& label : map.labels)
        if (label.ref.kind == Kind::kActor &&
            open.program.story().actors[label.ref.index].kind == ActorKind::kCommunity)
          communities.insert(label.ref.index);
      const std::size_t named = communities.size();
      EXPECT_TRUE(named == 0 || named == drawn)
          << date << " at " << size.width << ": " << named << " of " << drawn;
    }
  }
}

TEST(Replay, ZoomKeepsTheInstantUnderThePointer) {
  OpenProgram open;
  for (double x : {10.0, 400.0, 1000.0}) {
    open.act(FitAll{});
    const Instant under = open.program.state().scale.from_px(x);
    const bool held_at_end =
        under < open.program.index().extent.begin || under > open.program.index().extent.end;
    open.act(ZoomTimeline{x, 3.0});
    if (held_at_end) continue;
    EXPECT_NEAR(open.program.state().scale.to_px(under), x, 0.01);
  }
}

TEST(Replay, PlayingPausesAtEventsAndEndsAtTheLast) {
  OpenProgram open;
  const auto& order = open.program.index().events_in_time;
  open.act(Select{Ref::of(Kind::kEvent, order[order.size() - 3])});
  open.act(SetPlaying{true});
  EXPECT_FALSE(open.program.wants_frame()) << "waiting draws nothing";
  EXPECT_GT(open.program.next_frame_in_ms(), 0);
  int steps = 0;
  while (open.program.state().playback.playing && steps++ < 100) {
    open.program.frame(open.program.next_frame_in_ms(), open.measurer);
    open.settle();
  }
  EXPECT_EQ(open.program.state().selected, Ref::of(Kind::kEvent, order.back()));
  EXPECT_EQ(open.program.next_frame_in_ms(), -1);
}

TEST(Replay, PlayingStopsWhereItMattersAndPassesTheRest) {
  OpenProgram open;
  const Story& story = open.program.story();
  const auto& order = open.program.index().events_in_time;
  open.act(Select{Ref::of(Kind::kEvent, order.front())});
  open.act(SetPlaying{true});
  std::vector<std::uint32_t> stops;
  for (int frames = 0; frames < 40000 && open.program.state().playback.playing; ++frames) {
    const Ref before = open.program.state().selected;
    open.program.frame(std::max(16.0, open.program.next_frame_in_ms()), open.measurer);
    // Events follow one another by when they can have begun at the earliest.
    if (before.kind == Kind::kEvent) {
      EXPECT_GE(open.program.state().at, story.events[before.index].when.outer().begin)
          << "time goes forward";
    }
    if (!(open.program.state().selected == before)) stops.push_back(open.program.state().selected.index);
  }
  ASSERT_FALSE(stops.empty());
  EXPECT_EQ(stops.back(), order.back().value);
  std::size_t matter = 0;
  for (std::size_t i = 1; i < order.size(); ++i)
    matter += story[order[i]].importance >= 3 || i + 1 == order.size();
  EXPECT_EQ(stops.size(), matter);
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) EXPECT_GE(story.events[stops[i]].importance, 3);
}

TEST(Replay, ThePlayheadTravelsBetweenStopsAndDrawsNothingAtThem) {
  OpenProgram open;
  const auto& order = open.program.index().events_in_time;
  open.act(Select{Ref::of(Kind::kEvent, order.front())});
  open.act(SetPlaying{true});
  EXPECT_FALSE(open.program.wants_frame());
  open.program.frame(open.program.next_frame_in_ms(), open.measurer);
  int on_the_way = 0;
  for (int i = 0; i < 200 && open.program.state().playback.travel; ++i) {
    const Instant before = open.program.state().at;
    open.program.frame(16, open.measurer);
    on_the_way += open.program.state().at != before;
  }
  EXPECT_GT(on_the_way, 10);
  open.settle();
  EXPECT_FALSE(open.program.wants_frame());
  EXPECT_TRUE(open.program.state().playback.playing);
  open.act(ScrubPlayhead{200});
  EXPECT_FALSE(open.program.state().playback.travel);
}

TEST(Replay, ReducedMotionSwapsStatesAtOnce) {
  OpenProgram open;
  open.act(SetAppearance{false, true});
  open.program.push(SelectNext{-5});
  open.program.frame(16, open.measurer);
  EXPECT_FALSE(open.program.wants_frame());
}

TEST(Replay, ARefusedStoryLeavesTheOneBefore) {
  OpenProgram open;
  const std::size_t events = open.program.story().events.size();
  EXPECT_TRUE(open.program.load("{\"format\": ").refuses());
  EXPECT_EQ(open.program.story().events.size(), events);
  open.settle();
}

TEST(Replay, AnEditedStoryKeepsTheView) {
  OpenProgram open;
  open.act(SelectNext{-4});
  open.act(ZoomTimeline{300, 2.5});
  const State before = open.program.state();
  ASSERT_FALSE(open.program.load(real_story()).refuses());
  open.settle();
  EXPECT_EQ(open.program.state().scale, before.scale);
  EXPECT_EQ(open.program.state().selected, before.selected);
  EXPECT_EQ(open.program.state().at, before.at);
}

Action random_action(Random& random, const Story& story) {
  const auto actor = [&] {
    return ActorIndex(random.below(static_cast<std::uint32_t>(story.actors.size())));
  };
  const auto year = [&] {
    return named_moment(*parse_date_range(std::to_string(1980 + random.below(60))).value);
  };
  switch (random.below(41)) {
    case 27:
      return SetCompare{ComparePair{year(), year()}};
    case 28:
      return SetCompare{};
    case 29:
      return SwapCompare{};
    case 30:
      return DragCompare{random.below(2) == 0 ? CompareEnd::kA : CompareEnd::kB, random.unit() * 3000 - 900};
    case 31:
      return StepCompare{static_cast<int>(random.below(5)) - 2};
    case 32:
      return SetTrace{TracePair{actor(), actor()}};
    case 33:
      return SetFocus{FocusPoint{actor(), static_cast<int>(random.below(7)) - 1}};
    case 34:
      return SetTeller{random.below(3) == 0 ? ActorIndex{} : actor()};
    case 35:
      return SetGhosts{random.below(2) == 0};
    case 36:
      return SetPlaces{random.below(2) == 0};
    case 37:
      return DragBrush{random.unit() * 3000 - 900, random.unit() * 3000 - 900};
    case 38:
      return HideRelations{random.below(1u << kRelationClasses)};
    case 39:
      return GrabCompare{CompareEnd::kB};
    case 0:
      return PanTimeline{(random.unit() - 0.5) * 4000};
    case 1:
      return ZoomTimeline{random.unit() * 1200, 0.01 + random.unit() * 60};
    case 2:
      return Select{{Kind::kEvent, random.below(static_cast<std::uint32_t>(story.events.size()))}};
    case 3:
      return Select{{Kind::kActor, random.below(static_cast<std::uint32_t>(story.actors.size()))}};
    case 4:
      return Select{{Kind::kRelation, random.below(static_cast<std::uint32_t>(story.relations.size()))}};
    case 5:
      return SelectNext{static_cast<int>(random.below(9)) - 4};
    case 6:
      return ScrubPlayhead{(random.unit() - 0.2) * 2000};
    case 7:
      return Resize{divide_window({random.unit() * 2000, random.unit() * 1400})};
    case 8:
      return PanMap{{(random.unit() - 0.5) * 900, (random.unit() - 0.5) * 900}};
    case 9:
      return ZoomMap{{random.unit() * 900, random.unit() * 500}, 0.1 + random.unit() * 5};
    case 10:
      return MoveOverview{random.unit() * 1.4 - 0.2};
    case 11:
      return TogglePlay{};
    case 12:
      return Undo{};
    case 13:
      return Redo{};
    case 14:
      return Search{random.below(2) ? "waiver a" : "azerb", random.below(30)};
    case 15: {
      Filter filter;
      filter.hidden_tracks = {random.below(8), random.below(8)};
      if (random.below(3) == 0) filter.actors = {random.below(40)};
      if (random.below(3) == 0) filter.text = "a";
      filter.mode = random.below(2) ? Filter::Mode::kHide : Filter::Mode::kDim;
      return SetFilter{filter};
    }
    case 16:
      return SetFilter{};
    case 17:
      return ShowStep{random.below(2), random.below(12)};
    case 18:
      return ToggleFold{{Kind::kTrack, random.below(static_cast<std::uint32_t>(story.tracks.size()))}};
    case 19:
      return ResizeOverview{random.below(2) == 0, random.unit() * 1.4 - 0.2};
    case 20:
      return FitTo{{Kind::kActor, random.below(static_cast<std::uint32_t>(story.actors.size()))}};
    case 21:
      return OpenCluster{{random.below(static_cast<std::uint32_t>(story.events.size())),
                          random.below(static_cast<std::uint32_t>(story.events.size()))}};
    case 22:
      return PanTimeline{(random.unit() - 0.5) * 60, true};
    case 23:
      return ReleaseTimeline{};
    case 24:
      return Select{{Kind::kSeries, random.below(static_cast<std::uint32_t>(story.series.size()))}};
    case 25:
      return CloseList{};
    default:
      return FitAll{};
  }
}

TEST(Replay, RandomActionsNeverBreakTheInvariants) {
  OpenProgram open;
  Random random(20250808);
  for (int i = 0; i < 1500; ++i) {
    open.program.push(random_action(random, open.program.story()));
    open.program.frame(random.unit() * 300, open.measurer);
    const State& state = open.program.state();
    ASSERT_GT(state.scale.ms_per_px, 0) << i;
    ASSERT_TRUE(std::isfinite(state.scale.to_px(state.at))) << i;
    ASSERT_TRUE(std::isfinite(state.map.pan.x) && state.map.zoom > 0) << i;
    const MapScene& map = open.program.scene().map;
    for (const NodeMark& node : map.nodes)
      ASSERT_TRUE(std::isfinite(node.center.x) && std::isfinite(node.center.y)) << i;
    for (const EdgeMark& edge : map.edges)
      for (const Point p : edge.curve) ASSERT_TRUE(std::isfinite(p.x) && std::isfinite(p.y)) << i;
    const MapModes& modes = state.modes;
    ASSERT_LE(modes.compare.has_value() + modes.trace.has_value() + modes.brush.has_value(), 1) << i;
    ASSERT_TRUE(modes.compare || modes.grabbed == CompareEnd::kNone) << i;
    ASSERT_TRUE(!modes.arrangement.focus ||
                (modes.arrangement.focus->steps >= 1 && modes.arrangement.focus->steps <= kMostFocusSteps))
        << i;
    const TimelineScene& timeline = open.program.scene().timeline;
    for (const EventMark& mark : timeline.marks) {
      ASSERT_TRUE(std::isfinite(mark.rect.x) && mark.rect.width >= 0) << i;
    }
    for (const SeriesPlot& plot : timeline.series) {
      for (const SeriesSample& sample : plot.samples) ASSERT_TRUE(std::isfinite(sample.rect.x)) << i;
      for (const Point p : plot.line) ASSERT_TRUE(std::isfinite(p.x) && std::isfinite(p.y)) << i;
    }
    ASSERT_TRUE(std::is_sorted(state.timeline.folded.begin(), state.timeline.folded.end())) << i;
  }
}

}  // namespace
}  // namespace tp
