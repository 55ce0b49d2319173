#include "view/imgui_text_measurer.hpp"

#include <imgui.h>

#include "view/fonts.hpp"
#include "view/utf8.hpp"

namespace tp {

namespace {

constexpr std::size_t kMostRemembered = 20'000;  // of one style; then it starts afresh

double width_of(std::string_view text, const BakedFace& face) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = static_cast<ImWchar>(next_code_point(text, at));
    width += static_cast<double>(face.baked->GetCharAdvance(letter)) * static_cast<double>(face.scale) +
             static_cast<double>(face.spacing);
  }
  return width > 0 ? width : 0;
}

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
