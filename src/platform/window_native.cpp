#include <SDL.h>

#include <string_view>

#include "platform/window.hpp"

namespace tp {

namespace {

SDL_SystemCursor system_cursor(Cursor cursor) {
  switch (cursor) {
    case Cursor::kDefault:
      return SDL_SYSTEM_CURSOR_ARROW;
    case Cursor::kPointer:
      return SDL_SYSTEM_CURSOR_HAND;
    case Cursor::kGrab:
    case Cursor::kGrabbing:
      return SDL_SYSTEM_CURSOR_SIZEALL;
    case Cursor::kColumnResize:
      return SDL_SYSTEM_CURSOR_SIZEWE;
  }
  return SDL_SYSTEM_CURSOR_ARROW;
}

// "offscreen" draws through EGL without any display: on a server, in a container, in a test.
bool start_video(bool visible) {
  if (!visible && !SDL_getenv("SDL_VIDEODRIVER") && SDL_VideoInit("offscreen") == 0) return true;
  if (SDL_VideoInit(nullptr) != 0) return false;
  // Without a display SDL settles for drawing that nobody sees: no use for a window.
  const char* driver = SDL_GetCurrentVideoDriver();
  const bool unseen = driver && std::string_view(driver) == "offscreen";
  if (!visible || !unseen || SDL_getenv("SDL_VIDEODRIVER")) return true;
  SDL_SetError("neither X11 nor Wayland answers; --screenshot needs none");
  SDL_VideoQuit();
  return false;
}

void ask_for_context(bool embedded) {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK,
                      embedded ? SDL_GL_CONTEXT_PROFILE_ES : SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, embedded ? 0 : 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, embedded ? 0 : SDL_GL_CONTEXT_FORWARD_COMPATIBLE_FLAG);
  // Edges are smoothed as they are drawn: no samples, no depth, no stencil.
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
}

}  // namespace

bool Window::open(const WindowRequest& request, std::string& reason) {
  if (!start_video(request.visible)) {
    reason = std::string("no display: ") + SDL_GetError();
    return false;
  }
  Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  if (!request.visible) flags |= SDL_WINDOW_HIDDEN;
  for (bool embedded : {false, true}) {
    ask_for_context(embedded);
    window_ =
        SDL_CreateWindow(request.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         static_cast<int>(request.size.width), static_cast<int>(request.size.height), flags);
    if (window_) context_ = SDL_GL_CreateContext(window_);
    if (context_) break;
    if (window_) SDL_DestroyWindow(window_);
    window_ = nullptr;
  }
  if (!context_) {
    reason = std::string("no OpenGL 3.3: ") + SDL_GetError();
    close();
    return false;
  }
  SDL_GL_MakeCurrent(window_, context_);
  SDL_GL_SetSwapInterval(request.visible ? 1 : 0);
  return true;
}

void Window::close() {
  for (void*& cursor : cursors_) {
    if (cursor) SDL_FreeCursor(static_cast<SDL_Cursor*>(cursor));
    cursor = nullptr;
  }
  if (context_) SDL_GL_DeleteContext(context_);
  if (window_) SDL_DestroyWindow(window_);
  if (context_ || window_) SDL_VideoQuit();
  context_ = nullptr;
  window_ = nullptr;
}

Size Window::size() const {
  int width = 0, height = 0;
  SDL_GetWindowSize(window_, &width, &height);
  return {static_cast<double>(width), static_cast<double>(height)};
}

Size Window::size_px() const {
  int width = 0, height = 0;
  SDL_GL_GetDrawableSize(window_, &width, &height);
  return {static_cast<double>(width), static_cast<double>(height)};
}

void Window::set_cursor(Cursor cursor) {
  void*& made = cursors_[static_cast<std::size_t>(cursor)];
  if (!made) made = SDL_CreateSystemCursor(system_cursor(cursor));
  if (made) SDL_SetCursor(static_cast<SDL_Cursor*>(made));
}

void Window::present() {
  SDL_GL_SwapWindow(window_);
}

}  // namespace tp
