#include "platform/desktop_panels.hpp"

#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kBannerHeight = 28;

void draw_banner(Pen& pen, const Theme& theme, double width, std::string_view words) {
  const Rect line{0, 0, width, kBannerHeight};
  const Color ground = theme.valence.front();
  pen.fill(line, ground);
  pen.text_in({12, line.y, line.width - 24, line.height}, words, TextStyle::kLabelStrong,
              text_on(ground, theme));
}

}  // namespace

bool DesktopPanels::input(const InputEvent& event, Program& program) {
  const Rect& area = program.state().panes.card;
  return card_.takes(event, area) && card_.input(event, program);
}

void DesktopPanels::draw(Pen& pen, const Theme& theme, const TextMeasurer& measurer, const Program& program) {
  const Rect& area = program.state().panes.card;
  if (!area.empty()) card_.draw(pen, theme, measurer, program, area);
}

void DesktopPanels::draw_above(Pen& pen, const Theme& theme, const Program& program, double cpu_ms) {
  debug_.add_frame(cpu_ms);
  if (program.state().debug) debug_.draw(pen, theme, program);
  if (!banner_.empty()) draw_banner(pen, theme, program.scene().canvas.width, banner_);
}

}  // namespace tp
