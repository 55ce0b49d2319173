#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kWidth = 2.4;

EdgeMark sample_of(const LegendEntry& entry) {
  const double y = entry.sample.center().y;
  const Point left{entry.sample.x + kWidth / 2, y}, right{entry.sample.right() - kWidth / 2, y};
  EdgeMark edge;
  edge.curve = {left, left + (right - left) * (1.0 / 3), left + (right - left) * (2.0 / 3), right};
  edge.width = kWidth;
  edge.valence = entry.valence;
  edge.dash = entry.dash;
  edge.opacity = entry.hidden ? 0.4 : 1;
  switch (entry.of) {
    case RelationClass::kGained:
      edge.role = EdgeRole::kGained;
      break;
    case RelationClass::kLost:
      edge.role = EdgeRole::kLost;
      break;
    case RelationClass::kFlipped:
      edge.role = EdgeRole::kFlipped;
      edge.before_valence = -2;
      edge.before_dash = Dash::kDashed;
      break;
    case RelationClass::kPast:
      edge.role = EdgeRole::kPast;
      edge.width = 1.1;
      break;
    case RelationClass::kFuture:
      edge.role = EdgeRole::kFuture;
      edge.width = 1.1;
      break;
    case RelationClass::kUnchanged:
      edge.emphasis = Emphasis::kDimmed;
      break;
    default:
      break;
  }
  return edge;
}

}  // namespace

void draw_legend(Pen& pen, const Theme& theme, std::span<const LegendEntry> legend) {
  for (const LegendEntry& entry : legend) {
    const Rect plate{entry.sample.x - 4, entry.label.rect.y, entry.label.rect.right() - entry.sample.x + 8,
                     entry.label.rect.height};
    pen.fill(plate, entry.hovered ? theme.accent_wash : theme.paper, measure::kRadiusBar);
    draw_edge(pen, theme, sample_of(entry));
    draw_label(pen, theme, entry.label, theme.paper);
    const double y = entry.label.rect.center().y;
    if (entry.hidden) pen.hairline_across(entry.label.rect.x, entry.label.rect.right(), y, theme.ink);
  }
}

}  // namespace tp
