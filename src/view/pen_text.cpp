// Words: glyph by glyph, so that they may stand at fractions of a pixel, in half sizes and with spaced
// capitals.
#include <cmath>

#include "view/fonts.hpp"
#include "view/pen.hpp"
#include "view/to_imgui.hpp"
#include "view/utf8.hpp"

namespace tp {

namespace {

// The eight neighbours of a letter, for the paper around it.
constexpr std::array<std::array<double, 2>, 8> kAround{{{1, 0},
                                                        {0.7071, 0.7071},
                                                        {0, 1},
                                                        {-0.7071, 0.7071},
                                                        {-1, 0},
                                                        {-0.7071, -0.7071},
                                                        {0, -1},
                                                        {0.7071, -0.7071}}};

}  // namespace

void Pen::glyphs(Point baseline, std::string_view words, TextStyle style, Color color, double* width) {
  if (words.empty() || silent_) return;
  const BakedFace face = fonts_.face(style, density_);
  const auto scale = static_cast<double>(face.scale);
  const double top = snap(baseline.y) - static_cast<double>(face.baseline) * scale;
  double x = baseline.x;
  // A glyph seen for the first time can make the texture of all glyphs grow, which starts a new draw command.
  // So all are asked for once before the first corner is written.
  for (std::size_t at = 0; at < words.size();)
    face.baked->FindGlyph(static_cast<ImWchar>(next_code_point(words, at)));
  list_->PrimReserve(static_cast<int>(words.size()) * 6, static_cast<int>(words.size()) * 4);
  int drawn = 0;
  for (std::size_t at = 0; at < words.size();) {
    const ImFontGlyph* glyph = face.baked->FindGlyph(static_cast<ImWchar>(next_code_point(words, at)));
    if (!glyph) continue;
    if (glyph->Visible) {
      list_->PrimRectUV(
          vec(x + static_cast<double>(glyph->X0) * scale, top + static_cast<double>(glyph->Y0) * scale),
          vec(x + static_cast<double>(glyph->X1) * scale, top + static_cast<double>(glyph->Y1) * scale),
          {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, packed(color));
      ++drawn;
    }
    x += static_cast<double>(glyph->AdvanceX) * scale + static_cast<double>(face.spacing);
  }
  const int unused = static_cast<int>(words.size()) - drawn;
  list_->PrimUnreserve(unused * 6, unused * 4);
  if (width) *width = x - baseline.x;
}

Point Pen::baseline_in(const Rect& rect, TextStyle style) const {
  return {rect.x, rect.y + (rect.height + fonts_.cap_height(style)) / 2};
}

double Pen::text(Point baseline, std::string_view words, TextStyle style, Color color) {
  double width = 0;
  glyphs(baseline, words, style, color, &width);
  return width;
}

void Pen::text_in(const Rect& rect, std::string_view words, TextStyle style, Color color) {
  if (color.a > 0) glyphs(baseline_in(rect, style), words, style, color, nullptr);
}

void Pen::text_centered(Point center, std::string_view words, TextStyle style, Color color) {
  const double width = text_width(words, style) - type_face(style).spacing_px;
  text_in({center.x - width / 2, center.y - 10, width, 20}, words, style, color);
}

void Pen::text_with_halo(const Rect& rect, std::string_view words, TextStyle style, Color color, Color paper,
                         double reach) {
  const Point baseline = baseline_in(rect, style);
  const Point whole{baseline.x, snap(baseline.y)};
  for (const auto& way : kAround)
    glyphs({whole.x + way[0] * reach, whole.y + way[1] * reach}, words, style, paper, nullptr);
  for (const auto& way : kAround)
    glyphs({whole.x + way[0] * reach / 2, whole.y + way[1] * reach / 2}, words, style, paper, nullptr);
  glyphs(whole, words, style, color, nullptr);
}

double Pen::text_width(std::string_view words, TextStyle style) const {
  return width_of(words, fonts_.face(style, density_));
}

}  // namespace tp
