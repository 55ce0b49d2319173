#include "time/calendar.hpp"

namespace tp {
namespace {

constexpr std::int64_t kDaysPerEra = 146'097;  // 400 years
constexpr std::int64_t kEpochShift = 719'468;  // from 0000-03-01 to 1970-01-01

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

}  // namespace

bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Years are counted from March, so that the leap day is the last day of its year.
std::int64_t days_from_civil(CivilDay date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEpochShift;
}

CivilDay civil_from_days(std::int64_t days) {
  const std::int64_t shifted = days + kEpochShift;
  const std::int64_t era = floor_div(shifted, kDaysPerEra);
  const std::int64_t day_of_era = shifted - era * kDaysPerEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

CivilDay add_months(CivilDay first_of_month, std::int64_t months) {
  const std::int64_t from_january = first_of_month.month - 1 + months;
  const std::int64_t years = floor_div(from_january, 12);
  return {first_of_month.year + years, static_cast<int>(from_january - years * 12) + 1, first_of_month.day};
}

int weekday(std::int64_t days) {
  const std::int64_t from_thursday = days - floor_div(days, 7) * 7;  // 1970-01-01 was a Thursday
  return static_cast<int>((from_thursday + 4) % 7);
}

Instant start_of_day(CivilDay date) {
  return {days_from_civil(date), 0};
}

}  // namespace tp
