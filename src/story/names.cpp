#include "story/names.hpp"

#include <functional>

namespace tp {
namespace {

constexpr std::uint32_t kFree = 0xffffffffu;
constexpr std::size_t kFirstSlots = 256;

std::uint32_t hash_of(std::string_view id) {
  const std::uint64_t hash = std::hash<std::string_view>{}(id);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

std::size_t Names::slot_of(std::string_view id, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != kFree) {
    if (slots_[at].hash == hash && names_[slots_[at].number].id == id) break;
    at = (at + 1) & mask;
  }
  return at;
}

/// No id is looked at again: all are different, and their hashes were kept.
void Names::grow() {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.empty() ? kFirstSlots : old.size() * 2, Slot());
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == kFree) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != kFree) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::uint32_t Names::number_of(std::string_view id) {
  if (names_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(id);
  Slot& slot = slots_[slot_of(id, hash)];
  if (slot.number == kFree) {
    slot = {static_cast<std::uint32_t>(names_.size()), hash};
    names_.push_back({id, {}, 0, 0});
  }
  return slot.number;
}

bool Names::define(std::uint32_t number, std::string_view id, Ref ref, std::size_t offset) {
  Name& name = names_[number];
  if (name.ref.valid()) return false;
  name = {id, ref, static_cast<std::uint32_t>(offset), name.round};
  ++defined_;
  return true;
}

Kind kind_of(Wanted wanted) {
  switch (wanted) {
    case Wanted::kTrack:
      return Kind::kTrack;
    case Wanted::kActor:
      return Kind::kActor;
    case Wanted::kEvent:
      return Kind::kEvent;
    case Wanted::kSource:
      return Kind::kSource;
    case Wanted::kTour:
      return Kind::kTour;
    case Wanted::kQuestion:
      return Kind::kQuestion;
    case Wanted::kAnything:
      break;
  }
  return Kind::kNone;
}

}  // namespace tp
