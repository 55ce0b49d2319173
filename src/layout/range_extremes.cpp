#include "layout/range_extremes.hpp"

#include <algorithm>

namespace tp {
namespace {

constexpr std::size_t kBlock = 16;

void join(std::optional<Extremes>& into, const std::optional<Extremes>& other) {
  if (!other) return;
  if (!into) {
    into = other;
    return;
  }
  const bool less =
      other->least < into->least || (other->least == into->least && other->least_at < into->least_at);
  if (less) {
    into->least = other->least;
    into->least_at = other->least_at;
  }
  const bool more = other->largest > into->largest ||
                    (other->largest == into->largest && other->largest_at < into->largest_at);
  if (more) {
    into->largest = other->largest;
    into->largest_at = other->largest_at;
  }
}

}  // namespace

RangeExtremes::RangeExtremes(const std::vector<std::optional<double>>& values) {
  std::vector<std::optional<Extremes>> level;
  level.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    level.push_back(values[i] ? std::optional<Extremes>({*values[i], *values[i], i, i}) : std::nullopt);
  while (level.size() > 1) {
    std::vector<std::optional<Extremes>> coarser((level.size() + kBlock - 1) / kBlock);
    for (std::size_t i = 0; i < level.size(); ++i) join(coarser[i / kBlock], level[i]);
    levels_.push_back(std::move(level));
    level = std::move(coarser);
  }
  levels_.push_back(std::move(level));
}

std::optional<Extremes> RangeExtremes::between(std::size_t first, std::size_t last) const {
  std::optional<Extremes> found;
  if (levels_.empty()) return found;
  last = std::min(last, levels_.front().size());
  for (const auto& level : levels_) {
    if (first >= last) break;
    const bool top = &level == &levels_.back();
    // The ends that fill no block of the next level are looked at here, the rest there.
    while (first < last && (top || first % kBlock != 0)) join(found, level[first++]);
    while (first < last && last % kBlock != 0) join(found, level[--last]);
    first /= kBlock;
    last /= kBlock;
  }
  return found;
}

}  // namespace tp
