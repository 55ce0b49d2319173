#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

void draw_scene(Pen& pen, const Theme& theme, const Scene& scene, const Borders& borders) {
  pen.fill({0, 0, scene.canvas.width, scene.canvas.height}, theme.paper);
  draw_map(pen, theme, scene.map, borders);
  draw_timeline(pen, theme, scene.timeline);
  draw_brush(pen, theme, scene.handles);
  draw_handles(pen, theme, scene.handles, scene.timeline);
  for (const ButtonMark& button : scene.buttons) draw_button(pen, theme, button);
  draw_tooltip(pen, theme, scene.tooltip);
}

}  // namespace tp
