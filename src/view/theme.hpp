// Which colour, size and stroke has everything? The whole visual language as data, for light and dark.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "app/scene.hpp"
#include "layout/text_measurer.hpp"

namespace tp {

/// sRGB with straight alpha.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Color&, const Color&) = default;
  /// The same colour at `opacity` (0 … 1) of what it was.
  Color faded(double opacity) const;
};

constexpr Color opaque(Rgb rgb) {
  return {rgb.r, rgb.g, rgb.b, 255};
}

/// WCAG 2.2 relative luminance, 0 … 1; alpha is not looked at.
double luminance(Color color);
/// WCAG 2.2 contrast ratio, 1 … 21.
double contrast(Color a, Color b);
/// From `a` (share 0) to `b` (share 1), in sRGB.
Color mix(Color a, Color b, double share);
/// `color` moved towards `ink` just far enough to stand against `paper` at `ratio`; unchanged where it does
/// already.
Color readable(Color color, Color paper, Color ink, double ratio);

inline constexpr double kTextContrast = 4.5;     ///< WCAG 1.4.3
inline constexpr double kGraphicContrast = 3.0;  ///< WCAG 1.4.11

/// What the host's style may set; the rest follows from these.
struct ThemeChoice {
  bool dark = false;
  std::optional<Rgb> accent, ink, paper;
  friend bool operator==(const ThemeChoice&, const ThemeChoice&) = default;
};

struct Theme {
  bool dark = false;
  Color ink;     ///< text that matters
  Color body;    ///< running text
  Color muted;   ///< secondary text, major ticks
  Color line;    ///< hairlines between things; never the only sign of anything
  Color tick;    ///< minor ticks, outlines of quiet controls
  Color paper;   ///< the ground
  Color raised;  ///< ground of timeline, marks, tooltip
  Color sunken;  ///< ground of the overview, of "before"
  Color accent;
  Color on_accent;    ///< text on accent
  Color accent_wash;  ///< ground of "after", of chips
  Color shadow;
  std::array<Color, 8> track;
  std::array<Color, 5> valence;       ///< −2 … 2, as lines
  std::array<Color, 5> valence_text;  ///< the same, as words
};

Theme make_theme(const ThemeChoice& choice);

/// The colour of a thing drawn; stands at 3:1 against the paper unless it is faint by intent.
Color graphic_color(const Ink& ink, const Theme& theme);
/// The colour of words in that ink; stands at 4.5:1 against the paper, or against the accent where the ink is
/// paper.
Color text_color(const Ink& ink, const Theme& theme);
/// Ink or paper, whichever reads on `ground`; black or white on the few colours where neither does. At
/// least 4.5:1.
Color text_on(Color ground, const Theme& theme);
/// How much of a thing is seen: what has nothing to do with the selection steps back.
double opacity_of(Emphasis emphasis);
double text_opacity_of(Emphasis emphasis);

enum class Weight : std::uint8_t { kRegular, kSemibold };

/// The type of one TextStyle, in CSS px.
struct TypeFace {
  double size_px = 12;  ///< of the em square, as in CSS
  double line_px = 16;
  Weight weight = Weight::kRegular;
  double spacing_px = 0;  ///< added after each letter
};

const TypeFace& type_face(TextStyle style);

/// Stroke widths, radii and lengths that more than one drawing uses; CSS px.
namespace measure {
inline constexpr double kOutline = 1.5;       ///< around an actor
inline constexpr double kOutlineQuiet = 1.2;  ///< around one without relations
inline constexpr double kRing = 2;            ///< around what is selected
inline constexpr double kRingGap = 4.5;       ///< between a mark and its ring
inline constexpr double kPlayhead = 1.6;
inline constexpr double kRadiusBar = 3;
inline constexpr double kRadiusBox = 6;
inline constexpr double kHalo = 2.4;  ///< paper around words
inline constexpr double kArrow = 8;   ///< length of an arrow head on a thin line
inline constexpr double kHatchGap = 5;
}  // namespace measure

/// Lengths drawn and left out in turn along a line, in px; all zero: solid. A drawn length of 0 is a dot.
struct DashPattern {
  std::array<double, 4> lengths{};
  bool solid() const { return lengths[0] <= 0 && lengths[1] <= 0; }
};

DashPattern dash_pattern(Dash dash, double width_px);

}  // namespace tp
