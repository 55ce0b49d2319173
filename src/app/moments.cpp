#include "app/moments.hpp"

#include <algorithm>

#include "time/format_date.hpp"

namespace tp {

Instant moment_of(const Date& date) {
  const TimeRange bounds = date.bounds();
  return plus_ms(bounds.begin, bounds.length_ms() / 2);
}

Instant moment_of(const DateRange& range) {
  if (range.start.kind == EndKind::kDate) return moment_of(range.start.date);
  if (range.end.kind == EndKind::kDate) return moment_of(range.end.date);
  return Instant{};
}

NamedMoment named_moment(const DateRange& range) {
  const DateEnd& end = range.start.kind == EndKind::kDate ? range.start : range.end;
  return end.kind == EndKind::kDate ? NamedMoment{to_edtf(end.date), moment_of(end.date)} : NamedMoment{};
}

std::ptrdiff_t last_event_begun(const Story& story, const StoryIndex& index, Instant t) {
  // Ordered by the earliest instant each can mean; the moment of an event is never before that, so the search
  // by begin gives an upper place from which few steps back are left.
  const auto& order = index.events_in_time;
  const auto after = std::upper_bound(order.begin(), order.end(), t, [&](Instant at, EventIndex event) {
    return at < story[event].when.outer().begin;
  });
  for (auto i = after - order.begin() - 1; i >= 0; --i)
    if (moment_of(story[order[static_cast<std::size_t>(i)]].when) <= t) return i;
  return -1;
}

std::string playhead_words(const Story& story, Ref selected, Instant at, std::string_view language,
                           bool brief) {
  const DateStyle style = brief ? DateStyle::kShort : DateStyle::kLong;
  if (selected.kind == Kind::kEvent) {
    const DateRange& when = story.events[selected.index].when;
    if (moment_of(when) == at && when.start.kind == EndKind::kDate)
      return format_date(when.start.date, language, style);
  }
  return format_day(at, language, style);
}

}  // namespace tp
