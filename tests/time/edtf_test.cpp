// Reading and writing EDTF: what every notation of levels 0 and 1 means.
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "time/calendar.hpp"
#include "time/date.hpp"

namespace tp {
namespace {

Date date(std::string_view edtf) {
  const DateResult<Date> result = parse_date(edtf);
  EXPECT_TRUE(result.value) << edtf << ": " << result.error.message;
  return result.value.value_or(Date{});
}

DateRange range(std::string_view edtf) {
  const DateResult<DateRange> result = parse_date_range(edtf);
  EXPECT_TRUE(result.value) << edtf << ": " << result.error.message;
  return result.value.value_or(DateRange{});
}

TEST(Edtf, KeepsThePrecisionOfADate) {
  const Date year = date("1992");
  EXPECT_EQ(year.precision, Precision::kYear);
  EXPECT_EQ(year.year, 1992);
  const Date month = date("1992-10");
  EXPECT_EQ(month.precision, Precision::kMonth);
  EXPECT_EQ(month.month, 10);
  const Date day = date("1992-10-24");
  EXPECT_EQ(day.precision, Precision::kDay);
  EXPECT_EQ(day.day, 24);
  EXPECT_FALSE(day.uncertain || day.approximate || day.unspecified);
}

TEST(Edtf, ReadsTimesAsWrittenWithTheirOffset) {
  const Date utc = date("1992-10-24T15:04:05Z");
  EXPECT_EQ(utc.precision, Precision::kSecond);
  EXPECT_EQ(utc.hour, 15);
  EXPECT_EQ(utc.minute, 4);
  EXPECT_EQ(utc.second, 5);
  EXPECT_EQ(utc.utc_offset_min, 0);
  EXPECT_EQ(date("1992-10-24T15:04:05+04:00").utc_offset_min, 240);
  EXPECT_EQ(date("1992-10-24T15:04:05-04:30").utc_offset_min, -270);
  EXPECT_EQ(date("1992-10-24T15:04:05+04").utc_offset_min, 240);
  EXPECT_EQ(date("1992-10-24T15:04:05"), utc);
}

TEST(Edtf, ReadsMinutesAndPartsOfASecondBeyondTheStandard) {
  EXPECT_EQ(date("1992-10-24T15:04Z").precision, Precision::kMinute);
  EXPECT_EQ(date("1992-10-24T15:04:05.2Z").ms, 200);
  EXPECT_EQ(date("1992-10-24T15:04:05.25Z").ms, 250);
  EXPECT_EQ(date("1992-10-24T15:04:05.007Z").ms, 7);
  EXPECT_EQ(date("1992-10-24T15:04:05.000Z").precision, Precision::kMillisecond);
}

TEST(Edtf, KeepsHowSureADateIs) {
  EXPECT_TRUE(date("1992?").uncertain);
  EXPECT_FALSE(date("1992?").approximate);
  EXPECT_TRUE(date("1992-10~").approximate);
  EXPECT_FALSE(date("1992-10~").uncertain);
  EXPECT_TRUE(date("1992-10-24%").uncertain && date("1992-10-24%").approximate);
  EXPECT_TRUE(date("2020-21~").approximate);
  EXPECT_TRUE(date("199X?").uncertain);
}

TEST(Edtf, ReadsUnspecifiedDigitsAsACoarserPrecision) {
  EXPECT_EQ(date("199X").precision, Precision::kDecade);
  EXPECT_EQ(date("19XX").precision, Precision::kCentury);
  EXPECT_EQ(date("1XXX?").precision, Precision::kMillennium);
  EXPECT_EQ(date("199X").year, 1990);
  for (const char* text : {"199X", "19XX", "1XXX", "1992-XX", "1992-10-XX", "1992-XX-XX"}) {
    EXPECT_TRUE(date(text).unspecified) << text;
  }
  EXPECT_EQ(date("1992-XX").precision, Precision::kYear);
  EXPECT_EQ(date("1992-XX-XX"), date("1992-XX"));
  EXPECT_EQ(date("1992-10-XX").precision, Precision::kMonth);
}

TEST(Edtf, ReadsSeasons) {
  for (int code = 21; code <= 24; ++code) {
    const Date season = date("2020-" + std::to_string(code));
    EXPECT_EQ(season.precision, Precision::kSeason);
    EXPECT_EQ(season.month, code);
  }
}

TEST(Edtf, ReadsYearsBeforeTheCommonEraAndFarAway) {
  EXPECT_EQ(date("0000").year, 0);
  EXPECT_EQ(date("-0044").year, -44);
  EXPECT_EQ(date("-9999").year, -9999);
  EXPECT_EQ(date("Y-50000").year, -50'000);
  EXPECT_EQ(date("Y12345").year, 12'345);
  EXPECT_EQ(date("Y-13800000000~").year, -13'800'000'000);
  EXPECT_EQ(date("Y20000000000").year, kMaxYear);
  EXPECT_EQ(date("-0044-03-15").day, 15);
  EXPECT_EQ(date("Y-50000-03-01").month, 3);
  // The earliest year that the decade holds.
  EXPECT_EQ(date("-004X").year, -49);
  EXPECT_EQ(date("-01XX").year, -199);
}

TEST(Edtf, ReadsASingleDateAsARangeThatIsNoInterval) {
  const DateRange single = range("1992-10");
  EXPECT_FALSE(single.is_interval);
  EXPECT_EQ(single.start, single.end);
  EXPECT_EQ(single.start.date, date("1992-10"));
}

TEST(Edtf, ReadsIntervalsWithOpenAndUnknownEnds) {
  const DateRange both = range("1988/1994-05-12");
  EXPECT_TRUE(both.is_interval);
  EXPECT_EQ(both.start.date, date("1988"));
  EXPECT_EQ(both.end.date, date("1994-05-12"));
  EXPECT_EQ(range("2025-08-08/..").end.kind, EndKind::kOpen);
  EXPECT_EQ(range("../1991").start.kind, EndKind::kOpen);
  EXPECT_EQ(range("2025-08-08/").end.kind, EndKind::kUnknown);
  EXPECT_EQ(range("/1991").start.kind, EndKind::kUnknown);
  EXPECT_TRUE(range("1988~/1994?").start.date.approximate);
  EXPECT_TRUE(range("1988~/1994?").end.date.uncertain);
  EXPECT_EQ(range("2020-21/2020-23").end.date.precision, Precision::kSeason);
  EXPECT_EQ(range("2025-08-08T15:00Z/2025-08-08T16:00Z").start.date.hour, 15);
}

TEST(Edtf, TakesIntervalsWhoseEndsCanBeInOrder) {
  for (const char* text : {"1992/1992", "1992-10-24/1992", "1992/1992-03", "1992-10-24/1992-10-24"}) {
    EXPECT_TRUE(parse_date_range(text).value) << text;
  }
}

TEST(Edtf, WritesWhatItReads) {
  for (const char* text : {"1992",
                           "0000",
                           "-0044",
                           "1992-10",
                           "1992-10-24",
                           "1992-10-24T15:00Z",
                           "1992-10-24T15:00:00Z",
                           "1992-10-24T15:00:00.250Z",
                           "1992-10-24T15:00:00+04:00",
                           "1992-10-24T15:00:00-04:30",
                           "199X",
                           "19XX",
                           "1XXX",
                           "-004X",
                           "-000X",
                           "000X",
                           "0XXX",
                           "1992-XX",
                           "1992-10-XX",
                           "2020-21",
                           "2020-24?",
                           "1992~",
                           "1992-10%",
                           "Y-50000",
                           "Y-13800000000~",
                           "Y20000000000",
                           "Y-50000-03-01T12:00Z",
                           "1988/1994",
                           "1988/..",
                           "../1991",
                           "1988/",
                           "/1991",
                           "1988~/1994-05?",
                           "1992-XX/199X"}) {
    EXPECT_EQ(to_edtf(range(text)), text);
  }
}

TEST(Edtf, WritesTheShortestFormThatMeansTheSame) {
  EXPECT_EQ(to_edtf(date("1992-XX-XX")), "1992-XX");
  EXPECT_EQ(to_edtf(date("1992-10-24T15:00:00.5-05")), "1992-10-24T15:00:00.500-05:00");
  EXPECT_EQ(to_edtf(date("1992-10-24T15:00:00-00:00")), "1992-10-24T15:00:00Z");
}

TEST(Edtf, WritesInstantsAsDaysOrTimes) {
  EXPECT_EQ(to_edtf(Instant{20'308, 0}), "2025-08-08");
  EXPECT_EQ(to_edtf(Instant{20'308, 54'000'000}), "2025-08-08T15:00:00Z");
  EXPECT_EQ(to_edtf(Instant{20'308, 54'000'007}), "2025-08-08T15:00:00.007Z");
  EXPECT_EQ(to_edtf(start_of_day({-13'800'000'000, 3, 1})), "Y-13800000000-03-01");
}

TEST(Edtf, GivesEveryInstantBack) {
  Random random(23);
  for (int i = 0; i < 20'000; ++i) {
    const auto year = static_cast<std::int64_t>(random.next() % (2 * kMaxYear)) - kMaxYear;
    const Instant t{days_from_civil({i % 2 == 0 ? year : year % 12'000, 1, 1}) + random.below(366),
                    static_cast<std::int32_t>(random.below(kMsPerDay))};
    const DateResult<Date> again = parse_date(to_edtf(t));
    ASSERT_TRUE(again.value) << to_edtf(t) << ": " << again.error.message;
    ASSERT_EQ(again.value->bounds().begin, t) << to_edtf(t);
  }
}

}  // namespace
}  // namespace tp
