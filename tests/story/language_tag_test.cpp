#include "story/language_tag.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

TEST(LanguageTag, TakesWellFormedTags) {
  for (const char* tag : {"en", "az", "hye", "az-Latn", "az-Cyrl-AZ", "en-US", "es-419", "zh-yue",
                          "sl-rozaj-biske", "de-1996", "hy-Latn-IT-arevela", "en-u-ca-gregory",
                          "en-a-bb-x-private", "x-own-tag", "en-x-1", "EN-us", "aaaa", "abcdefgh"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
}

TEST(LanguageTag, RefusesWhatIsNone) {
  for (const char* tag : {"",          "-",
                          "e",         "en-",
                          "-en",       "en--US",
                          "en_US",     "english language",
                          "abcdefghi", "en-abcdefghi",
                          "en-a",      "en-x",
                          "x",         "x-",
                          "1",         "e1",
                          "__proto__", "en-Latn-Latn",
                          "ən",        "a-DE",
                          "en US"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

TEST(LanguageTag, FallsBackPartByPart) {
  EXPECT_EQ(shorter_tag("az-Latn-AZ"), "az-Latn");
  EXPECT_EQ(shorter_tag("az-Latn"), "az");
  EXPECT_EQ(shorter_tag("az"), "");
  EXPECT_EQ(shorter_tag("zh-Hant-CN-x-private"), "zh-Hant-CN");
}

TEST(LanguageTag, ComparesWithoutCase) {
  EXPECT_TRUE(same_language("az-LATN", "AZ-latn"));
  EXPECT_FALSE(same_language("az", "az-Latn"));
}

}  // namespace
}  // namespace tp
