// How many lines run through a rectangle, against looking at every point of every curve.
#include "layout/curve_grid.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "layout/edge_paths.hpp"

namespace tp {
namespace {

std::array<Point, 4> straight(Point a, Point b) {
  return {a, a + (b - a) * (1.0 / 3), a + (b - a) * (2.0 / 3), b};
}

TEST(RunsThrough, TellsInsideCrossingTouchingAndBeside) {
  const Rect rect{10, 10, 20, 10};
  EXPECT_TRUE(runs_through({12, 12}, {14, 14}, rect)) << "wholly inside";
  EXPECT_TRUE(runs_through({0, 0}, {40, 30}, rect)) << "across, both ends outside";
  EXPECT_TRUE(runs_through({0, 15}, {10, 15}, rect)) << "touching its left side";
  EXPECT_FALSE(runs_through({0, 0}, {9, 30}, rect));
  EXPECT_FALSE(runs_through({0, 25}, {25, 30}, rect)) << "its box meets, the line does not";
  EXPECT_TRUE(runs_through({15, 0}, {15, 50}, rect)) << "upright";
  EXPECT_FALSE(runs_through({5, 0}, {5, 50}, rect));
}

TEST(CurveGrid, CountsEachCurveOnce) {
  CurveGrid grid;
  for (const double y : {0.0, 10.0, 20.0, 30.0}) grid.add(straight({0, y}, {200, y}));
  EXPECT_EQ(grid.count_through({50, 5, 100, 20}, 99), 2u);
  EXPECT_EQ(grid.count_through({50, 5, 100, 20}, 1), 1u) << "no more than asked for";
  EXPECT_EQ(grid.count_through({300, 0, 50, 50}, 99), 0u);
  EXPECT_EQ(CurveGrid().count_through({0, 0, 1, 1}, 9), 0u);
}

TEST(CurveGrid, AgreesWithBruteForce) {
  Random random(4);
  const auto point = [&] { return Point{random.unit() * 400, random.unit() * 300}; };
  CurveGrid grid;
  std::vector<std::array<Point, 4>> curves;
  for (int i = 0; i < 60; ++i) {
    curves.push_back({point(), point(), point(), point()});
    grid.add(curves.back());
  }
  for (int i = 0; i < 200; ++i) {
    const Point p = point();
    const Rect rect{p.x, p.y, 10 + random.unit() * 60, 16};
    std::uint32_t sure = 0, possible = 0;
    for (const auto& curve : curves) {
      bool inside = false, near = false;
      for (int k = 0; k <= 600; ++k) {
        const Point q = bezier_at(curve, k / 600.0);
        inside = inside || rect.grown(-3).contains(q);
        near = near || rect.grown(6).contains(q);
      }
      sure += inside, possible += near;
    }
    const std::uint32_t counted = grid.count_through(rect, 99);
    EXPECT_GE(counted + 1, sure);
    EXPECT_LE(counted, possible);
  }
}

}  // namespace
}  // namespace tp
