// Dates are drawn and said as surely as they are known: nothing takes a year for its first of January.
#include <gtest/gtest.h>

#include <cmath>

#include "app/moments.hpp"
#include "support.hpp"
#include "time/format_date.hpp"

namespace tp {
namespace {

std::string story_of(const std::vector<std::string>& dates) {
  std::string json = R"({"format": "turning-point/1", "id": "h", "languages": ["en"], "title": "Honest",
    "tracks": [{"id": "t", "title": "Track"}], "events": [
    {"id": "from", "when": "1980-01-01", "track": "t", "title": "From"},
    {"id": "to", "when": "2030-12-31", "track": "t", "title": "To"})";
  for (const std::string& date : dates)
    json += R"(, {"id": "e", "when": ")" + date + R"(", "track": "t", "importance": 5, "title": "It"})";
  return json + "]}";
}

struct Drawn {
  EventMark mark;
  double begin_px = 0, end_px = 0;  ///< of all that the date can mean
  double offset_px = 0;
  std::string words;
  OpenProgram open;
};

// One event of that date, zoomed in until its mark stands alone and is as wide as it may be.
void draw(const char* edtf, Drawn& out, double ms_per_px) {
  const Ref ref = out.open.find("e");
  ASSERT_TRUE(ref.valid()) << edtf << to_text(out.open.diagnostics, "story");
  out.open.act(Select{ref});
  const DateRange& when = out.open.program.story().events[ref.index].when;
  const double half = ms_per_px * out.open.program.state().plot_width / 2;
  const Instant at = moment_of(when);
  out.open.act(ShowRange{{plus_ms(at, -half), plus_ms(at, half)}, false});
  const TimelineScene& timeline = out.open.program.scene().timeline;
  for (const EventMark& mark : timeline.marks)
    if (mark.ref == ref) out.mark = mark;
  const TimeRange outer = when.outer();
  out.begin_px = timeline.plot.x + out.open.program.state().scale.to_px(outer.begin);
  out.end_px = timeline.plot.x + out.open.program.state().scale.to_px(outer.end);
}

constexpr double kDay = 86'400'000.0;

TEST(HonestTime, APointStandsInTheMiddleOfAllItCanMeanAndItsReachIsShown) {
  for (const char* edtf : {"1992", "1992-10", "199X", "1992-21", "1992-10-24", "1992~", "1992-10?"}) {
    Drawn drawn{{}, 0, 0, 0, {}, OpenProgram(story_of({edtf}))};
    draw(edtf, drawn, 3 * kDay);
    const double middle = (drawn.begin_px + drawn.end_px) / 2;
    EXPECT_EQ(drawn.mark.form, MarkForm::kPoint) << edtf;
    EXPECT_NEAR(drawn.mark.rect.center().x, middle, 0.5) << edtf;
    const double half = (drawn.end_px - drawn.begin_px) / 2;
    EXPECT_NEAR(drawn.mark.begin.soft_px, half > 6 ? half : 0, 0.5) << edtf;
    const bool soft = std::string_view(edtf).find_first_of("~?") != std::string_view::npos;
    EXPECT_EQ(drawn.mark.uncertain, soft) << edtf;
    EXPECT_EQ(drawn.open.program.state().at, moment_of(*parse_date_range(edtf).value));
    EXPECT_NEAR(drawn.open.program.scene().timeline.playhead_x, middle, 0.5) << edtf;
  }
}

TEST(HonestTime, AStretchIsSoftOverWhatIsNotKnownOfItsEnds) {
  struct Case {
    const char* edtf;
    double begin_days, end_days;  // over which it fades
    bool open_begin, open_end, uncertain;
  };
  for (const Case& c :
       {Case{"1988/1994", 366, 365, false, false, false},
        Case{"1988-03/1994-05-12", 31, 1, false, false, false},
        Case{"1988~/1994", 366, 365, false, false, true}, Case{"2025/..", 365, 0, false, true, false},
        Case{"../1991", 0, 365, true, false, false}, Case{"2020-05/", 31, 0, false, true, false}}) {
    Drawn drawn{{}, 0, 0, 0, {}, OpenProgram(story_of({c.edtf}))};
    draw(c.edtf, drawn, 4 * kDay);
    EXPECT_EQ(drawn.mark.form, MarkForm::kSpan) << c.edtf;
    EXPECT_EQ(drawn.mark.begin.open, c.open_begin) << c.edtf;
    EXPECT_EQ(drawn.mark.end.open, c.open_end) << c.edtf;
    EXPECT_EQ(drawn.mark.uncertain, c.uncertain) << c.edtf;
    if (!c.open_begin) {
      EXPECT_NEAR(drawn.mark.begin.soft_px, c.begin_days / 4, 0.1) << c.edtf;
    }
    if (!c.open_end) {
      EXPECT_NEAR(drawn.mark.end.soft_px, c.end_days / 4, 0.1) << c.edtf;
    }
    if (!c.open_begin) {
      EXPECT_NEAR(drawn.mark.rect.x, drawn.begin_px, 0.1) << c.edtf;
    }
    if (!c.open_end) {
      EXPECT_NEAR(drawn.mark.rect.right(), drawn.end_px, 0.1) << c.edtf;
    }
  }
}

TEST(HonestTime, IsSaidAsItIsKnown) {
  struct Case {
    const char* edtf;
    const char* words;
  };
  for (const Case& c :
       {Case{"1992", "1992"}, Case{"1992-03~", "about March 1992"}, Case{"2025/..", "since 2025"},
        Case{"1988/1994", "1988\u20131994"}, Case{"1992-10-24", "24 October 1992"}}) {
    OpenProgram open(story_of({c.edtf}));
    open.act(Select{open.find("e")});
    EXPECT_EQ(open.program.card().date, c.words);
    EXPECT_EQ(open.program.card().date.find("January"), std::string::npos) << c.edtf;
    const std::string& badge = open.program.scene().timeline.playhead_badge.text;
    EXPECT_EQ(badge.find("Jan"), std::string::npos) << c.edtf << ": " << badge;
  }
  EXPECT_EQ(format_date_range(*parse_date_range("-004X").value, "en"), "between 50 and 41 BCE");
}

// The whole of time on one axis, with events a millisecond apart at both of its ends.
std::string all_of_time() {
  return R"({"format": "turning-point/1", "id": "all", "languages": ["en"], "title": "All",
    "tracks": [{"id": "t", "title": "Track"}], "events": [
    {"id": "bang", "when": "Y-13800000000-01-01T00:00:00.001Z", "track": "t", "title": "Bang"},
    {"id": "then", "when": "Y-13800000000-01-01T00:00:00.002Z", "track": "t", "title": "Then"},
    {"id": "earth", "when": "Y-4540000000", "track": "t", "title": "Earth"},
    {"id": "now", "when": "2025-08-08T12:00:00.250Z", "track": "t", "title": "Now"},
    {"id": "soon", "when": "2025-08-08T12:00:00.251Z", "track": "t", "title": "Soon"},
    {"id": "far", "when": "Y10000000000", "track": "t", "title": "Far"}]})";
}

double center_of(const OpenProgram& open, const char* id) {
  for (const EventMark& mark : open.program.scene().timeline.marks)
    if (mark.ref == open.find(id)) return mark.rect.center().x;
  return std::nan("");
}

TEST(AllOfTime, MillisecondsStandWhereTheyAreAtBothEnds) {
  OpenProgram open(all_of_time());
  ASSERT_TRUE(open.program.has_story()) << to_text(open.diagnostics, "story");
  for (const auto& [first, second] : {std::pair{"bang", "then"}, std::pair{"now", "soon"}}) {
    const Instant at = moment_of(open.program.story().events[open.find(first).index].when);
    open.act(ShowRange{{plus_ms(at, -10), plus_ms(at, 30)}, false});
    const State& state = open.program.state();
    const double px_per_ms = 1 / state.scale.ms_per_px;
    EXPECT_GT(px_per_ms, 5);
    EXPECT_NEAR(center_of(open, second) - center_of(open, first), px_per_ms, 1e-3) << first;
    // What is drawn and what is computed agree, also while panning by parts of a pixel.
    for (double by : {0.0, 0.25, 3.5, -11.75, 200.0, -188.0}) {
      open.act(PanTimeline{by});
      const Instant second_at = moment_of(open.program.story().events[open.find(second).index].when);
      const double exact = open.program.scene().timeline.plot.x + open.program.state().scale.to_px(second_at);
      EXPECT_NEAR(center_of(open, second), exact, px_per_ms) << second << " panned by " << by;
      EXPECT_NEAR(center_of(open, second) - center_of(open, first), px_per_ms, 1e-3) << first << " " << by;
    }
  }
}

void expect_apart(const std::vector<LabelBox>& boxes, double zoom, const char* what) {
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      ASSERT_FALSE(boxes[i].rect.overlaps(boxes[j].rect))
          << zoom << " ms a px, " << what << ": " << boxes[i].text << " | " << boxes[j].text;
}

TEST(AllOfTime, ZoomsOverTwentyOrdersOfMagnitudeWithoutOverlaps) {
  for (const char* id : {"bang", "earth", "now", "far"}) {
    OpenProgram open(all_of_time(), {900, 700});
    open.act(Select{open.find(id)});
    open.act(FitAll{});
    int steps = 0;
    double first = open.program.state().scale.ms_per_px, last = first;
    for (; steps < 120; ++steps) {
      const double x = open.program.scene().timeline.playhead_x - open.program.scene().timeline.plot.x;
      open.act(ZoomTimeline{std::clamp(x, 0.0, open.program.state().plot_width), 2.3});
      const TimelineScene& timeline = open.program.scene().timeline;
      const double zoom = open.program.state().scale.ms_per_px;
      expect_apart(timeline.tick_labels, zoom, "ticks");
      expect_apart(timeline.context_labels, zoom, "contexts");
      for (const LabelBox& box : timeline.labels) ASSERT_TRUE(std::isfinite(box.rect.x)) << zoom;
      for (const EventMark& mark : timeline.marks) ASSERT_TRUE(std::isfinite(mark.rect.x)) << zoom;
      ASSERT_NEAR(center_of(open, id), timeline.playhead_x, 0.6 + 0.5 / zoom) << id << " at " << zoom;
      if (zoom == last) break;
      last = zoom;
    }
    EXPECT_GT(first / last, 1e19) << id << " after " << steps << " steps";
  }
}

}  // namespace
}  // namespace tp
