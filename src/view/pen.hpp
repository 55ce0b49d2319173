// How does a crisp line, shape or word get onto the canvas? Everything that is drawn goes through these few
// strokes.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "view/theme.hpp"

struct ImDrawList;

namespace tp {

class Fonts;
class MeshKeeper;
class SvgSheet;

/// Draws into a Dear ImGui draw list in CSS px. Edges are smoothed over one device pixel at any pixel ratio;
/// straight lines and boxes can be put onto whole device pixels first (`snap`). Holds scratch space only, so
/// keep one.
class Pen {
 public:
  explicit Pen(const Fonts& fonts) : fonts_(fonts) {}

  /// Says where the strokes go from here on. `density`: device px for each CSS px.
  void begin(ImDrawList& list, double density);
  /// The same strokes written down as SVG, in a program that links pen_svg.cpp in the place of the others.
  void begin(SvgSheet& sheet);
  ImDrawList& list() const { return *list_; }
  double density() const { return density_; }
  const Fonts& fonts() const { return fonts_; }
  /// Who keeps what hardly changes on the GPU; nobody: everything is drawn each time.
  void set_meshes(MeshKeeper* meshes) { meshes_ = meshes; }
  MeshKeeper* meshes() const { return meshes_; }
  /// Draws no words: their places in the font's texture change.
  void set_silent(bool silent) { silent_ = silent; }

  /// The nearest edge between two device pixels.
  double snap(double x) const;
  Rect snap(const Rect& rect) const;
  /// One device pixel, or the nearest whole number of them to `px`.
  double whole_width(double px) const;

  void push_clip(const Rect& rect);
  void pop_clip();

  void fill(const Rect& rect, Color color, double radius = 0);
  /// A frame of `width` inside `rect`, on whole device pixels.
  void frame(const Rect& rect, Color color, double width, double radius = 0);
  /// A frame of exactly `width`, for shapes whose round corners show the same weight as circles beside them.
  void rounded(const Rect& rect, Color color, double width, double radius);
  /// A box that fades out over `feather` px at all four edges.
  void glow(const Rect& rect, Color color, double feather);
  void disc(Point center, double radius, Color color);
  void ring(Point center, double radius, Color color, double width);
  /// Convex, in either direction of turning.
  void polygon(std::span<const Point> corners, Color color);
  void outline(std::span<const Point> corners, Color color, double width);
  /// Four corners without smoothing: neighbours join without a seam.
  void quad(const std::array<Point, 4>& corners, Color color);

  /// One device pixel thin and on it.
  void hairline_across(double x0, double x1, double y, Color color);
  void hairline_down(double x, double y0, double y1, Color color);

  /// Round ends and joints.
  void line(Point a, Point b, Color color, double width);
  void polyline(std::span<const Point> points, Color color, double width);
  /// A cubic Bézier curve; dashes keep their length in px along it.
  void curve(const std::array<Point, 4>& curve, Color color, double width, const DashPattern& dash = {});
  /// Filled triangle with its point at `tip`.
  void arrow(Point tip, Point direction, Color color, double length, double width);

  /// A bar with round corners whose ends fade from nothing over `fade_left` and `fade_right` px.
  void bar(const Rect& rect, Color color, double radius, double fade_left, double fade_right);
  /// Slanted lines inside `rect`; they stay where they are when the rectangle's edges move, if `origin` moves
  /// along.
  void hatch(const Rect& rect, Color color, double gap, double width, double origin);

  /// `baseline` is the left end of the line the letters stand on; it is put onto a device pixel vertically.
  /// Returns the width.
  double text(Point baseline, std::string_view words, TextStyle style, Color color);
  /// One line with its capitals centred between top and bottom of `rect`, from its left edge.
  void text_in(const Rect& rect, std::string_view words, TextStyle style, Color color);
  /// The same, centred across.
  void text_centered(Point center, std::string_view words, TextStyle style, Color color);
  /// The same as `text_in` with paper around the letters, so that lines behind do not cross them.
  void text_with_halo(const Rect& rect, std::string_view words, TextStyle style, Color color, Color paper,
                      double reach);
  double text_width(std::string_view words, TextStyle style) const;

 private:
  // A cut across a stroke: its middle, half its width along the normal, and what colour it has there.
  struct Cut {
    double x, y;
    double nx, ny;
    double half;
    Color color;
    bool edge = false;  // the outside of an end: nothing is left of the colour here
  };
  void capsule(const Rect& rect, double radius, Color color);
  void flatten(const std::array<Point, 4>& curve);
  void add_body(std::span<const Point> points, Color color, double half);
  void add_cap(Point at, Point direction, Color color, double half, bool begin);
  void stroke(std::span<const Point> points, Color color, double width);
  void dashes(std::span<const Point> points, Color color, double width, const DashPattern& dash);
  void emit();
  Point baseline_in(const Rect& rect, TextStyle style) const;
  void glyphs(Point baseline, std::string_view words, TextStyle style, Color color, double* width);

  const Fonts& fonts_;
  ImDrawList* list_ = nullptr;
  MeshKeeper* meshes_ = nullptr;
  bool silent_ = false;
  SvgSheet* sheet_ = nullptr;
  double density_ = 1;
  double fringe_ = 1;
  std::vector<Cut> cuts_;
  std::vector<Point> points_;
  std::vector<Point> dash_points_;
};

}  // namespace tp
