// What is wrong with the grammar of a JSON text at the place where its parser stopped?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tp {

/// What the parser had accepted last.
enum class Accepted : std::uint8_t {
  kNothing,
  kArrayBegin,
  kObjectBegin,
  kKey,
  kValueInArray,
  kValueInObject,
  kWhole,  ///< the top-level value is complete
};

struct SyntaxError {
  std::size_t offset = 0;
  std::string message;
};

/// `after` is one past what was accepted last.
SyntaxError explain_syntax_error(std::string_view json, std::size_t after, Accepted accepted);

}  // namespace tp
