#include "app/timeline_marks.hpp"

#include <algorithm>

namespace tp {

namespace {

constexpr double kSpanGap = 3;     // between two bars at one height
constexpr double kAroundBars = 3;  // from the edges of a lane to the bars in it
constexpr double kFootBar = 6;

}  // namespace

SpanBarRequest LaneMarker::bar_room(double line_px) const {
  SpanBarRequest request;
  request.gap_px = kSpanGap;
  request.height_px = lane_.all ? foot_ - 2 : std::max(1.0, lane_.rect.height - 2 * kAroundBars);
  request.line_px = line_px;
  if (lane_.all) request.most_px = kFootBar;
  request.may_nest = !lane_.all;
  return request;
}

PlannedMark LaneMarker::span(const DateRange& when, const LaneItem& item, const SpanBar& bar) const {
  const double top = lane_.all ? lane_.rect.bottom() - foot_ + 1 : lane_.rect.y + kAroundBars;
  PlannedMark mark;
  mark.form = MarkForm::kSpan;
  mark.rect = {item.begin_px, top + bar.y_px, item.end_px - item.begin_px, bar.height_px};
  mark.open_begin = when.start.kind != EndKind::kDate;
  mark.open_end = when.end.kind != EndKind::kDate;
  if (!mark.open_begin)
    mark.soft_begin_px = std::min(mark.rect.width, x_of(when.start.date.bounds().end) - item.begin_px);
  if (!mark.open_end)
    mark.soft_end_px = std::min(mark.rect.width, item.end_px - x_of(when.end.date.bounds().begin));
  return mark;
}

PlannedMark LaneMarker::point(const DateRange& when, double x, std::size_t count, bool dimmed) const {
  PlannedMark mark;
  mark.form = count > 1 ? MarkForm::kCluster : MarkForm::kPoint;
  mark.dimmed = dimmed;
  const double extent = mark.form == MarkForm::kCluster && !dimmed ? kClusterSize : point_size();
  mark.rect = {x - extent / 2, middle_y() - extent / 2, extent, extent};
  if (mark.form == MarkForm::kPoint) {
    const LaneItem item = span_of(when);
    const double half = (item.end_px - item.begin_px) / 2;
    if (half > extent / 2) mark.soft_begin_px = mark.soft_end_px = half;
  }
  return mark;
}

}  // namespace tp
