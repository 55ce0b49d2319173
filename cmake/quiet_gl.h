// Which questions to OpenGL are never asked on the web? Dear ImGui's back end saves and restores all state
// around its drawing, for programs that draw besides. Each question waits until the GPU has drawn the last
// frame; nobody else draws in our context, so the answers are the defaults. Included before the back end, in
// the web build only.
#ifndef TP_QUIET_GL_H
#define TP_QUIET_GL_H

#include <GLES3/gl3.h>

static inline void tp_get_integers(GLenum what, GLint* answer) {
  switch (what) {
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      answer[0] = answer[1] = answer[2] = answer[3] = 0;
      return;
    case GL_ACTIVE_TEXTURE:
      *answer = GL_TEXTURE0;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *answer = GL_FUNC_ADD;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *answer = GL_ONE;
      return;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_ELEMENT_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING:
      *answer = 0;
      return;
    default:
      glGetIntegerv(what, answer);
  }
}

static inline GLboolean tp_is_enabled(GLenum what) {
  (void)what;
  return GL_FALSE;
}

#define glGetIntegerv(what, answer) tp_get_integers(what, answer)
#define glIsEnabled(what) tp_is_enabled(what)

#endif
