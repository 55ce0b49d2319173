// At which instants does an axis have ticks? The table of calendar steps, from a millisecond to a billion
// years.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "time/instant.hpp"

namespace tp {

enum class TickUnit : std::uint8_t { kMillisecond, kSecond, kMinute, kHour, kDay, kMonth, kYear };

/// Every `count` units: real months and years, never 30-day ones. Where the ticks of a step lie:
/// - milliseconds to hours: at multiples within the day, so midnight is always one.
/// - days: counted from the first of each month, none of them less than a whole step before the next first.
///   Every 7: the 1st, 8th, 15th and 22nd; every 14: the 1st and 15th.
/// - months: at multiples within the year.
/// - years: at years that people call round: 1990, 2000; before the common era 1000 BCE and 2000 BCE, which
///   are the astronomical years -999 and -1999. Steps of ten years and more have a tick at the year 1 too.
struct TickStep {
  TickUnit unit = TickUnit::kYear;
  std::int64_t count = 1;
  friend bool operator==(const TickStep&, const TickStep&) = default;
};

/// About how long one step is, for choosing (a month as 1/12 of the mean Gregorian year).
double approximate_ms(TickStep step);

/// How long one step is at the least: February of the months, the days before the next first, the years next
/// to the year 1. Two ticks of a step are never closer.
double shortest_ms(TickStep step);

/// The finest step of the table of which two neighbours are always at least `min_px` apart, by `shortest_ms`;
/// the coarsest where none is.
TickStep choose_tick_step(double ms_per_px, double min_px);

/// The step whose ticks group those of `step`, for the context row: milliseconds → minutes; seconds, minutes,
/// hours → days; days → months; months → years; years → the next power of ten (format_tick_context has no
/// words for those: a year's label says all).
TickStep context_step(TickStep step);

/// All ticks in `range`, in order, aligned to the calendar (multiples of the step, so panning never moves
/// them). At most the first `limit` are listed. Takes time for those listed only, however long the range.
std::vector<Instant> list_ticks(const TimeRange& range, TickStep step, std::size_t limit = 4096);
/// The same, over what `ticks` held.
void list_ticks(const TimeRange& range, TickStep step, std::vector<Instant>& ticks, std::size_t limit = 4096);

/// The last tick at or before `t`.
Instant floor_to_tick(Instant t, TickStep step);

/// The tick after `tick`, which is itself one of that step.
Instant next_tick(Instant tick, TickStep step);

/// Every step there is, finest first.
std::span<const TickStep> tick_steps();

}  // namespace tp
