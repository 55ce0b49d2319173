#include "view/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace tp {
namespace {

// Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB.
using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

std::array<double, 3> lab_as_seen(Color color, const Matrix& eye) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  const std::array<double, 3> rgb{linear(color.r / 255.0), linear(color.g / 255.0), linear(color.b / 255.0)};
  std::array<double, 3> seen{};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) seen[i] += eye[i][j] * rgb[j];
  for (double& channel : seen) channel = std::clamp(channel, 0.0, 1.0);
  const double x = 0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2];
  const double y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
  const double z = 0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2];
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  return {116 * f(y) - 16, 500 * (f(x / 0.95047) - f(y)), 200 * (f(y) - f(z / 1.08883))};
}

// CIE 1976 differences: about 2.3 can just be told apart side by side.
constexpr double kPlainlyApart = 14;

double difference(Color a, Color b, const Matrix& eye) {
  const auto la = lab_as_seen(a, eye), lb = lab_as_seen(b, eye);
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) sum += (la[i] - lb[i]) * (la[i] - lb[i]);
  return std::sqrt(sum);
}

void expect_readable(const Theme& theme) {
  for (Color ground : {theme.paper, theme.raised}) {
    for (Color text : {theme.ink, theme.body, theme.muted, theme.accent})
      EXPECT_GE(contrast(text, ground), 4.4);
    for (Color text : theme.valence_text) EXPECT_GE(contrast(text, ground), 4.4);
    for (Color graphic : theme.track) EXPECT_GE(contrast(graphic, ground), 2.95);
    for (Color graphic : theme.valence) EXPECT_GE(contrast(graphic, ground), 2.95);
  }
  for (Color text : {theme.ink, theme.body, theme.muted, theme.accent})
    EXPECT_GE(contrast(text, theme.paper), kTextContrast);
  for (Color text : theme.valence_text) EXPECT_GE(contrast(text, theme.paper), kTextContrast);
  for (Color graphic : theme.track) EXPECT_GE(contrast(graphic, theme.paper), kGraphicContrast);
  for (Color graphic : theme.valence) EXPECT_GE(contrast(graphic, theme.paper), kGraphicContrast);
  EXPECT_GE(contrast(theme.on_accent, theme.accent), kTextContrast);
  EXPECT_GE(contrast(theme.ink, theme.accent_wash), kTextContrast);
  EXPECT_GE(contrast(theme.ink, theme.sunken), kTextContrast);
}

TEST(Theme, KnowsTheContrastOfBlackAndWhite) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 1e-9);
  EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.005);
  EXPECT_EQ(contrast({9, 99, 199}, {9, 99, 199}), 1);
}

TEST(Theme, KeepsTheColoursOfTheDesignWhereNobodyChoosesOthers) {
  const Theme light = make_theme({});
  EXPECT_EQ(light.ink, (Color{0x1B, 0x1B, 0x1A}));
  EXPECT_EQ(light.paper, (Color{0xFB, 0xFA, 0xF7}));
  EXPECT_EQ(light.accent, (Color{0x0B, 0x6E, 0x6E}));
  const Theme dark = make_theme({.dark = true, .accent = {}, .ink = {}, .paper = {}});
  EXPECT_EQ(dark.ink, (Color{0xE9, 0xE6, 0xDF}));
  EXPECT_EQ(dark.paper, (Color{0x16, 0x17, 0x19}));
}

TEST(Theme, ReachesTheContrastOfWcagInLightAndDark) {
  for (bool dark : {false, true}) {
    SCOPED_TRACE(dark ? "dark" : "light");
    expect_readable(make_theme({.dark = dark, .accent = {}, .ink = {}, .paper = {}}));
  }
}

TEST(Theme, StaysReadableWhateverColoursTheHostSets) {
  Random random(7);
  const auto any = [&] {
    return Rgb{static_cast<std::uint8_t>(random.below(256)), static_cast<std::uint8_t>(random.below(256)),
               static_cast<std::uint8_t>(random.below(256))};
  };
  for (int i = 0; i < 400; ++i) {
    // A paper has to be light or dark: on a middle grey nothing reaches 4.5 on both sides.
    Rgb paper = any();
    const double light = luminance(opaque(paper));
    if (light > 0.1 && light < 0.55) continue;
    const Theme theme = make_theme({.dark = (i & 1) != 0, .accent = any(), .ink = any(), .paper = paper});
    EXPECT_GE(contrast(theme.ink, theme.paper), kTextContrast);
    EXPECT_GE(contrast(theme.accent, theme.paper), kTextContrast);
    EXPECT_GE(contrast(theme.muted, theme.paper), kTextContrast);
    EXPECT_GE(contrast(theme.on_accent, theme.accent), kTextContrast);
    for (Color color : theme.valence_text) EXPECT_GE(contrast(color, theme.paper), kTextContrast);
    for (Color color : theme.track) EXPECT_GE(contrast(color, theme.paper), kGraphicContrast);
  }
}

TEST(Theme, MakesTheColoursOfAStoryVisible) {
  const Ink pale{Ink::Role::kCustom, 0, {0xFF, 0xFF, 0xE0}};
  const Ink deep{Ink::Role::kCustom, 0, {0x10, 0x10, 0x30}};
  for (bool dark : {false, true}) {
    const Theme theme = make_theme({.dark = dark, .accent = {}, .ink = {}, .paper = {}});
    for (const Ink& ink : {pale, deep}) {
      EXPECT_GE(contrast(graphic_color(ink, theme), theme.paper), kGraphicContrast);
      EXPECT_GE(contrast(text_color(ink, theme), theme.paper), kTextContrast);
    }
  }
}

TEST(Theme, PutsReadableNumbersOnClustersOfEveryTrack) {
  for (bool dark : {false, true}) {
    const Theme theme = make_theme({.dark = dark, .accent = {}, .ink = {}, .paper = {}});
    for (Color color : theme.track) {
      EXPECT_GE(contrast(text_on(color, theme), color), kTextContrast);
      const Color dimmed = mix(theme.raised, color, 0.4);
      EXPECT_GE(contrast(text_on(dimmed, theme), dimmed), kTextContrast);
    }
  }
}

TEST(Theme, KeepsWordsReadableThatStepBack) {
  for (bool dark : {false, true}) {
    const Theme theme = make_theme({.dark = dark, .accent = {}, .ink = {}, .paper = {}});
    const Color dimmed = mix(theme.paper, theme.ink, text_opacity_of(Emphasis::kDimmed));
    EXPECT_GE(contrast(dimmed, theme.paper), kTextContrast);
  }
}

TEST(Theme, KeepsTracksApartForEveryKindOfColourVision) {
  for (bool dark : {false, true}) {
    const Theme theme = make_theme({.dark = dark, .accent = {}, .ink = {}, .paper = {}});
    for (const Matrix& eye : {kNormal, kProtan, kDeutan, kTritan})
      for (std::size_t i = 0; i < theme.track.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          EXPECT_GE(difference(theme.track[i], theme.track[j], eye), kPlainlyApart)
              << (dark ? "dark " : "light ") << j << " and " << i;
  }
}

TEST(Theme, KeepsGoodAndBadRelationsApartForEveryKindOfColourVision) {
  for (bool dark : {false, true}) {
    const Theme theme = make_theme({.dark = dark, .accent = {}, .ink = {}, .paper = {}});
    for (const Matrix& eye : {kNormal, kProtan, kDeutan, kTritan}) {
      EXPECT_GE(difference(theme.valence[0], theme.valence[4], eye), 15);
      EXPECT_GE(difference(theme.valence[0], theme.valence[2], eye), 8);
      EXPECT_GE(difference(theme.valence[2], theme.valence[4], eye), 8);
    }
  }
}

TEST(Theme, DrawsEveryDashPatternWithGaps) {
  EXPECT_TRUE(dash_pattern(Dash::kSolid, 2).solid());
  for (Dash dash : {Dash::kDashed, Dash::kDotted, Dash::kDashDot}) {
    for (double width = 0.5; width <= 8; width += 0.25) {
      const DashPattern pattern = dash_pattern(dash, width);
      EXPECT_FALSE(pattern.solid());
      // Round ends grow into the gap by half a width each.
      EXPECT_GT(pattern.lengths[1], width);
      EXPECT_GT(pattern.lengths[3], width);
    }
  }
}

}  // namespace
}  // namespace tp
