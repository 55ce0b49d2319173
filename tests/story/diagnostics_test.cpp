#include "story/diagnostics.hpp"

#include <gtest/gtest.h>

#include "story/problems.hpp"
#include "story/wording.hpp"
#include "story_files.hpp"

namespace tp {
namespace {

TEST(Diagnostics, AreOneLineEach) {
  const Diagnostic diagnostic{Severity::kError,     "unknown-id", "/events/12/actors/3", 214, 17,
                              "no actor \"socarr\""};
  EXPECT_EQ(to_line(diagnostic, "us-azerbaijan.json"),
            "us-azerbaijan.json:214:17: error: /events/12/actors/3: no actor \"socarr\"");
  EXPECT_EQ(to_line({Severity::kWarning, "x", "", 1, 1, "m"}, "a"), "a:1:1: warning: m");
}

TEST(Diagnostics, CanNotBreakTheLineOrTurnItAround) {
  EXPECT_EQ(wording::shown("a\nb\x1b[31m\x7f"), "a\\u000ab\\u001b[31m\\u007f");
  EXPECT_EQ(wording::shown("\u202Eevil\u2066\u200F\uFEFF\u0085"), "\\u202eevil\\u2066\\u200f\\ufeff\\u0085");
  EXPECT_EQ(wording::shown("Bakı Երևան 😀"), "Bakı Երևան 😀");
  EXPECT_EQ(wording::shown("\xff\xc3"), "??");
  const Diagnostic diagnostic{Severity::kError, "x", "/a\nb", 1, 1, "m"};
  EXPECT_EQ(to_line(diagnostic, "f\n.json"), "f\\u000a.json:1:1: error: /a\\u000ab: m");
}

TEST(Diagnostics, CutLongText) {
  EXPECT_LT(wording::shown(std::string(1'000'000, 'x')).size(), 70u);
}

TEST(Problems, KeepTheFirstHundredErrorsByPlaceAndCountTheRest) {
  Problems problems;
  const std::string json(1'000, ' ');
  for (std::size_t i = 500; i-- > 0;) problems.error("e", i, [&] { return std::to_string(i); });
  const Diagnostics all = problems.finish(json);
  ASSERT_EQ(all.items.size(), 100u);
  for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(all.items[i].message, std::to_string(i));
  EXPECT_EQ(all.error_count, 500u);
  EXPECT_NE(to_text(all, "f").find("\nand 400 more errors\n"), std::string::npos);
}

TEST(Problems, LetWarningsGiveWayToErrors) {
  Problems problems;
  for (std::size_t i = 0; i < 150; ++i) problems.warning("w", i, [] { return "warning"; });
  problems.error("e", 900, [] { return "error"; });
  const Diagnostics all = problems.finish(std::string(1'000, ' '));
  ASSERT_EQ(all.items.size(), 100u);
  EXPECT_EQ(all.items.back().message, "error");
  EXPECT_NE(to_text(all, "f").find("and 51 more warnings\n"), std::string::npos);
  EXPECT_TRUE(all.refuses());
}

TEST(Problems, MakeNoMessageThatIsNotKept) {
  Problems problems;
  for (std::size_t i = 0; i < 100; ++i) problems.error("e", i, [] { return ""; });
  problems.error("e", 500, []() -> std::string {
    ADD_FAILURE() << "made a message";
    return {};
  });
}

TEST(Problems, SayWhereTheOtherPlaceIs) {
  Problems problems;
  problems.error(
      "e", 8, [] { return "taken; the first is"; }, 5);
  EXPECT_EQ(problems.finish("{\n\"a\":1, \"b\":2}").items.front().message, "taken; the first is 2:4");
}

TEST(Diagnostics, CountWhatAStoryHasTooManyOf) {
  std::string events;
  for (int i = 0; i < 130; ++i) events += (i ? ",{}" : "{}");
  const StoryResult result = read_story(story_with("\"events\": [" + events + "]"));
  EXPECT_EQ(result.diagnostics.error_count, 3u * 130u);
  EXPECT_EQ(result.diagnostics.items.size(), Diagnostics::kMost);
  const std::string text = to_text(result.diagnostics, "f");
  EXPECT_TRUE(text.ends_with("\nand 290 more errors\n")) << text;
}

}  // namespace
}  // namespace tp
