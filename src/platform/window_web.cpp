// A guest in somebody's page: SDL makes the WebGL 2 context on our canvas, and nothing more; what would
// listen is not even linked (cmake/sdl2_web_absent.c). Input comes from web/ through the bridge, the page's
// own style sizes the canvas, and the page asks for each frame.
#include <SDL.h>
#include <emscripten/html5.h>

#include "platform/window.hpp"

namespace tp {

namespace {

constexpr const char* kCanvas = "#canvas";  // the page maps this to its element (specialHTMLTargets)

}  // namespace

bool Window::open(const WindowRequest&, std::string& reason) {
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
  window_ = SDL_CreateWindow(nullptr, 0, 0, width, height, SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE);
  emscripten_set_canvas_element_size(kCanvas, width, height);  // SDL's one pixel for each CSS px taken back
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
