#include <algorithm>
#include <cmath>

#include "view/draw.hpp"
#include "view/mesh.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kGlowReach = 12;
constexpr double kHoverReach = 7;
constexpr double kChainReach = 9;
constexpr double kThin = 0.7;       // px; thinner lines, on maps of hundreds, have smaller heads
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

// How an edge is drawn: all that follows from its mark and the theme.
struct Look {
  bool wide;
  double opacity, width, head;
  Color color;
  std::array<Point, 4> line;  // without what lies under its head

  Look(const EdgeMark& edge, const Theme& theme)
      : wide(edge.emphasis == Emphasis::kSelected || edge.hovered),
        opacity(edge.opacity * opacity_of(edge.emphasis)),
        width(edge.width + (wide || edge.on_chain ? 0.8 : 0)),
        head((measure::kArrow + width * 0.9) * std::clamp(width / kThin, 0.4, 1.0)),
        line(edge.curve) {
    const bool ghost = edge.role == EdgeRole::kPast || edge.role == EdgeRole::kFuture;
    color = (ghost ? theme.muted : line_color(edge.valence, theme)).faded(opacity);
    if (!edge.arrow) return;
    // The line ends inside its head: a thick one would show beside the point.
    const double length = chord(edge.curve);
    line = first_part(edge.curve, length > head * 1.5 ? 1 - head * 0.8 / length : 0.5);
  }
  double head_width() const { return head * 0.86; }
};

// Calls `stroke(curve, color, width, dashes)` for what lies below the line.
template <class Stroke>
void each_glow(const Theme& theme, const EdgeMark& edge, const Look& look, const Stroke& stroke) {
  const auto shine = [&](double share, double width) {
    stroke(edge.curve, theme.accent.faded(share * look.opacity), width, DashPattern{});
  };
  if (edge.glow > 0) {
    shine(0.10 * edge.glow, look.width + kGlowReach * edge.glow);
    shine(0.18 * edge.glow, look.width + kGlowReach * 0.45 * edge.glow);
  }
  if (edge.on_chain) shine(0.2, look.width + kChainReach);
  if (look.wide) shine(0.16, look.width + kHoverReach);
}

// The same for the line itself.
template <class Stroke>
void each_line(const Theme& theme, const EdgeMark& edge, const Look& look, const Stroke& stroke) {
  switch (edge.role) {
    case EdgeRole::kGained:
      // Two lines side by side.
      stroke(look.line, look.color, look.width + kDoubleGap + 1, DashPattern{});
      return stroke(look.line, theme.paper.faded(edge.opacity), kDoubleGap, DashPattern{});
    case EdgeRole::kLost:
      return stroke(look.line, look.color.faded(0.7), 1.3, dash_pattern(Dash::kDotted, 1.3));
    case EdgeRole::kFlipped:
      // As it was on the half where it begins, as it is on the half where it ends.
      stroke(first_part(look.line, 0.5), line_color(edge.before_valence, theme).faded(look.opacity),
             look.width, dash_pattern(edge.before_dash, look.width));
      return stroke(last_part(look.line, 0.5), look.color, look.width, dash_pattern(edge.dash, look.width));
    case EdgeRole::kPast:
    case EdgeRole::kFuture: {
      // What was is dotted, what will be dashed; both are thin and grey.
      const Dash dash = edge.role == EdgeRole::kPast ? Dash::kDotted : Dash::kDashed;
      return stroke(look.line, look.color, edge.width, dash_pattern(dash, edge.width));
    }
    case EdgeRole::kHolds:
    case EdgeRole::kUnchanged:
      break;
  }
  stroke(look.line, look.color, look.width, dash_pattern(edge.dash, look.width));
}

// An empty head: not there yet, or no more.
bool has_full_head(const EdgeMark& edge) {
  return edge.role != EdgeRole::kFuture && edge.role != EdgeRole::kLost;
}

std::array<Point, 3> head_corners(const EdgeMark& edge, const Look& look) {
  const Point back = edge.tip - edge.tip_direction * look.head;
  const double half = look.head_width() / 2;
  const Point side{-edge.tip_direction.y * half, edge.tip_direction.x * half};
  return {{edge.tip, back + side, back - side}};
}

void add_head(std::vector<MeshCurve>& heads, const EdgeMark& edge, const Look& look) {
  if (has_full_head(edge))
    return add_arrow_head(heads, edge.tip, edge.tip_direction, look.color, look.head, look.head_width());
  const std::array<Point, 3> corners = head_corners(edge, look);
  for (std::size_t i = 0; i < 3; ++i) {
    const Point a = corners[i], way = corners[(i + 1) % 3] - a;
    add_curve(heads, {a, a + way * (1.0 / 3), a + way * (2.0 / 3), a + way}, look.color, 1, {});
  }
}

}  // namespace

void draw_edge(Pen& pen, const Theme& theme, const EdgeMark& edge) {
  const Look look(edge, theme);
  if (look.opacity <= 0) return;
  const auto stroke = [&](const std::array<Point, 4>& curve, Color color, double width,
                          const DashPattern& dash) { pen.curve(curve, color, width, dash); };
  each_glow(theme, edge, look, stroke);
  each_line(theme, edge, look, stroke);
  draw_edge_head(pen, theme, edge);
}

void draw_edge_head(Pen& pen, const Theme& theme, const EdgeMark& edge) {
  const Look look(edge, theme);
  if (!edge.arrow || look.opacity <= 0) return;
  if (has_full_head(edge)) {
    pen.arrow(edge.tip, edge.tip_direction, look.color, look.head, look.head_width());
  } else {
    pen.outline(head_corners(edge, look), look.color, 1);
  }
}

void add_edge(std::vector<MeshCurve>& lines, std::vector<MeshCurve>& heads, const Theme& theme,
              const EdgeMark& edge) {
  const Look look(edge, theme);
  if (look.opacity <= 0) return;
  const auto stroke = [&](const std::array<Point, 4>& curve, Color color, double width,
                          const DashPattern& dash) { add_curve(lines, curve, color, width, dash); };
  each_glow(theme, edge, look, stroke);
  each_line(theme, edge, look, stroke);
  if (edge.arrow) add_head(heads, edge, look);
}

}  // namespace tp
