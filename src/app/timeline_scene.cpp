#include "app/timeline_scene.hpp"

#include <algorithm>
#include <optional>

#include "app/density.hpp"
#include "app/lens.hpp"
#include "app/moments.hpp"
#include "app/palette.hpp"
#include "app/series_scene.hpp"
#include "app/update.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr double kEdgeFade = 28;  // a label leaving the plot fades over this
constexpr double kHeldInset = 6;  // around words that stay at the edge of the plot
constexpr double kBandInset = 3;
constexpr double kBadgePadX = 8;
constexpr double kBadgeHeight = 20;
constexpr double kFoldTarget = 24;   // across: the margin left of a lane's name
constexpr double kDensityPitch = 3;  // of the lines that stand for a folded lane's events
constexpr double kDensityPad = 3;

// What there is room for in a cluster: "9", "240", "12k". Its tooltip has the whole number.
std::string short_count(std::size_t count) {
  if (count < 1000) return std::to_string(count);
  return count < 1'000'000 ? std::to_string(count / 1000) + "k" : std::to_string(count / 1'000'000) + "M";
}

class Builder {
 public:
  Builder(TimelineScene& scene, TimelineScratch& scratch, const TimelinePlan& plan, const State& state,
          const Story& story, const StoryIndex& index, const AxisIndex& timeline,
          const TextMeasurer& measurer, const RelatedEvents* related)
      : plan_(plan),
        state_(state),
        story_(story),
        index_(index),
        timeline_(timeline),
        measurer_(measurer),
        related_(related),
        scene_(scene),
        scratch_(scratch),
        labels_(scene.labels) {
    start_over();
    scene_.area = plan.frame.area;
    scene_.plot = plan.frame.plot;
    scene_.axis = plan.frame.axis;
    scene_.overview = plan.frame.overview;
    scene_.folded = plan.frame.folded;
    offset_ = scene_.plot.x + state.scale.to_px(plan.key.origin);
  }

  void build() {
    if (scene_.plot.width <= 0) return leave_empty();
    add_lanes();
    add_bands();
    add_marks();
    add_labels();
    add_series();
    add_densities();
    add_axis();
    add_playhead();
    add_overview();
  }

 private:
  // Lists that are filled element by element are written over, the others are emptied.
  void start_over() {
    renew(scene_, &TimelineScene::lanes, &TimelineScene::bands, &TimelineScene::marks, &TimelineScene::labels,
          &TimelineScene::tails, &TimelineScene::series, &TimelineScene::ticks, &TimelineScene::tick_labels,
          &TimelineScene::context_labels, &TimelineScene::playhead_badge, &TimelineScene::overview_ticks,
          &TimelineScene::overview_label);
    scene_.bands.clear();
    scene_.tails.clear();
    scene_.ticks.clear();
    scene_.overview_ticks.clear();
    scene_.playhead_badge.clear();
    scene_.overview_label.clear();
  }
  void leave_empty() {
    scene_.lanes.clear();
    scene_.marks.clear();
    scene_.series.clear();
    scene_.tick_labels.clear();
    scene_.context_labels.clear();
  }
  const std::string& language() const { return state_.language; }
  double canvas_x(Instant t) const { return offset_ + content_x(t, index_.extent, plan_.key); }

  void write(LabelBox& box, std::string_view text, TextStyle style, Ink ink, Point top_left) const {
    const Size size = measurer_.measure(text, style);
    box.rect = {top_left.x, top_left.y, size.width, size.height};
    box.text = text;
    box.style = style;
    box.ink = ink;
  }

  void add_lanes() {
    Refill<LaneHead> heads(scene_.lanes);
    for (std::size_t i = 0; i < plan_.lanes.size(); ++i)
      if (plan_.lanes[i].series < 0) add_lane(heads.next_clear(), plan_.lanes[i], plan_.heads[i]);
  }

  void add_lane(LaneHead& head, const Lane& lane, const std::vector<std::string>& words) const {
    head.rect = lane.rect;
    head.ref = Ref::of(Kind::kTrack, lane.track);
    head.shape = shape_of(story_, index_, lane.track);
    head.ink = ink_of(story_, index_, lane.track);
    head.has_icon = !lane.band;
    head.hovered = head.ref.valid() && head.ref == state_.hovered;
    const double middle = lane.rect.center().y;
    head.icon = {plan_.frame.heads.x, middle - 6, 12, 12};
    if (words.empty()) return;
    write(head.title, words.front(), head_style(lane), {}, {plan_.frame.heads.x + head_indent(lane), 0});
    head.title.rect.y = middle - head.title.rect.height / 2;
    if (lane.band || lane.folded) head.title.ink = {Ink::Role::kMuted};
    head.folded = lane.folded;
    if (lane.folded) head.icon = head.icon.grown(-2);
    if (!lane.band)
      head.fold = {plan_.frame.heads.x - kFoldTarget, lane.rect.y, kFoldTarget, lane.rect.height};
  }

  void add_bands() {
    for (std::size_t i = 0; i < story_.periods.size(); ++i) {
      const Period& period = story_.periods[i];
      const Lane* lane = lane_of(period.track);
      if (period.track.valid() && !lane) continue;
      const TimeRange outer = period.when.outer();
      PeriodBand band;
      band.ref = {Kind::kPeriod, static_cast<std::uint32_t>(i)};
      band.ink = ink_of(period, story_, index_);
      band.uncertain = period.when.is_soft();
      band.holds_now = outer.contains(state_.at);
      band.whole_height = !lane;
      const double x0 = canvas_x(outer.begin);
      const double x1 = canvas_x(outer.end);
      const Rect rows = lane ? lane->rect : scene_.plot;
      const double inset = lane ? kBandInset : 0;
      band.rect = {x0, rows.y + inset, x1 - x0, rows.height - 2 * inset};
      if (period.when.start.kind == EndKind::kDate) {
        band.begin.soft_px = std::min(band.rect.width, canvas_x(period.when.start.date.bounds().end) - x0);
      } else {
        band.begin.open = true;
      }
      if (period.when.end.kind == EndKind::kDate) {
        band.end.soft_px = std::min(band.rect.width, x1 - canvas_x(period.when.end.date.bounds().begin));
      } else {
        band.end.open = true;
      }
      if (band.rect.right() < scene_.plot.x || band.rect.x > scene_.plot.right()) continue;
      if (lane && lane->band) add_band_label(period, band);
      scene_.bands.push_back(band);
    }
  }

  // The title stays in view while its band does; where it has no room the tooltip says it.
  void add_band_label(const Period& period, const PeriodBand& band) {
    const double left = std::max(band.rect.x, scene_.plot.x) + 8;
    const double right = std::min(band.rect.right(), scene_.plot.right()) - 6;
    LabelBox& box = labels_.next_clear();
    write(box, period.title.in(language()), TextStyle::kSmall, {Ink::Role::kInk}, {left, 0});
    if (box.rect.right() > right) return labels_.drop_last();
    box.rect.y = band.rect.center().y - box.rect.height / 2;
    box.ref = band.ref;
  }

  const Lane* lane_of(TrackIndex track) const {
    if (!track.valid()) return nullptr;
    for (const Lane& lane : plan_.lanes)
      if (lane.track == track && lane.series < 0) return &lane;
    return nullptr;
  }

  Emphasis emphasis_of(const PlannedMark& mark) const {
    if (mark.dimmed) return Emphasis::kDimmed;
    const Emphasis by_selection = emphasis_by_selection(mark);
    const bool foreign = state_.modes.told_by.valid() &&
                         standing_of(story_.events[mark.event], state_.modes.told_by) == Standing::kOthers;
    return foreign && by_selection != Emphasis::kSelected ? Emphasis::kDimmed : by_selection;
  }

  Emphasis emphasis_by_selection(const PlannedMark& mark) const {
    if (!state_.selected.valid()) return Emphasis::kNormal;
    if (state_.selected.kind == Kind::kEvent)
      return mark.members.contains(state_.selected.index) ? Emphasis::kSelected : Emphasis::kNormal;
    const bool related =
        related_ ? related_->any(mark.members)
                 : std::any_of(mark.members.begin(), mark.members.end(), [&](std::uint32_t member) {
                     return is_related(index_, story_, state_.selected, member);
                   });
    if (related) return Emphasis::kRelated;
    const bool filters = state_.selected.kind == Kind::kActor || state_.selected.kind == Kind::kRelation;
    return filters ? Emphasis::kDimmed : Emphasis::kNormal;
  }

  void add_marks() {
    Refill<EventMark> marks(scene_.marks);
    std::vector<int>& mark_of_plan = scratch_.mark_of_plan;
    mark_of_plan.assign(plan_.marks.size(), -1);
    for (std::size_t i = 0; i < plan_.marks.size(); ++i) {
      const PlannedMark& planned = plan_.marks[i];
      const double reach = std::max(planned.soft_begin_px, planned.soft_end_px) + 12;
      Rect rect = planned.rect.moved(offset_, 0);
      if (rect.right() + reach < scene_.plot.x || rect.x - reach > scene_.plot.right()) continue;
      const Event& event = story_.events[planned.event];
      mark_of_plan[i] = static_cast<int>(marks.size());
      EventMark& mark = marks.next_clear();
      mark.ref = {Kind::kEvent, planned.event};
      mark.form = planned.form;
      mark.rect = rect;
      mark.shape = shape_of(story_, index_, event.track);
      mark.ink = ink_of(story_, index_, event.track);
      mark.begin = {planned.soft_begin_px, planned.open_begin};
      mark.end = {planned.soft_end_px, planned.open_end};
      mark.uncertain = event.when.is_soft();
      mark.status = event.status;
      mark.emphasis = emphasis_of(planned);
      mark.hovered = state_.hovered.kind == Kind::kEvent && planned.members.contains(state_.hovered.index);
      mark.members = planned.members;
      if (planned.form == MarkForm::kCluster && !planned.dimmed)
        mark.count = short_count(planned.members.size());
    }
  }

  void add_labels() {
    scratch_.held.clear();
    for (const PlannedLabel& planned : plan_.labels) {
      const int position = scratch_.mark_of_plan[planned.mark];
      if (position < 0) continue;
      const EventMark& mark = scene_.marks[static_cast<std::size_t>(position)];
      const Rect rect = planned.rect.moved(offset_, 0);
      const double room = std::min(rect.x - scene_.plot.x, scene_.plot.right() - rect.right());
      if (room < 0 && mark.emphasis != Emphasis::kSelected) {
        if (const auto x = held_x(mark, rect)) {
          scratch_.held.push_back({&planned, *x});
          continue;
        }
      }
      if (room <= -kEdgeFade / 2 && mark.emphasis != Emphasis::kSelected) continue;
      LabelBox& box = labels_.next_clear();
      box.rect = rect;
      if (mark.emphasis == Emphasis::kSelected) {
        // The label of what is selected stays whole as long as its mark shows.
        const double inside = std::clamp(box.rect.x, scene_.plot.x,
                                         std::max(scene_.plot.x, scene_.plot.right() - box.rect.width));
        box.rect.x = inside;
      } else {
        box.opacity = std::clamp(1 + room / (kEdgeFade / 2), 0.0, 1.0);
      }
      box.text = planned.text;
      box.style = planned.style;
      box.emphasis = mark.emphasis;
      box.ref = mark.emphasis == Emphasis::kSelected ? state_.selected : mark.ref;
      // What is selected has its words even where others stand.
      box.plate = planned.plate || mark.emphasis == Emphasis::kSelected;
      if (!planned.tail.empty()) {
        const Rect tail = planned.tail.moved(offset_, 0);
        if (tail.x >= scene_.plot.x && tail.right() <= scene_.plot.right())
          scene_.tails.push_back({tail, mark.ink, mark.emphasis, box.opacity});
      }
    }
    for (const auto& [planned, x] : scratch_.held) add_held_label(*planned, x);
  }

  // Where words inside a bar stand when they would leave the plot before their bar does; none where they are
  // no words inside a bar, or too little of it is in view.
  std::optional<double> held_x(const EventMark& mark, const Rect& rect) const {
    const Rect& bar = mark.rect;
    const bool inside = mark.form == MarkForm::kSpan && !scene_.folded && rect.x >= bar.x &&
                        rect.right() <= bar.right() && rect.center().y > bar.y &&
                        rect.center().y < bar.bottom();
    if (!inside) return std::nullopt;
    // What is open reaches far beyond the story, where nothing is written.
    const double left = std::max({bar.x, scene_.plot.x, canvas_x(index_.extent.begin)}) + kHeldInset;
    const double right =
        std::min({bar.right(), scene_.plot.right(), canvas_x(index_.extent.end)}) - kHeldInset;
    if (right - left < rect.width) return std::nullopt;
    return std::clamp(rect.x, left, right - rect.width);
  }

  // Where it is free: the place was not planned.
  void add_held_label(const PlannedLabel& planned, double x) {
    const auto own = static_cast<std::size_t>(scratch_.mark_of_plan[planned.mark]);
    const Rect rect{x, planned.rect.y, planned.rect.width, planned.rect.height};
    const Rect bar = scene_.marks[own].rect;
    const Rect wide = rect.grown(kHeldInset);
    for (std::size_t i = 0; i < scene_.marks.size(); ++i) {
      const Rect& other = scene_.marks[i].rect;
      if (i != own && other.overlaps(wide) && !(other.x <= bar.x && bar.right() <= other.right())) return;
    }
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (scene_.labels[i].rect.overlaps(wide)) return;
    LabelBox& box = labels_.next_clear();
    box.rect = rect;
    box.text = planned.text;
    box.style = planned.style;
    box.emphasis = scene_.marks[own].emphasis;
    box.ref = scene_.marks[own].ref;
    box.held = true;
  }

  void add_series() {
    Refill<SeriesPlot> plots(scene_.series);
    for (std::size_t i = 0; i < plan_.lanes.size(); ++i) {
      const Lane& lane = plan_.lanes[i];
      if (lane.series < 0) continue;
      plot_series(plots.next(), {plan_.frame, lane, plan_.heads[i], plan_.key.origin, state_, story_, index_,
                                 timeline_, measurer_});
    }
  }

  void add_densities() {
    for (const Lane& lane : plan_.lanes) {
      if (!lane.folded) continue;
      const auto& moments = timeline_.moments[lane.track.at()];
      const TimeScale scale = state_.scale.panned(scene_.plot.x);
      const auto buckets =
          count_density(moments, scale, plan_.key.origin, scene_.plot.x, scene_.plot.right(), kDensityPitch);
      std::uint32_t most = 1;
      for (const DensityBucket& bucket : buckets) most = std::max(most, bucket.count);
      DensityLine line{Ref::of(Kind::kTrack, lane.track), ink_of(story_, index_, lane.track), {}};
      const double height = lane.rect.height - 2 * kDensityPad;
      for (const DensityBucket& bucket : buckets) {
        const double tall = height * density_share(bucket.count, most);
        line.bars.push_back({bucket.x, lane.rect.bottom() - kDensityPad - tall, kDensityPitch - 1, tall});
      }
      scene_.densities.push_back(std::move(line));
    }
  }

  void add_axis() {
    AxisRequest request;
    request.scale = state_.scale.panned(scene_.plot.x);
    request.left_px = scene_.axis.x;
    request.right_px = scene_.axis.right();
    request.language = language();
    const AxisLayout& axis = scratch_.axis.lay_out(request, measurer_);
    const double line = measurer_.measure("0", TextStyle::kSmall).height;
    Refill<LabelBox> tick_labels(scene_.tick_labels), context_labels(scene_.context_labels);
    for (const AxisTick& tick : axis.ticks) {
      if (tick.label.empty()) continue;
      write(tick_labels.next_clear(), tick.label, TextStyle::kSmall, {Ink::Role::kMuted},
            {tick.label_x_px, scene_.axis.y + 9});
    }
    for (const AxisContext& context : axis.contexts) {
      if (context.label.empty()) continue;
      write(context_labels.next_clear(), context.label, TextStyle::kSmallStrong, {Ink::Role::kMuted},
            {context.x_px, scene_.axis.y + 9 + line});
    }
    scene_.ticks = axis.ticks;
  }

  void add_playhead() {
    const double x = scene_.plot.x + state_.scale.to_px(state_.at);
    scene_.playhead_x = x;
    scene_.playhead_visible = x >= scene_.plot.x - 0.5 && x <= scene_.plot.right() + 0.5;
    LabelBox& badge = scene_.playhead_badge;
    write(badge, playhead_words(story_, state_.selected, state_.at, language(), true),
          TextStyle::kSmallStrong, {Ink::Role::kPaper}, {});
    const double width = badge.rect.width + 2 * kBadgePadX;
    const double left =
        std::clamp(x - width / 2, scene_.plot.x, std::max(scene_.plot.x, scene_.plot.right() - width));
    badge.rect = {left, scene_.plot.bottom() + 5, width, kBadgeHeight};
    if (!scene_.playhead_visible) return;
    // The badge stands on the axis: tick words under it make room.
    const Rect taken = badge.rect.grown(3);
    std::erase_if(scene_.tick_labels, [&](const LabelBox& box) { return box.rect.overlaps(taken); });
  }

  void add_overview() {
    if (scene_.overview.empty()) return;
    const TimeScale whole = fit_range(whole_range(index_), scene_.overview.x, scene_.overview.right());
    const TimeRange shown = state_.scale.visible(0, state_.plot_width);
    const double x0 = std::clamp(whole.to_px(shown.begin), scene_.overview.x, scene_.overview.right());
    const double x1 = std::clamp(whole.to_px(shown.end), scene_.overview.x, scene_.overview.right());
    scene_.overview_window = {x0, scene_.overview.y, std::max(6.0, x1 - x0), scene_.overview.height};
    scene_.overview_playhead_x =
        std::clamp(whole.to_px(state_.at), scene_.overview.x, scene_.overview.right());
    const std::string from = format_tick(index_.extent.begin, {TickUnit::kYear, 1}, language());
    const std::string to = format_tick(plus_ms(index_.extent.end, -1), {TickUnit::kYear, 1}, language());
    LabelBox& box = scene_.overview_label;
    write(box, from == to ? from : from + "\u2013" + to, TextStyle::kSmall, {Ink::Role::kMuted},
          {plan_.frame.heads.x, 0});
    box.rect.y = scene_.overview.center().y - box.rect.height / 2;
  }

  const TimelinePlan& plan_;
  const State& state_;
  const Story& story_;
  const StoryIndex& index_;
  const AxisIndex& timeline_;
  const TextMeasurer& measurer_;
  const RelatedEvents* related_;
  TimelineScene& scene_;
  TimelineScratch& scratch_;
  Refill<LabelBox> labels_;  ///< of bands and marks
  double offset_ = 0;
};

}  // namespace

bool is_related(const StoryIndex& index, const Story& story, Ref selected, std::uint32_t event) {
  switch (selected.kind) {
    case Kind::kEvent:
      return selected.index == event;
    case Kind::kTrack:
      return story.events[event].track.value == selected.index;
    case Kind::kActor: {
      const auto& actors = story.events[event].actors;
      return std::find(actors.begin(), actors.end(), ActorIndex(selected.index)) != actors.end();
    }
    case Kind::kRelation: {
      const auto events = index.events_of_relation.of(selected.index);
      return std::find(events.begin(), events.end(), EventIndex(event)) != events.end();
    }
    default:
      return false;
  }
}

void paint_timeline(TimelineScene& scene, TimelineScratch& scratch, const TimelinePlan& plan,
                    const State& state, const Story& story, const StoryIndex& index,
                    const AxisIndex& timeline, const TextMeasurer& measurer, const RelatedEvents* related) {
  Builder(scene, scratch, plan, state, story, index, timeline, measurer, related).build();
}

}  // namespace tp
