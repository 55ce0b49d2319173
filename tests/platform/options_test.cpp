#include "platform/options.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

TEST(Options, AreTheDefaultsWithoutArguments) {
  const OptionsResult result = read_options({});
  EXPECT_TRUE(result.error.empty());
  EXPECT_TRUE(result.options.story.empty());
  EXPECT_EQ(result.options.size, (Size{1280, 800}));
  EXPECT_FALSE(result.options.at);
}

TEST(Options, ReadEverythingInAnyOrder) {
  const OptionsResult result = read_options({"--size", "390x844", "story.json", "--dpr", "2.5", "--theme",
                                             "dark", "--at", "1992-10-24", "--select", "section-907",
                                             "--lang", "az", "--screenshot", "out.png", "--debug"});
  EXPECT_EQ(result.error, "");
  const Options& options = result.options;
  EXPECT_EQ(options.story, "story.json");
  EXPECT_EQ(options.size, (Size{390, 844}));
  EXPECT_EQ(options.density, 2.5);
  EXPECT_TRUE(options.dark);
  EXPECT_EQ(options.select, "section-907");
  EXPECT_EQ(options.language, "az");
  EXPECT_EQ(options.screenshot, "out.png");
  EXPECT_TRUE(options.debug);
  ASSERT_TRUE(options.at);
  EXPECT_EQ(options.at->start.date.year, 1992);
}

TEST(Options, SayInOneLineWhatIsWrong) {
  const std::vector<std::vector<std::string>> wrong{{"--size", "1280"},
                                                    {"--size", "axb"},
                                                    {"--size", "0x10"},
                                                    {"--size", "1e9x1e9"},
                                                    {"--size"},
                                                    {"--dpr", "0"},
                                                    {"--dpr", "many"},
                                                    {"--dpr", "99"},
                                                    {"--theme", "blue"},
                                                    {"--at", "yesterday"},
                                                    {"--nothing"},
                                                    {"a.json", "b.json"},
                                                    {"--watch", "--screenshot", "x.png"},
                                                    {"--select"}};
  for (const auto& arguments : wrong) {
    const std::string error = read_options(arguments).error;
    EXPECT_FALSE(error.empty()) << arguments.front();
    EXPECT_EQ(error.find('\n'), std::string::npos);
  }
}

TEST(Options, ExplainThemselves) {
  EXPECT_TRUE(read_options({"--help"}).options.help);
  const std::string words = usage();
  for (const char* option :
       {"--watch", "--at", "--select", "--lang", "--theme", "--size", "--dpr", "--screenshot", "--debug"})
    EXPECT_NE(words.find(option), std::string::npos) << option;
}

}  // namespace
}  // namespace tp
