// Where is a byte of a story's file? Its JSON Pointer, line and column, found only when there is something to
// report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tp {

struct Place {
  std::string pointer;  ///< JSON Pointer (RFC 6901) of the value at that byte; empty for the whole file; very
                        ///< long keys are cut
  std::size_t line = 1;    ///< from 1
  std::size_t column = 1;  ///< in characters (code points) from 1; a byte-order mark does not count
};

/// One place for each offset, in the given order. A byte inside a key or a value belongs to that member or
/// value, any other byte to the array or object around it. Reads the text once, up to the last offset; the
/// text may be broken behind them.
std::vector<Place> locate(std::string_view json, const std::vector<std::size_t>& offsets);

}  // namespace tp
