#include "story_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/source_dir.hpp"

namespace tp {

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> story_files(std::string_view folder) {
  const std::filesystem::path root = std::filesystem::path(source_dir()) / "tests" / "stories" / folder;
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

std::string test_name(const std::string& path) {
  std::string name = std::filesystem::path(path).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string story_with(std::string_view members) {
  std::string json = R"({"format": "turning-point/1", "id": "test", "languages": ["en"], "title": "A test")";
  if (members.find("\"events\": [") == std::string_view::npos) json += ", \"events\": []";
  return json + (members.empty() ? "" : ", ") + std::string(members) + "}";
}

Story must_read(std::string_view json) {
  StoryResult result = read_story(json);
  EXPECT_TRUE(result.story.has_value()) << to_text(result.diagnostics, "test.json");
  return result.story ? std::move(*result.story) : Story();
}

std::string report_of(std::string_view json) {
  return to_text(read_story(json).diagnostics, "test.json");
}

}  // namespace tp
