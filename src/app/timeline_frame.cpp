#include "app/timeline_frame.hpp"

namespace tp {

namespace {

constexpr double kMargin = 24;
constexpr double kMarginNarrow = 16;
constexpr double kHeadsWidth = 94;
constexpr double kHeadsRoomy = 112;  // on wide panes, for longer names of tracks
constexpr double kAxis = 42;
constexpr double kOverview = 18;
constexpr double kOverviewRoom = 34;
constexpr double kTop = 12;
constexpr double kLeastForOverview = 216;
constexpr double kBandLane = 26;
constexpr double kBandLaneFolded = 20;

}  // namespace

TimelineFrame timeline_frame(const Panes& panes) {
  TimelineFrame frame;
  const Rect& area = panes.timeline;
  frame.area = area;
  if (area.width < 2 * kMargin || area.height < kAxis + kTop) return frame;
  frame.folded = panes.kind == LayoutKind::kNarrow;
  const double margin = frame.folded ? kMarginNarrow : kMargin;
  const double heads = frame.folded ? 0 : area.width >= 1000 ? kHeadsRoomy : kHeadsWidth;
  const bool overview = !frame.folded && area.height >= kLeastForOverview;
  const double below = kAxis + (overview ? kOverviewRoom : 0);
  const double left = area.x + margin + heads;
  const double width = area.right() - margin - left;
  frame.heads = {area.x + margin, area.y + kTop, heads, area.height - kTop - below};
  frame.plot = {left, area.y + kTop, width, area.height - kTop - below};
  frame.axis = {left, frame.plot.bottom(), width, kAxis};
  if (overview) frame.overview = {left, frame.axis.bottom(), width, kOverview};
  return frame;
}

std::vector<Lane> divide_lanes(const TimelineFrame& frame, const Story& story, const StoryIndex& index) {
  const std::vector<char>& has_events = index.track_has_events;
  std::vector<char> has_periods(story.tracks.size(), 0);
  const bool loose_events = story.tracks.empty() || index.has_loose_events;
  for (const Period& period : story.periods)
    if (period.track.valid()) has_periods[period.track.at()] = 1;

  std::vector<Lane> lanes;
  for (std::size_t i = 0; i < story.tracks.size(); ++i) {
    if (has_events[i] && !frame.folded) lanes.push_back({TrackIndex(i), false, false, {}});
    if (!has_events[i] && has_periods[i]) lanes.push_back({TrackIndex(i), true, false, {}});
  }
  if (frame.folded) {
    lanes.push_back({TrackIndex(), false, true, {}});
  } else if (loose_events) {
    lanes.push_back({TrackIndex(), false, false, {}});
  }

  std::size_t bands = 0;
  for (const Lane& lane : lanes) bands += lane.band;
  const double band_height = frame.folded ? kBandLaneFolded : kBandLane;
  const double left_over = frame.plot.height - static_cast<double>(bands) * band_height;
  const std::size_t others = lanes.size() - bands;
  const double height = others ? std::max(1.0, left_over / static_cast<double>(others)) : 0;
  double y = frame.plot.y;
  const double x = frame.folded ? frame.plot.x : frame.heads.x;
  for (Lane& lane : lanes) {
    lane.rect = {x, y, frame.plot.right() - x, lane.band ? band_height : height};
    y += lane.rect.height;
  }
  return lanes;
}

}  // namespace tp
