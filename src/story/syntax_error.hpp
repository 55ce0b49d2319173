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

/// True for what JSON calls a number, null, true or false.
bool is_json_word(std::string_view word);
/// What is wrong with a run of letters and digits that the parser did not take; a number is too large.
std::string explain_word(std::string_view word);

/// `after` is one past what was accepted last.
SyntaxError explain_syntax_error(std::string_view json, std::size_t after, Accepted accepted);

}  // namespace tp
