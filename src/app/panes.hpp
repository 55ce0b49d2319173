// Which part of the canvas is the map, the timeline, the card? On a page its CSS decides and says so;
// natively this does.
#pragma once

#include <cstdint>

#include "base/geometry.hpp"

namespace tp {

/// The widths of product design: container queries, not the window.
enum class LayoutKind : std::uint8_t {
  kWide,    ///< from 900 px: map and card above, timeline across
  kMedium,  ///< 600 … 899
  kNarrow,  ///< below 600: map, one folded band, cards below
  kShort,   ///< lower than 420 px: timeline and card only
};

struct Panes {
  Size canvas;
  Rect map;  ///< empty: no map
  Rect timeline;
  Rect card;  ///< empty where the page shows the card as HTML
  LayoutKind kind = LayoutKind::kWide;
  bool touch = false;  ///< targets at least 44 px
  friend bool operator==(const Panes&, const Panes&) = default;
};

LayoutKind layout_kind(Size container);
/// The native window's panes.
Panes divide_window(Size canvas);

}  // namespace tp
