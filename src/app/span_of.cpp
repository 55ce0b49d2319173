#include "app/span_of.hpp"

#include <algorithm>

#include "app/moments.hpp"

namespace tp {

namespace {

constexpr std::size_t kNeighbours = 3;  // on either side of an event
constexpr double kRoom = 0.06;          // of the length, at either end

class Union {
 public:
  explicit Union(const TimeRange& extent) : extent_(extent) {}

  void add(const DateRange& when) { add(when.outer()); }
  void add(const TimeRange& range) {
    const Instant begin = std::clamp(range.begin, extent_.begin, extent_.end);
    const Instant end = std::clamp(range.end, extent_.begin, extent_.end);
    span_ =
        span_ ? TimeRange{std::min(span_->begin, begin), std::max(span_->end, end)} : TimeRange{begin, end};
  }
  const std::optional<TimeRange>& get() const { return span_; }

 private:
  TimeRange extent_;
  std::optional<TimeRange> span_;
};

}  // namespace

std::optional<TimeRange> span_of(const Story& story, const StoryIndex& index, Ref ref) {
  Union span(index.extent);
  switch (ref.kind) {
    case Kind::kEvent:
      span.add(story.events[ref.index].when);
      break;
    case Kind::kPeriod:
      span.add(story.periods[ref.index].when);
      break;
    case Kind::kRelation:
      for (const Phase& phase : story.relations[ref.index].phases) span.add(phase.when);
      break;
    case Kind::kTrack:
      for (const Event& event : story.events)
        if (event.track.value == ref.index) span.add(event.when);
      for (const Period& period : story.periods)
        if (period.track.value == ref.index) span.add(period.when);
      break;
    case Kind::kActor:
      for (EventIndex event : index.events_of_actor.of(ref.index)) span.add(story[event].when);
      for (RelationIndex relation : index.relations_of_actor.of(ref.index))
        for (const Phase& phase : story[relation].phases) span.add(phase.when);
      break;
    case Kind::kSeries:
      for (const SeriesPoint& point : story.series[ref.index].points) span.add(point.when.bounds());
      break;
    default:
      break;
  }
  return span.get();
}

std::optional<TimeRange> span_to_show(const Story& story, const StoryIndex& index, Ref ref) {
  std::optional<TimeRange> span = span_of(story, index, ref);
  if (!span) return span;
  if (ref.kind == Kind::kEvent) {
    const auto& order = index.events_in_time;
    const std::size_t place = index.place_in_time[ref.index];
    const std::size_t first = place > kNeighbours ? place - kNeighbours : 0;
    const std::size_t last = std::min(order.size() - 1, place + kNeighbours);
    for (std::size_t i = first; i <= last; ++i) {
      const Instant at = moment_of(story[order[i]].when);
      span->begin = std::min(span->begin, at);
      span->end = std::max(span->end, at);
    }
  }
  const double room = span->length_ms() * kRoom;
  return TimeRange{plus_ms(span->begin, -room), plus_ms(span->end, room)};
}

}  // namespace tp
