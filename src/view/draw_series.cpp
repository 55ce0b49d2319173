#include <algorithm>
#include <cmath>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kStroke = 1.6;
constexpr double kBarTint = 0.5;   // of figures that do not hold at the playhead
constexpr double kAreaTint = 0.2;  // below the line of a band
constexpr double kGround = 0.55;

void draw_ground(Pen& pen, const Theme& theme, const SeriesPlot& plot, Color color) {
  for (const Stretch& stretch : plot.ground)
    pen.hairline_across(stretch.begin, stretch.end, plot.zero_y, color.faded(kGround));
  // Where there is no figure the ground is dotted: nothing there is not zero.
  for (const Stretch& gap : plot.gaps)
    for (double x = std::max(gap.begin, plot.rect.x - 4); x < std::min(gap.end, plot.rect.right()); x += 4)
      pen.fill({pen.snap(x + 1), pen.snap(plot.zero_y) - 1, 1.2, 1.2}, theme.muted);
}

void draw_bars(Pen& pen, const SeriesPlot& plot, Color color, bool strong) {
  for (const SeriesSample& sample : plot.samples) {
    const bool full = sample.holds_now || strong;
    const Rect rect = pen.snap(sample.rect);
    pen.fill(rect, color.faded(full ? 1 : kBarTint), rect.width >= 6 ? 1 : 0);
    if (sample.uncertain) pen.hatch(rect, color.faded(full ? 0.6 : 0.35), 4, 1, sample.rect.x);
  }
}

void draw_area(Pen& pen, const SeriesPlot& plot, std::size_t begin, std::size_t end, Color color) {
  for (std::size_t i = begin; i + 1 < end; ++i) {
    const Point a = plot.line[i], b = plot.line[i + 1];
    if (b.x <= a.x) continue;
    const std::array<Point, 4> corners{{{a.x, plot.zero_y}, a, b, {b.x, plot.zero_y}}};
    pen.quad(corners, color.faded(kAreaTint));
  }
}

void draw_runs(Pen& pen, const SeriesPlot& plot, Color color) {
  for (std::size_t run = 0; run < plot.runs.size(); ++run) {
    const std::size_t begin = plot.runs[run];
    const std::size_t end = run + 1 < plot.runs.size() ? plot.runs[run + 1] : plot.line.size();
    if (plot.kind == SeriesKind::kBand) draw_area(pen, plot, begin, end, color);
    // A figure alone between gaps is no line: a dot.
    if (end - begin == 1) {
      pen.disc(plot.line[begin], kStroke + 0.6, color);
    } else {
      pen.polyline(std::span(plot.line).subspan(begin, end - begin), color, kStroke);
    }
  }
}

}  // namespace

void draw_series(Pen& pen, const Theme& theme, const SeriesPlot& plot) {
  const Color color = graphic_color(plot.ink, theme);
  pen.push_clip(plot.rect);
  if (plot.hovered || plot.emphasis == Emphasis::kSelected)
    pen.fill(plot.rect, theme.accent_wash.faded(plot.hovered ? 0.5 : 0.35));
  draw_ground(pen, theme, plot, color);
  if (plot.kind == SeriesKind::kBar) {
    draw_bars(pen, plot, color, plot.hovered);
  } else {
    draw_runs(pen, plot, color);
  }
  pen.pop_clip();
  pen.hairline_across(plot.rect.x, plot.rect.right(), plot.rect.bottom(), theme.line);
}

}  // namespace tp
