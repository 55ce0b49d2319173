// Letters are found however they are typed: without accents, in capitals, on a keyboard that lacks them.
#include "app/fold_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.hpp"
#include "letter_pairs.hpp"

namespace tp {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (WordReader reader(text); reader.next();) words.emplace_back(reader.word());
  return words;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const std::string& word : words_of(text)) out += (out.empty() ? "" : " ") + word;
  return out;
}

using Words = std::vector<std::string>;

TEST(FoldText, ReadersTypeNoAccents) {
  EXPECT_EQ(folded("Əliyev"), "eliyev");
  EXPECT_EQ(folded("Azərbaycan"), folded("AZERBAYCAN"));
  EXPECT_EQ(folded("Bakı"), folded("BAKI"));
  EXPECT_EQ(folded("İlham"), folded("ilham"));
  EXPECT_EQ(folded("ığşçöü IĞŞÇÖÜ"), "igscou igscou");
  EXPECT_EQ(folded("Straße Łódź Ærø Đà Nẵng"), "strasse lodz aero da nang");
  EXPECT_EQ(folded("Ещё Ёлка ЙОД"), "еще елка иод");
  EXPECT_EQ(folded("Հայաստան ԵՒ և"), "հայաստան եւ եւ");
  EXPECT_EQ(folded("ႠႡ ᲐᲑ აბ"), "აბ აბ აბ");
  EXPECT_EQ(folded("ΆΛΦΑ σοφός ΣΟΦΟΣ"), "αλφα σοφοσ σοφοσ");
}

TEST(FoldText, MarksThatStandApartCountForNothing) {
  EXPECT_EQ(folded("e\u0301te\u0301 \u00e9t\u00e9"), "ete ete");
  EXPECT_EQ(folded("I\u0307zmir"), "izmir");
  EXPECT_EQ(folded("co\u00adoperation zero\u200bwidth"), "cooperation zerowidth");
}

// Every pair of the table, so a wrong letter in the middle of it is seen.
void expect_pairs_alike(std::string_view pairs) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < pairs.size(); ++count) {
    const std::size_t begin = at;
    const FoldedLetter a = fold_letter(next_code_point(pairs, at));
    const FoldedLetter b = fold_letter(next_code_point(pairs, at));
    EXPECT_GT(a.count, 0) << pairs.substr(begin, at - begin);
    EXPECT_TRUE(a.count == b.count && a.letters == b.letters) << pairs.substr(begin, at - begin);
    EXPECT_EQ(pairs[at++], ' ');
  }
  EXPECT_GT(count, 20u);
}

// Latin capitals of few African and historic alphabets have a small letter that nothing folds them to.
bool is_left_alone(char32_t c) {
  for (const char32_t known : {0x184, 0x1A2, 0x1A7, 0x1B8, 0x1BC, 0x1F6, 0x1F7, 0x21C, 0x222, 0x241, 0x244,
                               0x1EFA, 0x1EFC, 0x18E, 0x18F, 0x190, 0x196, 0x1B1})
    if (c == known) return true;
  return false;
}

TEST(FoldText, CapitalAndSmallLettersAreAlike) {
  expect_pairs_alike(kCyrillicPairs);
  expect_pairs_alike(kArmenianPairs);
  expect_pairs_alike(kGreekPairs);
  expect_pairs_alike(kGeorgianPairs);
  for (std::size_t at = 0; at < kLatinPairs.size(); ++at) {
    const std::size_t begin = at;
    const char32_t capital = next_code_point(kLatinPairs, at);
    const FoldedLetter small = fold_letter(next_code_point(kLatinPairs, at));
    if (is_left_alone(capital)) continue;
    EXPECT_TRUE(fold_letter(capital).letters == small.letters) << kLatinPairs.substr(begin, at - begin);
  }
}

TEST(FoldText, AMarkedLetterIsTheLetterWithoutItsMarks) {
  for (std::size_t at = 0; at < kMarkedLetters.size(); ++at) {
    const std::size_t begin = at;
    const FoldedLetter marked = fold_letter(next_code_point(kMarkedLetters, at));
    const FoldedLetter plain = fold_letter(next_code_point(kMarkedLetters, at));
    EXPECT_TRUE(marked.letters == plain.letters) << kMarkedLetters.substr(begin, at - begin);
  }
}

TEST(FoldText, FoldingTwiceChangesNothing) {
  for (char32_t c = 0; c < 0x20000; ++c) {
    const FoldedLetter once = fold_letter(c);
    ASSERT_LE(once.count, 2);
    for (int i = 0; i < once.count; ++i) {
      const FoldedLetter twice = fold_letter(once.letters[static_cast<std::size_t>(i)]);
      ASSERT_EQ(twice.count, 1) << static_cast<std::uint32_t>(c);
      ASSERT_TRUE(twice.letters[0] == once.letters[static_cast<std::size_t>(i)])
          << static_cast<std::uint32_t>(c);
    }
  }
}

TEST(FoldText, PunctuationEndsAWord) {
  EXPECT_EQ(words_of("Nagorno-Karabakh; “Section 907”, U.S.—EU…"),
            (Words{"nagorno", "karabakh", "section", "907", "u", "s", "eu"}));
  EXPECT_EQ(words_of(""), Words{});
  EXPECT_EQ(words_of(" \t\n.,;"), Words{});
  EXPECT_EQ(words_of("№5 €7 ☎8"), (Words{"5", "7", "8"}));
}

TEST(FoldText, ScriptsWithoutSpacesAreReadLetterByLetter) {
  EXPECT_EQ(words_of("阿塞拜疆 Baku"), (Words{"阿", "塞", "拜", "疆", "baku"}));
}

TEST(FoldText, PlacesCountAsThePagesStringsDo) {
  // "𝒜" is two UTF-16 units, "ə" one, "ß" one that folds to two letters.
  WordReader reader("𝒜 Bakı Straße x\u0301y");
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.begin_utf16(), 0u);
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.begin_utf16(), 3u);
  EXPECT_EQ(reader.end_utf16(2), 5u);
  EXPECT_EQ(reader.end_utf16(4), 7u);
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.begin_utf16(), 8u);
  EXPECT_EQ(reader.end_utf16(5), 13u) << "half of ß is all of it";
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.end_utf16(1), 17u) << "with the mark on the letter";
  EXPECT_FALSE(reader.next());
}

TEST(FoldText, BytesThatAreNoLettersEndAWordAndNeverMore) {
  EXPECT_EQ(words_of("a\xff"
                     "b\xc3"
                     "c\xe2\x82"
                     "d\xed\xa0\x80"
                     "e\xc0\xaf"
                     "f"),
            (Words{"a", "b", "c", "d", "e", "f"}));
  EXPECT_EQ(words_of(std::string_view("a\0b", 3)), (Words{"a", "b"}));
  Random random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::uint32_t n = random.below(40); n > 0; --n) text += static_cast<char>(random.below(256));
    std::size_t last = 0;
    for (WordReader reader(text); reader.next();) {
      ASSERT_FALSE(reader.word().empty());
      ASSERT_LE(reader.word().size(), WordReader::kLongest);
      ASSERT_GE(reader.begin(), last);
      ASSERT_GT(reader.end_utf16(reader.word().size()), reader.begin_utf16());
      last = reader.begin();
    }
  }
}

TEST(FoldText, AnEndlessWordIsCut) {
  const Words words = words_of(std::string(1 << 20, 'x') + " y");
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[0], std::string(WordReader::kLongest, 'x'));
  EXPECT_EQ(words[1], "y");
}

}  // namespace
}  // namespace tp
