#include <cmath>
#include <vector>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kLeastStep = 1.2;  // px between two points of a line that are drawn
constexpr double kDot = 2;

bool is_in_view(const BorderLine& line, const GeoFrame& frame, const Rect& area) {
  const Point a = frame.apply({line.low.longitude, line.high.latitude});
  const Point b = frame.apply({line.high.longitude, line.low.latitude});
  return b.x >= area.x && a.x <= area.right() && b.y >= area.y && a.y <= area.bottom();
}

void draw_line(Pen& pen, const BorderLine& line, const GeoFrame& frame, Color color, double width) {
  std::vector<Point> run;
  const double turn = std::abs(frame.px_per_lon) * 180;
  for (const GeoPoint& p : line.points) {
    const Point at = frame.apply(p);
    if (!run.empty() && std::abs(at.x - run.back().x) > turn) {
      // Cut open here: it goes on at the other edge of the map.
      if (run.size() > 1) pen.polyline(run, color, width);
      run.clear();
    }
    const bool far =
        run.empty() || std::abs(at.x - run.back().x) + std::abs(at.y - run.back().y) > kLeastStep;
    if (far || &p == &line.points.back()) run.push_back(at);
  }
  if (run.size() > 1) pen.polyline(run, color, width);
}

}  // namespace

void draw_ground(Pen& pen, const Theme& theme, const MapScene& map, const Borders& borders) {
  const GeoScene& geo = map.geo;
  if (geo.opacity <= 0) return;
  for (const BorderLine& line : borders.lines) {
    if (!is_in_view(line, geo.frame, map.area)) continue;
    const Color color = line.coast ? theme.tick : theme.line;
    draw_line(pen, line, geo.frame, color.faded(geo.opacity), line.coast ? 1.1 : 0.9);
  }
  for (const GeoAnchor& anchor : geo.anchors) {
    pen.line(anchor.at, anchor.mark, theme.muted.faded(0.6), 0.9);
    pen.disc(anchor.at, kDot, theme.muted);
  }
}

}  // namespace tp
