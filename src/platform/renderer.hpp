// How do Dear ImGui's triangles reach the GPU? Its OpenGL 3 back end, and what to do when the GPU forgets
// everything.
#pragma once

#include "base/geometry.hpp"
#include "view/theme.hpp"

struct ImDrawData;

namespace tp {

class Renderer {
 public:
  ~Renderer() { close(); }
  /// Needs a current GL context and a current Dear ImGui context; both must outlive `close`.
  bool open();
  /// Gives back every GL object. After `open` in a new or restored context all textures are made again by
  /// themselves.
  void close();
  bool is_open() const { return open_; }

  void begin_frame();
  void draw(ImDrawData& data, Size size_px, Color ground);

 private:
  bool open_ = false;
};

}  // namespace tp
