#include "time/time_scale.hpp"

#include <algorithm>
#include <cmath>

namespace tp {

double TimeScale::to_px(Instant t) const {
  return anchor_px + ms_between(anchor, t) / ms_per_px;
}

Instant TimeScale::from_px(double px) const {
  return plus_ms(anchor, (px - anchor_px) * ms_per_px);
}

TimeScale TimeScale::panned(double by_px) const {
  return {anchor, anchor_px + by_px, ms_per_px};
}

TimeScale TimeScale::zoomed_around(double at_px, double factor) const {
  if (!(factor > 0) || !std::isfinite(factor) || !std::isfinite(at_px)) return *this;
  TimeScale zoomed = reanchored(at_px);
  // What lies between the point and the nearest whole millisecond grows with the zoom.
  zoomed.anchor_px = at_px + (zoomed.anchor_px - at_px) * factor;
  zoomed.ms_per_px = ms_per_px / factor;
  return zoomed;
}

TimeScale TimeScale::reanchored(double px) const {
  const Instant near = from_px(px);
  return {near, to_px(near), ms_per_px};
}

TimeRange TimeScale::visible(double from_px_, double to_px_) const {
  return {from_px(from_px_), from_px(to_px_)};
}

TimeScale fit_range(const TimeRange& range, double from_px, double to_px) {
  const double width_px = std::max(1.0, to_px - from_px);
  if (range.begin < range.end) return {range.begin, from_px, range.length_ms() / width_px};
  const double half_day_ms = static_cast<double>(kMsPerDay) / 2;
  return {range.begin, from_px + width_px / 2, 2 * half_day_ms / width_px};
}

}  // namespace tp
