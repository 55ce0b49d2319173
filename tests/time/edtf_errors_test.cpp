// What an author is told whose date is no EDTF.
#include <gtest/gtest.h>

#include "time/date.hpp"
#include "time/edtf_hints.hpp"

namespace tp {
namespace {

struct Refused {
  const char* text;
  std::size_t offset;
  const char* message;
};

void expect_refused(const Refused& expected) {
  const DateResult<DateRange> result = parse_date_range(expected.text);
  EXPECT_FALSE(result.value) << expected.text;
  EXPECT_EQ(result.error.offset, expected.offset) << expected.text;
  EXPECT_EQ(result.error.message, expected.message) << expected.text;
}

TEST(EdtfErrors, SayWhatIsWrongAndWhatToWrite) {
  const Refused cases[] = {
      {"", 0, "no date: write one such as 1992, 1992-10 or 1992-10-24"},
      {"undated", 0, "a date starts with a year of four digits: 1992, 1992-10 or 1992-10-24"},
      {"1992-13", 5, "month 13: months are 01 to 12"},
      {"1992-00", 5, "month 00: months are 01 to 12"},
      {"1992-25", 5, "season 25: seasons are 21 (spring) to 24 (winter)"},
      {"1992-2", 5, "1992-2: write the month with two digits, 1992-02"},
      {"1992-10-4", 8, "1992-10-4: write the day with two digits, 1992-10-04"},
      {"1992-10-32", 8, "day 32: days are 01 to 31"},
      {"1993-02-29", 8, "day 29: 1993-02 has 28 days"},
      {"1992-", 5, "the month is missing here: write it with two digits"},
      {"1992-1X", 5, "an unknown month is XX: one X beside a digit is not read"},
      {"1992-XX-24", 8, "where the month is XX the day is XX as well: write only the year and XX"},
      {"199X-05", 4, "a year with X has no month: leave out what comes after it"},
      {"XXXX", 0, "a year needs at least its first digit: 1XXX, 19XX or 199X"},
      {"199", 0, "199: write the year with four digits, 0199"},
      {"-44", 0, "-44: write the year with four digits, -0044"},
      {"-0000", 0, "the year 0 has no sign: 0000 is the year 1 BCE"},
      {"+1992", 0, "leave out the plus sign"},
      {"2020-21-05", 7, "a season has no day: leave out what follows it"},
      {"{1992,1993}", 0, "sets of dates are not read: write an interval such as 1988/1994"},
      {"1992-10-24Q", 10, "\"Q\" after 1992-10-24 is not part of a date"},
  };
  for (const Refused& refused : cases) expect_refused(refused);
}

TEST(EdtfErrors, ExplainYearsOfManyDigits) {
  const Refused cases[] = {
      {"12345", 0, "12345: a year of more than four digits starts with Y, Y12345"},
      {"-50000", 0, "-50000: a year of more than four digits starts with Y, Y-50000"},
      {"Y1992", 0, "Y is for years of more than four digits: write it as 1992"},
      {"Y20000000001", 1, "the year is out of range: from Y-20000000000 to Y20000000000"},
      {"Y-99999999999999999999999999", 2, "the year is out of range: from Y-20000000000 to Y20000000000"},
      {"Y", 1, "Y is followed by a year of more than four digits: Y12345 or Y-50000"},
      {"Y17E7", 3, "exponents are not read: write all digits of the year"},
      {"Y019920", 1, "leave out the zeros before the year"},
  };
  for (const Refused& refused : cases) expect_refused(refused);
}

TEST(EdtfErrors, ExplainTimes) {
  const Refused cases[] = {
      {"1992-10-24T", 11, "the hour is missing here: write it with two digits"},
      {"1992-10-24T15", 13, "a time has hours and minutes: 15:00 or 15:00:00"},
      {"1992-10-24T24:00:00Z", 11, "hour 24: write the next day with T00:00:00"},
      {"1992-10-24T25:00:00Z", 11, "hour 25: hours are 00 to 23"},
      {"1992-10-24T15:60:00Z", 14, "minute 60: minutes are 00 to 59"},
      {"1992-12-31T23:59:60Z", 17, "second 60: leap seconds are not counted, write 59"},
      {"1992-10-24T15:00:00.1234Z", 20, "parts of a second have one to three digits"},
      {"1992-10-24T15:00:00,5Z", 19, "write a point before the parts of a second, not a comma"},
      {"1992-10-24T15:00:00+24:00", 20, "hour of the UTC offset 24: these are 00 to 23"},
      {"1992-10-24T15:00:00Z+04:00", 20, "write either Z or an offset such as +04:00, not both"},
      {"1992T15:00:00Z", 4, "a time needs a whole date: 1992-10-24T15:00:00Z"},
  };
  for (const Refused& refused : cases) expect_refused(refused);
}

TEST(EdtfErrors, ExplainIntervals) {
  const Refused cases[] = {
      {"1994/1992", 5, "the interval ends (1992) before it starts (1994): swap the two"},
      {"1992-12/1992-10", 8, "the interval ends (1992-10) before it starts (1992-12): swap the two"},
      {"/", 0, "an interval needs a date at one end at least: 1988/.. or ../1994"},
      {"../..", 0, "an interval needs a date at one end at least: 1988/.. or ../1994"},
      {"1988/1994/2000", 9, "an interval has one slash, 1988/1994, and a date has hyphens, 1992-10-24"},
      {"1988/1994-13", 10, "month 13: months are 01 to 12"},
      {"1988-13/1994", 5, "month 13: months are 01 to 12"},
  };
  for (const Refused& refused : cases) expect_refused(refused);
  const DateResult<Date> one = parse_date("1988/1994");
  EXPECT_FALSE(one.value);
  EXPECT_EQ(one.error.offset, 4u);
  EXPECT_EQ(one.error.message, "an interval, where one date is needed");
}

TEST(EdtfErrors, SuggestTheEdtfOfADateInWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"24 October 1992", "1992-10-24"},
      {"October 24, 1992", "1992-10-24"},
      {"24th of October 1992", "1992-10-24"},
      {"Oct 1992", "1992-10"},
      {"Sept. 1992", "1992-09"},
      {"24.10.1992", "1992-10-24"},
      {"24/10/1992", "1992-10-24"},
      {"10/24/1992", "1992-10-24"},
      {"1992/10/24", "1992-10-24"},
      {"24-10-1992", "1992-10-24"},
      {"10/1992", "1992-10"},
      {"19921024", "1992-10-24"},
      {" 1992 ", "1992"},
      {"199x", "199X"},
      {"y-50000", "Y-50000"},
      {"1992-10-24t15:00z", "1992-10-24T15:00Z"},
      {"1992-10-24 15:00", "1992-10-24T15:00Z"},
      {"circa 1992", "1992~"},
      {"c. 1992", "1992~"},
      {"perhaps March 1992", "1992-03?"},
      {"?1992", "1992?"},
      {"1992?-10", "1992-10?"},
      {"1990s", "199X"},
      {"1900s", "19XX"},
      {"the 19th century", "18XX"},
      {"2nd century BC", "-01XX"},
      {"44 BC", "-0043"},
      {"14 AD", "0014"},
      {"12000 BCE", "Y-11999"},
      {"15 March 44 BC", ""},
      {"spring 2020", "2020-21"},
      {"Fall 2020", "2020-23"},
      {"since 2025", "2025/.."},
      {"until October 1991", "../1991-10"},
      {"1988-1994", "1988/1994"},
      {"1988–1994", "1988/1994"},
      {"1988 – May 1994", "1988/1994-05"},
      {"from 1988 to 1994", "1988/1994"},
      {"1988/present", "1988/.."},
      {"8 May 1992 - 9 May 1992", "1992-05-08/1992-05-09"},
      {"10/11/1992", ""},
      {"undated", ""},
      {"31 February 1992", ""},
      {"May June 1992", ""},
      {"-44", ""},
      {"1994 to 1988", ""},
  };
  for (const auto& [text, edtf] : cases) {
    EXPECT_EQ(suggest_edtf(text), edtf) << text;
    const std::string message = parse_date_range(text).error.message;
    if (*edtf == '\0') continue;
    EXPECT_TRUE(message.ends_with(std::string(": write it as ") + edtf)) << message;
  }
}

TEST(EdtfErrors, QuoteHostileTextHarmlessly) {
  EXPECT_EQ(quoted_for_message("a\nb\x01"), "a?b?");
  EXPECT_EQ(quoted_for_message("\xff\xc0\x80 \xed\xa0\x80"), "??? ???");
  EXPECT_EQ(quoted_for_message("1988–94"), "1988–94");
  EXPECT_EQ(quoted_for_message("\xe2\x80"), "??");
  EXPECT_LE(quoted_for_message(std::string(1'000'000, '9')).size(), 50u);
}

TEST(EdtfErrors, StayShortForTextsOfAnyLength) {
  for (const char c : {'9', '-', 'X', '/', 'Y', '?', ' ', '.', 'T', ':', '0', '\xff'}) {
    const std::string text(1'000'000, c);
    for (const std::string& prefix :
         {std::string(), std::string("1992-"), std::string("Y-"), std::string("1992/")}) {
      const DateResult<DateRange> result = parse_date_range(prefix + text);
      EXPECT_FALSE(result.value);
      EXPECT_LE(result.error.message.size(), 200u) << c;
      EXPECT_LE(result.error.offset, prefix.size() + text.size());
    }
  }
}

}  // namespace
}  // namespace tp
