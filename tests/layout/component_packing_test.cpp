#include "layout/component_packing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace tp {
namespace {

std::vector<MapPart> random_parts(std::uint64_t seed, std::size_t count) {
  Random random(seed);
  std::vector<MapPart> parts(count);
  for (MapPart& part : parts) {
    const std::uint32_t boxes = 1 + random.below(6);
    for (std::uint32_t b = 0; b < boxes; ++b) {
      part.boxes.push_back(
          {random.unit() * 120, random.unit() * 120, 10 + random.unit() * 60, 10 + random.unit() * 30});
    }
  }
  return parts;
}

void expect_apart(const std::vector<MapPart>& parts, const std::vector<Point>& moves, double gap_px) {
  for (std::size_t a = 0; a < parts.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      for (const Rect& ra : parts[a].boxes) {
        for (const Rect& rb : parts[b].boxes) {
          const Rect wide = ra.moved(moves[a].x, moves[a].y).grown(gap_px - 1e-6);
          ASSERT_FALSE(wide.overlaps(rb.moved(moves[b].x, moves[b].y))) << a << " and " << b;
        }
      }
    }
  }
}

TEST(ComponentPacking, KeepsPartsApart) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const auto parts = random_parts(seed, 30);
    expect_apart(parts, finish(pack_parts(parts, {500, 320}, {1000, 640}, 12)), 12);
  }
}

TEST(ComponentPacking, PutsTheLargestInTheMiddle) {
  std::vector<MapPart> parts = random_parts(1, 12);
  parts[7].boxes = {{-3000, 900, 700, 500}};
  const auto moves = finish(pack_parts(parts, {500, 320}, {1000, 640}, 10));
  const Point center = Rect{-3000, 900, 700, 500}.center() + moves[7];
  EXPECT_NEAR(center.x, 500, 1e-6);
  EXPECT_NEAR(center.y, 320, 1e-6);
}

TEST(ComponentPacking, GoesAroundFixedPartsWithoutMovingThem) {
  std::vector<MapPart> parts = random_parts(3, 20);
  parts[0] = {{{450, 300, 100, 40}}, {}, true};
  parts[1] = {{{700, 500, 100, 40}}, {}, true};
  const auto moves = finish(pack_parts(parts, {500, 320}, {1000, 640}, 10));
  EXPECT_EQ(moves[0], Point{});
  EXPECT_EQ(moves[1], Point{});
  expect_apart(parts, moves, 10);
}

TEST(ComponentPacking, TakesTheProportionsOfTheArea) {
  std::vector<MapPart> parts(400);
  for (MapPart& part : parts) part.boxes = {{0, 0, 20, 20}};
  for (const double aspect : {0.5, 1.0, 2.0}) {
    const auto moves = finish(pack_parts(parts, {}, {aspect * 1000, 1000}, 4));
    double right = 0, bottom = 0;
    for (const Point& m : moves)
      right = std::max(right, std::abs(m.x)), bottom = std::max(bottom, std::abs(m.y));
    EXPECT_NEAR(right / bottom, aspect, aspect * 0.25);
  }
}

TEST(ComponentPacking, KeepsOffTheLinesOfAPart) {
  std::vector<MapPart> parts(40);
  for (MapPart& part : parts) part.boxes = {{0, 0, 20, 20}};
  parts[0].boxes = {{0, 0, 20, 20}, {600, 400, 20, 20}};
  parts[0].lines = {{{10, 10}, {610, 410}}};
  const auto moves = finish(pack_parts(parts, {}, {1000, 700}, 4));
  const Point from = parts[0].lines[0].from + moves[0];
  const Point to = parts[0].lines[0].to + moves[0];
  for (std::size_t p = 1; p < parts.size(); ++p) {
    const Rect box = parts[p].boxes[0].moved(moves[p].x, moves[p].y);
    for (double t = 0; t <= 1; t += 0.001) ASSERT_FALSE(box.contains(from + (to - from) * t)) << p;
  }
}

TEST(ComponentPacking, GivesTheSameAnswerTwice) {
  const auto parts = random_parts(5, 50);
  EXPECT_EQ(finish(pack_parts(parts, {1, 2}, {800, 600}, 8)),
            finish(pack_parts(parts, {1, 2}, {800, 600}, 8)));
}

}  // namespace
}  // namespace tp
