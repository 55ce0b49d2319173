// Which letter comes next? UTF-8 read letter by letter; a broken byte becomes U+FFFD.
#pragma once

#include <cstdint>
#include <string_view>

namespace tp {

/// Reads the code point at `at` (which must be inside `text`) and moves `at` behind it, by at least one byte.
inline std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  constexpr std::uint32_t kBroken = 0xFFFD;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead < 0xF8   ? 3
                   : lead >= 0xE0 && lead < 0xF0 ? 2
                   : lead >= 0xC2 && lead < 0xE0 ? 1
                                                 : 0;
  if (more == 0) return kBroken;
  std::uint32_t code = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return kBroken;
    code = code << 6 | (byte(at++) & 0x3Fu);
  }
  return code <= 0xFFFF ? code : kBroken;  // the fonts go no further
}

}  // namespace tp
