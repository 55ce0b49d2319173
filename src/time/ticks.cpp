#include "time/ticks.hpp"

#include <algorithm>
#include <array>

#include "time/calendar.hpp"

namespace tp {
namespace {

constexpr double kMsPerMeanYear = 365.2425 * static_cast<double>(kMsPerDay);

constexpr auto kWithinMonths = std::to_array<TickStep>({
    {TickUnit::kMillisecond, 1},   {TickUnit::kMillisecond, 2},   {TickUnit::kMillisecond, 5},
    {TickUnit::kMillisecond, 10},  {TickUnit::kMillisecond, 20},  {TickUnit::kMillisecond, 50},
    {TickUnit::kMillisecond, 100}, {TickUnit::kMillisecond, 200}, {TickUnit::kMillisecond, 500},
    {TickUnit::kSecond, 1},        {TickUnit::kSecond, 2},        {TickUnit::kSecond, 5},
    {TickUnit::kSecond, 10},       {TickUnit::kSecond, 15},       {TickUnit::kSecond, 30},
    {TickUnit::kMinute, 1},        {TickUnit::kMinute, 2},        {TickUnit::kMinute, 5},
    {TickUnit::kMinute, 10},       {TickUnit::kMinute, 15},       {TickUnit::kMinute, 30},
    {TickUnit::kHour, 1},          {TickUnit::kHour, 2},          {TickUnit::kHour, 3},
    {TickUnit::kHour, 6},          {TickUnit::kHour, 12},         {TickUnit::kDay, 1},
    {TickUnit::kDay, 2},           {TickUnit::kDay, 7},           {TickUnit::kDay, 14},
    {TickUnit::kMonth, 1},         {TickUnit::kMonth, 3},         {TickUnit::kMonth, 6},
});

// 1, 2, 5 times a power of ten, up to the number of years that there are on either side of year 0.
constexpr std::size_t kYearSteps = 32;

constexpr auto kSteps = [] {
  std::array<TickStep, kWithinMonths.size() + kYearSteps> steps{};
  std::copy(kWithinMonths.begin(), kWithinMonths.end(), steps.begin());
  std::int64_t power = 1;
  for (std::size_t i = 0; i < kYearSteps; ++i) {
    const std::int64_t digit = i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : 5;
    steps[kWithinMonths.size() + i] = {TickUnit::kYear, digit * power};
    if (digit == 5) power *= 10;
  }
  return steps;
}();
static_assert(kSteps.back().count == kMaxYear);

constexpr std::int64_t unit_ms(TickUnit unit) {
  switch (unit) {
    case TickUnit::kMillisecond:
      return 1;
    case TickUnit::kSecond:
      return 1'000;
    case TickUnit::kMinute:
      return 60'000;
    case TickUnit::kHour:
      return 3'600'000;
    default:
      return kMsPerDay;
  }
}

constexpr std::int64_t count_of(TickStep step) {
  return std::clamp<std::int64_t>(step.count, 1, 10 * kMaxYear);
}

// Length of a step finer than days; never more than a day, which every one of them restarts at.
constexpr std::int64_t ms_within_day(TickStep step) {
  return std::min(count_of(step), kMsPerDay / unit_ms(step.unit)) * unit_ms(step.unit);
}

constexpr std::int64_t floor_to_multiple(std::int64_t n, std::int64_t of) {
  const std::int64_t rest = n % of;
  return n - (rest < 0 ? rest + of : rest);
}

// The year 1 is a tick of coarse steps; of finer ones it would be too close to its neighbours.
constexpr bool has_year_one(std::int64_t count) {
  return count == 1 || count >= 10;
}

std::int64_t floor_to_year(std::int64_t year, std::int64_t count) {
  if (year >= count) return floor_to_multiple(year, count);
  if (year >= 1 && has_year_one(count)) return 1;
  const std::int64_t bce = std::max<std::int64_t>(1, 1 - year);
  return 1 - floor_to_multiple(bce + count - 1, count);
}

std::int64_t next_year(std::int64_t year, std::int64_t count) {
  if (year >= count) return year + count;
  if (year >= 1) return count;
  const std::int64_t bce = 1 - year - count;
  if (bce > 0) return 1 - bce;
  return has_year_one(count) ? 1 : count;
}

// The last day of that month, counted from 0, that is a tick and at or before `day`.
std::int64_t floor_to_day_of_month(std::int64_t day, std::int64_t days_in_month, std::int64_t count) {
  const std::int64_t latest = std::max<std::int64_t>(0, days_in_month - count);
  return floor_to_multiple(std::min(day, latest), count);
}

CivilDay floor_civil(CivilDay date, TickStep step) {
  const std::int64_t count = count_of(step);
  if (step.unit == TickUnit::kYear) return {floor_to_year(date.year, count), 1, 1};
  if (step.unit == TickUnit::kMonth) {
    const int month = static_cast<int>(floor_to_multiple(date.month - 1, std::min<std::int64_t>(count, 12)));
    return {date.year, month + 1, 1};
  }
  const int in_month = days_in_month(date.year, date.month);
  return {date.year, date.month, static_cast<int>(floor_to_day_of_month(date.day - 1, in_month, count)) + 1};
}

CivilDay next_civil(CivilDay tick, TickStep step) {
  const std::int64_t count = count_of(step);
  if (step.unit == TickUnit::kYear) return {next_year(tick.year, count), 1, 1};
  if (step.unit == TickUnit::kMonth) {
    const std::int64_t months = std::min<std::int64_t>({count, 12, 13 - tick.month});
    return add_months(tick, months);
  }
  const int in_month = days_in_month(tick.year, tick.month);
  const std::int64_t day = tick.day - 1 + count;
  if (day + count > in_month) return add_months({tick.year, tick.month, 1}, 1);
  return {tick.year, tick.month, static_cast<int>(day) + 1};
}

}  // namespace

std::span<const TickStep> tick_steps() {
  return kSteps;
}

double approximate_ms(TickStep step) {
  const double count = static_cast<double>(count_of(step));
  if (step.unit == TickUnit::kYear) return count * kMsPerMeanYear;
  if (step.unit == TickUnit::kMonth) return count * kMsPerMeanYear / 12;
  return count * static_cast<double>(unit_ms(step.unit));
}

double shortest_ms(TickStep step) {
  const std::int64_t count = count_of(step);
  const double day_ms = static_cast<double>(kMsPerDay);
  if (step.unit == TickUnit::kYear) {
    if (count == 1) return 365 * day_ms;
    if (count < 10) return static_cast<double>(count) * 365 * day_ms;
    // The mean year would be too long for a few of them, 365 days too short for many.
    return (static_cast<double>(count - 1) * 365.2425 - 2) * day_ms;
  }
  if (step.unit == TickUnit::kMonth) {
    if (count < 3) return static_cast<double>(count * 28) * day_ms;
    return static_cast<double>(count * 30 + (count == 6 ? 1 : 0)) * day_ms;
  }
  return approximate_ms(step);
}

TickStep choose_tick_step(double ms_per_px, double min_px) {
  for (const TickStep& step : kSteps) {
    if (shortest_ms(step) / ms_per_px >= min_px) return step;
  }
  return kSteps.back();
}

TickStep context_step(TickStep step) {
  switch (step.unit) {
    case TickUnit::kMillisecond:
      return {TickUnit::kMinute, 1};
    case TickUnit::kSecond:
    case TickUnit::kMinute:
    case TickUnit::kHour:
      return {TickUnit::kDay, 1};
    case TickUnit::kDay:
      return {TickUnit::kMonth, 1};
    case TickUnit::kMonth:
      return {TickUnit::kYear, 1};
    case TickUnit::kYear:
      break;
  }
  std::int64_t power = 10;
  while (power <= count_of(step) && power < kMaxYear) power *= 10;
  return {TickUnit::kYear, power};
}

Instant floor_to_tick(Instant t, TickStep step) {
  if (step.unit < TickUnit::kDay) {
    return {t.day, static_cast<std::int32_t>(floor_to_multiple(t.ms, ms_within_day(step)))};
  }
  return start_of_day(floor_civil(civil_from_days(t.day), step));
}

Instant next_tick(Instant tick, TickStep step) {
  if (step.unit >= TickUnit::kDay) return start_of_day(next_civil(civil_from_days(tick.day), step));
  const std::int64_t ms = tick.ms + ms_within_day(step);
  if (ms >= kMsPerDay) return {tick.day + 1, 0};
  return {tick.day, static_cast<std::int32_t>(ms)};
}

void list_ticks(const TimeRange& range, TickStep step, std::vector<Instant>& ticks, std::size_t limit) {
  ticks.clear();
  const Instant begin = std::max(range.begin, earliest_instant());
  const Instant end = std::min(range.end, latest_instant());
  if (begin >= end) return;
  Instant tick = floor_to_tick(begin, step);
  if (tick < begin) tick = next_tick(tick, step);
  while (tick < end && ticks.size() < limit) {
    ticks.push_back(tick);
    tick = next_tick(tick, step);
  }
}

std::vector<Instant> list_ticks(const TimeRange& range, TickStep step, std::size_t limit) {
  std::vector<Instant> ticks;
  list_ticks(range, step, ticks, limit);
  return ticks;
}

}  // namespace tp
