// What does a backslash in a JSON string stand for?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tp {

enum class EscapeFault : std::uint8_t { kNone, kUnknown, kBadHex, kLoneSurrogate };

/// One escape sequence as it was read.
struct Escape {
  EscapeFault fault = EscapeFault::kNone;
  std::size_t length = 0;  ///< bytes of the sequence in the text, the backslash included
  char32_t character = 0;
};

/// Reads the escape that begins with the backslash at `at`. A pair of surrogates is one escape.
Escape read_escape(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t character);

/// Length of the well-formed UTF-8 sequence at `at`, or 0 (RFC 3629: no overlong forms, no surrogates).
std::size_t utf8_length(std::string_view text, std::size_t at);

}  // namespace tp
