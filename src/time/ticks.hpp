// At which instants does an axis have ticks? The table of calendar steps, from a millisecond to a billion years.
#pragma once

#include <cstdint>
#include <vector>

#include "time/instant.hpp"

namespace tp {

enum class TickUnit : std::uint8_t { kMillisecond, kSecond, kMinute, kHour, kDay, kMonth, kYear };

/// Every `count` units: real months and years, never 30-day ones.
struct TickStep {
  TickUnit unit = TickUnit::kYear;
  std::int64_t count = 1;
  friend bool operator==(const TickStep&, const TickStep&) = default;
};

/// About how long one step is, for choosing (a month as 1/12 of the mean Gregorian year).
double approximate_ms(TickStep step);

/// The finest step of the table of which two neighbours are at least `min_px` apart.
TickStep choose_tick_step(double ms_per_px, double min_px);

/// The step whose ticks group those of `step` (months → years, years → decades …), for the context row.
TickStep context_step(TickStep step);

/// All ticks in `range`, in order, aligned to the calendar (multiples of the step, so panning never moves them).
/// At most `limit` are listed.
std::vector<Instant> list_ticks(const TimeRange& range, TickStep step, std::size_t limit = 4096);

/// The last tick at or before `t`.
Instant floor_to_tick(Instant t, TickStep step);

}  // namespace tp
