#include "layout/hit_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/random.hpp"
#include "layout/edge_paths.hpp"

namespace tp {
namespace {

using Curve = std::array<Point, 4>;

struct Shape {
  int form = 0;  // 0 rectangle, 1 circle, 2 curve
  Rect rect;
  Curve curve{};
  double reach = 0;
};

Point random_point(Random& random, double extent) {
  return {random.unit() * extent, random.unit() * extent};
}

std::vector<Shape> random_shapes(Random& random, std::size_t count, double extent) {
  std::vector<Shape> shapes(count);
  for (Shape& s : shapes) {
    s.form = static_cast<int>(random.below(3));
    const Point at = random_point(random, extent);
    s.rect = {at.x, at.y, random.unit() * 60, random.unit() * 20};
    s.reach = random.unit() * 12;
    const Point to = random_point(random, extent);
    s.curve = {at, at + random_point(random, 80), to - random_point(random, 80), to};
    if (s.form == 2) s.reach /= 6;
  }
  return shapes;
}

HitIndex index_of(const std::vector<Shape>& shapes) {
  HitIndex index;
  for (std::uint32_t i = 0; i < shapes.size(); ++i) {
    const Shape& s = shapes[i];
    if (s.form == 0) index.add_rect(s.rect, i + 1000);
    if (s.form == 1) index.add_circle({s.rect.x, s.rect.y}, s.reach, i + 1000);
    if (s.form == 2) index.add_curve(s.curve, s.reach, i + 1000);
  }
  return index;
}

double distance_px(const Shape& s, Point p) {
  if (s.form == 0) {
    const Point nearest{std::clamp(p.x, s.rect.x, s.rect.right()),
                        std::clamp(p.y, s.rect.y, s.rect.bottom())};
    return std::sqrt((p.x - nearest.x) * (p.x - nearest.x) + (p.y - nearest.y) * (p.y - nearest.y));
  }
  if (s.form == 2) return std::max(0.0, distance_to(s.curve, p) - s.reach);
  const Point off = p - Point{s.rect.x, s.rect.y};
  return std::max(0.0, std::sqrt(off.x * off.x + off.y * off.y) - s.reach);
}

std::optional<std::uint32_t> brute_force(const std::vector<Shape>& shapes, Point p, double slop_px) {
  std::optional<std::uint32_t> best;
  double least = slop_px;
  for (std::uint32_t i = 0; i < shapes.size(); ++i) {
    const double px = distance_px(shapes[i], p);
    if (px <= least) best = i + 1000, least = px;
  }
  return best;
}

TEST(HitTest, FindsNothingInAnEmptyIndex) {
  EXPECT_EQ(HitIndex().at({0, 0}, 100), std::nullopt);
}

TEST(HitTest, PrefersTheTopmostOfThoseThatContainThePoint) {
  HitIndex index;
  index.add_rect({0, 0, 100, 100}, 1);
  index.add_circle({50, 50}, 20, 2);
  index.add_rect({45, 45, 5, 5}, 3);
  EXPECT_EQ(index.at({47, 47}, 0), 3u);
  EXPECT_EQ(index.at({60, 50}, 0), 2u);
  EXPECT_EQ(index.at({5, 5}, 0), 1u);
}

TEST(HitTest, PrefersWhatContainsThePointToWhatIsNear) {
  HitIndex index;
  index.add_rect({0, 0, 100, 100}, 1);
  index.add_circle({105, 50}, 4, 2);
  EXPECT_EQ(index.at({99, 50}, 10), 1u);
  EXPECT_EQ(index.at({100.8, 50}, 10), 2u);
}

TEST(HitTest, ReachesAsFarAsTheSlopAndNoFarther) {
  HitIndex index;
  index.add_circle({0, 0}, 5, 9);
  EXPECT_EQ(index.at({13, 0}, 8), 9u);
  EXPECT_EQ(index.at({13.1, 0}, 8), std::nullopt);
}

TEST(HitTest, FollowsACurveAndNotItsBox) {
  HitIndex index;
  index.add_curve({Point{0, 0}, Point{400, 0}, Point{400, 0}, Point{400, 400}}, 2, 7);
  EXPECT_EQ(index.at({100, 300}, 8), std::nullopt);
  EXPECT_EQ(index.at({398, 200}, 40), 7u);
  EXPECT_EQ(index.at({0, 1}, 0), 7u);
}

TEST(HitTest, AgreesWithBruteForce) {
  for (const double extent : {30.0, 300.0, 3000.0}) {
    Random random(static_cast<std::uint64_t>(extent));
    const std::vector<Shape> shapes = random_shapes(random, 300, extent);
    const HitIndex index = index_of(shapes);
    for (int q = 0; q < 600; ++q) {
      const Point p = random_point(random, extent * 1.1);
      const double slop = q % 3 == 0 ? 0 : random.unit() * 24;
      ASSERT_EQ(index.at(p, slop), brute_force(shapes, p, slop)) << p.x << ", " << p.y << " slop " << slop;
    }
  }
}

TEST(HitTest, AnswersNothingForAPointThatIsNotFinite) {
  HitIndex index;
  index.add_rect({0, 0, 10, 10}, 1);
  EXPECT_EQ(index.at({std::nan(""), 0}, 5), std::nullopt);
}

TEST(HitTest, ForgetsWhenCleared) {
  HitIndex index;
  index.add_rect({0, 0, 10, 10}, 1);
  index.clear();
  EXPECT_EQ(index.at({5, 5}, 5), std::nullopt);
  index.add_circle({5, 5}, 2, 4);
  EXPECT_EQ(index.at({5, 5}, 5), 4u);
}

}  // namespace
}  // namespace tp
