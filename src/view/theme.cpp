#include "view/theme.hpp"

#include <algorithm>
#include <cmath>

namespace tp {

namespace {

// Searched so that the smallest difference between any two, as seen with each kind of colour-vision
// deficiency, is as large as the hues of the design allow (tests/view/theme_test.cpp measures it): violet,
// blue, brick, ochre, green, teal, magenta, slate.
constexpr std::array<Color, 8> kTrackLight{{{0x65, 0x1A, 0x73},
                                            {0x34, 0x5F, 0xB2},
                                            {0x8D, 0x20, 0x03},
                                            {0x9A, 0x6B, 0x00},
                                            {0x56, 0x80, 0x40},
                                            {0x00, 0x83, 0x8A},
                                            {0xC8, 0x04, 0x6E},
                                            {0x37, 0x45, 0x39}}};
constexpr std::array<Color, 8> kTrackDark{{{0xAA, 0x67, 0xC1},
                                           {0x17, 0xB4, 0xFF},
                                           {0xD0, 0x65, 0x45},
                                           {0xE7, 0xA7, 0x22},
                                           {0x8E, 0xD4, 0x87},
                                           {0x0A, 0x9A, 0x9B},
                                           {0xFF, 0xAA, 0xE0},
                                           {0xA4, 0xBB, 0xA4}}};

constexpr std::array<Color, 5> kValenceLight{
    {{0x9A, 0x35, 0x24}, {0xB5, 0x6A, 0x58}, {0x8C, 0x87, 0x7D}, {0x3F, 0x92, 0x8A}, {0x0F, 0x70, 0x69}}};
constexpr std::array<Color, 5> kValenceDark{
    {{0xE8, 0x7E, 0x68}, {0xC0, 0x86, 0x78}, {0x93, 0x8F, 0x87}, {0x66, 0xA9, 0xA1}, {0x4C, 0xC4, 0xB8}}};

constexpr Color kInkLight{0x1B, 0x1B, 0x1A};
constexpr Color kPaperLight{0xFB, 0xFA, 0xF7};
constexpr Color kAccentLight{0x0B, 0x6E, 0x6E};
constexpr Color kInkDark{0xE9, 0xE6, 0xDF};
constexpr Color kPaperDark{0x16, 0x17, 0x19};
constexpr Color kAccentDark{0x4D, 0xB9, 0xB0};
constexpr Color kWhite{0xFF, 0xFF, 0xFF};
constexpr Color kBlack{0, 0, 0};

constexpr double kDarkGround = 0.18;  // a paper of less luminance than this is a dark one

// In the order of TextStyle.
constexpr std::array<TypeFace, kTextStyles> kFaces{{{12, 16, Weight::kRegular, 0},
                                                    {12, 16, Weight::kSemibold, 0},
                                                    {11, 14, Weight::kRegular, 0},
                                                    {11, 14, Weight::kSemibold, 0},
                                                    {10.5, 14, Weight::kSemibold, 1.2},
                                                    {20, 26, Weight::kSemibold, -0.2},
                                                    {14, 20, Weight::kRegular, 0},
                                                    {8.5, 12, Weight::kSemibold, -0.3}}};

// Light by sRGB's channel (IEC 61966-2-1). Worked out once: words ask for their contrast in every frame.
double linear(std::uint8_t channel) {
  static const std::array<double, 256> light = [] {
    std::array<double, 256> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double c = static_cast<double>(i) / 255.0;
      all[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    return all;
  }();
  return light[channel];
}

std::uint8_t mix_channel(std::uint8_t a, std::uint8_t b, double share) {
  return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

std::size_t place_of_valence(int valence) {
  return static_cast<std::size_t>(std::clamp(valence, -2, 2) + 2);
}

std::size_t place_of_track(int number, std::size_t count) {
  return static_cast<std::size_t>(std::max(number, 0)) % count;
}

}  // namespace

Color Color::faded(double opacity) const {
  return {r, g, b, static_cast<std::uint8_t>(std::lround(a * std::clamp(opacity, 0.0, 1.0)))};
}

double luminance(Color color) {
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast(Color a, Color b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Color mix(Color a, Color b, double share) {
  return {mix_channel(a.r, b.r, share), mix_channel(a.g, b.g, share), mix_channel(a.b, b.b, share),
          mix_channel(a.a, b.a, share)};
}

Color readable(Color color, Color paper, Color ink, double ratio) {
  constexpr int kSteps = 20;
  for (int i = 0; i <= kSteps; ++i) {
    const Color candidate = mix(color, ink, static_cast<double>(i) / kSteps);
    if (contrast(candidate, paper) >= ratio) return candidate;
  }
  return ink;
}

Theme make_theme(const ThemeChoice& choice) {
  Theme theme;
  theme.paper = choice.paper ? opaque(*choice.paper) : choice.dark ? kPaperDark : kPaperLight;
  // A host whose paper is dark has a dark theme, whatever it calls it.
  theme.dark = luminance(theme.paper) < kDarkGround;
  theme.ink = choice.ink ? opaque(*choice.ink) : theme.dark ? kInkDark : kInkLight;
  const Color safe_ink = contrast(theme.ink, theme.paper) >= kTextContrast ? theme.ink
                         : theme.dark                                      ? kWhite
                                                                           : kInkLight;
  theme.ink = safe_ink;
  const auto stands = [&](Color color, double ratio) {
    return readable(color, theme.paper, safe_ink, ratio);
  };

  theme.body = mix(theme.ink, theme.paper, 0.1);
  theme.muted = stands(mix(theme.ink, theme.paper, 0.36), kTextContrast + 0.5);
  theme.line = mix(theme.paper, theme.ink, theme.dark ? 0.11 : 0.085);
  theme.tick = mix(theme.paper, theme.ink, theme.dark ? 0.26 : 0.2);
  theme.raised = theme.dark ? mix(theme.paper, kWhite, 0.035) : mix(theme.paper, kWhite, 0.55);
  theme.sunken = mix(theme.paper, theme.ink, theme.dark ? 0.07 : 0.045);
  theme.accent = stands(choice.accent ? opaque(*choice.accent)
                        : theme.dark  ? kAccentDark
                                      : kAccentLight,
                        kTextContrast);
  theme.accent_wash = mix(theme.paper, theme.accent, theme.dark ? 0.14 : 0.085);
  theme.on_accent =
      contrast(theme.accent, kWhite) >= contrast(theme.accent, kPaperDark) ? kWhite : kPaperDark;
  theme.shadow = theme.dark ? Color{0, 0, 0, 130} : Color{0x1B, 0x1B, 0x1A, 34};

  theme.track = theme.dark ? kTrackDark : kTrackLight;
  theme.valence = theme.dark ? kValenceDark : kValenceLight;
  for (Color& color : theme.track) color = stands(color, kGraphicContrast);
  for (Color& color : theme.valence) color = stands(color, kGraphicContrast);
  for (std::size_t i = 0; i < theme.valence.size(); ++i)
    theme.valence_text[i] = stands(theme.valence[i], kTextContrast + 0.2);
  return theme;
}

Color graphic_color(const Ink& ink, const Theme& theme) {
  switch (ink.role) {
    case Ink::Role::kInk:
      return theme.ink;
    case Ink::Role::kMuted:
      return theme.muted;
    case Ink::Role::kFaint:
      return theme.tick;
    case Ink::Role::kAccent:
      return theme.accent;
    case Ink::Role::kPaper:
      return theme.paper;
    case Ink::Role::kTrack:
      return theme.track[place_of_track(ink.number, theme.track.size())];
    case Ink::Role::kValence:
      return theme.valence[place_of_valence(ink.number)];
    case Ink::Role::kCustom:
      return readable(opaque(ink.rgb), theme.paper, theme.ink, kGraphicContrast);
  }
  return theme.ink;
}

Color text_color(const Ink& ink, const Theme& theme) {
  switch (ink.role) {
    case Ink::Role::kFaint:
      return theme.muted;
    case Ink::Role::kPaper:
      return theme.on_accent;
    case Ink::Role::kValence:
      return theme.valence_text[place_of_valence(ink.number)];
    default:
      return readable(graphic_color(ink, theme), theme.paper, theme.ink, kTextContrast);
  }
}

Color text_on(Color ground, const Theme& theme) {
  const Color bright = theme.dark ? theme.ink : kWhite;
  const Color deep = theme.dark ? theme.paper : theme.ink;
  if (contrast(ground, bright) >= kTextContrast) return bright;
  if (contrast(ground, deep) >= kTextContrast) return deep;
  // On the middle tones between, one of black and white always reaches it.
  return contrast(ground, kWhite) >= contrast(ground, kBlack) ? kWhite : kBlack;
}

double opacity_of(Emphasis emphasis) {
  return emphasis == Emphasis::kDimmed ? 0.38 : 1;
}

// Words stay readable also where they step back.
double text_opacity_of(Emphasis emphasis) {
  return emphasis == Emphasis::kDimmed ? 0.62 : 1;
}

const TypeFace& type_face(TextStyle style) {
  return kFaces[static_cast<std::size_t>(style)];
}

DashPattern dash_pattern(Dash dash, double width_px) {
  // Ends are round, so each drawn length looks longer by the width of the line.
  switch (dash) {
    case Dash::kSolid:
      return {};
    case Dash::kDashed:
      return {{4 + width_px, 3 + 1.6 * width_px, 4 + width_px, 3 + 1.6 * width_px}};
    case Dash::kDotted:
      return {{0, 2.5 + 1.4 * width_px, 0, 2.5 + 1.4 * width_px}};
    case Dash::kDashDot:
      return {{7 + width_px, 3 + 1.4 * width_px, 0, 3 + 1.4 * width_px}};
  }
  return {};
}

}  // namespace tp
