// The pen's strokes as SVG, for the static picture of the opening view and for the one that a reader saves:
// the same draw functions, no triangles.
#include <cmath>

#include "view/fonts.hpp"
#include "view/pen.hpp"
#include "view/svg_sheet.hpp"

namespace tp {

namespace {

using Paint = SvgSheet::Paint;

constexpr double kLeastFade = 4;
constexpr std::size_t kShortWord = 4;

std::string number(double value) {
  return svg_number(value);
}

std::string box_attributes(const Rect& rect, double radius) {
  return " x=\"" + number(rect.x) + "\" y=\"" + number(rect.y) + "\" width=\"" + number(rect.width) +
         "\" height=\"" + number(rect.height) + "\"" + (radius > 0 ? " rx=\"" + number(radius) + "\"" : "");
}

std::string circle_attributes(Point center, double radius) {
  return " cx=\"" + number(center.x) + "\" cy=\"" + number(center.y) + "\" r=\"" + number(radius) + "\"/>";
}

Rect around(Point center, double radius) {
  return {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
}

std::string path_through(std::span<const Point> points, bool closed) {
  std::string out = "M" + svg_point(points[0]);
  // Steps from what has been written, so that what was cut off never adds up.
  const auto whole = [](Point p) { return Point{std::round(p.x * 10) / 10, std::round(p.y * 10) / 10}; };
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point step = whole(points[i]) - whole(points[i - 1]);
    if (std::abs(step.x) < 0.05) {
      out += "v" + number(step.y);
    } else {
      out += std::abs(step.y) < 0.05 ? "h" + number(step.x) : "l" + svg_point(step);
    }
  }
  return closed ? out + "z" : out;
}

}  // namespace

void Pen::begin(SvgSheet& sheet) {
  sheet_ = &sheet;
}

void Pen::push_clip(const Rect& rect) {
  sheet_->push_clip(rect);
}
void Pen::pop_clip() {
  sheet_->pop_clip();
}

void Pen::fill(const Rect& rect, Color color, double radius) {
  if (color.a == 0 || rect.empty()) return;
  if (radius <= 0) return sheet_->fill(svg_box(rect), color, rect);
  if (rect.width == rect.height && radius >= rect.width / 2)
    return disc(rect.center(), rect.width / 2, color);
  sheet_->add_body({"<rect", box_attributes(rect, radius) + "/>", {{Paint::kFill, color}}, {}, {}}, rect);
}

void Pen::frame(const Rect& rect, Color color, double width, double radius) {
  rounded(snap(rect), color, whole_width(width), radius);
}

void Pen::rounded(const Rect& rect, Color color, double width, double radius) {
  if (color.a == 0) return;
  const std::string box = box_attributes(rect.grown(-width / 2), std::max(0.0, radius - width / 2));
  sheet_->add_edge({"<rect", box + "/>", {{Paint::kStroke, color}}, width_class(width), {}}, rect);
}

void Pen::glow(const Rect& rect, Color color, double feather) {
  // Half of it, hard: what glows is gone by the time that a picture stands still.
  fill(rect.grown(-feather / 2), color.faded(0.5), feather / 2);
}

void Pen::disc(Point center, double radius, Color color) {
  if (color.a == 0) return;
  sheet_->add_body({"<circle", circle_attributes(center, radius), {{Paint::kFill, color}}, {}, {}},
                   around(center, radius));
}

void Pen::ring(Point center, double radius, Color color, double width) {
  if (color.a == 0) return;
  sheet_->add_edge(
      {"<circle", circle_attributes(center, radius), {{Paint::kStroke, color}}, width_class(width), {}},
      around(center, radius + width / 2));
}

void Pen::polygon(std::span<const Point> corners, Color color) {
  if (corners.size() < 3) return;
  double left = corners[0].x, right = left, top = corners[0].y, bottom = top;
  for (const Point corner : corners) {
    left = std::min(left, corner.x);
    right = std::max(right, corner.x);
    top = std::min(top, corner.y);
    bottom = std::max(bottom, corner.y);
  }
  sheet_->fill(path_through(corners, true), color, {left, top, right - left, bottom - top});
}

void Pen::quad(const std::array<Point, 4>& corners, Color color) {
  polygon(corners, color);
}

void Pen::outline(std::span<const Point> corners, Color color, double width) {
  sheet_->stroke(path_through(corners, true), color, width);
}

void Pen::line(Point a, Point b, Color color, double width) {
  const std::array<Point, 2> points{a, b};
  polyline(points, color, width);
}

void Pen::polyline(std::span<const Point> points, Color color, double width) {
  sheet_->stroke(path_through(points, false), color, width);
}

void Pen::curve(const std::array<Point, 4>& curve, Color color, double width, const DashPattern& dash) {
  const auto pair = [](Point a, Point b) {
    const std::string second = svg_point(b);
    return svg_point(a) + (second[0] == '-' ? "" : " ") + second;
  };
  const Point start = curve[0];
  const Point one = curve[1] - start, two = curve[2] - start, end = curve[3] - start;
  const auto off = [&](Point p) { return std::abs(p.x * end.y - p.y * end.x); };
  const bool straight = off(one) + off(two) < 0.2 * std::hypot(end.x, end.y);
  const std::string path =
      "M" + svg_point(start) +
      (straight ? "l" + svg_point(end)
                : "c" + pair(one, two) + (svg_point(end)[0] == '-' ? "" : " ") + svg_point(end));
  const bool repeats = dash.lengths[0] == dash.lengths[2] && dash.lengths[1] == dash.lengths[3];
  const std::size_t parts = dash.solid() ? 0 : repeats ? 2 : 4;
  sheet_->stroke(path, color, width, {}, SvgSheet::dashes(std::span(dash.lengths).first(parts), false));
}

void Pen::arrow(Point tip, Point direction, Color color, double length, double width) {
  const Point back = tip - direction * length;
  const Point side{-direction.y * width / 2, direction.x * width / 2};
  const std::array<Point, 3> corners{tip, back + side, back - side};
  polygon(corners, color);
}

void Pen::bar(const Rect& rect, Color color, double radius, double fade_left, double fade_right) {
  if (rect.empty() || color.a == 0) return;
  // What fades over so little is not seen to.
  if (fade_left < kLeastFade) fade_left = 0;
  if (fade_right < kLeastFade) fade_right = 0;
  if (fade_left <= 0 && fade_right <= 0) return fill(rect, color, std::min(radius, rect.width / 2));
  const double wanted = fade_left + fade_right;
  const double share = wanted > rect.width ? rect.width / wanted : 1;
  const std::string id = "g" + std::to_string(sheet_->next_id());
  sheet_->add({"<linearGradient id=\"" + id + "\">", {}, {}, {}, {}});
  const auto stop = [&](double offset, bool seen) {
    const std::string at =
        offset > 0 ? " offset=\"" + svg_number(std::round(offset / rect.width * 100)) + "%\"" : "";
    sheet_->add({"<stop", at + "/>", {{Paint::kStop, seen ? color : color.faded(0)}}, {}, {}});
  };
  if (fade_left > 0) {
    stop(0, false);
    stop(fade_left * share, true);
  }
  if (fade_right > 0) {
    if (fade_left <= 0 || share == 1) stop(rect.width - fade_right * share, true);
    stop(rect.width, false);
  }
  const double corner = std::min(radius, rect.width / 2);
  sheet_->add(
      {"</linearGradient><rect fill=\"url(#" + id + ")\"", box_attributes(rect, corner) + "/>", {}, {}, {}});
}

void Pen::hatch(const Rect& rect, Color color, double gap, double width, double origin) {
  if (rect.empty() || color.a == 0) return;
  push_clip(rect);
  // One line as thick as the rectangle is high, cut into dashes and slanted.
  const double rise = rect.height;
  const double first = origin + std::floor((rect.x - rise - origin) / gap) * gap;
  const double across = width * 1.4142;
  sheet_->stroke("M0 0h" + number(rect.right() - first + rise), color, rise,
                 " transform=\"translate(" + svg_point({first + rise / 2 - across / 2, rect.y + rise / 2}) +
                     ")skewX(-45)\"",
                 SvgSheet::dashes(std::array{across, gap - across}, true));
  pop_clip();
}

void Pen::glyphs(Point, std::string_view, TextStyle, Color, double*) {}

Point Pen::baseline_in(const Rect& rect, TextStyle style) const {
  return {rect.x, rect.y + (rect.height + fonts_.cap_height(style)) / 2};
}

double Pen::text(Point baseline, std::string_view words, TextStyle style, Color color) {
  text_with_halo({baseline.x, baseline.y, 0, -fonts_.cap_height(style)}, words, style, color, {}, 0);
  return text_width(words, style);
}

void Pen::text_in(const Rect& rect, std::string_view words, TextStyle style, Color color) {
  text_with_halo(rect, words, style, color, {}, 0);
}

void Pen::text_centered(Point center, std::string_view words, TextStyle style, Color color) {
  const double width = text_width(words, style) - type_face(style).spacing_px;
  text_in({center.x - width / 2, center.y - 10, width, 20}, words, style, color);
}

void Pen::text_with_halo(const Rect& rect, std::string_view words, TextStyle style, Color color, Color paper,
                         double reach) {
  if (words.empty() || color.a == 0) return;
  const Point baseline = baseline_in(rect, style);
  // Longer words stand on whole pixels, which is shorter; of a letter in a circle a half would be seen.
  const double x = words.size() > kShortWord ? std::round(baseline.x) : baseline.x;
  const std::string tail = " x=\"" + number(x) + "\" y=\"" + number(snap(baseline.y)) + "\"";
  SvgSheet::Element element{
      "<text", {}, {{Paint::kFill, color}}, "t" + std::to_string(static_cast<int>(style)), {}};
  if (reach > 0 && paper.a > 0) element.paints.emplace_back(Paint::kHalo, paper);
  element.tail = tail;
  if (sheet_->keeps_widths() && words.size() > kShortWord)
    element.tail +=
        " textLength=\"" + number(text_width(words, style)) + "\" lengthAdjust=\"spacingAndGlyphs\"";
  element.tail += ">" + svg_text(words) + "</text>";
  sheet_->add(std::move(element));
}

double Pen::text_width(std::string_view words, TextStyle style) const {
  return width_of(words, fonts_.measuring_face(style));
}

}  // namespace tp
