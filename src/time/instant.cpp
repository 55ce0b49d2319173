#include "time/instant.hpp"

#include <algorithm>
#include <cmath>

namespace tp {
namespace {

// The calendar repeats every 400 years; kMaxYear is a whole number of them, and so a leap year.
constexpr std::int64_t kDaysPer400Years = 146'097;
constexpr std::int64_t kFirstDayOfYear0 = -719'528;
static_assert(kMaxYear % 400 == 0);
constexpr Instant kEarliest{-kMaxYear / 400 * kDaysPer400Years + kFirstDayOfYear0, 0};
constexpr Instant kLatest{kMaxYear / 400 * kDaysPer400Years + kFirstDayOfYear0 + 366, 0};

// Farther than from one end of time to the other.
constexpr double kEndlessMs = 2e21;

}  // namespace

double ms_between(Instant a, Instant b) {
  std::int64_t days = 0;
  // Only instants far outside of time can overflow; they get an answer that is large enough.
  if (__builtin_sub_overflow(b.day, a.day, &days)) return b.day > a.day ? kEndlessMs : -kEndlessMs;
  return static_cast<double>(days) * static_cast<double>(kMsPerDay) + static_cast<double>(b.ms - a.ms);
}

Instant plus_ms(Instant t, double ms) {
  if (std::isnan(ms)) return t;
  t = std::clamp(t, kEarliest, kLatest);
  if (ms >= kEndlessMs) return kLatest;
  if (ms <= -kEndlessMs) return kEarliest;

  const double whole = std::round(ms);
  const double rest = std::fmod(whole, static_cast<double>(kMsPerDay));
  // Far from 0 `whole - rest` may not be a double; the quotient is still nearest to the right whole number.
  const double days = std::round((whole - rest) / static_cast<double>(kMsPerDay));
  t.day += static_cast<std::int64_t>(days);
  std::int64_t ms_of_day = t.ms + static_cast<std::int64_t>(rest);
  if (ms_of_day < 0) {
    ms_of_day += kMsPerDay;
    --t.day;
  } else if (ms_of_day >= kMsPerDay) {
    ms_of_day -= kMsPerDay;
    ++t.day;
  }
  t.ms = static_cast<std::int32_t>(ms_of_day);
  return std::clamp(t, kEarliest, kLatest);
}

Instant earliest_instant() {
  return kEarliest;
}
Instant latest_instant() {
  return kLatest;
}

}  // namespace tp
