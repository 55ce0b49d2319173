#include "app/lane_heads.hpp"

#include <algorithm>

#include "app/fit_text.hpp"

namespace tp {

namespace {

constexpr double kIcon = 18;  // with the room after it
constexpr double kAfterTrack = 4;
constexpr double kAfterSeries = 8;

std::vector<std::string> lines_of(const TimelineFrame& frame, const Lane& lane, const Story& story,
                                  const std::string& language, const TextMeasurer& measurer) {
  if (frame.folded) return {};
  const TextStyle style = head_style(lane);
  if (lane.series >= 0) {
    const Series& series = story.series[static_cast<std::size_t>(lane.series)];
    const double line = measurer.measure("x", style).height;
    const auto fits = static_cast<std::size_t>(std::max(1.0, (lane.rect.height + 2) / line));
    const double width = frame.plot.x - lane.rect.x - kAfterSeries;
    return wrap_to_width(series.title.in(language), style, width, fits, measurer);
  }
  if (!lane.track.valid()) return {};
  const double width = frame.heads.width - head_indent(lane) - kAfterTrack;
  return {cut_to_width(story[lane.track].title.in(language), style, width, measurer)};
}

}  // namespace

double head_indent(const Lane& lane) {
  return lane.band ? 0 : kIcon;
}

TextStyle head_style(const Lane& lane) {
  return lane.folded || lane.series >= 0 ? TextStyle::kSmall : TextStyle::kLabel;
}

LaneHeads write_lane_heads(const TimelineFrame& frame, const std::vector<Lane>& lanes, const Story& story,
                           const std::string& language, const TextMeasurer& measurer) {
  LaneHeads heads;
  heads.reserve(lanes.size());
  for (const Lane& lane : lanes) heads.push_back(lines_of(frame, lane, story, language, measurer));
  return heads;
}

}  // namespace tp
