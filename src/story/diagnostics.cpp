#include "story/diagnostics.hpp"

#include "story/wording.hpp"

namespace tp {
namespace {

constexpr std::size_t kLongestPointer = 400;

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " more " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace

std::string to_line(const Diagnostic& diagnostic, std::string_view file) {
  std::string line = wording::shown(file, kLongestPointer);
  line += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
  line += diagnostic.severity == Severity::kError ? ": error: " : ": warning: ";
  if (!diagnostic.pointer.empty()) line += wording::shown(diagnostic.pointer, kLongestPointer) + ": ";
  return line + diagnostic.message;
}

std::string to_text(const Diagnostics& diagnostics, std::string_view file) {
  std::string text;
  std::size_t errors = diagnostics.error_count;
  std::size_t warnings = diagnostics.warning_count;
  for (const Diagnostic& item : diagnostics.items) {
    text += to_line(item, file) + "\n";
    --(item.severity == Severity::kError ? errors : warnings);
  }
  if (errors > 0) text += "and " + counted(errors, "error") + "\n";
  if (warnings > 0) text += "and " + counted(warnings, "warning") + "\n";
  return text;
}

}  // namespace tp
