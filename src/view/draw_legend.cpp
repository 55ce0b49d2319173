#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

void draw_legend(Pen& pen, const Theme& theme, std::span<const LegendEntry> legend) {
  constexpr double kWidth = 2.4;
  for (const LegendEntry& entry : legend) {
    const double y = entry.sample.center().y;
    const Point left{entry.sample.x + kWidth / 2, y}, right{entry.sample.right() - kWidth / 2, y};
    const Color color = graphic_color({Ink::Role::kValence, entry.valence, {}}, theme);
    const Rect plate{entry.sample.x - 4, entry.label.rect.y, entry.label.rect.right() - entry.sample.x + 8,
                     entry.label.rect.height};
    pen.fill(plate, theme.paper.faded(0.85), measure::kRadiusBar);
    pen.curve({left, left + (right - left) * (1.0 / 3), left + (right - left) * (2.0 / 3), right}, color,
              kWidth, dash_pattern(entry.dash, kWidth));
    draw_label(pen, theme, entry.label, theme.paper);
  }
}

}  // namespace tp
