// A step of a tour is what its author framed, made of what a reader could do.
#include <gtest/gtest.h>

#include "app/moments.hpp"
#include "app/update.hpp"
#include "support.hpp"

namespace tp {
namespace {

TEST(Tour, EveryStepOfTheRealStoryShowsWhatItSays) {
  OpenProgram open;
  const Story& story = open.program.story();
  for (std::uint32_t t = 0; t < story.tours.size(); ++t) {
    for (std::uint32_t s = 0; s < story.tours[t].steps.size(); ++s) {
      open.act(ShowStep{t, s});
      const Step& step = story.tours[t].steps[s];
      const State& state = open.program.state();
      EXPECT_EQ(state.tour, (TourPlace{t, s}));
      EXPECT_EQ(shown_step(state, story), &step);
      EXPECT_EQ(state.selected, step.select) << step.id;
      if (step.at) {
        EXPECT_EQ(state.at, moment_of(*step.at)) << step.id;
      }
      if (step.range) {
        const TimeRange wanted = step.range->outer();
        const TimeRange shown = state.scale.visible(0, state.plot_width);
        EXPECT_NEAR(ms_between(wanted.begin, shown.begin) / state.scale.ms_per_px, 0, 2) << step.id;
      }
    }
  }
}

TEST(Tour, TheSameStepIsTheSamePictureWhateverCameBefore) {
  OpenProgram open, other;
  other.act(SelectNext{-5});
  other.act(ZoomTimeline{200, 7});
  Filter filter;
  filter.hidden_tracks = {0};
  other.act(SetFilter{filter});
  for (std::uint32_t s : {2u, 4u}) {
    if (!open.program.story().tours.front().steps[s].range) continue;
    open.act(ShowStep{0, s});
    other.act(ShowStep{0, s});
    EXPECT_EQ(open.scene(), other.scene());
  }
}

TEST(Tour, BeyondTheLastStepIsTheLastAndNoTourEndsIt) {
  OpenProgram open;
  const auto last = static_cast<std::uint32_t>(open.program.story().tours.front().steps.size() - 1);
  open.act(ShowStep{0, 4000000000u});
  EXPECT_EQ(open.program.state().tour, (TourPlace{0, last}));
  const Ref selected = open.program.state().selected;
  open.act(ShowStep{});
  EXPECT_FALSE(open.program.state().tour.valid());
  EXPECT_EQ(open.program.state().selected, selected) << "the view stays";
  open.act(ShowStep{77, 0});
  EXPECT_FALSE(open.program.state().tour.valid());
}

TEST(Tour, ALensBringsATrackOrAStatusForward) {
  OpenProgram open(R"({"format": "turning-point/1", "id": "t", "languages": ["en"], "title": "T",
    "tracks": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
    "events": [{"id": "e1", "when": "2000", "track": "a", "title": "One"},
               {"id": "e2", "when": "2001", "track": "b", "title": "Two"}],
    "tours": [{"id": "tour", "title": "Tour", "steps": [
      {"id": "s1", "title": "1", "text": "x", "lens": "b"},
      {"id": "s2", "title": "2", "text": "x", "lens": "disputed"},
      {"id": "s3", "title": "3", "text": "x"}]}]})");
  ASSERT_TRUE(open.program.has_story()) << to_text(open.diagnostics, "t");
  open.act(ShowStep{0, 0});
  EXPECT_FALSE(open.program.shown().event(0));
  EXPECT_TRUE(open.program.shown().event(1));
  open.act(ShowStep{0, 1});
  EXPECT_EQ(open.program.shown().event_count(), 0u);
  open.act(ShowStep{0, 2});
  EXPECT_TRUE(open.program.shown().everything());
}

TEST(Tour, StepsAreSaidOnce) {
  OpenProgram open;
  open.program.push(ShowStep{0, 1});
  EXPECT_TRUE(open.program.frame(16, open.measurer).step);
  EXPECT_FALSE(open.program.frame(16, open.measurer).step);
}

}  // namespace
}  // namespace tp
