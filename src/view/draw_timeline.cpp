#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kRingReach = 9;

void draw_lanes(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  for (const LaneHead& lane : timeline.lanes) {
    if (lane.hovered)
      pen.fill({timeline.area.x, lane.rect.y, timeline.plot.x - timeline.area.x, lane.rect.height},
               theme.accent_wash);
    if (lane.has_icon)
      pen.hairline_across(timeline.plot.x, lane.rect.right(), lane.rect.bottom(), theme.line);
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
  for (const EventMark& mark : timeline.marks)
    if (mark.form == MarkForm::kSpan) draw_mark(pen, theme, mark);
  pen.pop_clip();

  draw_playhead(pen, theme, timeline);
  // What stands on the edge is drawn whole, rings too, but not over the names of the lanes.
  pen.push_clip(plot.grown(kRingReach));
  draw_plot_labels(pen, theme, timeline, false);
  for (const EventMark& mark : timeline.marks)
    if (mark.form != MarkForm::kSpan) draw_mark(pen, theme, mark);
  draw_plot_labels(pen, theme, timeline, true);
  pen.pop_clip();

  draw_heads(pen, theme, timeline);
  draw_axis(pen, theme, timeline);
  draw_badge(pen, theme, timeline);
  draw_overview(pen, theme, timeline);
  pen.pop_clip();
}

}  // namespace tp
