#include "view/pen.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "view/to_imgui.hpp"

namespace tp {

namespace {

constexpr double kRoundness = 0.08;  // device px that a circle may miss

float f(double x) {
  return static_cast<float>(x);
}

int circle_pieces(double radius_px) {
  if (radius_px <= 1) return 8;
  // A chord that spans 2·a misses the circle by r·(1 − cos a), and 1 − cos a is a²/2 for small a.
  return std::clamp(static_cast<int>(std::ceil(3.1416 / std::sqrt(2 * kRoundness / radius_px))), 8, 160);
}

}  // namespace

void Pen::begin(ImDrawList& list, double density) {
  list_ = &list;
  density_ = density > 0 ? density : 1;
  fringe_ = 1 / density_;
  // Dear ImGui smooths over one CSS pixel by default: twice too soft at a ratio of 2.
  list._FringeScale = f(fringe_);
}

void Pen::push_clip(const Rect& rect) {
  list_->PushClipRect(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), true);
}
void Pen::pop_clip() {
  list_->PopClipRect();
}

void Pen::fill(const Rect& rect, Color color, double radius) {
  if (color.a == 0 || rect.empty()) return;
  const double half = std::min(rect.width, rect.height) / 2;
  // Dear ImGui keeps a pixel of straight edge at every side: a disc would be a squircle.
  if (radius >= half - 0.01 && half > 1) return capsule(rect, half, color);
  list_->AddRectFilled(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), packed(color), f(radius));
}

void Pen::capsule(const Rect& rect, double radius, Color color) {
  if (rect.width == rect.height) return disc(rect.center(), radius, color);
  constexpr double kQuarter = 1.5707963267948966;
  const bool wide = rect.width > rect.height;
  const Point first{rect.x + radius, rect.y + radius};
  const Point second{rect.right() - radius, rect.bottom() - radius};
  const int pieces = circle_pieces(radius * density_) / 2 + 1;
  const double turn = wide ? kQuarter : 2 * kQuarter;
  list_->PathArcTo(vec(first), f(radius), f(turn), f(turn + 2 * kQuarter), pieces);
  list_->PathArcTo(vec(second), f(radius), f(turn + 2 * kQuarter), f(turn + 4 * kQuarter), pieces);
  list_->PathFillConvex(packed(color));
}

void Pen::frame(const Rect& rect, Color color, double width, double radius) {
  const double w = whole_width(width);
  const Rect middle = snap(rect).grown(-w / 2);
  if (radius <= 0) {
    list_->PathRect(vec(middle.x, middle.y), vec(middle.right(), middle.bottom()), 0);
  } else {
    list_->PathRect(vec(middle.x, middle.y), vec(middle.right(), middle.bottom()),
                    f(std::max(0.0, radius - w / 2)));
  }
  list_->PathStroke(packed(color), ImDrawFlags_Closed, f(w));
}

void Pen::rounded(const Rect& rect, Color color, double width, double radius) {
  const Rect middle = rect.grown(-width / 2);
  list_->PathRect(vec(middle.x, middle.y), vec(middle.right(), middle.bottom()),
                  f(std::max(0.0, radius - width / 2)));
  list_->PathStroke(packed(color), ImDrawFlags_Closed, f(width));
}

void Pen::glow(const Rect& rect, Color color, double feather) {
  const Rect inner = rect.grown(-feather);
  const double xs[4] = {rect.x, inner.x, inner.right(), rect.right()};
  const double ys[4] = {rect.y, inner.y, inner.bottom(), rect.bottom()};
  const ImVec2 uv = list_->_Data->TexUvWhitePixel;
  list_->PrimReserve(9 * 6, 16);
  const unsigned base = list_->_VtxCurrentIdx;
  for (int row = 0; row < 4; ++row) {
    for (int column = 0; column < 4; ++column) {
      const bool inside = row % 3 != 0 && column % 3 != 0;
      list_->PrimWriteVtx(vec(xs[column], ys[row]), uv, packed(inside ? color : color.faded(0)));
    }
  }
  for (unsigned row = 0; row < 3; ++row) {
    for (unsigned column = 0; column < 3; ++column) {
      const unsigned a = base + row * 4 + column, b = a + 1, c = a + 5, d = a + 4;
      // In a corner the diagonal runs from the outside in, or the fade would show a crease.
      const bool turned = row + column == 2 && row != column;
      const unsigned order[6] = {a, b, turned ? d : c, turned ? b : a, c, d};
      for (unsigned index : order) list_->PrimWriteIdx(index);
    }
  }
}

void Pen::disc(Point center, double radius, Color color) {
  if (color.a == 0) return;
  list_->AddCircleFilled(vec(center), f(radius), packed(color), circle_pieces(radius * density_));
}

void Pen::ring(Point center, double radius, Color color, double width) {
  if (color.a == 0) return;
  list_->AddCircle(vec(center), f(radius), packed(color), circle_pieces(radius * density_), f(width));
}

void Pen::polygon(std::span<const Point> corners, Color color) {
  if (color.a == 0 || corners.size() < 3) return;
  double area = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point a = corners[i], b = corners[(i + 1) % corners.size()];
    area += a.x * b.y - b.x * a.y;
  }
  // Smoothing pushes edges outwards, and Dear ImGui takes clockwise corners for knowing where that is.
  if (area >= 0) {
    for (Point p : corners) list_->PathLineTo(vec(p));
  } else {
    for (auto p = corners.rbegin(); p != corners.rend(); ++p) list_->PathLineTo(vec(*p));
  }
  list_->PathFillConvex(packed(color));
}

void Pen::quad(const std::array<Point, 4>& corners, Color color) {
  if (color.a == 0) return;
  list_->PrimReserve(6, 4);
  const ImVec2 uv = list_->_Data->TexUvWhitePixel;
  const unsigned base = list_->_VtxCurrentIdx;
  for (const Point corner : corners) list_->PrimWriteVtx(vec(corner), uv, packed(color));
  for (const unsigned index : {0u, 1u, 2u, 0u, 2u, 3u}) list_->PrimWriteIdx(base + index);
}

void Pen::outline(std::span<const Point> corners, Color color, double width) {
  if (color.a == 0) return;
  for (Point p : corners) list_->PathLineTo(vec(p));
  list_->PathStroke(packed(color), ImDrawFlags_Closed, f(width));
}

void Pen::line(Point a, Point b, Color color, double width) {
  const std::array<Point, 2> points{a, b};
  stroke(points, color, width);
}

void Pen::polyline(std::span<const Point> points, Color color, double width) {
  stroke(points, color, width);
}

void Pen::curve(const std::array<Point, 4>& curve, Color color, double width, const DashPattern& dash) {
  if (color.a == 0) return;
  flatten(curve);
  if (dash.solid()) {
    stroke(points_, color, width);
  } else {
    dashes(points_, color, width, dash);
  }
}

void Pen::arrow(Point tip, Point direction, Color color, double length, double width) {
  const Point back = tip - direction * length;
  const Point side{-direction.y * width / 2, direction.x * width / 2};
  const std::array<Point, 3> corners{tip, back + side, back - side};
  polygon(corners, color);
}

void Pen::bar(const Rect& rect, Color color, double radius, double fade_left, double fade_right) {
  if (rect.empty() || color.a == 0) return;
  if (fade_left <= 0 && fade_right <= 0) return fill(rect, color, std::min(radius, rect.width / 2));
  // Two fades that would meet share the bar in proportion.
  const double wanted = fade_left + fade_right;
  const double share = wanted > rect.width ? rect.width / wanted : 1;
  const double left = rect.x + fade_left * share, right = rect.right() - fade_right * share;
  const auto piece = [&](double x0, double x1, Color a, Color b) {
    if (x1 <= x0) return;
    list_->AddRectFilledMultiColor(vec(x0, rect.y), vec(x1, rect.bottom()), packed(a), packed(b), packed(b),
                                   packed(a));
  };
  piece(rect.x, left, color.faded(0), color);
  piece(right, rect.right(), color, color.faded(0));
  if (right <= left) return;
  const ImDrawFlags corners = (fade_left <= 0 ? ImDrawFlags_RoundCornersLeft : 0) |
                              (fade_right <= 0 ? ImDrawFlags_RoundCornersRight : 0);
  const bool round = corners != 0 && radius > 0;
  // Without smoothing where it joins a fade: a seam would show.
  const ImDrawListFlags before = list_->Flags;
  if (!round) list_->Flags &= ~ImDrawListFlags_AntiAliasedFill;
  list_->AddRectFilled(vec(left, rect.y), vec(right, rect.bottom()), packed(color),
                       round ? f(std::min(radius, (right - left) / 2)) : 0,
                       round ? corners : static_cast<ImDrawFlags>(ImDrawFlags_RoundCornersNone));
  list_->Flags = before;
}

void Pen::hatch(const Rect& rect, Color color, double gap, double width, double origin) {
  if (rect.empty() || color.a == 0) return;
  push_clip(rect);
  const double rise = rect.height;
  const double first = origin + std::floor((rect.x - rise - origin) / gap) * gap;
  for (double x = first; x < rect.right(); x += gap)
    line({x, rect.bottom()}, {x + rise, rect.y}, color, width);
  pop_clip();
}

}  // namespace tp
