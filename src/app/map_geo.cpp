#include "app/map_geo.hpp"

#include <algorithm>
#include <cmath>

#include "layout/overlap_removal.hpp"

namespace tp {

namespace {

constexpr double kLeastDegrees = 4;  // of latitude that are shown around what is at one place
constexpr double kMargin = 0.06;     // of the area around the outermost actors
constexpr double kMarkRoom = 5;      // px between two marks
constexpr double kRowHeight = 40;    // px of a row of actors without coordinates
constexpr double kCellWidth = 92;
constexpr double kMostRowShare = 0.34;  // of the area's height

// The longitude behind the widest stretch without actors: the map is cut open there.
double widest_gap_end(std::vector<double> longitudes) {
  // Few actors: a plain insertion keeps one more sort out of the program.
  for (std::size_t i = 1; i < longitudes.size(); ++i)
    for (std::size_t j = i; j > 0 && longitudes[j] < longitudes[j - 1]; --j)
      std::swap(longitudes[j], longitudes[j - 1]);
  double cut = longitudes.front();
  double widest = longitudes.front() + 360 - longitudes.back();
  for (std::size_t i = 1; i < longitudes.size(); ++i) {
    const double gap = longitudes[i] - longitudes[i - 1];
    if (gap > widest) widest = gap, cut = longitudes[i];
  }
  return cut;
}

struct Extent {
  double low = 1e300, high = -1e300;
  void add(double x) { low = std::min(low, x), high = std::max(high, x); }
  double middle() const { return (low + high) / 2; }
  double length() const { return high - low; }
};

GeoFrame fit(const std::vector<GeoPoint>& points, const Rect& area) {
  GeoFrame frame;
  std::vector<double> longitudes;
  for (const GeoPoint& p : points) longitudes.push_back(p.longitude);
  const double cut = widest_gap_end(longitudes);
  frame.cut = cut;
  Extent lon, lat;
  for (const GeoPoint& p : points) lon.add(frame.turned(p.longitude)), lat.add(p.latitude);
  const double squeeze = std::max(0.1, cosine_of_degrees(lat.middle()));
  const double width = std::max(lon.length() * squeeze, kLeastDegrees);
  const double height = std::max(lat.length(), kLeastDegrees);
  const double scale =
      std::min(area.width * (1 - 2 * kMargin) / width, area.height * (1 - 2 * kMargin) / height);
  frame.px_per_lon = scale * squeeze;
  frame.px_per_lat = -scale;
  // Ground to the west of the cut belongs to the picture too: half of what is not shown lies on either side.
  frame.cut = cut - (360 - lon.length()) / 2;
  if (frame.cut < -180) frame.cut += 360;
  const Point middle = area.center();
  frame.origin = {0, 0};
  const Point shown = frame.apply({lon.middle() > 180 ? lon.middle() - 360 : lon.middle(), lat.middle()});
  frame.origin = middle - shown;
  return frame;
}

// As many as have room for their names, or more where the rows would else be so low that marks overlap.
std::size_t actors_in_a_row(std::size_t count, double mark, Size area) {
  auto per_row = static_cast<std::size_t>(std::max(1.0, area.width / kCellWidth));
  const auto height = [&] {
    return area.height * kMostRowShare / static_cast<double>((count + per_row - 1) / per_row);
  };
  while (per_row < count && height() < mark && area.width / static_cast<double>(per_row + 1) >= mark)
    ++per_row;
  return per_row;
}

}  // namespace

double cosine_of_degrees(double degrees) {
  const double x = degrees * 0.017453292519943295;
  const double xx = x * x;
  double term = 1, sum = 1;
  for (int n = 1; n <= 9; ++n) {
    term = term * -xx / static_cast<double>((2 * n - 1) * (2 * n));
    sum = sum + term;
  }
  return sum;
}

Paced<GeoPlaces> place_on_earth(const Story& story, const std::vector<double>& radius, Size area) {
  GeoPlaces out;
  std::vector<GeoPoint> points;
  std::size_t without = 0;
  for (const Actor& actor : story.actors) {
    if (actor.geo) points.push_back(*actor.geo);
    without += !actor.geo;
  }
  if (points.empty()) co_return out;
  const double mark = 2 * *std::max_element(radius.begin(), radius.end()) * kGeoMarkScale;
  const std::size_t per_row = actors_in_a_row(without, mark, area);
  const double rows = static_cast<double>((without + per_row - 1) / per_row);
  const double row_height = rows > 0 ? std::min(kRowHeight, area.height * kMostRowShare / rows) : 0;
  out.row_top = area.height - rows * row_height;
  out.frame = fit(points, {0, 0, area.width, std::max(1.0, out.row_top - 8)});

  BoxSet boxes;
  std::size_t in_row = 0;
  for (std::size_t i = 0; i < story.actors.size(); ++i) {
    const Actor& actor = story.actors[i];
    const double side = 2 * radius[i] * kGeoMarkScale + kMarkRoom;
    Point at;
    if (actor.geo) {
      at = out.frame.apply(*actor.geo);
    } else {
      const double cell = area.width / static_cast<double>(per_row);
      at = {cell * (static_cast<double>(in_row % per_row) + 0.5),
            out.row_top + row_height * (static_cast<double>(in_row / per_row) + 0.5)};
      ++in_row;
    }
    out.anchors.push_back(at);
    boxes.centers.push_back(at);
    boxes.sizes.push_back({side, side});
    boxes.fixed.push_back(actor.geo ? 0 : 1);
  }
  const Rect above_rows{0, 0, area.width, std::max(1.0, out.row_top - 8)};
  co_await remove_overlaps(boxes, above_rows);
  out.places = std::move(boxes.centers);
  co_return out;
}

}  // namespace tp
