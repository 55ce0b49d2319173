// What is an instant, and how far apart are two? Whole milliseconds, exact over ±2·10^10 years.
#pragma once

#include <compare>
#include <cstdint>

namespace tp {

inline constexpr std::int64_t kMsPerDay = 86'400'000;

/// The first and last year of the program are −kMaxYear and kMaxYear: room for the 13.8 billion years behind
/// us and more ahead, and far from where 64-bit days or exact doubles would end.
inline constexpr std::int64_t kMaxYear = 20'000'000'000;

/// A point in time on the proleptic Gregorian calendar, UTC, without leap seconds.
struct Instant {
  std::int64_t day = 0;  ///< days since 1970-01-01
  std::int32_t ms = 0;   ///< milliseconds into that day, 0 … 86,399,999
  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

/// Milliseconds from `a` to `b`. The days are subtracted as whole numbers first, so nearby instants keep
/// millisecond precision however far they are from 1970. Exact up to 2^53 ms (285,000 years) apart.
double ms_between(Instant a, Instant b);

/// `t` moved by `ms` (rounded to a whole millisecond, halves away from 0). Saturates at the ends of time; NaN
/// moves nothing.
Instant plus_ms(Instant t, double ms);

/// Stretch of time that includes `begin` and excludes `end`.
struct TimeRange {
  Instant begin;
  Instant end;
  bool contains(Instant t) const { return begin <= t && t < end; }
  bool overlaps(const TimeRange& o) const { return begin < o.end && o.begin < end; }
  double length_ms() const { return ms_between(begin, end); }
  friend constexpr auto operator<=>(const TimeRange&, const TimeRange&) = default;
};

/// The ends of time as far as this program goes: the start of year −kMaxYear and the end of year kMaxYear, so
/// that every date lies in [earliest, latest).
Instant earliest_instant();
Instant latest_instant();

}  // namespace tp
