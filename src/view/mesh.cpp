#include "view/mesh.hpp"

#include <algorithm>
#include <cmath>

#include "view/to_imgui.hpp"

namespace tp {

namespace {

constexpr double kFlatness = 0.25;  // device px that a curve may miss
constexpr int kMostPieces = 48;

double length_of(Point p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}

Point cubic(const std::array<Point, 4>& c, double t) {
  const double u = 1 - t;
  return c[0] * (u * u * u) + c[1] * (3 * u * u * t) + c[2] * (3 * u * t * t) + c[3] * (t * t * t);
}

Point slope(const std::array<Point, 4>& c, double t) {
  const double u = 1 - t;
  return (c[1] - c[0]) * (u * u) + (c[2] - c[1]) * (2 * u * t) + (c[3] - c[2]) * (t * t);
}

// The number of pieces follows from the second differences (Wang's bound for cubic curves).
int pieces_of(const std::array<Point, 4>& c, double density) {
  const double bend = std::max(length_of(c[0] - c[1] * 2 + c[2]), length_of(c[1] - c[2] * 2 + c[3]));
  return std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75 * bend * density / kFlatness))), 1,
                    kMostPieces);
}

}  // namespace

void add_curve(Mesh& mesh, const std::array<Point, 4>& curve, Color color, double width,
               const DashPattern& dash, double density) {
  if (color.a == 0 || width <= 0) return;
  const int pieces = pieces_of(curve, density);
  const double half = width / 2;
  const double reach = half + 0.5 / density;
  MeshVertex vertex;
  vertex.half = static_cast<float>(half);
  vertex.color = packed(color);
  if (!dash.solid()) {
    // Two drawn stretches repeat: alike, or the second a dot.
    vertex.drawn = static_cast<float>(dash.lengths[0]);
    vertex.gap = static_cast<float>(dash.lengths[1]);
    vertex.dot = dash.lengths[2] <= 0 ? static_cast<float>(std::max(width, 1.3)) : 0;
  }
  const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
  double along = 0;
  Point before = curve[0];
  for (int i = 0; i <= pieces; ++i) {
    const double t = static_cast<double>(i) / pieces;
    const Point at = cubic(curve, t);
    Point way = slope(curve, t);
    double length = length_of(way);
    if (length < 1e-9) way = curve[3] - curve[0], length = std::max(1e-9, length_of(way));
    const Point normal{-way.y / length * reach, way.x / length * reach};
    along += length_of(at - before);
    before = at;
    vertex.along = static_cast<float>(along);
    for (const double side : {-1.0, 1.0}) {
      vertex.x = static_cast<float>(at.x + normal.x * side);
      vertex.y = static_cast<float>(at.y + normal.y * side);
      vertex.across = static_cast<float>(reach * side);
      mesh.vertices.push_back(vertex);
    }
  }
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(pieces); ++i) {
    const std::uint32_t a = base + 2 * i;
    for (const std::uint32_t index : {a, a + 1, a + 3, a, a + 3, a + 2}) mesh.indices.push_back(index);
  }
}

void add_triangles(Mesh& mesh, const ImDrawList& list, int first_vertex, int first_index) {
  const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
  for (int i = first_vertex; i < list.VtxBuffer.Size; ++i) {
    const ImDrawVert& from = list.VtxBuffer[i];
    MeshVertex vertex;
    vertex.x = from.pos.x;
    vertex.y = from.pos.y;
    vertex.color = from.col;
    mesh.vertices.push_back(vertex);
  }
  for (int i = first_index; i < list.IdxBuffer.Size; ++i)
    mesh.indices.push_back(base + static_cast<std::uint32_t>(list.IdxBuffer[i]) -
                           static_cast<std::uint32_t>(first_vertex));
}

}  // namespace tp
