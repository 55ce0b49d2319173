#include "platform/native_input.hpp"

#include <SDL.h>

namespace tp {

namespace {

constexpr double kWheelNotch = 60;  // px of scrolling that one notch of a wheel means

Key key_of(SDL_Keycode code) {
  switch (code) {
    case SDLK_LEFT:
      return Key::kLeft;
    case SDLK_RIGHT:
      return Key::kRight;
    case SDLK_UP:
      return Key::kUp;
    case SDLK_DOWN:
      return Key::kDown;
    case SDLK_HOME:
      return Key::kHome;
    case SDLK_END:
      return Key::kEnd;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return Key::kEnter;
    case SDLK_ESCAPE:
      return Key::kEscape;
    case SDLK_SPACE:
      return Key::kSpace;
    case SDLK_PLUS:
    case SDLK_EQUALS:
    case SDLK_KP_PLUS:
      return Key::kPlus;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
      return Key::kMinus;
    case SDLK_0:
    case SDLK_KP_0:
      return Key::kZero;
    case SDLK_COMMA:
      return Key::kComma;
    case SDLK_PERIOD:
      return Key::kPeriod;
    case SDLK_TAB:
      return Key::kTab;
    case SDLK_F3:
      return Key::kF3;
    default:
      return (code >= SDLK_a && code <= SDLK_z) || (code >= SDLK_1 && code <= SDLK_9) ? Key::kLetter
                                                                                      : Key::kNone;
  }
}

bool zoom_modifier() {
  return (SDL_GetModState() & (KMOD_CTRL | KMOD_GUI)) != 0;
}
bool shift() {
  return (SDL_GetModState() & KMOD_SHIFT) != 0;
}

bool alt() {
  return (SDL_GetModState() & KMOD_ALT) != 0;
}

PointerKind pointer_of(Uint32 device) {
  return device == SDL_TOUCH_MOUSEID ? PointerKind::kTouch : PointerKind::kMouse;
}

}  // namespace

std::optional<InputEvent> NativeInput::translate(const SDL_Event& event) {
  InputEvent out;
  out.shift = shift();
  out.zoom_modifier = zoom_modifier();
  out.alt = alt();
  switch (event.type) {
    case SDL_MOUSEMOTION:
      pointer_ = {static_cast<double>(event.motion.x), static_cast<double>(event.motion.y)};
      out.type = InputEvent::Type::kPointerMove;
      out.pointer = pointer_of(event.motion.which);
      break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
      pointer_ = {static_cast<double>(event.button.x), static_cast<double>(event.button.y)};
      out.type =
          event.type == SDL_MOUSEBUTTONDOWN ? InputEvent::Type::kPointerDown : InputEvent::Type::kPointerUp;
      out.pointer = pointer_of(event.button.which);
      out.clicks = event.button.clicks;
      break;
    case SDL_MOUSEWHEEL:
      out.type = InputEvent::Type::kWheel;
      out.wheel = {static_cast<double>(event.wheel.preciseX) * kWheelNotch,
                   -static_cast<double>(event.wheel.preciseY) * kWheelNotch};
      break;
    case SDL_KEYDOWN:
      out.type = InputEvent::Type::kKey;
      out.key = key_of(event.key.keysym.sym);
      if (out.key == Key::kNone) return std::nullopt;
      if (out.key == Key::kLetter) out.letter = static_cast<char>(event.key.keysym.sym);
      break;
    case SDL_WINDOWEVENT:
      if (event.window.event != SDL_WINDOWEVENT_LEAVE) return std::nullopt;
      out.type = InputEvent::Type::kPointerLeave;
      break;
    default:
      return std::nullopt;
  }
  out.at = pointer_;
  return out;
}

}  // namespace tp
