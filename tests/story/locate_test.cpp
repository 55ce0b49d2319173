#include "story/locate.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tp {
namespace {

std::string place_at(std::string_view json, std::size_t offset) {
  const Place place = locate(json, {offset}).front();
  return place.pointer + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string place_of(std::string_view json, std::string_view marked) {
  return place_at(json, json.find(marked));
}

constexpr std::string_view kJson = R"({
  "a": [1, {"b/c~d": "x"}, []],
  "é😀": {"e": [[true], "last"]}
})";

TEST(Locate, NamesTheValueAtAByte) {
  EXPECT_EQ(place_of(kJson, "{"), " 1:1");
  EXPECT_EQ(place_of(kJson, "1, "), "/a/0 2:9");
  EXPECT_EQ(place_of(kJson, "{\"b"), "/a/1 2:12");
  EXPECT_EQ(place_of(kJson, "\"x\""), "/a/1/b~1c~0d 2:22");
  EXPECT_EQ(place_of(kJson, "true"), "/é😀/e/0/0 3:17");
  EXPECT_EQ(place_of(kJson, "last"), "/é😀/e/1 3:25");
}

TEST(Locate, NamesTheMemberAtAKey) {
  EXPECT_EQ(place_of(kJson, "\"a\""), "/a 2:3");
  EXPECT_EQ(place_of(kJson, "\"b/"), "/a/1/b~1c~0d 2:13");
  EXPECT_EQ(place_of(kJson, "\"e\""), "/é😀/e 3:10");
}

TEST(Locate, GivesPunctuationToTheContainer) {
  EXPECT_EQ(place_of(kJson, ", {"), "/a 2:10");
  EXPECT_EQ(place_of(kJson, ": [1"), " 2:6");
  EXPECT_EQ(place_of(kJson, "]],"), "/a/2 2:29");
}

TEST(Locate, DoesNotCountAByteOrderMark) {
  EXPECT_EQ(place_of("\xEF\xBB\xBF{\"a\": 1}", "1"), "/a 1:7");
}

TEST(Locate, CountsLinesOfEitherKind) {
  EXPECT_EQ(place_of("{\r\n\r\n \"a\":\r\n1}", "1"), "/a 4:1");
}

TEST(Locate, IsTheSameForManyOffsetsInAnyOrder) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i <= kJson.size() + 3; ++i) offsets.push_back((i * 31) % (kJson.size() + 4));
  const std::vector<Place> together = locate(kJson, offsets);
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    const Place alone = locate(kJson, {offsets[i]}).front();
    EXPECT_EQ(together[i].pointer, alone.pointer) << offsets[i];
    EXPECT_EQ(together[i].line, alone.line);
    EXPECT_EQ(together[i].column, alone.column);
  }
}

TEST(Locate, SurvivesBrokenText) {
  for (const std::string_view json :
       {"]]}}", "{{{{", "[,,,]", "{\"a\" \"b\" \"c\"", "\"", "{\"a\":}", "", "\\", "[}"}) {
    for (std::size_t i = 0; i <= json.size() + 1; ++i) locate(json, {i});
  }
}

TEST(Locate, CutsVeryLongKeys) {
  const std::string json = "{\"" + std::string(100'000, 'k') + "\": 1}";
  EXPECT_LT(locate(json, {json.size() - 2}).front().pointer.size(), 300u);
}

}  // namespace
}  // namespace tp
