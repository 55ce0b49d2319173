// Which instants can a date mean, and which does it mean for certain?
#include <gtest/gtest.h>

#include "time/calendar.hpp"
#include "time/date.hpp"

namespace tp {
namespace {

std::string text_of(const TimeRange& range) {
  return to_edtf(range.begin) + " " + to_edtf(range.end);
}
std::string bounds(std::string_view edtf) {
  return text_of(parse_date(edtf).value->bounds());
}
std::string outer(std::string_view edtf) {
  return text_of(parse_date_range(edtf).value->outer());
}
std::string inner(std::string_view edtf) {
  return text_of(parse_date_range(edtf).value->inner());
}

const std::string kFirst = "Y-20000000000-01-01";
const std::string kLast = "Y20000000001-01-01";

TEST(DateBounds, CoverAllThatThePrecisionLeavesOpen) {
  EXPECT_EQ(bounds("1992"), "1992-01-01 1993-01-01");
  EXPECT_EQ(bounds("1992-12"), "1992-12-01 1993-01-01");
  EXPECT_EQ(bounds("1992-02-29"), "1992-02-29 1992-03-01");
  EXPECT_EQ(bounds("1992-12-31"), "1992-12-31 1993-01-01");
  EXPECT_EQ(bounds("199X"), "1990-01-01 2000-01-01");
  EXPECT_EQ(bounds("19XX"), "1900-01-01 2000-01-01");
  EXPECT_EQ(bounds("1XXX"), "1000-01-01 2000-01-01");
  EXPECT_EQ(bounds("1992-XX"), bounds("1992"));
  EXPECT_EQ(bounds("1992-10-XX"), bounds("1992-10"));
}

TEST(DateBounds, CountDecadesBeforeTheCommonEraBackwards) {
  EXPECT_EQ(bounds("-004X"), "-0049-01-01 -0039-01-01");
  EXPECT_EQ(bounds("000X"), "0000-01-01 0010-01-01");
  EXPECT_EQ(bounds("-000X"), "-0009-01-01 0000-01-01");
  EXPECT_EQ(bounds("-00XX"), "-0099-01-01 0000-01-01");
  EXPECT_EQ(bounds("-1XXX"), "-1999-01-01 -0999-01-01");
}

TEST(DateBounds, TakeSeasonsAsThreeWholeMonths) {
  EXPECT_EQ(bounds("2020-21"), "2020-03-01 2020-06-01");
  EXPECT_EQ(bounds("2020-22"), "2020-06-01 2020-09-01");
  EXPECT_EQ(bounds("2020-23"), "2020-09-01 2020-12-01");
  EXPECT_EQ(bounds("2020-24"), "2020-12-01 2021-03-01");
}

TEST(DateBounds, AreInUtc) {
  EXPECT_EQ(bounds("2025-08-08T15:00Z"), "2025-08-08T15:00:00Z 2025-08-08T15:01:00Z");
  EXPECT_EQ(bounds("2025-08-08T15:00:00+04:00"), "2025-08-08T11:00:00Z 2025-08-08T11:00:01Z");
  EXPECT_EQ(bounds("2025-01-01T01:00:00+04:00"), "2024-12-31T21:00:00Z 2024-12-31T21:00:01Z");
  EXPECT_EQ(bounds("2024-12-31T23:59:59.999-23:59"), "2025-01-01T23:58:59.999Z 2025-01-01T23:59:00Z");
  EXPECT_EQ(bounds("2024-12-31T23:59Z"), "2024-12-31T23:59:00Z 2025-01-01");
}

TEST(DateBounds, AreNotWidenedByDoubt) {
  for (const char* doubt : {"1992?", "1992~", "1992%"}) EXPECT_EQ(bounds(doubt), bounds("1992")) << doubt;
}

TEST(DateBounds, LieWithinTime) {
  EXPECT_EQ(parse_date("Y-20000000000").value->bounds().begin, earliest_instant());
  EXPECT_EQ(parse_date("Y20000000000").value->bounds().end, latest_instant());
}

TEST(DateRangeBounds, ReachFromTheEarliestBeginToTheLatestEnd) {
  EXPECT_EQ(outer("1988-01/1994-05"), "1988-01-01 1994-06-01");
  EXPECT_EQ(outer("1988/1994-05-12"), "1988-01-01 1994-05-13");
  EXPECT_EQ(outer("2025-08-08/.."), "2025-08-08 " + kLast);
  EXPECT_EQ(outer("2025-08-08/"), "2025-08-08 " + kLast);
  EXPECT_EQ(outer("../1991"), kFirst + " 1992-01-01");
  EXPECT_EQ(outer("/1991"), kFirst + " 1992-01-01");
  EXPECT_EQ(outer("1992-10"), "1992-10-01 1992-11-01");
}

TEST(DateRangeBounds, AreCertainFromTheLatestBeginToTheEarliestEnd) {
  EXPECT_EQ(inner("1988-01/1994-05"), "1988-02-01 1994-05-01");
  EXPECT_EQ(inner("1988/1994-05-12"), "1989-01-01 1994-05-12");
  EXPECT_EQ(inner("2025-08-08/.."), "2025-08-09 " + kLast);
  EXPECT_EQ(inner("../1991"), kFirst + " 1991-01-01");
  EXPECT_EQ(inner("1992-10"), "1992-10-01 1992-11-01");
}

TEST(DateRangeBounds, AreCertainOfNothingWhereAnEndIsUnknownOrBothCoincide) {
  EXPECT_EQ(inner("2020/"), "2021-01-01 2021-01-01");
  EXPECT_EQ(inner("/1991"), "1991-01-01 1991-01-01");
  EXPECT_EQ(inner("1992/1992"), "1993-01-01 1993-01-01");
  EXPECT_EQ(inner("1992-10-24/1992-10-24"), "1992-10-25 1992-10-25");
  EXPECT_EQ(inner("1992/1992-03"), "1992-04-01 1992-04-01");
  EXPECT_EQ(inner("1992-10-24/1992"), "1992-10-25 1992-10-25");
}

TEST(DateRangeBounds, KeepTheCertainInsideThePossible) {
  const char* const dates[] = {"1988", "198X", "1988-02", "1988-21", "1988-02-29", "1988-02-29T10:00Z",
                               "19XX", "..",   ""};
  for (const char* const start : dates) {
    for (const char* const end : dates) {
      const std::string text = std::string(start) + "/" + end;
      const DateResult<DateRange> range = parse_date_range(text);
      if (!range.value) continue;
      const TimeRange possible = range.value->outer();
      const TimeRange certain = range.value->inner();
      EXPECT_LT(possible.begin, possible.end) << text;
      EXPECT_LE(possible.begin, certain.begin) << text;
      EXPECT_LE(certain.begin, certain.end) << text;
      EXPECT_LE(certain.end, possible.end) << text;
    }
  }
}

TEST(DateRangeBounds, AreSoftWhereEitherEndIsInDoubt) {
  for (const char* text : {"1992?", "1992~", "1988~/1994", "1988/1994?", "1988%/.."}) {
    EXPECT_TRUE(parse_date_range(text).value->is_soft()) << text;
  }
  for (const char* text : {"1992", "1988/1994", "1988/..", "/1994", "199X", "1992-XX"}) {
    EXPECT_FALSE(parse_date_range(text).value->is_soft()) << text;
  }
}

}  // namespace
}  // namespace tp
