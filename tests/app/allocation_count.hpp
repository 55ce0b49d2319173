// How many bytes does the program hold, and how often has it asked for some? Of the whole test program.
#pragma once

#include <cstddef>

namespace tp {

/// Bytes given out by `operator new` and not yet given back.
std::size_t bytes_in_use();
/// Calls of `operator new` so far.
std::size_t allocations();

}  // namespace tp
