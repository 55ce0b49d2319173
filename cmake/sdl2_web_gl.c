// EGL as SDL2 asks for it, over Emscripten's own functions for WebGL 2. Emscripten's EGL does the same in JavaScript, for
// every kind of configuration, and brings its main loop and full screen along: 6 KB on the wire for one context.
#include <EGL/egl.h>
#include <emscripten/html5.h>
#include <emscripten/html5_webgl.h>

static EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context;

// SDL looks functions up only to ask what the context is capable of: WebGL 2 itself has all that we use. A table of names
// would link the whole of OpenGL.
__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char* name) { return 0; }

EGLDisplay eglGetDisplay(EGLNativeDisplayType display) { return (EGLDisplay)1; }
EGLBoolean eglInitialize(EGLDisplay display, EGLint* major, EGLint* minor) { return EGL_TRUE; }
EGLBoolean eglTerminate(EGLDisplay display) { return EGL_TRUE; }
EGLBoolean eglBindAPI(EGLenum api) { return EGL_TRUE; }
EGLint eglGetError(void) { return EGL_SUCCESS; }
const char* eglQueryString(EGLDisplay display, EGLint name) { return ""; }

// One configuration: eight bits for each colour and nothing else.
EGLBoolean eglChooseConfig(EGLDisplay display, const EGLint* wanted, EGLConfig* configs, EGLint size, EGLint* count) {
  if (configs && size > 0) configs[0] = (EGLConfig)1;
  *count = 1;
  return EGL_TRUE;
}
EGLBoolean eglGetConfigAttrib(EGLDisplay display, EGLConfig config, EGLint attribute, EGLint* value) {
  const int is_color = attribute == EGL_RED_SIZE || attribute == EGL_GREEN_SIZE || attribute == EGL_BLUE_SIZE;
  *value = is_color ? 8 : 0;
  return EGL_TRUE;
}

EGLSurface eglCreateWindowSurface(EGLDisplay display, EGLConfig config, EGLNativeWindowType window, const EGLint* wanted) {
  return (EGLSurface)1;
}
EGLBoolean eglDestroySurface(EGLDisplay display, EGLSurface surface) { return EGL_TRUE; }

EGLContext eglCreateContext(EGLDisplay display, EGLConfig config, EGLContext shared, const EGLint* wanted) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = EM_FALSE;
  attributes.enableExtensionsByDefault = EM_FALSE;
  context = emscripten_webgl_create_context("#canvas", &attributes);
  return context > 0 ? (EGLContext)context : EGL_NO_CONTEXT;
}
EGLBoolean eglDestroyContext(EGLDisplay display, EGLContext gone) {
  emscripten_webgl_destroy_context(context);
  context = 0;
  return EGL_TRUE;
}
EGLBoolean eglMakeCurrent(EGLDisplay display, EGLSurface draw, EGLSurface read, EGLContext wanted) {
  return emscripten_webgl_make_context_current((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)wanted) == EMSCRIPTEN_RESULT_SUCCESS;
}

// The browser shows the canvas when a frame's callback returns.
EGLBoolean eglSwapBuffers(EGLDisplay display, EGLSurface surface) { return EGL_TRUE; }
EGLBoolean eglSwapInterval(EGLDisplay display, EGLint interval) { return EGL_TRUE; }
EGLBoolean eglWaitGL(void) { return EGL_TRUE; }
EGLBoolean eglWaitNative(EGLint engine) { return EGL_TRUE; }
