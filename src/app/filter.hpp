// What does the reader not want to see now? Tracks, statuses, actors and words that events must have.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "story/model.hpp"

namespace tp {

struct Filter {
  enum class Mode : std::uint8_t {
    kDim,  ///< what is filtered stays, quietly
    kHide,
  };
  static constexpr std::size_t kLongestText = 1024;  ///< bytes; what is longer is cut

  std::vector<std::uint32_t> hidden_tracks;  ///< in order, each once
  std::uint8_t hidden_statuses = 0;          ///< a bit for each Status
  std::vector<std::uint32_t> actors;         ///< in order; an event must concern one of them; none: anybody
  std::string text;                          ///< every word of it must begin a word of the event
  Mode mode = Mode::kDim;

  static constexpr std::uint8_t bit(Status status) {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(status));
  }
  bool is_on() const {
    return !hidden_tracks.empty() || hidden_statuses != 0 || !actors.empty() || !text.empty();
  }
  friend bool operator==(const Filter&, const Filter&) = default;
};

/// The same filter with its lists in order, without what the story doesn't have; a filter of nothing is the
/// default one.
Filter tidied(Filter filter, const Story& story);

/// A filter whose lists name things of another story, or of the same one before it was edited.
struct FilterByName {
  std::vector<std::string> hidden_tracks, actors;
  Filter rest;
};
FilterByName by_name(const Filter& filter, const Story& story);
/// What the story no longer has is left out.
Filter found_again(const FilterByName& named, const Story& story);

}  // namespace tp
