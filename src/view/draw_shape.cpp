#include <array>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kEmptyStroke = 1.6;

// Corners for a box of side 2 around the origin, scaled so that all shapes look equally large.
struct Corners {
  std::array<Point, 12> points{};
  std::size_t count = 0;
};

constexpr Corners kSquare{{{{-0.86, -0.86}, {0.86, -0.86}, {0.86, 0.86}, {-0.86, 0.86}}}, 4};
constexpr Corners kDiamond{{{{0, -1.08}, {1.08, 0}, {0, 1.08}, {-1.08, 0}}}, 4};
constexpr Corners kTriangle{{{{0, -0.98}, {1.02, 0.84}, {-1.02, 0.84}}}, 3};
constexpr Corners kHexagon{{{{-0.5, -0.88}, {0.5, -0.88}, {1.0, 0}, {0.5, 0.88}, {-0.5, 0.88}, {-1.0, 0}}},
                           6};
constexpr Corners kCross{{{{-0.32, -0.96},
                           {0.32, -0.96},
                           {0.32, -0.32},
                           {0.96, -0.32},
                           {0.96, 0.32},
                           {0.32, 0.32},
                           {0.32, 0.96},
                           {-0.32, 0.96},
                           {-0.32, 0.32},
                           {-0.96, 0.32},
                           {-0.96, -0.32},
                           {-0.32, -0.32}}},
                         12};
constexpr Corners kStar{{{{0, -1.08},
                          {0.282, -0.388},
                          {1.027, -0.334},
                          {0.457, 0.148},
                          {0.635, 0.874},
                          {0, 0.48},
                          {-0.635, 0.874},
                          {-0.457, 0.148},
                          {-1.027, -0.334},
                          {-0.282, -0.388}}},
                        10};

const Corners* corners_of(Shape shape) {
  switch (shape) {
    case Shape::kSquare:
      return &kSquare;
    case Shape::kDiamond:
      return &kDiamond;
    case Shape::kTriangle:
      return &kTriangle;
    case Shape::kHexagon:
      return &kHexagon;
    case Shape::kStar:
      return &kStar;
    case Shape::kCross:
      return &kCross;
    case Shape::kCircle:
    case Shape::kPerson:
      break;
  }
  return nullptr;
}

// Star and cross as convex pieces, so that every fill has smooth edges.
void fill_star(Pen& pen, std::span<const Point> p, Color color) {
  for (std::size_t i = 0; i < 10; i += 2) {
    const std::array<Point, 3> ray{p[(i + 9) % 10], p[i], p[i + 1]};
    pen.polygon(ray, color);
  }
  const std::array<Point, 5> core{p[1], p[3], p[5], p[7], p[9]};
  pen.polygon(core, color);
}

void fill_cross(Pen& pen, std::span<const Point> p, Color color) {
  pen.fill({p[11].x, p[0].y, p[1].x - p[11].x, p[6].y - p[0].y}, color);
  pen.fill({p[9].x, p[3].y, p[2].x - p[9].x, p[4].y - p[3].y}, color);
  pen.fill({p[2].x, p[3].y, p[3].x - p[2].x, p[4].y - p[3].y}, color);
}

void fill_corners(Pen& pen, Shape shape, std::span<const Point> p, Color color) {
  if (shape == Shape::kStar) return fill_star(pen, p, color);
  if (shape == Shape::kCross) return fill_cross(pen, p, color);
  pen.polygon(p, color);
}

// A head above shoulders: an arc closed at the bottom.
struct Person {
  Point head;
  double head_radius;
  std::array<Point, 11> shoulders;
};

Person person_at(Point center, double half) {
  Person person;
  person.head = {center.x, center.y - 0.5 * half};
  person.head_radius = 0.5 * half;
  constexpr std::array<std::array<double, 2>, 9> kArc{{{-1, 0},
                                                       {-0.924, -0.383},
                                                       {-0.707, -0.707},
                                                       {-0.383, -0.924},
                                                       {0, -1},
                                                       {0.383, -0.924},
                                                       {0.707, -0.707},
                                                       {0.924, -0.383},
                                                       {1, 0}}};
  const double base = center.y + 0.78 * half;
  for (std::size_t i = 0; i < kArc.size(); ++i)
    person.shoulders[i] = {center.x + kArc[i][0] * 0.96 * half, base + kArc[i][1] * 0.62 * half};
  person.shoulders[9] = {center.x + 0.96 * half, center.y + 0.96 * half};
  person.shoulders[10] = {center.x - 0.96 * half, center.y + 0.96 * half};
  return person;
}

void fill_shape(Pen& pen, Shape shape, Point center, double half, Color color) {
  if (shape == Shape::kCircle) return pen.disc(center, 0.9 * half, color);
  if (shape == Shape::kPerson) {
    const Person person = person_at(center, half);
    pen.disc(person.head, person.head_radius, color);
    pen.polygon(person.shoulders, color);
    return;
  }
  const Corners& corners = *corners_of(shape);
  std::array<Point, 12> placed;
  for (std::size_t i = 0; i < corners.count; ++i) placed[i] = center + corners.points[i] * half;
  fill_corners(pen, shape, {placed.data(), corners.count}, color);
}

void outline_shape(Pen& pen, Shape shape, Point center, double half, Color color) {
  const double inset = kEmptyStroke / 2;
  if (shape == Shape::kCircle) return pen.ring(center, 0.9 * half - inset, color, kEmptyStroke);
  if (shape == Shape::kPerson) {
    const Person person = person_at(center, half - inset);
    pen.ring(person.head, person.head_radius, color, kEmptyStroke);
    pen.outline(person.shoulders, color, kEmptyStroke);
    return;
  }
  const Corners& corners = *corners_of(shape);
  std::array<Point, 12> placed;
  for (std::size_t i = 0; i < corners.count; ++i) placed[i] = center + corners.points[i] * (half - inset);
  pen.outline({placed.data(), corners.count}, color, kEmptyStroke);
}

}  // namespace

void draw_shape(Pen& pen, Shape shape, Point center, double size, const ShapeStyle& style) {
  const double half = size / 2;
  if (style.status == Status::kFact) {
    fill_shape(pen, shape, center, half, style.color);
  } else {
    fill_shape(pen, shape, center, half - kEmptyStroke / 2, style.ground);
    if (style.status == Status::kDisputed) {
      pen.push_clip({center.x - size, center.y - size, size, 2 * size});
      fill_shape(pen, shape, center, half, style.color);
      pen.pop_clip();
    }
    outline_shape(pen, shape, center, half, style.color);
  }
  if (!style.uncertain) return;
  // Lines in the colour of the ground: they show on the mark only.
  const Rect box{center.x - half, center.y - half, size, size};
  pen.hatch(box, style.ground, size / 3, 1.1, center.x - half);
}

}  // namespace tp
