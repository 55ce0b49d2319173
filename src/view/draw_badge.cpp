#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kStroke = 1.5;

void draw_arrow(Pen& pen, Point from, Point to, Color color) {
  const double way = to.x > from.x ? 1 : -1;
  pen.line(from, to, color, kStroke * 0.8);
  pen.line(to, {to.x - way * 2.2, to.y - 2}, color, kStroke * 0.8);
  pen.line(to, {to.x - way * 2.2, to.y + 2}, color, kStroke * 0.8);
}

}  // namespace

void draw_badge(Pen& pen, const Theme& theme, const EdgeBadge& badge) {
  const double opacity = opacity_of(badge.emphasis);
  const Point c = badge.center;
  const double r = badge.radius;
  const Color ink = graphic_color({Ink::Role::kValence, badge.valence, {}}, theme);
  const Color line = mix(theme.paper, badge.role == EdgeRole::kLost ? theme.muted : ink, opacity);
  pen.disc(c, r + 1.5, theme.paper);
  if (badge.role == EdgeRole::kGained) {
    pen.disc(c, r, line);
    pen.line({c.x - r * 0.5, c.y}, {c.x + r * 0.5, c.y}, theme.paper, kStroke);
    pen.line({c.x, c.y - r * 0.5}, {c.x, c.y + r * 0.5}, theme.paper, kStroke);
    return;
  }
  pen.ring(c, r - 0.6, line, 1.3);
  if (badge.role == EdgeRole::kLost) {
    const double d = r * 0.4;
    pen.line({c.x - d, c.y - d}, {c.x + d, c.y + d}, line, kStroke);
    pen.line({c.x - d, c.y + d}, {c.x + d, c.y - d}, line, kStroke);
    return;
  }
  draw_arrow(pen, {c.x - r * 0.52, c.y - r * 0.28}, {c.x + r * 0.52, c.y - r * 0.28}, line);
  draw_arrow(pen, {c.x + r * 0.52, c.y + r * 0.28}, {c.x - r * 0.52, c.y + r * 0.28}, line);
}

}  // namespace tp
