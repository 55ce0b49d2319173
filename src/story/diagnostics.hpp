// What is wrong with a story, where, and what should its author do? The wordings are in wording.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tp {

enum class Severity : std::uint8_t { kWarning, kError };

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string code;     ///< stable, kebab-case: "unknown-id", "duplicate-key", "wrong-type" …
  std::string pointer;  ///< JSON Pointer (RFC 6901); empty for the whole file
  std::size_t line = 1;
  std::size_t column = 1;  ///< counted in characters (code points) from 1
  std::string message;     ///< "no actor "socarr"; did you mean "socar"?"
};

/// All problems of a file: at most `kMost` are kept, the rest counted.
struct Diagnostics {
  static constexpr std::size_t kMost = 100;
  std::vector<Diagnostic> items;  ///< in file order
  std::size_t error_count = 0;
  std::size_t warning_count = 0;
  bool refuses() const { return error_count > 0; }
};

/// "us-azerbaijan.json:214:17: error: /events/12/actors/3: no actor …"
std::string to_line(const Diagnostic& diagnostic, std::string_view file);
/// Every line, then "and N more errors" where some were left out.
std::string to_text(const Diagnostics& diagnostics, std::string_view file);

}  // namespace tp
