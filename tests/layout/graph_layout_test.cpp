#include "layout/graph_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "sample_graphs.hpp"
#include "support/source_dir.hpp"

namespace tp {
namespace {

Rect box_of(const GraphLayoutRequest& request, const GraphLayout& layout, std::size_t i) {
  const Size s = request.nodes[i].size;
  return {layout.positions[i].x - s.width / 2, layout.positions[i].y - s.height / 2, s.width, s.height};
}

bool fits_in(const Rect& r, Size area) {
  constexpr double kRounding = 1e-6;
  return r.x >= -kRounding && r.y >= -kRounding && r.right() <= area.width + kRounding &&
         r.bottom() <= area.height + kRounding;
}

std::uint32_t overlapping_pairs(const GraphLayoutRequest& request, const GraphLayout& layout) {
  std::vector<Rect> boxes;
  for (std::size_t i = 0; i < request.nodes.size(); ++i) boxes.push_back(box_of(request, layout, i));
  std::sort(boxes.begin(), boxes.end(), [](const Rect& a, const Rect& b) { return a.x < b.x; });
  std::uint32_t pairs = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size() && boxes[j].x < boxes[i].right(); ++j) {
      pairs += boxes[i].overlaps(boxes[j]) ? 1 : 0;
    }
  }
  return pairs;
}

/// What must hold for every graph whose boxes have room: no overlap, everything inside, hints kept.
void expect_sound_once(const GraphLayoutRequest& request, const GraphLayout& layout) {
  ASSERT_EQ(layout.positions.size(), request.nodes.size());
  EXPECT_EQ(layout.overlaps, 0u);
  EXPECT_EQ(overlapping_pairs(request, layout), 0u);
  EXPECT_GE(layout.stress, 0);
  EXPECT_LE(layout.stress, 1);
  for (std::size_t i = 0; i < request.nodes.size(); ++i) {
    ASSERT_TRUE(std::isfinite(layout.positions[i].x) && std::isfinite(layout.positions[i].y));
    if (request.nodes[i].hint) {
      ASSERT_EQ(layout.positions[i], *request.nodes[i].hint);
    } else {
      ASSERT_TRUE(fits_in(box_of(request, layout, i), request.area)) << i;
    }
  }
}

/// The same, and the same answer twice.
void expect_sound(const GraphLayoutRequest& request) {
  const GraphLayout layout = finish(lay_out_graph(request));
  expect_sound_once(request, layout);
  EXPECT_EQ(finish(lay_out_graph(request)), layout);
}

double distance(Point a, Point b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

TEST(GraphLayout, OfNothingIsEmpty) {
  EXPECT_EQ(finish(lay_out_graph({})), GraphLayout{});
}

TEST(GraphLayout, PutsASingleActorInTheMiddle) {
  const GraphLayout layout = finish(lay_out_graph(nodes_only(1)));
  EXPECT_NEAR(layout.positions[0].x, 500, 0.1);
  EXPECT_NEAR(layout.positions[0].y, 320, 0.1);
}

TEST(GraphLayout, HoldsForEveryKindOfGraph) {
  expect_sound(nodes_only(1));
  expect_sound(nodes_only(50));
  expect_sound(chain_graph(2));
  expect_sound(chain_graph(60));
  expect_sound(star_graph(60));
  expect_sound(complete_graph(30));
  for (std::uint64_t seed = 1; seed <= 5; ++seed) expect_sound(story_like_graph(45, 2, seed));
}

TEST(GraphLayout, HoldsForLargeGraphs) {
  const GraphLayoutRequest chain = chain_graph(5000, {4, 4});
  expect_sound_once(chain, finish(lay_out_graph(chain)));
  expect_sound(star_graph(600, {10, 8}));
  expect_sound(nodes_only(600, {10, 8}));
  expect_sound(story_like_graph(600, 3, 3, 0.2));
}

TEST(GraphLayout, HoldsForMultiEdgesAndLoopsAndEdgesToNowhere) {
  GraphLayoutRequest request = chain_graph(10);
  for (std::uint32_t i = 0; i < 10; ++i) {
    request.edges.push_back({i, i});
    request.edges.push_back({(i + 1) % 10, i});
    request.edges.push_back({i, (i + 1) % 10});
    request.edges.push_back({i, 4'000'000'000u});
  }
  expect_sound(request);
}

TEST(GraphLayout, ParallelsAndLoopsMoveNothing) {
  GraphLayoutRequest request = story_like_graph(30, 2, 9);
  const GraphLayout plain = finish(lay_out_graph(request));
  request.edges.push_back(request.edges[3]);
  request.edges.push_back({request.edges[5].to, request.edges[5].from});
  request.edges.push_back({7, 7});
  EXPECT_EQ(finish(lay_out_graph(request)).positions, plain.positions);
}

TEST(GraphLayout, HoldsAtEverySizeOfTheArea) {
  GraphLayoutRequest request = story_like_graph(30, 2, 4);
  for (int width = 400; width <= 2000; width += 100) {
    for (const double aspect : {0.6, 1.0, 1.8}) {
      request.area = {width * std::sqrt(aspect), width / std::sqrt(aspect)};
      expect_sound(request);
      if (HasFatalFailure() || HasNonfatalFailure())
        FAIL() << request.area.width << " by " << request.area.height;
    }
  }
}

TEST(GraphLayout, StaysFiniteWhereNothingFits) {
  for (const Size area : {Size{0, 0}, Size{1, 1}, Size{50, 2000}, Size{2000, 3}}) {
    GraphLayoutRequest request = story_like_graph(40, 2, 1);
    request.area = area;
    const GraphLayout layout = finish(lay_out_graph(request));
    EXPECT_GT(layout.overlaps, 0u);
    for (const Point p : layout.positions) {
      ASSERT_GE(p.x, 0);
      ASSERT_GE(p.y, 0);
      ASSERT_LE(p.x, area.width);
      ASSERT_LE(p.y, area.height);
    }
  }
}

TEST(GraphLayout, KeepsHintsExactly) {
  GraphLayoutRequest request = story_like_graph(40, 2, 6);
  request.nodes[0].hint = Point{200.125, 320.3};
  request.nodes[5].hint = Point{800.7, 100.9};
  request.nodes[11].hint = Point{500, 560};
  expect_sound(request);
}

TEST(GraphLayout, KeepsAllHintsWhereAllArePinned) {
  GraphLayoutRequest request = chain_graph(30);
  for (std::uint32_t i = 0; i < 30; ++i)
    request.nodes[i].hint = Point{100.0 + (i % 6) * 150, 60.0 + (i / 6) * 120};
  expect_sound(request);
}

TEST(GraphLayout, KeepsHintsThatAreAllAtOnePoint) {
  GraphLayoutRequest request = complete_graph(12);
  for (GraphNode& node : request.nodes) node.hint = Point{400, 300};
  const GraphLayout layout = finish(lay_out_graph(request));
  for (const Point p : layout.positions) EXPECT_EQ(p, (Point{400, 300}));
  EXPECT_EQ(layout.overlaps, 12u);
}

TEST(GraphLayout, DrawsNeighborsNearerThanStrangers) {
  const GraphLayoutRequest request = story_like_graph(60, 2, 8, 0.5);
  const GraphLayout layout = finish(lay_out_graph(request));
  double edges = 0;
  for (const GraphEdge& e : request.edges)
    edges += distance(layout.positions[e.from], layout.positions[e.to]);
  double pairs = 0;
  for (const Point a : layout.positions) {
    for (const Point b : layout.positions) pairs += distance(a, b);
  }
  const double n = static_cast<double>(request.nodes.size());
  EXPECT_LT(edges / static_cast<double>(request.edges.size()), 0.7 * pairs / (n * (n - 1)));
}

TEST(GraphLayout, DrawsMembersOfAGroupTogether) {
  GraphLayoutRequest request = story_like_graph(60, 2, 12, 0.5);
  for (std::uint32_t i = 0; i < 60; ++i) request.nodes[i].group = 1 + i % 3;
  const auto spread = [&](const GraphLayout& layout) {
    double inside = 0, all = 0;
    for (std::uint32_t i = 0; i < 60; ++i) {
      for (std::uint32_t j = 0; j < i; ++j) {
        const double d = distance(layout.positions[i], layout.positions[j]);
        all += d / 1770;
        if (i % 3 == j % 3) inside += d / 570;
      }
    }
    return inside / all;
  };
  const double together = spread(finish(lay_out_graph(request)));
  for (GraphNode& node : request.nodes) node.group = 0;
  EXPECT_LT(together, spread(finish(lay_out_graph(request))) * 0.8);
}

TEST(GraphLayout, KeepsAGroupWithoutEdgesTogether) {
  GraphLayoutRequest request = nodes_only(24);
  for (std::uint32_t i : {2u, 9u, 17u, 23u}) request.nodes[i].group = 5;
  const GraphLayout layout = finish(lay_out_graph(request));
  for (std::uint32_t i : {9u, 17u, 23u}) EXPECT_LT(distance(layout.positions[i], layout.positions[2]), 260);
}

TEST(GraphLayout, FillsTheArea) {
  for (const Size area : {Size{1000, 640}, Size{500, 900}, Size{1600, 500}}) {
    GraphLayoutRequest request = story_like_graph(40, 2, 5, 0.6);
    request.area = area;
    const GraphLayout layout = finish(lay_out_graph(request));
    double left = 1e9, right = 0, top = 1e9, bottom = 0;
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
      const Rect b = box_of(request, layout, i);
      left = std::min(left, b.x), right = std::max(right, b.right());
      top = std::min(top, b.y), bottom = std::max(bottom, b.bottom());
    }
    EXPECT_GT(right - left, area.width * 0.7);
    EXPECT_GT(bottom - top, area.height * 0.75);
  }
}

TEST(GraphLayout, DependsOnTheSeed) {
  GraphLayoutRequest request = story_like_graph(40, 2, 5);
  const GraphLayout one = finish(lay_out_graph(request));
  request.seed = 2;
  EXPECT_NE(finish(lay_out_graph(request)).positions, one.positions);
}

std::string positions_text(const GraphLayout& layout) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1);
  for (std::size_t i = 0; i < layout.positions.size(); ++i) {
    // Without minus zero.
    text << i << ' ' << std::round(layout.positions[i].x * 10) / 10 + 0.0 << ' '
         << std::round(layout.positions[i].y * 10) / 10 + 0.0 << '\n';
  }
  text << "overlaps " << layout.overlaps << '\n';
  return text.str();
}

/// The same file is read by the native and the WebAssembly test: positions do not depend on the machine.
TEST(GraphLayout, IsTheSameOnEveryMachine) {
  GraphLayoutRequest request = story_like_graph(120, 2, 42, 0.5);
  for (std::uint32_t i = 0; i < 120; ++i) request.nodes[i].group = i % 7 == 0 ? 1 : i % 11 == 0 ? 2 : 0;
  for (int i = 0; i < 8; ++i) request.nodes.push_back({{40, 20}, {}, 0});
  const std::string actual = positions_text(finish(lay_out_graph(request)));
  std::ifstream file(source_dir() + "/tests/layout/golden/graph_layout.txt");
  std::stringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(actual, expected.str()) << "if this change is wanted, the new text is:\n" << actual;
}

// Where it stops changes nothing; what it does between two stops is little, whatever the graph.
TEST(GraphLayout, TheSameInPiecesOfAnySize) {
  for (const GraphLayoutRequest& request :
       {story_like_graph(60, 2, 3), story_like_graph(700, 3, 4, 0.3), nodes_only(80), star_graph(90)}) {
    const GraphLayout whole = finish(lay_out_graph(request));
    for (const std::int64_t units : {3'001, 100'000, 5'000'000}) {
      PacedRun<GraphLayout> run(lay_out_graph(request));
      std::int64_t before = 0;
      bool done = false;
      while (!done) {
        done = run.advance(units);
        ASSERT_LT(run.units_done() - before, units + 60'000) << "one piece of it cannot be parted";
        before = run.units_done();
      }
      EXPECT_EQ(run.take(), whole);
    }
  }
}

TEST(GraphLayout, TheWorkExpectedIsAboutTheWorkDone) {
  for (const auto& [nodes, edges_each] : {std::pair{150u, 2u}, {700u, 3u}, {1800u, 3u}, {3000u, 4u}}) {
    GraphLayoutRequest request = story_like_graph(nodes, edges_each, 1, 0.1);
    request.area = {1700, 500};
    PacedRun<GraphLayout> run(lay_out_graph(request));
    while (!run.advance(1'000'000)) {
    }
    const double share = static_cast<double>(run.units_done()) / static_cast<double>(expected_work(request));
    EXPECT_GT(share, 0.3) << nodes;
    EXPECT_LT(share, 1.5) << nodes;
  }
}

}  // namespace
}  // namespace tp
