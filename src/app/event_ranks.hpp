// Which of two events matters more, and which of two that matter as much? A rank for each event, a key for
// each place in a list.
#pragma once

#include <algorithm>
#include <cstdint>

#include "story/model.hpp"

namespace tp {

inline constexpr std::uint32_t kPlaceBits = 26;

/// 0 … 63, least first: what matters more.
inline std::uint8_t rank_of(const Event& event) {
  const auto reach = std::min<std::uint32_t>(9, static_cast<std::uint32_t>(event.actors.size()));
  const auto weight = static_cast<std::uint32_t>(event.importance) * 10u + reach;
  return static_cast<std::uint8_t>(63 - std::min(63u, weight));
}

/// The last 26 bits of a place in reverse.
constexpr std::uint32_t mirrored(std::uint32_t place) {
  std::uint32_t bits = place;
  bits = (bits & 0x55555555u) << 1 | (bits >> 1 & 0x55555555u);
  bits = (bits & 0x33333333u) << 2 | (bits >> 2 & 0x33333333u);
  bits = (bits & 0x0f0f0f0fu) << 4 | (bits >> 4 & 0x0f0f0f0fu);
  bits = (bits & 0x00ff00ffu) << 8 | (bits >> 8 & 0x00ff00ffu);
  bits = bits << 16 | bits >> 16;
  return bits >> (32 - kPlaceBits);
}

/// Least first: by rank, then places in an order that halves the list again and again (van der Corput 1935).
/// Were ties settled by time, each choice would hang on the one before it, back to the beginning of the
/// story.
constexpr std::uint32_t key_of(std::uint8_t rank, std::uint32_t place) {
  return std::uint32_t{rank} << kPlaceBits | mirrored(place);
}

constexpr std::uint32_t place_of_key(std::uint32_t key) {
  return mirrored(key & ((1u << kPlaceBits) - 1));
}

}  // namespace tp
