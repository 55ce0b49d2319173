// How does one thing of a story point at another? Typed positions into its arrays.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace tp {

/// A position in the array of one kind of thing; the default is "none".
template <class Tag>
struct Index {
  static constexpr std::uint32_t kNone = 0xffffffffu;
  std::uint32_t value = kNone;

  constexpr Index() = default;
  constexpr explicit Index(std::size_t position) : value(static_cast<std::uint32_t>(position)) {}
  constexpr bool valid() const { return value != kNone; }
  constexpr std::size_t at() const { return value; }
  friend constexpr auto operator<=>(const Index&, const Index&) = default;
};

}  // namespace tp
