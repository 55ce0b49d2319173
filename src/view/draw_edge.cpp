#include <cmath>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kGlowReach = 12;
constexpr double kHoverReach = 7;
constexpr double kChainReach = 9;
constexpr double kDoubleGap = 2.2;  // px of paper between the two lines of what was gained

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

std::array<Point, 4> last_part(const std::array<Point, 4>& c, double t) {
  const std::array<Point, 4> r = first_part({c[3], c[2], c[1], c[0]}, t);
  return {r[3], r[2], r[1], r[0]};
}

Color line_color(int valence, const Theme& theme) {
  return graphic_color({Ink::Role::kValence, valence, {}}, theme);
}

struct Stroke {
  Color color;
  double width = 1;
};

// What was is dotted, what will be dashed; both are thin and grey.
void draw_ghost(Pen& pen, const Theme& theme, const EdgeMark& edge, const std::array<Point, 4>& curve,
                double opacity) {
  const Dash dash = edge.role == EdgeRole::kPast ? Dash::kDotted : Dash::kDashed;
  pen.curve(curve, theme.muted.faded(opacity), edge.width, dash_pattern(dash, edge.width));
}

// As it was on the half where it begins, as it is on the half where it ends.
void draw_flipped(Pen& pen, const Theme& theme, const EdgeMark& edge, const std::array<Point, 4>& curve,
                  const Stroke& stroke, double opacity) {
  pen.curve(first_part(curve, 0.5), line_color(edge.before_valence, theme).faded(opacity), stroke.width,
            dash_pattern(edge.before_dash, stroke.width));
  pen.curve(last_part(curve, 0.5), stroke.color, stroke.width, dash_pattern(edge.dash, stroke.width));
}

void draw_body(Pen& pen, const Theme& theme, const EdgeMark& edge, const std::array<Point, 4>& curve,
               const Stroke& stroke, double opacity) {
  switch (edge.role) {
    case EdgeRole::kGained:
      // Two lines side by side.
      pen.curve(curve, stroke.color, stroke.width + kDoubleGap + 1);
      return pen.curve(curve, theme.paper.faded(edge.opacity), kDoubleGap);
    case EdgeRole::kLost:
      return pen.curve(curve, stroke.color.faded(0.7), 1.3, dash_pattern(Dash::kDotted, 1.3));
    case EdgeRole::kFlipped:
      return draw_flipped(pen, theme, edge, curve, stroke, opacity);
    case EdgeRole::kPast:
    case EdgeRole::kFuture:
      return draw_ghost(pen, theme, edge, curve, opacity);
    case EdgeRole::kHolds:
    case EdgeRole::kUnchanged:
      break;
  }
  pen.curve(curve, stroke.color, stroke.width, dash_pattern(edge.dash, stroke.width));
}

void draw_head(Pen& pen, const EdgeMark& edge, Color color, double length) {
  const double width = length * 0.86;
  if (edge.role != EdgeRole::kFuture && edge.role != EdgeRole::kLost)
    return pen.arrow(edge.tip, edge.tip_direction, color, length, width);
  // Empty: not there yet, or no more.
  const Point back = edge.tip - edge.tip_direction * length;
  const Point side{-edge.tip_direction.y * width / 2, edge.tip_direction.x * width / 2};
  const std::array<Point, 3> corners{{edge.tip, back + side, back - side}};
  pen.outline(corners, color, 1);
}

}  // namespace

void draw_edge(Pen& pen, const Theme& theme, const EdgeMark& edge) {
  const double opacity = edge.opacity * opacity_of(edge.emphasis);
  if (opacity <= 0) return;
  const bool wide = edge.emphasis == Emphasis::kSelected || edge.hovered;
  const double width = edge.width + (wide || edge.on_chain ? 0.8 : 0);
  const bool ghost = edge.role == EdgeRole::kPast || edge.role == EdgeRole::kFuture;
  const Color color = (ghost ? theme.muted : line_color(edge.valence, theme)).faded(opacity);
  if (edge.glow > 0) {
    pen.curve(edge.curve, theme.accent.faded(0.10 * edge.glow * opacity), width + kGlowReach * edge.glow);
    pen.curve(edge.curve, theme.accent.faded(0.18 * edge.glow * opacity),
              width + kGlowReach * 0.45 * edge.glow);
  }
  if (edge.on_chain) pen.curve(edge.curve, theme.accent.faded(0.2 * opacity), width + kChainReach);
  if (wide) pen.curve(edge.curve, theme.accent.faded(0.16 * opacity), width + kHoverReach);
  const Stroke stroke{color, width};
  if (!edge.arrow) return draw_body(pen, theme, edge, edge.curve, stroke, opacity);
  // The line ends inside its head: a thick one would show beside the point.
  const double head = measure::kArrow + width * 0.9;
  const double length = chord(edge.curve);
  const double keep = length > head * 1.5 ? 1 - head * 0.8 / length : 0.5;
  draw_body(pen, theme, edge, first_part(edge.curve, keep), stroke, opacity);
  draw_head(pen, edge, color, head);
}

}  // namespace tp
