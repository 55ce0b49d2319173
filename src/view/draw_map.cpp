#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "view/draw.hpp"
#include "view/mesh.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

// What steps back is drawn first, so that it never covers what the reader looks at.
constexpr std::array<Emphasis, 4> kOrder{Emphasis::kDimmed, Emphasis::kNormal, Emphasis::kRelated,
                                         Emphasis::kSelected};

constexpr std::size_t kManyMarks = 400;  // fewer are drawn afresh in a fraction of a millisecond

// The marks of each emphasis in the order of drawing, each in the order given.
template <class Mark>
std::array<std::vector<std::uint32_t>, kOrder.size()> by_emphasis(const std::vector<Mark>& marks) {
  std::array<std::vector<std::uint32_t>, kOrder.size()> levels;
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    const auto level = std::find(kOrder.begin(), kOrder.end(), marks[i].emphasis) - kOrder.begin();
    levels[static_cast<std::size_t>(level)].push_back(i);
  }
  return levels;
}

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
Mesh mesh_of(Pen& pen, const Theme& theme, const MapScene& map) {
  Mesh mesh;
  std::vector<MeshCurve> heads;
  mesh.curves.reserve(2 * map.edges.size());  // a line and its head
  heads.reserve(map.edges.size());
  for (const auto& level : by_emphasis(map.edges))
    for (const std::uint32_t i : level) add_edge(mesh.curves, heads, theme, map.edges[i]);
  mesh.curves.insert(mesh.curves.end(), heads.begin(), heads.end());
  pen.set_silent(true);
  record(pen, mesh, [&] {
    for (const auto& level : by_emphasis(map.nodes))
      for (const std::uint32_t i : level) draw_actor(pen, theme, map.nodes[i]);
  });
  pen.set_silent(false);
  return mesh;
}

void draw_kept(Pen& pen, MeshKeeper& keeper, const Theme& theme, const MapScene& map) {
  const MeshKeeper::Key key{map.generation, pen.density(), theme.dark, theme.accent, theme.ink, theme.paper};
  if (!keeper.holds(key)) keeper.keep(key, mesh_of(pen, theme, *map.whole));
  // By whole device pixels, so that what was put onto them stays there.
  keeper.show(pen.list(), {pen.snap(map.offset.x), pen.snap(map.offset.y)});
  for (const EdgeMark& edge : map.edges)
    if (edge.hovered) draw_edge(pen, theme, edge);
  for (const NodeMark& node : map.nodes) {
    if (node.hovered) {
      draw_actor(pen, theme, node);
    } else {
      draw_actor_letters(pen, theme, node);
    }
  }
}

void draw_each(Pen& pen, const Theme& theme, const MapScene& map) {
  for (Emphasis emphasis : kOrder)
    for (const EdgeMark& edge : map.edges)
      if (edge.emphasis == emphasis) draw_edge(pen, theme, edge);
  for (Emphasis emphasis : kOrder)
    for (const NodeMark& node : map.nodes)
      if (node.emphasis == emphasis) draw_actor(pen, theme, node);
}

// What changes with every frame is not worth keeping.
bool is_worth_keeping(const MapScene& map) {
  return map.whole && !map.moving && map.whole->edges.size() + map.whole->nodes.size() >= kManyMarks;
}

}  // namespace

void draw_arranging(Pen& pen, const Theme& theme, const ArrangingScene& arranging) {
  if (arranging.words.text.empty()) return;
  draw_label(pen, theme, arranging.words, theme.paper);
  const Rect& bar = arranging.bar;
  pen.fill(bar, theme.line, bar.height / 2);
  const double done = std::max(bar.height, bar.width * arranging.progress);
  pen.fill({bar.x, bar.y, done, bar.height}, theme.accent, bar.height / 2);
}

void draw_map(Pen& pen, const Theme& theme, const MapScene& map, const Borders& borders) {
  if (map.area.empty()) return;
  pen.push_clip(map.area);
  draw_ground(pen, theme, map, borders);
  draw_arranging(pen, theme, map.arranging);
  if (pen.meshes() && is_worth_keeping(map)) {
    draw_kept(pen, *pen.meshes(), theme, map);
  } else {
    draw_each(pen, theme, map);
  }
  for (const EdgeBadge& badge : map.badges) draw_badge(pen, theme, badge);
  for (const LabelBox& label : map.labels) draw_label(pen, theme, label, theme.paper);
  for (const LabelBox* label : {&map.as_of, &map.as_of_date, &map.counts})
    draw_label(pen, theme, *label, theme.paper);
  if (map.geo.opacity > 0) draw_label(pen, theme, map.geo.note, theme.paper);
  draw_legend(pen, theme, map.legend);
  pen.pop_clip();
}

}  // namespace tp
