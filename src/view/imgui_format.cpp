// What does Dear ImGui's text formatting do here? Nothing: with no windows it only names fonts for its own
// debugger, and printf with floating-point numbers would be 20 KB of the web program.
#include <imgui.h>
#include <imgui_internal.h>

int ImFormatString(char* buffer, size_t size, const char*, ...) {
  if (buffer && size > 0) *buffer = '\0';
  return 0;
}

int ImFormatStringV(char* buffer, size_t size, const char*, va_list) {
  if (buffer && size > 0) *buffer = '\0';
  return 0;
}
