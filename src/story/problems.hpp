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

/// Where a problem is: a byte of the file, or a byte of what the string that begins there says. The latter is
/// turned into a byte of the file only for what is reported: it means decoding the string once more.
struct Spot {
  Spot(std::size_t at) : offset(at) {}  // NOLINT: a plain offset is a spot
  Spot(std::size_t quote, std::size_t byte) : offset(quote), inside(byte) {}

  std::size_t offset = 0;
  std::size_t inside = kNowhere;

  /// As a byte of the file.
  std::size_t in(std::string_view json) const;
  /// In the order of the file; the string itself before what is in it.
  friend bool operator<(const Spot& a, const Spot& b) {
    return a.offset != b.offset ? a.offset < b.offset : a.inside + 1 < b.inside + 1;
  }
};

/// A problem while it is still a byte offset; only what is reported gets a pointer, a line and a column.
struct Problem {
  Severity severity = Severity::kError;
  std::string_view code;  ///< a literal
  Spot spot = 0;
  std::string message;
  std::size_t also = kNowhere;  ///< a second place; where it is gets appended to the message
  std::size_t order = 0;        ///< of finding, for problems at one place
};

class Problems {
 public:
  /// `words` makes the message and is called only where the problem will be kept.
  template <class Words>
  void error(std::string_view code, Spot spot, Words&& words, std::size_t also = kNowhere) {
    add(Severity::kError, code, spot, static_cast<Words&&>(words), also);
  }
  template <class Words>
  void warning(std::string_view code, Spot spot, Words&& words, std::size_t also = kNowhere) {
    add(Severity::kWarning, code, spot, static_cast<Words&&>(words), also);
  }

  std::size_t error_count() const { return error_count_; }
  /// Forgets everything: for a file of which only one thing is worth saying.
  void clear();
  /// The problems in file order, with pointer, line and column.
  Diagnostics finish(std::string_view json) const;

 private:
  template <class Words>
  void add(Severity severity, std::string_view code, Spot spot, Words&& words, std::size_t also) {
    count(severity);
    if (!is_wanted(severity, spot)) return;
    keep({severity, code, spot, words(), also, found_});
  }
  void count(Severity severity);
  bool is_wanted(Severity severity, Spot spot) const;
  void keep(Problem problem);

  std::vector<Problem> kept_;  // a heap with the least important on top
  std::size_t error_count_ = 0;
  std::size_t warning_count_ = 0;
  std::size_t found_ = 0;
};

}  // namespace tp
