#include "view/fonts.hpp"

#include <imgui.h>

#include <algorithm>

#include "view/utf8.hpp"

namespace tp {

namespace {

// Dear ImGui rounds sizes to whole pixels. All text is baked at this size with a density that makes the
// glyphs come out at exactly the device pixels wanted, and is scaled back by numbers: 10.5 px text is as
// sharp as 10 px text.
constexpr float kBakedSize = 16;

class Tables {
 public:
  explicit Tables(std::span<const unsigned char> file) : file_(file) {}

  unsigned u16(std::size_t at) const { return at + 2 <= file_.size() ? file_[at] * 256u + file_[at + 1] : 0; }
  int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  std::size_t u32(std::size_t at) const { return std::size_t{u16(at)} << 16 | u16(at + 2); }

  /// Where the table begins; 0: there is none.
  std::size_t find(const char* tag) const {
    const unsigned count = u16(4);
    for (unsigned i = 0; i < count; ++i) {
      const std::size_t row = 12 + 16 * std::size_t{i};
      if (row + 16 > file_.size()) return 0;
      if (std::string_view(reinterpret_cast<const char*>(&file_[row]), 4) == tag) return u32(row + 8);
    }
    return 0;
  }

 private:
  std::span<const unsigned char> file_;
};

}  // namespace

std::optional<FontProportions> read_font_proportions(std::span<const unsigned char> file) {
  const Tables tables(file);
  if (tables.u32(0) != 0x00010000) return std::nullopt;
  const std::size_t head = tables.find("head"), hhea = tables.find("hhea"), os2 = tables.find("OS/2");
  const double em = tables.u16(head + 18);
  if (!head || !hhea || !tables.find("glyf") || em <= 0) return std::nullopt;
  FontProportions out;
  out.line = (tables.i16(hhea + 4) - tables.i16(hhea + 6)) / em;
  const int cap = os2 && tables.u16(os2) >= 2 ? tables.i16(os2 + 88) : 0;
  if (cap > 0) out.cap_height = cap / em;
  if (out.line <= 0) return std::nullopt;
  return out;
}

bool Fonts::add(std::span<const unsigned char> file, Weight weight) {
  const auto proportions = read_font_proportions(file);
  if (!proportions) return false;
  files_[static_cast<std::size_t>(weight)].push_back({{file.begin(), file.end()}, *proportions});
  return true;
}

bool Fonts::add_fallback(std::span<const unsigned char> file) {
  return add(file, Weight::kRegular) && add(file, Weight::kSemibold);
}

void Fonts::install(ImFontAtlas& atlas) {
  for (std::size_t weight = 0; weight < files_.size(); ++weight) {
    bool first = true;
    for (File& file : files_[weight]) {
      ImFontConfig config;
      config.FontData = file.bytes.data();
      config.FontDataSize = static_cast<int>(file.bytes.size());
      config.FontDataOwnedByAtlas = false;
      config.MergeMode = !first;
      // A merged face gets the same em square as the one that it completes, not the same line height.
      config.SizePixels =
          static_cast<float>(kBakedSize * file.proportions.line / files_[weight].front().proportions.line);
      // Words move by fractions of a pixel while panning; three samples across keep their stems even.
      config.OversampleH = 3;
      config.OversampleV = 1;
      config.PixelSnapH = false;
      ImFont* font = atlas.AddFont(&config);
      if (first) faces_[weight] = {font, file.proportions};
      first = false;
    }
  }
  if (!faces_[1].font) faces_[1] = faces_[0];
}

const Fonts::Face& Fonts::face_of(TextStyle style) const {
  return faces_[static_cast<std::size_t>(type_face(style).weight)];
}

BakedFace Fonts::bake(TextStyle style, float density) const {
  const Face& face = face_of(style);
  BakedFace out;
  out.baked = face.font->GetFontBaked(kBakedSize, density);
  out.scale = static_cast<float>(type_face(style).size_px * face.proportions.line / kBakedSize);
  out.spacing = static_cast<float>(type_face(style).spacing_px);
  return out;
}

BakedFace Fonts::face(TextStyle style, double density) const {
  const double size = type_face(style).size_px * face_of(style).proportions.line;
  BakedFace out = bake(style, static_cast<float>(size * density / static_cast<double>(kBakedSize)));
  // Dear ImGui rounds the ascent when it places glyphs, so it is that rounded value that has to be taken off
  // again.
  out.baseline = static_cast<float>(static_cast<int>(out.baked->Ascent + 0.5f));
  return out;
}

BakedFace Fonts::measuring_face(TextStyle style) const {
  BakedFace out = bake(style, 1);
  out.baked->LoadNoRenderOnLayout = 1;
  return out;
}

double Fonts::cap_height(TextStyle style) const {
  return type_face(style).size_px * face_of(style).proportions.cap_height;
}

double width_of(std::string_view words, const BakedFace& face) {
  double width = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto letter = static_cast<ImWchar>(next_code_point(words, at));
    width += static_cast<double>(face.baked->GetCharAdvance(letter)) * static_cast<double>(face.scale) +
             static_cast<double>(face.spacing);
  }
  return std::max(0.0, width);
}

}  // namespace tp
