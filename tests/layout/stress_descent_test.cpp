#include "layout/stress_descent.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "layout/graph_terms.hpp"

namespace tp {
namespace {

GraphLayoutRequest graph_of(std::size_t nodes, std::vector<GraphEdge> edges) {
  GraphLayoutRequest request;
  request.nodes.resize(nodes);
  request.edges = std::move(edges);
  return request;
}

std::vector<GraphEdge> ring(std::uint32_t count) {
  std::vector<GraphEdge> edges;
  for (std::uint32_t i = 0; i < count; ++i) edges.push_back({i, (i + 1) % count});
  return edges;
}

std::vector<GraphEdge> grid(std::uint32_t side) {
  std::vector<GraphEdge> edges;
  for (std::uint32_t y = 0; y < side; ++y) {
    for (std::uint32_t x = 0; x < side; ++x) {
      if (x + 1 < side) edges.push_back({y * side + x, y * side + x + 1});
      if (y + 1 < side) edges.push_back({y * side + x, (y + 1) * side + x});
    }
  }
  return edges;
}

double stress_after_descent(const GraphLayoutRequest& request, std::size_t most_for_all_pairs) {
  const SimpleGraph graph = simplify(request);
  const auto component = find_components(graph)[0];
  std::vector<StressTerm> terms = finish(list_terms(graph, component, most_for_all_pairs));
  Random random(1);
  std::vector<Point> positions(graph.node_count());
  for (Point& p : positions) p = {random.unit() * 10, random.unit() * 10};
  finish(descend(positions, std::vector<std::uint8_t>(positions.size(), 0), terms, full_schedule(terms),
                 random));
  return normalized_stress(positions, finish(list_terms(graph, component, 100'000)));
}

TEST(GraphTerms, CountParallelsOnceAndLoopsNever) {
  const SimpleGraph graph = simplify(graph_of(3, {{0, 1}, {1, 0}, {0, 1}, {2, 2}, {1, 2}, {7, 0}}));
  EXPECT_EQ(graph.neighbor, (std::vector<std::uint32_t>{1, 0, 2, 1}));
}

TEST(GraphTerms, FindComponentsByTheirLeastNode) {
  const SimpleGraph graph = simplify(graph_of(6, {{4, 1}, {5, 3}}));
  const auto parts = find_components(graph);
  EXPECT_EQ(parts, (std::vector<std::vector<std::uint32_t>>{{0}, {1, 4}, {2}, {3, 5}}));
}

TEST(GraphTerms, MeasureAllPairsByShortestPaths) {
  const SimpleGraph graph = simplify(graph_of(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}}));
  for (const StressTerm& term : finish(list_terms(graph, find_components(graph)[0], 10))) {
    const std::uint32_t around = (term.b - term.a + 5) % 5;
    EXPECT_EQ(term.ideal, static_cast<float>(std::min(around, 5 - around)));
    EXPECT_EQ(term.weight_a, 1 / (term.ideal * term.ideal));
  }
}

TEST(GraphTerms, HoldAGroupTogetherByAHub) {
  GraphLayoutRequest request = graph_of(4, {{0, 1}, {2, 3}});
  request.nodes[1].group = request.nodes[2].group = 3;
  const SimpleGraph graph = simplify(request);
  EXPECT_EQ(graph.node_count(), 5u);
  EXPECT_EQ(find_components(graph).size(), 1u);
}

TEST(StressDescent, ReachesNoStressWhereThereIsAPictureWithoutAny) {
  std::vector<GraphEdge> chain;
  for (std::uint32_t i = 0; i + 1 < 40; ++i) chain.push_back({i, i + 1});
  EXPECT_LT(stress_after_descent(graph_of(40, chain), 1000), 1e-4);
}

TEST(StressDescent, UnfoldsRingsAndGrids) {
  // The least stress of a ring on a circle, and of a square grid, is known from their symmetry.
  EXPECT_LT(stress_after_descent(graph_of(60, ring(60)), 1000), 0.032);
  EXPECT_LT(stress_after_descent(graph_of(400, grid(20)), 1000), 0.035);
}

TEST(StressDescent, WithPivotsComesNearToAllPairs) {
  const GraphLayoutRequest request = graph_of(900, grid(30));
  EXPECT_LT(stress_after_descent(request, 10), stress_after_descent(request, 1000) * 1.05);
}

TEST(StressDescent, KeepsWhatIsFixed) {
  const GraphLayoutRequest request = graph_of(12, ring(12));
  const SimpleGraph graph = simplify(request);
  std::vector<StressTerm> terms = finish(list_terms(graph, find_components(graph)[0], 100));
  std::vector<Point> positions(12);
  positions[3] = {5, 5};
  positions[9] = {-5, 1};
  std::vector<std::uint8_t> fixed(12, 0);
  fixed[3] = fixed[9] = 1;
  Random random(1);
  finish(descend(positions, fixed, terms, full_schedule(terms), random));
  EXPECT_EQ(positions[3], (Point{5, 5}));
  EXPECT_EQ(positions[9], (Point{-5, 1}));
  EXPECT_NE(positions[4], Point{});
}

TEST(StressDescent, PartsNodesThatStartAtOnePlace) {
  const GraphLayoutRequest request = graph_of(30, ring(30));
  const SimpleGraph graph = simplify(request);
  std::vector<StressTerm> terms = finish(list_terms(graph, find_components(graph)[0], 100));
  std::vector<Point> positions(30, Point{1, 1});
  Random random(4);
  finish(descend(positions, std::vector<std::uint8_t>(30, 0), terms, full_schedule(terms), random));
  EXPECT_LT(normalized_stress(positions, terms), 0.04);
}

TEST(Stress, DoesNotDependOnScale) {
  const GraphLayoutRequest request = graph_of(9, ring(9));
  const SimpleGraph graph = simplify(request);
  const auto terms = finish(list_terms(graph, find_components(graph)[0], 100));
  std::vector<Point> positions;
  Random random(2);
  for (int i = 0; i < 9; ++i) positions.push_back({random.unit(), random.unit()});
  const double stress = normalized_stress(positions, terms);
  for (Point& p : positions) p = p * 137;
  EXPECT_NEAR(normalized_stress(positions, terms), stress, 1e-12);
  EXPECT_EQ(normalized_stress(std::vector<Point>(9), terms), 1);
  EXPECT_EQ(normalized_stress({}, {}), 0);
}

}  // namespace
}  // namespace tp
