// Which words does a language have for dates? Month names, eras and phrase patterns, one table for each
// language.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace tp {

/// Dates that are phrased alike. A date with a time is a day with the time after it.
enum class DateClass : std::uint8_t { kMillennium, kCentury, kDecade, kYear, kSeason, kMonth, kDay, kAgo };
inline constexpr std::size_t kDateClasses = 8;

/// One pattern for each DateClass. Words in braces are filled in:
///   {d} day            {m} month beside a day   {M} month alone    {y} year, or years with their unit ("13.8
///   billion") {n} which century  {R} the same in Roman    {era} " BCE"       {e} ending of the number before
///   it ("th") {season} {of-season} the season as subject and as it stands after a preposition {x} the plain
///   phrase of the same date       {q} "about", "perhaps" go here, not before the whole phrase
/// In intervals the last date has {d2} {m2} {M2} {y2} {e2} {season2}.
using DatePatterns = std::array<std::string_view, kDateClasses>;

/// How one style (long, or short for tight places) phrases dates.
struct DateWording {
  std::array<std::string_view, 12> months;        ///< beside a day
  std::array<std::string_view, 12> months_alone;  ///< beside a year only
  DatePatterns plain;
  DatePatterns since;  ///< goes on to this day
  DatePatterns until;  ///< has always been so before

  std::string_view days_in_month, days_in_year, months_in_year, seasons_in_year, years;  ///< intervals
  std::string_view between;                     ///< some year of several: {y}, {y2}
  std::string_view about, perhaps;              ///< around {x}
  std::string_view day_unknown, month_unknown;  ///< around {x}
  std::string_view end_unknown, start_unknown;  ///< around {x}, {since}, {until}
};

/// What is written after a number, by how its last word sounds or by rule: ordinals, suffixes in vowel
/// harmony.
struct NumberEndings {
  std::string_view only_one = {};          ///< after 1 alone, where it differs
  std::string_view teens = {};             ///< after 11 … 19, where these differ
  std::array<std::string_view, 10> units;  ///< by the last digit; [0] after 0 itself
  std::array<std::string_view, 10> tens;   ///< after 10, 20 …; [0] unused
  std::string_view hundred, thousand, million, billion;
};

struct DateWords {
  std::string_view language;                    ///< BCP 47, lower case
  std::array<std::string_view, 4> seasons;      ///< from spring
  std::array<std::string_view, 4> of_seasons;   ///< in the case after a preposition
  std::string_view before_common, common;       ///< {era} with the space that it needs
  std::string_view decimal_sign, group_sign;    ///< in numbers of five digits and more
  std::string_view million, billion;            ///< around {x}
  std::string_view with_time;                   ///< {x}, {t}
  std::string_view year_of_axis, month_of_day;  ///< "44 BCE" on a tick; "August 2025" above days
  NumberEndings endings = {};
  DateWording full;
  DateWording brief;
};

/// The table of a BCP 47 tag, falling back along it ("az-Latn-AZ" → "az") to English.
const DateWords& date_words(std::string_view language);

/// " BCE" for the years to 0; " CE" where the number alone is not recognised as a year (below 1000, from
/// 10,000).
std::string_view era_of(const DateWords& words, std::int64_t year);

/// Every language that has a table; English first.
std::span<const DateWords* const> all_date_words();

}  // namespace tp
