#include "story/json_cursor.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tp {
namespace {

struct Walked {
  std::string fed;                   // what the parser would see
  std::vector<std::string> strings;  // what it would be told of each string
  StringFault fault = StringFault::kNone;
  std::size_t fault_offset = 0;
};

Walked walk(std::string_view json, std::size_t longest = 1000) {
  JsonCursor cursor(json, longest);
  Walked walked;
  bool inside = false;
  while (!cursor.at_end()) {
    const char c = cursor.current();
    walked.fed += c;
    cursor.advance();
    if (c != '"') continue;
    inside = !inside;
    if (inside && cursor.fault() == StringFault::kNone) walked.strings.emplace_back(cursor.string());
  }
  walked.fault = cursor.fault();
  walked.fault_offset = cursor.fault_offset();
  return walked;
}

TEST(JsonCursor, FeedsTheQuotesOfStringsAndOneSpaceOfMany) {
  const Walked walked = walk("{ \"a b\" :\n\t\r [1, 22  ,\"\"]}  ");
  EXPECT_EQ(walked.fed, "{ \"\" :\n[1, 22 ,\"\"]} ");
  EXPECT_EQ(walked.strings, (std::vector<std::string>{"a b", ""}));
}

TEST(JsonCursor, DecodesEscapes) {
  EXPECT_EQ(walk(R"("\"\\\/\b\f\n\r\t")").strings.front(), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(walk(R"("\u0041\u00e9\u20AC\ud83d\ude00\u0000")").strings.front(), std::string("Aé€😀\0", 11));
  EXPECT_EQ(walk(R"("plain then \u0041 and long enough after it to use wide steps")").strings.front(),
            "plain then A and long enough after it to use wide steps");
}

TEST(JsonCursor, FindsSpecialBytesAtEveryPlaceInAWideStep) {
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string plain(length, 'x');
    EXPECT_EQ(walk("\"" + plain + "\"").strings.front(), plain);
    EXPECT_EQ(walk("\"" + plain + "\\n" + plain + "\"").strings.front(), plain + "\n" + plain);
    EXPECT_EQ(walk("\"" + plain + "é" + plain + "\"").strings.front(), plain + "é" + plain);
    const Walked control = walk("\"" + plain + "\x1f" + plain + "\"");
    EXPECT_EQ(control.fault, StringFault::kControl);
    EXPECT_EQ(control.fault_offset, length + 1);
  }
}

TEST(JsonCursor, TakesEveryPrintableByteAsItIs) {
  std::string all;
  for (int c = 0x20; c < 0x80; ++c) {
    if (c != '"' && c != '\\') all += static_cast<char>(c);
  }
  EXPECT_EQ(walk("\"" + all + "\"").strings.front(), all);
}

TEST(JsonCursor, NamesWhatIsWrongWithAString) {
  const auto fault = [](std::string_view json) { return walk(json).fault; };
  EXPECT_EQ(fault("\"a"), StringFault::kUnclosed);
  EXPECT_EQ(fault("\"a\\\""), StringFault::kUnclosed);
  EXPECT_EQ(fault("\"a\\"), StringFault::kUnknownEscape);
  EXPECT_EQ(fault("\"\\x41\""), StringFault::kUnknownEscape);
  EXPECT_EQ(fault("\"\\u12\""), StringFault::kBadHex);
  EXPECT_EQ(fault("\"\\u12"), StringFault::kBadHex);
  EXPECT_EQ(fault("\"\\ud83d\""), StringFault::kLoneSurrogate);
  EXPECT_EQ(fault("\"\\ud83d\\u0041\""), StringFault::kLoneSurrogate);
  EXPECT_EQ(fault("\"\\ude00\\ud83d\""), StringFault::kLoneSurrogate);
}

TEST(JsonCursor, TakesOnlyWellFormedUtf8) {
  for (const char* good :
       {"\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff"}) {
    EXPECT_EQ(walk("\"" + std::string(good) + "\"").fault, StringFault::kNone) << good;
  }
  for (const char* bad : {"\x80", "\xbf", "\xc0\xaf", "\xc1\xbf", "\xc3", "\xc3\x28", "\xe0\x9f\xbf",
                          "\xed\xa0\x80", "\xe2\x82", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
                          "\xf5\x80\x80\x80", "\xf0\x9f\x98", "\xff", "\xfe"}) {
    const Walked walked = walk("\"ab" + std::string(bad) + "\"");
    EXPECT_EQ(walked.fault, StringFault::kBadUtf8);
    EXPECT_EQ(walked.fault_offset, 3u);
  }
}

TEST(JsonCursor, StopsAtStringsThatAreTooLong) {
  EXPECT_EQ(walk("\"12345\"", 5).fault, StringFault::kNone);
  EXPECT_EQ(walk("\"123456\"", 5).fault, StringFault::kTooLong);
  EXPECT_EQ(walk("\"\\u0031\\u0032\\u0033\"", 5).fault, StringFault::kNone) << "counted as decoded";
}

TEST(JsonCursor, DoesNotEndAtANullByte) {
  EXPECT_EQ(walk(std::string_view("[\0]", 3)).fed, "[\x01]");
}

}  // namespace
}  // namespace tp
