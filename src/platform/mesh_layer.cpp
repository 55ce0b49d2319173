#include "platform/mesh_layer.hpp"

#include <imgui.h>

#include <cstddef>

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#define GL_GLEXT_PROTOTYPES  // core functions of OpenGL 3.3: every library that has them exports them
#include <SDL.h>
#include <SDL_opengl.h>
#endif

namespace tp {

namespace {

#ifdef __EMSCRIPTEN__
#define TP_GLSL "#version 300 es\nprecision highp float;\n"
#else
#define TP_GLSL "#version 330 core\n"
#endif

bool has_gl() {
#ifdef __EMSCRIPTEN__
  return true;
#else
  return SDL_GL_GetProcAddress("glGenVertexArrays") != nullptr;
#endif
}

constexpr const char* kCorner = TP_GLSL R"(
layout(location = 0) in vec2 place;
layout(location = 1) in vec3 line;
layout(location = 2) in vec3 dash;
layout(location = 3) in vec4 color;
uniform vec2 view;
uniform vec2 shift;
out vec3 on_line;
flat out vec3 dashes;
out vec4 tint;
void main() {
  on_line = line;
  dashes = dash;
  tint = color;
  vec2 p = (place + shift) / view * 2.0 - 1.0;
  gl_Position = vec4(p.x, -p.y, 0.0, 1.0);
})";

// A line covers a pixel by how far the pixel's middle is inside it; thinner than a pixel, it is paler
// instead.
constexpr const char* kPixel = TP_GLSL R"(
in vec3 on_line;
flat in vec3 dashes;
in vec4 tint;
uniform float density;
out vec4 result;
float covered(float inside) { return clamp(inside * density + 0.5, 0.0, 1.0); }
void main() {
  float half_width = on_line.z;
  float share = 1.0;
  if (half_width >= 0.0) {
    share = covered(half_width - abs(on_line.y)) * min(1.0, half_width * 2.0 * density);
    float gap = dashes.y;
    if (gap > 0.0) {
      float round_end = dashes.z;
      float period = dashes.x + gap + (round_end > 0.0 ? gap : 0.0);
      float at = mod(on_line.x, period);
      float stroke = dashes.x > 0.0 ? covered(min(at, dashes.x - at) + 0.5 * half_width) : 0.0;
      stroke = max(stroke, dashes.x > 0.0 ? covered(at - period + 0.5 * half_width) : 0.0);
      if (round_end > 0.0) {
        float middle = dashes.x > 0.0 ? dashes.x + gap : 0.0;
        float away = abs(at - middle);
        if (middle == 0.0) away = min(away, period - at);
        stroke = max(stroke, covered(round_end * 0.5 - length(vec2(away, on_line.y))));
      }
      share *= stroke;
    }
  }
  result = vec4(tint.rgb, tint.a * share);
})";

unsigned compiled(unsigned kind, const char* text) {
  const unsigned shader = glCreateShader(kind);
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  return shader;
}

const void* at(std::size_t offset) {
  return reinterpret_cast<const void*>(offset);
}

}  // namespace

bool MeshLayer::make_program() {
  if (program_ != 0) return true;
  if (!has_gl()) return false;
  const unsigned corner = compiled(GL_VERTEX_SHADER, kCorner), pixel = compiled(GL_FRAGMENT_SHADER, kPixel);
  program_ = glCreateProgram();
  glAttachShader(program_, corner);
  glAttachShader(program_, pixel);
  glLinkProgram(program_);
  glDeleteShader(corner);
  glDeleteShader(pixel);
  view_ = glGetUniformLocation(program_, "view");
  shift_ = glGetUniformLocation(program_, "shift");
  density_at_ = glGetUniformLocation(program_, "density");
  glGenVertexArrays(1, &array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  const auto floats = [](unsigned location, int count, std::size_t offset) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, count, GL_FLOAT, GL_FALSE, sizeof(MeshVertex), at(offset));
  };
  floats(0, 2, offsetof(MeshVertex, x));
  floats(1, 3, offsetof(MeshVertex, along));
  floats(2, 3, offsetof(MeshVertex, drawn));
  glEnableVertexAttribArray(3);
  glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(MeshVertex), at(offsetof(MeshVertex, color)));
  glBindVertexArray(0);
  return true;
}

void MeshLayer::keep(const Key& key, const Mesh& mesh) {
  if (!make_program()) return;
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(MeshVertex)),
               mesh.vertices.data(), GL_STATIC_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)),
               mesh.indices.data(), GL_STATIC_DRAW);
  glBindVertexArray(0);
  index_count_ = static_cast<int>(mesh.indices.size());
  key_ = key;
}

void MeshLayer::show(ImDrawList& list, Point offset) {
  offset_ = offset;
  list.AddCallback(&MeshLayer::draw, this);
  list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void MeshLayer::draw(const ImDrawList*, const ImDrawCmd* command) {
  static_cast<MeshLayer*>(command->UserCallbackData)->draw(*command);
}

void MeshLayer::draw(const ImDrawCmd& command) {
  if (index_count_ == 0) return;
  const auto px = [&](double css) { return static_cast<int>(css * density_ + 0.5); };
  const ImVec4& clip = command.ClipRect;
  const int left = px(static_cast<double>(clip.x)), right = px(static_cast<double>(clip.z));
  const int top = px(static_cast<double>(clip.y)), bottom = px(static_cast<double>(clip.w));
  if (right <= left || bottom <= top) return;
  glScissor(left, px(size_.height) - bottom, right - left, bottom - top);
  glUseProgram(program_);
  glUniform2f(view_, static_cast<float>(size_.width), static_cast<float>(size_.height));
  glUniform2f(shift_, static_cast<float>(offset_.x), static_cast<float>(offset_.y));
  glUniform1f(density_at_, static_cast<float>(density_));
  glBindVertexArray(array_);
  glDrawElements(GL_TRIANGLES, index_count_, GL_UNSIGNED_INT, nullptr);
}

void MeshLayer::close() {
  if (program_ != 0) {
    glDeleteProgram(program_);
    glDeleteVertexArrays(1, &array_);
    glDeleteBuffers(1, &vertices_);
    glDeleteBuffers(1, &indices_);
  }
  forget();
}

void MeshLayer::forget() {
  key_.reset();
  index_count_ = 0;
  program_ = array_ = vertices_ = indices_ = 0;
}

}  // namespace tp
