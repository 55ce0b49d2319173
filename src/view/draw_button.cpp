#include <array>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kStroke = 1.5;
constexpr double kReach = 5;  // of an icon from its middle

void draw_fit(Pen& pen, Point c, Color color) {
  // Two ends and the way between them.
  pen.line({c.x - kReach - 1, c.y - 4}, {c.x - kReach - 1, c.y + 4}, color, kStroke);
  pen.line({c.x + kReach + 1, c.y - 4}, {c.x + kReach + 1, c.y + 4}, color, kStroke);
  pen.line({c.x - 3.2, c.y}, {c.x + 3.2, c.y}, color, kStroke);
  for (double side : {-1.0, 1.0}) {
    const std::array<Point, 3> head{
        {{c.x + side * 1.4, c.y - 2.2}, {c.x + side * 3.6, c.y}, {c.x + side * 1.4, c.y + 2.2}}};
    pen.polyline(head, color, kStroke);
  }
}

void draw_chevron(Pen& pen, Point c, double side, Color color) {
  const std::array<Point, 3> points{
      {{c.x - side * 2, c.y - kReach + 0.5}, {c.x + side * 2.5, c.y}, {c.x - side * 2, c.y + kReach - 0.5}}};
  pen.polyline(points, color, kStroke);
}

void draw_play(Pen& pen, Point c, Color color) {
  const std::array<Point, 3> points{
      {{c.x - 3.5, c.y - kReach}, {c.x + kReach, c.y}, {c.x - 3.5, c.y + kReach}}};
  pen.polygon(points, color);
}

void draw_icon(Pen& pen, ButtonMark::Icon icon, Point c, Color color) {
  using Icon = ButtonMark::Icon;
  switch (icon) {
    case Icon::kZoomIn:
      pen.line({c.x, c.y - kReach}, {c.x, c.y + kReach}, color, kStroke);
      [[fallthrough]];
    case Icon::kZoomOut:
      return pen.line({c.x - kReach, c.y}, {c.x + kReach, c.y}, color, kStroke);
    case Icon::kFit:
      return draw_fit(pen, c, color);
    case Icon::kPrevious:
      return draw_chevron(pen, c, -1, color);
    case Icon::kNext:
      return draw_chevron(pen, c, 1, color);
    case Icon::kPlay:
      return draw_play(pen, c, color);
    case Icon::kPause:
      pen.fill({c.x - 4, c.y - kReach, 3, 2 * kReach}, color, 1);
      return pen.fill({c.x + 1, c.y - kReach, 3, 2 * kReach}, color, 1);
  }
}

}  // namespace

void draw_button(Pen& pen, const Theme& theme, const ButtonMark& button) {
  const Rect rect = pen.snap(button.rect);
  const bool live = button.hovered && button.enabled;
  pen.fill(rect, live ? theme.accent_wash : theme.raised, measure::kRadiusBox);
  pen.frame(rect, live ? theme.accent : theme.tick, 1, measure::kRadiusBox);
  const Color ink = live ? theme.accent : theme.ink;
  const Point center{pen.snap(rect.center().x), pen.snap(rect.center().y)};
  draw_icon(pen, button.icon, center, ink.faded(button.enabled ? 0.85 : 0.35));
}

}  // namespace tp
