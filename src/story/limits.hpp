// How large may a story be? What is larger is refused with a clear error instead of being read halfway.
#pragma once

#include <cstddef>

namespace tp {

/// The limits of docs/story-format.md; tests use smaller ones.
struct Limits {
  std::size_t file_bytes = 256u << 20;
  std::size_t nesting = 64;  ///< arrays and objects inside one another, the story itself included
  std::size_t string_bytes = 1u << 20;
  std::size_t events = 2'000'000;
  std::size_t actors = 200'000;
  std::size_t relations = 1'000'000;
  std::size_t languages = 100;
  std::size_t others = 1'000'000;          ///< elements of any other array of the story
  std::size_t element_values = 2'000'000;  ///< values inside one element of an array of the story
};

}  // namespace tp
