// How are whole numbers and words formatted without the C library's printf, which always brings
// floating-point numbers of 128 bits along?
#pragma once

#include <cstdarg>
#include <cstddef>

namespace tp {

/// vsnprintf for %s, %c, %d, %i, %u, %x, %X and %%, with the flag 0, a width, a precision and the lengths h,
/// l, ll and z; anything else is written as it stands. Returns the length of the whole text, of which at most
/// `size` − 1 bytes and a NUL are written.
int small_format(char* out, std::size_t size, const char* format, std::va_list arguments);

}  // namespace tp
