// Where do whole device pixels lie? The same for every pen.
#include <algorithm>
#include <cmath>

#include "view/pen.hpp"

namespace tp {

double Pen::snap(double x) const {
  return std::round(x * density_) / density_;
}

Rect Pen::snap(const Rect& rect) const {
  const double x = snap(rect.x), y = snap(rect.y);
  return {x, y, std::max(fringe_, snap(rect.right()) - x), std::max(fringe_, snap(rect.bottom()) - y)};
}

double Pen::whole_width(double px) const {
  return std::max(1.0, std::round(px * density_)) / density_;
}

void Pen::hairline_across(double x0, double x1, double y, Color color) {
  const double top = snap(y - fringe_ / 2);
  fill({snap(x0), top, snap(x1) - snap(x0), fringe_}, color);
}

void Pen::hairline_down(double x, double y0, double y1, Color color) {
  const double left = snap(x - fringe_ / 2);
  fill({left, snap(y0), fringe_, snap(y1) - snap(y0)}, color);
}

}  // namespace tp
