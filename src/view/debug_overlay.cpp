#include "view/debug_overlay.hpp"

#include <algorithm>
#include <cstdio>

#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kLine = 14;
constexpr double kPanelWidth = 320;
constexpr double kFullScale = 16.7;  // ms: the height of the graph
constexpr std::size_t kMostActions = 12;

}  // namespace

void DebugOverlay::add_frame(double cpu_ms) {
  times_[next_] = cpu_ms;
  next_ = (next_ + 1) % times_.size();
  ++count_;
}

void DebugOverlay::draw_boxes(Pen& pen, const Theme& theme, const Scene& scene) const {
  const auto box = [&](const Rect& rect, Color color) { pen.frame(rect, color.faded(0.7), 1); };
  for (const Rect& rect : {scene.map.area, scene.timeline.plot, scene.timeline.axis, scene.timeline.overview})
    if (!rect.empty()) box(rect, theme.track[3]);
  for (const LaneHead& lane : scene.timeline.lanes) box(lane.rect, theme.line);
  for (const LabelBox& label : scene.map.labels) box(label.rect, theme.track[1]);
  for (const LabelBox& label : scene.timeline.labels) box(label.rect, theme.track[1]);
  for (const LabelBox& label : scene.timeline.tick_labels) box(label.rect, theme.track[1]);
  for (const EventMark& mark : scene.timeline.marks) box(mark.rect, theme.track[2]);
  for (const ButtonMark& button : scene.buttons) box(button.rect, theme.track[6]);
  for (const NodeMark& node : scene.map.nodes)
    pen.ring(node.center, node.radius, theme.track[2].faded(0.7), 1);
}

void DebugOverlay::draw_times(Pen& pen, const Theme& theme, const Rect& area) const {
  const double step = area.width / static_cast<double>(times_.size());
  for (std::size_t i = 0; i < times_.size(); ++i) {
    const double ms = times_[(next_ + i) % times_.size()];
    const double height = std::clamp(ms / kFullScale, 0.0, 1.0) * area.height;
    const Color color = ms > kFullScale / 2 ? theme.valence.front() : theme.accent;
    pen.fill({area.x + static_cast<double>(i) * step, area.bottom() - height, step * 0.8, height}, color);
  }
  pen.hairline_across(area.x, area.right(), area.y, theme.line);
}

void DebugOverlay::draw_log(Pen& pen, const Theme& theme, const Program& program, Point top_left) const {
  const auto& log = program.action_log();
  const std::size_t first = log.size() > kMostActions ? log.size() - kMostActions : 0;
  for (std::size_t i = first; i < log.size(); ++i) {
    const double y = top_left.y + static_cast<double>(i - first) * kLine;
    pen.text_in({top_left.x, y, kPanelWidth, kLine}, log[i], TextStyle::kSmall, theme.muted);
  }
}

void DebugOverlay::draw(Pen& pen, const Theme& theme, const Program& program) const {
  const Scene& scene = program.scene();
  draw_boxes(pen, theme, scene);
  const Rect panel{12, 40, kPanelWidth, 96 + kLine * kMostActions};
  pen.fill(panel, theme.raised.faded(0.97), measure::kRadiusBox);
  pen.frame(panel, theme.tick, 1, measure::kRadiusBox);
  const double last = times_[(next_ + times_.size() - 1) % times_.size()];
  char line[160];
  std::snprintf(line, sizeof line, "frame %lld   %.2f ms   %zu marks  %zu labels  %zu lines", count_, last,
                scene.timeline.marks.size(), scene.timeline.labels.size() + scene.map.labels.size(),
                scene.map.relation_count);
  pen.text_in({panel.x + 10, panel.y + 8, panel.width, kLine}, line, TextStyle::kSmallStrong, theme.ink);
  draw_times(pen, theme, {panel.x + 10, panel.y + 30, panel.width - 20, 40});
  draw_log(pen, theme, program, {panel.x + 10, panel.y + 84});
}

}  // namespace tp
