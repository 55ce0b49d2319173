#include "platform/files.hpp"

#include <SDL.h>

#include <fstream>
#include <iterator>

namespace tp {

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code problem;
  if (std::filesystem::is_directory(path, problem)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::optional<std::filesystem::path> find_beside_program(const std::string& relative) {
  char* base = SDL_GetBasePath();
  std::error_code problem;
  std::filesystem::path folder = base ? std::filesystem::path(base) : std::filesystem::current_path(problem);
  SDL_free(base);
  for (;; folder = folder.parent_path()) {
    const std::filesystem::path candidate = folder / relative;
    if (std::filesystem::exists(candidate, problem)) return candidate;
    if (!folder.has_parent_path() || folder == folder.parent_path()) return std::nullopt;
  }
}

FileWatch::FileWatch(std::filesystem::path path) : path_(std::move(path)) {
  if (const auto stamp = look()) last_ = *stamp;
}

std::optional<FileWatch::Stamp> FileWatch::look() const {
  std::error_code time_problem, size_problem;
  const Stamp stamp{std::filesystem::last_write_time(path_, time_problem),
                    std::filesystem::file_size(path_, size_problem)};
  // Editors that replace a file leave a moment without one.
  if (time_problem || size_problem) return std::nullopt;
  return stamp;
}

bool FileWatch::changed() {
  const auto stamp = look();
  if (!stamp || *stamp == last_) return false;
  last_ = *stamp;
  return true;
}

}  // namespace tp
