// Which actors should be how far apart? Components, path lengths and the terms of stress of a relationship
// graph.
#pragma once

#include <cstdint>
#include <vector>

#include "base/paced.hpp"
#include "layout/graph_layout.hpp"

namespace tp {

/// An undirected graph without loops and parallels, its nodes those of the request and then one hub for each
/// group of two or more: a node without a box that holds the group together. Lengths are in steps of a
/// quarter of an ideal edge: 3 within a group, 6 between two groups, 4 otherwise, and longer where many edges
/// meet.
struct SimpleGraph {
  std::vector<std::uint32_t> first;  ///< where the links of node i begin; one more than there are nodes
  std::vector<std::uint32_t> neighbor;
  std::vector<std::uint32_t> steps;

  std::uint32_t node_count() const { return static_cast<std::uint32_t>(first.size() - 1); }
};

inline constexpr double kStepsPerEdge = 4;

SimpleGraph simplify(const GraphLayoutRequest& request);

/// The nodes of each connected part, ascending; parts by their least node.
std::vector<std::vector<std::uint32_t>> find_components(const SimpleGraph& graph);

/// How far `a` and `b` should be apart, in ideal edges, and how strongly each is held to it (0: not moved by
/// it).
struct StressTerm {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  float ideal = 1;
  float weight_a = 0;
  float weight_b = 0;
};

/// The terms of one component: all its pairs where it has at most `most_for_all_pairs` nodes, else its edges
/// and the pairs with some pivots, each weighted for the region that it stands for (Ortmann, Klimenta &
/// Brandes 2017).
Paced<std::vector<StressTerm>> list_terms(const SimpleGraph& graph,
                                          const std::vector<std::uint32_t>& component,
                                          std::size_t most_for_all_pairs);

}  // namespace tp
