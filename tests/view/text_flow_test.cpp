#include "view/text_flow.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

// Six px for each byte.
class Letters : public TextMeasurer {
 public:
  Size measure(std::string_view text, TextStyle style) const override {
    return {6.0 * static_cast<double>(text.size()), type_face(style).line_px};
  }
};

const double kLine = type_face(TextStyle::kBody).line_px;

double height_of(std::string_view words, double width, std::vector<FlowLink>* links = nullptr,
                 int link = -1) {
  const std::array<FlowRun, 1> runs{{{words, TextStyle::kBody, {}, false, link}}};
  return flow_text(nullptr, Letters(), {100, 50}, width, runs, links);
}

TEST(TextFlow, BreaksBetweenWordsOnly) {
  EXPECT_EQ(height_of("one two", 42), kLine);
  EXPECT_EQ(height_of("one two", 41), 2 * kLine);
  EXPECT_EQ(height_of("indivisible", 10), kLine);
}

TEST(TextFlow, KeepsEveryLinkInsideItsColumnAtEveryWidth) {
  const std::string_view words =
      "the quick brown fox jumps over the lazy dog and the dog does not mind at all";
  for (double width = 40; width <= 700; width += 1) {
    std::vector<FlowLink> links;
    const double height = height_of(words, width, &links, 3);
    ASSERT_FALSE(links.empty());
    double last_y = 0;
    for (const FlowLink& link : links) {
      EXPECT_EQ(link.link, 3);
      EXPECT_GE(link.rect.x, 100);
      EXPECT_LE(link.rect.right(), 100 + width + 1e-9);
      EXPECT_GT(link.rect.y, last_y);  // one stretch for each line
      EXPECT_LE(link.rect.bottom(), 50 + height + 1e-9);
      last_y = link.rect.y;
    }
    EXPECT_EQ(static_cast<double>(links.size()) * kLine, height);
  }
}

TEST(TextFlow, LeavesNoSpaceBeforePunctuationThatFollowsALink) {
  const std::array<FlowRun, 3> runs{{{"see ", TextStyle::kBody, {}, false, -1},
                                     {"here", TextStyle::kBody, {}, false, 0},
                                     {", please", TextStyle::kBody, {}, false, 1}}};
  std::vector<FlowLink> links;
  flow_text(nullptr, Letters(), {0, 0}, 1000, runs, &links);
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(links[0].rect.x, 24);
  EXPECT_EQ(links[1].rect.x, links[0].rect.right());
}

TEST(TextFlow, TakesNoRoomForNoWords) {
  EXPECT_EQ(flow_text(nullptr, Letters(), {0, 0}, 100, {}), 0);
}

}  // namespace
}  // namespace tp
