// How is a date said in words, in the reader's language, as precisely and as surely as it is known?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "time/date.hpp"
#include "time/ticks.hpp"

namespace tp {

enum class DateStyle : std::uint8_t {
  kLong,   ///< "8 August 2025", "about March 1992", "8–9 May 1992", "since 2025"
  kShort,  ///< "8 Aug 2025", for badges and tight places
};

/// `language` is a BCP 47 tag; falls back along it to English. English, Azerbaijani, Armenian, Russian and
/// Turkish have tables (date_words).
///
/// The words follow what EDTF means. An interval is a stretch from one date to the other: "1988–1994";
/// "between" is only said of one date somewhere in several years ("between 50 and 41 BCE" for -004X). ".." is
/// "since" and "until"; an end that exists but is not known says so. "?" is "perhaps", "~" is "about". Times
/// are said as written, with their offset. The year 0 is 1 BCE; from 10,000 BCE on a year written in round
/// hundreds is said as it is written; from a million years on in "years ago" where no digit is lost.
std::string format_date(const Date& date, std::string_view language, DateStyle style = DateStyle::kLong);
std::string format_date_range(const DateRange& range, std::string_view language,
                              DateStyle style = DateStyle::kLong);
/// The day of an instant ("8 August 2025").
std::string format_day(Instant instant, std::string_view language, DateStyle style = DateStyle::kLong);

/// The text of a tick: its own unit only ("Aug", "8", "14:30", ":05.250"); a year with its era where the
/// number alone is not recognised as a year ("2025", "44 BCE", "1 CE", "13.8 billion years ago"). Two ticks
/// of one step in one context never have the same text.
std::string format_tick(Instant instant, TickStep step, std::string_view language);
/// The context above ticks of that step, as far as context_step goes: the year above months, the month above
/// days, the day above hours, minutes and seconds, day and minute above milliseconds; empty above years.
std::string format_tick_context(Instant instant, TickStep step, std::string_view language);

}  // namespace tp
