#include "app/gestures.hpp"

#include <algorithm>
#include <cmath>

namespace tp {

namespace {

constexpr double kMouseSlop = 5;
constexpr double kFingerSlop = 16;  // with a 12 px mark: a target of 44 px
constexpr double kDragFrom = 4;     // less than this is a click
constexpr double kKeyZoom = 1.5;
constexpr double kKeyPan = 0.2;          // of the plot's width
constexpr double kWheelPerDouble = 240;  // px of wheel that double or halve the zoom

double wheel_factor(double px) {
  // 2^(px / kWheelPerDouble): an exact power is of no use to a hand, a quotient is even in both directions.
  const double x = std::clamp(px / kWheelPerDouble, -1.5, 1.5) * 0.35;
  return (1 + x) / (1 - x);
}

}  // namespace

std::uint32_t SceneHits::Targets::add(HitTarget target) {
  list.push_back(target);
  return static_cast<std::uint32_t>(list.size() - 1);
}

void SceneHits::Targets::build(const Scene& scene) {
  index.clear();
  grounds.clear();
  list.clear();
  if (!scene.map.area.empty()) grounds.add_rect(scene.map.area, add({HitTarget::Type::kMap, {}, 0}));
  add_timeline(scene.timeline);
  for (std::size_t i = 0; i < scene.buttons.size(); ++i)
    index.add_rect(scene.buttons[i].rect, add({HitTarget::Type::kButton, {}, static_cast<std::uint32_t>(i)}));
}

void SceneHits::MapTargets::build(const MapScene& map) {
  index.clear();
  list.clear();
  generation = map.generation;
  const auto add = [&](Ref ref) {
    list.push_back({HitTarget::Type::kRef, ref, 0});
    return static_cast<std::uint32_t>(list.size() - 1);
  };
  for (const EdgeMark& edge : map.edges)
    index.add_curve(edge.curve, std::max(3.0, edge.width / 2 + 2), add(edge.ref));
  for (const LabelBox& label : map.labels)
    if (label.ref.valid()) index.add_rect(label.rect, add(label.ref));
  for (const NodeMark& node : map.nodes)
    index.add_circle(node.center, std::max(12.0, node.radius), add(node.ref));
}

void SceneHits::Targets::add_timeline(const TimelineScene& timeline) {
  if (timeline.area.empty()) return;
  grounds.add_rect(timeline.area, add({HitTarget::Type::kPlot, {}, 0}));
  grounds.add_rect(timeline.axis, add({HitTarget::Type::kAxis, {}, 0}));
  if (!timeline.overview.empty())
    grounds.add_rect(timeline.overview.grown(5), add({HitTarget::Type::kOverview, {}, 0}));
  for (const PeriodBand& band : timeline.bands)
    if (!band.whole_height) grounds.add_rect(band.rect, add({HitTarget::Type::kRef, band.ref, 0}));
  for (const LaneHead& lane : timeline.lanes) {
    const Rect head = timeline.folded
                          ? Rect{}
                          : Rect{lane.rect.x, lane.rect.y, timeline.plot.x - lane.rect.x, lane.rect.height};
    if (lane.ref.valid() && lane.has_icon) grounds.add_rect(head, add({HitTarget::Type::kRef, lane.ref, 0}));
  }
  if (timeline.playhead_visible) {
    index.add_rect({timeline.playhead_x - 2, timeline.plot.y, 4, timeline.plot.height},
                   add({HitTarget::Type::kPlayhead, {}, 0}));
  }
  for (const LabelBox& label : timeline.labels)
    if (label.ref.valid()) index.add_rect(label.rect, add({HitTarget::Type::kRef, label.ref, 0}));
  for (std::size_t i = 0; i < timeline.marks.size(); ++i) {
    const EventMark& mark = timeline.marks[i];
    const auto type = mark.form == MarkForm::kCluster ? HitTarget::Type::kCluster : HitTarget::Type::kRef;
    index.add_rect(mark.rect, add({type, mark.ref, static_cast<std::uint32_t>(i)}));
  }
  if (timeline.playhead_visible)
    index.add_rect(timeline.playhead_badge.rect, add({HitTarget::Type::kPlayhead, {}, 0}));
}

const HitTarget* SceneHits::at(Point p, PointerKind pointer) const {
  if (stale_) targets_.build(*scene_);
  stale_ = false;
  const double slop = pointer == PointerKind::kMouse ? kMouseSlop : kFingerSlop;
  const MapScene& map = scene_->map;
  if (map.area.contains(p)) {
    if (map_.generation != map.generation) map_.build(map);
    // A button over the map comes first.
    if (const auto above = targets_.index.at(p, 0)) return &targets_.list[*above];
    if (const auto near = map_.index.at(p - map.offset, slop)) return &map_.list[*near];
  }
  if (const auto near = targets_.index.at(p, slop)) return &targets_.list[*near];
  if (const auto ground = targets_.grounds.at(p, 0)) return &targets_.list[*ground];
  return nullptr;
}

bool Gestures::handle(const InputEvent& event, const Scene& scene, const SceneHits& hits, const State& state,
                      std::vector<Action>& out) {
  switch (event.type) {
    case InputEvent::Type::kPointerDown:
      return press(event, scene, hits, out);
    case InputEvent::Type::kPointerMove:
      return move(event, scene, hits, state, out);
    case InputEvent::Type::kPointerUp:
      return release(event, scene, state, out);
    case InputEvent::Type::kPointerCancel:
    case InputEvent::Type::kPointerLeave:
      if (drag_ == Drag::kScrub) out.push_back(EndScrub{});
      if (event.type == InputEvent::Type::kPointerCancel) drag_ = Drag::kNone;
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

bool Gestures::press(const InputEvent& event, const Scene& scene, const SceneHits& hits,
                     std::vector<Action>& out) {
  const HitTarget* target = hits.at(event.at, event.pointer);
  start_ = last_ = event.at;
  pressed_any_ = target != nullptr;
  pressed_ = target ? *target : HitTarget{};
  drag_ = Drag::kPending;
  intended_ = scene.map.area.contains(event.at)        ? Drag::kPanMap
              : scene.timeline.area.contains(event.at) ? Drag::kPanTimeline
                                                       : Drag::kNone;
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
      drag_ = intended_ = Drag::kOverview;
      out.push_back(MoveOverview{(event.at.x - scene.timeline.overview.x) / scene.timeline.overview.width});
      break;
    case HitTarget::Type::kButton:
      intended_ = Drag::kNone;
      break;
    default:
      break;
  }
  return true;
}

bool Gestures::move(const InputEvent& event, const Scene& scene, const SceneHits& hits, const State& state,
                    std::vector<Action>& out) {
  const Point by = event.at - last_;
  if (drag_ == Drag::kPending && intended_ != Drag::kNone) {
    const Point way = event.at - start_;
    if (way.x * way.x + way.y * way.y >= kDragFrom * kDragFrom) drag_ = intended_;
  }
  switch (drag_) {
    case Drag::kScrub:
      out.push_back(ScrubPlayhead{event.at.x - scene.timeline.plot.x});
      break;
    case Drag::kPanTimeline:
      out.push_back(PanTimeline{by.x});
      break;
    case Drag::kPanMap:
      out.push_back(PanMap{by});
      break;
    case Drag::kOverview:
      out.push_back(MoveOverview{(event.at.x - scene.timeline.overview.x) / scene.timeline.overview.width});
      break;
    case Drag::kPending:
      return true;
    case Drag::kNone: {
      const HitTarget* target = hits.at(event.at, event.pointer);
      Hover hover;
      hover.at = event.at;
      if (target) {
        hover.ref = target->ref;
        if (target->type == HitTarget::Type::kButton) hover.button = static_cast<int>(target->number);
        if (target->type == HitTarget::Type::kCluster) hover.mark = static_cast<int>(target->number);
      }
      const bool same = hover.ref == state.hovered && hover.button == state.hovered_button &&
                        hover.mark == state.hovered_mark;
      if (!same) out.push_back(hover);
      return true;
    }
  }
  last_ = event.at;
  return true;
}

bool Gestures::release(const InputEvent& event, const Scene& scene, const State& state,
                       std::vector<Action>& out) {
  const Drag was = drag_;
  drag_ = Drag::kNone;
  if (was == Drag::kScrub) out.push_back(EndScrub{});
  if (was != Drag::kPending) return was != Drag::kNone;
  if (!pressed_any_) return false;
  click(pressed_, scene, state, event.at, out);
  return true;
}

void Gestures::click(const HitTarget& target, const Scene& scene, const State& state, Point at,
                     std::vector<Action>& out) const {
  switch (target.type) {
    case HitTarget::Type::kRef:
      out.push_back(Select{target.ref});
      break;
    case HitTarget::Type::kCluster:
      if (target.number < scene.timeline.marks.size()) {
        const auto members = scene.timeline.marks[target.number].members;
        out.push_back(OpenCluster{{members.begin(), members.end()}});
      }
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
    case HitTarget::Type::kMap:
      if (state.selected.valid()) out.push_back(Select{});
      break;
    default:
      break;
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
    case Key::kEscape:
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
