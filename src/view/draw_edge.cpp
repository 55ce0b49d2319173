#include <algorithm>
#include <cmath>

#include "view/draw.hpp"
#include "view/mesh.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kGlowReach = 12;
constexpr double kHoverReach = 7;
constexpr double kThin = 0.7;  // px; thinner lines, on maps of hundreds, have smaller heads

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

// How an edge is drawn: all that follows from its mark and the theme.
struct EdgeLook {
  double opacity, width, head;
  bool wide;
  Color color;
  DashPattern dash;
  std::array<Point, 4> line;  // without what lies under its head

  EdgeLook(const EdgeMark& edge, const Theme& theme)
      : opacity(edge.opacity * opacity_of(edge.emphasis)),
        width(edge.width + (edge.emphasis == Emphasis::kSelected || edge.hovered ? 0.8 : 0)),
        head((measure::kArrow + width * 0.9) * std::clamp(width / kThin, 0.4, 1.0)),
        wide(edge.emphasis == Emphasis::kSelected || edge.hovered),
        color(graphic_color({Ink::Role::kValence, edge.valence, {}}, theme).faded(opacity)),
        dash(dash_pattern(edge.dash, width)),
        line(edge.curve) {
    if (!edge.arrow) return;
    // The line ends inside its head: a thick one would show beside the point.
    const double length = chord(edge.curve);
    line = first_part(edge.curve, length > head * 1.5 ? 1 - head * 0.8 / length : 0.5);
  }
};

// Calls `curve(color, width)` for what glows below the line.
template <class Curve>
void each_glow(const Theme& theme, const EdgeMark& edge, const EdgeLook& look, Curve curve) {
  if (edge.glow > 0) {
    curve(theme.accent.faded(0.10 * edge.glow * look.opacity), look.width + kGlowReach * edge.glow);
    curve(theme.accent.faded(0.18 * edge.glow * look.opacity), look.width + kGlowReach * 0.45 * edge.glow);
  }
  if (look.wide) curve(theme.accent.faded(0.16 * look.opacity), look.width + kHoverReach);
}

}  // namespace

void draw_edge(Pen& pen, const Theme& theme, const EdgeMark& edge) {
  const EdgeLook look(edge, theme);
  if (look.opacity <= 0) return;
  each_glow(theme, edge, look, [&](Color color, double width) { pen.curve(edge.curve, color, width); });
  pen.curve(look.line, look.color, look.width, look.dash);
  draw_edge_head(pen, theme, edge);
}

void add_edge(Mesh& mesh, const Theme& theme, const EdgeMark& edge, double density) {
  const EdgeLook look(edge, theme);
  if (look.opacity <= 0) return;
  each_glow(theme, edge, look,
            [&](Color color, double width) { add_curve(mesh, edge.curve, color, width, {}, density); });
  add_curve(mesh, look.line, look.color, look.width, look.dash, density);
}

void draw_edge_head(Pen& pen, const Theme& theme, const EdgeMark& edge) {
  if (!edge.arrow) return;
  const EdgeLook look(edge, theme);
  if (look.opacity > 0) pen.arrow(edge.tip, edge.tip_direction, look.color, look.head, look.head * 0.86);
}

}  // namespace tp
