// What did the reader do with mouse, finger or key? The same for every platform, in CSS pixels of the canvas.
#pragma once

#include <cstdint>

#include "base/geometry.hpp"

namespace tp {

enum class PointerKind : std::uint8_t { kMouse, kTouch, kPen };

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
  bool shift = false;
  bool zoom_modifier = false;  ///< Ctrl or ⌘
  bool alt = false;
};

}  // namespace tp
