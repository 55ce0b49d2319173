#include "app/panes.hpp"

namespace tp {

namespace {

constexpr double kWideFrom = 900;
constexpr double kMediumFrom = 600;
constexpr double kShortBelow = 420;

}  // namespace

LayoutKind layout_kind(Size container) {
  if (container.height < kShortBelow) return LayoutKind::kShort;
  if (container.width >= kWideFrom) return LayoutKind::kWide;
  return container.width >= kMediumFrom ? LayoutKind::kMedium : LayoutKind::kNarrow;
}

Panes divide_window(Size canvas) {
  Panes panes;
  panes.canvas = canvas;
  panes.kind = layout_kind(canvas);
  const double w = canvas.width;
  const double h = canvas.height;
  switch (panes.kind) {
    case LayoutKind::kWide:
    case LayoutKind::kMedium: {
      const double timeline = std::clamp(h * 0.38, 260.0, 340.0);
      const double card = panes.kind == LayoutKind::kWide ? std::clamp(w * 0.31, 320.0, 440.0) : w * 0.42;
      panes.map = {0, 0, w - card, h - timeline};
      panes.card = {w - card, 0, card, h - timeline};
      panes.timeline = {0, h - timeline, w, timeline};
      break;
    }
    case LayoutKind::kNarrow: {
      const double timeline = 168;
      const double map = std::clamp(h * 0.42, 160.0, 420.0);
      panes.map = {0, 0, w, map};
      panes.timeline = {0, map, w, timeline};
      panes.card = {0, map + timeline, w, std::max(0.0, h - map - timeline)};
      break;
    }
    case LayoutKind::kShort: {
      const double card = w >= kMediumFrom ? w * 0.38 : 0;
      panes.timeline = {0, 0, w - card, h};
      panes.card = {w - card, 0, card, h};
      break;
    }
  }
  return panes;
}

}  // namespace tp
