// The same text as the C library's, for everything that it promises.
#include "platform/small_format.hpp"

#include <gtest/gtest.h>

#include <climits>
#include <cstdio>
#include <string>

namespace tp {
namespace {

struct Written {
  std::string text;
  int length = 0;
  friend bool operator==(const Written&, const Written&) = default;
};

Written ours(std::size_t size, const char* format, ...) {
  std::string buffer(size + 1, '#');
  va_list arguments;
  va_start(arguments, format);
  const int length = small_format(buffer.data(), size, format, arguments);
  va_end(arguments);
  return {buffer, length};
}

Written theirs(std::size_t size, const char* format, ...) {
  std::string buffer(size + 1, '#');
  va_list arguments;
  va_start(arguments, format);
  const int length = std::vsnprintf(buffer.data(), size, format, arguments);
  va_end(arguments);
  // What lies behind the end is nobody's promise.
  return {buffer, length};
}

#define EXPECT_SAME(...)                                                                      \
  do {                                                                                        \
    EXPECT_EQ(std::string(ours(__VA_ARGS__).text.c_str()), theirs(__VA_ARGS__).text.c_str()); \
    EXPECT_EQ(ours(__VA_ARGS__).length, theirs(__VA_ARGS__).length);                          \
  } while (false)

TEST(SmallFormat, WritesNumbersAsTheCLibraryDoes) {
  for (const int value : {0, 1, -1, 9, 10, 255, 65535, -4096, INT_MAX, INT_MIN}) {
    for (const char* form : {"%d", "%5d", "%05d", "%.4d", "%8.3d", "%i|", "%x", "%X", "%04x", "\\u%04x",
                             "<U+%.4X>", "%u", "%02x"})
      EXPECT_SAME(64, form, value);
  }
  EXPECT_SAME(64, "%lld %llu %llx", LLONG_MIN, ULLONG_MAX, 0x123456789abcdefull);
  EXPECT_SAME(64, "%ld %lu %zu", LONG_MIN, ULONG_MAX, std::size_t{7});
}

TEST(SmallFormat, WritesTextAsTheCLibraryDoes) {
  EXPECT_SAME(64, "%s and %6s|%.2s|%c%3c|%%", "one", "two", "three", 'x', 'y');
  EXPECT_SAME(64, "%s", "");
  EXPECT_SAME(64, "no directive");
}

TEST(SmallFormat, StaysInsideItsBuffer) {
  for (std::size_t size = 0; size < 16; ++size) {
    const Written out = ours(size, "%s %d", "letters", 12345);
    EXPECT_EQ(out.length, 13);
    EXPECT_EQ(out.text[size], '#');
    if (size > 0) {
      EXPECT_EQ(out.text.c_str(), std::string("letters 12345").substr(0, size - 1));
    }
  }
}

TEST(SmallFormat, LeavesWhatItDoesNotKnow) {
  EXPECT_STREQ(ours(64, "%.1f%% of %d", 7).text.c_str(), "%.1f% of 7");
  EXPECT_STREQ(ours(64, "end %").text.c_str(), "end %");
}

}  // namespace
}  // namespace tp
