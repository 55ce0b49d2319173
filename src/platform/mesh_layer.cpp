#include "platform/mesh_layer.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
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

// Corner 2i is on the left side of the curve, 2i + 1 on its right, at i of `pieces` steps along it. How far
// along a corner is follows from the steps before it; only dashes ask for that.
constexpr const char* kCurveCorner = TP_GLSL R"(
layout(location = 0) in vec4 first;
layout(location = 1) in vec4 last;
layout(location = 2) in vec2 halves;
layout(location = 3) in vec3 dash;
layout(location = 4) in vec4 color;
uniform vec2 view;
uniform vec2 shift;
uniform float density;
uniform int pieces;
out vec3 on_line;
flat out vec3 dashes;
out vec4 tint;
vec2 at(float t) {
  float u = 1.0 - t;
  return first.xy * (u * u * u) + first.zw * (3.0 * u * u * t) + last.xy * (3.0 * u * t * t) + last.zw * (t * t * t);
}
void main() {
  int i = gl_VertexID / 2;
  float t = float(i) / float(pieces), u = 1.0 - t;
  vec2 way = (first.zw - first.xy) * (u * u) + (last.xy - first.zw) * (2.0 * u * t) + (last.zw - last.xy) * (t * t);
  if (dot(way, way) < 1e-9) way = last.zw - first.xy;
  way /= max(1e-4, length(way));
  float along = 0.0;
  if (dash.y > 0.0) {
    vec2 before = first.xy;
    for (int k = 1; k <= i; ++k) {
      vec2 next = at(float(k) / float(pieces));
      along += distance(before, next);
      before = next;
    }
  }
  float half_width = mix(halves.x, halves.y, t);
  float across = (half_width + 0.5 / density) * (gl_VertexID % 2 == 0 ? -1.0 : 1.0);
  on_line = vec3(along, across, half_width);
  dashes = dash;
  tint = color;
  vec2 p = (at(t) + vec2(-way.y, way.x) * across + shift) / view * 2.0 - 1.0;
  gl_Position = vec4(p.x, -p.y, 0.0, 1.0);
})";

// A line covers a pixel by how far the pixel's middle is inside it; thinner than a pixel, it is paler
// instead.
constexpr const char* kCurvePixel = TP_GLSL R"(
in vec3 on_line;
flat in vec3 dashes;
in vec4 tint;
uniform float density;
out vec4 result;
float covered(float inside) { return clamp(inside * density + 0.5, 0.0, 1.0); }
void main() {
  float half_width = on_line.z;
  float share = covered(half_width - abs(on_line.y)) * min(1.0, half_width * 2.0 * density);
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
  result = vec4(tint.rgb, tint.a * share);
})";

constexpr const char* kFlatCorner = TP_GLSL R"(
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 color;
uniform vec2 view;
uniform vec2 shift;
out vec4 tint;
void main() {
  tint = color;
  vec2 p = (place + shift) / view * 2.0 - 1.0;
  gl_Position = vec4(p.x, -p.y, 0.0, 1.0);
})";

constexpr const char* kFlatPixel = TP_GLSL R"(
in vec4 tint;
out vec4 result;
void main() { result = tint; })";

unsigned compiled(unsigned kind, const char* text) {
  const unsigned shader = glCreateShader(kind);
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  return shader;
}

unsigned linked(const char* corner_text, const char* pixel_text) {
  const unsigned corner = compiled(GL_VERTEX_SHADER, corner_text);
  const unsigned pixel = compiled(GL_FRAGMENT_SHADER, pixel_text);
  const unsigned program = glCreateProgram();
  glAttachShader(program, corner);
  glAttachShader(program, pixel);
  glLinkProgram(program);
  glDeleteShader(corner);
  glDeleteShader(pixel);
  return program;
}

// `each`: one value for a whole curve rather than for a corner.
void attribute(unsigned location, int count, unsigned kind, std::size_t stride, std::size_t offset,
               bool each) {
  glEnableVertexAttribArray(location);
  glVertexAttribPointer(location, count, kind, kind == GL_FLOAT ? GL_FALSE : GL_TRUE,
                        static_cast<int>(stride), reinterpret_cast<const void*>(offset));
  if (each) glVertexAttribDivisor(location, 1);
}

template <class T>
void send(unsigned target, unsigned buffer, const std::vector<T>& list) {
  glBindBuffer(target, buffer);
  glBufferData(target, static_cast<GLsizeiptr>(list.size() * sizeof(T)), list.data(), GL_STATIC_DRAW);
}

// Pieces of a curve so that it is missed by less than a quarter of a device pixel (Wang's bound for cubic
// curves).
int pieces_for(double bend, double density) {
  constexpr double kFlatness = 0.25, kMost = 48;
  return static_cast<int>(std::clamp(std::ceil(std::sqrt(0.75 * bend * density / kFlatness)), 1.0, kMost));
}

}  // namespace

bool MeshLayer::make_programs() {
  if (curves_.program != 0) return true;
  if (!has_gl()) return false;
  for (Part* part : {&curves_, &flat_}) {
    glGenVertexArrays(1, &part->array);
    glGenBuffers(1, &part->buffer);
  }
  glGenBuffers(1, &indices_);
  curves_.program = linked(kCurveCorner, kCurvePixel);
  flat_.program = linked(kFlatCorner, kFlatPixel);
  for (Part* part : {&curves_, &flat_}) {
    part->view = glGetUniformLocation(part->program, "view");
    part->shift = glGetUniformLocation(part->program, "shift");
  }
  density_at_ = glGetUniformLocation(curves_.program, "density");
  pieces_at_ = glGetUniformLocation(curves_.program, "pieces");
  glBindVertexArray(curves_.array);
  glBindBuffer(GL_ARRAY_BUFFER, curves_.buffer);
  constexpr std::size_t kCurve = sizeof(MeshCurve);
  attribute(0, 4, GL_FLOAT, kCurve, offsetof(MeshCurve, places), true);
  attribute(1, 4, GL_FLOAT, kCurve, offsetof(MeshCurve, places) + 4 * sizeof(float), true);
  attribute(2, 2, GL_FLOAT, kCurve, offsetof(MeshCurve, half_at_begin), true);
  attribute(3, 3, GL_FLOAT, kCurve, offsetof(MeshCurve, drawn), true);
  attribute(4, 4, GL_UNSIGNED_BYTE, kCurve, offsetof(MeshCurve, color), true);
  glBindVertexArray(flat_.array);
  glBindBuffer(GL_ARRAY_BUFFER, flat_.buffer);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  attribute(0, 2, GL_FLOAT, sizeof(MeshVertex), offsetof(MeshVertex, x), false);
  attribute(1, 4, GL_UNSIGNED_BYTE, sizeof(MeshVertex), offsetof(MeshVertex, color), false);
  glBindVertexArray(0);
  return true;
}

void MeshLayer::keep(const Key& key, const Mesh& mesh) {
  if (!make_programs()) return;
  glBindVertexArray(curves_.array);
  send(GL_ARRAY_BUFFER, curves_.buffer, mesh.curves);
  glBindVertexArray(flat_.array);
  send(GL_ARRAY_BUFFER, flat_.buffer, mesh.vertices);
  send(GL_ELEMENT_ARRAY_BUFFER, indices_, mesh.indices);
  glBindVertexArray(0);
  curves_.count = static_cast<int>(mesh.curves.size());
  flat_.count = static_cast<int>(mesh.indices.size());
  most_bend_ = most_bend(mesh.curves);
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
  if (curves_.count == 0 && flat_.count == 0) return;
  const auto px = [&](double css) { return static_cast<int>(css * density_ + 0.5); };
  const ImVec4& clip = command.ClipRect;
  const int left = px(static_cast<double>(clip.x)), right = px(static_cast<double>(clip.z));
  const int top = px(static_cast<double>(clip.y)), bottom = px(static_cast<double>(clip.w));
  if (right <= left || bottom <= top) return;
  glScissor(left, px(size_.height) - bottom, right - left, bottom - top);
  start(curves_);
  const int pieces = pieces_for(most_bend_, density_);
  glUniform1f(density_at_, static_cast<float>(density_));
  glUniform1i(pieces_at_, pieces);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 2 * (pieces + 1), curves_.count);
  start(flat_);
  glDrawElements(GL_TRIANGLES, flat_.count, GL_UNSIGNED_INT, nullptr);
}

void MeshLayer::start(const Part& part) const {
  glUseProgram(part.program);
  glUniform2f(part.view, static_cast<float>(size_.width), static_cast<float>(size_.height));
  glUniform2f(part.shift, static_cast<float>(offset_.x), static_cast<float>(offset_.y));
  glBindVertexArray(part.array);
}

void MeshLayer::close() {
  if (curves_.program != 0) {
    for (const Part* part : {&curves_, &flat_}) {
      glDeleteProgram(part->program);
      glDeleteVertexArrays(1, &part->array);
      glDeleteBuffers(1, &part->buffer);
    }
    glDeleteBuffers(1, &indices_);
  }
  forget();
}

void MeshLayer::forget() {
  key_.reset();
  curves_ = flat_ = {};
  indices_ = 0;
}

}  // namespace tp
