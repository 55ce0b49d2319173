// Which thing does an id name? Ids get a number when first met, so that they can be used before they are
// defined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "story/model.hpp"

namespace tp {

/// An id that was defined, used, or both.
struct Name {
  std::string_view id;
  Ref ref;  ///< invalid while it is only used
  std::uint32_t defined_at = 0;
  std::uint32_t round = 0;  ///< of `first_in_round`
};

/// All ids of a file, numbered in the order in which they were met.
class Names {
 public:
  /// The number of an id. `id` must outlive this.
  std::uint32_t number_of(std::string_view id);
  /// False where the id is taken; then the first stays.
  bool define(std::uint32_t number, std::string_view id, Ref ref, std::size_t offset);

  /// Starts a list of ids in which each may stand once.
  void begin_round() { ++round_; }
  /// True where the id was not asked about since `begin_round`.
  bool first_in_round(std::uint32_t number) { return std::exchange(names_[number].round, round_) != round_; }

  const Name& operator[](std::uint32_t number) const { return names_[number]; }
  const std::vector<Name>& all() const { return names_; }
  std::size_t defined_count() const { return defined_; }

 private:
  void grow();
  std::size_t slot_of(std::string_view id, std::uint32_t hash) const;

  struct Slot {
    std::uint32_t number = 0xffffffffu;
    std::uint32_t hash = 0;
  };
  std::vector<Slot> slots_;  // open addressing; the size is a power of two
  std::vector<Name> names_;
  std::size_t defined_ = 0;
  std::uint32_t round_ = 0;
};

/// What a reference must lead to.
enum class Wanted : std::uint8_t { kAnything, kTrack, kActor, kEvent, kSource, kTour, kQuestion };

Kind kind_of(Wanted wanted);

}  // namespace tp
