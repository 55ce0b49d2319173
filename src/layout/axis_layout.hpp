// How crowded may tick labels get? Ticks, their labels and the context above them, for one axis.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/text_measurer.hpp"
#include "time/ticks.hpp"
#include "time/time_scale.hpp"

namespace tp {

struct AxisTick {
  Instant instant;
  double x_px = 0;
  bool major = false;     ///< has a label; minor ticks have none
  std::string label;      ///< empty where minor
  double label_x_px = 0;  ///< left edge of the label, centred on the tick
  double label_width_px = 0;
};

/// One stretch of the context row: "1992" above its months.
struct AxisContext {
  std::string label;
  double x_px =
      0;  ///< left edge of its text: at its start, held inside the visible range while any of it shows
  double width_px = 0;
};

struct AxisRequest {
  TimeScale scale;
  double left_px = 0;
  double right_px = 0;
  std::string_view language;
  double label_gap_px = 18;
};

struct AxisLayout {
  TickStep step;
  std::vector<AxisTick> ticks;
  std::vector<AxisContext> contexts;
};

/// Labels never overlap and, for one zoom, never change while panning: which ticks are labelled depends on
/// the step alone, and the step on the widest label that the step can have.
AxisLayout lay_out_axis(const AxisRequest& request, const TextMeasurer& measurer);

}  // namespace tp
