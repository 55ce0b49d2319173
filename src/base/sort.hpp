// In which order? One stable merge sort for every list of the program.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

namespace tp {

/// Does the element at `a` come before the one at `b`?
using Before = bool (*)(const void* context, const void* a, const void* b);

/// Sorts `count` elements of `size` bytes each, a multiple of 4, in n log n steps; one step for each element
/// where they are in order already. What does not come before one another keeps its order.
void sort_bytes(void* first, std::size_t count, std::size_t size, Before before, const void* context);

/// Calls the above, so that a new kind of list costs a comparison and not another copy of the algorithm:
/// std::sort is 2 KB of WebAssembly each time.
template <class T, class Compare>
void sort_list(std::span<T> list, const Compare& compare) {
  static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % 4 == 0);
  const Before before = [](const void* context, const void* a, const void* b) {
    return static_cast<bool>(
        (*static_cast<const Compare*>(context))(*static_cast<const T*>(a), *static_cast<const T*>(b)));
  };
  sort_bytes(list.data(), list.size(), sizeof(T), before, &compare);
}

template <class T, class Compare>
void sort_list(std::vector<T>& list, const Compare& compare) {
  sort_list(std::span<T>(list), compare);
}

/// By the elements' own order.
template <class T>
void sort_list(std::vector<T>& list) {
  sort_list(std::span<T>(list), [](const T& a, const T& b) { return a < b; });
}

}  // namespace tp
