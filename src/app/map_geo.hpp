// Where on a geographic map does each actor stand? By its coordinates where it has some, else in rows below.
#pragma once

#include <vector>

#include "base/geometry.hpp"
#include "base/paced.hpp"
#include "story/model.hpp"

namespace tp {

/// The equirectangular projection with its standard parallel at the middle of the data: true distances along
/// that parallel and along every meridian, straight lines for both, and a plain product to compute. Over a
/// region it is as good as any for saying who is where; it is no world map.
struct GeoFrame {
  double px_per_lon = 1, px_per_lat = -1;
  double cut = -180;  ///< longitudes west of this one are counted on beyond 180
  Point origin;       ///< where longitude `cut` and latitude 0 lie

  double turned(double longitude) const { return longitude < cut ? longitude + 360 : longitude; }
  Point apply(GeoPoint p) const {
    return {origin.x + (turned(p.longitude) - cut) * px_per_lon, origin.y + p.latitude * px_per_lat};
  }
  friend bool operator==(const GeoFrame&, const GeoFrame&) = default;
};

struct GeoPlaces {
  GeoFrame frame;
  std::vector<Point> anchors;  ///< of each actor its true place; where it has none, its place in the rows
  std::vector<Point> places;   ///< where its mark stands, moved so that no two overlap
  double row_top = 0;          ///< the rows begin here
};

/// How much smaller marks are on the geographic map than in the network.
inline constexpr double kGeoMarkScale = 0.62;

/// Fits all actors into `area`: those with coordinates by the projection, which shows at least some degrees
/// around them; the others in the story's order in rows below, which take at most a third of the height.
/// Empty where no actor has coordinates. `radius`: of each mark in the network.
Paced<GeoPlaces> place_on_earth(const Story& story, const std::vector<double>& radius, Size area);

/// Cosine of an angle in degrees, |degrees| <= 90, to nine digits; by its series, so that every machine says
/// the same.
double cosine_of_degrees(double degrees);

}  // namespace tp
