// What is made once and drawn many times? Triangles without words, for whoever keeps them on the GPU.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "view/theme.hpp"

struct ImDrawList;

namespace tp {

/// One stroke along a cubic Bézier curve. The GPU makes its corners, so that a map of thousands costs a few
/// dozen bytes each when something on it changes.
struct MeshCurve {
  std::array<float, 8> places{};             ///< its four points, CSS px
  float half_at_begin = 0, half_at_end = 0;  ///< half its width
  float drawn = 0, gap = 0, dot = 0;  ///< dashes: drawn, left out, then a dot of that width or none; 0: solid
  std::uint32_t color = 0;            ///< as Dear ImGui packs it
};

/// One corner of a triangle.
struct MeshVertex {
  float x = 0, y = 0;       ///< CSS px
  std::uint32_t color = 0;  ///< as Dear ImGui packs it
};

/// Curves lie below triangles.
struct Mesh {
  std::vector<MeshCurve> curves;
  std::vector<MeshVertex> vertices;
  std::vector<std::uint32_t> indices;
};

/// A cubic Bézier curve, dashed or not.
void add_curve(std::vector<MeshCurve>& curves, const std::array<Point, 4>& curve, Color color, double width,
               const DashPattern& dash);
/// The head of an arrow: a triangle from `length` px behind its tip, there `width` px wide.
void add_arrow_head(std::vector<MeshCurve>& curves, Point tip, Point direction, Color color, double length,
                    double width);
/// The largest second difference of the curves' points, in px.
double most_bend(const std::vector<MeshCurve>& curves);
/// What was drawn into a list from its corner `first_vertex` and its index `first_index` on.
void add_triangles(Mesh& mesh, const ImDrawList& list, int first_vertex, int first_index);

/// Keeps a mesh where drawing it is cheap.
class MeshKeeper {
 public:
  virtual ~MeshKeeper() = default;
  /// What the mesh shows: another key, another mesh.
  struct Key {
    std::uint32_t generation = 0;
    double density = 1;
    bool dark = false;
    Color accent, ink, paper;
    friend bool operator==(const Key&, const Key&) = default;
  };
  /// True where the mesh of that key is there.
  virtual bool holds(const Key& key) const = 0;
  virtual void keep(const Key& key, const Mesh& mesh) = 0;
  /// Draws it with the next triangles of `list`, moved, inside the clip rectangle that holds there.
  virtual void show(ImDrawList& list, Point offset) = 0;
};

}  // namespace tp
