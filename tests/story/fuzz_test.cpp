// Valid stories with random damage: never a crash or a hang, and always either a story or an error.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/random.hpp"
#include "story/relations_at.hpp"
#include "story_files.hpp"

namespace tp {
namespace {

constexpr std::array<std::string_view, 24> kPieces = {
    "\"", "\\",   "\\u0000", "\\ud800", "{",  "}",  "[",  "]",    ",",    ":",          "null", "1e999",
    "-1", "\xff", "\xc3",    "\u202e",  "[[", "]]", "..", "1992", "XXXX", "\"id\": 5,", "{}",   "[[[[[["};

/// The story's text damaged in one of several ways.
std::string damaged(const std::string& json, Random& random) {
  const auto place = [&] { return std::size_t{random.below(static_cast<std::uint32_t>(json.size()))}; };
  std::string out = json;
  const std::size_t at = place();
  const std::size_t length = std::min<std::size_t>(json.size() - at, 1 + random.below(40));
  const std::string_view piece = kPieces[random.below(kPieces.size())];
  switch (random.below(7)) {
    case 0:
      out.insert(at, piece);
      break;
    case 1:
      out.replace(at, 1, piece);
      break;
    case 2:
      out.erase(at, length);
      break;
    case 3:
      out[at] = static_cast<char>(random.below(256));
      break;
    case 4:
      out.insert(place(), json.substr(at, length));
      break;
    case 5:
      std::swap(out[at], out[place()]);
      break;
    default:
      out.resize(at);
      break;
  }
  return out;
}

void expect_sound(const StoryResult& result, const std::string& json) {
  ASSERT_EQ(result.story.has_value(), !result.diagnostics.refuses()) << json;
  ASSERT_LE(result.diagnostics.items.size(), Diagnostics::kMost);
  const std::string report = to_text(result.diagnostics, "fuzz.json");
  const std::size_t lines = static_cast<std::size_t>(std::count(report.begin(), report.end(), '\n'));
  ASSERT_LE(lines, result.diagnostics.items.size() + 2) << report;
  if (!result.story) return;
  const StoryIndex index = index_story(*result.story);
  ASSERT_LT(index.extent.begin, index.extent.end);
  relations_at(*result.story, index.extent.begin);
}

/// TP_FUZZ_ROUNDS asks for a longer run.
std::uint32_t rounds() {
  const char* asked = std::getenv("TP_FUZZ_ROUNDS");
  return asked ? static_cast<std::uint32_t>(std::max(1, std::atoi(asked))) : 400;
}

TEST(DamagedStories, AreReadOrRefusedButNeverCrash) {
  Random random(20250808);
  for (const std::string& path : story_files("valid")) {
    const std::string json = file_text(path);
    for (std::uint32_t round = 0; round < rounds(); ++round) {
      std::string broken = damaged(json, random);
      for (std::uint32_t more = random.below(3); more > 0 && !broken.empty(); --more)
        broken = damaged(broken, random);
      expect_sound(read_story(broken), broken);
    }
  }
}

TEST(RandomBytes, AreRefused) {
  Random random(1);
  for (std::uint32_t round = 0; round < rounds() * 5; ++round) {
    std::string bytes(random.below(60), ' ');
    for (char& c : bytes) c = static_cast<char>(random.below(256));
    const StoryResult result = read_story(bytes);
    ASSERT_FALSE(result.story.has_value());
    ASSERT_GE(result.diagnostics.items.size(), 1u);
  }
}

TEST(RandomJson, IsRefusedUnlessItIsAStory) {
  constexpr std::array<std::string_view, 18> kTokens = {
      "{", "}",    "[",    "]",      ",",     ":", "\"events\"", "\"title\"",     "\"id\"",
      "1", "true", "null", "\"en\"", "\"x\"", " ", "\n",         "\"languages\"", "\"when\""};
  Random random(2);
  for (std::uint32_t round = 0; round < rounds() * 5; ++round) {
    std::string json = "{";
    for (std::uint32_t i = random.below(40); i > 0; --i) json += kTokens[random.below(kTokens.size())];
    ASSERT_FALSE(read_story(json).story.has_value()) << json;
  }
}

}  // namespace
}  // namespace tp
