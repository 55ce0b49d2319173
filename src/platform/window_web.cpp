// A guest in somebody's page: SDL makes the WebGL 2 context on our canvas, and nothing more. Input comes from
// web/ through the bridge, the page's own style sizes the canvas, and the page asks for each frame.
#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include "platform/window.hpp"

// clang-format off
EM_JS(void, tp_unset_canvas_cursor, (), { Module["canvas"].style.removeProperty("cursor"); });
// clang-format on

namespace tp {

namespace {

constexpr const char* kCanvas = "#canvas";  // the page maps this to its element (specialHTMLTargets)

// SDL listens on canvas, document and window, and prevents what the page would do with wheel, touch and keys.
// All of it is taken off again.
void let_go_of_the_page() {
  emscripten_set_mousemove_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_mousedown_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, false, nullptr);
  emscripten_set_mouseenter_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_mouseleave_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_wheel_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_touchstart_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_touchend_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_touchmove_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_touchcancel_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_keydown_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_keyup_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_keypress_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, nullptr);
  emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, nullptr);
  emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, nullptr);
  emscripten_set_pointerlockchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, false, nullptr);
  emscripten_set_fullscreenchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, false, nullptr);
  emscripten_set_visibilitychange_callback(nullptr, false, nullptr);
  emscripten_set_beforeunload_callback(nullptr, nullptr);
}

}  // namespace

bool Window::open(const WindowRequest&, std::string& reason) {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
  if (SDL_VideoInit(nullptr) != 0) {
    reason = SDL_GetError();
    return false;
  }
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);  // nothing of the page shines through
  int width = 1, height = 1;
  emscripten_get_canvas_element_size(kCanvas, &width, &height);
  window_ = SDL_CreateWindow("", 0, 0, width, height, SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE);
  let_go_of_the_page();
  // SDL gives the canvas one pixel for each CSS px and a cursor. Both are the page's.
  emscripten_set_canvas_element_size(kCanvas, width, height);
  tp_unset_canvas_cursor();
  if (window_) context_ = SDL_GL_CreateContext(window_);
  if (!context_) {
    reason = SDL_GetError();
    close();
    return false;
  }
  return true;
}

void Window::close() {
  if (context_) SDL_GL_DeleteContext(context_);
  if (window_) SDL_DestroyWindow(window_);
  if (context_ || window_) SDL_VideoQuit();
  context_ = nullptr;
  window_ = nullptr;
}

Size Window::size() const {
  return size_px();
}

Size Window::size_px() const {
  int width = 1, height = 1;
  emscripten_get_canvas_element_size(kCanvas, &width, &height);
  return {static_cast<double>(width), static_cast<double>(height)};
}

void Window::set_cursor(Cursor) {}  // the page is told (bridge/messages) and styles its element

void Window::present() {}  // the browser shows the canvas when the frame's callback returns

}  // namespace tp
