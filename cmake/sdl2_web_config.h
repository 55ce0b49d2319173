// Which parts of SDL2 the web build leaves out: sound, joysticks, sensors, its 2D renderer and fast copying
// of pixels. Included before every SDL source: SDL's own settings first, whose include guard then keeps ours
// in force.
#pragma once
#include "SDL_config.h"

#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_DUMMY
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#undef SDL_JOYSTICK_EMSCRIPTEN
#undef SDL_VIDEO_DRIVER_DUMMY
#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_SENSOR_DISABLED 1
#define SDL_RENDER_DISABLED 1
#define SDL_TIMERS_DISABLED 1
// Its checks would bring a message box, printf and the clipboard along.
#define SDL_ASSERT_LEVEL 0
