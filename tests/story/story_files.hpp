// Where are the story files of the tests, and what is in them?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "story/read_story.hpp"

namespace tp {

/// The bytes of a file; fails the test where it can't be read.
std::string file_text(const std::string& path);

/// Paths of all stories in tests/stories/<folder>, sorted.
std::vector<std::string> story_files(std::string_view folder);

/// "bad-dates.json" of a path.
std::string file_name(const std::string& path);

/// A test's name of a path: "bad_dates".
std::string test_name(const std::string& path);

/// A story whose top level holds, besides what is required, `members`: `"actors": [...]`, without a comma at
/// the end.
std::string story_with(std::string_view members);

/// The story of a text that must be without errors.
Story must_read(std::string_view json);

/// All lines of the report, for a file called "test.json".
std::string report_of(std::string_view json);

}  // namespace tp
