// Large stories are planned for a window: the same marks and words whatever the window, nothing lost, nothing
// overlaps.
#include "app/timeline_window.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "app/timeline_scene.hpp"
#include "generate_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

constexpr double kHeight = 760;

/// Stories are read once.
OpenProgram& story_of(std::uint32_t events) {
  static std::map<std::uint32_t, std::unique_ptr<OpenProgram>> opened;
  std::unique_ptr<OpenProgram>& open = opened[events];
  if (!open) {
    StorySize size;
    size.events = events;
    size.summary_words = 2;
    open = std::make_unique<OpenProgram>(generate_story(size, 3));
  }
  return *open;
}

struct View {
  TimelinePlanKey key;
  TimeRange visible;
};

View view_at(const Program& program, double width, double zoom, double share, Ref selected = {}) {
  State state;
  state.panes = divide_window({width, kHeight});
  state.language = "en";
  state.selected = selected;
  state.plot_width = std::max(1.0, timeline_frame(state.panes).plot.width);
  state.scale = fit_range(program.index().extent, 0, state.plot_width * zoom)
                    .panned(-share * state.plot_width * zoom)
                    .reanchored(state.plot_width / 2);
  return {plan_key(state), state.scale.visible(0, state.plot_width)};
}

/// What plans for windows are made from.
struct Windows {
  explicit Windows(OpenProgram& opened, bool one_lane = false)
      : open(opened), contents(lane_contents(opened.program.story())) {
    const Story& story = opened.program.story();
    index_timeline(events, {one_lane, 0, kNoPlace}, base_of_timeline(one_lane, story, opened.program.index()),
                   story, opened.program.shown());
  }
  const TimelinePlan& plan(const View& view) {
    return planner.plan(view.key, view.visible,
                        {open.program.story(), open.program.index(), events, contents, open.measurer});
  }
  /// As if nothing had been planned before.
  const TimelinePlan& plan_afresh(const View& view) {
    planner.reset();
    return plan(view);
  }
  OpenProgram& open;
  TimelineIndex events;
  LaneContents contents;
  WindowPlanner planner;
};

/// What is in sight of a plan, as words that can be compared, with how often it is there.
std::map<std::string, int> in_sight(const TimelinePlan& plan, const View& view, const TimeRange& extent) {
  const double left = content_x(view.visible.begin, extent, view.key);
  const double right = content_x(view.visible.end, extent, view.key);
  std::map<std::string, int> out;
  const auto place = [&](const Rect& r) {
    return std::to_string(r.x) + " " + std::to_string(r.y) + " " + std::to_string(r.width) + " " +
           std::to_string(r.height);
  };
  for (const PlannedMark& mark : plan.marks)
    if (mark.rect.right() > left && mark.rect.x < right)
      ++out[std::to_string(mark.event) + " x " + std::to_string(mark.members.size()) + " " +
            place(mark.rect)];
  for (const PlannedLabel& label : plan.labels)
    if (label.rect.right() > left && label.rect.x < right) ++out[label.text + " " + place(label.rect)];
  return out;
}

class LargeTimeline : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(LargeTimeline, ThereAndBackIsTheSamePlan) {
  OpenProgram& open = story_of(GetParam());
  const TimeRange extent = open.program.index().extent;
  for (double width : {390.0, 1280.0}) {
    const bool one_lane = timeline_frame(divide_window({width, kHeight})).folded;
    Windows way(open, one_lane), fresh(open, one_lane);
    for (double zoom : {1.0, 3.3, 250.0, 9e4, 3e7}) {
      const View start = view_at(open.program, width, zoom, 0.31);
      const auto before = in_sight(way.plan(start), start, extent);
      for (double by : {0.1, 0.55, 1.2, 2.8, 1.9, -0.4, -3.0, 0.07}) {
        const View view = view_at(open.program, width, zoom, 0.31 + by / zoom);
        const auto on_the_way = in_sight(way.plan(view), view, extent);
        ASSERT_EQ(on_the_way, in_sight(fresh.plan_afresh(view), view, extent)) << zoom << " " << by;
      }
      ASSERT_EQ(before, in_sight(way.plan(start), start, extent)) << zoom;
    }
  }
}

TEST_P(LargeTimeline, WhatTwoWindowsShowOfOneStretchIsTheSame) {
  OpenProgram& open = story_of(GetParam());
  const TimeRange extent = open.program.index().extent;
  Windows windows(open), fresh(open);
  std::size_t compared = 0;
  for (double zoom : {1.0, 3.3, 17.0, 250.0, 9000.0}) {
    const View one = view_at(open.program, 1280, zoom, 0.31);
    const View other = view_at(open.program, 1280, zoom, 0.31 + 0.4 / zoom);
    View both = one;
    both.visible = {other.visible.begin, one.visible.end};
    const auto a = in_sight(windows.plan(one), both, extent);
    EXPECT_EQ(a, in_sight(fresh.plan_afresh(other), both, extent)) << zoom;
    compared += a.size();
  }
  EXPECT_GT(compared, 60u);
}

TEST_P(LargeTimeline, EveryEventIsInExactlyOneMark) {
  OpenProgram& open = story_of(GetParam());
  for (double width : {390.0, 1280.0}) {
    Windows windows(open, timeline_frame(divide_window({width, kHeight})).folded);
    for (double zoom : {0.3, 1.0, 12.0, 60.0}) {
      View view = view_at(open.program, width, zoom, 0);
      view.visible = open.program.index().extent;
      const TimelinePlan& plan = windows.plan(view);
      std::vector<int> seen(open.program.story().events.size(), 0);
      std::size_t counted = 0;
      for (const PlannedMark& mark : plan.marks) {
        counted += mark.members.size();
        ASSERT_TRUE(mark.members.contains(mark.event));
        ASSERT_EQ(mark.members.size() > 1, mark.form == MarkForm::kCluster);
        for (std::uint32_t member : mark.members) ++seen[member];
      }
      EXPECT_EQ(counted, seen.size()) << width << " " << zoom;
      EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](int n) { return n == 1; }))
          << width << " " << zoom;
    }
  }
}

TEST_P(LargeTimeline, MembersAreInTheOrderOfTimeAndClustersDoNotInterleave) {
  OpenProgram& open = story_of(GetParam());
  const TimeRange extent = open.program.index().extent;
  Windows windows(open);
  const auto middle = [&](std::uint32_t event) {
    const TimeRange held = held_bounds(open.program.story().events[event].when, extent);
    return plus_ms(held.begin, held.length_ms() / 2);
  };
  for (double zoom : {1.0, 40.0}) {
    std::map<double, Instant> last_of_lane;
    for (const PlannedMark& mark : windows.plan(view_at(open.program, 1280, zoom, 0.2)).marks) {
      if (mark.form == MarkForm::kSpan) continue;
      const double lane = mark.rect.center().y;
      for (std::uint32_t member : mark.members) {
        const auto last = last_of_lane.find(lane);
        if (last != last_of_lane.end()) {
          ASSERT_LE(last->second, middle(member)) << zoom;
        }
        last_of_lane[lane] = middle(member);
      }
    }
  }
}

TEST_P(LargeTimeline, NothingOverlapsAtAnyWidthAndZoom) {
  OpenProgram& open = story_of(GetParam());
  std::map<bool, std::unique_ptr<Windows>> windows;
  for (double width = 320; width <= 2000; width += 420)
    for (double zoom : {0.5, 1.0, 6.0, 40.0, 700.0, 3e4, 3e6, 1e9}) {
      const View view = view_at(open.program, width, zoom, 0.4);
      const bool one_lane = timeline_frame(view.key.panes).folded;
      if (!windows[one_lane]) windows[one_lane] = std::make_unique<Windows>(open, one_lane);
      const TimelinePlan& plan = windows[one_lane]->plan(view);
      const auto solid = [&](const PlannedMark& mark, const Rect& words) {
        if (mark.form != MarkForm::kSpan || one_lane) return mark.rect.overlaps(words);
        const Rect& r = mark.rect;
        return (!mark.open_begin && Rect{r.x, r.y, 2, r.height}.overlaps(words)) ||
               (!mark.open_end && Rect{r.right() - 2, r.y, 2, r.height}.overlaps(words));
      };
      for (std::size_t i = 0; i < plan.labels.size(); ++i) {
        const Rect& words = plan.labels[i].rect;
        for (std::size_t j = 0; j < plan.labels.size(); ++j) {
          if (i == j) continue;
          ASSERT_FALSE(words.overlaps(plan.labels[j].rect))
              << width << " " << zoom << ": " << plan.labels[i].text << " | " << plan.labels[j].text;
          ASSERT_FALSE(words.overlaps(plan.labels[j].tail)) << width << " " << zoom;
        }
        for (std::size_t j = 0; j < plan.marks.size(); ++j)
          ASSERT_FALSE(plan.labels[i].mark != j && solid(plan.marks[j], words)) << width << " " << zoom;
      }
      for (std::size_t i = 0; i < plan.marks.size(); ++i)
        for (std::size_t j = i + 1; j < plan.marks.size(); ++j) {
          const PlannedMark &a = plan.marks[i], &b = plan.marks[j];
          if (a.form == MarkForm::kSpan || b.form == MarkForm::kSpan) continue;
          ASSERT_FALSE(a.rect.overlaps(b.rect)) << width << " " << zoom;
        }
    }
}

TEST_P(LargeTimeline, BarsAtOneHeightDoNotOverlap) {
  OpenProgram& open = story_of(GetParam());
  Windows windows(open);
  for (double zoom : {1.0, 5.0, 30.0, 400.0}) {
    std::map<std::pair<double, double>, std::vector<Rect>> at_height;
    std::size_t bars = 0;
    for (const PlannedMark& mark : windows.plan(view_at(open.program, 1280, zoom, 0.4)).marks) {
      if (mark.form != MarkForm::kSpan) continue;
      ++bars;
      at_height[{mark.rect.y, mark.rect.height}].push_back(mark.rect);
    }
    EXPECT_GE(bars, zoom >= 5 ? 1u : 0u) << zoom;
    for (const auto& [height, rects] : at_height)
      for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = i + 1; j < rects.size(); ++j)
          ASSERT_FALSE(rects[i].overlaps(rects[j].grown(-0.01))) << zoom;
  }
}

TEST_P(LargeTimeline, WhatIsSelectedLeadsAndHasItsWords) {
  OpenProgram& open = story_of(GetParam());
  const auto count = static_cast<std::uint32_t>(open.program.story().events.size());
  for (std::uint32_t event = 0; event < count; event += count / 12) {
    const Ref ref{Kind::kEvent, event};
    open.act(FitAll{});
    open.act(Select{ref});
    for (double factor : {1.0, 50.0}) {
      open.act(ZoomTimeline{600, factor});
      open.act(FitTo{ref});
      const TimelineScene& scene = open.program.scene().timeline;
      EXPECT_TRUE(std::any_of(scene.marks.begin(), scene.marks.end(), [&](const EventMark& mark) {
        return mark.ref == ref && mark.emphasis == Emphasis::kSelected;
      })) << event;
      EXPECT_TRUE(std::any_of(scene.labels.begin(), scene.labels.end(), [&](const LabelBox& box) {
        return box.ref == ref;
      })) << event;
    }
  }
  open.act(Select{});
}

TEST_P(LargeTimeline, AFilterHidesDimsAndKeepsWhatIsSelected) {
  OpenProgram& open = story_of(GetParam());
  const Story& story = open.program.story();
  Filter filter;
  filter.hidden_tracks = {0, 2};
  std::uint32_t hidden = 0;
  while (story.events[hidden].track.value != 2) ++hidden;
  open.act(FitAll{});
  for (const Filter::Mode mode : {Filter::Mode::kHide, Filter::Mode::kDim}) {
    filter.mode = mode;
    open.act(SetFilter{filter});
    open.act(Select{{Kind::kEvent, hidden}});
    std::size_t shown = 0, dimmed = 0;
    bool selected = false;
    for (const EventMark& mark : open.program.scene().timeline.marks) {
      selected = selected || (mark.ref.index == hidden && mark.emphasis == Emphasis::kSelected);
      (mark.emphasis == Emphasis::kDimmed ? dimmed : shown) += mark.members.size();
    }
    EXPECT_TRUE(selected);
    EXPECT_EQ(shown, open.program.shown().event_count() + 1);
    EXPECT_EQ(dimmed, mode == Filter::Mode::kHide ? 0 : story.events.size() - shown);
  }
  open.act(SetFilter{});
  open.act(Select{});
}

TEST_P(LargeTimeline, OfAFoldedLaneOnlyTheSelectedEventIsDrawn) {
  OpenProgram& open = story_of(GetParam());
  const Story& story = open.program.story();
  open.act(FitAll{});
  open.act(Fold{{Kind::kTrack, 1}, true});
  std::uint32_t event = 0;
  while (story.events[event].track.value != 1) ++event;
  open.act(Select{{Kind::kEvent, event}});
  std::size_t of_track = 0;
  for (const EventMark& mark : open.program.scene().timeline.marks)
    of_track += story.events[mark.ref.index].track.value == 1;
  EXPECT_EQ(of_track, 1u);
  open.act(Fold{{Kind::kTrack, 1}, false});
  open.act(Select{});
}

INSTANTIATE_TEST_SUITE_P(Sizes, LargeTimeline, ::testing::Values(401u, 5000u, 50'000u));

TEST(LargeTimelines, CountsAreNoLongerThanTheirDiscsAreWide) {
  OpenProgram& open = story_of(50'000);
  const Panes before = open.program.state().panes;
  open.act(Resize{divide_window({390, kHeight})});
  open.act(FitAll{});
  std::size_t thousands = 0;
  for (const EventMark& mark : open.program.scene().timeline.marks) {
    EXPECT_LE(mark.count.size(), 3u) << mark.count;
    if (mark.members.size() < 1000) continue;
    ++thousands;
    EXPECT_EQ(mark.count, std::to_string(mark.members.size() / 1000) + "k");
  }
  EXPECT_GT(thousands, 0u);
  open.act(Resize{before});
}

TEST(LargeTimelines, AWindowHoldsNoMoreThanItShows) {
  OpenProgram &some = story_of(5000), &many = story_of(50'000);
  for (OpenProgram* open : {&some, &many}) open->act(FitAll{});
  EXPECT_LT(many.program.scene().timeline.marks.size(), 2 * some.program.scene().timeline.marks.size());
}

TEST(LargeTimelines, WhatIsRelatedIsFoundInClusters) {
  OpenProgram& open = story_of(5000);
  open.act(FitAll{});
  for (const Ref ref : {Ref{Kind::kActor, 3}, Ref{Kind::kRelation, 5}, Ref{Kind::kTrack, 2}}) {
    open.act(Select{ref});
    for (const EventMark& mark : open.program.scene().timeline.marks) {
      const bool related = std::any_of(mark.members.begin(), mark.members.end(), [&](std::uint32_t event) {
        return is_related(open.program.index(), open.program.story(), ref, event);
      });
      ASSERT_EQ(related, mark.emphasis == Emphasis::kRelated) << mark.ref.index;
    }
  }
  open.act(Select{});
}

TEST(Members, LeaveOutWhatIsSkipped) {
  auto list = std::make_shared<EventList>();
  list->events = {7, 3, 9, 4, 1, 8};
  const Members members(list, 1, 5, {1, 3, 4});
  EXPECT_EQ(std::vector<std::uint32_t>(members.begin(), members.end()), (std::vector<std::uint32_t>{9, 8}));
  EXPECT_EQ(members.size(), 2u);
  EXPECT_EQ(members[0], 9u);
  EXPECT_EQ(members[1], 8u);
  EXPECT_TRUE(members.contains(9));
  EXPECT_FALSE(members.contains(3));
  EXPECT_TRUE(members.holds_any_place({0, 1, 5}));
  EXPECT_FALSE(members.holds_any_place({0, 1, 3}));
}

TEST(ChunkGrid, IsCutAtTheSameInstantsWhateverTheOrigin) {
  for (double ms_per_px : {0.05, 1.0, 977.0, 3.6e6, 4e11, 3e13})
    for (std::int64_t day : {std::int64_t{0}, std::int64_t{738'000}, std::int64_t{-3'040'000'000'000}}) {
      const Instant origin{day, 0};
      const ChunkGrid grid(ms_per_px, origin, 720), far(ms_per_px, {day + 4096, 0}, 720);
      for (std::int64_t chunk : {-100, -1, 0, 1, 77}) {
        const Instant begin = grid.begin_of(chunk);
        EXPECT_EQ(grid.chunk_of(begin), chunk) << ms_per_px;
        EXPECT_EQ(grid.chunk_of(plus_ms(begin, -1)), chunk - 1) << ms_per_px;
        EXPECT_EQ(far.begin_of(far.chunk_of(begin)), begin) << ms_per_px;
        const double px = ms_between(begin, grid.begin_of(chunk + 1)) / ms_per_px;
        EXPECT_GE(px, 719) << ms_per_px;
        EXPECT_LT(px, 1461) << ms_per_px;
      }
    }
}

TEST(LargeTimelines, ThirteenBillionYearsAtAMillisecond) {
  std::string json = R"({"format": "turning-point/1", "id": "long", "languages": ["en"], "title": "Long",
    "tracks": [{"id": "t", "title": "T"}],
    "sources": [{"id": "s", "type": "webpage", "title": "S", "URL": "https://example.org/",
                 "issued": {"date-parts": [[2020, 5]]}}], "actors": [], "relations": [],
    "events": [{"id": "first", "when": "Y-13800000000", "track": "t", "title": "Beginning", "sources": ["s"]})";
  for (int i = 0; i < 450; ++i)
    json += ", {\"id\": \"e" + std::to_string(i) + "\", \"when\": \"" + std::to_string(1500 + i) +
            "-03-04\", \"track\": \"t\", \"title\": \"Event\", \"sources\": [\"s\"]}";
  OpenProgram open(json + "]}");
  ASSERT_TRUE(open.program.has_story());
  for (std::uint32_t event : {0u, 200u, 450u}) {
    const Ref ref{Kind::kEvent, event};
    open.act(FitAll{});
    open.act(Select{ref});
    open.act(FitTo{ref});
    for (int i = 0; i < 90; ++i) {
      open.act(ZoomTimeline{600, 1.8});
      std::size_t counted = 0;
      for (const EventMark& mark : open.program.scene().timeline.marks) counted += mark.members.size();
      ASSERT_LE(counted, 451u);
    }
    const std::string before = open.scene();
    for (int i = 0; i < 30; ++i) open.act(PanTimeline{177});
    for (int i = 0; i < 30; ++i) open.act(PanTimeline{-177});
    EXPECT_EQ(open.scene(), before);
  }
}

}  // namespace
}  // namespace tp
