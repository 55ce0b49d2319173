#include "layout/edge_paths.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace tp {
namespace {

double length(Point p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}
double cross(Point a, Point b) {
  return a.x * b.y - a.y * b.x;
}

bool is_finite(Point p) {
  return std::isfinite(p.x) && std::isfinite(p.y);
}

Point middle_of(const EdgePath& path) {
  return bezier_at(path.curve, 0.5);
}
/// Unit vector of travel there.
Point direction_of(const EdgePath& path) {
  const std::array<Point, 4>& c = path.curve;
  const Point way = (c[3] - c[0]) + (c[2] - c[1]);
  return way * (1 / length(way));
}

void expect_finite(const EdgePath& path) {
  for (const Point p : path.curve) ASSERT_TRUE(is_finite(p));
  ASSERT_TRUE(is_finite(path.tip));
  ASSERT_NEAR(length(path.tip_direction), 1, 1e-9);
}

/// How far the middle of a path is from the straight line, to the side of `normal`.
double aside(const EdgePath& path, Point on_line, Point normal) {
  const Point off = middle_of(path) - on_line;
  return off.x * normal.x + off.y * normal.y;
}

EdgePathRequest pair_of_marks(std::vector<PathEdge> edges) {
  EdgePathRequest request;
  request.nodes = {{{0, 0}, 12}, {{300, 0}, 20}};
  request.edges = std::move(edges);
  return request;
}

TEST(EdgePaths, ASingleEdgeIsStraightAndEndsAtTheRims) {
  const auto paths = trace_edges(pair_of_marks({{0, 1}}));
  const EdgePath& path = paths[0];
  for (const Point p : path.curve) EXPECT_NEAR(p.y, 0, 1e-9);
  EXPECT_NEAR(path.curve[0].x, 14, 1e-9);
  EXPECT_NEAR(path.curve[3].x, 278, 1e-9);
  EXPECT_NEAR(path.tip.x, 280, 1e-9);
  EXPECT_NEAR(path.tip_direction.x, 1, 1e-9);
  EXPECT_NEAR(direction_of(path).x, 1, 1e-9);
}

TEST(EdgePaths, RunFromTheirFromToTheirTo) {
  const auto paths = trace_edges(pair_of_marks({{1, 0}}));
  EXPECT_NEAR(paths[0].curve[0].x, 278, 1e-9);
  EXPECT_NEAR(paths[0].tip.x, 12, 1e-9);
  EXPECT_NEAR(paths[0].tip_direction.x, -1, 1e-9);
  EXPECT_NEAR(direction_of(paths[0]).x, -1, 1e-9);
}

TEST(EdgePaths, ParallelsFanSymmetricallyWhateverTheirDirections) {
  for (std::size_t count = 2; count <= 7; ++count) {
    std::vector<PathEdge> edges;
    for (std::uint32_t i = 0; i < count; ++i) edges.push_back(i % 2 == 0 ? PathEdge{0, 1} : PathEdge{1, 0});
    const auto paths = trace_edges(pair_of_marks(edges));
    for (std::size_t i = 0; i < count; ++i) {
      const double expected = (static_cast<double>(i) - static_cast<double>(count - 1) / 2) * 18;
      EXPECT_NEAR(aside(paths[i], {150, 0}, {0, 1}), expected, 1e-6) << i << " of " << count;
    }
  }
}

TEST(EdgePaths, OppositeEdgesOfAPairDoNotCross) {
  const auto paths = trace_edges(pair_of_marks({{0, 1}, {1, 0}, {1, 0}, {0, 1}}));
  for (double t = 0.02; t < 1; t += 0.02) {
    // All four, each read from mark 0 to mark 1.
    const double y[] = {bezier_at(paths[0].curve, t).y, bezier_at(paths[1].curve, 1 - t).y,
                        bezier_at(paths[2].curve, 1 - t).y, bezier_at(paths[3].curve, t).y};
    for (int i = 0; i < 3; ++i) EXPECT_LT(y[i], y[i + 1]) << "at " << t;
  }
}

TEST(EdgePaths, WideParallelsKeepApart) {
  const auto paths = trace_edges(pair_of_marks({{0, 1, true, 30}, {0, 1, true, 30}}));
  EXPECT_NEAR(middle_of(paths[1]).y - middle_of(paths[0]).y, 32, 1e-6);
}

TEST(EdgePaths, AFanDoesNotDependOnEdgesElsewhere) {
  EdgePathRequest request = pair_of_marks({{0, 1}, {1, 0}});
  request.nodes.push_back({{150, 200}, 10});
  const auto alone = trace_edges(request);
  request.edges.push_back({0, 2});
  request.edges.push_back({2, 1});
  request.edges.push_back({2, 2});
  const auto among_others = trace_edges(request);
  EXPECT_EQ(among_others[0], alone[0]);
  EXPECT_EQ(among_others[1], alone[1]);
}

TEST(EdgePaths, BendAroundAMarkInTheWay) {
  EdgePathRequest request = pair_of_marks({{0, 1}});
  request.nodes.push_back({{160, 3}, 14});
  const auto paths = trace_edges(request);
  EXPECT_GT(distance_to(paths[0].curve, {160, 3}), 14);
  EXPECT_LT(middle_of(paths[0]).y, 0) << "past the nearer side";
  request.avoid_nodes = false;
  EXPECT_NEAR(middle_of(trace_edges(request)[0]).y, 0, 1e-9);
}

TEST(EdgePaths, OfAFanAllBendAroundAMarkInTheWay) {
  EdgePathRequest request = pair_of_marks({{0, 1}, {1, 0}, {0, 1}});
  request.nodes.push_back({{140, 0}, 14});
  for (const EdgePath& path : trace_edges(request)) EXPECT_GT(distance_to(path.curve, {140, 0}), 14);
}

TEST(EdgePaths, EndsPointAtTheCenters) {
  EdgePathRequest request = pair_of_marks({{0, 1}, {0, 1}, {1, 0}});
  for (const EdgePath& path : trace_edges(request)) {
    const Point center = path.tip.x > 150 ? Point{300, 0} : Point{0, 0};
    const double radius = path.tip.x > 150 ? 20 : 12;
    EXPECT_NEAR(length(path.tip - center), radius, 1e-9) << "the tip is on the rim";
    EXPECT_NEAR(cross(path.tip_direction, center - path.tip), 0, 1e-9) << "and points at the centre";
    EXPECT_NEAR(length(path.curve[3] - center), radius + 2, 1e-9);
  }
}

TEST(EdgePaths, ALoopLeavesAwayFromTheNeighbors) {
  EdgePathRequest request;
  request.nodes = {{{0, 0}, 10}, {{100, 0}, 10}, {{80, 60}, 10}, {{80, -60}, 10}};
  request.edges = {{0, 0}, {0, 1}, {2, 0}, {0, 3}};
  const auto paths = trace_edges(request);
  EXPECT_LT(middle_of(paths[0]).x, -30);
  EXPECT_NEAR(middle_of(paths[0]).y, 0, 1e-6);
  for (double t = 0; t <= 1; t += 0.05)
    EXPECT_GT(length(bezier_at(paths[0].curve, t)), 10) << "outside the mark";
}

TEST(EdgePaths, LoopsOfOneMarkEncloseOneAnother) {
  EdgePathRequest request;
  request.nodes = {{{0, 0}, 10}};
  request.edges = {{0, 0}, {0, 0}, {0, 0}};
  const auto paths = trace_edges(request);
  EXPECT_LT(middle_of(paths[0]).y, -10) << "upward where nothing else is";
  EXPECT_NEAR(middle_of(paths[0]).y - middle_of(paths[1]).y, 18, 6);
  for (int i = 0; i < 2; ++i) {
    for (double t = 0.02; t < 1; t += 0.02) {
      EXPECT_GT(length(bezier_at(paths[static_cast<std::size_t>(i) + 1].curve, t)),
                length(bezier_at(paths[static_cast<std::size_t>(i)].curve, t)) - 1e-9);
    }
  }
}

TEST(EdgePaths, AreFiniteWhereMarksCoincideOrOverlap) {
  EdgePathRequest request;
  request.nodes = {{{50, 50}, 10},     {{50, 50}, 10}, {{55, 50}, 10},
                   {{50.0001, 50}, 0}, {{50, 50}, 0},  {{90, 50}, 500}};
  for (std::uint32_t a = 0; a < request.nodes.size(); ++a) {
    for (std::uint32_t b = 0; b < request.nodes.size(); ++b) {
      request.edges.push_back({a, b});
      request.edges.push_back({a, b, false, 40});
    }
  }
  for (const EdgePath& path : trace_edges(request)) expect_finite(path);
}

TEST(EdgePaths, HoldForRandomGraphs) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Random random(seed);
    EdgePathRequest request;
    for (int i = 0; i < 25; ++i) {
      request.nodes.push_back({{random.unit() * 700, random.unit() * 500}, random.unit() * 16});
    }
    for (int i = 0; i < 60; ++i)
      request.edges.push_back({random.below(25), random.below(25), true, random.unit() * 5});
    const auto paths = trace_edges(request);
    ASSERT_EQ(paths, trace_edges(request));
    for (std::size_t e = 0; e < paths.size(); ++e) {
      expect_finite(paths[e]);
      const PathNode& to = request.nodes[request.edges[e].to];
      ASSERT_LE(length(paths[e].tip - to.center), to.radius + 1e-9);
      ASSERT_LT(distance_to(paths[e].curve, middle_of(paths[e])), 0.5);
    }
  }
}

TEST(EdgePaths, OfEdgesToNowhereAreEmpty) {
  const auto paths = trace_edges(pair_of_marks({{0, 9}, {0, 1}}));
  EXPECT_EQ(paths[0], EdgePath{});
  EXPECT_NEAR(paths[1].tip.x, 280, 1e-9);
}

// Fans that come, go, widen and turn, loops, edges to nowhere, marks that move now and then.
TEST(EdgePaths, KeptOnesAreThoseThatAreTracedAfresh) {
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
    Random random(seed);
    EdgePathRequest request;
    for (int i = 0; i < 24; ++i) request.nodes.push_back({{random.unit() * 800, random.unit() * 500}, 9});
    EdgePathKeeper keeper;
    for (int round = 0; round < 60; ++round) {
      const std::uint32_t marks = 25;  // the last one does not exist
      if (random.below(3) > 0 || request.edges.empty()) {
        request.edges.insert(
            request.edges.begin() + random.below(static_cast<std::uint32_t>(request.edges.size()) + 1),
            PathEdge{random.below(marks), random.below(marks), random.below(2) == 0, 2});
      } else {
        request.edges.erase(request.edges.begin() +
                            random.below(static_cast<std::uint32_t>(request.edges.size())));
      }
      if (!request.edges.empty() && random.below(4) == 0)
        request.edges[random.below(static_cast<std::uint32_t>(request.edges.size()))].width_px += 20;
      if (random.below(12) == 0) request.nodes[random.below(24)].center.x += 40;
      ASSERT_EQ(keeper.trace(request), trace_edges(request)) << "seed " << seed << " round " << round;
    }
  }
}

TEST(Bezier, DistanceIsExactToHalfAPixel) {
  Random random(3);
  const auto any = [&] { return Point{random.unit() * 900, random.unit() * 900}; };
  for (int i = 0; i < 40; ++i) {
    const std::array<Point, 4> curve{any(), any(), any(), any()};
    const Point p = any();
    double least = 1e300;
    for (int k = 0; k <= 20'000; ++k) least = std::min(least, length(bezier_at(curve, k / 20'000.0) - p));
    EXPECT_NEAR(distance_to(curve, p), least, 0.5);
  }
}

TEST(Bezier, BeginsAndEndsAtItsEnds) {
  const std::array<Point, 4> curve{Point{1, 2}, Point{30, 4}, Point{5, 60}, Point{7, 8}};
  EXPECT_EQ(bezier_at(curve, 0), curve[0]);
  EXPECT_EQ(bezier_at(curve, 1), curve[3]);
}

}  // namespace
}  // namespace tp
