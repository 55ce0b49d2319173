#include <gtest/gtest.h>

#include "view/svg_sheet.hpp"

namespace tp {
namespace {

constexpr Color kRed{200, 0, 0}, kPink{255, 160, 160}, kBlue{0, 0, 200};

SvgSheet two_boxes(Color first, Color second, double second_x) {
  SvgSheet sheet;
  const Rect a{0, 0, 10, 10}, b{second_x, 0, 10, 10};
  sheet.fill(svg_box(a), first, a);
  sheet.fill(svg_box(b), second, b);
  sheet.fill(svg_box(a), first, a);
  return sheet;
}

TEST(Svg, WritesNumbersAsShortAsTheyCanBe) {
  EXPECT_EQ(svg_number(12), "12");
  EXPECT_EQ(svg_number(0.04), "0");
  EXPECT_EQ(svg_number(0.5), ".5");
  EXPECT_EQ(svg_number(-0.5), "-.5");
  EXPECT_EQ(svg_number(1234.56), "1234.6");
  EXPECT_EQ(svg_point({1.5, 0.5}), "1.5.5");
  EXPECT_EQ(svg_point({1, 0.5}), "1 .5");
  EXPECT_EQ(svg_point({1, -2}), "1-2");
}

TEST(Svg, HasEachColourOnceForLightAndDark) {
  const std::string svg = svg_file(two_boxes(kRed, kBlue, 50), two_boxes(kPink, kBlue, 50), {100, 20});
  EXPECT_NE(svg.find(".f0{fill:#c80000}"), std::string::npos);
  EXPECT_NE(svg.find("(prefers-color-scheme:dark){.f0{fill:#ffa0a0}}"), std::string::npos);
}

TEST(Svg, JoinsWhatHasOneColourButNeverPastWhatItTouches) {
  const auto paths = [](const std::string& svg) {
    std::size_t count = 0;
    for (std::size_t at = svg.find("<path"); at != std::string::npos; at = svg.find("<path", at + 1)) ++count;
    return count;
  };
  const SvgSheet apart = two_boxes(kRed, kBlue, 50), over = two_boxes(kRed, kBlue, 5);
  EXPECT_EQ(paths(svg_file(apart, apart, {100, 20})), 2u);
  EXPECT_EQ(paths(svg_file(over, over, {100, 20})), 3u);
}

TEST(Svg, TakesTheShortWayToTheNextPart) {
  SvgSheet sheet;
  for (const double x : {1000.0, 1010.5}) sheet.fill(svg_box({x, 700, 1, 6}), kRed, {x, 700, 1, 6});
  EXPECT_NE(svg_file(sheet, sheet, {2000, 800}).find("\"M1000 700h1v6h-1zm10.5 0h1v6h-1z\""),
            std::string::npos);
}

TEST(Svg, DrawsABodyAndItsEdgeAsOneElement) {
  SvgSheet sheet;
  const SvgSheet::Element body{"<circle", " r=\"9\"/>", {{SvgSheet::Paint::kFill, kRed}}, {}, {}};
  const SvgSheet::Element edge{"<circle", " r=\"8\"/>", {{SvgSheet::Paint::kStroke, kBlue}}, "w20", {}};
  sheet.add_body(body, {0, 0, 18, 18});
  sheet.add_edge(edge, {0, 0, 18, 18});
  sheet.add_edge(edge, {0, 0, 18, 18});  // a second one is one of its own
  ASSERT_EQ(sheet.elements().size(), 2u);
  EXPECT_EQ(sheet.elements()[0].tail, " r=\"8\"/>");
  EXPECT_EQ(sheet.elements()[0].paints.size(), 2u);
  sheet.add_body(body, {0, 0, 18, 18});
  sheet.add_edge(edge, {40, 0, 18, 18});
  EXPECT_EQ(sheet.elements().size(), 4u);
}

TEST(Svg, RefusesTwoSheetsOfDifferentScenes) {
  SvgSheet other = two_boxes(kRed, kBlue, 50);
  other.pop_clip();
  EXPECT_TRUE(svg_file(two_boxes(kRed, kBlue, 50), other, {100, 20}).empty());
}

}  // namespace
}  // namespace tp
