#include "view/mesh.hpp"

#include <algorithm>
#include <cmath>

#include "view/to_imgui.hpp"

namespace tp {

namespace {

double length_of(Point p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}

MeshCurve curve_through(const std::array<Point, 4>& curve, Color color) {
  MeshCurve out;
  for (std::size_t i = 0; i < 4; ++i) {
    out.places[2 * i] = static_cast<float>(curve[i].x);
    out.places[2 * i + 1] = static_cast<float>(curve[i].y);
  }
  out.color = packed(color);
  return out;
}

}  // namespace

void add_curve(Mesh& mesh, const std::array<Point, 4>& curve, Color color, double width,
               const DashPattern& dash) {
  if (color.a == 0 || width <= 0) return;
  MeshCurve out = curve_through(curve, color);
  out.half_at_begin = out.half_at_end = static_cast<float>(width / 2);
  if (!dash.solid()) {
    // Two drawn stretches repeat: alike, or the second a dot.
    out.drawn = static_cast<float>(dash.lengths[0]);
    out.gap = static_cast<float>(dash.lengths[1]);
    out.dot = dash.lengths[2] <= 0 ? static_cast<float>(std::max(width, 1.3)) : 0;
  }
  mesh.most_bend = std::max({mesh.most_bend, length_of(curve[0] - curve[1] * 2 + curve[2]),
                             length_of(curve[1] - curve[2] * 2 + curve[3])});
  mesh.curves.push_back(out);
}

void add_arrow_head(Mesh& mesh, Point tip, Point direction, Color color, double length, double width) {
  if (color.a == 0 || length <= 0) return;
  const Point back = tip - direction * length;
  MeshCurve out =
      curve_through({back, back + (tip - back) * (1.0 / 3), back + (tip - back) * (2.0 / 3), tip}, color);
  out.half_at_begin = static_cast<float>(width / 2);
  mesh.curves.push_back(out);
}

void add_triangles(Mesh& mesh, const ImDrawList& list, int first_vertex, int first_index) {
  const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
  mesh.vertices.reserve(mesh.vertices.size() + static_cast<std::size_t>(list.VtxBuffer.Size - first_vertex));
  mesh.indices.reserve(mesh.indices.size() + static_cast<std::size_t>(list.IdxBuffer.Size - first_index));
  for (int i = first_vertex; i < list.VtxBuffer.Size; ++i) {
    const ImDrawVert& from = list.VtxBuffer[i];
    mesh.vertices.push_back({from.pos.x, from.pos.y, from.col});
  }
  for (int i = first_index; i < list.IdxBuffer.Size; ++i)
    mesh.indices.push_back(base + static_cast<std::uint32_t>(list.IdxBuffer[i]) -
                           static_cast<std::uint32_t>(first_vertex));
}

}  // namespace tp
