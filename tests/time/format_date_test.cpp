#include "time/format_date.hpp"

#include <gtest/gtest.h>

#include "time/date_words.hpp"

namespace tp {
namespace {

std::string said(std::string_view edtf, std::string_view language = "en",
                 DateStyle style = DateStyle::kLong) {
  const DateResult<DateRange> range = parse_date_range(edtf);
  EXPECT_TRUE(range.value) << edtf << ": " << range.error.message;
  return range.value ? format_date_range(*range.value, language, style) : "";
}
std::string brief(std::string_view edtf, std::string_view language = "en") {
  return said(edtf, language, DateStyle::kShort);
}

struct Phrase {
  const char* edtf;
  const char* words;
};

template <std::size_t N>
void expect_phrases(std::string_view language, const Phrase (&phrases)[N]) {
  for (const Phrase& phrase : phrases) EXPECT_EQ(said(phrase.edtf, language), phrase.words) << phrase.edtf;
}

TEST(FormatDate, SaysADateAsPreciselyAsItIsKnown) {
  const Phrase phrases[] = {{"2025-08-08", "8 August 2025"},
                            {"1992-10", "October 1992"},
                            {"1992", "1992"},
                            {"2020-21", "spring 2020"},
                            {"199X", "1990s"},
                            {"18XX", "19th century"},
                            {"2XXX", "3rd millennium"},
                            {"1992-10-XX", "October 1992, day not known"},
                            {"1992-XX", "1992, month not known"},
                            {"2025-08-08T15:00Z", "8 August 2025, 15:00 UTC"},
                            {"2025-08-08T15:00:05+04:00", "8 August 2025, 15:00:05 (UTC+4)"},
                            {"2025-08-08T15:00:05.250-04:30", "8 August 2025, 15:00:05.250 (UTC−4:30)"}};
  expect_phrases("en", phrases);
}

TEST(FormatDate, SaysADateAsSurelyAsItIsKnown) {
  const Phrase phrases[] = {{"1992-03~", "about March 1992"},     {"1992?", "perhaps 1992"},
                            {"1992%", "perhaps about 1992"},      {"1992-03~/..", "since about March 1992"},
                            {"1988~/1994~", "about 1988–1994"},   {"1988~/1994", "about 1988 – 1994"},
                            {"1988/1994?", "1988 – perhaps 1994"}};
  expect_phrases("en", phrases);
}

TEST(FormatDate, SaysOnceWhatBothEndsOfAnIntervalShare) {
  const Phrase phrases[] = {{"1992-05-08/1992-05-09", "8–9 May 1992"},
                            {"1992-02-12/1992-03-16", "12 February – 16 March 1992"},
                            {"1992-02-12/1994-03-16", "12 February 1992 – 16 March 1994"},
                            {"1994-01/1994-05", "January–May 1994"},
                            {"1988-01/1994-05", "January 1988 – May 1994"},
                            {"1988/1994", "1988–1994"},
                            {"1988/1994-05-12", "1988 – 12 May 1994"},
                            {"2020-21/2020-23", "spring–autumn 2020"},
                            {"1992/1992", "1992"},
                            {"2025-08-08T15:00Z/2025-08-08T16:30Z", "8 August 2025, 15:00–16:30 UTC"},
                            {"-0049/-0040", "50–41 BCE"},
                            {"-0043/0014", "44 BCE – 14 CE"},
                            {"Y-13800000000/Y-4540000000", "13.8–4.54 billion years ago"},
                            {"Y-13800000000/Y-66000000", "13.8 billion years ago – 66 million years ago"}};
  expect_phrases("en", phrases);
}

TEST(FormatDate, TellsOpenEndsFromUnknownOnes) {
  const Phrase phrases[] = {{"2025-08-08/..", "since 8 August 2025"},
                            {"199X/..", "since the 1990s"},
                            {"../1991", "until 1991"},
                            {"2020/", "from 2020, end not known"},
                            {"/1991-12-25", "until 25 December 1991, start not known"},
                            {"Y-4540000000~/..", "for about the last 4.54 billion years"}};
  expect_phrases("en", phrases);
}

TEST(FormatDate, CountsYearsBeforeTheCommonEraWithoutAYearZero) {
  const Phrase phrases[] = {{"0000", "1 BCE"},
                            {"-0043", "44 BCE"},
                            {"0014", "14 CE"},
                            {"-0043-03-15", "15 March 44 BCE"},
                            {"-01XX", "2nd century BCE"},
                            {"-00XX", "1st century BCE"},
                            {"00XX", "1st century CE"},
                            {"-004X", "between 50 and 41 BCE"},
                            {"000X", "between 1 BCE and 9 CE"}};
  expect_phrases("en", phrases);
}

TEST(FormatDate, SaysDeepTimeInRoundNumbersWhereItIsRound) {
  const Phrase phrases[] = {{"Y-13800000000", "13.8 billion years ago"},
                            {"Y-66000000~", "about 66 million years ago"},
                            {"Y-12000~", "about 12,000 BCE"},
                            {"Y-11999", "12,000 BCE"},
                            {"Y-12001", "12,002 BCE"},
                            {"Y-12010", "12,011 BCE"},
                            {"Y-13800000001", "13,800,000,002 BCE"},
                            {"Y12000", "12,000 CE"}};
  expect_phrases("en", phrases);
}

TEST(FormatDate, IsShortForTightPlaces) {
  EXPECT_EQ(brief("2025-08-08"), "8 Aug 2025");
  EXPECT_EQ(brief("1992-03~"), "c. Mar 1992");
  EXPECT_EQ(brief("1992?"), "1992?");
  EXPECT_EQ(brief("1992-10-XX"), "Oct 1992");
  EXPECT_EQ(brief("18XX"), "19th c.");
  EXPECT_EQ(brief("2025-08/.."), "since Aug 2025");
  EXPECT_EQ(brief("2020/"), "2020 – ?");
  EXPECT_EQ(brief("/1991"), "? – 1991");
  EXPECT_EQ(brief("2025-08-08/..", "az"), "8 avq 2025 –");
  EXPECT_EQ(brief("2025-08-08T15:00Z/..", "ru"), "8 авг. 2025, 15:00 UTC –");
  EXPECT_EQ(brief("2020-21", "tr"), "2020 ilkbaharı");
}

TEST(FormatDate, SpeaksAzerbaijani) {
  const Phrase phrases[] = {{"2025-08-08", "8 avqust 2025"},
                            {"1992-10", "oktyabr 1992"},
                            {"1992", "1992-ci il"},
                            {"199X", "1990-cı illər"},
                            {"18XX", "XIX əsr"},
                            {"2020-21", "2020-ci ilin yazı"},
                            {"1992-03~", "təxminən mart 1992"},
                            {"1992?", "1992-ci il (dəqiq deyil)"},
                            {"1988/1994", "1988–1994-cü illər"},
                            {"1992-05-08/1992-05-09", "8–9 may 1992"},
                            {"2025/..", "2025-ci ildən"},
                            {"2025-08/..", "2025-ci ilin avqust ayından"},
                            {"2020-23/..", "2020-ci ilin payızından"},
                            {"../1991", "1991-ci ilədək"},
                            {"-0043", "e.ə. 44-cü il"},
                            {"Y-13800000000", "13,8 milyard il əvvəl"}};
  expect_phrases("az", phrases);
}

TEST(FormatDate, SpeaksArmenian) {
  const Phrase phrases[] = {{"2025-08-08", "2025 թ. օգոստոսի 8"},
                            {"1992-10", "1992 թ. հոկտեմբեր"},
                            {"1992", "1992 թ."},
                            {"199X", "1990-ական թթ."},
                            {"00XX", "մ.թ. 1-ին դար"},
                            {"18XX", "19-րդ դար"},
                            {"1992-05-08/1992-05-09", "1992 թ. մայիսի 8–9"},
                            {"1992-02-12/1992-03-16", "1992 թ. փետրվարի 12 – մարտի 16"},
                            {"1988/1994", "1988–1994 թթ."},
                            {"2025-08-08/..", "2025 թ. օգոստոսի 8-ից"},
                            {"2025-08/..", "2025 թ. օգոստոսից"},
                            {"../1991", "մինչև 1991 թվականը"},
                            {"-0043", "մ.թ.ա. 44 թ."}};
  expect_phrases("hy", phrases);
}

TEST(FormatDate, SpeaksRussian) {
  const Phrase phrases[] = {{"2025-08-08", "8 августа 2025 г."},
                            {"1992-10", "октябрь 1992 г."},
                            {"1992", "1992 г."},
                            {"199X", "1990-е гг."},
                            {"18XX", "XIX век"},
                            {"1992-03~", "примерно март 1992 г."},
                            {"1992-03~/..", "примерно с марта 1992 г."},
                            {"1992?", "предположительно 1992 г."},
                            {"1992-05-08/1992-05-09", "8–9 мая 1992 г."},
                            {"1994-01/1994-05", "январь–май 1994 г."},
                            {"1988/1994", "1988–1994 гг."},
                            {"2020-21/..", "с весны 2020 г."},
                            {"../1992-10", "до октября 1992 г."},
                            {"-0043", "44 г. до н. э."},
                            {"Y-13800000000", "13,8 млрд лет назад"}};
  expect_phrases("ru", phrases);
}

TEST(FormatDate, SpeaksTurkish) {
  const Phrase phrases[] = {{"2025-08-08", "8 Ağustos 2025"},
                            {"1992-10", "Ekim 1992"},
                            {"198X", "1980'li yıllar"},
                            {"199X", "1990'lı yıllar"},
                            {"18XX", "19. yüzyıl"},
                            {"2020-21", "2020 ilkbaharı"},
                            {"1992-03~", "yaklaşık Mart 1992"},
                            {"1992?", "1992 (kesin değil)"},
                            {"2025/..", "2025 yılından itibaren"},
                            {"2025-08-08/..", "8 Ağustos 2025 tarihinden itibaren"},
                            {"2020-23/..", "2020 sonbaharından itibaren"},
                            {"../1991", "1991 yılına kadar"},
                            {"-0043", "MÖ 44"}};
  expect_phrases("tr", phrases);
}

TEST(FormatDate, FallsBackAlongTheLanguageTagToEnglish) {
  EXPECT_EQ(said("2025-08-08", "az-Latn-AZ"), "8 avqust 2025");
  EXPECT_EQ(said("2025-08-08", "RU"), "8 августа 2025 г.");
  EXPECT_EQ(said("2025-08-08", "tr_TR"), "8 Ağustos 2025");
  for (const char* unknown : {"", "ka", "x", "-", "englisch", "-en"}) {
    EXPECT_EQ(said("2025-08-08", unknown), "8 August 2025") << unknown;
  }
}

TEST(FormatDate, SaysTheDayOfAnInstant) {
  EXPECT_EQ(format_day({20'308, 54'000'000}, "en"), "8 August 2025");
  EXPECT_EQ(format_day({20'308, 0}, "hy", DateStyle::kShort), "8 օգս 2025");
}

// Whatever a table lacks would leave a hole in some phrase.
TEST(FormatDate, HasAllWordsInEveryLanguage) {
  for (const DateWords* words : all_date_words()) {
    for (const DateWording* wording : {&words->full, &words->brief}) {
      for (const auto& names : {wording->months, wording->months_alone}) {
        for (const std::string_view name : names) EXPECT_FALSE(name.empty()) << words->language;
      }
      for (const auto& patterns : {wording->plain, wording->since, wording->until}) {
        for (const std::string_view pattern : patterns) EXPECT_FALSE(pattern.empty()) << words->language;
      }
      for (const std::string_view pattern :
           {wording->days_in_month, wording->days_in_year, wording->months_in_year, wording->seasons_in_year,
            wording->years, wording->between, wording->about, wording->perhaps, wording->day_unknown,
            wording->month_unknown, wording->end_unknown, wording->start_unknown}) {
        EXPECT_FALSE(pattern.empty()) << words->language;
      }
    }
  }
}

}  // namespace
}  // namespace tp
