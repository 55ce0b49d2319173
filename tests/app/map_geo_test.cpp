// The geographic map: who stands where, and the file of its coasts and borders.
#include "app/map_geo.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "app/borders.hpp"
#include "base/random.hpp"
#include "support.hpp"

namespace tp {
namespace {

double distance(Point a, Point b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

TEST(CosineOfDegrees, IsTheCosine) {
  for (double degrees = -90; degrees <= 90; degrees += 0.5)
    EXPECT_NEAR(cosine_of_degrees(degrees), std::cos(degrees * 3.14159265358979323846 / 180), 1e-9);
}

struct MapGeo : ::testing::Test {
  GeoPlaces places(Size area = {760, 340}) const {
    return finish(place_on_earth(open.program.story(),
                                 std::vector<double>(open.program.story().actors.size(), 14), area));
  }
  OpenProgram open;
};

TEST_F(MapGeo, EastIsRightAndNorthIsUp) {
  const GeoPlaces geo = places();
  const auto at = [&](std::string_view id) { return geo.anchors[open.find(id).index]; };
  EXPECT_LT(at("united-states").x, at("european-union").x);
  EXPECT_LT(at("european-union").x, at("azerbaijan").x);
  EXPECT_LT(at("russia").y, at("armenia").y);
  EXPECT_LT(at("armenia").y, at("iran").y);
  EXPECT_LT(at("armenia").x, at("azerbaijan").x);
}

TEST_F(MapGeo, EverybodyIsInsideAndNoTwoMarksOverlap) {
  for (const Size area : {Size{760, 340}, Size{390, 560}, Size{330, 250}, Size{1600, 800}}) {
    const GeoPlaces geo = places(area);
    for (std::size_t i = 0; i < geo.places.size(); ++i) {
      EXPECT_TRUE(geo.places[i].x >= 0 && geo.places[i].x <= area.width);
      EXPECT_TRUE(geo.places[i].y >= 0 && geo.places[i].y <= area.height);
      const bool on_earth = open.program.story().actors[i].geo.has_value();
      EXPECT_EQ(geo.places[i].y < geo.row_top, on_earth) << "the others stand in rows below";
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_GT(distance(geo.places[i], geo.places[j]), 2 * 14 * kGeoMarkScale * 0.9)
            << open.program.story().actors[i].id << " " << open.program.story().actors[j].id;
    }
  }
}

TEST_F(MapGeo, MarksStayNearTheirTruePlace) {
  const GeoPlaces geo = places();
  for (std::size_t i = 0; i < geo.places.size(); ++i)
    EXPECT_LT(distance(geo.places[i], geo.anchors[i]), 90) << open.program.story().actors[i].id;
}

TEST_F(MapGeo, IsEmptyWithoutCoordinates) {
  const Story none;
  EXPECT_TRUE(finish(place_on_earth(none, {}, {700, 300})).places.empty());
}

TEST(GeoFrame, IsContinuousAcrossTheDateLine) {
  const GeoFrame frame{2, -2, 100, {0, 0}};
  const Point west = frame.apply({179.9, 0}), east = frame.apply({-179.9, 0});
  EXPECT_NEAR(east.x - west.x, 0.4, 1e-9);
}

std::vector<unsigned char> bytes_of(std::initializer_list<int> values) {
  std::vector<unsigned char> bytes{'T', 'P', 'B', '1'};
  for (const int value : values) bytes.push_back(static_cast<unsigned char>(value));
  return bytes;
}

TEST(Borders, ReadsWhatTheBuildWrites) {
  // One border of three points: 1.00 2.00, then 0.01 to the east, then 0.64 to the south.
  const auto bytes = bytes_of({1, 1, 3, 0xc8, 0x01, 0x90, 0x03, 2, 0, 0, 0x7f});
  const std::optional<Borders> borders = read_borders(bytes);
  ASSERT_TRUE(borders.has_value());
  ASSERT_EQ(borders->lines.size(), 1u);
  EXPECT_FALSE(borders->lines[0].coast);
  ASSERT_EQ(borders->lines[0].points.size(), 3u);
  EXPECT_NEAR(borders->lines[0].points[0].longitude, 1, 1e-12);
  EXPECT_NEAR(borders->lines[0].points[1].longitude, 1.01, 1e-12);
  EXPECT_NEAR(borders->lines[0].points[2].latitude, 1.36, 1e-12);
  EXPECT_NEAR(borders->lines[0].low.latitude, 1.36, 1e-12);
}

TEST(Borders, RefusesEverythingElse) {
  EXPECT_FALSE(read_borders({}));
  EXPECT_FALSE(read_borders(bytes_of({1})));
  EXPECT_FALSE(read_borders(bytes_of({0, 7}))) << "bytes left over";
  EXPECT_FALSE(read_borders(bytes_of({1, 0, 1, 0, 0}))) << "a line of one point";
  EXPECT_FALSE(read_borders(bytes_of({1, 0, 0xff, 0xff, 0xff, 0xff, 0x7f})));
  EXPECT_TRUE(read_borders(bytes_of({0})));
  Random random(9);
  for (int round = 0; round < 3000; ++round) {
    auto bytes = bytes_of({});
    for (std::uint32_t i = 0; i < random.below(40); ++i)
      bytes.push_back(static_cast<unsigned char>(random.below(256)));
    read_borders(bytes);
  }
}

TEST(Borders, MoveActorsOntoTheEarthAndBack) {
  OpenProgram open;
  open.act(Select{});
  const std::string before = open.scene();
  open.program.push(SetPlaces{true});
  open.program.frame(0, open.measurer);
  EXPECT_TRUE(open.program.wants_frame()) << "they move there";
  std::set<std::uint32_t> same;
  for (const NodeMark& node : open.program.scene().map.nodes) same.insert(node.ref.index);
  open.settle();
  EXPECT_EQ(open.program.scene().map.geo.opacity, 1);
  for (const NodeMark& node : open.program.scene().map.nodes) EXPECT_EQ(same.count(node.ref.index), 1u);
  EXPECT_FALSE(open.program.scene().map.geo.note.text.empty()) << "what the borders are not";
  open.act(SetPlaces{false});
  EXPECT_EQ(open.scene(), before);
}

TEST(Borders, ReducedMotionPutsActorsThereAtOnce) {
  OpenProgram open;
  open.act(SetAppearance{false, true});
  open.program.push(SetPlaces{true});
  open.program.frame(0, open.measurer);
  EXPECT_FALSE(open.program.wants_frame());
  EXPECT_EQ(open.program.scene().map.geo.opacity, 1);
}

}  // namespace
}  // namespace tp
