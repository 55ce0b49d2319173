// Graphs of every kind that the tests of the map lay out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "layout/graph_layout.hpp"

namespace tp {

inline GraphLayoutRequest nodes_only(std::size_t count, Size box = {60, 30}) {
  GraphLayoutRequest request;
  request.nodes.assign(count, GraphNode{box, {}, 0});
  return request;
}

inline GraphLayoutRequest chain_graph(std::uint32_t count, Size box = {60, 30}) {
  GraphLayoutRequest request = nodes_only(count, box);
  for (std::uint32_t i = 0; i + 1 < count; ++i) request.edges.push_back({i, i + 1});
  return request;
}

inline GraphLayoutRequest star_graph(std::uint32_t count, Size box = {60, 30}) {
  GraphLayoutRequest request = nodes_only(count, box);
  for (std::uint32_t i = 1; i < count; ++i) request.edges.push_back({0, i});
  return request;
}

inline GraphLayoutRequest complete_graph(std::uint32_t count, Size box = {60, 30}) {
  GraphLayoutRequest request = nodes_only(count, box);
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t j = 0; j < i; ++j) request.edges.push_back({i, j});
  }
  return request;
}

/// A few hubs and many with few edges, like actors of a story: each new node prefers those with many edges
/// (Barabási & Albert 1999). Boxes vary as labels do.
inline GraphLayoutRequest story_like_graph(std::uint32_t count, std::uint32_t edges_each, std::uint64_t seed,
                                           double box_scale = 1) {
  Random random(seed);
  GraphLayoutRequest request;
  std::vector<std::uint32_t> ends{0};
  for (std::uint32_t i = 0; i < count; ++i) {
    request.nodes.push_back({{(40 + 70 * random.unit()) * box_scale, 40 * box_scale}, {}, 0});
    for (std::uint32_t k = 0; k < edges_each && i > 0; ++k) {
      const std::uint32_t to = ends[random.below(static_cast<std::uint32_t>(ends.size()))];
      request.edges.push_back({i, to});
      ends.push_back(to);
    }
    ends.push_back(i);
  }
  return request;
}

}  // namespace tp
