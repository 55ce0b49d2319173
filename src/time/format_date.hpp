// How is a date said in words, in the reader's language, as precisely and as surely as it is known?
#pragma once

#include <string>
#include <string_view>

#include "time/date.hpp"
#include "time/ticks.hpp"

namespace tp {

enum class DateStyle : std::uint8_t {
  kLong,   ///< "8 August 2025", "about March 1992", "between 1988 and 1994", "since 2025"
  kShort,  ///< "8 Aug 2025", for badges and tight places
};

/// `language` is a BCP 47 tag; falls back along it to English.
std::string format_date(const Date& date, std::string_view language, DateStyle style = DateStyle::kLong);
std::string format_date_range(const DateRange& range, std::string_view language,
                              DateStyle style = DateStyle::kLong);
/// The day of an instant ("8 August 2025").
std::string format_day(Instant instant, std::string_view language, DateStyle style = DateStyle::kLong);

/// The text of a tick: its own unit only ("Aug", "2025", "14:30", "13.8 billion years ago" style for deep
/// time).
std::string format_tick(Instant instant, TickStep step, std::string_view language);
/// The context above ticks of that step: the year above months, the day above hours; empty where there is
/// none.
std::string format_tick_context(Instant instant, TickStep step, std::string_view language);

}  // namespace tp
