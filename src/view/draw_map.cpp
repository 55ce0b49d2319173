#include <imgui.h>

#include <array>

#include "view/draw.hpp"
#include "view/mesh.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

// What steps back is drawn first, so that it never covers what the reader looks at.
constexpr std::array<Emphasis, 4> kOrder{Emphasis::kDimmed, Emphasis::kNormal, Emphasis::kRelated,
                                         Emphasis::kSelected};
constexpr std::size_t kManyEdges = 400;  // fewer are drawn afresh in a fraction of a millisecond

// Draws with the pen into the frame's list and moves the result into the mesh.
template <class Draw>
void record(Pen& pen, Mesh& mesh, Draw draw) {
  ImDrawList& list = pen.list();
  const int vertices = list.VtxBuffer.Size, indices = list.IdxBuffer.Size;
  const unsigned next = list._VtxCurrentIdx;
  const unsigned elements = list.CmdBuffer.back().ElemCount;
  draw();
  add_triangles(mesh, list, vertices, indices);
  list.VtxBuffer.resize(vertices);
  list.IdxBuffer.resize(indices);
  list._VtxWritePtr = list.VtxBuffer.Data + vertices;
  list._IdxWritePtr = list.IdxBuffer.Data + indices;
  list._VtxCurrentIdx = next;
  list.CmdBuffer.back().ElemCount = elements;
}

// All lines, then their heads, then actors without their letters.
void make_mesh(Pen& pen, const Theme& theme, const MapScene& map, Mesh& mesh) {
  for (Emphasis emphasis : kOrder)
    for (const EdgeMark& edge : map.edges)
      if (edge.emphasis == emphasis) add_edge(mesh, theme, edge, pen.density());
  record(pen, mesh, [&] {
    for (const EdgeMark& edge : map.edges) draw_edge_head(pen, theme, edge);
  });
  pen.set_silent(true);
  record(pen, mesh, [&] {
    for (Emphasis emphasis : kOrder)
      for (const NodeMark& node : map.nodes)
        if (node.emphasis == emphasis) draw_actor(pen, theme, node);
  });
  pen.set_silent(false);
}

MeshKeeper::Key key_of(const Pen& pen, const Theme& theme, const MapScene& map) {
  return {map.generation, pen.density(), theme.dark, theme.accent, theme.ink, theme.paper};
}

void draw_from_mesh(Pen& pen, const Theme& theme, const MapScene& map, Point offset) {
  MeshKeeper& keeper = *pen.meshes();
  const MeshKeeper::Key key = key_of(pen, theme, map);
  if (!keeper.holds(key)) {
    Mesh mesh;
    make_mesh(pen, theme, map, mesh);
    keeper.keep(key, mesh);
  }
  keeper.show(pen.list(), offset);
  const Rect seen = map.area.moved(-offset.x, -offset.y);
  for (const NodeMark& node : map.nodes)
    if (seen.grown(node.radius).contains(node.center)) draw_actor_letters(pen, theme, node, offset);
}

void draw_each(Pen& pen, const Theme& theme, const MapScene& map, Point offset) {
  for (Emphasis emphasis : kOrder)
    for (const EdgeMark& edge : map.edges) {
      if (edge.emphasis != emphasis) continue;
      if (offset == Point{}) {
        draw_edge(pen, theme, edge);
        continue;
      }
      EdgeMark moved = edge;
      for (Point& p : moved.curve) p = p + offset;
      moved.tip = moved.tip + offset;
      draw_edge(pen, theme, moved);
    }
  for (Emphasis emphasis : kOrder)
    for (const NodeMark& node : map.nodes) {
      if (node.emphasis != emphasis) continue;
      NodeMark moved = node;
      moved.center = moved.center + offset;
      draw_actor(pen, theme, moved);
    }
}

}  // namespace

void draw_map(Pen& pen, const Theme& theme, const MapScene& map) {
  if (map.area.empty()) return;
  pen.push_clip(map.area);
  const bool many = map.edges.size() + map.nodes.size() >= kManyEdges;
  if (pen.meshes() && many) {
    // On whole device pixels, so that what was put onto them stays there.
    draw_from_mesh(pen, theme, map, {pen.snap(map.offset.x), pen.snap(map.offset.y)});
  } else {
    draw_each(pen, theme, map, map.offset);
  }
  for (LabelBox label : map.labels) {
    label.rect = label.rect.moved(map.offset.x, map.offset.y);
    if (label.rect.overlaps(map.area)) draw_label(pen, theme, label, theme.paper);
  }
  if (!(map.offset == Point{}) && !map.as_of.text.empty()) {
    // What was panned below the heading must not be read with it.
    const LabelBox& last = map.counts.text.empty() ? map.as_of_date : map.counts;
    const Rect plate{map.as_of.rect.x, map.as_of.rect.y, last.rect.right() - map.as_of.rect.x,
                     map.as_of.rect.height};
    pen.fill(plate.grown(5), theme.paper.faded(0.9), 6);
  }
  for (const LabelBox* label : {&map.as_of, &map.as_of_date, &map.counts})
    draw_label(pen, theme, *label, theme.paper);
  draw_legend(pen, theme, map.legend);
  pen.pop_clip();
}

}  // namespace tp
