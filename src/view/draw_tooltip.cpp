#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

void draw_tooltip(Pen& pen, const Theme& theme, const Tooltip& tooltip) {
  if (!tooltip.visible) return;
  const Rect rect = pen.snap(tooltip.rect);
  pen.glow(rect.grown(7).moved(0, 3), theme.shadow, 14);
  pen.fill(rect, theme.dark ? mix(theme.raised, theme.ink, 0.06) : theme.raised, measure::kRadiusBox);
  pen.frame(rect, theme.tick, 1, measure::kRadiusBox);
  for (const LabelBox& line : tooltip.lines) draw_label(pen, theme, line, theme.raised);
}

}  // namespace tp
