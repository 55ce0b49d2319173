// Scenes as text, compared with those in golden/: equal natively and as WebAssembly. TP_UPDATE_GOLDENS=1
// writes them.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support.hpp"
#include "support/source_dir.hpp"

namespace tp {
namespace {

struct GoldenCase {
  const char* name;
  Size size;
  const char* at;
  const char* select;
};

class GoldenScene : public ::testing::TestWithParam<GoldenCase> {};

TEST_P(GoldenScene, IsTheSameEverywhere) {
  const GoldenCase& c = GetParam();
  const std::string folder = source_dir() + "/tests/app/golden/";
  OpenProgram open(read_text(source_dir() + "/tests/app/golden/story.json"), c.size);
  ASSERT_TRUE(open.program.has_story()) << to_text(open.diagnostics, "story.json");
  open.act(SetPlayhead{parse_date(c.at).value->bounds().begin});
  Select action{open.find(c.select)};
  action.move_playhead = false;
  open.act(action);
  const std::string path = folder + c.name + ".txt";
  if (std::getenv("TP_UPDATE_GOLDENS")) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    ASSERT_NE(file, nullptr);
    std::fputs(open.scene().c_str(), file);
    std::fclose(file);
  }
  EXPECT_EQ(open.scene(), read_text(path));
}

INSTANTIATE_TEST_SUITE_P(Scenes, GoldenScene,
                         ::testing::Values(GoldenCase{"wide", {1280, 726}, "2025-08-08", "declaration"},
                                           GoldenCase{"medium", {820, 900}, "2005-01-01", "aland"},
                                           GoldenCase{"narrow", {390, 844}, "1993-01-01", ""}),
                         [](const auto& scene) { return std::string(scene.param.name); });

}  // namespace
}  // namespace tp
