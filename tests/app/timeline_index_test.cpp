// Large stories are planned for a window: the same marks and words whatever the window, nothing lost, nothing
// overlaps.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "app/timeline_plan.hpp"
#include "generate_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

class LargeTimeline : public ::testing::Test {
 protected:
  static StorySize size() {
    StorySize size;
    size.events = 4000;
    return size;
  }

  struct View {
    TimelinePlanKey key;
    PlanWindow window;
  };

  View view_at(double zoom, double share, double width = 1280) const {
    State state;
    state.panes = divide_window({width, 760});
    state.language = "en";
    state.plot_width = std::max(1.0, timeline_frame(state.panes).plot.width);
    const TimeRange extent = open_.program.index().extent;
    state.scale = fit_range(extent, 0, state.plot_width * zoom);
    state.scale = state.scale.panned(-share * state.plot_width * zoom);
    return {plan_key(state), plan_window(state, open_.program.index())};
  }

  TimelinePlan plan(const View& view, bool folded = false) {
    std::optional<TimelineIndex>& events = folded ? folded_ : lanes_;
    if (!events) events = index_timeline(open_.program.story(), open_.program.index(), folded);
    return plan_timeline(view.key, view.window, open_.program.story(), open_.program.index(), *events,
                         open_.measurer);
  }

  OpenProgram open_{generate_story(size(), 3)};
  std::optional<TimelineIndex> lanes_, folded_;
};

TEST_F(LargeTimeline, MarksAndWordsDoNotDependOnTheWindow) {
  for (double zoom : {1.0, 3.3, 17.0, 250.0, 9000.0}) {
    // Two windows that share a chunk: what stands in it is the same in both.
    View one = view_at(zoom, 0.31), other = one;
    other.window.first -= 2;
    other.window.last -= 1;
    const TimelinePlan a = plan(one), b = plan(other);
    std::map<std::uint32_t, const PlannedMark*> in_b;
    for (const PlannedMark& mark : b.marks) in_b[mark.event] = &mark;
    const double begin = static_cast<double>(one.window.first) * 512;
    const double end = static_cast<double>(other.window.last + 1) * 512;
    std::size_t compared = 0;
    for (const PlannedMark& mark : a.marks) {
      if (mark.rect.x < begin || mark.rect.right() > end) continue;
      ASSERT_TRUE(in_b.contains(mark.event)) << zoom;
      const PlannedMark& same = *in_b[mark.event];
      EXPECT_EQ(mark.rect, same.rect);
      EXPECT_EQ(mark.count, same.count) << zoom;
      ++compared;
    }
    std::map<std::string, std::size_t> words;
    const auto tell = [&](const TimelinePlan& p, std::ptrdiff_t by) {
      for (const PlannedLabel& label : p.labels)
        if (label.rect.x >= begin && label.rect.right() <= end)
          words[label.text + " " + std::to_string(label.rect.x)] += static_cast<std::size_t>(by);
    };
    tell(a, 1);
    tell(b, -1);
    for (const auto& [text, count] : words) EXPECT_EQ(count, 0u) << zoom << ": " << text;
    EXPECT_GE(compared, zoom < 100 ? 20u : 0u) << zoom;
  }
}

TEST_F(LargeTimeline, EveryEventIsInOneMarkOrDrawnAsAStretch) {
  for (double zoom : {0.3, 1.0, 12.0}) {
    View view = view_at(zoom, 0);
    view.window.first = -2;
    view.window.last = static_cast<std::int64_t>(1280 * zoom / 512) + 4;
    const TimelinePlan all = plan(view);
    std::vector<int> seen(open_.program.story().events.size(), 0);
    std::size_t counted = 0;
    for (const PlannedMark& mark : all.marks) {
      counted += mark.count;
      if (mark.form == MarkForm::kSpan) continue;
      for (std::uint32_t member : mark.members) ++seen[member];
    }
    EXPECT_EQ(counted, seen.size()) << zoom;
    EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](int n) { return n <= 1; })) << zoom;
  }
}

TEST_F(LargeTimeline, NothingOverlapsAtAnyWidthAndZoom) {
  for (double width = 320; width <= 2000; width += 420) {
    const bool folded = timeline_frame(divide_window({width, 760})).folded;
    for (double zoom : {0.5, 1.0, 6.0, 40.0, 700.0, 30'000.0}) {
      const TimelinePlan shown = plan(view_at(zoom, 0.4, width), folded);
      for (std::size_t i = 0; i < shown.labels.size(); ++i) {
        for (std::size_t j = i + 1; j < shown.labels.size(); ++j)
          ASSERT_FALSE(shown.labels[i].rect.overlaps(shown.labels[j].rect)) << width << " " << zoom;
        for (std::size_t j = 0; j < shown.marks.size(); ++j) {
          if (shown.labels[i].mark == j) continue;
          ASSERT_FALSE(shown.labels[i].rect.overlaps(shown.marks[j].rect)) << width << " " << zoom;
        }
      }
    }
  }
}

TEST_F(LargeTimeline, WhatIsSelectedLeadsAndHasItsWords) {
  for (std::uint32_t event = 0; event < 4000; event += 333) {
    if (open_.program.story().events[event].when.is_interval) continue;
    open_.act(FitAll{});
    open_.act(Select{{Kind::kEvent, event}});
    const TimelineScene& scene = open_.program.scene().timeline;
    EXPECT_TRUE(std::any_of(scene.marks.begin(), scene.marks.end(), [&](const EventMark& mark) {
      return mark.ref == Ref{Kind::kEvent, event} && mark.emphasis == Emphasis::kSelected;
    })) << event;
    EXPECT_TRUE(std::any_of(scene.labels.begin(), scene.labels.end(), [&](const LabelBox& box) {
      return box.ref == Ref{Kind::kEvent, event};
    })) << event;
  }
}

TEST_F(LargeTimeline, AWindowHoldsNoMoreThanItShows) {
  StorySize many = size();
  many.events = 40'000;
  OpenProgram larger(generate_story(many, 3));
  larger.act(FitAll{});
  open_.act(FitAll{});
  EXPECT_LT(larger.program.scene().timeline.marks.size(), 3 * open_.program.scene().timeline.marks.size());
}

}  // namespace
}  // namespace tp
