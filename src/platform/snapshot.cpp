#include "platform/snapshot.hpp"

#include <SDL.h>
#include <SDL_opengl.h>
#include <SDL_opengl_glext.h>
#include <png.h>

namespace tp {

namespace {

// Framebuffers are newer than what every system's GL library exports by name.
struct Functions {
  PFNGLGENFRAMEBUFFERSPROC generate = load<PFNGLGENFRAMEBUFFERSPROC>("glGenFramebuffers");
  PFNGLBINDFRAMEBUFFERPROC bind = load<PFNGLBINDFRAMEBUFFERPROC>("glBindFramebuffer");
  PFNGLFRAMEBUFFERTEXTURE2DPROC attach = load<PFNGLFRAMEBUFFERTEXTURE2DPROC>("glFramebufferTexture2D");
  PFNGLCHECKFRAMEBUFFERSTATUSPROC status = load<PFNGLCHECKFRAMEBUFFERSTATUSPROC>("glCheckFramebufferStatus");
  PFNGLDELETEFRAMEBUFFERSPROC destroy = load<PFNGLDELETEFRAMEBUFFERSPROC>("glDeleteFramebuffers");

  bool complete() const { return generate && bind && attach && status && destroy; }

 private:
  template <class Function>
  static Function load(const char* name) {
    return reinterpret_cast<Function>(SDL_GL_GetProcAddress(name));
  }
};

}  // namespace

SnapshotTarget::SnapshotTarget(Size size_px)
    : width_(static_cast<int>(size_px.width)), height_(static_cast<int>(size_px.height)) {
  const Functions gl;
  if (!gl.complete()) return;
  glGenTextures(1, &colors_);
  glBindTexture(GL_TEXTURE_2D, colors_);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glBindTexture(GL_TEXTURE_2D, 0);
  gl.generate(1, &framebuffer_);
  gl.bind(GL_FRAMEBUFFER, framebuffer_);
  gl.attach(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colors_, 0);
  ready_ = gl.status(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

SnapshotTarget::~SnapshotTarget() {
  const Functions gl;
  if (!gl.complete()) return;
  gl.bind(GL_FRAMEBUFFER, 0);
  gl.destroy(1, &framebuffer_);
  glDeleteTextures(1, &colors_);
}

std::vector<std::uint8_t> SnapshotTarget::read_pixels() const {
  const auto row = static_cast<std::size_t>(width_) * 3;
  const auto rows = static_cast<std::size_t>(height_);
  std::vector<std::uint8_t> upward(row * rows), downward(row * rows);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
  for (std::size_t y = 0; y < rows; ++y)
    std::copy_n(upward.begin() + static_cast<std::ptrdiff_t>((rows - 1 - y) * row), row,
                downward.begin() + static_cast<std::ptrdiff_t>(y * row));
  return downward;
}

bool write_png(const std::string& path, Size size_px, const std::vector<std::uint8_t>& rgb,
               std::string& reason) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(size_px.width);
  image.height = static_cast<png_uint_32>(size_px.height);
  image.format = PNG_FORMAT_RGB;
  if (png_image_write_to_file(&image, path.c_str(), 0, rgb.data(), 0, nullptr)) return true;
  reason = path + ": " + image.message;
  return false;
}

}  // namespace tp
