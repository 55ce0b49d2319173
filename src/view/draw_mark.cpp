#include <algorithm>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kSpanTint = 0.26;
constexpr double kSpanTintDark = 0.36;
constexpr double kSpanEdge = 1;         // the lines along a span
constexpr double kAlong = 0.7;          // of its colour
constexpr double kSpanEnd = 2.5;        // the lines where it begins and ends
constexpr double kHardEnd = 4;          // an end less sure than this fades
constexpr double kThinSpan = 8;         // below this height a span is all line
constexpr double kOpenFade = 36;        // over which a span without an end fades out
constexpr double kReachHeight = 4;      // of the shade beside a mark whose date is not known finely
constexpr double kDimmedCluster = 0.4;  // share of its colour that a cluster keeps; its number stays readable
constexpr double kRingSelected = 2;
constexpr double kRingHovered = 1.25;

void draw_reach(Pen& pen, const EventMark& mark, Color color) {
  const Point c = mark.rect.center();
  const auto side = [&](double from, double width, bool left) {
    if (width <= mark.rect.width / 2) return;
    pen.bar({from, c.y - kReachHeight / 2, width, kReachHeight}, color.faded(0.4), 0, left ? width : 0,
            left ? 0 : width);
  };
  side(c.x - mark.begin.soft_px, mark.begin.soft_px, true);
  side(c.x, mark.end.soft_px, false);
}

// An end that is known to the width of its line, or nearly, is a line; else a fade as wide as what is not
// known.
double fade_of(const SpanEnd& end) {
  if (end.open) return std::max(kOpenFade, end.soft_px);
  return end.soft_px < kHardEnd ? 0 : end.soft_px;
}

void draw_span(Pen& pen, const Theme& theme, const EventMark& mark, Color color, double opacity) {
  const Rect rect = pen.snap(mark.rect);
  const double fade_left = fade_of(mark.begin), fade_right = fade_of(mark.end);
  const double tint = (theme.dark ? kSpanTintDark : kSpanTint) * opacity * (mark.hovered ? 1.5 : 1);
  Rect body = rect;
  if (mark.status == Status::kDisputed) {
    body.y += body.height / 2;
    body.height /= 2;
  }
  if (mark.status != Status::kClaim)
    pen.bar(body, color.faded(tint), measure::kRadiusBar, fade_left, fade_right);
  // Thin lines along it stand at 3:1 where the tint can't; strong ones across say where it begins and ends.
  const Color line = color.faded(opacity);
  const double edge = pen.whole_width(kSpanEdge), end = pen.whole_width(kSpanEnd);
  const Color along = rect.height < kThinSpan ? line : color.faded(kAlong * opacity);
  pen.bar({rect.x, rect.bottom() - edge, rect.width, edge}, along, 0, fade_left, fade_right);
  pen.bar({rect.x, rect.y, rect.width, edge}, along, 0, fade_left, fade_right);
  if (fade_left <= 0) pen.fill({rect.x, rect.y, end, rect.height}, line);
  if (fade_right <= 0) pen.fill({rect.right() - end, rect.y, end, rect.height}, line);
  if (mark.uncertain) pen.hatch(rect, color.faded(0.35 * opacity), measure::kHatchGap, 1, mark.rect.x);
}

void draw_cluster(Pen& pen, const Theme& theme, const EventMark& mark, Color color, double opacity) {
  const double radius = mark.rect.height / 2;
  // A thin edge of the ground keeps two neighbours apart.
  pen.fill(mark.rect.grown(1.5), theme.raised, radius + 1.5);
  const Color ground = mix(theme.raised, color, opacity < 1 ? kDimmedCluster : 1);
  pen.fill(mark.rect, ground, radius);
  const TextStyle style = mark.count.size() > 2 ? TextStyle::kCount : TextStyle::kSmallStrong;
  pen.text_centered(mark.rect.center(), mark.count, style, text_on(ground, theme));
}

void draw_rings(Pen& pen, const Theme& theme, const EventMark& mark) {
  const bool selected = mark.emphasis == Emphasis::kSelected;
  // What is related gets none: everything else steps back, which says the same with less ink.
  if (!selected && !mark.hovered) return;
  const double width = selected ? kRingSelected : kRingHovered;
  const double gap = selected ? measure::kRingGap : measure::kRingGap - 1;
  const Color color = mark.hovered && !selected ? theme.accent.faded(0.75) : theme.accent;
  if (mark.form != MarkForm::kSpan) {
    const double radius = std::max(mark.rect.width, mark.rect.height) / 2 + gap - 1;
    pen.ring(mark.rect.center(), radius, color, width);
    return;
  }
  pen.frame(mark.rect.grown(gap - 1 + width / 2), color, width, measure::kRadiusBar + 2);
}

}  // namespace

void draw_mark(Pen& pen, const Theme& theme, const EventMark& mark) {
  const Color color = graphic_color(mark.ink, theme);
  const double opacity = opacity_of(mark.emphasis);
  switch (mark.form) {
    case MarkForm::kSpan:
      draw_span(pen, theme, mark, color, opacity);
      break;
    case MarkForm::kCluster:
      draw_cluster(pen, theme, mark, color, opacity);
      break;
    case MarkForm::kPoint: {
      draw_reach(pen, mark, color.faded(opacity));
      // An edge of the ground keeps it apart from a bar of its own colour.
      const double around = mark.emphasis == Emphasis::kSelected ? 3.5 : opacity < 1 ? 0 : 1.5;
      pen.disc(mark.rect.center(), mark.rect.width / 2 + around, theme.raised);
      const Color solid = opacity < 1 ? mix(theme.raised, color, opacity) : color;
      draw_shape(pen, mark.shape, mark.rect.center(), mark.rect.height,
                 {solid, theme.raised, mark.status, mark.uncertain});
      break;
    }
  }
  draw_rings(pen, theme, mark);
}

}  // namespace tp
