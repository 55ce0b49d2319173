#include <array>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kRingReach = 9;
constexpr double kHere = 3;              // of the dot where a series meets the playhead
constexpr double kChevronFromName = 10;  // its middle

void draw_lanes(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  for (const LaneHead& lane : timeline.lanes) {
    if (lane.hovered)
      pen.fill({timeline.area.x, lane.rect.y, timeline.plot.x - timeline.area.x, lane.rect.height},
               theme.accent_wash);
    if (lane.has_icon)
      pen.hairline_across(timeline.plot.x, lane.rect.right(), lane.rect.bottom(), theme.line);
  }
}

void draw_densities(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  for (const DensityLine& line : timeline.densities) {
    const Color color = graphic_color(line.ink, theme);
    for (const Rect& bar : line.bars) pen.fill(pen.snap(bar), color);
  }
}

// Words of a plot stand above the playhead's line and marks.
void draw_series_words(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  for (const SeriesPlot& plot : timeline.series) {
    for (const LabelBox& line : plot.title) draw_label(pen, theme, line, theme.raised);
    draw_label(pen, theme, plot.value, theme.raised);
    if (!plot.has_here) continue;
    pen.disc(plot.here, kHere + 1.2, theme.raised);
    pen.disc(plot.here, kHere, theme.accent);
  }
}

void draw_fold(Pen& pen, const Theme& theme, const LaneHead& lane) {
  if (lane.fold.empty()) return;
  const Point c{lane.fold.right() - kChevronFromName, lane.fold.center().y};
  const Color color = lane.hovered ? theme.accent : theme.tick;
  const double a = 3, b = 1.6;
  const std::array<Point, 3> down{{{c.x - a, c.y - b}, {c.x, c.y + b}, {c.x + a, c.y - b}}};
  const std::array<Point, 3> right{{{c.x - b, c.y - a}, {c.x + b, c.y}, {c.x - b, c.y + a}}};
  pen.polyline(lane.folded ? right : down, color, 1.4);
}

void draw_tails(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  for (const LabelTail& tail : timeline.tails) {
    const double opacity = opacity_of(tail.emphasis) * tail.opacity;
    const double width = pen.whole_width(tail.rect.width);
    pen.fill({pen.snap(tail.rect.center().x - width / 2), tail.rect.y, width, tail.rect.height},
             graphic_color(tail.ink, theme).faded(0.75 * opacity));
  }
}

// The words of what is selected stand above all marks.
void draw_plot_labels(Pen& pen, const Theme& theme, const TimelineScene& timeline, bool selected) {
  for (const LabelBox& label : timeline.labels)
    if ((label.emphasis == Emphasis::kSelected) == selected) draw_label(pen, theme, label, theme.raised);
}

void draw_heads(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  if (timeline.folded) return;
  for (const LaneHead& lane : timeline.lanes) {
    if (lane.has_icon) {
      draw_shape(pen, lane.shape, lane.icon.center(), lane.icon.height,
                 {graphic_color(lane.ink, theme), theme.raised, Status::kFact, false});
    }
    draw_fold(pen, theme, lane);
    draw_label(pen, theme, lane.title, theme.raised);
  }
}

void draw_playhead(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  if (!timeline.playhead_visible) return;
  const double width = pen.whole_width(measure::kPlayhead);
  const double x = pen.snap(timeline.playhead_x - width / 2);
  const double top = timeline.plot.y - 6;
  pen.fill({x, top, width, timeline.playhead_badge.rect.center().y - top}, theme.accent);
}

void draw_badge(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  const LabelBox& badge = timeline.playhead_badge;
  if (!timeline.playhead_visible || badge.text.empty()) return;
  const Rect rect = pen.snap(badge.rect);
  pen.fill(rect.grown(1.5), theme.raised, rect.height / 2 + 1.5);
  pen.fill(rect, theme.accent, rect.height / 2);
  pen.text_centered(rect.center(), badge.text, badge.style, theme.on_accent);
}

}  // namespace

void draw_timeline(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  if (timeline.area.empty()) return;
  pen.push_clip(timeline.area);
  pen.fill(timeline.area, theme.raised);
  pen.hairline_across(timeline.area.x, timeline.area.right(), timeline.area.y, theme.line);
  draw_lanes(pen, theme, timeline);

  const Rect& plot = timeline.plot;
  pen.push_clip({plot.x, timeline.area.y, plot.width, plot.bottom() - timeline.area.y + kRingReach});
  draw_bands(pen, theme, timeline);
  draw_densities(pen, theme, timeline);
  for (const SeriesPlot& series : timeline.series) draw_series(pen, theme, series);
  for (const EventMark& mark : timeline.marks)
    if (mark.form == MarkForm::kSpan) draw_mark(pen, theme, mark);
  pen.pop_clip();

  draw_playhead(pen, theme, timeline);
  // What stands on the edge is drawn whole, rings too, but not over the names of the lanes.
  pen.push_clip(plot.grown(kRingReach));
  draw_tails(pen, theme, timeline);
  draw_plot_labels(pen, theme, timeline, false);
  for (const EventMark& mark : timeline.marks)
    if (mark.form != MarkForm::kSpan) draw_mark(pen, theme, mark);
  draw_plot_labels(pen, theme, timeline, true);
  pen.pop_clip();

  draw_series_words(pen, theme, timeline);
  draw_heads(pen, theme, timeline);
  draw_axis(pen, theme, timeline);
  draw_badge(pen, theme, timeline);
  draw_overview(pen, theme, timeline);
  pen.pop_clip();
}

}  // namespace tp
