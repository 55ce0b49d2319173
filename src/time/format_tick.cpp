#include "time/calendar.hpp"
#include "time/clock_text.hpp"
#include "time/date_words.hpp"
#include "time/fill_pattern.hpp"
#include "time/format_date.hpp"
#include "time/number_words.hpp"

namespace tp {
namespace {

// The ticks before the common era stand at years that are round without a year 0, so theirs is never rounded
// as that of a date may be: neighbours that differ by a year have different texts.
std::int64_t number_of_year(std::int64_t year) {
  return year > 0 ? year : 1 - year;
}

std::string month_name(const DateWording& wording, int month) {
  return std::string(wording.months_alone[static_cast<std::size_t>(month - 1)]);
}

// "2025", "44 BCE", "13.8 billion years ago".
std::string year_text(const DateWords& words, std::int64_t year) {
  const std::string number = number_text(words, number_of_year(year));
  if (year < 0 && !short_number(words, number_of_year(year)).unit.empty()) {
    return fill_pattern(words.full.plain[static_cast<std::size_t>(DateClass::kAgo)], {{"y", number}});
  }
  return fill_pattern(words.year_of_axis, {{"y", number}, {"era", std::string(era_of(words, year))}});
}

std::string month_text(const DateWords& words, CivilDay day) {
  return fill_pattern(words.month_of_day, {{"M", month_name(words.full, day.month)},
                                           {"y", number_text(words, number_of_year(day.year))},
                                           {"era", std::string(era_of(words, day.year))}});
}

}  // namespace

std::string format_tick(Instant instant, TickStep step, std::string_view language) {
  const DateWords& words = date_words(language);
  const CivilDay day = civil_from_days(instant.day);
  switch (step.unit) {
    case TickUnit::kYear:
      return year_text(words, day.year);
    case TickUnit::kMonth:
      return month_name(words.brief, day.month);
    case TickUnit::kDay:
      return std::to_string(day.day);
    case TickUnit::kHour:
    case TickUnit::kMinute:
      return clock_text(instant.ms, Precision::kMinute);
    case TickUnit::kSecond:
      return clock_text(instant.ms, Precision::kSecond);
    case TickUnit::kMillisecond:
      break;
  }
  // ":05.250", below its minute.
  return clock_text(instant.ms, Precision::kMillisecond).substr(5);
}

std::string format_tick_context(Instant instant, TickStep step, std::string_view language) {
  const DateWords& words = date_words(language);
  switch (step.unit) {
    case TickUnit::kYear:
      return "";
    case TickUnit::kMonth:
      return year_text(words, civil_from_days(instant.day).year);
    case TickUnit::kDay:
      return month_text(words, civil_from_days(instant.day));
    case TickUnit::kMillisecond:
      return fill_pattern(words.with_time, {{"x", format_day(instant, language)},
                                            {"t", clock_text(instant.ms, Precision::kMinute)}});
    default:
      return format_day(instant, language);
  }
}

}  // namespace tp
