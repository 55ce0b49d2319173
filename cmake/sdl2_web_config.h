// Which parts of SDL2 the web build leaves out: sound, joysticks, sensors, its 2D renderer and fast copying
// of pixels. Included before every SDL source: SDL's own settings first, whose include guard then keeps ours
// in force.
#pragma once
#include "SDL_config.h"

#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_DUMMY
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#undef SDL_JOYSTICK_EMSCRIPTEN
#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_SENSOR_DISABLED 1
#define SDL_RENDER_DISABLED 1
// The fast paths for copying between every pair of pixel formats, which only software drawing uses.
#define SDL_LEAN_AND_MEAN 1
