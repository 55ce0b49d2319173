#include "story/text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tp {
namespace {

Text translated(std::vector<Text::Translation> all) {
  const std::string_view first = all.front().words;
  return Text(first, std::make_shared<const std::vector<Text::Translation>>(std::move(all)));
}

TEST(Text, FallsBackAlongTheTagAndThenToTheFirstLanguage) {
  const Text text = translated({{"en", "law"}, {"az", "qanun"}, {"sr-Latn", "zakon"}});
  EXPECT_EQ(text.in("az"), "qanun");
  EXPECT_EQ(text.in("az-Latn-AZ"), "qanun");
  EXPECT_EQ(text.in("AZ"), "qanun");
  EXPECT_EQ(text.in("sr-Latn-RS"), "zakon");
  EXPECT_EQ(text.in("sr"), "law");
  EXPECT_EQ(text.in("hy"), "law");
  EXPECT_EQ(text.in(""), "law");
}

TEST(Text, OfOneStringIsTheSameInEveryLanguage) {
  const Text text("law");
  EXPECT_EQ(text.in("hy"), "law");
  EXPECT_FALSE(text.has("en"));
  EXPECT_TRUE(text.translations().empty());
}

TEST(Text, PassesOverEmptyTranslations) {
  const Text text = translated({{"en", "law"}, {"az-Latn", ""}, {"az", "qanun"}, {"hy", ""}});
  EXPECT_EQ(text.in("az-Latn"), "qanun");
  EXPECT_EQ(text.in("hy"), "law");
  EXPECT_FALSE(text.has("hy"));
  EXPECT_TRUE(text.has("az-Latn"));
}

TEST(Text, IsEmptyByDefault) {
  EXPECT_TRUE(Text().empty());
  EXPECT_EQ(Text().in("en"), "");
}

TEST(StringStore, KeepsWhatItGaveOutWhenItGrowsAndMoves) {
  StringStore store;
  std::vector<std::string_view> kept;
  std::vector<std::string> originals;
  for (std::size_t size = 0; size < 3'000; ++size) {
    originals.push_back(
        std::string(size % 977 == 0 ? size * 50 : size % 300, static_cast<char>('a' + size % 26)));
    kept.push_back(store.keep(originals.back()));
  }
  StringStore moved = std::move(store);
  const std::string_view later = store.keep("in the old store");
  const std::string_view also_later = moved.keep("in the new store");
  for (std::size_t i = 0; i < kept.size(); ++i) ASSERT_EQ(kept[i], originals[i]) << i;
  EXPECT_EQ(later, "in the old store");
  EXPECT_EQ(also_later, "in the new store");
}

}  // namespace
}  // namespace tp
