#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kPlatePad = 5;
constexpr double kPlateOpacity = 1;  // what lies below would show through as a ghost

}  // namespace

void draw_label(Pen& pen, const Theme& theme, const LabelBox& label, Color ground) {
  const double opacity = label.opacity * text_opacity_of(label.emphasis);
  if (label.text.empty() || opacity <= 0) return;
  const Color color = text_color(label.ink, theme).faded(opacity);
  if (!label.halo && !label.plate) return pen.text_in(label.rect, label.text, label.style, color);
  if (label.plate || label.style == TextStyle::kSmall || label.style == TextStyle::kSmallStrong) {
    // Words on a line interrupt it, as on a map.
    Rect plate = label.rect.grown(1);
    plate.x -= kPlatePad - 1;
    plate.width += 2 * (kPlatePad - 1);
    pen.fill(plate, ground.faded(kPlateOpacity * label.opacity), plate.height / 2);
    pen.text_in(label.rect, label.text, label.style, color);
    return;
  }
  pen.text_with_halo(label.rect, label.text, label.style, color, ground.faded(label.opacity), measure::kHalo);
}

}  // namespace tp
