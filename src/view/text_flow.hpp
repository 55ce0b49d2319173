// Where do lines break? Sets running text word by word into a column, with links that know where they ended
// up.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "layout/text_measurer.hpp"
#include "view/theme.hpp"

namespace tp {

class Pen;

struct FlowRun {
  std::string_view words;
  TextStyle style = TextStyle::kBody;
  Color color;
  bool strong = false;  ///< a little heavier, where the style has no weight of its own for it
  int link = -1;        ///< any number; −1: no link
};

/// One stretch of a link on one line.
struct FlowLink {
  Rect rect;
  int link = -1;
};

/// Draws `runs` into the column that begins at `top_left` and returns the height that they take. A word wider
/// than the column stands alone and sticks out. Without a pen nothing is drawn, only measured.
double flow_text(Pen* pen, const TextMeasurer& measurer, Point top_left, double width,
                 std::span<const FlowRun> runs, std::vector<FlowLink>* links = nullptr);

}  // namespace tp
