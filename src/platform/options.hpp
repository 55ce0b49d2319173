// What was the desktop program asked to do? Its command line, read and checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "time/date.hpp"

namespace tp {

struct Options {
  std::string story;  ///< empty: the story that comes with the program
  bool help = false;
  bool watch = false;
  bool debug = false;
  std::string screenshot;  ///< PNG to write; empty: a window
  Size size{1280, 800};    ///< CSS px
  double density = 0;      ///< 0: the display's; 1 for a screenshot
  std::optional<DateRange> at;
  std::string select;
  std::vector<std::string> commands;  ///< JSON, as the page would send them, in order
  bool dark = false;
  std::string language;
};

struct OptionsResult {
  Options options;
  std::string error;  ///< one line; empty where all is well
};

OptionsResult read_options(const std::vector<std::string>& arguments);
/// What --help says.
const char* usage();

}  // namespace tp
