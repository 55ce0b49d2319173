// Which day is it? Days to year, month and day and back on the proleptic Gregorian calendar (with a year 0).
#pragma once

#include <cstdint>

#include "time/instant.hpp"

namespace tp {

struct CivilDay {
  std::int64_t year = 1970;  ///< astronomical: 0 is 1 BCE
  int month = 1;             ///< 1 … 12
  int day = 1;               ///< 1 … 31
  friend constexpr auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

bool is_leap_year(std::int64_t year);
int days_in_month(std::int64_t year, int month);
/// Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
std::int64_t days_from_civil(CivilDay date);
CivilDay civil_from_days(std::int64_t days);
/// The first day of the month `months` later (or earlier).
CivilDay add_months(CivilDay first_of_month, std::int64_t months);
/// 0 Sunday … 6 Saturday.
int weekday(std::int64_t days);
/// Midnight at the start of that day.
Instant start_of_day(CivilDay date);

}  // namespace tp
