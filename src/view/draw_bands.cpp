#include <algorithm>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kOpenFade = 48;
constexpr double kTint = 0.14;
constexpr double kTintNow = 0.24;     // of the one that the playhead is in
constexpr double kTintBehind = 0.09;  // behind events, which have to stand out
constexpr double kEdge = 2;
constexpr double kRoomy = 18;  // a lower band has a thinner edge: its words need the room

// True where the band is a lane's ground and not a lane of its own.
bool is_behind_events(const PeriodBand& band, const TimelineScene& timeline) {
  if (band.whole_height) return true;
  const Point middle = band.rect.center();
  for (const LaneHead& lane : timeline.lanes)
    if (lane.has_icon && lane.rect.y <= middle.y && middle.y < lane.rect.bottom()) return true;
  return false;
}

}  // namespace

void draw_bands(Pen& pen, const Theme& theme, const TimelineScene& timeline) {
  for (const PeriodBand& band : timeline.bands) {
    // A band that goes on beyond the plot is cut at its edge, not stretched to wherever time ends.
    const double left = std::max(band.rect.x, timeline.plot.x - 40);
    const double right = std::min(band.rect.right(), timeline.plot.right() + 40);
    const Rect rect = pen.snap(Rect{left, band.rect.y, right - left, band.rect.height});
    const Color color = graphic_color(band.ink, theme);
    const bool behind = is_behind_events(band, timeline);
    const double tint = behind ? kTintBehind : band.holds_now ? kTintNow : kTint;
    const double fade_left = left > band.rect.x ? 0 : band.begin.open ? kOpenFade : band.begin.soft_px;
    const double fade_right = right < band.rect.right() ? 0 : band.end.open ? kOpenFade : band.end.soft_px;
    const double gap = behind ? 0 : 1;  // between two that follow each other
    const Rect body{rect.x, rect.y, std::max(0.0, rect.width - gap), rect.height};
    pen.bar(body, color.faded(theme.dark ? tint * 1.35 : tint), measure::kRadiusBar, fade_left, fade_right);
    if (band.uncertain) pen.hatch(body, color.faded(0.22), measure::kHatchGap, 1, band.rect.x);
    if (behind) continue;
    const double edge = pen.whole_width(band.rect.height >= kRoomy ? kEdge : kEdge / 2);
    pen.bar({body.x, body.bottom() - edge, body.width, edge}, color.faded(band.holds_now ? 1 : 0.55), 0,
            fade_left, fade_right);
  }
}

}  // namespace tp
