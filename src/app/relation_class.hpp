// Which entry of the legend does a relation belong to? The classes that the legend names, counts and hides.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "app/words.hpp"
#include "story/model.hpp"

namespace tp {

enum class Dash : std::uint8_t { kSolid, kDashed, kDotted, kDashDot };

/// Why a relation is on the map.
enum class EdgeRole : std::uint8_t {
  kHolds,  ///< it holds as of the playhead, or at some instant of the brushed range
  kGained,
  kLost,
  kFlipped,
  kUnchanged,  ///< held at both compared dates and says the same
  kPast,       ///< a ghost: held before the playhead
  kFuture,     ///< a ghost: will hold after it
};

/// In the order of the legend. The first five say what a relation is, the rest why it is drawn.
enum class RelationClass : std::uint8_t {
  kClose,
  kNeutral,
  kHostile,
  kMediation,
  kUncertain,  ///< claimed or disputed
  kGained,
  kLost,
  kFlipped,
  kUnchanged,
  kPast,
  kFuture,
};
inline constexpr std::size_t kRelationClasses = 11;

/// A set of classes, one bit for each.
using RelationClasses = std::uint32_t;
constexpr RelationClasses bit_of(RelationClass c) {
  return RelationClasses{1} << static_cast<unsigned>(c);
}

/// What a phase is: one of the first five. A status other than fact counts before what is said.
RelationClass class_of(const Phase& phase);
/// The class that an edge is drawn in: why it is there where that is not simply because it holds.
RelationClass class_of(EdgeRole role, RelationClass phase);

/// Stable names for page and links: "close", "neutral", "hostile", "mediation", "uncertain", "gained" …
std::string_view key_of(RelationClass c);
std::optional<RelationClass> class_named(std::string_view key);
std::string_view words_of(RelationClass c, const Words& words);

/// How a phase of a class is drawn: hostile dashed, talks dotted, what is claimed or disputed dash-dotted,
/// else solid.
Dash dash_of(RelationClass phase);

}  // namespace tp
