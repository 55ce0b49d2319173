// Where are the program's files, and did one change? Reading, looking and finding, for the desktop only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace tp {

/// The whole file; none where it can't be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

/// `relative` ("assets/story/us-azerbaijan.json", "build/fonts") looked for beside the program and in each
/// folder above it; none where it is nowhere.
std::optional<std::filesystem::path> find_beside_program(const std::string& relative);

/// Says once for each save that a file is another one now.
class FileWatch {
 public:
  explicit FileWatch(std::filesystem::path path);
  bool changed();

 private:
  struct Stamp {
    std::filesystem::file_time_type time{};
    std::uintmax_t size = 0;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> look() const;

  std::filesystem::path path_;
  Stamp last_;
};

}  // namespace tp
