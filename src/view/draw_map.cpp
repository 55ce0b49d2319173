#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

// What steps back is drawn first, so that it never covers what the reader looks at.
constexpr std::array<Emphasis, 4> kOrder{Emphasis::kDimmed, Emphasis::kNormal, Emphasis::kRelated,
                                         Emphasis::kSelected};

}  // namespace

void draw_map(Pen& pen, const Theme& theme, const MapScene& map, const Borders& borders) {
  if (map.area.empty()) return;
  pen.push_clip(map.area);
  draw_ground(pen, theme, map, borders);
  for (Emphasis emphasis : kOrder)
    for (const EdgeMark& edge : map.edges)
      if (edge.emphasis == emphasis) draw_edge(pen, theme, edge);
  for (Emphasis emphasis : kOrder)
    for (const NodeMark& node : map.nodes)
      if (node.emphasis == emphasis) draw_actor(pen, theme, node);
  for (const EdgeBadge& badge : map.badges) draw_badge(pen, theme, badge);
  for (const LabelBox& label : map.labels) draw_label(pen, theme, label, theme.paper);
  for (const LabelBox* label : {&map.as_of, &map.as_of_date, &map.counts})
    draw_label(pen, theme, *label, theme.paper);
  if (map.geo.opacity > 0) draw_label(pen, theme, map.geo.note, theme.paper);
  draw_legend(pen, theme, map.legend);
  pen.pop_clip();
}

}  // namespace tp
