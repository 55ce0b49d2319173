// Where do letters come from, and how wide are they? The product's two faces as dynamic fonts of Dear ImGui.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "view/theme.hpp"

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

namespace tp {

/// What a TrueType file says about its own proportions, in parts of its em square.
struct FontProportions {
  double line = 1.2;         ///< ascent and descent together: what Dear ImGui calls the size
  double cap_height = 0.72;  ///< of a flat capital
};

/// Reads the tables head, hhea and OS/2; no value for anything that is not a TrueType file.
std::optional<FontProportions> read_font_proportions(std::span<const unsigned char> file);

/// One face in one size, ready for drawing or for measuring.
struct BakedFace {
  ImFontBaked* baked = nullptr;
  float scale = 1;     ///< from its units to CSS px
  float baseline = 0;  ///< its baseline below the top of its box, in its own units
  float spacing = 0;   ///< CSS px after each letter
};

/// How wide a line of `words` is, in CSS px; never below 0.
double width_of(std::string_view words, const BakedFace& face);

class Fonts {
 public:
  Fonts() = default;
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// Keeps a copy of a TrueType file. The first file of a weight is the face, further ones add letters that
  /// it has not. False for a file that can't be read.
  bool add(std::span<const unsigned char> file, Weight weight);
  /// Adds letters to both weights.
  bool add_fallback(std::span<const unsigned char> file);
  /// True when there is a face for regular; semibold falls back to it.
  bool ready() const { return !files_[0].empty(); }

  /// Hands everything to an atlas. Once for each Dear ImGui context.
  void install(ImFontAtlas& atlas);

  /// For drawing at `density` device px for each CSS px; valid until the next frame.
  BakedFace face(TextStyle style, double density) const;
  /// For measuring: no glyph is drawn into the atlas for it.
  BakedFace measuring_face(TextStyle style) const;
  /// Height of a flat capital, CSS px.
  double cap_height(TextStyle style) const;

 private:
  struct File {
    std::vector<unsigned char> bytes;
    FontProportions proportions;
  };
  struct Face {
    ImFont* font = nullptr;
    FontProportions proportions;
  };
  const Face& face_of(TextStyle style) const;
  BakedFace bake(TextStyle style, float density) const;

  std::array<std::vector<File>, 2> files_;
  std::array<Face, 2> faces_;
};

}  // namespace tp
