// Which OpenGL functions are there beyond those of the back end? On the web WebGL 2's, natively asked of SDL once.
#pragma once

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
namespace tp {
inline bool load_gl() {
  return true;
}
}  // namespace tp
#else
#define GL_GLEXT_PROTOTYPES
#include <SDL.h>
#include <SDL_opengl.h>
namespace tp {
/// Core functions of OpenGL 3.3 are exported by every library that has them.
inline bool load_gl() {
  return SDL_GL_GetProcAddress("glGenVertexArrays") != nullptr;
}
}  // namespace tp
#endif
