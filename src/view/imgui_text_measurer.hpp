// How wide is a text in the real fonts? The view's answer to layout's one question about letters.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "layout/text_measurer.hpp"

namespace tp {

class Fonts;

/// Widths are sums of the letters' own advances, whatever the pixel ratio: the same everywhere. Remembered.
class ImGuiTextMeasurer final : public TextMeasurer {
 public:
  /// `fonts` must be installed in a Dear ImGui context and outlive this.
  explicit ImGuiTextMeasurer(const Fonts& fonts) : fonts_(fonts) {}
  Size measure(std::string_view text, TextStyle style) const override;
  std::size_t remembered() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Widths = std::unordered_map<std::string, double, Hash, std::equal_to<>>;

  const Fonts& fonts_;
  mutable std::array<Widths, kTextStyles> widths_;
};

}  // namespace tp
