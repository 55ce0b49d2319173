#include "app/gestures_map.hpp"

#include "time/date.hpp"

namespace tp {

namespace {

constexpr double kKeyZoom = 1.5;
constexpr double kKeyPanPx = 60;

NamedMoment day_of(Instant t) {
  const Instant noon{t.day, static_cast<std::int32_t>(kMsPerDay / 2)};
  return {to_edtf(Instant{t.day, 0}), noon};
}

// From the left edge of what is shown to the playhead.
ComparePair first_pair(const State& state) {
  const TimeRange shown = state.scale.visible(0, state.plot_width);
  return {day_of(std::min(shown.begin, state.at)), day_of(state.at)};
}

// Off, then on with the second date grabbed.
void toggle_compare(const State& state, std::vector<Action>& out) {
  if (state.modes.compare) {
    out.push_back(SetCompare{});
  } else {
    out.push_back(SetCompare{first_pair(state)});
    out.push_back(GrabCompare{CompareEnd::kB});
  }
}

// From the actor that is selected now to the one that is selected the next time.
void toggle_trace(const State& state, std::vector<Action>& out) {
  if (state.modes.trace && state.modes.trace->from != state.modes.trace->to) {
    out.push_back(SetTrace{});
  } else if (state.selected.kind == Kind::kActor) {
    const ActorIndex self(state.selected.index);
    out.push_back(SetTrace{TracePair{state.modes.trace ? state.modes.trace->from : self, self}});
  }
}

void toggle_brush(const State& state, std::vector<Action>& out) {
  if (state.modes.brush) {
    out.push_back(SetBrush{});
  } else {
    out.push_back(DragBrush{0, state.plot_width});
  }
}

// Everybody, then each actor that is selected.
void toggle_teller(const State& state, std::vector<Action>& out) {
  const bool other = state.selected.kind == Kind::kActor && state.modes.told_by.value != state.selected.index;
  out.push_back(SetTeller{other ? ActorIndex(state.selected.index) : ActorIndex{}});
}

bool letter(const InputEvent& event, const Scene& scene, const State& state, std::vector<Action>& out) {
  switch (event.letter) {
    case 'c':
      toggle_compare(state, out);
      return true;
    case 'x':
      out.push_back(SwapCompare{});
      return true;
    case 'r':
      toggle_trace(state, out);
      return true;
    case 'b':
      toggle_brush(state, out);
      return true;
    case 'v':
      toggle_teller(state, out);
      return true;
    case 'g':
      out.push_back(SetGhosts{!state.modes.ghosts});
      return true;
    case 'p':
      out.push_back(SetPlaces{!state.modes.arrangement.places});
      return true;
    default:
      break;
  }
  const auto entry = static_cast<std::size_t>(event.letter - '1');
  if (event.letter < '1' || event.letter > '9' || entry >= scene.map.legend.size()) return false;
  out.push_back(toggle_class(state, scene.map.legend[entry].of));
  return true;
}

}  // namespace

Action toggle_class(const State& state, RelationClass c) {
  return HideRelations{state.modes.hidden ^ bit_of(c)};
}

Action focus_on(const State& state, std::uint32_t actor) {
  const std::optional<FocusPoint>& now = state.modes.arrangement.focus;
  const bool same = now && now->actor.value == actor;
  return SetFocus{FocusPoint{ActorIndex(actor), same ? now->steps % kMostFocusSteps + 1 : 1}};
}

bool leave_mode(const State& state, std::vector<Action>& out) {
  const MapModes& modes = state.modes;
  if (modes.grabbed != CompareEnd::kNone) {
    out.push_back(GrabCompare{});
  } else if (modes.compare) {
    out.push_back(SetCompare{});
  } else if (modes.trace) {
    out.push_back(SetTrace{});
  } else if (modes.brush) {
    out.push_back(SetBrush{});
  } else if (modes.arrangement.focus) {
    out.push_back(SetFocus{});
  } else {
    return false;
  }
  return true;
}

bool walk_key(const InputEvent& event, const Scene& scene, std::vector<Action>& out) {
  const auto step = [&](MapWay way, Point pan) {
    out.push_back(event.shift ? Action{PanMap{pan * kKeyPanPx}} : Action{WalkMap{way}});
    return true;
  };
  switch (event.key) {
    case Key::kLeft:
      return step(MapWay::kLeft, {1, 0});
    case Key::kRight:
      return step(MapWay::kRight, {-1, 0});
    case Key::kUp:
      return step(MapWay::kUp, {0, 1});
    case Key::kDown:
      return step(MapWay::kDown, {0, -1});
    case Key::kPlus:
      out.push_back(ZoomMap{scene.map.area.center(), kKeyZoom});
      return true;
    case Key::kMinus:
      out.push_back(ZoomMap{scene.map.area.center(), 1 / kKeyZoom});
      return true;
    case Key::kZero:
      out.push_back(FitMap{});
      return true;
    default:
      return false;
  }
}

bool map_key(const InputEvent& event, const Scene& scene, const State& state, std::vector<Action>& out) {
  const bool grabbed = state.modes.grabbed != CompareEnd::kNone;
  switch (event.key) {
    case Key::kLetter:
      return letter(event, scene, state, out);
    case Key::kLeft:
    case Key::kRight:
      if (!grabbed || event.shift) return false;
      out.push_back(StepCompare{event.key == Key::kRight ? 1 : -1});
      return true;
    case Key::kUp:
    case Key::kDown:
      if (!state.modes.compare) return false;
      out.push_back(GrabCompare{state.modes.grabbed == CompareEnd::kA ? CompareEnd::kB : CompareEnd::kA});
      return true;
    case Key::kEnter:
      if (state.selected.kind != Kind::kActor) return false;
      out.push_back(focus_on(state, state.selected.index));
      return true;
    case Key::kEscape:
      return leave_mode(state, out);
    default:
      return false;
  }
}

}  // namespace tp
