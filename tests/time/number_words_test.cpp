#include "time/number_words.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

TEST(NumberWords, GroupsDigitsFromFiveOnAsTheLanguageDoes) {
  EXPECT_EQ(number_text(date_words("en"), 1992), "1992");
  EXPECT_EQ(number_text(date_words("en"), 12'000), "12,000");
  EXPECT_EQ(number_text(date_words("tr"), 1'234'567), "1.234.567");
  EXPECT_EQ(number_text(date_words("ru"), 13'800'000'001), "13\u00a0800\u00a0000\u00a0001");
}

TEST(NumberWords, SayMillionsAndBillionsOnlyWhereNothingIsLost) {
  EXPECT_EQ(number_text(date_words("en"), 66'000'000), "66 million");
  EXPECT_EQ(number_text(date_words("en"), 1'200'000), "1.2 million");
  EXPECT_EQ(number_text(date_words("en"), 1'250'000), "1,250,000");
  EXPECT_EQ(number_text(date_words("en"), 13'800'000'000), "13.8 billion");
  EXPECT_EQ(number_text(date_words("en"), 13'798'500'000), "13,798.5 million");
  EXPECT_EQ(number_text(date_words("ru"), 4'540'000'000), "4,54 млрд");
  EXPECT_EQ(number_text(date_words("en"), 1'000'000'000), "1 billion");
}

TEST(NumberWords, EndOrdinalsByTheLastWordOfTheNumber) {
  const auto ending = [](const char* language, std::int64_t number) {
    return std::to_string(number).append(number_ending(date_words(language).endings, number));
  };
  for (const char* text :
       {"1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "20th", "21st", "112th", "100th"}) {
    EXPECT_EQ(ending("en", std::atoll(text)), text);
  }
  for (const char* text :
       {"1991-ci", "1992-ci", "1993-cü", "1994-cü", "1995-ci", "1996-cı", "1997-ci", "1998-ci", "1999-cu",
        "1990-cı", "2010-cu", "2020-ci", "2030-cu", "1940-cı", "1900-cü", "2000-ci"}) {
    EXPECT_EQ(ending("az", std::atoll(text)), text);
  }
  EXPECT_EQ(ending("hy", 1), "1-ին");
  EXPECT_EQ(ending("hy", 21), "21-րդ");
}

TEST(NumberWords, WriteRomanNumerals) {
  const std::pair<std::int64_t, const char*> cases[] = {
      {1, "I"},    {4, "IV"},         {9, "IX"},           {19, "XIX"},
      {21, "XXI"}, {1994, "MCMXCIV"}, {3999, "MMMCMXCIX"}, {4000, "4000"}};
  for (const auto& [number, text] : cases) EXPECT_EQ(roman_numeral(number), text);
}

}  // namespace
}  // namespace tp
