#include "story/closest.hpp"

#include <algorithm>
#include <array>

namespace tp {
namespace {

constexpr std::size_t kLongestWord = 64;

/// A third of the letters may be wrong, at most four.
std::size_t near_enough(std::string_view word) {
  return std::min<std::size_t>(4, (word.size() + 2) / 3);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most || b.size() > kLongestWord) return most + 1;

  using Row = std::array<std::size_t, kLongestWord + 1>;
  std::array<Row, 3> rows{};  // of the table, by letter of `b`: two ago, one ago, now
  for (std::size_t i = 0; i <= a.size(); ++i) rows[0][i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    Row& row = rows[j % 3];
    const Row& last = rows[(j + 2) % 3];
    const Row& before_last = rows[(j + 1) % 3];
    row[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t replace = last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[i] = std::min({row[i - 1] + 1, last[i] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[i] = std::min(row[i], before_last[i - 2] + 1);
      least = std::min(least, row[i]);
    }
    if (least > most + 1) return most + 1;  // a swap can win back only one
  }
  return std::min(rows[b.size() % 3][a.size()], most + 1);
}

Closest::Closest(std::string_view word) : word_(word), nearest_(near_enough(word) + 1) {}

void Closest::offer(std::string_view candidate) {
  if (nearest_ == 0) return;
  const std::size_t distance = edit_distance(word_, candidate, nearest_ - 1);
  // A word of which every letter is replaced is no suggestion.
  if (distance >= nearest_ || distance >= std::max(word_.size(), candidate.size())) return;
  nearest_ = distance;
  found_ = candidate;
}

}  // namespace tp
