// What does a story's date say, and how surely? EDTF (ISO 8601-2:2019, levels 0 and 1) with its precision
// kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "time/instant.hpp"

namespace tp {

/// How finely a date is known. A year is a year, never its first of January.
enum class Precision : std::uint8_t {
  kMillennium,
  kCentury,
  kDecade,
  kYear,
  kSeason,
  kMonth,
  kDay,
  kMinute,
  kSecond,
  kMillisecond
};

/// One EDTF date. Parts finer than the precision are at their lowest value.
struct Date {
  std::int64_t year = 0;   ///< astronomical: 0 is 1 BCE; of a decade, century or millennium its earliest year
  std::uint8_t month = 1;  ///< 1 … 12; for a season its EDTF code 21 (spring) … 24 (winter)
  std::uint8_t day = 1;
  std::uint8_t hour = 0, minute = 0, second = 0;
  std::uint16_t ms = 0;
  Precision precision = Precision::kYear;
  bool uncertain = false;    ///< "?" or "%"
  bool approximate = false;  ///< "~" or "%"
  /// An X stood where a finer part would be: it exists and is not known ("1992-XX", "1992-10-XX", "199X").
  bool unspecified = false;
  std::int16_t utc_offset_min = 0;  ///< as written; the parts above are as written, `bounds` is in UTC

  /// All instants that the date can mean: begin included, end not. "?" and "~" do not widen it: EDTF gives
  /// them no size, so how far a date may be off is drawn and said, never invented. Seasons are those of the
  /// northern hemisphere by whole months: spring is March to May, winter December to February of the next
  /// year.
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

  /// Everything that it can cover: earliest possible begin, latest possible end. Open and unknown ends reach
  /// to the ends of time.
  TimeRange outer() const;
  /// What it covers for certain, from the latest possible begin to the earliest possible end: 1988-01/1994-05
  /// is sure from 1 February 1988 up to 1 May 1994. Empty (begin == end, inside the outer bounds) where
  /// nothing is certain: an unknown end, or both ends within one month, day …. For a single date: its outer
  /// bounds.
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

/// Reads EDTF levels 0 and 1. Takes time in proportion to the text and any bytes at all. Beyond the standard
/// it reads
/// - times without seconds ("T15:00Z") and with one to three digits of a second ("T15:00:00.250Z"),
/// - times in intervals, and times without a zone, which are in UTC,
/// - months, days and times after a Y year ("Y-50000-03-01"), so that every instant has a text,
/// and it refuses years beyond ±kMaxYear.
DateResult<Date> parse_date(std::string_view edtf);
/// A date, or an interval with a date at one end at least, whose end can't lie wholly before its start.
DateResult<DateRange> parse_date_range(std::string_view edtf);

/// The EDTF text of it, in its shortest form; parsing that again gives the same value ("1992-XX-XX" is
/// "1992-XX").
std::string to_edtf(const Date& date);
std::string to_edtf(const DateRange& range);
/// The day of an instant as EDTF ("2025-08-08"); with a time in UTC where it is not midnight. Parsing that
/// gives a date that begins at the instant.
std::string to_edtf(Instant instant);

}  // namespace tp
