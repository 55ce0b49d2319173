#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "layout/graph_layout.hpp"
#include "sample_graphs.hpp"

namespace tp {
namespace {

double distance(Point a, Point b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

double median_movement(const std::vector<Point>& before, const std::vector<Point>& after) {
  std::vector<double> moved;
  for (std::size_t i = 0; i < before.size(); ++i) moved.push_back(distance(before[i], after[i]));
  std::nth_element(moved.begin(), moved.begin() + static_cast<std::ptrdiff_t>(moved.size() / 2), moved.end());
  return moved[moved.size() / 2];
}

double most_movement(const std::vector<Point>& before, const std::vector<Point>& after) {
  double most = 0;
  for (std::size_t i = 0; i < before.size(); ++i) most = std::max(most, distance(before[i], after[i]));
  return most;
}

TEST(GraphStability, HardlyMovesOthersWhenAnActorIsAdded) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    GraphLayoutRequest request = story_like_graph(40, 2, seed, 0.7);
    const GraphLayout before = finish(lay_out_graph(request));
    request.previous = before.positions;
    request.nodes.push_back({{60, 28}, {}, 0});
    request.edges.push_back({40, 3});
    request.edges.push_back({40, 8});
    const GraphLayout after = finish(lay_out_graph(request));
    EXPECT_EQ(after.overlaps, 0u);
    EXPECT_LT(median_movement(before.positions, after.positions), 10) << "seed " << seed;
    EXPECT_LT(most_movement(before.positions, after.positions), 120) << "seed " << seed;
    const double nearest = std::min(distance(after.positions[40], after.positions[3]),
                                    distance(after.positions[40], after.positions[8]));
    EXPECT_LT(nearest, 400) << "the new one is near its neighbours";
  }
}

TEST(GraphStability, HardlyMovesAnythingWhenNothingChanged) {
  GraphLayoutRequest request = story_like_graph(40, 2, 3, 0.7);
  const GraphLayout before = finish(lay_out_graph(request));
  request.previous = before.positions;
  EXPECT_LT(median_movement(before.positions, finish(lay_out_graph(request)).positions), 10);
}

TEST(GraphStability, FindsRoomForAnUnconnectedActor) {
  GraphLayoutRequest request = story_like_graph(30, 2, 5, 0.7);
  const GraphLayout before = finish(lay_out_graph(request));
  request.previous = before.positions;
  request.nodes.push_back({{60, 28}, {}, 0});
  const GraphLayout after = finish(lay_out_graph(request));
  EXPECT_EQ(after.overlaps, 0u);
  EXPECT_LT(median_movement(before.positions, after.positions), 10);
}

TEST(GraphStability, TakesAnActorInTheMiddleOfTheListAsNew) {
  GraphLayoutRequest request = story_like_graph(30, 2, 5, 0.7);
  const GraphLayout before = finish(lay_out_graph(request));
  request.previous = before.positions;
  request.previous[12] = kNowhere;
  EXPECT_EQ(request, GraphLayoutRequest(request)) << "as a cache key it equals itself";
  std::vector<Point> others = before.positions;
  std::vector<Point> after = finish(lay_out_graph(request)).positions;
  others.erase(others.begin() + 12);
  after.erase(after.begin() + 12);
  EXPECT_LT(median_movement(others, after), 10);
}

TEST(GraphStability, HintsWinOverPreviousPositions) {
  GraphLayoutRequest request = story_like_graph(20, 2, 5, 0.7);
  request.previous = finish(lay_out_graph(request)).positions;
  request.nodes[4].hint = Point{77, 88};
  EXPECT_EQ(finish(lay_out_graph(request)).positions[4], (Point{77, 88}));
}

TEST(GraphStability, PartsActorsThatAllWereAtOnePoint) {
  GraphLayoutRequest request = story_like_graph(40, 2, 5, 0.7);
  request.previous.assign(40, Point{500, 320});
  const GraphLayout layout = finish(lay_out_graph(request));
  EXPECT_EQ(layout.overlaps, 0u);
}

TEST(GraphStability, BringsPositionsOutsideTheAreaInside) {
  GraphLayoutRequest request = chain_graph(12);
  for (int i = 0; i < 12; ++i) request.previous.push_back({-500.0 + i * 400, 2000});
  const GraphLayout layout = finish(lay_out_graph(request));
  EXPECT_EQ(layout.overlaps, 0u);
  for (const Point p : layout.positions) {
    EXPECT_TRUE(p.x >= 0 && p.x <= request.area.width && p.y >= 0 && p.y <= request.area.height);
  }
}

}  // namespace
}  // namespace tp
