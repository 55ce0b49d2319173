// What is the program doing? Layout boxes, frame times and the last actions, over the picture (F3).
#pragma once

#include <array>

#include "app/program.hpp"
#include "view/theme.hpp"

namespace tp {

class Pen;

class DebugOverlay {
 public:
  void add_frame(double cpu_ms);
  void draw(Pen& pen, const Theme& theme, const Program& program) const;

 private:
  void draw_boxes(Pen& pen, const Theme& theme, const Scene& scene) const;
  void draw_times(Pen& pen, const Theme& theme, const Rect& area) const;
  void draw_log(Pen& pen, const Theme& theme, const Program& program, Point top_left) const;

  std::array<double, 120> times_{};  // ms, a ring
  std::size_t next_ = 0;
  long long count_ = 0;
};

}  // namespace tp
