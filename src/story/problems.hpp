// Which problems were found so far? Keeps the most important ones by place in the file and counts the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "story/diagnostics.hpp"

namespace tp {

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// A problem while it is still a byte offset; only what is reported gets a pointer, a line and a column.
struct Problem {
  Severity severity = Severity::kError;
  std::string_view code;  ///< a literal
  std::size_t offset = 0;
  std::string message;
  std::size_t also = kNowhere;  ///< a second place; where it is gets appended to the message
  std::size_t order = 0;        ///< of finding, for problems at one place
};

class Problems {
 public:
  /// `words` makes the message and is called only where the problem will be kept.
  template <class Words>
  void error(std::string_view code, std::size_t offset, Words&& words, std::size_t also = kNowhere) {
    add(Severity::kError, code, offset, static_cast<Words&&>(words), also);
  }
  template <class Words>
  void warning(std::string_view code, std::size_t offset, Words&& words, std::size_t also = kNowhere) {
    add(Severity::kWarning, code, offset, static_cast<Words&&>(words), also);
  }

  std::size_t error_count() const { return error_count_; }
  /// Forgets everything: for a file of which only one thing is worth saying.
  void clear();
  /// The problems in file order, with pointer, line and column.
  Diagnostics finish(std::string_view json) const;

 private:
  template <class Words>
  void add(Severity severity, std::string_view code, std::size_t offset, Words&& words, std::size_t also) {
    count(severity);
    if (!is_wanted(severity, offset)) return;
    keep({severity, code, offset, words(), also, found_});
  }
  void count(Severity severity);
  bool is_wanted(Severity severity, std::size_t offset) const;
  void keep(Problem problem);

  std::vector<Problem> kept_;  // a heap with the least important on top
  std::size_t error_count_ = 0;
  std::size_t warning_count_ = 0;
  std::size_t found_ = 0;
};

}  // namespace tp
