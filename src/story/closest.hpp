// Which of the known words was probably meant? The nearest by edit distance, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace tp {

/// Letters to insert, delete, replace or swap with their neighbour to get from `a` to `b`
/// (Damerau–Levenshtein, optimal string alignment), in bytes; `most` + 1 where it is more than `most`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// Finds the nearest of the candidates offered to it; of equally near ones the first.
class Closest {
 public:
  explicit Closest(std::string_view word);
  void offer(std::string_view candidate);
  /// Empty where none is near enough to be meant.
  std::string_view found() const { return found_; }

 private:
  std::string_view word_;
  std::string_view found_;
  std::size_t nearest_;  // one more than what is still near enough
};

template <class Range>
std::string_view closest_of(std::string_view word, const Range& candidates) {
  Closest closest(word);
  for (const std::string_view candidate : candidates) closest.offer(candidate);
  return closest.found();
}

}  // namespace tp
