#include "view/imgui_text_measurer.hpp"

#include <imgui.h>

#include "view/fonts.hpp"

namespace tp {

namespace {

constexpr std::size_t kMostRemembered = 20'000;  // of one style; then it starts afresh

}  // namespace

Size ImGuiTextMeasurer::measure(std::string_view text, TextStyle style) const {
  const double line = type_face(style).line_px;
  if (text.empty()) return {0, line};
  Widths& widths = widths_[static_cast<std::size_t>(style)];
  if (const auto known = widths.find(text); known != widths.end()) return {known->second, line};
  if (widths.size() >= kMostRemembered) widths.clear();
  const double width = width_of(text, fonts_.measuring_face(style));
  widths.emplace(std::string(text), width);
  return {width, line};
}

std::size_t ImGuiTextMeasurer::remembered() const {
  std::size_t count = 0;
  for (const Widths& widths : widths_) count += widths.size();
  return count;
}

}  // namespace tp
