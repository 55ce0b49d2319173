// The timeline of the real story at every width and zoom: nothing overlaps, nothing is lost, panning moves
// nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/timeline_plan.hpp"
#include "support.hpp"
#include "time/calendar.hpp"

namespace tp {
namespace {

class TimelineSweep : public ::testing::Test {
 protected:
  TimelinePlan plan_at(double width, double zoom, Ref selected = {}) {
    State state;
    state.panes = divide_window({width, 760});
    state.language = "en";
    state.selected = selected;
    state.plot_width = std::max(1.0, timeline_frame(state.panes).plot.width);
    const TimeRange extent = open_.program.index().extent;
    state.scale = fit_range(extent, 0, state.plot_width * zoom);
    return plan_timeline(plan_key(state), open_.program.story(), open_.program.index(), open_.measurer,
                         open_.program.shown());
  }

  // A bar is ground to words, but the lines where it begins and ends are not.
  static std::vector<Rect> solid_parts(const TimelinePlan& plan, const PlannedMark& mark) {
    if (mark.form != MarkForm::kSpan || plan.frame.folded) return {mark.rect};
    std::vector<Rect> ends;
    if (!mark.open_begin) ends.push_back({mark.rect.x, mark.rect.y, 2, mark.rect.height});
    if (!mark.open_end) ends.push_back({mark.rect.right() - 2, mark.rect.y, 2, mark.rect.height});
    return ends;
  }

  static void expect_no_overlap(const TimelinePlan& plan, double width, double zoom) {
    for (std::size_t i = 0; i < plan.labels.size(); ++i) {
      for (std::size_t j = i + 1; j < plan.labels.size(); ++j)
        ASSERT_FALSE(plan.labels[i].rect.overlaps(plan.labels[j].rect))
            << width << " px, zoom " << zoom << ": " << plan.labels[i].text << " | " << plan.labels[j].text;
      for (std::size_t j = 0; j < plan.labels.size(); ++j)
        ASSERT_FALSE(i != j && plan.labels[i].rect.overlaps(plan.labels[j].tail))
            << width << " px, zoom " << zoom << ": " << plan.labels[i].text << " lies on the tail of "
            << plan.labels[j].text;
      for (std::size_t j = 0; j < plan.marks.size(); ++j) {
        if (plan.labels[i].mark == j) continue;
        for (const Rect& solid : solid_parts(plan, plan.marks[j]))
          ASSERT_FALSE(plan.labels[i].rect.overlaps(solid))
              << width << " px, zoom " << zoom << ": " << plan.labels[i].text << " over mark " << j;
      }
    }
  }

  OpenProgram open_;
};

TEST_F(TimelineSweep, LabelsNeverOverlapOneAnotherNorForeignMarks) {
  for (double width = 0; width <= 2000; width += 37)
    for (double zoom : {0.25, 1.0, 1.7, 6.0, 40.0, 3000.0})
      expect_no_overlap(plan_at(width, zoom), width, zoom);
}

TEST_F(TimelineSweep, MarksNeverTouchOneAnother) {
  for (double width = 40; width <= 2000; width += 53)
    for (double zoom : {0.25, 1.0, 1.7, 6.0, 40.0, 3000.0}) {
      const TimelinePlan plan = plan_at(width, zoom);
      for (std::size_t i = 0; i < plan.marks.size(); ++i)
        for (std::size_t j = i + 1; j < plan.marks.size(); ++j)
          ASSERT_FALSE(plan.marks[i].form != MarkForm::kSpan && plan.marks[j].form != MarkForm::kSpan &&
                       plan.marks[i].rect.overlaps(plan.marks[j].rect))
              << width << " px, zoom " << zoom;
    }
}

TEST_F(TimelineSweep, LabelsOfFoldedAndTallLanesKeepApartToo) {
  for (double width : {640.0, 900.0, 1280.0, 1700.0})
    for (std::size_t left = 0; left < open_.program.story().tracks.size(); ++left)
      for (double zoom : {1.0, 1.7, 9.0}) {
        State state;
        state.panes = divide_window({width, 900});
        state.language = "en";
        state.plot_width = std::max(1.0, timeline_frame(state.panes).plot.width);
        state.scale = fit_range(open_.program.index().extent, 0, state.plot_width * zoom);
        for (std::size_t track = left; track < open_.program.story().tracks.size(); ++track)
          state.timeline.folded.push_back({Kind::kTrack, static_cast<std::uint32_t>(track)});
        expect_no_overlap(plan_timeline(plan_key(state), open_.program.story(), open_.program.index(),
                                        open_.measurer, open_.program.shown()),
                          width, zoom);
      }
}

TEST_F(TimelineSweep, EveryEventIsInExactlyOneMark) {
  for (double width : {320.0, 390.0, 820.0, 1280.0, 1900.0}) {
    for (double zoom : {0.5, 1.0, 10.0, 500.0}) {
      const TimelinePlan plan = plan_at(width, zoom);
      std::vector<int> seen(open_.program.story().events.size(), 0);
      for (const PlannedMark& mark : plan.marks)
        for (std::uint32_t member : mark.members) ++seen[member];
      EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](int n) { return n == 1; }))
          << width << " " << zoom;
    }
  }
}

TEST_F(TimelineSweep, TheSelectedEventAlwaysHasItsLabel) {
  const auto& order = open_.program.index().events_in_time;
  for (EventIndex event : order) {
    for (double width : {390.0, 1280.0}) {
      const Ref ref = Ref::of(Kind::kEvent, event);
      const TimelinePlan plan = plan_at(width, 1, ref);
      const std::uint32_t mark = plan.mark_of_event[event.at()];
      const bool labelled =
          std::any_of(plan.labels.begin(), plan.labels.end(), [&](const PlannedLabel& label) {
            return label.mark == mark && label.text == open_.program.story()[event].title.in("en");
          });
      EXPECT_TRUE(labelled) << open_.program.story()[event].id << " at " << width;
    }
  }
}

TEST_F(TimelineSweep, PanningMovesEveryLabelByTheSameAmount) {
  open_.act(Select{});
  open_.act(FitAll{});
  open_.act(ZoomTimeline{700, 1.5});
  std::map<std::string, double> before;
  for (const LabelBox& box : open_.program.scene().timeline.labels)
    if (box.ref.kind == Kind::kEvent) before[box.text] = box.rect.x;
  for (double by : {0.25, 0.5, 1.0, 3.75, -2.5}) {
    const double origin = open_.program.state().scale.to_px(Instant{});
    open_.act(PanTimeline{by});
    const double moved = open_.program.state().scale.to_px(Instant{}) - origin;
    std::size_t kept = 0;
    for (const LabelBox& box : open_.program.scene().timeline.labels) {
      const auto old = before.find(box.text);
      if (box.ref.kind != Kind::kEvent || old == before.end() || box.held) continue;
      EXPECT_NEAR(box.rect.x - old->second, moved, 1e-6) << box.text;
      old->second = box.rect.x;
      ++kept;
    }
    EXPECT_GT(kept, 3u);
  }
}

// Zoomed in until the bar alone fills the plot, its words would lie outside: they stay, where they are free.
TEST_F(TimelineSweep, ABarThatGoesOnInViewKeepsItsWords) {
  open_.act(Select{});
  const auto shows = [&](std::string_view id) {
    const std::vector<LabelBox>& labels = open_.program.scene().timeline.labels;
    return std::any_of(labels.begin(), labels.end(), [&](const LabelBox& box) {
      return box.ref == open_.find(id) && box.opacity == 1 && box.held;
    });
  };
  open_.act(ShowRange{{start_of_day({2010, 1, 1}), start_of_day({2011, 1, 1})}});
  EXPECT_TRUE(shows("annual-waivers"));
  EXPECT_TRUE(shows("ndn-2009"));
}

TEST_F(TimelineSweep, WordsThatAreHeldOverlapNothing) {
  open_.act(Select{});
  std::size_t held = 0;
  for (const double days : {12'000.0, 5000.0, 2000.0, 700.0, 200.0, 30.0}) {
    for (int year = 1990; year < 2026; ++year) {
      const Instant begin = start_of_day({year, 3, 1});
      open_.act(ShowRange{{begin, plus_ms(begin, days * 86'400'000)}});
      const TimelineScene& scene = open_.program.scene().timeline;
      for (std::size_t i = 0; i < scene.labels.size(); ++i) {
        const LabelBox& box = scene.labels[i];
        if (!box.held) continue;
        ++held;
        EXPECT_GE(box.rect.x, scene.plot.x);
        EXPECT_LE(box.rect.right(), scene.plot.right());
        for (std::size_t j = 0; j < scene.labels.size(); ++j)
          ASSERT_FALSE(i != j && box.rect.overlaps(scene.labels[j].rect))
              << year << ", " << days << " days: " << box.text << " | " << scene.labels[j].text;
        for (const EventMark& mark : scene.marks)
          ASSERT_FALSE(mark.form != MarkForm::kSpan && box.rect.overlaps(mark.rect))
              << year << ", " << days << " days: " << box.text;
      }
    }
  }
  EXPECT_GT(held, 100u);
}

TEST_F(TimelineSweep, TheSameRequestGivesTheSamePlan) {
  OpenProgram again;
  EXPECT_EQ(open_.scene(), again.scene());
}

}  // namespace
}  // namespace tp
