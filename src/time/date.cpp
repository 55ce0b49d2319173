#include "time/date.hpp"

#include <algorithm>

#include "time/calendar.hpp"
#include "time/clock_text.hpp"

namespace tp {
namespace {

// Years in one "199X", "19XX", "1XXX".
std::int64_t years_in(Precision precision) {
  switch (precision) {
    case Precision::kMillennium:
      return 1000;
    case Precision::kCentury:
      return 100;
    case Precision::kDecade:
      return 10;
    default:
      return 1;
  }
}

std::int64_t length_in_ms(Precision precision) {
  switch (precision) {
    case Precision::kMinute:
      return 60'000;
    case Precision::kSecond:
      return 1'000;
    case Precision::kMillisecond:
      return 1;
    default:
      return kMsPerDay;
  }
}

TimeRange days(CivilDay first, CivilDay after_last) {
  return {start_of_day(first), start_of_day(after_last)};
}

TimeRange season_bounds(const Date& date) {
  const CivilDay first{date.year, 3 * (date.month - 20), 1};
  return days(first, add_months(first, 3));
}

TimeRange time_bounds(const Date& date) {
  const std::int64_t day = days_from_civil({date.year, date.month, date.day});
  const std::int64_t ms = ms_of_day(date) - date.utc_offset_min * 60'000;
  const auto at = [day](std::int64_t ms_from_day) {
    const std::int64_t days_off = ms_from_day < 0 ? -1 : ms_from_day / kMsPerDay;
    return Instant{day + days_off, static_cast<std::int32_t>(ms_from_day - days_off * kMsPerDay)};
  };
  return {at(ms), at(ms + length_in_ms(date.precision))};
}

// Both begin and end at `at`, held inside `outer`.
TimeRange nothing_at(Instant at, const TimeRange& outer) {
  const Instant inside = std::clamp(at, outer.begin, outer.end);
  return {inside, inside};
}

}  // namespace

TimeRange Date::bounds() const {
  switch (precision) {
    case Precision::kMillennium:
    case Precision::kCentury:
    case Precision::kDecade:
    case Precision::kYear: {
      std::int64_t after_last = year + years_in(precision);
      // "-000X" holds the years −9 to −1: EDTF has no year −0000.
      if (year < 0 && after_last == 1) after_last = 0;
      return days({year, 1, 1}, {after_last, 1, 1});
    }
    case Precision::kSeason:
      return season_bounds(*this);
    case Precision::kMonth:
      return days({year, month, 1}, add_months({year, month, 1}, 1));
    case Precision::kDay: {
      const Instant begin = start_of_day({year, month, day});
      return {begin, {begin.day + 1, 0}};
    }
    default:
      return time_bounds(*this);
  }
}

TimeRange DateRange::outer() const {
  if (!is_interval) return start.date.bounds();
  return {start.kind == EndKind::kDate ? start.date.bounds().begin : earliest_instant(),
          end.kind == EndKind::kDate ? end.date.bounds().end : latest_instant()};
}

TimeRange DateRange::inner() const {
  if (!is_interval) return start.date.bounds();
  const Instant begin = start.kind == EndKind::kDate ? start.date.bounds().end : earliest_instant();
  const Instant finish = end.kind == EndKind::kDate ? end.date.bounds().begin : latest_instant();
  if (start.kind == EndKind::kUnknown) return nothing_at(finish, outer());
  if (end.kind == EndKind::kUnknown || begin >= finish) return nothing_at(begin, outer());
  return {begin, finish};
}

bool DateRange::is_soft() const {
  const auto soft = [](const DateEnd& e) {
    return e.kind == EndKind::kDate && (e.date.uncertain || e.date.approximate);
  };
  return soft(start) || soft(end);
}

}  // namespace tp
