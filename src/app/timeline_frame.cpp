#include "app/timeline_frame.hpp"

#include <algorithm>

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
constexpr double kFoldedLane = 24;  // the least that a pointer needs
constexpr double kSeriesLane = 34;
constexpr double kSeriesLaneMost = 72;  // where every track is folded
constexpr double kLeastLane = 26;       // of a track: series leave it that much

// The series that are drawn: those that fit, in the story's order, and the wished one whatever the room.
std::vector<int> choose_series(const TimelineFrame& frame, const Story& story, const LaneWishes& wishes,
                               double free, std::size_t open_lanes) {
  std::vector<int> chosen;
  const double room = (free - static_cast<double>(open_lanes) * kLeastLane) / kSeriesLane;
  const auto fit = frame.folded || room < 1 ? std::size_t{0} : static_cast<std::size_t>(room);
  for (std::size_t i = 0; i < story.series.size() && chosen.size() < fit; ++i)
    chosen.push_back(static_cast<int>(i));
  const bool wished = wishes.shown.kind == Kind::kSeries && wishes.shown.index < story.series.size();
  const auto shown = static_cast<int>(wishes.shown.index);
  if (wished && std::find(chosen.begin(), chosen.end(), shown) == chosen.end()) {
    if (!chosen.empty()) chosen.pop_back();
    chosen.push_back(shown);
  }
  return chosen;
}

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

LaneContents lane_contents(const Story& story) {
  LaneContents contents{std::vector<char>(story.tracks.size(), 0), std::vector<char>(story.tracks.size(), 0),
                        story.tracks.empty()};
  for (const Event& event : story.events) {
    if (event.track.valid()) {
      contents.has_events[event.track.at()] = 1;
    } else {
      contents.loose_events = true;
    }
  }
  for (const Period& period : story.periods)
    if (period.track.valid()) contents.has_periods[period.track.at()] = 1;
  return contents;
}

std::vector<Lane> divide_lanes(const TimelineFrame& frame, const Story& story, const LaneWishes& wishes) {
  return divide_lanes(frame, story, lane_contents(story), wishes);
}

std::vector<Lane> divide_lanes(const TimelineFrame& frame, const Story& story, const LaneContents& contents,
                               const LaneWishes& wishes) {
  std::vector<Lane> lanes;
  std::size_t first_track = 0;  // where the first lane of events is
  for (std::size_t i = 0; i < story.tracks.size(); ++i) {
    Lane lane;
    lane.track = TrackIndex(i);
    lane.band = !contents.has_events[i];
    lane.folded = !lane.band && std::binary_search(wishes.folded.begin(), wishes.folded.end(),
                                                   Ref::of(Kind::kTrack, lane.track));
    if (lane.band ? contents.has_periods[i] != 0 : !frame.folded) lanes.push_back(lane);
    if (lane.band && first_track + 1 == lanes.size()) first_track = lanes.size();
  }
  if (frame.folded || contents.loose_events) lanes.emplace_back().all = frame.folded;

  double fixed = 0;
  std::size_t open_lanes = 0;
  const double band_height = frame.folded ? kBandLaneFolded : kBandLane;
  for (const Lane& lane : lanes) {
    fixed += lane.band ? band_height : lane.folded ? kFoldedLane : 0;
    open_lanes += !lane.band && !lane.folded;
  }
  const double free = frame.plot.height - fixed;
  const std::vector<int> series = choose_series(frame, story, wishes, free, open_lanes);
  const auto series_count = static_cast<double>(series.size());
  const double series_height = series.empty() ? 0
                               : open_lanes > 0
                                   ? kSeriesLane
                                   : std::clamp(free / series_count, kSeriesLane, kSeriesLaneMost);
  for (std::size_t i = 0; i < series.size(); ++i) {
    Lane lane;
    lane.series = series[i];
    lane.track = story.series[static_cast<std::size_t>(series[i])].track;
    lanes.insert(lanes.begin() + static_cast<std::ptrdiff_t>(first_track + i), lane);
  }

  const double left_over = free - series_count * series_height;
  const double height = open_lanes ? std::max(1.0, left_over / static_cast<double>(open_lanes)) : 0;
  double y = frame.plot.y;
  const double x = frame.folded ? frame.plot.x : frame.heads.x;
  for (Lane& lane : lanes) {
    const double own = lane.band          ? band_height
                       : lane.series >= 0 ? series_height
                       : lane.folded      ? kFoldedLane
                                          : height;
    lane.rect = {x, y, frame.plot.right() - x, own};
    y += own;
  }
  return lanes;
}

}  // namespace tp
