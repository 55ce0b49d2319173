#include "story/syntax_error.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

TEST(SyntaxError, KnowsTheWordsOfJson) {
  for (const char* word :
       {"0", "-0", "12", "-1.5", "1e9", "1E-9", "0.25e+3", "1e999", "true", "false", "null"}) {
    EXPECT_TRUE(is_json_word(word)) << word;
  }
  for (const char* word : {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x10", "1a", "1-2", "True", "nul",
                           "NaN", "-Infinity"}) {
    EXPECT_FALSE(is_json_word(word)) << word;
  }
}

TEST(SyntaxError, SaysWhatIsWrongWithAWord) {
  EXPECT_EQ(explain_word("1e999"), "the number 1e999 is too large");
  EXPECT_EQ(explain_word("01"), "\"01\" is no number");
  EXPECT_EQ(explain_word("True"), "\"True\" is no value; words stand in double quotes");
}

TEST(SyntaxError, SaysWhatCouldHaveFollowed) {
  const auto message = [](std::string_view json, std::size_t after, Accepted accepted) {
    return explain_syntax_error(json, after, accepted).message;
  };
  EXPECT_EQ(message("[ }", 1, Accepted::kArrayBegin), "expected a value or ']', found '}'");
  EXPECT_EQ(message("{ 1", 1, Accepted::kObjectBegin),
            "expected a field name in double quotes or '}', found \"1\"");
  EXPECT_EQ(message("{\"a\" 1", 4, Accepted::kKey), "expected ':' after the field name, found \"1\"");
  EXPECT_EQ(message("{\"a\": }", 4, Accepted::kKey), "expected a value, found '}'");
  EXPECT_EQ(message("[1 2]", 2, Accepted::kValueInArray), "expected ',' or ']', found \"2\"");
  EXPECT_EQ(message("[1,]", 2, Accepted::kValueInArray), "a comma with nothing after it");
  EXPECT_EQ(message("[1,,", 2, Accepted::kValueInArray), "expected a value, found ','");
  EXPECT_EQ(message("{\"a\":1,2", 6, Accepted::kValueInObject),
            "expected a field name in double quotes, found \"2\"");
  EXPECT_EQ(message("{}\xC3\xA9", 2, Accepted::kWhole), "expected nothing more after the story, found 'é'");
}

}  // namespace
}  // namespace tp
