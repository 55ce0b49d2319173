#include "app/density.hpp"

#include <algorithm>
#include <cmath>

namespace tp {

std::vector<DensityBucket> count_density(std::span<const Instant> moments, const TimeScale& scale,
                                         Instant origin, double from_px, double to_px, double bucket_px) {
  std::vector<DensityBucket> buckets;
  if (moments.empty() || !(to_px > from_px) || !(bucket_px > 0)) return buckets;
  const double zero = scale.to_px(origin);
  const auto bucket_of = [&](Instant t) { return std::floor((scale.to_px(t) - zero) / bucket_px); };
  const double last = std::ceil((to_px - zero) / bucket_px);
  // The search compares buckets, not instants: what a bucket holds then never depends on how the pixel of its
  // edge is rounded to a millisecond.
  auto at = std::partition_point(moments.begin(), moments.end(), [&](Instant t) {
    return bucket_of(t) < std::floor((from_px - zero) / bucket_px);
  });
  while (at != moments.end()) {
    const double bucket = bucket_of(*at);
    if (bucket >= last) break;
    const auto end =
        std::partition_point(at, moments.end(), [&](Instant t) { return bucket_of(t) <= bucket; });
    buckets.push_back({zero + bucket * bucket_px, static_cast<std::uint32_t>(end - at)});
    at = end;
  }
  return buckets;
}

double density_share(std::uint32_t count, std::uint32_t largest) {
  constexpr double kLeast = 0.5;
  if (count == 0 || largest == 0) return 0;
  if (largest == 1) return 1;
  const double share = std::sqrt(static_cast<double>(count - 1) / static_cast<double>(largest - 1));
  return kLeast + (1 - kLeast) * share;
}

}  // namespace tp
