#include "app/timeline_chunks.hpp"

namespace tp {

namespace {

std::int64_t floored(std::int64_t a, std::int64_t by) {
  return a / by - (a % by < 0);
}

}  // namespace

ChunkGrid::ChunkGrid(double ms_per_px, Instant origin, double least_px) {
  const double least_ms = ms_per_px * least_px;
  const auto day = static_cast<double>(kMsPerDay);
  while (static_cast<double>(days_) * day < least_ms) days_ *= 2;
  while (days_ == 1 && day / static_cast<double>(parts_ * 2) >= least_ms && parts_ < kMsPerDay / 2)
    parts_ *= 2;
  origin_ = floored(origin.day, days_);
}

std::int64_t ChunkGrid::chunk_of(Instant t) const {
  return (floored(t.day, days_) - origin_) * parts_ + t.ms * parts_ / kMsPerDay;
}

Instant ChunkGrid::begin_of(std::int64_t chunk) const {
  const std::int64_t whole = floored(chunk, parts_);
  const std::int64_t part = chunk - whole * parts_;
  // The first whole millisecond in it.
  return {(origin_ + whole) * days_, static_cast<std::int32_t>((part * kMsPerDay + parts_ - 1) / parts_)};
}

}  // namespace tp
