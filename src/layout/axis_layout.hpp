// How crowded may tick labels get? Ticks, their labels and the context above them, for one axis.
#pragma once

#include <cstdint>
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
  bool major = false;     ///< of the labelled step; minor ticks never have a label
  std::string label;      ///< empty where minor, and where it would leave the visible range
  double label_x_px = 0;  ///< left edge of the label, centred on the tick
  double label_width_px = 0;
  friend bool operator==(const AxisTick&, const AxisTick&) = default;
};

/// One stretch of the context row: "1992" above its months.
struct AxisContext {
  std::string label;
  /// Left edge of its text: at its start, held inside the visible range until the next context pushes it out
  /// (then it begins before `left_px` and is to be clipped).
  double x_px = 0;
  double width_px = 0;
  double begin_px = 0;  ///< where the stretch itself begins, for a dividing line; may be before `left_px`
  friend bool operator==(const AxisContext&, const AxisContext&) = default;
};

struct AxisRequest {
  TimeScale scale;
  double left_px = 0;
  double right_px = 0;
  std::string language;  ///< BCP 47
  double label_gap_px = 18;
  double minor_gap_px = 8;  ///< least distance of minor ticks
  friend bool operator==(const AxisRequest&, const AxisRequest&) = default;
};

struct AxisLayout {
  TickStep step;                ///< of the labels
  TickStep minor_step;          ///< equal to `step` where there is no room for minor ticks
  std::vector<AxisTick> ticks;  ///< in order, those within the visible range (ends included)
  std::vector<AxisContext> contexts;
  friend bool operator==(const AxisLayout&, const AxisLayout&) = default;
};

/// Labels never overlap and, for one zoom, never change while panning: which ticks are labelled depends on
/// the step alone, and the step on the widest label that the step can have in the language. For steps of
/// years it also depends on how many digits the years in view have and whether some are before the common
/// era, so that "2025" needs no room for "13.8 billion years ago". Ticks of the step and its context both
/// fit, else the next coarser is taken.
AxisLayout lay_out_axis(const AxisRequest& request, const TextMeasurer& measurer);

/// Which years are in view, as coarsely as their labels' widths differ.
struct YearClass {
  std::int64_t largest = 9'999;  ///< 9…9: no year in view has more digits
  bool before_common = false;
  friend bool operator==(const YearClass&, const YearClass&) = default;
};

/// Lays out one axis again and again, as `lay_out_axis` does; what panning does not change is kept, and lists
/// keep their room. The fonts must stay the same.
class AxisWriter {
 public:
  /// Valid until the next call.
  const AxisLayout& lay_out(const AxisRequest& request, const TextMeasurer& measurer);

 private:
  class Builder;
  /// What the steps depend on.
  struct Key {
    double ms_per_px = 0;
    double label_gap_px = 0, minor_gap_px = 0;
    std::string language;
    YearClass years;
    friend bool operator==(const Key&, const Key&) = default;
  };
  Key key_;
  AxisLayout layout_;
  std::vector<Instant> majors_, minors_;
};

}  // namespace tp
