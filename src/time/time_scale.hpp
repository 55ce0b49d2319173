// Which pixel is an instant at, and back? A linear scale that stays exact at any zoom.
#pragma once

#include "time/instant.hpp"

namespace tp {

/// A value: panning and zooming return a new one. `anchor` is a whole millisecond; fractions live in
/// `anchor_px`, so neighbours differ exactly even 13.8 billion years from 1970.
struct TimeScale {
  Instant anchor;
  double anchor_px = 0;
  double ms_per_px = 1;

  double to_px(Instant t) const;
  /// Rounded to a whole millisecond.
  Instant from_px(double px) const;
  TimeScale panned(double by_px) const;
  /// `factor` > 1 zooms in; the instant under `at_px` stays there. Limits are the caller's.
  TimeScale zoomed_around(double at_px, double factor) const;
  /// The same scale with its anchor moved near `px`, so that long journeys lose no precision.
  TimeScale reanchored(double px) const;
  TimeRange visible(double from_px, double to_px) const;
  friend bool operator==(const TimeScale&, const TimeScale&) = default;
};

/// The scale that shows `range` between the two pixels. An empty range is shown as one day around it.
TimeScale fit_range(const TimeRange& range, double from_px, double to_px);

}  // namespace tp
