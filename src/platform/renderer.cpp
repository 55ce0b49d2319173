#include "platform/renderer.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#include <SDL_opengl.h>
#endif

namespace tp {

bool Renderer::open() {
  if (!open_) open_ = ImGui_ImplOpenGL3_Init(nullptr);
  return open_;
}

void Renderer::close() {
  if (open_) ImGui_ImplOpenGL3_Shutdown();
  open_ = false;
}

void Renderer::begin_frame() {
  ImGui_ImplOpenGL3_NewFrame();
}

void Renderer::draw(ImDrawData& data, Size size_px, Color ground) {
  glViewport(0, 0, static_cast<int>(size_px.width), static_cast<int>(size_px.height));
  const auto channel = [](std::uint8_t value) { return static_cast<float>(value) / 255; };
  glClearColor(channel(ground.r), channel(ground.g), channel(ground.b), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace tp
