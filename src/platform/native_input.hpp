// What did the window system say? SDL's events as input of the program, in CSS px.
#pragma once

#include <optional>

#include "app/input_event.hpp"

union SDL_Event;

namespace tp {

class NativeInput {
 public:
  /// The program's view of an event; none where it means nothing to it.
  std::optional<InputEvent> translate(const SDL_Event& event);

 private:
  Point pointer_;
};

}  // namespace tp
