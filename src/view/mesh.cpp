#include "view/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "view/to_imgui.hpp"

namespace tp {

namespace {

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

void add_curve(std::vector<MeshCurve>& curves, const std::array<Point, 4>& curve, Color color, double width,
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
  curves.push_back(out);
}

void add_arrow_head(std::vector<MeshCurve>& curves, Point tip, Point direction, Color color, double length,
                    double width) {
  if (color.a == 0 || length <= 0) return;
  const Point back = tip - direction * length;
  MeshCurve out =
      curve_through({back, back + (tip - back) * (1.0 / 3), back + (tip - back) * (2.0 / 3), tip}, color);
  out.half_at_begin = static_cast<float>(width / 2);
  curves.push_back(out);
}

double most_bend(const std::vector<MeshCurve>& curves) {
  float most = 0;  // squared
  for (const MeshCurve& curve : curves) {
    const std::array<float, 8>& p = curve.places;
    for (std::size_t i = 0; i < 4; i += 2) {
      const float x = p[i] - 2 * p[i + 2] + p[i + 4], y = p[i + 1] - 2 * p[i + 3] + p[i + 5];
      most = std::max(most, x * x + y * y);
    }
  }
  return std::sqrt(static_cast<double>(most));
}

void add_triangles(Mesh& mesh, const ImDrawList& list, int first_vertex, int first_index) {
  const auto base =
      static_cast<std::uint32_t>(mesh.vertices.size()) - static_cast<std::uint32_t>(first_vertex);
  const std::size_t first = mesh.indices.size();
  const std::span<const ImDrawVert> from(list.VtxBuffer.Data + first_vertex,
                                         list.VtxBuffer.Data + list.VtxBuffer.Size);
  const std::span<const ImDrawIdx> order(list.IdxBuffer.Data + first_index,
                                         list.IdxBuffer.Data + list.IdxBuffer.Size);
  mesh.vertices.resize(mesh.vertices.size() + from.size());
  MeshVertex* vertex = mesh.vertices.data() + mesh.vertices.size() - from.size();
  for (const ImDrawVert& one : from) *vertex++ = {one.pos.x, one.pos.y, one.col};
  mesh.indices.resize(first + order.size());
  std::uint32_t* index = mesh.indices.data() + first;
  for (const ImDrawIdx one : order) *index++ = base + one;
}

}  // namespace tp
