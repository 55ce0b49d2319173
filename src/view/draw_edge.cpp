#include <cmath>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kGlowReach = 12;
constexpr double kHoverReach = 7;

double chord(const std::array<Point, 4>& c) {
  const auto distance = [](Point a, Point b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
  };
  return (distance(c[0], c[3]) + distance(c[0], c[1]) + distance(c[1], c[2]) + distance(c[2], c[3])) / 2;
}

// The first `t` of a curve (de Casteljau).
std::array<Point, 4> first_part(const std::array<Point, 4>& c, double t) {
  const auto between = [t](Point a, Point b) { return a + (b - a) * t; };
  const Point ab = between(c[0], c[1]), bc = between(c[1], c[2]), cd = between(c[2], c[3]);
  const Point abc = between(ab, bc), bcd = between(bc, cd);
  return {c[0], ab, abc, between(abc, bcd)};
}

}  // namespace

void draw_edge(Pen& pen, const Theme& theme, const EdgeMark& edge) {
  const double opacity = edge.opacity * opacity_of(edge.emphasis);
  if (opacity <= 0) return;
  const bool wide = edge.emphasis == Emphasis::kSelected || edge.hovered;
  const double width = edge.width + (wide ? 0.8 : 0);
  const Color color = graphic_color({Ink::Role::kValence, edge.valence, {}}, theme).faded(opacity);
  if (edge.glow > 0) {
    pen.curve(edge.curve, theme.accent.faded(0.10 * edge.glow * opacity), width + kGlowReach * edge.glow);
    pen.curve(edge.curve, theme.accent.faded(0.18 * edge.glow * opacity),
              width + kGlowReach * 0.45 * edge.glow);
  }
  if (wide) pen.curve(edge.curve, theme.accent.faded(0.16 * opacity), width + kHoverReach);
  const DashPattern dash = dash_pattern(edge.dash, width);
  if (!edge.arrow) return pen.curve(edge.curve, color, width, dash);
  // The line ends inside its head: a thick one would show beside the point.
  const double head = measure::kArrow + width * 0.9;
  const double length = chord(edge.curve);
  const double keep = length > head * 1.5 ? 1 - head * 0.8 / length : 0.5;
  pen.curve(first_part(edge.curve, keep), color, width, dash);
  pen.arrow(edge.tip, edge.tip_direction, color, head, head * 0.86);
}

}  // namespace tp
