// Which parts of the C library does the web program answer itself? Those that would bring formatted
// reading and writing of 128-bit numbers along for one call each. Part of the web program only.
#include <emscripten.h>
#include <emscripten/console.h>

#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "platform/small_format.hpp"

// clang-format off
EM_JS(double, tp_number, (const char* text, int length), { return Number(UTF8ToString(text, length)); });
// clang-format on

extern "C" {

/// The nearest double, as JavaScript knows it. For what the JSON reader has found to be a number.
double strtod(const char* text, char** end) {
  const std::size_t length = std::strspn(text, "+-.0123456789Ee");
  if (end) *end = const_cast<char*>(text) + length;
  return tp_number(text, static_cast<int>(length));
}

// In the same file of the C library, which is linked whole or not at all; nobody calls them.
float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) {
  return strtod(text, end);
}

// nlohmann_json words bytes in hexadecimal, SDL and Dear ImGui their errors. The compiler picks between three
// names of one function by what it sees of the arguments.
int vsnprintf(char* out, std::size_t size, const char* format, va_list arguments) {
  return tp::small_format(out, size, format, arguments);
}
int vsniprintf(char* out, std::size_t size, const char* format, va_list arguments) {
  return tp::small_format(out, size, format, arguments);
}
int __small_vsnprintf(char* out, std::size_t size, const char* format, va_list arguments) {
  return tp::small_format(out, size, format, arguments);
}

int snprintf(char* out, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = tp::small_format(out, size, format, arguments);
  va_end(arguments);
  return length;
}

static int say(const char* format, va_list arguments) {
  char line[1024];
  const int length = tp::small_format(line, sizeof line, format, arguments);
  emscripten_console_error(line);
  return length;
}
int fprintf(FILE*, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = say(format, arguments);
  va_end(arguments);
  return length;
}
int fiprintf(FILE*, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = say(format, arguments);
  va_end(arguments);
  return length;
}
int __small_fprintf(FILE*, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = say(format, arguments);
  va_end(arguments);
  return length;
}

/// Whole numbers between characters that stand as given: Dear ImGui's OpenGL backend reads versions so.
int sscanf(const char* text, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int read = 0;
  for (; *format; ++format) {
    if (*format != '%') {
      if (*text++ != *format) break;
      continue;
    }
    char* end = nullptr;
    const long value = *++format == 'd' ? std::strtol(text, &end, 10) : 0;
    if (!end || end == text) break;
    *va_arg(arguments, int*) = static_cast<int>(value);
    text = end;
    ++read;
  }
  va_end(arguments);
  return read;
}

}  // extern "C"
