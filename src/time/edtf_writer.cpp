#include <cstdlib>

#include "time/calendar.hpp"
#include "time/clock_text.hpp"
#include "time/date.hpp"

namespace tp {
namespace {

// With the last `hidden` digits as X.
std::string year_text(std::int64_t year, std::size_t hidden) {
  const std::int64_t size = std::abs(year);
  if (size > 9999) return "Y" + std::to_string(year);
  std::string digits = padded(size, 4);
  digits.replace(digits.size() - hidden, hidden, hidden, 'X');
  return (year < 0 ? "-" : "") + digits;
}

std::size_t hidden_year_digits(Precision precision) {
  switch (precision) {
    case Precision::kMillennium:
      return 3;
    case Precision::kCentury:
      return 2;
    case Precision::kDecade:
      return 1;
    default:
      return 0;
  }
}

std::string offset_text(int minutes) {
  if (minutes == 0) return "Z";
  const int size = std::abs(minutes);
  return (minutes < 0 ? "-" : "+") + padded(size / 60, 2) + ":" + padded(size % 60, 2);
}

std::string parts_text(const Date& date) {
  std::string text = year_text(date.year, hidden_year_digits(date.precision));
  if (date.precision < Precision::kYear) return text;
  if (date.precision > Precision::kYear) text += "-" + padded(date.month, 2);
  if (date.precision > Precision::kMonth) text += "-" + padded(date.day, 2);
  if (date.precision > Precision::kDay)
    text += "T" + clock_text(ms_of_day(date), date.precision) + offset_text(date.utc_offset_min);
  const bool could_be_finer = date.precision == Precision::kYear || date.precision == Precision::kMonth;
  return date.unspecified && could_be_finer ? text + "-XX" : text;
}

std::string end_text(const DateEnd& end) {
  if (end.kind == EndKind::kOpen) return "..";
  return end.kind == EndKind::kUnknown ? "" : to_edtf(end.date);
}

}  // namespace

std::string to_edtf(const Date& date) {
  const std::string text = parts_text(date);
  if (date.uncertain && date.approximate) return text + "%";
  if (date.uncertain) return text + "?";
  return date.approximate ? text + "~" : text;
}

std::string to_edtf(const DateRange& range) {
  if (!range.is_interval) return to_edtf(range.start.date);
  return end_text(range.start) + "/" + end_text(range.end);
}

std::string to_edtf(Instant instant) {
  const CivilDay civil = civil_from_days(instant.day);
  Date date;
  date.year = civil.year;
  date.month = static_cast<std::uint8_t>(civil.month);
  date.day = static_cast<std::uint8_t>(civil.day);
  date.hour = static_cast<std::uint8_t>(instant.ms / 3'600'000);
  date.minute = static_cast<std::uint8_t>(instant.ms / 60'000 % 60);
  date.second = static_cast<std::uint8_t>(instant.ms / 1'000 % 60);
  date.ms = static_cast<std::uint16_t>(instant.ms % 1'000);
  date.precision = instant.ms == 0           ? Precision::kDay
                   : instant.ms % 1'000 == 0 ? Precision::kSecond
                                             : Precision::kMillisecond;
  return to_edtf(date);
}

}  // namespace tp
