#include "app/relation_class.hpp"

#include <algorithm>
#include <array>

namespace tp {

namespace {

constexpr std::array<std::string_view, kRelationClasses> kKeys{"close",     "neutral", "hostile", "mediation",
                                                               "uncertain", "gained",  "lost",    "flipped",
                                                               "unchanged", "past",    "future"};

constexpr std::array<std::string_view, 6> kTalks{"mediates", "lobbies", "negotiates",
                                                 "consults", "hosts",   "advises"};

bool is_talk(std::string_view type) {
  return std::find(kTalks.begin(), kTalks.end(), type) != kTalks.end();
}

}  // namespace

RelationClass class_of(const Phase& phase) {
  if (phase.status != Status::kFact) return RelationClass::kUncertain;
  if (is_talk(phase.type)) return RelationClass::kMediation;
  if (phase.valence < 0) return RelationClass::kHostile;
  return phase.valence > 0 ? RelationClass::kClose : RelationClass::kNeutral;
}

RelationClass class_of(EdgeRole role, RelationClass phase) {
  switch (role) {
    case EdgeRole::kHolds:
      return phase;
    case EdgeRole::kGained:
      return RelationClass::kGained;
    case EdgeRole::kLost:
      return RelationClass::kLost;
    case EdgeRole::kFlipped:
      return RelationClass::kFlipped;
    case EdgeRole::kUnchanged:
      return RelationClass::kUnchanged;
    case EdgeRole::kPast:
      return RelationClass::kPast;
    case EdgeRole::kFuture:
      return RelationClass::kFuture;
  }
  return RelationClass::kNeutral;
}

std::string_view key_of(RelationClass c) {
  return kKeys[static_cast<std::size_t>(c)];
}

std::optional<RelationClass> class_named(std::string_view key) {
  for (std::size_t i = 0; i < kKeys.size(); ++i)
    if (kKeys[i] == key) return static_cast<RelationClass>(i);
  return std::nullopt;
}

std::string_view words_of(RelationClass c, const Words& words) {
  const std::array<std::string_view, kRelationClasses> all{
      words.close, words.neutral, words.hostile,   words.talks,       words.contested,    words.gained,
      words.lost,  words.flipped, words.unchanged, words.ghosts_past, words.ghosts_future};
  return all[static_cast<std::size_t>(c)];
}

Dash dash_of(RelationClass phase) {
  if (phase == RelationClass::kUncertain) return Dash::kDashDot;
  if (phase == RelationClass::kMediation) return Dash::kDotted;
  return phase == RelationClass::kHostile ? Dash::kDashed : Dash::kSolid;
}

}  // namespace tp
