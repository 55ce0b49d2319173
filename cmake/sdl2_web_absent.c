// What SDL2's window code calls of parts that the web program does without: events and everything that sends them (the
// page listens, see docs/decisions/0002), mouse and keyboard, software drawing, threads, logging and settings.
// The answers are those of a machine that has none of it. A release of SDL that calls more says so when linking.
#include "SDL_internal.h"

#include "SDL.h"
#include "events/SDL_events_c.h"
#include "render/SDL_sysrender.h"
#include "timer/SDL_timer_c.h"
#include "video/SDL_pixels_c.h"
#include "video/SDL_sysvideo.h"
#include "video/emscripten/SDL_emscriptenevents.h"
#include "video/emscripten/SDL_emscriptenframebuffer.h"
#include "video/emscripten/SDL_emscriptenmouse.h"
#include "video/emscripten/SDL_emscriptenvideo.h"

// Events
int SDL_Init(Uint32 flags) { return SDL_Unsupported(); }
int SDL_InitSubSystem(Uint32 flags) { return 0; }
void SDL_QuitSubSystem(Uint32 flags) {}
Uint8 SDL_EventState(Uint32 type, int state) { return SDL_DISABLE; }
int SDL_SendAppEvent(SDL_EventType type) { return 0; }
int SDL_SendDisplayEvent(SDL_VideoDisplay* display, Uint8 event, int data1) { return 0; }
int SDL_SendWindowEvent(SDL_Window* window, Uint8 event, int data1, int data2) { return 0; }
void Emscripten_RegisterEventHandlers(SDL_WindowData* data) {}
void Emscripten_UnregisterEventHandlers(SDL_WindowData* data) {}
EM_BOOL Emscripten_HandleCanvasResize(int type, const void* reserved, void* data) { return EM_FALSE; }

// Keyboard, mouse, touch
int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
void SDL_ResetKeyboard(void) {}
SDL_Window* SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window* window) {}
int SDL_MousePreInit(void) { return 0; }
void SDL_MousePostInit(void) {}
void SDL_MouseQuit(void) {}
SDL_Mouse* SDL_GetMouse(void) {
  static SDL_Mouse mouse;
  return &mouse;
}
SDL_Window* SDL_GetMouseFocus(void) { return NULL; }
void SDL_SetMouseFocus(SDL_Window* window) {}
Uint32 SDL_GetMouseState(int* x, int* y) { return 0; }
SDL_bool SDL_GetRelativeMouseMode(void) { return SDL_FALSE; }
int SDL_SetRelativeMouseMode(SDL_bool enabled) { return SDL_Unsupported(); }
void SDL_WarpMouseInWindow(SDL_Window* window, int x, int y) {}
void SDL_PerformWarpMouseInWindow(SDL_Window* window, int x, int y, SDL_bool ignore_relative_mode) {}
int SDL_UpdateMouseCapture(SDL_bool force_release) { return 0; }
int SDL_ShowCursor(int toggle) { return SDL_Unsupported(); }
void Emscripten_InitMouse() {}
void Emscripten_FiniMouse() {}
int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}

// Surfaces and textures
int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window* window, Uint32* format, void** pixels, int* pitch) {
  return SDL_Unsupported();
}
int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window* window, const SDL_Rect* rects, int count) {
  return SDL_Unsupported();
}
void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window* window) {}
SDL_Surface* SDL_CreateRGBSurfaceFrom(void* pixels, int width, int height, int depth, int pitch, Uint32 red, Uint32 green,
                                      Uint32 blue, Uint32 alpha) {
  return NULL;
}
SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags) { return NULL; }
void SDL_FreeSurface(SDL_Surface* surface) {}
void SDL_CalculateGammaRamp(float gamma, Uint16* ramp) {}
SDL_bool SDL_PixelFormatEnumToMasks(Uint32 format, int* depth, Uint32* red, Uint32* green, Uint32* blue, Uint32* alpha) {
  return SDL_FALSE;
}
int SDL_GetNumRenderDrivers(void) { return 0; }
int SDL_GetRenderDriverInfo(int index, SDL_RendererInfo* info) { return SDL_Unsupported(); }
SDL_Renderer* SDL_CreateRenderer(SDL_Window* window, int index, Uint32 flags) { return NULL; }
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) { return NULL; }
int SDL_GetRendererInfo(SDL_Renderer* renderer, SDL_RendererInfo* info) { return SDL_Unsupported(); }
void SDL_DestroyRenderer(SDL_Renderer* renderer) {}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) {}
SDL_Texture* SDL_CreateTexture(SDL_Renderer* renderer, Uint32 format, int access, int width, int height) { return NULL; }
void SDL_DestroyTexture(SDL_Texture* texture) {}
int SDL_UpdateTexture(SDL_Texture* texture, const SDL_Rect* rect, const void* pixels, int pitch) { return SDL_Unsupported(); }
int SDL_RenderCopy(SDL_Renderer* renderer, SDL_Texture* texture, const SDL_Rect* from, const SDL_Rect* to) {
  return SDL_Unsupported();
}
int SDL_RenderSetViewport(SDL_Renderer* renderer, const SDL_Rect* rect) { return SDL_Unsupported(); }
void SDL_RenderPresent(SDL_Renderer* renderer) {}

// The window of the browser, which is the page's: Emscripten's answers would be downloaded too
EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(const char* target, EM_BOOL deferred,
                                                         const EmscriptenFullscreenStrategy* strategy) {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
void emscripten_set_window_title(const char* title) {}
void emscripten_get_screen_size(int* width, int* height) { *width = *height = 4096; }
EMSCRIPTEN_RESULT emscripten_set_element_css_size(const char* target, double width, double height) {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
void emscripten_sleep(unsigned ms) {}
int emscripten_has_asyncify(void) { return 0; }

// Threads, of which there is one, and time
SDL_threadID SDL_ThreadID(void) { return 1; }
static void* kept[8];
SDL_TLSID SDL_TLSCreate(void) {
  static SDL_TLSID last;
  return last < SDL_arraysize(kept) - 1 ? ++last : 0;
}
void* SDL_TLSGet(SDL_TLSID id) { return id < SDL_arraysize(kept) ? kept[id] : NULL; }
int SDL_TLSSet(SDL_TLSID id, const void* value, void(SDLCALL* destructor)(void*)) {
  if (id == 0 || id >= SDL_arraysize(kept)) return -1;
  kept[id] = (void*)value;
  return 0;
}
void SDL_TicksInit(void) {}
void SDL_Delay(Uint32 ms) {}

// Dynamic libraries
void* SDL_LoadObject(const char* file) { return NULL; }
void* SDL_LoadFunction(void* object, const char* name) { return NULL; }
void SDL_UnloadObject(void* object) {}

// Settings: none from outside
const char* SDL_GetHint(const char* name) { return NULL; }
SDL_bool SDL_GetHintBoolean(const char* name, SDL_bool otherwise) { return otherwise; }
SDL_bool SDL_SetHint(const char* name, const char* value) { return SDL_FALSE; }
char* SDL_getenv(const char* name) { return NULL; }

// Messages: the last error as SDL words it, without its values, which would bring printf along
static const char* last_error = "";
int SDL_SetError(const char* format, ...) {
  last_error = format;
  return -1;
}
const char* SDL_GetError(void) { return last_error; }
void SDL_ClearError(void) { last_error = ""; }
int SDL_Error(SDL_errorcode code) { return SDL_SetError("SDL error"); }
SDL_LogPriority SDL_LogGetPriority(int category) { return SDL_NUM_LOG_PRIORITIES; }
void SDL_Log(const char* format, ...) {}
void SDL_LogDebug(int category, const char* format, ...) {}
void SDL_LogWarn(int category, const char* format, ...) {}
