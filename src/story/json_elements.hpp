// How does a whole JSON file go by, one element of a top-level array at a time, without ever being held as a
// tree?
#pragma once

#include <cstddef>
#include <string_view>

#include "story/json_value.hpp"
#include "story/limits.hpp"
#include "story/problems.hpp"
#include "story/text.hpp"

namespace tp {

/// What is told to the reader of the top level. Values live only during the call.
class ElementSink {
 public:
  virtual ~ElementSink() = default;
  /// A member of the top-level object that is no array. False stops the reading.
  virtual bool member(const JsonValue& value) = 0;
  /// A member that is an array begins; its elements follow. `array` has no elements inside.
  virtual void array(const JsonValue& array) = 0;
  /// An element of the array that began last. False stops the reading.
  virtual bool element(const JsonValue& value, std::size_t index) = 0;
};

/// True where the text is well-formed JSON with an object at its top, within the limits, no key twice in any
/// object. Otherwise the problems say why not; a key that is there twice is reported and the reading goes on.
/// Decoded strings are put in `strings`; other strings are views of `json`.
bool read_elements(std::string_view json, const Limits& limits, StringStore& strings, Problems& problems,
                   ElementSink& sink);

}  // namespace tp
