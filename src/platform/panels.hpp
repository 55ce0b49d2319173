// What stands beside and above the picture where no page shows it?
#pragma once

#include "app/program.hpp"
#include "layout/text_measurer.hpp"
#include "view/theme.hpp"

namespace tp {

class Pen;

/// The frame's door to them. The web program opens it for nobody: there the page shows the same as HTML, and
/// nothing of the panels is downloaded.
class Panels {
 public:
  Panels() = default;
  virtual ~Panels() = default;
  Panels(const Panels&) = delete;
  Panels& operator=(const Panels&) = delete;

  /// True where the input was theirs. Clicks become actions of the program, in its next frame.
  virtual bool input(const InputEvent& event, Program& program) = 0;
  virtual void draw(Pen& pen, const Theme& theme, const TextMeasurer& measurer, const Program& program) = 0;
  /// Above everything. `cpu_ms`: what the last frame cost.
  virtual void draw_above(Pen& pen, const Theme& theme, const Program& program, double cpu_ms) = 0;
  virtual bool wants_frame() const = 0;
  virtual bool over_link() const = 0;
};

}  // namespace tp
