// Where do actors sit on the map? One deterministic stress layout of the whole story, independent of the date.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.hpp"

namespace tp {

struct GraphNode {
  Size size;                  ///< of mark and label together: what must not overlap, in layout px
  std::optional<Point> hint;  ///< kept as it is, in layout px
  std::uint32_t group = 0;    ///< 0: none; members of a group are drawn together
};

struct GraphEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

struct GraphLayoutRequest {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;  ///< loops and parallels are allowed and count once
  Size area{1000, 640};          ///< the layout is centred in it and scaled to fill it
  double ideal_edge_px = 140;
  std::uint64_t seed = 1;
  std::vector<Point> previous;  ///< starting positions by node (empty: from scratch)
};

struct GraphLayout {
  std::vector<Point> positions;  ///< centres, inside the area
  double stress = 0;             ///< normalised: weighted squared error of distances over pairs looked at
  std::uint32_t overlaps = 0;    ///< node boxes that still overlap
};

/// Stress by stochastic gradient descent (Zheng, Pawar & Goodman 2018), over all pairs for small graphs and over
/// pivots for large ones (Ortmann, Klimenta & Brandes 2017), then overlap removal. The same request gives the same
/// positions, natively and as WebAssembly: seeded, fixed steps, only + − × ÷ and sqrt.
GraphLayout lay_out_graph(const GraphLayoutRequest& request);

}  // namespace tp
