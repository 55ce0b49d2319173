// What are the least and the largest of many values between two places? Asked for each pixel of a plot.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace tp {

struct Extremes {
  double least = 0;
  double largest = 0;
  std::size_t least_at = 0;    ///< where the first of them stands
  std::size_t largest_at = 0;  ///< likewise
  friend bool operator==(const Extremes&, const Extremes&) = default;
};

/// A ladder of blocks of 16: O(n) to build, O(log n) to ask.
class RangeExtremes {
 public:
  RangeExtremes() = default;
  /// Missing values count as nothing.
  explicit RangeExtremes(const std::vector<std::optional<double>>& values);

  /// Of the values from `first` to before `last`; none where there is none.
  std::optional<Extremes> between(std::size_t first, std::size_t last) const;

 private:
  std::vector<std::vector<std::optional<Extremes>>> levels_;
};

}  // namespace tp
