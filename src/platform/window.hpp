// What does the program need of a window? A GL context to draw in, its size, and a way to show what was
// drawn.
#pragma once

#include <string>

#include "app/program.hpp"
#include "base/geometry.hpp"

struct SDL_Window;

namespace tp {

struct WindowRequest {
  std::string title = "Turning Point";
  Size size{1280, 800};  ///< CSS px; on the web the page has already given the canvas its size
  bool visible = true;   ///< false: for drawing into an image, without a display if need be
};

/// One implementation for each platform: window_native.cpp, window_web.cpp.
class Window {
 public:
  Window() = default;
  ~Window() { close(); }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// False where there is no OpenGL 3.3, OpenGL ES 3 or WebGL 2; `reason` then says why in one line.
  bool open(const WindowRequest& request, std::string& reason);
  void close();
  bool is_open() const { return context_ != nullptr; }

  Size size() const;     ///< CSS px
  Size size_px() const;  ///< device px of what is drawn into
  void set_cursor(Cursor cursor);
  void present();
  SDL_Window* sdl() const { return window_; }

 private:
  SDL_Window* window_ = nullptr;
  void* context_ = nullptr;                 // SDL_GLContext
  [[maybe_unused]] void* cursors_[5] = {};  // SDL_Cursor, made when first wanted (natively; CSS on the web)
};

}  // namespace tp
