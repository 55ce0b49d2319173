// Which languages does a story speak, and which of its texts lack one? Counts, for one warning for each
// language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "story/problems.hpp"
#include "story/text.hpp"

namespace tp {

class LanguageUse {
 public:
  /// False until the story's `languages` are known.
  bool is_known() const { return is_known_; }
  /// The first is the default. May stay empty where the story does not say.
  void set(std::vector<std::string_view> languages);
  const std::vector<std::string_view>& all() const { return languages_; }

  /// A text that is one string, said in the first language only.
  void count_plain(std::size_t offset);
  void count(const std::vector<Text::Translation>& translations, std::size_t offset);
  void warn(Problems& problems) const;

 private:
  void count_missing(std::size_t language, std::size_t offset);

  bool is_known_ = false;
  std::vector<std::string_view> languages_;
  std::vector<std::size_t> missing_;
  std::vector<std::size_t> first_missing_;
  std::size_t texts_ = 0;
};

/// The story's `languages`, looked up in the text itself: for files that have texts before them. What is
/// wrong there is left out and reported when it is read.
std::vector<std::string_view> find_languages(std::string_view json, StringStore& strings);

}  // namespace tp
