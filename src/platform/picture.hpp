// How does a reader get the present view as SVG? A second program beside the one on the canvas: told the same
// story, panes, looks and view, it writes down what that one draws.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/program.hpp"
#include "view/fonts.hpp"
#include "view/theme.hpp"

namespace tp {

class Picture {
 public:
  /// As of FrameRunner.
  bool add_font(std::span<const unsigned char> file, int weight);
  bool load(std::string_view story) { return !program_.load(story).refuses(); }
  bool set_borders(std::span<const unsigned char> bytes) { return program_.set_borders(bytes); }
  /// A command as the page told it to the program on the canvas; after `load`. Empty, or an error of one
  /// line.
  std::string command(std::string_view json);
  /// What the program on the canvas shows as an element of an SVG file, in CSS px of the canvas and in the
  /// one colour scheme that it has. `view`: as for read_exact_view; after the commands. Empty without story
  /// or fonts, and where that is no view.
  std::string svg(std::string_view view);

  const Program& program() const { return program_; }

 private:
  void settle(const TextMeasurer& measurer);

  Fonts fonts_;
  Program program_;
  ThemeChoice choice_;
};

}  // namespace tp
