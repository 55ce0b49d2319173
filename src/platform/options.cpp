#include "platform/options.hpp"

#include <charconv>

namespace tp {

namespace {

constexpr double kLeastSide = 64;
constexpr double kMostSide = 16384;

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool read_size(const std::string& text, Size& size) {
  const std::size_t middle = text.find('x');
  if (middle == std::string::npos) return false;
  const auto width = number_in(std::string_view(text).substr(0, middle));
  const auto height = number_in(std::string_view(text).substr(middle + 1));
  if (!width || !height || *width < kLeastSide || *height < kLeastSide || *width > kMostSide ||
      *height > kMostSide)
    return false;
  size = {*width, *height};
  return true;
}

class Reader {
 public:
  explicit Reader(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  OptionsResult read() {
    while (at_ < arguments_.size() && out_.error.empty()) read_one(arguments_[at_++]);
    if (out_.error.empty() && out_.options.watch && !out_.options.screenshot.empty())
      out_.error = "--watch and --screenshot do not go together";
    return std::move(out_);
  }

 private:
  void read_one(const std::string& argument) {
    Options& options = out_.options;
    if (argument == "--help" || argument == "-h") {
      options.help = true;
    } else if (argument == "--watch") {
      options.watch = true;
    } else if (argument == "--debug") {
      options.debug = true;
    } else if (argument == "--screenshot") {
      take(argument, options.screenshot);
    } else if (argument == "--select") {
      take(argument, options.select);
    } else if (argument == "--lang") {
      take(argument, options.language);
    } else if (argument == "--size") {
      read_size_option(argument);
    } else if (argument == "--dpr") {
      read_density(argument);
    } else if (argument == "--theme") {
      read_theme(argument);
    } else if (argument == "--at") {
      read_date(argument);
    } else if (argument.starts_with("-")) {
      out_.error = "no option " + argument + "; see --help";
    } else if (options.story.empty()) {
      options.story = argument;
    } else {
      out_.error = "one story at a time: " + options.story + " or " + argument + "?";
    }
  }

  bool take(const std::string& option, std::string& value) {
    if (at_ >= arguments_.size()) {
      out_.error = option + " needs a value; see --help";
      return false;
    }
    value = arguments_[at_++];
    return true;
  }

  void read_size_option(const std::string& option) {
    std::string value;
    if (take(option, value) && !read_size(value, out_.options.size))
      out_.error = "--size " + value + " is no size such as 1280x800 (64 to 16384 px)";
  }

  void read_density(const std::string& option) {
    std::string value;
    if (!take(option, value)) return;
    const auto density = number_in(value);
    if (!density || *density < 0.5 || *density > 8) {
      out_.error = "--dpr " + value + " is no pixel ratio from 0.5 to 8";
    } else {
      out_.options.density = *density;
    }
  }

  void read_theme(const std::string& option) {
    std::string value;
    if (!take(option, value)) return;
    out_.options.dark = value == "dark";
    if (value != "dark" && value != "light") out_.error = "--theme is light or dark, not " + value;
  }

  void read_date(const std::string& option) {
    std::string value;
    if (!take(option, value)) return;
    const DateResult<DateRange> parsed = parse_date_range(value);
    if (parsed.value) {
      out_.options.at = *parsed.value;
    } else {
      out_.error = "--at " + value + " is no EDTF date: " + parsed.error.message;
    }
  }

  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  OptionsResult out_;
};

}  // namespace

OptionsResult read_options(const std::vector<std::string>& arguments) {
  return Reader(arguments).read();
}

const char* usage() {
  return "turning-point [story.json] [options]\n"
         "\n"
         "Shows a story in a window. Without a file: the story that comes with the program.\n"
         "\n"
         "  --watch             reads the file again whenever it is saved\n"
         "  --at DATE           puts the playhead there (EDTF: 2025-08-08, 1992, 1988/1994)\n"
         "  --select ID         selects an event, an actor or a relation\n"
         "  --lang TAG          shows the story in that language (az, ru …)\n"
         "  --theme light|dark\n"
         "  --size 1280x800     of the window or picture, in CSS pixels\n"
         "  --dpr N             device pixels for each of them\n"
         "  --screenshot FILE   writes a PNG and ends; needs no display\n"
         "  --debug             starts with layout boxes, frame times and the action log (F3)\n"
         "  --help\n"
         "\n"
         "Keys: arrows go from event to event, Shift+arrows pan, + - 0 zoom, Space plays, Esc steps out,\n"
         "Alt+arrows go back to earlier views and on again.\n"
         "Ends with 1 when the story is refused; its diagnostics go to the error stream.\n";
}

}  // namespace tp
