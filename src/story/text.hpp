// In which words, for which reader? Text of a story in one or more languages.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tp {

/// Owns every string of a story in few large blocks; what it hands out stays valid as long as it lives, also
/// when it is moved.
class StringStore {
 public:
  StringStore() = default;
  StringStore(StringStore&& other) noexcept { *this = std::move(other); }
  StringStore& operator=(StringStore&& other) noexcept {
    blocks_ = std::exchange(other.blocks_, {});
    free_ = std::exchange(other.free_, nullptr);
    left_ = std::exchange(other.left_, 0);
    bytes_ = std::exchange(other.bytes_, 0);
    return *this;
  }

  std::string_view keep(std::string_view text);
  std::size_t bytes() const { return bytes_; }

 private:
  static constexpr std::size_t kBlock = 64 * 1024;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
  std::size_t bytes_ = 0;
};

/// A string, or one for each of several languages. Cheap to copy; the StringStore owns the characters.
class Text {
 public:
  struct Translation {
    std::string_view language;  ///< BCP 47 as written in the story
    std::string_view words;
  };

  Text() = default;
  explicit Text(std::string_view words) : words_(words) {}
  Text(std::string_view words, std::shared_ptr<const std::vector<Translation>> all)
      : words_(words), all_(std::move(all)) {}

  /// The words in `language`, falling back along BCP 47 (az-Latn → az → the story's first language).
  std::string_view in(std::string_view language) const;
  /// True where the story translated it into that language (az-Latn is served by az); a plain string is in no
  /// stated language.
  bool has(std::string_view language) const;
  bool empty() const { return words_.empty(); }
  /// Every translation as written; empty where the story gave a plain string.
  const std::vector<Translation>& translations() const;

 private:
  std::string_view words_;  // the story's first language
  std::shared_ptr<const std::vector<Translation>> all_;
};

}  // namespace tp
