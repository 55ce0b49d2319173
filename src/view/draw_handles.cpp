#include <algorithm>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kDash = 4;

void draw_handle(Pen& pen, const Theme& theme, const HandleMark& mark, const TimelineScene& timeline) {
  if (mark.visible) {
    const double x = pen.snap(mark.x - 0.75);
    for (double y = timeline.plot.y - 6; y < mark.badge.rect.y; y += 2 * kDash)
      pen.fill({x, y, pen.whole_width(1.5), std::min(kDash, mark.badge.rect.y - y)}, theme.accent);
  }
  const Rect rect = pen.snap(mark.badge.rect);
  const double radius = rect.height / 2;
  pen.fill(rect.grown(1.5), theme.raised, radius + 1.5);
  if (mark.grabbed) {
    pen.fill(rect.grown(3.5), theme.accent.faded(0.25), radius + 3.5);
    pen.fill(rect, theme.accent, radius);
  } else {
    pen.fill(rect, theme.accent_wash, radius);
    pen.rounded(rect, theme.accent, 1.25, radius);
  }
  pen.text_centered(rect.center(), mark.badge.text, mark.badge.style,
                    mark.grabbed ? theme.on_accent : theme.ink);
}

}  // namespace

void draw_handles(Pen& pen, const Theme& theme, const HandleScene& handles, const TimelineScene& timeline) {
  if (timeline.area.empty()) return;
  pen.push_clip(timeline.area);
  for (const HandleMark& mark : handles.marks) draw_handle(pen, theme, mark, timeline);
  pen.pop_clip();
}

void draw_brush(Pen& pen, const Theme& theme, const HandleScene& handles) {
  const Rect& brush = handles.brush;
  if (brush.empty()) return;
  pen.fill(brush, theme.accent.faded(0.12));
  const double width = pen.whole_width(1.25);
  for (const double x : {brush.x, brush.right() - width})
    pen.fill({pen.snap(x), brush.y - 4, width, brush.height + 10}, theme.accent.faded(0.8));
}

}  // namespace tp
