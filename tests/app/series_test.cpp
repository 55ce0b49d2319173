// Series along the axis: every figure where its date is, gaps left open, never more of them than pixels.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/moments.hpp"
#include "app/series_values.hpp"
#include "app/timeline_frame.hpp"
#include "support.hpp"
#include "time/number_words.hpp"

namespace tp {
namespace {

std::string story_with(const std::string& series) {
  return R"({"format": "turning-point/1", "id": "s", "languages": ["en"], "title": "Figures",
    "tracks": [{"id": "t", "title": "Trade"}],
    "events": [{"id": "e1", "when": "1990", "track": "t", "title": "First"},
               {"id": "e2", "when": "2009-12-31", "track": "t", "title": "Last"}],
    "series": [)" +
         series + "]}";
}

std::string series_json(const char* kind, const std::string& points) {
  return std::string(R"({"id": "n", "title": "Trade in goods", "unit": "tonnes", "kind": ")") + kind +
         R"(", "track": "t", "points": [)" + points + "]}";
}

struct SeriesTest : ::testing::Test {
  void open(const std::string& series, Size size = {1280, 800}) {
    program = std::make_unique<OpenProgram>(story_with(series), size);
    ASSERT_TRUE(program->program.has_story()) << to_text(program->diagnostics, "story");
    program->act(Select{});
  }
  const SeriesPlot& plot() const { return program->program.scene().timeline.series.front(); }
  double x_of(std::string_view edtf, bool end = false) const {
    const TimeRange bounds = parse_date(edtf).value->bounds();
    return program->program.scene().timeline.plot.x +
           program->program.state().scale.to_px(end ? bounds.end : bounds.begin);
  }
  std::unique_ptr<OpenProgram> program;
};

TEST_F(SeriesTest, TheBarOfAYearSpansThatYear) {
  open(series_json("bar", R"(["1995", 4], ["1996-03", 2], ["2001-05-17", 1])"));
  ASSERT_EQ(plot().samples.size(), 3u);
  const Rect year = plot().samples[0].rect;
  EXPECT_NEAR(year.x, x_of("1995"), 1);
  EXPECT_NEAR(year.right(), x_of("1995", true), 1.01);
  const Rect month = plot().samples[1].rect;
  EXPECT_NEAR(month.center().x, (x_of("1996-03") + x_of("1996-03", true)) / 2, 0.6);
  EXPECT_NEAR(month.height * 2, year.height, 0.1) << "half the number, half the height";
  EXPECT_GE(plot().samples[2].rect.width, 2) << "a day is still seen";
}

TEST_F(SeriesTest, GapsStayOpenAndAreNotZero) {
  open(series_json("line", R"(["1995", 4], ["1996", null], ["1997", 3], ["1998", 0])"));
  ASSERT_EQ(plot().runs.size(), 2u);
  EXPECT_EQ(plot().runs[1], 1u);
  ASSERT_EQ(plot().gaps.size(), 1u);
  EXPECT_NEAR(plot().gaps[0].begin, x_of("1996"), 1e-6);
  EXPECT_NEAR(plot().gaps[0].end, x_of("1996", true), 1e-6);
  for (const Stretch& ground : plot().ground)
    EXPECT_FALSE(ground.begin < x_of("1996-07") && ground.end > x_of("1996-07")) << "no line of zero there";
  EXPECT_NEAR(plot().line.back().y, plot().zero_y, 1e-9);
}

TEST_F(SeriesTest, LinesJoinTheMiddlesOfDates) {
  open(series_json("line", R"(["1995", 4], ["1997", 8])"));
  ASSERT_EQ(plot().line.size(), 2u);
  EXPECT_NEAR(plot().line[0].x, (x_of("1995") + x_of("1995", true)) / 2, 0.01);
}

TEST_F(SeriesTest, AStepHoldsUntilTheNextFigure) {
  open(series_json("step", R"(["1995-06", 4], ["1999", 8], ["2003", null])"));
  ASSERT_EQ(plot().line.size(), 4u);
  EXPECT_NEAR(plot().line[1].x, x_of("1999"), 1e-6);
  EXPECT_NEAR(plot().line[3].x, x_of("2003"), 1e-6) << "a gap ends it";
  program->act(SetPlayhead{moment_of(*parse_date("1998-11-11").value)});
  EXPECT_EQ(plot().value.text, "Jun 1995: 4\u00a0tonnes");
}

TEST_F(SeriesTest, SaysTheFigureOfThePlayheadsDateAndNoOther) {
  open(series_json("bar", R"(["1995", 46.2], ["1996", null], ["1997", 3])"));
  program->act(SetPlayhead{moment_of(*parse_date("1995-01-02").value)});
  EXPECT_EQ(plot().value.text, "1995: 46.2\u00a0tonnes");
  EXPECT_TRUE(plot().has_here);
  EXPECT_TRUE(plot().samples[0].holds_now);
  program->act(SetPlayhead{moment_of(*parse_date("1996-08").value)});
  EXPECT_EQ(plot().value.text, "1996: no figure");
  EXPECT_FALSE(plot().has_here);
  program->act(SetPlayhead{moment_of(*parse_date("1999-08").value)});
  EXPECT_EQ(plot().value.text, "tonnes") << "1997 says nothing of 1999";
}

TEST_F(SeriesTest, NegativeFiguresHangBelowZero) {
  open(series_json("bar", R"(["1995", 4], ["1996", -2])"));
  EXPECT_LT(plot().samples[0].rect.bottom(), plot().zero_y + 0.01);
  EXPECT_NEAR(plot().samples[1].rect.y, plot().zero_y, 0.01);
  EXPECT_LT(plot().samples[1].rect.bottom(), plot().rect.bottom());
}

TEST_F(SeriesTest, NeverDrawsMoreThanPixels) {
  std::string points;
  for (int month = 0; month < 1200; ++month) {
    const std::string year = std::to_string(1900 + month / 12);
    const std::string of_year = std::to_string(month % 12 + 101).substr(1);
    for (int day = 1; day <= 28; day += 3)
      points += (points.empty() ? "" : ",") +
                ("[\"" + year + "-" + of_year + "-" + std::to_string(100 + day).substr(1) + "\", " +
                 std::to_string((month * 37 + day) % 101) + "]");
  }
  for (const char* kind : {"bar", "line", "step", "band"}) {
    open(series_json(kind, points));
    program->act(
        ShowRange{{parse_date("1900").value->bounds().begin, parse_date("2009").value->bounds().end}, false});
    const double width = plot().rect.width;
    EXPECT_LE(static_cast<double>(plot().samples.size()), width + 110) << kind;
    EXPECT_LE(static_cast<double>(plot().line.size()), 2 * (width + 110)) << kind;
    double top = 1e9;
    for (const SeriesSample& sample : plot().samples) top = std::min(top, sample.rect.y);
    for (const Point p : plot().line) top = std::min(top, p.y);
    EXPECT_NEAR(top, plot().rect.y + 5, 0.01) << kind << ": the largest is never lost";
  }
}

TEST_F(SeriesTest, PanningMovesAPlotAndChangesNothingElse) {
  std::string points;
  for (int year = 1900; year < 2010; ++year)
    for (int month = 1; month <= 12; ++month)
      points += (points.empty() ? "" : ",") +
                ("[\"" + std::to_string(year) + "-" + std::to_string(100 + month).substr(1) + "\", " +
                 std::to_string((year * 31 + month * 7) % 53) + "]");
  open(series_json("line", points));
  program->act(FitAll{});
  program->act(ZoomTimeline{400, 1.3});
  const std::vector<Point> before = plot().line;
  const double origin = program->program.state().scale.to_px(Instant{});
  program->act(PanTimeline{7.25});
  const double moved = program->program.state().scale.to_px(Instant{}) - origin;
  std::size_t kept = 0;
  for (const Point old : before)
    for (const Point now : plot().line)
      if (std::abs(now.x - old.x - moved) < 1e-6 && std::abs(now.y - old.y) < 1e-9) {
        ++kept;
        break;
      }
  EXPECT_GT(static_cast<double>(kept), static_cast<double>(before.size()) * 0.95);
}

TEST_F(SeriesTest, EverythingIsFiniteAndInItsRowAtAnyZoom) {
  for (const char* kind : {"bar", "line", "step", "band"}) {
    open(series_json(kind, R"(["1995", 4], ["1996", null], ["1997~", -3], ["2003-05-05", 9])"));
    for (double factor = 1; factor < 1e13; factor *= 9) {
      program->act(SetPlayhead{moment_of(*parse_date("1997").value)});
      program->act(ZoomTimeline{400, 9});
      for (const SeriesSample& s : plot().samples) {
        ASSERT_TRUE(std::isfinite(s.rect.x) && std::abs(s.rect.x) < 1e5 && s.rect.width < 1e5) << kind;
        ASSERT_GE(s.rect.y, plot().rect.y) << kind;
        ASSERT_LE(s.rect.bottom(), plot().rect.bottom()) << kind;
      }
      for (const Point p : plot().line) ASSERT_TRUE(std::abs(p.x) < 1e5 && std::isfinite(p.y)) << kind;
    }
  }
}

TEST_F(SeriesTest, AreLeftOutWhereTheTracksNeedTheHeightUnlessSelected) {
  OpenProgram narrow(real_story(), {390, 844});
  EXPECT_TRUE(narrow.program.scene().timeline.series.empty());
  const Ref ref{Kind::kSeries, 1};
  narrow.act(Select{ref});
  ASSERT_EQ(narrow.program.scene().timeline.series.size(), 1u);
  EXPECT_EQ(narrow.program.scene().timeline.series.front().ref, ref);
  const Story& story = narrow.program.story();
  LaneWishes all_folded;
  for (std::size_t i = 0; i < story.tracks.size(); ++i)
    all_folded.folded.push_back({Kind::kTrack, static_cast<std::uint32_t>(i)});
  const auto series_in = [](const std::vector<Lane>& lanes) {
    return std::count_if(lanes.begin(), lanes.end(), [](const Lane& lane) { return lane.series >= 0; });
  };
  int gained = 0;
  for (double height = 240; height < 420; height += 4) {
    Panes panes = divide_window({1280, 800});
    panes.timeline.height = height;
    const TimelineFrame frame = timeline_frame(panes);
    const auto shown = series_in(divide_lanes(frame, story));
    const auto folded = series_in(divide_lanes(frame, story, all_folded));
    EXPECT_GE(folded, shown) << height;
    gained += folded > shown;
  }
  EXPECT_GE(gained, 3) << "folding makes room";
}

TEST_F(SeriesTest, RowsNeverOverlapAtAnySize) {
  for (double width = 320; width < 2000; width += 120)
    for (double height = 400; height < 1400; height += 90) {
      OpenProgram real(real_story(), {width, height});
      const TimelineScene& timeline = real.program.scene().timeline;
      double y = timeline.plot.y;
      std::vector<Rect> rows;
      for (const LaneHead& lane : timeline.lanes) rows.push_back(lane.rect);
      for (const SeriesPlot& plot : timeline.series) rows.push_back(plot.rect);
      std::sort(rows.begin(), rows.end(), [](const Rect& a, const Rect& b) { return a.y < b.y; });
      for (const Rect& row : rows) {
        ASSERT_NEAR(row.y, y, 1e-6) << width << " x " << height;
        y = row.bottom();
      }
    }
}

TEST_F(SeriesTest, HoverAndCardSayTheFigureAndItsSource) {
  OpenProgram real;
  const Ref ref{Kind::kSeries, 0};
  real.act(Select{ref});
  real.act(SetPlayhead{moment_of(*parse_date("2023-05").value)});
  EXPECT_EQ(real.program.card().summary, "2023: 11.8\u00a0billion m\u00b3 a year");
  ASSERT_EQ(real.program.card().figures.size(), 5u);
  EXPECT_TRUE(real.program.card().figures[1].is_gap);
  EXPECT_TRUE(real.program.card().figures[2].holds_now);
  EXPECT_FALSE(real.program.card().sources.empty());
  const SeriesPlot& plot = real.program.scene().timeline.series.front();
  ASSERT_FALSE(plot.samples.empty());
  InputEvent move;
  move.type = InputEvent::Type::kPointerMove;
  move.at = plot.samples.back().rect.center();
  real.program.input(move);
  real.settle();
  const Tooltip& tooltip = real.program.scene().tooltip;
  ASSERT_TRUE(tooltip.visible);
  EXPECT_EQ(tooltip.lines[1].text, "2025: 12.8\u00a0billion m\u00b3 a year");
  EXPECT_NE(tooltip.lines[2].text.find("Source"), std::string::npos);
}

TEST(DecimalText, WritesFiguresAsTheyAreGiven) {
  const DateWords& en = date_words("en");
  EXPECT_EQ(decimal_text(en, 12.9), "12.9");
  EXPECT_EQ(decimal_text(en, 8), "8");
  EXPECT_EQ(decimal_text(en, 778500), "778,500");
  EXPECT_EQ(decimal_text(en, 0.1), "0.1");
  EXPECT_EQ(decimal_text(en, -0.25), "\u22120.25");
  EXPECT_EQ(decimal_text(en, 0), "0");
  EXPECT_EQ(decimal_text(en, 1.0 / 3), "0.333333");
  EXPECT_EQ(decimal_text(en, 1234567.75), "1,234,567.75");
  EXPECT_EQ(decimal_text(date_words("ru"), 12.9), "12,9");
  EXPECT_EQ(decimal_text(en, std::nan("")), "\u2013");
  EXPECT_FALSE(decimal_text(en, 1e300).empty());
}

}  // namespace
}  // namespace tp
