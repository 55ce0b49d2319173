// What did the reader do with mouse, finger or key? The same for every platform, in CSS pixels of the canvas.
#pragma once

#include <cstdint>

#include "base/geometry.hpp"

namespace tp {

enum class PointerKind : std::uint8_t { kMouse, kTouch, kPen };

/// Where the keys are: which part of the picture has the focus.
enum class PaneFocus : std::uint8_t { kNone, kTimeline, kMap };

enum class Key : std::uint8_t {
  kNone,
  kLeft,
  kRight,
  kUp,
  kDown,
  kHome,
  kEnd,
  kEnter,
  kEscape,
  kSpace,
  kPlus,
  kMinus,
  kZero,
  kComma,
  kPeriod,
  kF3,
  kTab,     ///< natively: to the other part; on the web Tab is the page's
  kLetter,  ///< natively: `letter` says which; on the web the page turns its keys into commands
};

struct InputEvent {
  enum class Type : std::uint8_t {
    kPointerDown,
    kPointerMove,
    kPointerUp,
    kPointerCancel,
    kPointerLeave,
    kWheel,
    kPinch,
    kKey
  };
  Type type = Type::kPointerMove;
  PointerKind pointer = PointerKind::kMouse;
  Point at;
  Point wheel;       ///< px of scrolling, positive right and down
  double pinch = 1;  ///< factor since the last pinch event, around `at`; moves of the middle come as `wheel`
  int clicks = 1;    ///< 2 for a double click
  Key key = Key::kNone;
  char letter = 0;  ///< of Key::kLetter: a lower-case letter or a digit from 1
  bool shift = false;
  bool zoom_modifier = false;  ///< Ctrl or ⌘
  bool alt = false;
  PaneFocus pane = PaneFocus::kNone;  ///< of keys; none: the part that was pressed last
};

}  // namespace tp
