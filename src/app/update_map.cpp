// How does the map zoom and move?
#include <algorithm>
#include <cmath>

#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kLeastZoom = 0.6;
constexpr double kMostZoom = 12;

}  // namespace

void update_map(State& state, const Action& action) {
  const Rect& area = state.panes.map;
  MapWindow& map = state.map;
  if (const auto* pan = std::get_if<PanMap>(&action)) {
    map.pan = map.pan + pan->by;
  } else if (const auto* zoom = std::get_if<ZoomMap>(&action)) {
    if (!(zoom->factor > 0) || !std::isfinite(zoom->factor)) return;
    const double next = std::clamp(map.zoom * zoom->factor, kLeastZoom, kMostZoom);
    const Point from_middle = zoom->at - area.center();
    map.pan = from_middle - (from_middle - map.pan) * (next / map.zoom);
    map.zoom = next;
  } else if (std::holds_alternative<FitMap>(action)) {
    map = {};
  } else {
    return;
  }
  // Half of the pane stays in reach.
  const double reach_x = area.width * map.zoom / 2;
  const double reach_y = area.height * map.zoom / 2;
  map.pan = {std::clamp(map.pan.x, -reach_x, reach_x), std::clamp(map.pan.y, -reach_y, reach_y)};
}

}  // namespace tp
