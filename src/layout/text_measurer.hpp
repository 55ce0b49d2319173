// How wide is a text? The one question that layout asks about fonts; the view answers it with real ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/geometry.hpp"

namespace tp {

/// The type sizes of the whole product. The theme gives each its pixels and weight.
enum class TextStyle : std::uint8_t {
  kLabel,        ///< event and actor labels
  kLabelStrong,  ///< the same, for what matters most or is selected
  kSmall,        ///< ticks, relation labels, notes
  kSmallStrong,  ///< badges and counts
  kCaps,         ///< spaced capitals above a section
  kTitle,        ///< the title of a card
  kBody,         ///< running text of a card
  kCount,        ///< a count of three letters inside a mark
};
inline constexpr std::size_t kTextStyles = 8;

class TextMeasurer {
 public:
  virtual ~TextMeasurer() = default;
  /// CSS pixels; `text` is one line of UTF-8. Never negative; the height is the line height of the style.
  virtual Size measure(std::string_view text, TextStyle style) const = 0;
};

}  // namespace tp
