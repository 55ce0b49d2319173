// How are our points and colours said in Dear ImGui's types?
#pragma once

#include <imgui.h>

#include "base/geometry.hpp"
#include "view/theme.hpp"

namespace tp {

inline ImVec2 vec(double x, double y) {
  return {static_cast<float>(x), static_cast<float>(y)};
}
inline ImVec2 vec(Point p) {
  return vec(p.x, p.y);
}
inline ImU32 packed(Color c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

}  // namespace tp
