// Which functions does the page call to save the present view as SVG? A program of its own, which the page
// loads when a reader asks for that, instantiates once for each picture, and lets go.
#include <emscripten.h>

#include <string>

#include "platform/picture.hpp"

namespace {

tp::Picture& picture() {
  static tp::Picture instance;
  return instance;
}

std::span<const unsigned char> bytes_of(const unsigned char* bytes, int length) {
  return {bytes, static_cast<std::size_t>(length)};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void tp_font(const unsigned char* bytes, int length, int weight) {
  picture().add_font(bytes_of(bytes, length), weight);
}

EMSCRIPTEN_KEEPALIVE int tp_load(const char* json, int length) {
  return picture().load({json, static_cast<std::size_t>(length)}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int tp_borders(const unsigned char* bytes, int length) {
  return picture().set_borders(bytes_of(bytes, length)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int tp_command(const char* json) {
  return picture().command(json).empty() ? 1 : 0;
}

/// `view` as for read_exact_view. The answer is valid until the next call; empty where there can be no
/// picture.
EMSCRIPTEN_KEEPALIVE const char* tp_svg(const char* view) {
  static std::string svg;
  svg = picture().svg(view);
  return svg.c_str();
}

}  // extern "C"
