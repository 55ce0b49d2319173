// Where do actors sit on the map? One deterministic stress layout of the whole story, independent of the
// date.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/geometry.hpp"
#include "base/paced.hpp"

namespace tp {

/// No position: not finite, yet equal to itself, so that requests compare.
inline constexpr Point kNowhere{std::numeric_limits<double>::infinity(),
                                std::numeric_limits<double>::infinity()};

struct GraphNode {
  Size size;                  ///< of mark and label together: what must not overlap, in layout px
  std::optional<Point> hint;  ///< kept as it is, in layout px
  std::uint32_t group = 0;    ///< 0: none; members of a group are drawn together
  friend bool operator==(const GraphNode&, const GraphNode&) = default;
};

struct GraphEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  friend bool operator==(const GraphEdge&, const GraphEdge&) = default;
};

struct GraphLayoutRequest {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;  ///< loops and parallels are allowed and count once
  Size area{1000, 640};          ///< the layout is centred in it and scaled to fill it
  double ideal_edge_px = 140;
  std::uint64_t seed = 1;
  /// Where nodes were before, in layout px, by node; nodes beyond its end and those at `kNowhere` are new.
  /// The old ones then hardly move and the picture is not scaled.
  std::vector<Point> previous;
  bool asks_stress = true;  ///< false: whoever asks has no use for the number, which takes a while
  friend bool operator==(const GraphLayoutRequest&, const GraphLayoutRequest&) = default;
};

struct GraphLayout {
  std::vector<Point> positions;  ///< centres; the boxes lie inside the area, but for hints
  double stress = 0;  ///< 0 … 1: weighted squared error of distances over the pairs looked at, at best scale;
                      ///< 0 where it was not asked for
  std::uint32_t overlaps = 0;  ///< node boxes that still overlap another
  friend bool operator==(const GraphLayout&, const GraphLayout&) = default;
};

/// Stress by stochastic gradient descent (Zheng, Pawar & Goodman 2018), over all pairs for small graphs and
/// over pivots for large ones (Ortmann, Klimenta & Brandes 2017), then the disconnected parts packed, the
/// whole fitted to the area and overlaps removed. The same request gives the same positions, natively and as
/// WebAssembly: seeded, fixed steps, only + − × ÷ and sqrt. Edges to nodes that do not exist are ignored.
/// A unit of work is about a term met: 5 to 10 ns on a desktop.
Paced<GraphLayout> lay_out_graph(const GraphLayoutRequest& request);

/// About how many units of work that takes, more than 0: for saying how far it has come.
std::int64_t expected_work(const GraphLayoutRequest& request);

}  // namespace tp
