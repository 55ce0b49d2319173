// Which way does a relation run? Curves between marks: fans for parallels, loops, trimmed ends, arrow heads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace tp {

struct PathNode {
  Point center;
  double radius = 0;  ///< paths end on this circle
  friend bool operator==(const PathNode&, const PathNode&) = default;
};

struct PathEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool directed = true;
  double width_px = 1;
  friend bool operator==(const PathEdge&, const PathEdge&) = default;
};

struct EdgePathRequest {
  std::vector<PathNode> nodes;
  std::vector<PathEdge> edges;
  double fan_gap_px = 18;   ///< between the middles of parallel edges
  double end_gap_px = 2;    ///< between a mark and the end of a path
  bool avoid_nodes = true;  ///< bend around a mark that lies on the straight way
  friend bool operator==(const EdgePathRequest&, const EdgePathRequest&) = default;
};

/// A cubic Bézier curve with where its head goes.
struct EdgePath {
  std::array<Point, 4> curve;
  Point tip;  ///< where the arrow points, on the rim of `to`
  Point tip_direction;
  friend bool operator==(const EdgePath&, const EdgePath&) = default;
};

/// One path for each edge, in order. Parallels between two nodes fan symmetrically in the order given,
/// whatever their directions; the fan of an edge never depends on edges elsewhere.
std::vector<EdgePath> trace_edges(const EdgePathRequest& request);

/// The same paths for requests that follow one another: as long as nodes and gaps stay, only fans that are
/// not as they were are traced, and loops. O(n + m) for the rest.
class EdgePathKeeper {
 public:
  std::vector<EdgePath> trace(const EdgePathRequest& request);

 private:
  EdgePathRequest request_;  ///< the last one, its edges fan by fan
  std::vector<EdgePath> paths_;
};

/// The point at `t` (0 … 1) of a cubic Bézier.
Point bezier_at(const std::array<Point, 4>& curve, double t);
/// Least distance from `p` to the curve, in px, to within half a pixel.
double distance_to(const std::array<Point, 4>& curve, Point p);

}  // namespace tp
