// The OpenGL functions that SDL2 looks up by name. Emscripten's own answer to that question knows every function of
// WebGL, and so links the whole table into the program: 9 KB on the wire for six names. Our code calls the
// functions themselves.
#include <GLES3/gl3.h>
#include <string.h>

void* eglGetProcAddress(const char* name) {
  static const struct {
    const char* name;
    void* function;
  } kKnown[] = {
      {"glBindFramebuffer", (void*)glBindFramebuffer},
      {"glGetError", (void*)glGetError},
      {"glGetFramebufferAttachmentParameteriv", (void*)glGetFramebufferAttachmentParameteriv},
      {"glGetIntegerv", (void*)glGetIntegerv},
      {"glGetString", (void*)glGetString},
      {"glGetStringi", (void*)glGetStringi},
  };
  for (unsigned i = 0; i < sizeof(kKnown) / sizeof(kKnown[0]); ++i) {
    if (strcmp(name, kKnown[i].name) == 0) return kKnown[i].function;
  }
  return 0;
}
