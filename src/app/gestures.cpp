#include "app/gestures.hpp"

#include <algorithm>
#include <cmath>

#include "app/gestures_map.hpp"

namespace tp {

namespace {

constexpr double kDragFrom = 4;  // less than this is a click
constexpr double kKeyZoom = 1.5;
constexpr double kKeyPan = 0.2;          // of the plot's width
constexpr double kWheelPerDouble = 240;  // px of wheel that double or halve the zoom

double wheel_factor(double px) {
  // 2^(px / kWheelPerDouble): an exact power is of no use to a hand, a quotient is even in both directions.
  const double x = std::clamp(px / kWheelPerDouble, -1.5, 1.5) * 0.35;
  return (1 + x) / (1 - x);
}

void hover(Point at, PointerKind pointer, SceneHits& hits, const State& state, std::vector<Action>& out) {
  const HitTarget* target = hits.at(at, pointer);
  Hover hover;
  hover.at = at;
  if (target) {
    hover.ref = target->ref;
    if (target->type == HitTarget::Type::kButton) hover.button = static_cast<int>(target->number);
    if (target->type == HitTarget::Type::kCluster) hover.mark = static_cast<int>(target->number);
    if (target->type == HitTarget::Type::kLegend) hover.legend = static_cast<int>(target->number);
    if (target->type == HitTarget::Type::kSeries && target->number != HitTarget::kNoNumber)
      hover.mark = static_cast<int>(target->number);
  }
  const bool same = hover.ref == state.hovered && hover.button == state.hovered_button &&
                    hover.mark == state.hovered_mark && hover.legend == state.hovered_legend;
  if (!same) out.push_back(hover);
}

OpenCluster open_cluster(const EventMark& mark) {
  return {{mark.members.begin(), mark.members.end()}};
}

}  // namespace

void Gestures::look_again(SceneHits& hits, const State& state, std::vector<Action>& out) const {
  if (drag_ != Drag::kNone || !resting_) return;
  std::vector<Action> found;
  hover(*resting_, PointerKind::kMouse, hits, state, found);
  const bool hovers_any = state.hovered.valid() || state.hovered_button >= 0 || state.hovered_mark >= 0 ||
                          state.hovered_legend >= 0;
  if (hovers_any && !found.empty()) out.push_back(Hover{{}, -1, -1, *resting_});
}

bool Gestures::handle(const InputEvent& event, const Scene& scene, SceneHits& hits, const State& state,
                      std::vector<Action>& out) {
  switch (event.type) {
    case InputEvent::Type::kPointerDown:
      return press(event, scene, hits, state, out);
    case InputEvent::Type::kPointerMove:
      return move(event, scene, hits, state, out);
    case InputEvent::Type::kPointerUp:
      return release(event, scene, state, out);
    case InputEvent::Type::kPointerCancel:
    case InputEvent::Type::kPointerLeave:
      if (drag_ == Drag::kScrub) out.push_back(EndScrub{});
      if (event.type == InputEvent::Type::kPointerCancel) {
        if (drag_ == Drag::kPanTimeline) out.push_back(StopTimeline{});
        drag_ = Drag::kNone;
      }
      resting_.reset();
      out.push_back(Hover{{}, -1, -1, event.at});
      return true;
    case InputEvent::Type::kWheel:
      return wheel(event, scene, out);
    case InputEvent::Type::kPinch:
      if (scene.map.area.contains(event.at)) {
        out.push_back(PanMap{event.wheel});
        out.push_back(ZoomMap{event.at, event.pinch});
      } else {
        out.push_back(PanTimeline{event.wheel.x});
        out.push_back(ZoomTimeline{event.at.x - scene.timeline.plot.x, event.pinch});
      }
      drag_ = Drag::kNone;
      return true;
    case InputEvent::Type::kKey:
      return key(event, scene, state, out);
  }
  return false;
}

bool Gestures::press(const InputEvent& event, const Scene& scene, SceneHits& hits, const State& state,
                     std::vector<Action>& out) {
  const HitTarget* target = hits.at(event.at, event.pointer);
  if (state.timeline.moves()) out.push_back(StopTimeline{});
  start_ = last_ = event.at;
  resting_.reset();
  clicks_ = event.clicks;
  pressed_any_ = target != nullptr;
  pressed_ = target ? *target : HitTarget{};
  drag_ = Drag::kPending;
  intended_ = scene.map.area.contains(event.at)        ? Drag::kPanMap
              : scene.timeline.area.contains(event.at) ? Drag::kPanTimeline
                                                       : Drag::kNone;
  pane_ = intended_ == Drag::kPanMap ? PaneFocus::kMap : PaneFocus::kTimeline;
  const bool on_axis = target && target->type == HitTarget::Type::kAxis;
  if (event.shift && (on_axis || intended_ == Drag::kPanTimeline)) {
    drag_ = on_axis ? Drag::kBrush : Drag::kPending;
    intended_ = Drag::kBrush;
    return true;
  }
  if (!target) return false;
  switch (target->type) {
    case HitTarget::Type::kPlayhead:
      intended_ = Drag::kScrub;
      break;
    case HitTarget::Type::kAxis:
      drag_ = intended_ = Drag::kScrub;
      out.push_back(ScrubPlayhead{event.at.x - scene.timeline.plot.x});
      break;
    case HitTarget::Type::kOverview:
    case HitTarget::Type::kOverviewWindow:
    case HitTarget::Type::kOverviewLeft:
    case HitTarget::Type::kOverviewRight:
      press_overview(*target, event.at, scene.timeline, out);
      break;
    case HitTarget::Type::kFold:
    case HitTarget::Type::kButton:
    case HitTarget::Type::kLegend:
      intended_ = Drag::kNone;
      break;
    case HitTarget::Type::kHandle:
      intended_ = Drag::kHandle;
      break;
    default:
      break;
  }
  return true;
}

bool Gestures::move(const InputEvent& event, const Scene& scene, SceneHits& hits, const State& state,
                    std::vector<Action>& out) {
  const Point by = event.at - last_;
  if (drag_ == Drag::kPending && intended_ != Drag::kNone) {
    const Point way = event.at - start_;
    if (way.x * way.x + way.y * way.y >= kDragFrom * kDragFrom) {
      drag_ = intended_;
      out.push_back(EndGesture{});  // a drag is a step of its own, not more of the wheel's before it
    }
  }
  switch (drag_) {
    case Drag::kScrub:
      out.push_back(ScrubPlayhead{event.at.x - scene.timeline.plot.x});
      break;
    case Drag::kPanTimeline:
      out.push_back(PanTimeline{by.x, true});
      break;
    case Drag::kPanMap:
      out.push_back(PanMap{by});
      break;
    case Drag::kOverview:
    case Drag::kOverviewLeft:
    case Drag::kOverviewRight:
      drag_overview(event.at, scene.timeline, out);
      break;
    case Drag::kHandle:
      if (pressed_.number < scene.handles.marks.size())
        out.push_back(
            DragCompare{scene.handles.marks[pressed_.number].end, event.at.x - scene.timeline.plot.x});
      break;
    case Drag::kBrush:
      out.push_back(DragBrush{start_.x - scene.timeline.plot.x, event.at.x - scene.timeline.plot.x});
      break;
    case Drag::kPending:
      return true;
    case Drag::kNone:
      resting_.reset();
      if (event.pointer != PointerKind::kTouch) resting_ = event.at;
      hover(event.at, event.pointer, hits, state, out);
      return true;
  }
  last_ = event.at;
  return true;
}

bool Gestures::release(const InputEvent& event, const Scene& scene, const State& state,
                       std::vector<Action>& out) {
  const Drag was = drag_;
  drag_ = Drag::kNone;
  if (was == Drag::kScrub) out.push_back(EndScrub{});
  if (was == Drag::kPanTimeline) out.push_back(ReleaseTimeline{});
  if (was == Drag::kPanTimeline || was == Drag::kOverview || was == Drag::kOverviewLeft ||
      was == Drag::kOverviewRight || was == Drag::kPanMap || was == Drag::kHandle || was == Drag::kBrush)
    out.push_back(EndGesture{});
  if (was != Drag::kPending) return was != Drag::kNone;
  if (!pressed_any_) return false;
  const bool again = clicks_ > 1 && pressed_.type == HitTarget::Type::kRef;
  if (again && pressed_.ref.kind == Kind::kActor) {
    out.push_back(focus_on(state, pressed_.ref.index));
    return true;
  }
  click(pressed_, scene, state, event.at, out);
  return true;
}

void Gestures::click(const HitTarget& target, const Scene& scene, const State& state, Point at,
                     std::vector<Action>& out) const {
  switch (target.type) {
    case HitTarget::Type::kRef:
    case HitTarget::Type::kSeries:
      // A second click on the same thing of the timeline goes there.
      if (clicks_ == 2 && scene.timeline.area.contains(at)) {
        out.push_back(FitTo{target.ref});
      } else {
        out.push_back(Select{target.ref});
      }
      break;
    case HitTarget::Type::kFold:
      out.push_back(ToggleFold{target.ref});
      break;
    case HitTarget::Type::kCluster:
      if (target.number < scene.timeline.marks.size())
        out.push_back(open_cluster(scene.timeline.marks[target.number]));
      break;
    case HitTarget::Type::kButton: {
      if (target.number >= scene.buttons.size()) break;
      const ButtonMark& button = scene.buttons[target.number];
      const bool map = button.target == ButtonMark::Target::kMap;
      using Icon = ButtonMark::Icon;
      if (button.icon == Icon::kZoomIn || button.icon == Icon::kZoomOut) {
        const double factor = button.icon == Icon::kZoomIn ? kKeyZoom : 1 / kKeyZoom;
        if (map) {
          out.push_back(ZoomMap{scene.map.area.center(), factor});
        } else {
          out.push_back(ZoomTimeline{state.plot_width / 2, factor, true});
        }
      } else if (button.icon == Icon::kFit) {
        out.push_back(map ? Action{FitMap{}} : Action{FitAll{}});
      } else if (button.icon == Icon::kPrevious || button.icon == Icon::kNext) {
        out.push_back(SelectNext{button.icon == Icon::kNext ? 1 : -1});
      } else {
        out.push_back(TogglePlay{});
      }
      break;
    }
    case HitTarget::Type::kPlot:
      // A click beside everything puts the playhead there, so that nothing here needs a drag.
      if (scene.timeline.plot.contains(at)) {
        out.push_back(ScrubPlayhead{at.x - scene.timeline.plot.x});
        out.push_back(EndScrub{});
      }
      break;
    case HitTarget::Type::kHandle:
      if (target.number < scene.handles.marks.size())
        out.push_back(GrabCompare{scene.handles.marks[target.number].end});
      break;
    case HitTarget::Type::kLegend:
      if (target.number < scene.map.legend.size())
        out.push_back(toggle_class(state, scene.map.legend[target.number].of));
      break;
    case HitTarget::Type::kMap:
      if (state.selected.valid()) out.push_back(Select{});
      break;
    default:
      break;
  }
}

void Gestures::press_overview(const HitTarget& target, Point at, const TimelineScene& timeline,
                              std::vector<Action>& out) {
  const Rect& window = timeline.overview_window;
  using Type = HitTarget::Type;
  drag_ = target.type == Type::kOverviewLeft    ? Drag::kOverviewLeft
          : target.type == Type::kOverviewRight ? Drag::kOverviewRight
                                                : Drag::kOverview;
  intended_ = drag_;
  const double held = drag_ == Drag::kOverviewLeft    ? window.x
                      : drag_ == Drag::kOverviewRight ? window.right()
                                                      : window.center().x;
  // Beside the window a press brings it there; on it, it stays until the pointer moves.
  grip_px_ = target.type == Type::kOverview ? 0 : held - at.x;
  if (target.type == Type::kOverview) drag_overview(at, timeline, out);
}

void Gestures::drag_overview(Point at, const TimelineScene& timeline, std::vector<Action>& out) const {
  const double fraction = (at.x + grip_px_ - timeline.overview.x) / timeline.overview.width;
  if (drag_ == Drag::kOverview) {
    out.push_back(MoveOverview{fraction});
  } else {
    out.push_back(ResizeOverview{drag_ == Drag::kOverviewRight, fraction});
  }
}

bool Gestures::wheel(const InputEvent& event, const Scene& scene, std::vector<Action>& out) const {
  const bool over_map = scene.map.area.contains(event.at);
  if (!over_map && !scene.timeline.area.contains(event.at)) return false;
  if (event.zoom_modifier) {
    const double factor = wheel_factor(-event.wheel.y);
    if (over_map) {
      out.push_back(ZoomMap{event.at, factor});
    } else {
      out.push_back(ZoomTimeline{event.at.x - scene.timeline.plot.x, factor});
    }
    return true;
  }
  const double sideways = event.shift && event.wheel.x == 0 ? event.wheel.y : event.wheel.x;
  if (!over_map && std::abs(sideways) > (event.shift ? 0 : std::abs(event.wheel.y))) {
    out.push_back(PanTimeline{-sideways});
    return true;
  }
  return false;
}

bool Gestures::key(const InputEvent& event, const Scene& scene, const State& state,
                   std::vector<Action>& out) {
  if (event.alt && (event.key == Key::kLeft || event.key == Key::kRight)) {
    out.push_back(event.key == Key::kLeft ? Action{Undo{}} : Action{Redo{}});
    return true;
  }
  if (event.pane != PaneFocus::kNone) pane_ = event.pane;
  if (event.key == Key::kTab) {
    pane_ = pane_ == PaneFocus::kMap ? PaneFocus::kTimeline : PaneFocus::kMap;
    return true;
  }
  const bool on_map = pane_ == PaneFocus::kMap && state.modes.grabbed == CompareEnd::kNone;
  if (on_map && walk_key(event, scene, out)) return true;
  return map_key(event, scene, state, out) || timeline_key(event, scene, state, out);
}

bool Gestures::timeline_key(const InputEvent& event, const Scene& scene, const State& state,
                            std::vector<Action>& out) const {
  const double pan = state.plot_width * kKeyPan;
  const double playhead = scene.timeline.playhead_x - scene.timeline.plot.x;
  const double around = scene.timeline.playhead_visible ? playhead : state.plot_width / 2;
  switch (event.key) {
    case Key::kLeft:
      out.push_back(event.shift ? Action{PanTimeline{pan}} : Action{SelectNext{-1}});
      return true;
    case Key::kRight:
      out.push_back(event.shift ? Action{PanTimeline{-pan}} : Action{SelectNext{1}});
      return true;
    case Key::kComma:
      out.push_back(SelectNext{-1});
      return true;
    case Key::kPeriod:
      out.push_back(SelectNext{1});
      return true;
    case Key::kHome:
      out.push_back(SelectNext{-(1 << 30)});
      return true;
    case Key::kEnd:
      out.push_back(SelectNext{1 << 30});
      return true;
    case Key::kSpace:
      out.push_back(TogglePlay{});
      return true;
    case Key::kPlus:
      out.push_back(ZoomTimeline{around, kKeyZoom, true});
      return true;
    case Key::kMinus:
      out.push_back(ZoomTimeline{around, 1 / kKeyZoom, true});
      return true;
    case Key::kZero:
      out.push_back(FitAll{});
      out.push_back(FitMap{});
      return true;
    case Key::kUp:
    case Key::kDown:
      if (!event.shift) {
        out.push_back(SelectOnTrack{event.key == Key::kDown ? 1 : -1});
        return true;
      }
      if (!state.selected.valid()) return false;
      out.push_back(Fold{{}, event.key == Key::kUp});
      return true;
    case Key::kEnter: {
      if (!state.selected.valid()) return false;
      for (const EventMark& mark : scene.timeline.marks)
        if (mark.emphasis == Emphasis::kSelected && mark.form == MarkForm::kCluster) {
          out.push_back(open_cluster(mark));
          return true;
        }
      out.push_back(FitTo{});
      return true;
    }
    case Key::kEscape:
      if (!state.timeline.listed.empty()) {
        out.push_back(CloseList{});
        return true;
      }
      if (!state.selected.valid()) return false;
      out.push_back(Select{});
      return true;
    case Key::kF3:
      out.push_back(ToggleDebug{});
      return true;
    default:
      return false;
  }
}

}  // namespace tp
