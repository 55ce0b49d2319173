// What does a story's date say, and how surely? EDTF (ISO 8601-2:2019, levels 0 and 1) with its precision kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "time/instant.hpp"

namespace tp {

/// How finely a date is known. A year is a year, never its first of January.
enum class Precision : std::uint8_t { kMillennium, kCentury, kDecade, kYear, kSeason, kMonth, kDay, kMinute, kSecond, kMillisecond };

/// One EDTF date. Parts finer than the precision are at their lowest value.
struct Date {
  std::int64_t year = 0;
  std::uint8_t month = 1;  ///< 1 … 12; for a season its EDTF code 21 (spring) … 24 (winter)
  std::uint8_t day = 1;
  std::uint8_t hour = 0, minute = 0, second = 0;
  std::uint16_t ms = 0;
  Precision precision = Precision::kYear;
  bool uncertain = false;    ///< "?" or "%"
  bool approximate = false;  ///< "~" or "%"
  bool unspecified = false;  ///< an X stood where a finer part would be: known to exist, not known ("1992-XX")
  std::int16_t utc_offset_min = 0;  ///< as written; the parts above are as written, `bounds` is in UTC

  /// All instants that the date can mean: begin included, end not.
  TimeRange bounds() const;
  friend bool operator==(const Date&, const Date&) = default;
};

enum class EndKind : std::uint8_t {
  kDate,
  kOpen,     ///< ".." : goes on (or was always so)
  kUnknown,  ///< empty: there is an end, it is not known
};

/// One end of an interval.
struct DateEnd {
  EndKind kind = EndKind::kDate;
  Date date;
  friend bool operator==(const DateEnd&, const DateEnd&) = default;
};

/// An EDTF date or interval: the `when` of everything in a story.
struct DateRange {
  DateEnd start;
  DateEnd end;
  bool is_interval = false;  ///< false: a single date, and `end` equals `start`

  /// Everything that it can cover: earliest possible begin, latest possible end. Open and unknown ends reach to
  /// the ends of time.
  TimeRange outer() const;
  /// What it covers for certain; empty (begin == end) where nothing is certain. For a single date: its outer bounds.
  TimeRange inner() const;
  /// Uncertain or approximate at either end.
  bool is_soft() const;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// Why a text is no EDTF date: which byte, and what was expected there.
struct DateError {
  std::size_t offset = 0;
  std::string message;
};

template <class T>
struct DateResult {
  std::optional<T> value;
  DateError error;  ///< meaningful where there is no value
};

DateResult<Date> parse_date(std::string_view edtf);
DateResult<DateRange> parse_date_range(std::string_view edtf);

/// The EDTF text of it, in its shortest form; parsing that again gives the same value.
std::string to_edtf(const Date& date);
std::string to_edtf(const DateRange& range);
/// The day of an instant as EDTF ("2025-08-08"); with a time where it is not midnight.
std::string to_edtf(Instant instant);

}  // namespace tp
