// What does the reader want to see of the map? Compare, trace, focus, account, ghosts, places, brush, legend.
#include <algorithm>

#include "app/moments.hpp"
#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kTimeMatters = 60'000;  // ms per px below which a dragged date has a time

// The day of an instant; its time too where the reader has zoomed in so far that it matters.
NamedMoment dragged_moment(Instant at, const State& state) {
  const std::string edtf = to_edtf(state.scale.ms_per_px < kTimeMatters ? at : Instant{at.day, 0});
  const DateResult<Date> parsed = parse_date(edtf);
  return {edtf, parsed.value ? moment_of(*parsed.value) : at};
}

NamedMoment* end_of(MapModes& modes, CompareEnd end) {
  if (!modes.compare || end == CompareEnd::kNone) return nullptr;
  return end == CompareEnd::kA ? &modes.compare->a : &modes.compare->b;
}

void drag_compare(State& state, const DragCompare& drag, const StoryContext& context) {
  NamedMoment* moment = end_of(state.modes, drag.end);
  if (!moment) return;
  state.modes.grabbed = drag.end;
  const double x = std::clamp(drag.plot_x, 0.0, state.plot_width);
  const std::optional<EventIndex> snapped = snap_target(state, x, context);
  const Instant at = std::clamp(state.scale.from_px(x), context.index.extent.begin, context.index.extent.end);
  *moment = snapped ? named_moment(context.story[*snapped].when) : dragged_moment(at, state);
}

// To the next or the previous event that is at another moment.
void step_compare(State& state, int by, const StoryContext& context) {
  NamedMoment* moment = end_of(state.modes, state.modes.grabbed);
  const auto& order = context.index.events_in_time;
  if (!moment || order.empty() || by == 0) return;
  const int direction = by > 0 ? 1 : -1;
  auto place = last_event_begun(context.story, context.index, moment->at);
  if (by > 0) ++place;
  for (; place >= 0 && place < std::ssize(order); place += direction) {
    const NamedMoment next = named_moment(context.story[order[static_cast<std::size_t>(place)]].when);
    const bool beyond = by > 0 ? next.at > moment->at : next.at < moment->at;
    if (next.edtf.empty() || !beyond) continue;
    *moment = next;
    reveal(state, next.at);
    return;
  }
}

void drag_brush(State& state, const DragBrush& drag, const StoryContext& context) {
  const auto at = [&](double x) {
    const Instant t = state.scale.from_px(std::clamp(x, 0.0, state.plot_width));
    return std::clamp(t, context.index.extent.begin, context.index.extent.end);
  };
  const std::string from = dragged_moment(at(std::min(drag.from_x, drag.to_x)), state).edtf;
  const std::string to = dragged_moment(at(std::max(drag.from_x, drag.to_x)), state).edtf;
  const std::string edtf = from + "/" + to;
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  if (!parsed.value) return;
  state.modes.compare.reset();
  state.modes.trace.reset();
  state.modes.brush = BrushRange{edtf, parsed.value->outer()};
}

void arrange(State& state, const MapArrangement& next) {
  if (next == state.modes.arrangement) return;
  state.move = {state.modes.arrangement, state.reduced_motion ? 1.0 : 0.0};
  state.modes.arrangement = next;
  state.map = {};
}

bool is_actor(ActorIndex actor, const StoryContext& context) {
  return actor.valid() && actor.value < context.story.actors.size();
}

}  // namespace

void update_modes(State& state, const Action& action, const StoryContext& context) {
  MapModes& modes = state.modes;
  if (const auto* compare = std::get_if<SetCompare>(&action)) {
    modes.compare = compare->pair;
    modes.grabbed = CompareEnd::kNone;
    if (compare->pair) modes.trace.reset(), modes.brush.reset();
  } else if (std::holds_alternative<SwapCompare>(action)) {
    if (modes.compare) std::swap(modes.compare->a, modes.compare->b);
  } else if (const auto* grab = std::get_if<GrabCompare>(&action)) {
    modes.grabbed = modes.compare ? grab->end : CompareEnd::kNone;
  } else if (const auto* drag = std::get_if<DragCompare>(&action)) {
    drag_compare(state, *drag, context);
  } else if (const auto* step = std::get_if<StepCompare>(&action)) {
    step_compare(state, step->by, context);
  } else if (const auto* trace = std::get_if<SetTrace>(&action)) {
    if (trace->pair && !(is_actor(trace->pair->from, context) && is_actor(trace->pair->to, context))) return;
    modes.trace = trace->pair;
    if (trace->pair) modes.compare.reset(), modes.brush.reset();
  } else if (const auto* chosen = std::get_if<Select>(&action)) {
    // A trace that has only its beginning ends at the next actor that is chosen.
    const bool begun = modes.trace && modes.trace->from == modes.trace->to;
    if (begun && chosen->ref.kind == Kind::kActor) modes.trace->to = ActorIndex(chosen->ref.index);
  } else if (const auto* brush = std::get_if<SetBrush>(&action)) {
    modes.brush = brush->brush;
    if (brush->brush) modes.compare.reset(), modes.trace.reset();
  } else if (const auto* stretch = std::get_if<DragBrush>(&action)) {
    drag_brush(state, *stretch, context);
  } else if (const auto* focus = std::get_if<SetFocus>(&action)) {
    if (focus->focus && !is_actor(focus->focus->actor, context)) return;
    MapArrangement next = modes.arrangement;
    next.focus = focus->focus;
    next.framed = focus->focus ? std::vector<ActorIndex>{} : focus->framed;
    std::erase_if(next.framed, [&](ActorIndex actor) { return !is_actor(actor, context); });
    if (next.focus) next.focus->steps = std::clamp(next.focus->steps, 1, kMostFocusSteps);
    arrange(state, next);
  } else if (const auto* places = std::get_if<SetPlaces>(&action)) {
    MapArrangement next = modes.arrangement;
    next.places = places->on;
    arrange(state, next);
  } else if (const auto* teller = std::get_if<SetTeller>(&action)) {
    modes.told_by = is_actor(teller->actor, context) ? teller->actor : ActorIndex{};
  } else if (const auto* ghosts = std::get_if<SetGhosts>(&action)) {
    modes.ghosts = ghosts->on;
  } else if (const auto* hide = std::get_if<HideRelations>(&action)) {
    modes.hidden = hide->hidden;
  } else if (std::holds_alternative<FitMap>(action)) {
    MapArrangement next = modes.arrangement;
    next.focus.reset();
    next.framed.clear();
    arrange(state, next);
  }
  if (!modes.compare) modes.grabbed = CompareEnd::kNone;
}

}  // namespace tp
