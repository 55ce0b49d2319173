#include "app/timeline_handles.hpp"

#include <algorithm>

#include "app/words.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr double kPadX = 8;
constexpr double kHeight = 18;
constexpr double kGap = 4;  // px between the two badges

std::string words_of(const std::string& edtf, const std::string& language) {
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  return parsed.value ? format_date_range(*parsed.value, language, DateStyle::kShort) : edtf;
}

HandleMark handle(CompareEnd end, const NamedMoment& moment, const TimelineScene& timeline,
                  const State& state, const TextMeasurer& measurer) {
  HandleMark mark;
  mark.end = end;
  mark.x = timeline.plot.x + state.scale.to_px(moment.at);
  mark.visible = mark.x >= timeline.plot.x - 0.5 && mark.x <= timeline.plot.right() + 0.5;
  mark.grabbed = state.modes.grabbed == end;
  LabelBox& badge = mark.badge;
  badge.text = (end == CompareEnd::kA ? "A  " : "B  ") + words_of(moment.edtf, state.language);
  badge.style = TextStyle::kSmallStrong;
  const double width = measurer.measure(badge.text, badge.style).width + 2 * kPadX;
  const Rect& area = timeline.area;
  const double left =
      std::clamp(mark.x - width / 2, area.x + 4, std::max(area.x + 4, area.right() - width - 4));
  badge.rect = {left, timeline.plot.bottom() + 26, width, kHeight};
  return mark;
}

// Side by side where they would cover one another, the earlier one left.
void part(HandleMark& one, HandleMark& other, const Rect& area) {
  HandleMark& left = one.x <= other.x ? one : other;
  HandleMark& right = one.x <= other.x ? other : one;
  const double over = left.badge.rect.right() + kGap - right.badge.rect.x;
  if (over <= 0) return;
  const double room = area.right() - 4 - right.badge.rect.right();
  const double by_right = std::clamp(over / 2, 0.0, std::max(0.0, room));
  right.badge.rect.x += by_right;
  left.badge.rect.x -= over - by_right;
  const double outside = area.x + 4 - left.badge.rect.x;
  if (outside <= 0) return;
  left.badge.rect.x += outside;
  right.badge.rect.x += outside;
}

}  // namespace

void add_handles(Scene& scene, const State& state, const TextMeasurer& measurer) {
  TimelineScene& timeline = scene.timeline;
  if (timeline.plot.width <= 0) return;
  const auto make_room = [&](const Rect& taken) {
    const auto covered = [&](const LabelBox& box) { return box.rect.overlaps(taken.grown(3)); };
    std::erase_if(timeline.tick_labels, covered);
    std::erase_if(timeline.context_labels, covered);
  };
  if (state.modes.compare) {
    const ComparePair& pair = *state.modes.compare;
    scene.handles.marks = {handle(CompareEnd::kA, pair.a, timeline, state, measurer),
                           handle(CompareEnd::kB, pair.b, timeline, state, measurer)};
    part(scene.handles.marks[0], scene.handles.marks[1], timeline.area);
    for (const HandleMark& mark : scene.handles.marks) make_room(mark.badge.rect);
  }
  if (state.modes.brush) {
    const TimeRange& range = state.modes.brush->range;
    const double from = timeline.plot.x + state.scale.to_px(range.begin);
    const double to = timeline.plot.x + state.scale.to_px(range.end);
    const double left = std::clamp(from, timeline.plot.x, timeline.plot.right());
    const double right = std::clamp(to, timeline.plot.x, timeline.plot.right());
    if (right > left || (from >= timeline.plot.x && from < timeline.plot.right()))
      scene.handles.brush = {left, timeline.plot.y, std::max(1.0, right - left), timeline.plot.height};
  }
}

}  // namespace tp
