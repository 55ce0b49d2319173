#include "view/pen.hpp"

#include <algorithm>

#include "support.hpp"

namespace tp {
namespace {

struct Extent {
  float left = 1e9f, top = 1e9f, right = -1e9f, bottom = -1e9f;
};

Extent extent_of(const ImDrawData& data) {
  Extent out;
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      out.left = std::min(out.left, vertex.pos.x);
      out.top = std::min(out.top, vertex.pos.y);
      out.right = std::max(out.right, vertex.pos.x);
      out.bottom = std::max(out.bottom, vertex.pos.y);
    }
  }
  return out;
}

constexpr Color kInk{10, 20, 30};

TEST(Pen, PutsHairlinesOnWholeDevicePixelsAtEveryRatio) {
  for (double density : {1.0, 1.25, 1.5, 2.0, 3.0}) {
    NullScreen screen({800, 600}, density);
    for (double y = 100; y < 102; y += 0.11) {
      const Extent extent = extent_of(screen.frame([&] { screen.pen().hairline_across(10, 200, y, kInk); }));
      const double top = static_cast<double>(extent.top) * density,
                   bottom = static_cast<double>(extent.bottom) * density;
      // Dear ImGui's smooth edge reaches half a device pixel further on both sides.
      const double edge = bottom - top > 1.5 ? 0.5 : 0;
      EXPECT_NEAR(bottom - top, 1 + 2 * edge, 1e-3);
      EXPECT_NEAR(std::abs((top + edge) - std::round(top + edge)), 0, 1e-3);
    }
  }
}

TEST(Pen, MakesLinesAsWideAsAsked) {
  NullScreen screen;
  for (double width : {0.5, 1.0, 1.6, 3.0, 8.0}) {
    const Extent extent = extent_of(screen.frame([&] {
      screen.pen().line({50, 100}, {150, 100}, kInk, width);
    }));
    EXPECT_NEAR(extent.bottom - extent.top, width + 1,
                0.01);  // and a smooth edge of half a pixel on each side
    EXPECT_NEAR(extent.left, 50 - width / 2, 0.8);
    EXPECT_NEAR(extent.right, 150 + width / 2, 0.8);
  }
}

// The stretches of x that triangles cover.
std::vector<std::array<float, 2>> covered(const ImDrawData& data) {
  std::vector<std::array<float, 2>> pieces;
  for (const ImDrawList* list : data.CmdLists) {
    for (int i = 0; i + 2 < list->IdxBuffer.Size; i += 3) {
      const auto x = [&](int corner) {
        return list->VtxBuffer[static_cast<int>(list->IdxBuffer[i + corner])].pos.x;
      };
      pieces.push_back({std::min({x(0), x(1), x(2)}), std::max({x(0), x(1), x(2)})});
    }
  }
  std::sort(pieces.begin(), pieces.end());
  std::vector<std::array<float, 2>> merged;
  for (const auto& piece : pieces) {
    if (merged.empty() || piece[0] > merged.back()[1]) {
      merged.push_back(piece);
    } else {
      merged.back()[1] = std::max(merged.back()[1], piece[1]);
    }
  }
  return merged;
}

TEST(Pen, KeepsDashesTheSameLengthHoweverACurveIsParted) {
  NullScreen screen;
  const DashPattern pattern{{6, 6, 6, 6}};
  // 300 px along a line; the controls make the curve run fast here and slow there.
  for (double pull : {0.0, 40.0, 100.0, 200.0, 280.0}) {
    const std::array<Point, 4> curve{{{10, 10}, {10 + pull / 3, 10}, {10 + pull, 10}, {310, 10}}};
    const auto dashes = covered(screen.frame([&] { screen.pen().curve(curve, kInk, 1.5, pattern); }));
    ASSERT_EQ(dashes.size(), 25u) << pull;
    for (std::size_t i = 0; i < dashes.size(); ++i) {
      EXPECT_NEAR(dashes[i][0], 10 + 12.0 * static_cast<double>(i) - 0.5, 0.05);
      EXPECT_NEAR(dashes[i][1] - dashes[i][0], 7, 0.05);  // with half a pixel of smooth edge at each end
    }
  }
}

TEST(Pen, SurvivesCurvesThatAreAPoint) {
  NullScreen screen;
  const ImDrawData& data = screen.frame([&] {
    const std::array<Point, 4> dot{{{40, 40}, {40, 40}, {40, 40}, {40, 40}}};
    screen.pen().curve(dot, kInk, 2);
    for (Dash dash : {Dash::kDashed, Dash::kDotted, Dash::kDashDot})
      screen.pen().curve(dot, kInk, 2, dash_pattern(dash, 2));
    screen.pen().line({5, 5}, {5, 5}, kInk, 1);
    screen.pen().bar({10, 10, 0, 10}, kInk, 3, 4, 4);
    screen.pen().hatch({10, 10, 0, 0}, kInk, 5, 1, 0);
  });
  expect_sound(data);
}

TEST(Pen, FadesABarInsideItsOwnLength) {
  NullScreen screen;
  for (double width = 1; width < 200; width += 3) {
    const ImDrawData& data = screen.frame([&] { screen.pen().bar({20, 20, width, 8}, kInk, 3, 50, 70); });
    expect_sound(data);
    const Extent extent = extent_of(data);
    EXPECT_GE(extent.left, 20 - 1.01f);
    EXPECT_LE(extent.right, 20 + width + 1.01);
  }
}

TEST(Pen, PaintsShapesWithTheWhitePixelOfTheAtlas) {
  NullScreen screen;
  for (int frame = 0; frame < 2; ++frame) {
    const ImDrawData& data = screen.frame([&] {
      Pen& pen = screen.pen();
      pen.line({10, 10}, {200, 60}, {0, 0, 0}, 3);
      pen.glow({20, 20, 80, 40}, {0, 0, 0}, 6);
      pen.disc({50, 50}, 9, {0, 0, 0});
      pen.fill({5, 5, 20, 20}, {0, 0, 0}, 4);
    });
    const ImTextureData& texture = *(*data.Textures)[0];
    for (const ImDrawVert& vertex : data.CmdLists[0]->VtxBuffer) {
      const int x = static_cast<int>(vertex.uv.x * static_cast<float>(texture.Width));
      const int y = static_cast<int>(vertex.uv.y * static_cast<float>(texture.Height));
      const unsigned char* pixel = texture.Pixels + (y * texture.Width + x) * texture.BytesPerPixel;
      ASSERT_EQ(pixel[texture.BytesPerPixel - 1], 255) << vertex.uv.x << ", " << vertex.uv.y;
    }
  }
}

}  // namespace
}  // namespace tp
