// What draws what? One function for each thing on screen, one file for each function: scene in, pixels out.
#pragma once

#include <span>
#include <vector>

#include "app/borders.hpp"
#include "app/scene.hpp"
#include "view/theme.hpp"

namespace tp {

class Pen;
struct MeshCurve;

/// The whole picture from the bottom up. Decides nothing: what is where, and whether at all, stands in the
/// scene.
void draw_scene(Pen& pen, const Theme& theme, const Scene& scene, const Borders& borders = {});

void draw_map(Pen& pen, const Theme& theme, const MapScene& map, const Borders& borders);
/// Coasts and borders below the map, and where actors truly are.
void draw_ground(Pen& pen, const Theme& theme, const MapScene& map, const Borders& borders);
void draw_legend(Pen& pen, const Theme& theme, std::span<const LegendEntry> legend);
void draw_badge(Pen& pen, const Theme& theme, const EdgeBadge& badge);
void draw_edge(Pen& pen, const Theme& theme, const EdgeMark& edge);
/// The same for many edges: the line, and what lies at its end.
void add_edge(std::vector<MeshCurve>& lines, std::vector<MeshCurve>& heads, const Theme& theme,
              const EdgeMark& edge);
void draw_edge_head(Pen& pen, const Theme& theme, const EdgeMark& edge);
void draw_actor(Pen& pen, const Theme& theme, const NodeMark& node);
/// Its letters alone.
void draw_actor_letters(Pen& pen, const Theme& theme, const NodeMark& node);

void draw_timeline(Pen& pen, const Theme& theme, const TimelineScene& timeline);
void draw_bands(Pen& pen, const Theme& theme, const TimelineScene& timeline);
void draw_mark(Pen& pen, const Theme& theme, const EventMark& mark);
void draw_series(Pen& pen, const Theme& theme, const SeriesPlot& plot);
void draw_axis(Pen& pen, const Theme& theme, const TimelineScene& timeline);
void draw_overview(Pen& pen, const Theme& theme, const TimelineScene& timeline);

/// The compared dates, above everything of the timeline; the brushed range.
void draw_handles(Pen& pen, const Theme& theme, const HandleScene& handles, const TimelineScene& timeline);
void draw_brush(Pen& pen, const Theme& theme, const HandleScene& handles);

void draw_label(Pen& pen, const Theme& theme, const LabelBox& label, Color ground);
void draw_button(Pen& pen, const Theme& theme, const ButtonMark& button);
void draw_tooltip(Pen& pen, const Theme& theme, const Tooltip& tooltip);

/// How a mark's inside shows its status: full for a fact, empty for a claim, half for a dispute.
struct ShapeStyle {
  Color color;
  Color ground;  ///< what shows through an empty one
  Status status = Status::kFact;
  bool uncertain = false;  ///< hatched
};

/// An event's mark around `center`; `size` is the side of the box that it fills.
void draw_shape(Pen& pen, Shape shape, Point center, double size, const ShapeStyle& style);

}  // namespace tp
