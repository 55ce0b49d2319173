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

/// One corner. A line knows where on it each pixel is, so that its smooth edges and its dashes cost no
/// corners.
struct MeshVertex {
  float x = 0, y = 0;           ///< CSS px
  float along = 0, across = 0;  ///< px from the line's beginning, and from its middle
  float half = -1;              ///< half its width; negative: no line, the colour as it is
  float drawn = 0, gap = 0,
        dot = 0;            ///< its dashes: drawn, left out, then a dot of that width or none; 0: solid
  std::uint32_t color = 0;  ///< as Dear ImGui packs it
};

struct Mesh {
  std::vector<MeshVertex> vertices;
  std::vector<std::uint32_t> indices;
  void clear() { vertices.clear(), indices.clear(); }
};

/// A cubic Bézier curve as a strip of quads, as fine as a pixel at that density shows.
void add_curve(Mesh& mesh, const std::array<Point, 4>& curve, Color color, double width,
               const DashPattern& dash, double density);
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
