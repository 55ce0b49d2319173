// How large is the mark of an event and where in its lane does it lie?
#pragma once

#include "app/lane_labels.hpp"
#include "app/timeline_plan.hpp"
#include "layout/span_bars.hpp"

namespace tp {

inline constexpr double kMark = 12;
inline constexpr double kClusterSize = 18;
inline constexpr double kClusterGap = 2;  // between two clusters
inline constexpr double kSpanFrom = 16;   // shorter stretches are drawn as points

/// Makes the marks of one lane.
class LaneMarker {
 public:
  /// `has_stretches`: whether any of the lane's events is one, at any zoom: zooming moves nothing up or down.
  LaneMarker(const TimelinePlanKey& key, const Lane& lane, bool has_stretches, const TimeRange& extent)
      : key_(key), lane_(lane), extent_(extent), foot_(has_stretches && lane.all ? kFoot : 0) {}

  double x_of(Instant t) const { return content_x(t, extent_, key_); }
  double middle_y() const {
    if (!lane_.all) return lane_.rect.center().y;
    return lane_.rect.bottom() - foot_ - kMarkInOneLane * 0.8;  // labels stack above the marks
  }
  double bottom_y() const { return lane_.rect.bottom() - foot_; }
  double point_size() const { return lane_.all ? kMarkInOneLane : kMark; }

  LaneItem span_of(const DateRange& when) const {
    const TimeRange outer = when.outer();
    return {x_of(outer.begin), x_of(outer.end)};
  }
  bool is_span(const DateRange& when) const {
    const LaneItem item = span_of(when);
    return when.is_interval && item.end_px - item.begin_px >= kSpanFrom;
  }
  /// The room for bars; without items.
  SpanBarRequest bar_room(double line_px) const;
  PlannedMark span(const DateRange& when, const LaneItem& item, const SpanBar& bar) const;
  /// A point, or a cluster where `count` is more than one.
  PlannedMark point(const DateRange& when, double x, std::size_t count, bool dimmed) const;

 private:
  static constexpr double kFoot =
      12;  // where one lane holds all tracks: bars lie at its foot, below the marks
  const TimelinePlanKey& key_;
  const Lane& lane_;
  const TimeRange& extent_;
  double foot_ = 0;
};

}  // namespace tp
