#include "view/fonts.hpp"

#include "support.hpp"
#include "view/utf8.hpp"

namespace tp {
namespace {

TEST(Fonts, ReadsTheProportionsOfAFace) {
  const auto proportions = read_font_proportions(read_font("regular"));
  ASSERT_TRUE(proportions);
  EXPECT_NEAR(proportions->line, 1.21, 0.02);
  EXPECT_NEAR(proportions->cap_height, 0.727, 0.01);
}

TEST(Fonts, RefusesWhatIsNoFont) {
  Fonts fonts;
  const std::vector<unsigned char> words{'n', 'o', ' ', 'f', 'o', 'n', 't'};
  EXPECT_FALSE(fonts.add(words, Weight::kRegular));
  EXPECT_FALSE(fonts.add({}, Weight::kRegular));
  EXPECT_FALSE(fonts.ready());
}

TEST(Fonts, ReadsNothingBeyondAFileThatWasCutOff) {
  const std::vector<unsigned char> whole = read_font("regular");
  for (std::size_t size = 0; size < std::min<std::size_t>(whole.size(), 2048); size += 7) {
    const std::vector<unsigned char> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    read_font_proportions(part);  // the address sanitizer looks on
  }
}

TEST(Fonts, HasEveryLetterThatTheStoriesNeed) {
  NullScreen screen;
  const std::string_view letters =
      "AÇÉƏĞİIJÖŞÜÂÎÛŞaçeəğıijöşüâîû"  // Azerbaijani, Turkish
      "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
      "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև"
      "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
      "ĀāČčĆćĐđĘęĚěĢģŁłŃńŐőŘřŠšŰűŹźŽžȘșȚț"  // elsewhere in Europe
      "0123456789–—…‘’“”«»·•§→←‹›−×";
  screen.frame([&] {
    for (TextStyle style : {TextStyle::kBody, TextStyle::kTitle}) {
      const BakedFace face = screen.fonts().face(style, 1);
      for (std::size_t at = 0; at < letters.size();) {
        const auto letter = next_code_point(letters, at);
        EXPECT_NE(face.baked->FindGlyphNoFallback(static_cast<ImWchar>(letter)), nullptr)
            << std::hex << "U+" << letter;
      }
    }
  });
}

TEST(TextMeasurer, MeasuresTheSameAtEveryPixelRatio) {
  std::vector<double> widths;
  for (double density : {1.0, 1.5, 2.0, 3.0}) {
    NullScreen screen({800, 600}, density);
    screen.frame([&] {
      widths.push_back(screen.measurer().measure("Section 907 waived again", TextStyle::kLabel).width);
    });
  }
  for (double width : widths) EXPECT_EQ(width, widths.front());
  EXPECT_GT(widths.front(), 100);
}

TEST(TextMeasurer, AgreesWithWhatThePenDraws) {
  for (double density : {1.0, 1.25, 2.0}) {
    NullScreen screen({800, 600}, density);
    screen.frame([&] {
      for (TextStyle style :
           {TextStyle::kLabel, TextStyle::kSmallStrong, TextStyle::kCaps, TextStyle::kTitle}) {
        const double drawn = screen.pen().text({10, 50}, "As of 8 August 2025", style, {0, 0, 0});
        EXPECT_NEAR(screen.measurer().measure("As of 8 August 2025", style).width, drawn, 0.02);
      }
    });
  }
}

TEST(TextMeasurer, IsNeverNegativeAndRemembers) {
  NullScreen screen;
  screen.frame([&] {
    EXPECT_EQ(screen.measurer().measure("", TextStyle::kBody).width, 0);
    EXPECT_EQ(screen.measurer().remembered(), 0u);
    for (int i = 0; i < 3; ++i) screen.measurer().measure("I", TextStyle::kTitle);
    EXPECT_EQ(screen.measurer().remembered(), 1u);
    EXPECT_GT(screen.measurer().measure("I", TextStyle::kTitle).width, 0);
    const double semibold = screen.measurer().measure("Azerbaijan", TextStyle::kLabelStrong).width;
    EXPECT_GT(semibold, screen.measurer().measure("Azerbaijan", TextStyle::kLabel).width);
  });
}

TEST(Utf8, GoesThroughAnyBytesAndEnds) {
  for (unsigned lead = 0; lead < 256; ++lead) {
    for (unsigned next : {0x00u, 0x41u, 0x80u, 0xBFu, 0xFFu}) {
      const std::string text{static_cast<char>(lead), static_cast<char>(next), 'x'};
      std::size_t at = 0, letters = 0;
      while (at < text.size()) {
        next_code_point(text, at);
        ++letters;
      }
      EXPECT_EQ(at, text.size());
      EXPECT_LE(letters, 3u);
    }
  }
  std::size_t at = 0;
  EXPECT_EQ(next_code_point("ə", at), 0x259u);
  EXPECT_EQ(at, 2u);
}

}  // namespace
}  // namespace tp
