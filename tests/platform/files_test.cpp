#include "platform/files.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace tp {
namespace {

class Files : public testing::Test {
 protected:
  std::filesystem::path path_ = std::filesystem::path(testing::TempDir()) / "turning-point-files-test.json";
  void write(const std::string& words) { std::ofstream(path_, std::ios::binary) << words; }
  void TearDown() override { std::filesystem::remove(path_); }
};

TEST_F(Files, AreReadWhole) {
  const std::string words("a\0b\r\nc", 6);
  write(words);
  EXPECT_EQ(read_file(path_), words);
}

TEST_F(Files, ThatAreNotThereAreNone) {
  EXPECT_FALSE(read_file(path_));
  EXPECT_FALSE(read_file(testing::TempDir()));
}

TEST_F(Files, TellOfEachSaveOnce) {
  write("one");
  FileWatch watch(path_);
  EXPECT_FALSE(watch.changed());
  write("one more");
  EXPECT_TRUE(watch.changed());
  EXPECT_FALSE(watch.changed());
  // An editor that replaces the file: gone for a moment, then another one.
  std::filesystem::remove(path_);
  EXPECT_FALSE(watch.changed());
  write("one more time");
  EXPECT_TRUE(watch.changed());
}

TEST_F(Files, AreFoundAboveTheProgram) {
  EXPECT_TRUE(find_beside_program("assets/story/us-azerbaijan.json"));
  EXPECT_FALSE(find_beside_program("assets/story/no-such-story.json"));
}

}  // namespace
}  // namespace tp
