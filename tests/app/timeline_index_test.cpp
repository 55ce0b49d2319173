// A kept index brought in step with a filter is the index that the shown events alone would have.
#include "app/timeline_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "base/random.hpp"
#include "generate_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

Filter random_filter(Random& random, const Story& story) {
  Filter filter;
  for (std::uint32_t i = 0; i < story.tracks.size(); ++i)
    if (random.below(4) == 0) filter.hidden_tracks.push_back(i);
  if (random.below(2))
    for (int i = 0; i < 6; ++i)
      filter.actors.push_back(random.below(static_cast<std::uint32_t>(story.actors.size())));
  filter.mode = random.below(2) ? Filter::Mode::kHide : Filter::Mode::kDim;
  return tidied(filter, story);
}

std::string large_story(std::uint32_t events) {
  StorySize size;
  size.events = events;
  size.summary_words = 2;
  return generate_story(size, 7);
}

struct TimelineIndexTest : ::testing::TestWithParam<bool> {
  TimelineIndexTest() : open(story_text()), base(base_of_timeline(GetParam(), story(), index())) {
    filtered.start(story());
    everything.start(story());
  }
  static const std::string& story_text() {
    static const std::string text = large_story(8000);
    return text;
  }
  const Story& story() const { return open.program.story(); }
  const StoryIndex& index() const { return open.program.index(); }

  /// The story's order without the events that `leaves_out` names.
  template <class LeavesOut>
  StoryIndex part_of_index(const LeavesOut& leaves_out) const {
    StoryIndex part = index();
    std::erase_if(part.events_in_time, [&](EventIndex event) { return leaves_out(event.value); });
    return part;
  }
  /// An index of these events alone, nothing filtered.
  TimelineIndex index_of(const StoryIndex& part) const {
    TimelineIndex out;
    index_timeline(out, {GetParam(), 0, kNoPlace}, base_of_timeline(GetParam(), story(), part), story(),
                   everything.shown());
    return out;
  }
  std::uint32_t any_hidden(Random& random, const Shown& shown) const {
    for (int tries = 0; tries < 50; ++tries) {
      const std::uint32_t event = random.below(static_cast<std::uint32_t>(story().events.size()));
      if (!shown.event(event)) return event;
    }
    return kNoPlace;
  }
  TimeRange any_window(Random& random) const {
    const TimeRange all = index().extent;
    const double length = all.length_ms() * (random.below(2) ? 0.02 : 0.4);
    const Instant begin = plus_ms(all.begin, all.length_ms() * random.unit());
    return {begin, plus_ms(begin, length)};
  }

  void expect_same_points(const PointIndex& a, const PointIndex& b, double bar_ms, Random& random) const {
    ASSERT_EQ(a.list()->events, b.list()->events);
    for (std::uint32_t place = 0; place < a.list()->events.size(); ++place) {
      ASSERT_EQ(a.middle(place), b.middle(place));
      ASSERT_EQ(a.is_bar(place, bar_ms), b.is_bar(place, bar_ms));
    }
    std::vector<IndexedCluster> of_a, of_b;
    for (int i = 0; i < 4; ++i) {
      const TimeRange window = any_window(random);
      const double reach = window.length_ms() / (5 + random.below(60));
      a.clusters(window, reach, bar_ms, kNoPlace, of_a);
      b.clusters(window, reach, bar_ms, kNoPlace, of_b);
      ASSERT_EQ(of_a.size(), of_b.size());
      for (std::size_t k = 0; k < of_a.size(); ++k) {
        ASSERT_EQ(of_a[k].lead, of_b[k].lead);
        ASSERT_EQ(of_a[k].first, of_b[k].first);
        ASSERT_EQ(of_a[k].last, of_b[k].last);
      }
    }
  }
  void expect_same_bars(const BarIndex& a, const BarIndex& b) const {
    std::vector<IndexedBar> of_a, of_b;
    a.find(whole(), 0, of_a);
    b.find(whole(), 0, of_b);
    ASSERT_EQ(of_a.size(), of_b.size());
    for (std::size_t i = 0; i < of_a.size(); ++i) {
      ASSERT_EQ(of_a[i].event, of_b[i].event);
      ASSERT_EQ(of_a[i].row, of_b[i].row);
      ASSERT_EQ(of_a[i].rows, of_b[i].rows);
    }
  }
  TimeRange whole() const {
    const TimeRange all = index().extent;
    return {plus_ms(all.begin, -all.length_ms() * 9), plus_ms(all.end, all.length_ms() * 9)};
  }
  void expect_places(const TimelineIndex& timeline) const {
    std::vector<char> listed(story().events.size(), 0);
    for (const LaneIndex& lane : timeline.lanes)
      for (const PointIndex* points : {&lane.shown, &lane.dimmed}) {
        const auto& events = points->list()->events;
        for (std::uint32_t place = 0; place < events.size(); ++place) {
          listed[events[place]] = 1;
          ASSERT_EQ((*timeline.place_of)[events[place]], place);
          ASSERT_EQ((*points->list()->place_of)[events[place]], place);
        }
      }
    for (std::size_t i = 0; i < listed.size(); ++i)
      ASSERT_EQ(listed[i] != 0, (*timeline.place_of)[i] != kNoPlace) << i;
  }

  OpenProgram open;
  TimelineBase base;
  FilteredStory filtered, everything;
};

TEST_P(TimelineIndexTest, KeptInStepIsWhatTheShownEventsAloneWouldHave) {
  Random random(31);
  TimelineIndex kept;
  for (int round = 0; round < 24; ++round) {
    filtered.apply(random_filter(random, story()), story(), index(), {});
    const Shown& shown = filtered.shown();
    for (int selected = 0; selected < 3; ++selected) {
      // The same answer with another hidden event: only its lane is made again.
      const std::uint32_t event = selected == 1 ? kNoPlace : any_hidden(random, shown);
      index_timeline(kept, {GetParam(), filtered.revision(), event}, base, story(), shown);
      expect_places(kept);
      const auto is_filtered = [&](std::uint32_t i) { return !shown.event(i) && i != event; };
      const auto is_not = [&](std::uint32_t i) { return !is_filtered(i); };
      const TimelineIndex drawn = index_of(shown.hides() ? part_of_index(is_filtered) : index());
      const TimelineIndex points = index_of(part_of_index(is_filtered));
      const TimelineIndex dimmed = index_of(part_of_index(is_not));
      ASSERT_EQ(kept.lanes.size(), drawn.lanes.size());
      for (std::size_t i = 0; i < kept.lanes.size(); ++i) {
        const LaneIndex& lane = kept.lanes[i];
        ASSERT_EQ(lane.has_stretches, drawn.lanes[i].has_stretches);
        expect_same_bars(lane.bars, drawn.lanes[i].bars);
        // What is dimmed takes rows too: who is a bar then hangs on all, and is compared below.
        const double bar_ms = shown.hides() ? 1e9 : 1e300;
        expect_same_points(lane.shown, points.lanes[i].shown, bar_ms, random);
        if (shown.hides()) {
          ASSERT_TRUE(lane.dimmed.list()->events.empty());
        } else {
          expect_same_points(lane.dimmed, dimmed.lanes[i].shown, bar_ms, random);
        }
      }
      // A stretch is a bar among the points where it has a row, and only there.
      for (const LaneIndex& lane : kept.lanes) {
        std::vector<IndexedBar> bars;
        lane.bars.find(whole(), 1, bars);
        std::size_t among_points = 0;
        for (const PointIndex* list : {&lane.shown, &lane.dimmed})
          for (std::uint32_t place = 0; place < list->list()->events.size(); ++place)
            among_points += list->is_bar(place, 1);
        ASSERT_EQ(among_points, bars.size());
        for (const IndexedBar& bar : bars) {
          ASSERT_EQ(bar.dimmed != 0, is_filtered(bar.event));
          const PointIndex& list = bar.dimmed ? lane.dimmed : lane.shown;
          ASSERT_TRUE(list.is_bar((*kept.place_of)[bar.event], 1));
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Lanes, TimelineIndexTest, ::testing::Values(false, true));

// What came before leaves no trace in the picture: wide and narrow, a lane folded and open again.
TEST(FilteredTimeline, IsThePictureOfAProgramThatWasNeverFilteredOtherwise) {
  Random random(32);
  const std::string json = large_story(900);
  for (const double width : {1280.0, 390.0}) {
    OpenProgram way(json, {width, 760});
    for (int round = 0; round < 8; ++round) {
      const Filter filter = random_filter(random, way.program.story());
      const auto event = random.below(static_cast<std::uint32_t>(way.program.story().events.size()));
      OpenProgram fresh(json, {width, 760});
      for (OpenProgram* open : {&way, &fresh}) {
        open->act(SetAppearance{false, true});
        open->act(Fold{{Kind::kTrack, 1}, round % 2 == 0});
        open->act(SetFilter{filter});
        open->act(Select{{Kind::kEvent, event}, true, false});
        open->act(FitAll{});
      }
      ASSERT_EQ(way.scene(), fresh.scene()) << width << " " << round;
    }
  }
}

}  // namespace
}  // namespace tp
