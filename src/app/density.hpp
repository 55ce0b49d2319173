// How many events stand in each stretch of an axis? Counts a bucket, whatever the number of events.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "time/time_scale.hpp"

namespace tp {

struct DensityBucket {
  double x = 0;  ///< its left edge, px on the scale
  std::uint32_t count = 0;
  friend bool operator==(const DensityBucket&, const DensityBucket&) = default;
};

/// The buckets between two pixels that hold any of `moments` (sorted), `bucket_px` wide each. They are cut at
/// multiples of `bucket_px` from where `origin` is, so that panning moves them and changes no count. One
/// binary search for each bucket that is not empty: O(pixels · log n).
std::vector<DensityBucket> count_density(std::span<const Instant> moments, const TimeScale& scale,
                                         Instant origin, double from_px, double to_px, double bucket_px);

/// 0 … 1: how tall `count` is beside the largest; one event is always seen, ten are not ten times as tall.
double density_share(std::uint32_t count, std::uint32_t largest);

}  // namespace tp
