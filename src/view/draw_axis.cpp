#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kMajor = 6;
constexpr double kMinor = 3.5;
constexpr double kOverviewRadius = 4;
constexpr double kGrip = 8;  // height of the handles of the overview's window

}  // namespace

void draw_axis(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  const Rect& axis = timeline.axis;
  if (axis.empty()) return;
  pen.hairline_across(axis.x, axis.right(), axis.y, theme.tick);
  for (const AxisTick& tick : timeline.ticks) {
    if (tick.x_px < axis.x - 0.5 || tick.x_px > axis.right() + 0.5) continue;
    pen.hairline_down(tick.x_px, axis.y, axis.y + (tick.major ? kMajor : kMinor),
                      tick.major ? theme.muted : theme.tick);
  }
  for (const LabelBox& label : timeline.tick_labels) draw_label(pen, theme, label, theme.raised);
  for (const LabelBox& label : timeline.context_labels) draw_label(pen, theme, label, theme.raised);
}

void draw_overview(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  if (timeline.overview.empty()) return;
  const Rect strip = pen.snap(timeline.overview);
  const Rect window = pen.snap(timeline.overview_window);
  pen.fill(strip, theme.sunken, kOverviewRadius);
  pen.fill(window, theme.raised, kOverviewRadius);
  for (const OverviewTick& tick : timeline.overview_ticks) {
    const bool shown = tick.x >= window.x && tick.x <= window.right();
    const double width = pen.whole_width(1.4);
    const double tall = (strip.height - 6) * tick.share;
    pen.fill({pen.snap(tick.x - width / 2), strip.bottom() - 3 - tall, width, tall},
             graphic_color(tick.ink, theme).faded(shown ? 0.9 : 0.45));
  }
  const double width = pen.whole_width(measure::kPlayhead);
  pen.fill({pen.snap(timeline.overview_playhead_x - width / 2), strip.y + 1, width, strip.height - 2},
           theme.accent);
  pen.frame(window, theme.accent, 1.5, kOverviewRadius);
  if (window.width > 4 * kGrip) {
    for (double x : {window.x, window.right()}) {
      const Rect grip{x - 2.5, window.center().y - kGrip / 2, 5, kGrip};
      pen.fill(grip, theme.accent, 2.5);
    }
  }
  draw_label(pen, theme, timeline.overview_label, theme.raised);
}

}  // namespace tp
